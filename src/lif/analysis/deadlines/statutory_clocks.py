"""Statutory clocks of the guidance on reviews: notification, rapid review, publication, time public."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from lif.analysis.chronology.edition_in_force import edition_in_force
from lif.analysis.deadlines.deadline import (
    Deadline,
    DeadlineState,
    date_between,
    deadline_state,
    may_have_happened,
    minimum_period_state,
)
from lif.analysis.duties.review_decision import decided_on, decision_to_review
from lif.model.calendar import PUBLISHED_UNTIL
from lif.model.edition import Clock, Edition, Suspension, Unit
from lif.model.kinds.partnership import ClockSuspended
from lif.model.kinds.review import Review
from lif.model.parts.shape import field_at
from lif.model.period import Span, When, months_after
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import Answer, ReviewKind

_AWARE = "life.aware"
_DECIDED = "decision.date"
"""The start of a clock that another record holds: the decision to review."""
_MONTHS = {Unit.MONTHS: 1, Unit.YEARS: 12}


class _Start(NamedTuple):
    """The field of a review that starts a clock, and its date."""

    field: str
    when: When


def review_clocks(snapshot: Snapshot, today: date) -> Iterator[Deadline]:
    """Yield every clock that runs or ran on a review, by the edition in force on the day the clock started."""
    with_rapid_review = _reviews_with_rapid_review(snapshot)
    for entry in snapshot.of(Review):
        running: dict[str, _RunningClock] = {}
        for edition in snapshot.guidance:
            for clock in edition.clocks:
                is_counted_elsewhere = entry.id in with_rapid_review and _AWARE in clock.starts
                start = _start(snapshot, clock, entry) if _applies(clock, entry.record) else None
                if start and not is_counted_elsewhere and edition_in_force(snapshot, start.when).edition is edition:
                    running.setdefault(clock.key, _RunningClock(edition, clock, start))
        for running_clock in running.values():
            if may_have_happened(running_clock.start.when, today):
                yield _deadline(snapshot, entry, running_clock, today)


class _RunningClock(NamedTuple):
    """A clock of an edition that started to run on a review, and what started it."""

    edition: Edition
    clock: Clock
    start: _Start


def _reviews_with_rapid_review(snapshot: Snapshot) -> frozenset[str]:
    """Reviews whose rapid review is a record of its own: clocks from awareness are counted there, and only once."""
    return frozenset(
        entry.record.part_of
        for entry in snapshot.of(Review)
        if entry.record.review_kind is ReviewKind.RAPID_REVIEW and entry.record.part_of
    )


def _applies(clock: Clock, review: Review) -> bool:
    """Whether the clock applies to this review; a case that does not meet the definition is not notified."""
    if review.is_elsewhere:
        return False
    definition = review.definition
    not_serious = definition and Answer.NO in {definition.abuse_or_neglect, definition.died_or_seriously_harmed}
    return review.review_kind in clock.review_kinds and not (not_serious and _AWARE in clock.starts)


def _value(snapshot: Snapshot, entry: Entry[Review], field: str) -> When | None:
    if field == _DECIDED:
        return decided_on(snapshot, entry.id)
    when: When | None = getattr(entry.record.life, field.removeprefix("life."))
    return when


def _start(snapshot: Snapshot, clock: Clock, entry: Entry[Review]) -> _Start | None:
    """What the clock runs from: the event the partnership chose, if any, or else the first date recorded."""
    chosen = snapshot.partnership.clock_start if snapshot.partnership else None
    chosen_field = f"life.{chosen.value}" if chosen else ""
    fields = (chosen_field,) if len(clock.starts) > 1 and chosen_field in clock.starts else clock.starts
    return next((_Start(field, when) for field in fields if (when := _value(snapshot, entry, field))), None)


def _deadline(snapshot: Snapshot, entry: Entry[Review], running_clock: _RunningClock, today: date) -> Deadline:
    edition, clock, start = running_clock
    review = entry.record
    due = date_between(_after(snapshot, clock, start.when.earliest), _after(snapshot, clock, start.when.latest))
    met = _value(snapshot, entry, clock.met_by)
    met = met if may_have_happened(met, today) else None
    judge = minimum_period_state if clock.at_least else deadline_state
    state = judge(due, met, today, silence_means_no=snapshot.is_own)
    suspension = _suspension(snapshot, clock, start.when, due)
    reasons = [_length_and_start(running_clock), *_unsettled_start(snapshot, running_clock), edition.title]
    if suspension is not None and state in {DeadlineState.OVERDUE, DeadlineState.MET_LATE}:
        state = DeadlineState.CANNOT_TELL
    if suspension is not None:
        reasons.append(_suspension_in_words(suspension))
    if clock.unit is Unit.WORKING_DAYS and due.latest.year > PUBLISHED_UNTIL:
        reasons.append(f"bank holidays after {PUBLISHED_UNTIL} follow from the rules and may change")
    if clock.caveat:
        reasons.append(clock.caveat)
    decision = decision_to_review(snapshot, entry.id)
    decided_by = decision.record.group if decision else None
    return Deadline(
        kind=clock.key,
        what=clock.name,
        record=entry.id,
        at=tuple(clock.met_by.split(".")),
        due=due,
        state=state,
        why="; ".join(reasons),
        group=review.commissioner or decided_by or review.oversight or "",
        start=start.when,
        met=met,
        edition=edition.name,
        is_verified=clock.verified,
    )


def _after(snapshot: Snapshot, clock: Clock, day: date) -> date:
    if clock.unit is Unit.WORKING_DAYS:
        return snapshot.calendar.after(day, clock.length)
    if clock.unit is Unit.DAYS:
        return day + timedelta(days=clock.length)
    return months_after(day, clock.length * _MONTHS[clock.unit])


def _length_and_start(running_clock: _RunningClock) -> str:
    """`5 working days from 2025-01-06, when the partners became aware`."""
    _, clock, start = running_clock
    field = field_at(Review, tuple(start.field.split(".")))
    event = "it was decided on" if start.field == _DECIDED else field.about.says if field else ""
    return f"{clock.length_in_words} from {start.when}, when {event[:1].lower()}{event[1:]}"


def _unsettled_start(snapshot: Snapshot, running_clock: _RunningClock) -> tuple[str, ...]:
    """A note where the guidance leaves open which event starts the clock and the partnership has not chosen one."""
    is_open = {_AWARE, "life.notified"} <= set(running_clock.clock.starts)
    if not is_open or (snapshot.partnership and snapshot.partnership.clock_start):
        return ()
    return ("the partnership has not said under `clock_start` from which event it counts",)


def _suspension(snapshot: Snapshot, clock: Clock, start: When, due: When) -> Suspension | ClockSuspended | None:
    """The suspension that the clock may have run into; the partnership's own replace those of the edition."""
    recorded = snapshot.partnership.suspensions if snapshot.partnership else ()
    of_clock: tuple[Suspension | ClockSuspended, ...] = tuple(
        suspension for suspension in recorded if suspension.clock == clock.key
    )
    running = date_between(start.earliest, due.latest)
    return next(
        (
            suspension
            for suspension in of_clock or clock.suspended
            if Span(suspension.since, suspension.until).overlaps(running)
        ),
        None,
    )


def _suspension_in_words(suspension: Suspension | ClockSuspended) -> str:
    ended = f" to {suspension.until}" if suspension.until else "; when that ended is not in the sources read"
    return (
        f"not judged strictly: {suspension.because[0].lower()}{suspension.because[1:]}, from {suspension.since}{ended}"
    )


class UnjudgedReview(NamedTuple):
    """A review that no clock of the guidance judges, and why."""

    record: str
    because: str


def unjudged_reviews(snapshot: Snapshot) -> tuple[UnjudgedReview, ...]:
    """Reviews that no clock judges although their kind has clocks, and serious case reviews, which had other rules."""
    kinds = {kind for edition in snapshot.guidance for clock in edition.clocks for kind in clock.review_kinds}
    return tuple(
        UnjudgedReview(entry.id, because)
        for entry in snapshot.of(Review)
        if (because := _why_unjudged(snapshot, entry, frozenset(kinds)))
    )


def _why_unjudged(snapshot: Snapshot, entry: Entry[Review], kinds: frozenset[ReviewKind]) -> str:
    """Why no clock judges the review; empty where one does, or where no clock exists for its kind."""
    review = entry.record
    if review.is_elsewhere:
        return ""
    if review.review_kind is ReviewKind.SERIOUS_CASE_REVIEW:
        return "serious case review, which worked to other rules"
    if review.review_kind not in kinds:
        return ""
    life = review.life
    decided = decided_on(snapshot, entry.id)
    dates = (life.aware, life.notified, decided, life.commissioned, life.started, life.completed, life.published)
    return edition_in_force(snapshot, next((when for when in dates if when), None)).because
