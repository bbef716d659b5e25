"""A deadline: what is due, by when, from whom, whether it was met, and how sure anybody can be of that."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lif.diagnostics.location import FieldPath
from lif.model.period import When


class State(StrEnum):
    """How a deadline stands on a day."""

    OVERDUE = "overdue"
    AHEAD = "ahead"
    NO_DAY = "open-with-no-day-set"
    CANNOT_TELL = "cannot-be-told"
    MET = "met"
    MET_LATE = "met-late"
    TOO_EARLY = "ended-too-early"

    @property
    def is_open(self) -> bool:
        """Whether somebody may still have to do something."""
        return self in {State.OVERDUE, State.AHEAD, State.NO_DAY, State.CANNOT_TELL}


@dataclass(frozen=True, slots=True)
class Deadline:
    """One thing with a date.

    `at` is the field that shows it was met, or holds the day; `start` the day the clock runs from, where one does;
    `why` how the day follows; `edition` the edition of the guidance it comes from, empty when it is the partnership's
    own, and `is_verified` whether what is taken from it was read in a source.
    """

    kind: str
    what: str
    record: str
    at: FieldPath
    due: When | None
    state: State = State.CANNOT_TELL
    why: str = ""
    agencies: tuple[str, ...] = ()
    role: str = ""
    group: str = ""
    start: When | None = None
    met: When | None = None
    edition: str = ""
    is_verified: bool = True


def span(earliest: date, latest: date) -> When:
    """A day, or the days between which it lies."""
    return When(earliest, latest, f"{earliest}" if earliest == latest else f"{earliest}/{latest}")


def has_begun(start: When | None, today: date) -> bool:
    """Whether something may have happened by a day; of a day long past, records may tell what came later."""
    return start is None or start.earliest <= today


def state_of(due: When | None, met: When | None, today: date, *, silence_means_no: bool) -> State:
    """How it stands: late is only said when it is certain.

    `silence_means_no`: that nothing is recorded means that nothing was done; not so where others compiled the records.
    """
    if met is not None:
        return _met(due, met)
    if due is None:
        return State.NO_DAY if silence_means_no else State.CANNOT_TELL
    if today <= due.earliest:
        return State.AHEAD
    return State.OVERDUE if silence_means_no and today > due.latest else State.CANNOT_TELL


def _met(due: When | None, met: When) -> State:
    if due is None or met.latest <= due.earliest:
        return State.MET
    return State.MET_LATE if due.is_before(met) else State.CANNOT_TELL


def kept_public(due: When, ended: When | None, today: date, *, silence_means_no: bool) -> State:
    """How a time that has to pass stands: it ended too early, runs still, or has passed."""
    if ended is not None:
        if ended.is_before(due):
            return State.TOO_EARLY
        return State.MET if ended.earliest >= due.latest else State.CANNOT_TELL
    if today <= due.earliest:
        return State.AHEAD
    return State.MET if silence_means_no and today > due.latest else State.CANNOT_TELL
