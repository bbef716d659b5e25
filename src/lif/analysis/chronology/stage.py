"""The life of an activity: planned, under way, reported, embedded, evaluated (F1.3, F6.7).

The stage is worked out from dated events each time; no record holds it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lif.analysis.chronology.record_date import date_at
from lif.analysis.duties.groups import with_group_names
from lif.analysis.duties.review_decision import decided_on, decision_to_review
from lif.analysis.impact.evidenced import LEVEL_WORDS, NEEDS_PROOF
from lif.analysis.impact.reading_verdict import why_no_change
from lif.analysis.impact.shown_change import better_results_in, changes_in
from lif.analysis.lines.followed_by import followers
from lif.model.declaration import LifeStage, value_at
from lif.model.kinds.evaluation import Evaluation
from lif.model.kinds.partnership import Partnership
from lif.model.kinds.review import Review
from lif.model.period import When
from lif.model.record import Record
from lif.model.registry import kind_of
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import ReviewKind

PLANNED, UNDER_WAY, REPORTED, EMBEDDED, EVALUATED = LifeStage
_ORDER = tuple(LifeStage)


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
class MissingStage:
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
    missing: tuple[MissingStage, ...]

    @property
    def word(self) -> str:
        """The stage in the word used for this kind of record: an action is done, learning is passed on."""
        if self.stage is None:
            return ""
        kind = kind_of(self.record)
        own_words = kind.declares.stage_words.get(self.stage) if kind else None
        return own_words.said if own_words else self.stage.value

    def reached(self, stage: LifeStage) -> bool:
        """Whether any event of the stage is known."""
        return any(event.stage is stage for event in self.events)


_NEEDED = {
    PLANNED: "the day it was planned",
    UNDER_WAY: "the day it began",
    REPORTED: "the day it was reported",
    EVALUATED: "an evaluation",
}
_FROM_PRACTICE = "evidence from practice, or for children and families (levels 3 and 4)"


def life_of(snapshot: Snapshot, entry: Entry[Record], today: date) -> Life | None:
    """The life of an activity, an action or a piece of learning as of that day; None for other kinds of record.

    The stages embedded and evaluated follow from later records: evaluations of the record, and the actions, decisions
    and learning that answer it or its findings. Events that certainly lie after `today` do not count. Of what is from
    elsewhere no stage is missing: it is not our work to finish.
    """
    if not entry.kind.declares.life:
        return None
    later_records = followers(snapshot, entry.id)
    all_events = (
        *_own_events(entry, snapshot.partnership),
        *_decision_event(snapshot, entry),
        *_events_in_followers(snapshot, entry, later_records),
    )
    events = tuple(sorted((event for event in all_events if not _is_in_future(event, today)), key=_sort_key))
    reached = [stage for stage in _ORDER if any(event.stage is stage for event in events)]
    stage = reached[-1] if reached else None
    missing = () if entry.record.is_elsewhere else tuple(_missing(snapshot, entry, later_records, reached))
    return Life(entry.id, stage, events, tuple(_waits(events)), missing)


def first_report_date(entry: Entry[Record], today: date) -> When | None:
    """When the activity, action or learning was first reported, done or passed on; None where that is not known."""
    reports = sorted(
        (event for event in _own_events(entry) if event.stage is REPORTED and not _is_in_future(event, today)),
        key=_sort_key,
    )
    return reports[0].when if reports else None


def is_evaluation_by(entry: Entry[Record], today: date) -> bool:
    """Whether the record is an evaluation that is not certainly dated after that day."""
    when = entry.record.date if isinstance(entry.record, Evaluation) else None
    return isinstance(entry.record, Evaluation) and (when is None or when.earliest <= today)


def _is_in_future(event: Event, today: date) -> bool:
    return event.when is not None and event.when.earliest > today


def _own_events(entry: Entry[Record], partnership: Partnership | None = None) -> Iterator[Event]:
    for stage, path, what, unless in entry.record.life_events:
        when = date_at(entry.record, path)
        if when and not (unless and value_at(entry.record, unless)):
            yield Event(stage, with_group_names(partnership, what, when.latest), when, entry.id)


def _decision_event(snapshot: Snapshot, entry: Entry[Record]) -> Iterator[Event]:
    """Yield the decision to review. A rapid review ends in one, any other review begins with one."""
    decision = decision_to_review(snapshot, entry.id)
    if isinstance(entry.record, Review) and decision is not None and (when := decided_on(snapshot, entry.id)):
        is_rapid = entry.record.review_kind is ReviewKind.RAPID_REVIEW
        yield Event(REPORTED if is_rapid else PLANNED, "decided on", when, decision.id)


def _events_in_followers(
    snapshot: Snapshot, entry: Entry[Record], later_records: Iterable[Entry[Record]]
) -> Iterator[Event]:
    """Yield the events of embedding and evaluation that later records show."""
    for change in changes_in(snapshot, (entry.id, *(later.id for later in later_records))):
        yield Event(EMBEDDED, change.what, change.when, change.record)
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
) -> Iterator[MissingStage]:
    """Yield every stage after the furthest one reached; the stage embedded also where it was passed over."""
    furthest = _ORDER.index(reached[-1]) if reached else -1
    for stage in _ORDER:
        if stage is EMBEDDED:
            if stage not in reached:
                why = _why_not_embedded(snapshot, entry, later_records)
                yield MissingStage(stage, why or f"{_FROM_PRACTICE}: {snapshot.absent}")
        elif _ORDER.index(stage) > furthest and not _is_passed_over(entry, stage):
            own_words = entry.kind.declares.stage_words.get(stage)
            yield MissingStage(stage, f"{own_words.needed if own_words else _NEEDED[stage]}: {snapshot.absent}")


def _is_passed_over(entry: Entry[Record], stage: LifeStage) -> bool:
    """Whether the kind has no date for a stage: learning is passed on, and is neither planned nor under way."""
    dated_stages = {event.stage for event in entry.record.life_events}
    return stage is not EVALUATED and stage not in dated_stages


def _why_not_embedded(snapshot: Snapshot, entry: Entry[Record], later_records: Iterable[Entry[Record]]) -> str:
    """The better measures, and the evaluations of practice and of children, each with why it shows no change."""
    acting = {entry.id, *(later.id for later in later_records if not isinstance(later.record, Evaluation))}
    measures = (f"{result.record} {result.but}" for result in better_results_in(snapshot, acting))
    evaluations = (
        f"{later.id} {why}"
        for later in later_records
        if isinstance(later.record, Evaluation) and later.record.level in NEEDS_PROOF
        if (why := why_no_change(snapshot, Entry(later.id, later.kind, later.record)))
    )
    return "; ".join((*measures, *evaluations))
