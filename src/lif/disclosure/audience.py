"""The one place that decides what an audience sees: absent unless a record and a field are open to it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, NamedTuple

from lif.diagnostics.location import FieldPath
from lif.disclosure.request import Withheld
from lif.model.kinds.decision import Decision
from lif.model.kinds.finding import Finding
from lif.model.parts.part import Part, changed, fields_of
from lif.model.parts.shape import FieldShape, shape_of
from lif.model.record import Record
from lif.model.sharing import Sharing
from lif.model.snapshot import Entry, Snapshot


def for_audience(snapshot: Snapshot, audience: Sharing) -> tuple[Snapshot, int]:
    """The snapshot as this audience may see it, and how many records were withheld whole.

    A field is open when its own level and that of every field around it reach the audience; one that is not is as if it
    had never been filled, and so is a citation of a record that is withheld. A record is withheld whole when one of its
    required fields is not open, when it rests on a withheld record or a withheld one took its place, and when it cannot
    be read: nobody knows then how far it may go.
    """
    if audience is Sharing.RESTRICTED:
        return snapshot, 0
    seen = tuple(_seen(snapshot, audience))
    return snapshot.with_entries(seen), len(snapshot.entries) - len(seen)


def manifest(whole: Snapshot, seen: Snapshot, audience: Sharing) -> Withheld:
    """What `for_audience` left out of the whole; for the public no more than how many."""
    gone = Counter(entry.kind.folder for entry in whole.entries.values() if entry.id not in seen.entries)
    narrowed = sum(entry.record is not whole.entries[entry.id].record for entry in seen.entries.values())
    return Withheld(gone.total(), () if audience is Sharing.PUBLIC else tuple(sorted(gone.items())), narrowed)


def _seen(snapshot: Snapshot, audience: Sharing) -> Iterator[Entry[Record]]:
    view = _View(audience, _shown(snapshot, audience))
    for record_id in view.records:
        entry = snapshot.entries[record_id]
        record = view.open(entry.record)
        cited = tuple(
            citation
            for citation in entry.citations
            if is_open(type(entry.record), citation.at, audience) and view.names(citation.target)
        )
        items = {key: where for key, where in entry.items.items() if is_open(type(record), (where,), audience)}
        yield replace(entry, record=record, citations=cited, items=items)


def _shown(snapshot: Snapshot, audience: Sharing) -> frozenset[str]:
    """The records that may be seen: whatever rests on one that may not, or was superseded by one, goes with it."""
    later = dict(_superseded(snapshot))
    shown = {entry.id for entry in snapshot.entries.values() if _may_travel(entry.record, audience)}
    rest_on: dict[str, list[str]] = {}
    for one in shown:
        record = snapshot.entries[one].record
        plan = _plan(type(record), audience)
        for target in (*(str(getattr(record, name)) for name in plan.cites), later.get(one, "")):
            if "/" in target:
                rest_on.setdefault(target.partition("#")[0], []).append(one)
    gone = [target for target in rest_on if target not in shown]
    while gone:
        for one in rest_on.get(gone.pop(), ()):
            if one in shown:
                shown.remove(one)
                gone.append(one)
    return frozenset(shown)


def _superseded(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    """Findings and decisions, each with the one that took its place."""
    for finding in snapshot.of(Finding):
        if finding.record.superseded_by:
            yield finding.id, finding.record.superseded_by
    for decision in snapshot.of(Decision):
        if decision.record.supersedes:
            yield decision.record.supersedes, decision.id


def _may_travel(record: Record, audience: Sharing) -> bool:
    """Whether a record and its required fields may reach the audience; a draft is not for the public yet."""
    is_ready = not (record.draft and audience is Sharing.PUBLIC)
    return is_ready and record.sharing.may_reach(audience) and _plan(type(record), audience).is_open


def is_open(model: type[Part], path: FieldPath, audience: Sharing) -> bool:
    """Whether the field at the path, and every field around it, reaches the audience."""
    return _is_open(model, tuple(step for step in path if isinstance(step, str)), audience)


@cache
def _is_open(model: type[Part], names: tuple[str, ...], audience: Sharing) -> bool:
    here: type[Part] | None = model
    for name in names:
        field = shape_of(here).get(name) if here else None
        if field is None or not field.about.reach.may_reach(audience):
            return False
        here = field.part
    return True


@dataclass(frozen=True, slots=True)
class _View:
    """What an audience may see: its level, and the records that are not withheld from it."""

    audience: Sharing
    records: frozenset[str]

    def names(self, target: str) -> bool:
        """Whether what is cited may be named."""
        return "/" not in target or target.partition("#")[0] in self.records

    def fits(self, part: Part) -> bool:
        """Whether every required field is open; a part that does not fit is left out whole."""
        plan = _plan(type(part), self.audience)
        return plan.is_open and all(self.names(str(getattr(part, name))) for name in plan.cites)

    def open(self, part: Any) -> Any:
        """The part without what its audience may not see; the part itself where that is nothing."""
        model: type[Part] = type(part)
        plan = _plan(model, self.audience)
        changes = {name: empty for name, empty in plan.closed if getattr(part, name) != empty}
        for field, empty in plan.inside:
            value = getattr(part, field.name)
            left = self._inside(value, field, empty) if value else value
            if left is not value and left != value:
                changes[field.name] = left
        for field in plan.citing:
            value = getattr(part, field.name)
            if value and (named := self._named(value, field)) != value:
                changes[field.name] = named
        return changed(part, **changes) if changes else part

    def _inside(self, value: Any, field: FieldShape, empty: Any) -> Any:
        values = value if field.is_list else (value,)
        opened = tuple(self.open(one) for one in values if self.fits(one))
        left = tuple(one for one in opened if not _is_empty(one))
        if len(left) == len(values) and all(one is before for one, before in zip(left, values, strict=True)):
            return value
        return left if field.is_list else (*left, empty)[0]

    def _named(self, value: Any, field: FieldShape) -> Any:
        if not field.is_list:
            return value if self.names(value) else None
        return tuple(one for one in value if self.names(one))


class _Plan(NamedTuple):
    """What an audience may see of a model: whether a part of it at all, and what has to be looked at in each.

    `cites` are the required fields that cite, `closed` those it may not see with what an empty one holds, `inside`
    those with parts, `citing` those that cite.
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
    """Whether nothing in it is filled."""
    return part == _nothing(type(part))


@cache
def _nothing(model: type[Part]) -> Part | None:
    """A part of the model with nothing in it; None where something is required."""
    return None if any(field.is_required for field in shape_of(model).values()) else model()
