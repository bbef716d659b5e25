"""A deadline and its state: what is due, by when, from whom, whether it was met, and how certain that is."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lif.diagnostics.location import FieldPath
from lif.model.period import When


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
    source.
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
