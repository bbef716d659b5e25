"""A change and its consequences as its readers may see them: of what is not for them, only that it is there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from lif.changes.change import FieldChange, RecordChange, Tree, What, part_at
from lif.changes.delta import Shift, Turn
from lif.changes.documents import Aged
from lif.changes.suspect import Cited
from lif.diagnostics.code import Severity
from lif.diagnostics.diagnostic import Diagnostic
from lif.diagnostics.location import FieldPath
from lif.disclosure.audience import for_audience, is_open
from lif.disclosure.diagnostics import discreet, only_that_it_is_there
from lif.model.parts.part import Part
from lif.model.sharing import Sharing
from lif.model.snapshot import Snapshot

_LEVEL = ("sharing",)
"""How far a record may travel is no secret: it says nothing of what stands in it."""
_SUSPECT = "LIF551"
"""The code by which `lif check` tells of evidence whose source changed."""


@dataclass(frozen=True)
class Compared:
    """What a reader is told of two states of the records.

    `problems` are what the change itself does wrong (LIF8); `introduced` and `resolved` what `lif check` says that it
    did not say before, and no longer. `only_laid_out` counts files whose bytes changed and whose meaning did not,
    `following` those that only cite a moved record under its new id. `documents` are kept beside the records and name
    what changed. `repeated` came as well, and `problems` tell it already.
    """

    base: str
    head: str
    records: tuple[RecordChange, ...]
    problems: tuple[Diagnostic, ...]
    introduced: tuple[Diagnostic, ...]
    resolved: tuple[Diagnostic, ...]
    turns: tuple[Turn, ...]
    suspect: tuple[Cited, ...]
    only_laid_out: int = 0
    following: int = 0
    shifts: tuple[Shift, ...] = ()
    documents: tuple[Aged, ...] = ()
    repeated: tuple[Diagnostic, ...] = ()

    def of(self, record: RecordChange) -> tuple[Diagnostic, ...]:
        """What is newly wrong with a record."""
        return self._by_record.get(record.id, ())

    @cached_property
    def _by_record(self) -> dict[str, tuple[Diagnostic, ...]]:
        found: dict[str, list[Diagnostic]] = {}
        for one in (*self.problems, *self.introduced):
            found.setdefault(one.record, []).append(one)
        return {record: tuple(some) for record, some in found.items()}

    @property
    def elsewhere(self) -> tuple[Diagnostic, ...]:
        """What is newly wrong in records that did not change."""
        changed = {one.id for one in self.records}
        return tuple(one for one in (*self.problems, *self.introduced) if one.record not in changed)

    @property
    def suspect_besides(self) -> tuple[Cited, ...]:
        """Suspect evidence that no new problem names at the same place."""
        told = {(one.record, one.at[:2]) for one in self.introduced if one.code.name == _SUSPECT}
        return tuple(one for one in self.suspect if (one.record, one.at) not in told)

    @property
    def to_look_at(self) -> int:
        """How many new errors and warnings there are."""
        return sum(one.severity is not Severity.NOTE for one in (*self.problems, *self.introduced))


def for_readers(
    compared: Compared, before: Snapshot, after: Snapshot, audience: Sharing, private: frozenset[str] = frozenset()
) -> Compared:
    """The same for these readers: a record that is not for them on either side is named, and its fields are (F1.4).

    So are, for every reader, `private` ones: what could identify a person never comes out again.
    """
    compared = replace(
        compared,
        records=tuple(_hidden(one) if {one.id, one.was} & private else one for one in compared.records),
        shifts=tuple(one for one in compared.shifts if one.record not in private),
    )
    if audience is Sharing.RESTRICTED:
        return compared
    shown = tuple(for_audience(snapshot, audience)[0] for snapshot in (before, after))
    records = tuple(_record(one, shown[0], shown[1], audience) for one in compared.records)
    hidden = {one.id for one in records if one.is_hidden}

    def told(found: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
        here = [one for one in found if after.find(one.record) or not before.find(one.record)]
        gone = [one for one in found if one not in here]
        open_to_all = [one for one in here if one.at == _LEVEL]
        here = [one for one in here if one not in open_to_all]
        quiet = (*open_to_all, *discreet(here, after, audience), *discreet(gone, before, audience))
        return tuple(only_that_it_is_there(one) if one.record in hidden and one.at != _LEVEL else one for one in quiet)

    return replace(
        compared,
        records=records,
        problems=told(compared.problems),
        introduced=told(compared.introduced),
        repeated=told(compared.repeated),
        resolved=told(compared.resolved),
        shifts=tuple(one for one in compared.shifts if one.record not in hidden),
        suspect=tuple(one for one in compared.suspect if one.record in shown[1].entries and one.record not in hidden),
    )


def by_weight(compared: Compared) -> tuple[RecordChange, ...]:
    """The records, those with something newly wrong first, then in the order of the line of sight."""

    def weight(record: RecordChange) -> tuple[int, int, str]:
        worst = min((one.severity.rank for one in compared.of(record)), default=len(Severity))
        return (worst, list(What).index(record.what), record.id)

    return tuple(sorted(compared.records, key=weight))


def _record(change: RecordChange, before: Snapshot, after: Snapshot, audience: Sharing) -> RecordChange:
    was = change.was or change.id
    is_open_before = change.what is What.ADDED or was in before.entries
    is_open_after = change.what is What.REMOVED or change.id in after.entries
    model = change.kind.model
    if not (is_open_before and is_open_after):
        fields = tuple(
            one if one.at == _LEVEL else replace(one, before=None, after=None, item="", is_hidden=True)
            for one in change.fields
        )
        return replace(change, title="", fields=fields, before={}, after={}, is_hidden=True)
    return replace(
        change,
        fields=tuple(_field(change, one, audience) for one in change.fields),
        before=_tree(model, change.before, audience),
        after=_tree(model, change.after, audience),
    )


def _hidden(change: RecordChange) -> RecordChange:
    """A change of which no more is told than the names of the fields, and how far it may travel."""
    fields = tuple(
        one if one.at == _LEVEL else replace(one, before=None, after=None, item="", is_hidden=True)
        for one in change.fields
    )
    return replace(change, title="", fields=fields, before={}, after={}, is_hidden=True)


def _field(change: RecordChange, one: FieldChange, audience: Sharing) -> FieldChange:
    model = change.kind.model
    if not is_open(model, one.at, audience):
        return replace(one, before=None, after=None, item="", is_hidden=True)
    if not one.item:
        return one
    part = part_at(change.before if one.item_is is What.REMOVED else change.after, one.part)
    names = (name for name, value in part.items() if value == one.item)
    is_named = any(is_open(model, (*one.part, name), audience) for name in names)
    return one if is_named else replace(one, item="one of them")


def _tree(model: type[Part], tree: Tree, audience: Sharing) -> Tree:
    opened: Tree = _opened(model, tree, audience, ())
    return opened


def _opened(model: type[Part], value: Any, audience: Sharing, at: FieldPath) -> Any:
    if isinstance(value, dict):
        kept: Iterable[str] = (name for name in value if is_open(model, (*at, name), audience))
        return {name: _opened(model, value[name], audience, (*at, name)) for name in kept}
    return [_opened(model, one, audience, at) for one in value] if isinstance(value, list) else value
