"""The life of an activity: planned, under way, reported, embedded, evaluated (F1.3, F6.7).

The stage is derived from dated events every time it is asked for; no record holds it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from lif.analysis.chronology.date_order import RAPID
from lif.analysis.impact.embedding import shown_by, why_not
from lif.analysis.impact.evidenced import LEVEL_WORDS, NEEDS_PROOF
from lif.analysis.lines.followed_by import followers
from lif.model.kinds.evaluation import Evaluation
from lif.model.period import When
from lif.model.record import Record
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import ReviewKind


class LifeStage(StrEnum):
    """The five stages of the framework (F1.3), in order."""

    PLANNED = "planned"
    UNDER_WAY = "under way"
    REPORTED = "reported"
    EMBEDDED = "embedded"
    EVALUATED = "evaluated"


PLANNED, UNDER_WAY, REPORTED, EMBEDDED, EVALUATED = LifeStage
_ORDER = tuple(LifeStage)
_SAID_OF = {("actions", REPORTED): "done", ("learning", REPORTED): "passed on"}


@dataclass(frozen=True, slots=True)
class Event:
    """One dated event of a life: the stage it belongs to, what happened, when, and the record that tells of it."""

    stage: LifeStage
    what: str
    when: When | None
    record: str


@dataclass(frozen=True, slots=True)
class Wait:
    """Days from the first event of one stage to that of the next; least and most differ where a day is not known."""

    since: LifeStage
    until: LifeStage
    least: int
    most: int

    @property
    def is_exact(self) -> bool:
        """Whether both days are known."""
        return self.least == self.most


@dataclass(frozen=True, slots=True)
class Missing:
    """A stage that is not reached, and what would be needed."""

    stage: LifeStage
    what: str


@dataclass(frozen=True, slots=True)
class Life:
    """The furthest stage reached, None where no event is known; the events in order; the waits; what is missing."""

    record: str
    stage: LifeStage | None
    events: tuple[Event, ...]
    waits: tuple[Wait, ...]
    missing: tuple[Missing, ...]

    @property
    def word(self) -> str:
        """The stage as people say it of this kind of record: an action is done, learning is passed on."""
        if self.stage is None:
            return ""
        return _SAID_OF.get((self.record.partition("/")[0], self.stage), self.stage.value)

    def reached(self, stage: LifeStage) -> bool:
        """Whether any event of the stage is known."""
        return any(event.stage is stage for event in self.events)


_FIRST_PROGRESS = "progress.0.date"
"""Shows that an action is under way where the day it began is not known."""
_EVENTS: Mapping[str, tuple[tuple[LifeStage, str, str], ...]] = {
    "review": (
        (PLANNED, "life.decided", "decided on"),
        (PLANNED, "life.commissioned", "commissioned"),
        (UNDER_WAY, "life.started", "began"),
        (REPORTED, "life.completed", "completed"),
        (REPORTED, "shared_with_group", "shared with the Quality Improvement Group"),
        (REPORTED, "life.published", "published"),
    ),
    RAPID: (
        (PLANNED, "life.commissioned", "commissioned"),
        (UNDER_WAY, "life.started", "began"),
        (REPORTED, "life.completed", "completed"),
        (REPORTED, "life.decided", "decided on"),
        (REPORTED, "life.rapid_review_sent", "sent to the Panel"),
        (REPORTED, "shared_with_group", "shared with the Quality Improvement Group"),
    ),
    "audit": (
        (PLANNED, "life.planned", "put on the programme"),
        (UNDER_WAY, "life.started", "began"),
        (UNDER_WAY, "life.completed", "last case looked at"),
        (REPORTED, "life.reported", "reported"),
        (REPORTED, "shared_with_group", "shared with the Quality Improvement Group"),
    ),
    "assessment": (
        (PLANNED, "asked", "asked for"),
        (UNDER_WAY, "returned", "returned"),
        (REPORTED, "shared_with_group", "shared with the Quality Improvement Group"),
    ),
    "inspection": (
        (UNDER_WAY, "started", "began"),
        (REPORTED, "completed", "ended"),
        (REPORTED, "published", "published"),
    ),
    "learning": ((REPORTED, "date", "passed on"),),
    "action": (
        (PLANNED, "agreed", "agreed"),
        (UNDER_WAY, "started", "began"),
        (UNDER_WAY, _FIRST_PROGRESS, "first progress"),
        (REPORTED, "done", "done"),
        (REPORTED, "closed", "closed"),
    ),
}
"""For each kind that has a life, the dates in it, the stage each belongs to, and what people call it."""
KINDS_WITH_A_LIFE = frozenset(_EVENTS) - {RAPID}
_NEEDED = {
    PLANNED: "the day it was planned",
    UNDER_WAY: "the day it began",
    REPORTED: "the day it was reported",
    EVALUATED: "an evaluation",
}
_NEEDED_OF = {
    ("action", PLANNED): "the day it was agreed",
    ("action", REPORTED): "the day the work was done",
    ("learning", REPORTED): "the day it was passed on",
}
_FROM_PRACTICE = "evidence from practice, or for children and families (levels 3 and 4)"


def life_of(snapshot: Snapshot, entry: Entry[Record], today: date) -> Life | None:
    """The life of an activity, an action or a piece of learning as of that day; None for a record that has none.

    What is embedded and evaluated is read from whatever followed from the record: evaluations of it, and the actions,
    decisions and learning that answer it or its findings. What certainly lies after `today` has not happened.
    """
    if entry.kind.name not in KINDS_WITH_A_LIFE:
        return None
    after = followers(snapshot, entry.id)
    known = (*_own(entry), *_of_others(entry, after))
    events = tuple(sorted((one for one in known if not _is_ahead(one, today)), key=_by_date))
    reached = [stage for stage in _ORDER if any(event.stage is stage for event in events)]
    stage = reached[-1] if reached else None
    return Life(entry.id, stage, events, tuple(_waits(events)), tuple(_missing(snapshot, entry, after, reached)))


def first_reported(entry: Entry[Record], today: date) -> When | None:
    """When the activity, action or learning was first reported, done or passed on; None where that is not known."""
    reported = sorted((one for one in _own(entry) if one.stage is REPORTED and not _is_ahead(one, today)), key=_by_date)
    return reported[0].when if reported else None


def evaluates(one: Entry[Record], today: date) -> bool:
    """Whether what followed from a record is an evaluation, and none that is still to come."""
    when = one.record.date if isinstance(one.record, Evaluation) else None
    return isinstance(one.record, Evaluation) and (when is None or when.earliest <= today)


def _is_ahead(event: Event, today: date) -> bool:
    return event.when is not None and event.when.earliest > today


def _own(entry: Entry[Record]) -> Iterator[Event]:
    for stage, path, what in _events(entry):
        when = _at(entry.record, path)
        if path == _FIRST_PROGRESS and getattr(entry.record, "started", None):
            continue
        if isinstance(when, When):
            yield Event(stage, what, when, entry.id)


def _events(entry: Entry[Record]) -> tuple[tuple[LifeStage, str, str], ...]:
    is_rapid = getattr(entry.record, "review_kind", None) is ReviewKind.RAPID_REVIEW
    return _EVENTS[RAPID if is_rapid else entry.kind.name]


@cache
def _steps(path: str) -> tuple[str, ...]:
    return tuple(path.split("."))


def _at(record: Any, path: str) -> Any:
    for step in _steps(path):
        record = (record[0] if record else None) if step == "0" else getattr(record, step, None)
    return record


def _of_others(entry: Entry[Record], after: Iterable[Entry[Record]]) -> Iterator[Event]:
    for shown in shown_by((entry, *after)):
        yield Event(EMBEDDED, shown.what, shown.when, shown.record)
    for one in after:
        if isinstance(one.record, Evaluation):
            yield Event(EVALUATED, f"evaluated: {LEVEL_WORDS[one.record.level]}", one.record.date, one.id)


def _by_date(event: Event) -> tuple[int, date, date, str]:
    first, last = (event.when.earliest, event.when.latest) if event.when else (date.max, date.max)
    return (_ORDER.index(event.stage), first, last, event.what)


def _waits(events: tuple[Event, ...]) -> Iterator[Wait]:
    """From stage to stage, by the first dated event of each; an order that cannot be is left to `lif check`."""
    before: Event | None = None
    for stage in _ORDER:
        first = next((event for event in events if event.stage is stage and event.when), None)
        if first is None or first.when is None:
            continue
        if before is not None and before.when is not None and not first.when.is_before(before.when):
            least = max(0, (first.when.earliest - before.when.latest).days)
            yield Wait(before.stage, stage, least, (first.when.latest - before.when.earliest).days)
        before = first


def _missing(
    snapshot: Snapshot, entry: Entry[Record], after: Iterable[Entry[Record]], reached: list[LifeStage]
) -> Iterator[Missing]:
    """Every stage after the furthest; being embedded also where it was passed over."""
    furthest = _ORDER.index(reached[-1]) if reached else -1
    for stage in _ORDER:
        if stage is EMBEDDED:
            if stage not in reached:
                yield Missing(stage, _not_embedded(after) or f"{_FROM_PRACTICE}: {snapshot.absent}")
        elif _ORDER.index(stage) > furthest and not _is_passed_over(entry, stage):
            yield Missing(stage, f"{_NEEDED_OF.get((entry.kind.name, stage), _NEEDED[stage])}: {snapshot.absent}")


def _is_passed_over(entry: Entry[Record], stage: LifeStage) -> bool:
    """Whether a kind has no date for a stage: a piece of learning is passed on, and neither planned nor under way."""
    own = {one for one, _, _ in _events(entry)}
    return stage is not EVALUATED and stage not in own


def _not_embedded(after: Iterable[Entry[Record]]) -> str:
    """What evaluations on practice or on children there are, and why none of them shows a change."""
    return "; ".join(
        f"{one.id} {why}"
        for one in after
        if isinstance(one.record, Evaluation) and one.record.level in NEEDS_PROOF
        if (why := why_not(Entry(one.id, one.kind, one.record)))
    )
