"""The one place that decides what an audience sees: a record or field is left out unless it is open to the audience."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, NamedTuple

from lif.diagnostics.location import FieldPath
from lif.model.inferred_places import without_closed_places
from lif.model.kinds.decision import Decision
from lif.model.kinds.finding import Finding
from lif.model.parts.part import Part, changed, fields_of
from lif.model.parts.shape import FieldShape, shape_of
from lif.model.record import Evidence, Record
from lif.model.reference import RecordRef
from lif.model.sharing import Sharing
from lif.model.snapshot import Entry, Snapshot


def for_audience(snapshot: Snapshot, audience: Sharing) -> tuple[Snapshot, int]:
    """The snapshot as this audience may see it, and how many records were withheld whole.

    A field is open when its own level and that of every field around it reach the audience; a closed field is emptied,
    and so is a citation of a withheld record. A record is withheld whole when one of its required fields is closed,
    when it rests on a withheld record, when a withheld record superseded it, and when it cannot be read, since its
    level of sharing is then unknown.
    """
    if audience is Sharing.RESTRICTED:
        return snapshot, 0
    visible = tuple(_visible_entries(snapshot, audience))
    return snapshot.with_entries(visible), len(snapshot.entries) - len(visible)


def _visible_entries(snapshot: Snapshot, audience: Sharing) -> Iterator[Entry[Record]]:
    view = _View(audience, _visible_ids(snapshot, audience))
    for record_id in view.records:
        entry = snapshot.entries[record_id]
        record = without_closed_places(view.open(entry.record))
        citations = tuple(
            citation
            for citation in entry.citations
            if is_open(type(entry.record), citation.at, audience) and view.names(citation.target)
        )
        items = {key: where for key, where in entry.items.items() if is_open(type(record), (where,), audience)}
        yield replace(entry, record=record, citations=citations, items=items)


def _visible_ids(snapshot: Snapshot, audience: Sharing) -> frozenset[str]:
    """The ids of the records that may be seen: a record that rests on a hidden one, or gave way to it, is hidden."""
    superseded_by = dict(_superseded_ids(snapshot))
    visible = {entry.id for entry in snapshot.entries.values() if _may_travel(entry.record, audience)}
    dependents: dict[str, list[str]] = {}
    for record_id in visible:
        record = snapshot.entries[record_id].record
        plan = _plan(type(record), audience)
        for target in (*(str(getattr(record, name)) for name in plan.cites), superseded_by.get(record_id, "")):
            if "/" in target:
                dependents.setdefault(RecordRef.parse(target).record, []).append(record_id)
    hidden = [target for target in dependents if target not in visible]
    while hidden:
        for record_id in dependents.get(hidden.pop(), ()):
            if record_id in visible:
                visible.remove(record_id)
                hidden.append(record_id)
    return frozenset(visible)


def _superseded_ids(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    """The ids of superseded findings and decisions, each with the id of the record that superseded it."""
    for finding in snapshot.of(Finding):
        if finding.record.superseded_by:
            yield finding.id, finding.record.superseded_by
    for decision in snapshot.of(Decision):
        if decision.record.supersedes:
            yield decision.record.supersedes, decision.id


def _may_travel(record: Record, audience: Sharing) -> bool:
    """Whether a record and its required fields may reach the audience; a draft may not reach the public."""
    is_ready = not (record.draft and audience is Sharing.PUBLIC)
    return is_ready and record.sharing.may_reach(audience) and _plan(type(record), audience).is_open


def is_open(model: type[Part], path: FieldPath, audience: Sharing) -> bool:
    """Whether the field at the path, and every field around it, reaches the audience."""
    return _is_open(model, tuple(step for step in path if isinstance(step, str)), audience)


@cache
def _is_open(model: type[Part], names: tuple[str, ...], audience: Sharing) -> bool:
    part: type[Part] | None = model
    for name in names:
        field = shape_of(part).get(name) if part else None
        if field is None or not field.about.reach.may_reach(audience):
            return False
        part = field.part
    return True


@dataclass(frozen=True, slots=True)
class _View:
    """The view of an audience: its level, and the ids of the records it may see."""

    audience: Sharing
    records: frozenset[str]

    def names(self, target: str) -> bool:
        """Whether the audience may see this citation."""
        return "/" not in target or RecordRef.parse(target).record in self.records

    def fits(self, part: Part) -> bool:
        """Whether every required field is open; other parts are left out whole.

        So is evidence from a hidden record: what the note on it says, it says of that record.
        """
        if isinstance(part, Evidence) and part.record and not self.names(part.record):
            return False
        plan = _plan(type(part), self.audience)
        return plan.is_open and all(self.names(str(getattr(part, name))) for name in plan.cites)

    def open(self, part: Any) -> Any:
        """The part without what the audience may not see; the same object where nothing is left out."""
        model: type[Part] = type(part)
        plan = _plan(model, self.audience)
        changes = {name: empty for name, empty in plan.closed if getattr(part, name) != empty}
        for field, empty in plan.inside:
            value = getattr(part, field.name)
            opened = self._open_parts(value, field, empty) if value else value
            if opened is not value and opened != value:
                changes[field.name] = opened
        for field in plan.citing:
            value = getattr(part, field.name)
            if value and (visible := self._open_citations(value, field)) != value:
                changes[field.name] = visible
        return changed(part, **changes) if changes else part

    def _open_parts(self, value: Any, field: FieldShape, empty: Any) -> Any:
        parts = value if field.is_list else (value,)
        opened = tuple(self.open(part) for part in parts if self.fits(part))
        filled = tuple(part for part in opened if not _is_empty(part))
        if len(filled) == len(parts) and all(part is before for part, before in zip(filled, parts, strict=True)):
            return value
        return filled if field.is_list else (*filled, empty)[0]

    def _open_citations(self, value: Any, field: FieldShape) -> Any:
        if not field.is_list:
            return value if self.names(value) else None
        return tuple(target for target in value if self.names(target))


class _Plan(NamedTuple):
    """What an audience may see of a model: whether any part of it, and which fields need a look in each part.

    `cites` are the required fields that cite; `closed` the fields it may not see, each with its empty value; `inside`
    the open fields that hold parts, each with its empty value; `citing` the open fields that cite.
    """

    is_open: bool
    cites: tuple[str, ...]
    closed: tuple[tuple[str, Any], ...]
    inside: tuple[tuple[FieldShape, Any], ...]
    citing: tuple[FieldShape, ...]


@cache
def _plan(model: type[Part], audience: Sharing) -> _Plan:
    fields = shape_of(model).values()
    empty = {name: field.default for name, field in fields_of(model).items()}
    open_ = [field for field in fields if field.about.reach.may_reach(audience)]
    required = [field for field in fields if field.is_required]
    return _Plan(
        is_open=all(field in open_ for field in required),
        cites=tuple(field.name for field in required if field.ref is not None),
        closed=tuple((field.name, empty[field.name]) for field in fields if field not in open_),
        inside=tuple((field, empty[field.name]) for field in open_ if field.part is not None),
        citing=tuple(field for field in open_ if field.part is None and field.ref is not None),
    )


def _is_empty(part: Part) -> bool:
    """Whether no field of it is filled."""
    return part == _empty_part(type(part))


@cache
def _empty_part(model: type[Part]) -> Part | None:
    """A part of the model with no field filled; None where a field is required."""
    return None if any(field.is_required for field in shape_of(model).values()) else model()
