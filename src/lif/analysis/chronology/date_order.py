"""In which order the dates of a record belong, and where two of them certainly stand the other way round."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from lif.diagnostics.location import FieldPath
from lif.model.kind import Kind
from lif.model.parts.part import Part
from lif.model.parts.shape import shape_of
from lif.model.period import When
from lif.model.record import Record
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
_Fields = tuple[tuple[str, str], ...]
_FIELDS: dict[str, tuple[_Fields, ...]] = {
    kind: tuple(tuple((path.partition(".")[0], path.partition(".")[2]) for path, _ in chain) for chain in chains)
    for kind, chains in CHAINS.items()
}
"""The same, as the field of the record and the field inside it; empty where there is none."""
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
    if kind.name not in CHAINS:
        return
    seen: set[tuple[FieldPath, FieldPath]] = set()
    is_rapid = getattr(record, "review_kind", None) is ReviewKind.RAPID_REVIEW
    name = RAPID if is_rapid else kind.name
    for chain, fields in zip(CHAINS[name], _FIELDS[name], strict=True):
        if _runs_forwards(record, fields):
            continue
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


def _runs_forwards(record: Record, fields: _Fields) -> bool:
    """Whether no date lies before one it should follow: so it is in nearly every record, and this says it fast."""
    latest = date.min
    for name, rest in fields:
        value = getattr(record, name)
        if value is None:
            continue
        before = latest
        for one in value if isinstance(value, tuple) else (value,):
            when = getattr(one, rest) if rest else one
            if isinstance(when, When):
                first, last = when.earliest, when.latest
            elif isinstance(when, date):
                first = last = when
            else:
                continue
            if last < before:
                return False
            latest = max(latest, first)
    return True


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


def ahead(part: Part, day: date) -> list[tuple[FieldPath, When]]:
    """Every date after a day in a record, or in a part of one, that says that something has happened; with its place.

    Most records hold none, so a place is only put together where there is one.
    """
    plan, values = _plan(type(part)), vars(part)
    found: list[tuple[FieldPath, When]] = []
    for name in plan.whens:
        when: When | None = values[name]
        if when is not None and when.earliest > day:
            found.append(((name,), when))
    found.extend(((name,), When.parse(values[name])) for name in plan.days if values[name] and values[name] > day)
    for name, is_list in plan.inside:
        if is_list:
            for index, one in enumerate(values[name]):
                found.extend(((name, index, *at), when) for at, when in ahead(one, day))
        elif values[name] is not None:
            found.extend(((name, *at), when) for at, when in ahead(values[name], day))
    return found


def backwards(part: Part, at: FieldPath = ()) -> Iterator[tuple[FieldPath, When, When]]:
    """Every span, from `since` to `until`, that certainly ends before it begins; the place is that of the part."""
    plan = _plan(type(part))
    if plan.is_span:
        since, until = getattr(part, "since"), getattr(part, "until")  # noqa: B009 - many models have both
        if since is not None and until is not None and until.is_before(since):
            yield at, since, until
    for name, is_list in plan.spans_inside:
        value = getattr(part, name)
        if is_list:
            for index, one in enumerate(value):
                yield from backwards(one, (*at, name, index))
        elif value is not None:
            yield from backwards(value, (*at, name))


class _Plan(NamedTuple):
    """What of a model holds dates.

    `whens` and `days` are the fields that say that something has happened, and `inside` those whose parts have some,
    with whether they are lists; `is_span` whether it has a `since` and an `until`, and `spans_inside` which parts have.
    """

    whens: tuple[str, ...]
    days: tuple[str, ...]
    inside: tuple[tuple[str, bool], ...]
    is_span: bool
    spans_inside: tuple[tuple[str, bool], ...]


@cache
def _plan(model: type[Part]) -> _Plan:
    fields = shape_of(model).values()
    dates = {field.name: field.kind_of_value for field in fields if not field.is_list}
    past = [name for name in dates if name not in _MAY_BE_AHEAD and not name.endswith("due")]
    parts = [(field.name, field.is_list, _plan(field.part)) for field in fields if field.part]
    return _Plan(
        whens=tuple(name for name in past if dates[name] is When),
        days=tuple(name for name in past if dates[name] is date),
        inside=tuple((name, is_list) for name, is_list, plan in parts if plan.whens or plan.days or plan.inside),
        is_span={dates.get("since"), dates.get("until")} <= {When, date},
        spans_inside=tuple((name, is_list) for name, is_list, plan in parts if plan.is_span or plan.spans_inside),
    )
