"""The life of an activity: planned, under way, reported, embedded, evaluated (F1.3, F6.7).

The stage is worked out from dated events each time; no record holds it.
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
    """One dated event of a life: the stage it belongs to, what happened, when, and the record that shows it."""

    stage: LifeStage
    what: str
    when: When | None
    record: str


@dataclass(frozen=True, slots=True)
class Wait:
    """Days from the first event of one stage to that of the next; `least` and `most` differ where a day is vague."""

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
    """A stage that is not reached, and what is needed to reach it."""

    stage: LifeStage
    what: str


@dataclass(frozen=True, slots=True)
class Life:
    """The life of one record: the furthest stage reached, None where no event is known; events, waits, what is missing.

    The events are in order of stage and date.
    """

    record: str
    stage: LifeStage | None
    events: tuple[Event, ...]
    waits: tuple[Wait, ...]
    missing: tuple[Missing, ...]

    @property
    def word(self) -> str:
        """The stage in the word used for this kind of record: an action is done, learning is passed on."""
        if self.stage is None:
            return ""
        return _SAID_OF.get((self.record.partition("/")[0], self.stage), self.stage.value)

    def reached(self, stage: LifeStage) -> bool:
        """Whether any event of the stage is known."""
        return any(event.stage is stage for event in self.events)


_FIRST_PROGRESS = "progress.0.date"
"""The field that shows that an action is under way where the day it began is not known."""
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
    """The life of an activity, an action or a piece of learning as of that day; None for other kinds of record.

    The stages embedded and evaluated follow from later records: evaluations of the record, and the actions, decisions
    and learning that answer it or its findings. Events that certainly lie after `today` do not count.
    """
    if entry.kind.name not in KINDS_WITH_A_LIFE:
        return None
    later_records = followers(snapshot, entry.id)
    all_events = (*_own_events(entry), *_events_in_followers(entry, later_records))
    events = tuple(sorted((event for event in all_events if not _is_in_future(event, today)), key=_sort_key))
    reached = [stage for stage in _ORDER if any(event.stage is stage for event in events)]
    stage = reached[-1] if reached else None
    return Life(
        entry.id, stage, events, tuple(_waits(events)), tuple(_missing(snapshot, entry, later_records, reached))
    )


def first_reported(entry: Entry[Record], today: date) -> When | None:
    """When the activity, action or learning was first reported, done or passed on; None where that is not known."""
    reports = sorted(
        (event for event in _own_events(entry) if event.stage is REPORTED and not _is_in_future(event, today)),
        key=_sort_key,
    )
    return reports[0].when if reports else None


def evaluates(entry: Entry[Record], today: date) -> bool:
    """Whether the record is an evaluation that is not certainly dated after that day."""
    when = entry.record.date if isinstance(entry.record, Evaluation) else None
    return isinstance(entry.record, Evaluation) and (when is None or when.earliest <= today)


def _is_in_future(event: Event, today: date) -> bool:
    return event.when is not None and event.when.earliest > today


def _own_events(entry: Entry[Record]) -> Iterator[Event]:
    for stage, path, what in _event_fields(entry):
        when = _value_at(entry.record, path)
        if path == _FIRST_PROGRESS and getattr(entry.record, "started", None):
            continue
        if isinstance(when, When):
            yield Event(stage, what, when, entry.id)


def _event_fields(entry: Entry[Record]) -> tuple[tuple[LifeStage, str, str], ...]:
    """The date fields of the record's kind, each with its stage and what happens then."""
    is_rapid = getattr(entry.record, "review_kind", None) is ReviewKind.RAPID_REVIEW
    return _EVENTS[RAPID if is_rapid else entry.kind.name]


@cache
def _steps(path: str) -> tuple[str, ...]:
    return tuple(path.split("."))


def _value_at(value: Any, path: str) -> Any:
    for step in _steps(path):
        value = (value[0] if value else None) if step == "0" else getattr(value, step, None)
    return value


def _events_in_followers(entry: Entry[Record], later_records: Iterable[Entry[Record]]) -> Iterator[Event]:
    """Yield the events of embedding and evaluation that later records show."""
    for embedding in shown_by((entry, *later_records)):
        yield Event(EMBEDDED, embedding.what, embedding.when, embedding.record)
    for later in later_records:
        if isinstance(later.record, Evaluation):
            yield Event(EVALUATED, f"evaluated: {LEVEL_WORDS[later.record.level]}", later.record.date, later.id)


def _sort_key(event: Event) -> tuple[int, date, date, str]:
    first, last = (event.when.earliest, event.when.latest) if event.when else (date.max, date.max)
    return (_ORDER.index(event.stage), first, last, event.what)


def _waits(events: tuple[Event, ...]) -> Iterator[Wait]:
    """Yield the waits between the first dated events of each stage; `lif check` reports an impossible order."""
    previous: Event | None = None
    for stage in _ORDER:
        first = next((event for event in events if event.stage is stage and event.when), None)
        if first is None or first.when is None:
            continue
        if previous is not None and previous.when is not None and not first.when.is_before(previous.when):
            least = max(0, (first.when.earliest - previous.when.latest).days)
            yield Wait(previous.stage, stage, least, (first.when.latest - previous.when.earliest).days)
        previous = first


def _missing(
    snapshot: Snapshot, entry: Entry[Record], later_records: Iterable[Entry[Record]], reached: list[LifeStage]
) -> Iterator[Missing]:
    """Yield every stage after the furthest one reached; the stage embedded also where it was passed over."""
    furthest = _ORDER.index(reached[-1]) if reached else -1
    for stage in _ORDER:
        if stage is EMBEDDED:
            if stage not in reached:
                yield Missing(stage, _why_not_embedded(later_records) or f"{_FROM_PRACTICE}: {snapshot.absent}")
        elif _ORDER.index(stage) > furthest and not _is_passed_over(entry, stage):
            yield Missing(stage, f"{_NEEDED_OF.get((entry.kind.name, stage), _NEEDED[stage])}: {snapshot.absent}")


def _is_passed_over(entry: Entry[Record], stage: LifeStage) -> bool:
    """Whether the kind has no date for a stage: learning is passed on, and is neither planned nor under way."""
    dated_stages = {dated_stage for dated_stage, _, _ in _event_fields(entry)}
    return stage is not EVALUATED and stage not in dated_stages


def _why_not_embedded(later_records: Iterable[Entry[Record]]) -> str:
    """The evaluations at the levels of practice and of children, each with why it does not show a change."""
    return "; ".join(
        f"{later.id} {why}"
        for later in later_records
        if isinstance(later.record, Evaluation) and later.record.level in NEEDS_PROOF
        if (why := why_not(Entry(later.id, later.kind, later.record)))
    )
