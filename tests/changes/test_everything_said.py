"""Whatever is different about a record can be told, to whomever: each field that went, came or was altered."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from lif.changes.change import ChangeKind, Changes, RecordChange, Tree
from lif.changes.change_words import sentences_of_change
from lif.changes.renames import Renames
from lif.changes.trees import field_changes, tree_of
from lif.disclosure.comparison import RecordComparison, for_readers
from lif.model.record import Record
from lif.model.registry import KINDS
from lif.model.sharing import PARTNERSHIP
from lif.model.snapshot import Entry, Snapshot
from lif.output.comments.change_comment import compared_comment
from lif.output.text.change import compared_text
from lif.rules.change_rule import Comparison, check_changes
from lif.rules.codes import CHANGE_RULES
from lif.store.load.load import load
from lif.store.load.source import Memory
from support.tree import ROOT

EXAMPLE = ROOT / "templates" / "example"
LATER = date(2027, 1, 1)
MANY = 20


@pytest.fixture(scope="module")
def example() -> Snapshot:
    files = {path.relative_to(EXAMPLE).as_posix(): path.read_bytes() for path in EXAMPLE.glob("records/**/*.yaml")}
    return load(Memory(files)).snapshot


def altered(tree: Tree) -> Iterator[Tree]:
    """The tree without one field, one part of a list or one field inside; and with one value another one."""
    for name, value in tree.items():
        yield {other: value for other, value in tree.items() if other != name}
        yield from ({**tree, name: inner} for inner in _otherwise(value))


def _otherwise(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from altered(value)
    elif isinstance(value, list):
        yield [*value[1:]]
        yield from ([inner, *value[1:]] for inner in _otherwise(value[0]))
    else:
        yield f"{value} x"


def fullest(snapshot: Snapshot, kind: str) -> Entry[Record]:
    """The record of a kind in which most is said."""
    return max(
        (entry for entry in snapshot.entries.values() if entry.kind.name == kind),
        key=lambda entry: len(str(tree_of(entry.record))),
    )


def every_change(entry: Entry[Record]) -> Iterator[RecordChange]:
    """Each of them, there and back, and the whole record coming and going."""
    tree = tree_of(entry.record)
    for other in ({}, *altered(tree)):
        for before, after in ((tree, other), (other, tree)):
            what = ChangeKind.REMOVED if not after else ChangeKind.ADDED if not before else ChangeKind.CHANGED
            fields = field_changes(entry.kind.model, before, after, Renames())
            yield RecordChange(entry.id, entry.kind, what, "A title", fields, before, after)


@pytest.mark.parametrize("kind", KINDS.names)
def test_every_change_of_a_record_is_told(example: Snapshot, kind: str) -> None:
    changes = tuple(every_change(fullest(example, kind)))
    assert len(changes) > MANY
    assert [change for change in changes if change.fields and not sentences_of_change(change)] == []
    check_changes(Comparison(example, example, Changes(changes, {}), LATER), CHANGE_RULES)
    whole = RecordComparison("main", "proposal", changes[::3], (), (), (), (), ())
    seen = for_readers(whole, example, example, PARTNERSHIP)
    assert [change for change in seen.records if change.fields and not sentences_of_change(change)] == []
    assert compared_text(seen)
    assert compared_comment(seen)
