"""A comparison of two states of the records, with everything hidden that its readers may not see."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from lif.changes.change import ChangeKind, FieldChange, RecordChange, Tree, part_at
from lif.changes.delta import DeadlineShift, ProposalChange
from lif.changes.documents import OutdatedDocument
from lif.changes.flips import Flip
from lif.changes.suspect import CitedEvidence
from lif.diagnostics.code import Severity
from lif.diagnostics.diagnostic import Diagnostic
from lif.diagnostics.location import FieldPath
from lif.disclosure.audience import for_audience, is_open
from lif.disclosure.diagnostics import diagnostics_for_audience, withhold_message
from lif.disclosure.known_values import with_known_values
from lif.model.parts.part import Part
from lif.model.sharing import Sharing
from lif.model.snapshot import Snapshot

_LEVEL = ("sharing",)
"""The level of sharing is shown to every reader: it says nothing about the content of the record."""
_SUSPECT = "LIF551"
"""The code by which `lif check` reports evidence whose source changed."""


@dataclass(frozen=True)
class RecordComparison:
    """The differences between two states of the records.

    `problems` are faults of the change itself (LIF8). `introduced` are diagnostics of `lif check` that are new,
    `resolved` those that are gone. `only_laid_out` counts files whose bytes changed and whose meaning did not,
    `following` records that only cite a moved record under its new id. `documents` are stored beside the records and
    name changed records. `repeated` are new diagnostics that `problems` already report. `flips` are answers that are
    others now: verdicts of audits, and what shows a change.
    """

    base: str
    head: str
    records: tuple[RecordChange, ...]
    problems: tuple[Diagnostic, ...]
    introduced: tuple[Diagnostic, ...]
    resolved: tuple[Diagnostic, ...]
    proposals: tuple[ProposalChange, ...]
    suspect: tuple[CitedEvidence, ...]
    only_laid_out: int = 0
    following: int = 0
    shifts: tuple[DeadlineShift, ...] = ()
    documents: tuple[OutdatedDocument, ...] = ()
    repeated: tuple[Diagnostic, ...] = ()
    flips: tuple[Flip, ...] = ()

    def of(self, record: RecordChange) -> tuple[Diagnostic, ...]:
        """The new diagnostics on a record."""
        return self._by_record.get(record.id, ())

    @cached_property
    def _by_record(self) -> dict[str, tuple[Diagnostic, ...]]:
        by_record: dict[str, list[Diagnostic]] = {}
        for diagnostic in (*self.problems, *self.introduced):
            by_record.setdefault(diagnostic.record, []).append(diagnostic)
        return {record: tuple(diagnostics) for record, diagnostics in by_record.items()}

    @property
    def elsewhere(self) -> tuple[Diagnostic, ...]:
        """The new diagnostics on records that did not change."""
        changed = {change.id for change in self.records}
        return tuple(
            diagnostic for diagnostic in (*self.problems, *self.introduced) if diagnostic.record not in changed
        )

    @property
    def suspect_besides(self) -> tuple[CitedEvidence, ...]:
        """Suspect evidence without a new diagnostic at the same place."""
        reported = {
            (diagnostic.record, diagnostic.at[:2]) for diagnostic in self.introduced if diagnostic.code.name == _SUSPECT
        }
        return tuple(evidence for evidence in self.suspect if (evidence.record, evidence.at) not in reported)

    @property
    def to_look_at(self) -> int:
        """How many new errors and warnings there are."""
        return sum(diagnostic.severity is not Severity.NOTE for diagnostic in (*self.problems, *self.introduced))


def for_readers(
    compared: RecordComparison,
    before: Snapshot,
    after: Snapshot,
    audience: Sharing,
    private: frozenset[str] = frozenset(),
) -> RecordComparison:
    """The comparison for an audience: of a record closed to it on either side, only id and field names stay (F1.4).

    The same holds for every audience for the ids in `private`: their values could identify a person. No audience is
    shown a word that is not among the choices of its field.
    """
    compared = replace(
        compared,
        records=tuple(
            with_known_values(_without_values(change) if {change.id, change.was} & private else change)
            for change in compared.records
        ),
        shifts=tuple(shift for shift in compared.shifts if shift.record not in private),
        flips=tuple(flip for flip in compared.flips if flip.record not in private),
    )
    if audience is Sharing.RESTRICTED:
        return compared
    shown = tuple(for_audience(snapshot, audience)[0] for snapshot in (before, after))
    records = tuple(_record_for(change, shown[0], shown[1], audience) for change in compared.records)
    hidden = {change.id for change in records if change.is_hidden}

    def for_them(diagnostics: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
        here = [
            diagnostic
            for diagnostic in diagnostics
            if after.find(diagnostic.record) or not before.find(diagnostic.record)
        ]
        gone = [diagnostic for diagnostic in diagnostics if diagnostic not in here]
        open_to_all = [diagnostic for diagnostic in here if diagnostic.at == _LEVEL]
        here = [diagnostic for diagnostic in here if diagnostic not in open_to_all]
        readable = (
            *open_to_all,
            *diagnostics_for_audience(here, after, audience),
            *diagnostics_for_audience(gone, before, audience),
        )
        return tuple(
            withhold_message(diagnostic) if diagnostic.record in hidden and diagnostic.at != _LEVEL else diagnostic
            for diagnostic in readable
        )

    return replace(
        compared,
        records=records,
        problems=for_them(compared.problems),
        introduced=for_them(compared.introduced),
        repeated=for_them(compared.repeated),
        resolved=for_them(compared.resolved),
        shifts=tuple(shift for shift in compared.shifts if shift.record not in hidden),
        flips=tuple(flip for flip in compared.flips if flip.record not in hidden),
        suspect=tuple(
            evidence
            for evidence in compared.suspect
            if evidence.record in shown[1].entries and evidence.record not in hidden
        ),
    )


def by_weight(compared: RecordComparison) -> tuple[RecordChange, ...]:
    """The changed records: those with the gravest new diagnostics first, then by what happened to them, then by id."""

    def weight(change: RecordChange) -> tuple[int, int, str]:
        worst = min((diagnostic.severity.rank for diagnostic in compared.of(change)), default=len(Severity))
        return (worst, list(ChangeKind).index(change.what), change.id)

    return tuple(sorted(compared.records, key=weight))


def _record_for(change: RecordChange, before: Snapshot, after: Snapshot, audience: Sharing) -> RecordChange:
    was = change.was or change.id
    is_open_before = change.what is ChangeKind.ADDED or was in before.entries
    is_open_after = change.what is ChangeKind.REMOVED or change.id in after.entries
    model = change.kind.model
    if not (is_open_before and is_open_after):
        return _without_values(change)
    return replace(
        change,
        fields=tuple(_field_for(change, field, audience) for field in change.fields),
        before=_tree_for(model, change.before, audience),
        after=_tree_for(model, change.after, audience),
    )


def _without_values(change: RecordChange) -> RecordChange:
    """The change with only the names of the fields and the level of sharing."""
    fields = tuple(
        field if field.at == _LEVEL else replace(field, before=None, after=None, item="", is_hidden=True)
        for field in change.fields
    )
    return replace(change, title="", fields=fields, before={}, after={}, is_hidden=True)


def _field_for(change: RecordChange, field: FieldChange, audience: Sharing) -> FieldChange:
    model = change.kind.model
    if not is_open(model, field.at, audience):
        return replace(field, before=None, after=None, item="", is_hidden=True)
    if not field.item:
        return field
    part = part_at(change.before if field.item_is is ChangeKind.REMOVED else change.after, field.part)
    names = (name for name, value in part.items() if value == field.item)
    is_named = any(is_open(model, (*field.part, name), audience) for name in names)
    return field if is_named else replace(field, item="one of them")


def _tree_for(model: type[Part], tree: Tree, audience: Sharing) -> Tree:
    open_tree: Tree = _value_for(model, tree, audience, ())
    return open_tree


def _value_for(model: type[Part], value: Any, audience: Sharing, at: FieldPath) -> Any:
    if isinstance(value, dict):
        open_names: Iterable[str] = (name for name in value if is_open(model, (*at, name), audience))
        return {name: _value_for(model, value[name], audience, (*at, name)) for name in open_names}
    return [_value_for(model, item, audience, at) for item in value] if isinstance(value, list) else value
