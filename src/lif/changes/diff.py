"""What is different between two snapshots: by record and by field, whatever files they came from."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lif.changes.change import Changes, RecordChange, Tree, What
from lif.changes.trees import Followed, differing, tree_of
from lif.model.record import Record
from lif.model.snapshot import Broken, Entry, Snapshot

_One = Entry[Record] | Broken
_ALIKE = 0.5
"""The share of values that a record must have in common with one of the same title that is gone, to be the same."""


def diff(before: Snapshot, after: Snapshot) -> Changes:
    """Every record that was added, removed, changed or moved, by id. Layout, and the order of lists, are no changes."""
    old, new = _records(before), _records(after)
    gone = {one: old[one] for one in old if one not in new}
    come = {one: new[one] for one in new if one not in old}
    moves = _first_of_each(_moves(gone, come))
    moved_from = {here: there for there, here in moves.items()}

    def followed(cited: str) -> str:
        record, mark, key = cited.partition("#")
        return f"{moves.get(record, record)}{mark}{key}"

    found, following = [], []
    for one in sorted({*old, *new} - {*moves}):
        was = moved_from.get(one, one)
        change = _change(old.get(was), new.get(one), followed)
        if change is not None:
            found.append(change)
        elif moves and was in old and one in new and _tree(old[was]) != _tree(new[one]):
            following.append(one)
    return Changes(tuple(found), moves, tuple(following))


def _first_of_each(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Each old id with one new id, and no new id twice."""
    found: dict[str, str] = {}
    for there, here in pairs:
        if there not in found and here not in found.values():
            found[there] = here
    return found


def _records(snapshot: Snapshot) -> dict[str, _One]:
    return {one.id: one for one in snapshot.every()}


def _change(old: _One | None, new: _One | None, followed: Followed) -> RecordChange | None:
    """What became of one record; None when nothing did."""
    if old is new:
        return None
    one = new or old
    if one is None or (_is_same(old, new)):
        return None
    before, after = _tree(old), _tree(new)
    fields = differing(one.kind.model, before, after, followed)
    is_unread = any(isinstance(side, Broken) and side.tree is None for side in (old, new))
    what = What.ADDED if old is None else What.REMOVED if new is None else What.CHANGED
    was = ""
    if old is not None and new is not None and old.id != new.id:
        what, was = What.MOVED, old.id
    if what is What.CHANGED and not fields and not (is_unread and type(old) is not type(new)):
        return None
    title = str(after.get("title") or before.get("title") or "")
    return RecordChange(one.id, one.kind, what, title, () if is_unread else fields, before, after, was, is_unread)


def _is_same(old: _One | None, new: _One | None) -> bool:
    is_built = isinstance(old, Entry) and isinstance(new, Entry)
    return is_built and old.id == new.id and old.record == new.record  # type: ignore[union-attr]


def _tree(one: _One | None) -> Tree:
    if one is None:
        return {}
    return tree_of(one.record) if isinstance(one, Entry) else one.tree or {}


def _moves(gone: Mapping[str, _One], come: Mapping[str, _One]) -> Iterator[tuple[str, str]]:
    """Records that stand under another id now: those that say the same, then those under the same title."""
    for says in (_everything, _title):
        here = {said: one for one in come.values() if (said := says(one))}
        for one in gone.values():
            new = here.pop(says(one), None)
            if new is not None and (says is _everything or _share(one, new) >= _ALIKE):
                yield one.id, new.id


def _everything(one: _One) -> tuple[str, ...]:
    """All that a record says, whatever the order; nothing for one of which nothing can be read."""
    said = sorted(f"{at}: {value}" for at, value in _leaves(_tree(one), ""))
    return (one.kind.name, *said) if said else ()


def _title(one: _One) -> tuple[str, ...]:
    title = _tree(one).get("title")
    return (one.kind.name, title) if isinstance(title, str) else ()


def _share(one: _One, other: _One) -> float:
    """The share of values that two records have in common."""
    mine, theirs = set(_leaves(_tree(one), "")), set(_leaves(_tree(other), ""))
    return len(mine & theirs) / max(len(mine), len(theirs))


def _leaves(value: Any, at: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, one in value.items():
            yield from _leaves(one, f"{at}.{name}")
    elif isinstance(value, list):
        for one in value:
            yield from _leaves(one, at)
    else:
        yield at, str(value)
