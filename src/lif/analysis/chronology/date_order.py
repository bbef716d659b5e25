"""The order in which the dates of a record belong, and dates that are certainly in the wrong order."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from lif.diagnostics.location import FieldPath
from lif.model.declaration import DateStep
from lif.model.parts.part import Part
from lif.model.parts.shape import shape_of
from lif.model.period import When
from lif.model.record import Record


class Dated(NamedTuple):
    """A date in a record: the path to it, what happened then, and when."""

    at: FieldPath
    what: str
    when: When


class DatesOutOfOrder(NamedTuple):
    """Two dates that are certainly in the wrong order: `first` should not come after `second`."""

    first: Dated
    second: Dated


def dates_out_of_order(record: Record) -> Iterator[DatesOutOfOrder]:
    """Yield every date that certainly lies before one it should follow, each with the latest date before it.

    The chains of dates are those that the kind declares.
    """
    reported: set[tuple[FieldPath, FieldPath]] = set()
    for chain in record.date_chains:
        if _is_in_order(record, _fields(chain)):
            continue
        latest: Dated | None = None
        for path, what in chain:
            previous = latest
            for dated in _dates_at(record, path, what):
                if previous is not None and dated.when.is_before(previous.when):
                    if (previous.at, dated.at) not in reported:
                        reported.add((previous.at, dated.at))
                        yield DatesOutOfOrder(previous, dated)
                elif latest is None or dated.when.earliest > latest.when.earliest:
                    latest = dated


@cache
def _fields(chain: tuple[DateStep, ...]) -> tuple[tuple[str, str], ...]:
    """The fields of a chain as pairs: the field of the record and the field inside it, empty where there is none."""
    return tuple((step.path.partition(".")[0], step.path.partition(".")[2]) for step in chain)


def _is_in_order(record: Record, fields: tuple[tuple[str, str], ...]) -> bool:
    """Whether no date lies before one it should follow: a fast check, since this holds in nearly every record."""
    latest = date.min
    for name, inner in fields:
        value = getattr(record, name)
        if value is None:
            continue
        previous = latest
        for item in value if isinstance(value, tuple) else (value,):
            when = getattr(item, inner) if inner else item
            if isinstance(when, When):
                first, last = when.earliest, when.latest
            elif isinstance(when, date):
                first = last = when
            else:
                continue
            if last < previous:
                return False
            latest = max(latest, first)
    return True


def _dates_at(record: Record, path: str, what: str) -> Iterator[Dated]:
    """Yield the date at a path, or the date in each item of a list."""
    name, _, inner = path.partition(".")
    value = getattr(record, name)
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _as_dated(getattr(item, inner), (name, index, inner), what)
    else:
        yield from _as_dated(getattr(value, inner) if inner else value, (name, inner) if inner else (name,), what)


def _as_dated(value: Any, at: FieldPath, what: str) -> Iterator[Dated]:
    if isinstance(value, (When, date)):
        yield Dated(at, what, When.parse(value))


def future_dates(part: Part, day: date) -> list[tuple[FieldPath, When]]:
    """The dates in a record or a part of one that say that something has happened, but lie after a day; with paths.

    Most records have no such date, so a path is only built where there is one.
    """
    date_fields, values = _date_fields(type(part)), vars(part)
    dates: list[tuple[FieldPath, When]] = []
    for name in date_fields.whens:
        when: When | None = values[name]
        if when is not None and when.earliest > day:
            dates.append(((name,), when))
    dates.extend(
        ((name,), When.parse(values[name])) for name in date_fields.days if values[name] and values[name] > day
    )
    for name, is_list in date_fields.inside:
        if is_list:
            for index, item in enumerate(values[name]):
                dates.extend(((name, index, *at), when) for at, when in future_dates(item, day))
        elif values[name] is not None:
            dates.extend(((name, *at), when) for at, when in future_dates(values[name], day))
    return dates


def reversed_spans(part: Part, at: FieldPath = ()) -> Iterator[tuple[FieldPath, When, When]]:
    """Yield every span from `since` to `until` that certainly ends before it begins, with the path of its part."""
    date_fields = _date_fields(type(part))
    if date_fields.is_span:
        since, until = getattr(part, "since"), getattr(part, "until")  # noqa: B009 - many models have both
        if since is not None and until is not None and until.is_before(since):
            yield at, since, until
    for name, is_list in date_fields.spans_inside:
        value = getattr(part, name)
        if is_list:
            for index, item in enumerate(value):
                yield from reversed_spans(item, (*at, name, index))
        elif value is not None:
            yield from reversed_spans(value, (*at, name))


class _DateFields(NamedTuple):
    """The fields of a model that hold dates.

    `whens` and `days`: fields whose date says that something has happened. `inside`: fields whose parts hold such
    dates, with whether the field is a list. `is_span`: the model has both `since` and `until`. `spans_inside`: fields
    whose parts hold spans, with whether the field is a list.
    """

    whens: tuple[str, ...]
    days: tuple[str, ...]
    inside: tuple[tuple[str, bool], ...]
    is_span: bool
    spans_inside: tuple[tuple[str, bool], ...]


@cache
def _date_fields(model: type[Part]) -> _DateFields:
    fields = shape_of(model).values()
    dates = {field.name: field.kind_of_value for field in fields if not field.is_list}
    happened = [field.name for field in fields if not (field.is_list or field.about.ahead)]
    parts = [(field.name, field.is_list, _date_fields(field.part)) for field in fields if field.part]
    return _DateFields(
        whens=tuple(name for name in happened if dates[name] is When),
        days=tuple(name for name in happened if dates[name] is date),
        inside=tuple((name, is_list) for name, is_list, inner in parts if inner.whens or inner.days or inner.inside),
        is_span={dates.get("since"), dates.get("until")} <= {When, date},
        spans_inside=tuple((name, is_list) for name, is_list, inner in parts if inner.is_span or inner.spans_inside),
    )
