"""The clocks of the guidance on reviews: notification, rapid review, publication, time public."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from lif.analysis.chronology.edition_in_force import in_force
from lif.analysis.deadlines.deadline import Deadline, State, has_begun, kept_public, span, state_of
from lif.model.calendar import PUBLISHED_UNTIL
from lif.model.edition import Clock, Edition, Suspension, Unit
from lif.model.kinds.partnership import ClockSuspended
from lif.model.kinds.review import Review
from lif.model.parts.shape import field_at
from lif.model.period import When, months_after
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import Answer, ReviewKind

_AWARE = "life.aware"
_MONTHS = {Unit.MONTHS: 1, Unit.YEARS: 12}


class _Start(NamedTuple):
    field: str
    when: When


def review_clocks(snapshot: Snapshot, today: date) -> Iterator[Deadline]:
    """Every clock that runs or ran on a review; each by the edition in force on the day it started."""
    told_apart = _told_in_a_record_of_their_own(snapshot)
    for entry in snapshot.of(Review):
        running: dict[str, _Ticking] = {}
        for edition in snapshot.guidance:
            for clock in edition.clocks:
                is_told_apart = entry.id in told_apart and _AWARE in clock.starts
                start = _start(snapshot, clock, entry.record) if _applies(clock, entry.record) else None
                if start and not is_told_apart and in_force(snapshot, start.when).edition is edition:
                    running.setdefault(clock.key, _Ticking(edition, clock, start))
        for ticking in running.values():
            if has_begun(ticking.start.when, today):
                yield _deadline(snapshot, entry, ticking, today)


class _Ticking(NamedTuple):
    edition: Edition
    clock: Clock
    start: _Start


def _told_in_a_record_of_their_own(snapshot: Snapshot) -> frozenset[str]:
    """Reviews whose rapid review is a record of its own: what came before is counted there, and once."""
    return frozenset(
        entry.record.part_of
        for entry in snapshot.of(Review)
        if entry.record.review_kind is ReviewKind.RAPID_REVIEW and entry.record.part_of
    )


def _applies(clock: Clock, review: Review) -> bool:
    """Whether the clock is one for this review; what does not meet the definition is not notified."""
    definition = review.definition
    not_serious = definition and Answer.NO in {definition.abuse_or_neglect, definition.died_or_seriously_harmed}
    return review.review_kind in clock.review_kinds and not (not_serious and _AWARE in clock.starts)


def _value(review: Review, field: str) -> When | None:
    found: When | None = getattr(review.life, field.removeprefix("life."))
    return found


def _start(snapshot: Snapshot, clock: Clock, review: Review) -> _Start | None:
    """What the clock runs from: the partnership's convention where it has one, or the first date there is."""
    chosen = snapshot.partnership.clock_start if snapshot.partnership else None
    agreed = f"life.{chosen.value}" if chosen else ""
    fields = (agreed,) if len(clock.starts) > 1 and agreed in clock.starts else clock.starts
    return next((_Start(field, when) for field in fields if (when := _value(review, field))), None)


def _deadline(snapshot: Snapshot, entry: Entry[Review], ticking: _Ticking, today: date) -> Deadline:
    edition, clock, start = ticking
    review = entry.record
    due = span(_after(snapshot, clock, start.when.earliest), _after(snapshot, clock, start.when.latest))
    met = _value(review, clock.met_by)
    met = met if has_begun(met, today) else None
    judge = kept_public if clock.at_least else state_of
    state = judge(due, met, today, silence_means_no=snapshot.is_own)
    suspended = _suspended(snapshot, clock, start.when, due)
    says = [_how(ticking), *_which_start(snapshot, ticking), edition.title]
    if suspended is not None and state in {State.OVERDUE, State.MET_LATE}:
        state = State.CANNOT_TELL
    if suspended is not None:
        says.append(_relaxed(suspended))
    if clock.unit is Unit.WORKING_DAYS and due.latest.year > PUBLISHED_UNTIL:
        says.append(f"bank holidays after {PUBLISHED_UNTIL} follow from the rules and may change")
    if clock.caveat:
        says.append(clock.caveat)
    decided_by = review.decision.by if review.decision else None
    return Deadline(
        kind=clock.key,
        what=clock.name,
        record=entry.id,
        at=tuple(clock.met_by.split(".")),
        due=due,
        state=state,
        why="; ".join(says),
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


def _how(ticking: _Ticking) -> str:
    """`5 working days from 2025-01-06, when the partners became aware`."""
    _, clock, start = ticking
    field = field_at(Review, tuple(start.field.split(".")))
    event = field.about.says if field else ""
    return f"{clock.length_in_words} from {start.when}, when {event[:1].lower()}{event[1:]}"


def _which_start(snapshot: Snapshot, ticking: _Ticking) -> tuple[str, ...]:
    is_open = {_AWARE, "life.notified"} <= set(ticking.clock.starts)
    if not is_open or (snapshot.partnership and snapshot.partnership.clock_start):
        return ()
    return ("the partnership has not said under `clock_start` from which event it counts",)


def _suspended(snapshot: Snapshot, clock: Clock, start: When, due: When) -> Suspension | ClockSuspended | None:
    """The suspension into which the clock may have run; the partnership's own stand in the place of the edition's."""
    own = snapshot.partnership.suspensions if snapshot.partnership else ()
    mine: tuple[Suspension | ClockSuspended, ...] = tuple(one for one in own if one.clock == clock.key)
    return next(
        (
            one
            for one in mine or clock.suspended
            if one.since.earliest <= due.latest and (one.until is None or start.earliest <= one.until.latest)
        ),
        None,
    )


def _relaxed(one: Suspension | ClockSuspended) -> str:
    ended = f" to {one.until}" if one.until else "; when that ended is not in the sources read"
    return f"not judged strictly: {one.because[0].lower()}{one.because[1:]}, from {one.since}{ended}"


class Silent(NamedTuple):
    """A review that no clock of the guidance judges, and why."""

    record: str
    because: str


def silent_reviews(snapshot: Snapshot) -> tuple[Silent, ...]:
    """Reviews of a kind on which clocks run, or did under other rules, that none of them judges."""
    kinds = {kind for edition in snapshot.guidance for clock in edition.clocks for kind in clock.review_kinds}
    return tuple(
        Silent(entry.id, because)
        for entry in snapshot.of(Review)
        if (because := _because(snapshot, entry.record, frozenset(kinds)))
    )


def _because(snapshot: Snapshot, review: Review, kinds: frozenset[ReviewKind]) -> str:
    if review.review_kind is ReviewKind.SERIOUS_CASE_REVIEW:
        return "serious case review, which worked to other rules"
    if review.review_kind not in kinds:
        return ""
    life = review.life
    dates = (life.aware, life.notified, life.decided, life.commissioned, life.started, life.completed, life.published)
    return in_force(snapshot, next((one for one in dates if one), None)).because
