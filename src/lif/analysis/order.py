"""In which order the dates of a record belong, and where two of them certainly stand the other way round."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from lif.diagnostics.location import FieldPath
from lif.model.kind import Kind
from lif.model.part import Part
from lif.model.period import When
from lif.model.record import Record
from lif.model.shape import shape_of
from lif.model.vocabulary import ReviewKind

_Chain = tuple[tuple[str, str], ...]
RAPID = "rapid review"
"""A rapid review ends in a decision; any other review begins with one."""
_COURSE: _Chain = (
    ("life.commissioned", "commissioned"),
    ("life.started", "begun"),
    ("life.completed", "completed"),
    ("life.published", "published"),
    ("life.withdrawn", "taken down"),
)
_PANEL: tuple[_Chain, ...] = (
    (("life.aware", "known to the partners"), ("life.notified", "notified"), ("life.panel_replied", "replied to")),
    (
        ("life.aware", "known to the partners"),
        ("life.rapid_review_sent", "sent to the Panel as a rapid review"),
        ("life.panel_replied", "replied to"),
    ),
)
CHAINS: dict[str, tuple[_Chain, ...]] = {
    "review": ((("life.decided", "decided on"), *_COURSE), *_PANEL),
    RAPID: (_COURSE, (("life.started", "begun"), ("life.decided", "decided on")), *_PANEL),
    "audit": (
        (
            ("life.planned", "put on the programme"),
            ("life.started", "begun"),
            ("life.completed", "completed"),
            ("life.reported", "reported"),
            ("life.reaudit_due", "due to be repeated"),
        ),
    ),
    "assessment": (
        (("asked", "asked for"), ("returned", "returned")),
        (("asked", "asked for"), ("due", "due")),
    ),
    "inspection": ((("started", "begun"), ("completed", "ended"), ("published", "published")),),
    "action": (
        (("agreed", "agreed"), ("due", "due")),
        (("agreed", "agreed"), ("done", "done"), ("closed", "closed")),
        (("started", "begun"), ("done", "done"), ("closed", "closed")),
    ),
    "need": ((("raised", "raised"), ("answered", "answered")),),
    "challenge": (
        (("raised", "raised"), ("answered", "answered"), ("closed", "closed")),
        (("raised", "raised"), ("answer_due", "due to be answered")),
    ),
    "flag": (
        (("raised", "raised"), ("acknowledged.date", "acknowledged")),
        (("raised", "raised"), ("answered", "answered")),
        (("raised", "raised"), ("reported_to_executive", "reported to the Executive")),
    ),
    "learning": ((("date", "passed on"), ("received.date", "received")),),
}
"""For each kind, dates in the order in which they come, with what happens on each."""
_MAY_BE_AHEAD = {"to", "since", "until", "takes_effect", "planned", "retention_review"}
"""Dates that may lie ahead, besides those that are due; every other says that something has happened."""


class Dated(NamedTuple):
    """A date in a record: where it stands, what happened then, and when."""

    at: FieldPath
    what: str
    when: When


class Disorder(NamedTuple):
    """Two dates that certainly stand the wrong way round: `first` should not come after `second`."""

    first: Dated
    second: Dated


def out_of_order(kind: Kind, record: Record) -> Iterator[Disorder]:
    """Every date that certainly lies before one it should follow, each held against the latest before it."""
    seen: set[tuple[FieldPath, FieldPath]] = set()
    is_rapid = getattr(record, "review_kind", None) is ReviewKind.RAPID_REVIEW
    for chain in CHAINS.get(RAPID if is_rapid else kind.name, ()):
        latest: Dated | None = None
        for path, what in chain:
            before = latest
            for dated in _dated(record, path, what):
                if before is not None and dated.when.is_before(before.when):
                    if (before.at, dated.at) not in seen:
                        seen.add((before.at, dated.at))
                        yield Disorder(before, dated)
                elif latest is None or dated.when.earliest > latest.when.earliest:
                    latest = dated


def _dated(record: Record, path: str, what: str) -> Iterator[Dated]:
    name, _, rest = path.partition(".")
    value = getattr(record, name)
    if isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from _as_dated(getattr(one, rest), (name, index, rest), what)
    else:
        yield from _as_dated(getattr(value, rest) if rest else value, (name, rest) if rest else (name,), what)


def _as_dated(value: Any, at: FieldPath, what: str) -> Iterator[Dated]:
    if isinstance(value, (When, date)):
        yield Dated(at, what, When.parse(value))


def happened(record: Record) -> Iterator[tuple[FieldPath, When]]:
    """Every date in a record that says that something has happened, with its place."""
    for at, part in _parts_with_dates(record, ()):
        for name in _plan(type(part)).dates:
            value = getattr(part, name)
            if value is not None and name not in _MAY_BE_AHEAD and not name.endswith("due"):
                yield (*at, name), When.parse(value)


def backwards(record: Record) -> Iterator[tuple[FieldPath, When, When]]:
    """Every span, from `since` to `until`, that certainly ends before it begins; the place is that of the part."""
    for at, part in _parts_with_dates(record, ()):
        if {"since", "until"} <= set(_plan(type(part)).dates):
            since, until = getattr(part, "since"), getattr(part, "until")  # noqa: B009 - many models have both
            if since is not None and until is not None and until.is_before(since):
                yield at, since, until


class _Plan(NamedTuple):
    """Which fields of a model hold dates, and which hold parts that do."""

    dates: tuple[str, ...]
    inside: tuple[tuple[str, bool], ...]


@cache
def _plan(model: type[Part]) -> _Plan:
    fields = shape_of(model).values()
    dates = tuple(field.name for field in fields if field.kind_of_value in {When, date} and not field.is_list)
    inside = tuple((field.name, field.is_list) for field in fields if field.part and any(_plan(field.part)))
    return _Plan(dates, inside)


def _parts_with_dates(part: Part, at: FieldPath) -> Iterator[tuple[FieldPath, Part]]:
    plan = _plan(type(part))
    if plan.dates:
        yield at, part
    for name, is_list in plan.inside:
        value = getattr(part, name)
        if is_list:
            for index, one in enumerate(value):
                yield from _parts_with_dates(one, (*at, name, index))
        elif value is not None:
            yield from _parts_with_dates(value, (*at, name))
