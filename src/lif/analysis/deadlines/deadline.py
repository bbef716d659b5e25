"""A deadline and its state: what is due, by when, from whom, whether it was met, and how certain that is."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from lif.diagnostics.location import FieldPath
from lif.model.calendar import Calendar
from lif.model.period import When
from lif.model.snapshot import Snapshot


class DeadlineState(StrEnum):
    """The state of a deadline on a day."""

    OVERDUE = "overdue"
    AHEAD = "ahead"
    NO_DAY = "open-with-no-day-set"
    CANNOT_TELL = "cannot-be-told"
    MET = "met"
    MET_LATE = "met-late"
    TOO_EARLY = "ended-too-early"

    @property
    def is_open(self) -> bool:
        """Whether something may still have to be done."""
        return self in {DeadlineState.OVERDUE, DeadlineState.AHEAD, DeadlineState.NO_DAY, DeadlineState.CANNOT_TELL}


@dataclass(frozen=True, slots=True)
class Deadline:
    """One thing with a due date.

    `at` is the field that shows it was met, or that holds the due day. `start` is the day the clock runs from, if any.
    `why` explains how the due day was worked out. `edition` is the edition of the guidance that sets the deadline,
    empty where the partnership sets it. `is_met_elsewhere`: another record shows that it was met, so that
    it is overdue only where no record is withheld. `is_verified`: whether that text of the guidance was read in a
    source. `late` says by how many working days it was met late, or has been overdue; empty where it is neither, and
    for deadlines that are not `in_working_days`.
    """

    kind: str
    what: str
    record: str
    at: FieldPath
    due: When | None
    state: DeadlineState = DeadlineState.CANNOT_TELL
    why: str = ""
    agencies: tuple[str, ...] = ()
    role: str = ""
    group: str = ""
    start: When | None = None
    met: When | None = None
    edition: str = ""
    is_met_elsewhere: bool = False
    is_verified: bool = True
    in_working_days: bool = False
    late: str = ""


def date_between(earliest: date, latest: date) -> When:
    """A date between two days, or an exact day where both are the same."""
    return When(earliest, latest, f"{earliest}" if earliest == latest else f"{earliest}/{latest}")


def may_have_happened(start: When | None, today: date) -> bool:
    """Whether something may have happened by that day; where the day is past, records may hold later events."""
    return start is None or start.earliest <= today


def deadline_state(due: When | None, met: When | None, today: date, *, silence_means_no: bool) -> DeadlineState:
    """The state of a deadline; late only where that is certain.

    `silence_means_no`: what is not recorded was not done. False where others than the partnership compiled the records.
    """
    if met is not None:
        return _state_when_met(due, met)
    if due is None:
        return DeadlineState.NO_DAY if silence_means_no else DeadlineState.CANNOT_TELL
    if today <= due.earliest:
        return DeadlineState.AHEAD
    return DeadlineState.OVERDUE if silence_means_no and today > due.latest else DeadlineState.CANNOT_TELL


def with_state(snapshot: Snapshot, deadline: Deadline, today: date) -> Deadline:
    """The deadline with its state on a day: when it was met, as far as was known that day, and by how much late."""
    met, state = met_and_state(snapshot, deadline, today)
    late = ""
    if deadline.in_working_days and deadline.due is not None:
        if state is DeadlineState.MET_LATE and met is not None:
            late = working_days_late(snapshot.calendar, deadline.due, met)
        elif state is DeadlineState.OVERDUE:
            late = working_days_late(snapshot.calendar, deadline.due, date_between(today, today))
    return replace(deadline, met=met, state=state, late=late)


def met_and_state(snapshot: Snapshot, deadline: Deadline, today: date) -> tuple[When | None, DeadlineState]:
    """When the deadline was met, as far as was known that day, and its state."""
    met = deadline.met if may_have_happened(deadline.met, today) else None
    is_certain = snapshot.silence_means_no if deadline.is_met_elsewhere else snapshot.is_own
    return met, deadline_state(deadline.due, met, today, silence_means_no=is_certain)


def working_days_late(calendar: Calendar, due: When, until: When) -> str:
    """`3 working days`, or `3 to 8 working days` where a date is not known to the day.

    For a day that is certainly after the due day: `less than a working day` where only days of rest lie between.
    """
    least = calendar.between(due.latest, until.earliest)
    most = calendar.between(due.earliest, until.latest)
    if most == 0:
        return "less than a working day"
    return f"{least if least == most else f'{least} to {most}'} working {'day' if most == 1 else 'days'}"


def _state_when_met(due: When | None, met: When) -> DeadlineState:
    if due is None or met.latest <= due.earliest:
        return DeadlineState.MET
    return DeadlineState.MET_LATE if due.is_before(met) else DeadlineState.CANNOT_TELL


def minimum_period_state(due: When, ended: When | None, today: date, *, silence_means_no: bool) -> DeadlineState:
    """The state of a time that has to pass: it ended too early, is still running, or has passed."""
    if ended is not None:
        if ended.is_before(due):
            return DeadlineState.TOO_EARLY
        return DeadlineState.MET if ended.earliest >= due.latest else DeadlineState.CANNOT_TELL
    if today <= due.earliest:
        return DeadlineState.AHEAD
    return DeadlineState.MET if silence_means_no and today > due.latest else DeadlineState.CANNOT_TELL
