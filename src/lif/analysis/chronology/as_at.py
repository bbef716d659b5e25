"""The records as they stood on a day: without everything that lies after it.

A record is left out when it begins after the day, with every citation of it and every finding that comes from it. Of
the other records the dated parts are left out that lie after the day: progress, answers, evidence, points of a figure.
A field that belongs to such a date goes with it, and a due day goes back through the moves that were not yet agreed.
A date that is not exact counts from its earliest day, so that what happened "in 2019" is known from its first day on.
What holds no date stays: when it became known cannot be told.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from lif.analysis.chronology.date_order import future_dates
from lif.analysis.chronology.record_date import date_at
from lif.analysis.duties.review_decision import reviews_decided_on
from lif.model.declaration import LifeStage
from lif.model.inferred_places import without_closed_places
from lif.model.kinds.decision import Decision
from lif.model.kinds.finding import Finding
from lif.model.parts.part import Part, changed, fields_of
from lif.model.parts.shape import FieldShape, field_at, shape_of
from lif.model.period import InForce, When
from lif.model.record import Record, Source
from lif.model.reference import RecordRef
from lif.model.snapshot import Entry, Snapshot

_DATES_OF_ITEMS = ("date", "at", "made", "raised", "agreed", "asked")
"""The fields that say when an item of a list came to be, the first that is filled counts."""
_CITES_ALL = "record"
"""A part says nothing without the record that stands in this field: a piece of evidence, a reading."""


def as_at(snapshot: Snapshot, day: date) -> Snapshot:
    """The snapshot without everything that lies after the day; the same snapshot where nothing does.

    The same day a second time changes nothing.
    """
    gone = frozenset(_later_ids(snapshot, day))
    touched = {entry.id for entry in snapshot.entries.values() if future_dates(entry.record, day)} - gone
    if not gone and not touched:
        return snapshot
    while True:
        cut = _Cut(day, gone)
        touched |= {entry.id for entry in snapshot.entries.values() if cut.cites_gone(entry)}
        records = {record_id: cut.record(snapshot.entries[record_id].record) for record_id in touched - gone}
        more = {record_id for record_id, record in records.items() if record is None}
        more |= set(_items_gone(snapshot, records))
        if more <= gone:
            return snapshot.with_entries(_entries(snapshot, gone, records), snapshot.broken.values())
        gone |= more


def _entries(snapshot: Snapshot, gone: frozenset[str], records: Mapping[str, Record | None]) -> Iterator[Entry[Record]]:
    for entry in snapshot.entries.values():
        if entry.id not in gone:
            record = records.get(entry.id) or entry.record
            yield entry if record is entry.record else entry.with_record(record)


def _items_gone(snapshot: Snapshot, records: Mapping[str, Record | None]) -> Iterator[str]:
    """The ids of the items that can be cited and that are no longer in their record."""
    for record_id, record in records.items():
        entry = snapshot.entries[record_id]
        if record is not None and record is not entry.record and entry.items:
            left = {item.key for name in set(entry.items.values()) for item in getattr(record, name)}
            yield from (entry.id_of(key) for key in entry.items if key not in left)


def _later_ids(snapshot: Snapshot, day: date) -> Iterator[str]:
    """The records that begin after the day. A review without a date of its own begins with the decision to review."""
    decided_later = _decided_later(snapshot, day)
    for entry in snapshot.entries.values():
        record = entry.record
        if _begins_after(record, day) or (entry.id in decided_later and not any(_own_dates(record))):
            yield entry.id
        elif isinstance(record, Finding) and record.date is None:
            source = snapshot.entries.get(record.source)
            if source is not None and _is_reported_after(source.record, day):
                yield entry.id


def _decided_later(snapshot: Snapshot, day: date) -> frozenset[str]:
    """The reviews on which every dated decision to review lies after the day, also one that was superseded since."""
    days: dict[str, list[date]] = {}
    for entry in snapshot.of(Decision):
        if entry.record.review_decision is not None and entry.record.date is not None:
            for review in reviews_decided_on(snapshot, entry):
                days.setdefault(review, []).append(entry.record.date.earliest)
    return frozenset(review for review, of_review in days.items() if min(of_review) > day)


def _begins_after(record: Record, day: date) -> bool:
    """Whether the record has dates of its own and all of them lie after the day, that of its planning too."""
    dates = [when.earliest for when in _own_dates(record)]
    planned = [when.earliest for path in _paths_of_plans(type(record)) if (when := date_at(record, path))]
    return bool(dates) and min(dates + planned) > day


def _own_dates(record: Record) -> Iterator[When]:
    """The dates on which a record can have been written: those of its events, not of its parts.

    A figure was first known with its first point.
    """
    for path in _paths_of_own_dates(type(record)):
        when = date_at(record, path)
        if when is not None:
            yield when


@cache
def _paths_of_own_dates(model: type[Record]) -> tuple[str, ...]:
    paths = []
    for name, field in shape_of(model).items():
        if field.part is not None and not field.is_list and name == "life":
            paths += [f"{name}.{inner.name}" for inner in shape_of(field.part).values() if _is_event(inner)]
        elif name == "series":
            paths += ["series.0.at", "series.-1.at"]
        elif _is_event(field):
            paths.append(name)
    return tuple(paths)


@cache
def _paths_of_plans(model: type[Record]) -> tuple[str, ...]:
    """The dates of planning that a kind declares as part of its life, which may lie ahead."""
    own = set(_paths_of_own_dates(model))
    return tuple(
        event.path for event in model.declares.life if event.stage is LifeStage.PLANNED and event.path not in own
    )


def _is_event(field: FieldShape) -> bool:
    """Whether a field holds a date that says that something has happened."""
    return field.kind_of_value in {When, date} and not (field.is_list or field.about.ahead)


def _is_reported_after(source: Record, day: date) -> bool:
    """Whether a source has dates of its report and all of them lie after the day."""
    dates = [when.earliest for path in source.declares.reported_by if (when := date_at(source, path))]
    return bool(dates) and min(dates) > day


@dataclass(frozen=True, slots=True)
class _Cut:
    """The day after which nothing is known, and the ids of the records and items that are gone."""

    day: date
    gone: frozenset[str]

    def is_gone(self, target: str) -> bool:
        """Whether what is cited is no longer there."""
        return "/" in target and (target in self.gone or RecordRef.parse(target).record in self.gone)

    def cites_gone(self, entry: Entry[Record]) -> bool:
        """Whether the record cites anything that is no longer there."""
        return any(self.is_gone(cited.target) for cited in entry.citations)

    def lies_ahead(self, when: When | date | None) -> bool:
        """Whether a date certainly lies after the day."""
        return when is not None and (when.earliest if isinstance(when, When) else when) > self.day

    def record(self, record: Record) -> Record | None:
        """The record as it stood on the day; None where a record it rests on is gone."""
        dependants = {name: paths for name, paths in _dependants(type(record)) if self._are_all_ahead(record, paths)}
        cut: Record | None = self.part(record)
        if cut is None:
            return None
        for path in dependants:
            cut = _without(cut, path)
        return without_closed_places(cut)

    def _are_all_ahead(self, record: Record, paths: Sequence[str]) -> bool:
        dates = [when for path in paths if (when := date_at(record, path))]
        return bool(dates) and all(self.lies_ahead(when) for when in dates)

    def part(self, part: Any) -> Any:
        """The part as it stood on the day; None where it was not there."""
        model: type[Part] = type(part)
        plan = _plan(model)
        values = part.__dict__
        if any(self.is_gone(values[name]) for name in plan.rests_on if values[name]):
            return None
        changes = {name: empty for name, empty in plan.events if self.lies_ahead(values[name])}
        for name, moves in plan.moved:
            changes |= self._due_before(values[name], name, values[moves])
        for field, empty in plan.citing:
            value = values[field.name]
            if field.is_list and any(map(self.is_gone, value)):
                changes[field.name] = tuple(target for target in value if not self.is_gone(target))
            elif value and not field.is_list and self.is_gone(value):
                changes[field.name] = empty
        for field, empty in plan.inside:
            value = values[field.name]
            if value and (left := self._inside(field, value, empty)) is not value:
                changes[field.name] = left
        return changed(part, **changes) if changes else part

    def _due_before(self, due: Any, name: str, moves: Sequence[Any]) -> dict[str, Any]:
        """The day it was due before the first move that was agreed after the day."""
        later = next((move for move in moves if self.lies_ahead(move.agreed)), None)
        return {name: later.since} if due is not None and later is not None else {}

    def _inside(self, field: FieldShape, value: Any, empty: Any) -> Any:
        if not field.is_list:
            if self.lies_ahead(getattr(value, "date", None)) or self._rests_on_gone(value):
                return empty
            left = self.part(value)
            return empty if left is None else left
        kept = tuple(left for item in value if (left := self._item(item)) is not None)
        return value if len(kept) == len(value) and all(map(_is_same, kept, value)) else kept

    def _item(self, item: Any) -> Any:
        """An item of a list; None where it came to be after the day, or cites what is gone."""
        model: type[Part] = type(item)
        plan = _plan(model)
        came = next((when for name in plan.dated_by if (when := getattr(item, name)) is not None), None)
        return None if self.lies_ahead(came) or self._rests_on_gone(item) else self.part(item)

    def _rests_on_gone(self, part: Any) -> bool:
        """Whether the record is gone without which the part says nothing."""
        model: type[Part] = type(part)
        return _plan(model).cites_all and self.is_gone(getattr(part, _CITES_ALL) or "")


def _is_same(left: Any, right: Any) -> bool:
    return left is right


def _without(part: Any, path: str) -> Any:
    """The part without the value at a path of field names."""
    name, _, inner = path.partition(".")
    if inner:
        value = getattr(part, name)
        return part if value is None else changed(part, **{name: _without(value, inner)})
    model: type[Part] = type(part)
    return changed(part, **{name: fields_of(model)[name].default})


class _Plan(NamedTuple):
    """What to look at in a part.

    `events` are the fields whose dates say that something has happened, each with its empty value; `dated_by` those of
    them that say when an item came to be; `moved` the due days that were moved, each with the field of the moves;
    `rests_on` the required citations, `citing` the other ones; `inside` the fields that hold parts.
    """

    events: tuple[tuple[str, Any], ...]
    dated_by: tuple[str, ...]
    moved: tuple[tuple[str, str], ...]
    rests_on: tuple[str, ...]
    citing: tuple[tuple[FieldShape, Any], ...]
    inside: tuple[tuple[FieldShape, Any], ...]
    cites_all: bool


@cache
def _plan(model: type[Part]) -> _Plan:
    fields = tuple(shape_of(model).values())
    empty = {name: field.default for name, field in fields_of(model).items()}
    events = {field.name for field in fields if _is_event(field)}
    citing = [field for field in fields if field.part is None and field.ref is not None]
    optional_events = [field.name for field in fields if field.name in events and not field.is_required]
    changing = [field for field in fields if field.part is not None and _may_change(field.part)]
    return _Plan(
        events=tuple((name, empty[name]) for name in optional_events),
        dated_by=tuple(name for name in _DATES_OF_ITEMS if name in events),
        moved=tuple((field.name, field.about.back_through) for field in fields if field.about.back_through),
        rests_on=tuple(field.name for field in citing if field.is_required),
        citing=tuple((field, empty[field.name]) for field in citing if not field.is_required),
        inside=tuple((field, empty[field.name]) for field in changing),
        cites_all=_CITES_ALL in {field.name for field in citing},
    )


@cache
def _may_change(part: type[Part]) -> bool:
    """Whether a part may change from day to day: what is in force for a time, and sources, hold their own dates."""
    return not issubclass(part, (InForce, Source))


@cache
def _dependants(model: type[Record]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The fields of a kind that belong to a date, each with the paths of those dates that the kind has."""
    return tuple(_goes_with(model, model, ""))


def _goes_with(model: type[Record], part: type[Part], within: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, field in shape_of(part).items():
        paths = tuple(path for path in field.about.goes_with if field_at(model, tuple(path.split("."))))
        if paths:
            yield f"{within}{name}", paths
        if field.part is not None and not field.is_list and not within:
            yield from _goes_with(model, field.part, f"{name}.")
