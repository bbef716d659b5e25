"""Challenges between agencies, and flags, in a period: counts first, then those that matter most (F3.5, F7.5, F7.6)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from lif.analysis.duties.challenges import ChallengeReading, challenge_log
from lif.analysis.duties.flags import FlagReading, flag_log
from lif.model.period import Period, When
from lif.model.snapshot import Snapshot
from lif.reports.cited_sentence import Line, Within, quantity
from lif.reports.open_items import challenge_line, flag_line

_MOST = 5
"""So many challenges and so many flags are told one by one; the counts name them all."""


@dataclass(frozen=True, slots=True)
class RaisedInPeriod:
    """The challenges and flags of a period: their counts, None where there are none, and those that matter most."""

    challenges: Line | None
    challenge_lines: tuple[Line, ...]
    flags: Line | None
    flag_lines: tuple[Line, ...]


def raised_in_period(within: Within, day: date) -> RaisedInPeriod:
    """The challenges and flags of the period, as they stood on the day."""
    return RaisedInPeriod(
        _challenges_in_short(within, day),
        tuple(_challenge_lines(within, day)),
        _flags_in_short(within, day),
        tuple(_flag_lines(within, day)),
    )


def closed_challenges(snapshot: Snapshot, day: date, period: Period) -> Iterator[Line]:
    """The challenges that were closed in the period, with what changed."""
    for reading in challenge_log(snapshot, day):
        if _is_in(reading.closed, period):
            yield challenge_line(snapshot, reading)


def _challenges_in_short(within: Within, day: date) -> Line | None:
    """How many challenges the period saw, and how many of them are answered and closed; None without any."""
    readings = _challenges(within, day)
    if not readings:
        return None
    closed = sum(reading.closed is not None for reading in readings)
    unanswered = sum(reading.is_unanswered for reading in readings)
    says = (
        quantity(len(readings), "challenge between agencies", "challenges between agencies"),
        f"closed: {closed}" if closed else "",
        f"without an answer: {unanswered}" if unanswered and within.snapshot.silence_means_no else "",
    )
    return Line("; ".join(filter(None, says)), "", tuple(reading.id for reading in readings))


def _challenge_lines(within: Within, day: date) -> Iterator[Line]:
    """The challenges of the period: those without an answer first, then those that changed something."""
    readings = sorted(_challenges(within, day), key=lambda reading: (not reading.is_unanswered, not reading.outcome))
    return (challenge_line(within.snapshot, reading) for reading in islice(readings, _MOST))


def _flags_in_short(within: Within, day: date) -> Line | None:
    """How many risks and strengths were flagged, how many reached everyone, and how many are answered."""
    readings = _flags(within, day)
    if not readings:
        return None
    serious = sum(reading.is_serious for reading in readings)
    reached = sum(bool(reading.reached) and not reading.unacknowledged for reading in readings)
    answered = sum(reading.answered is not None for reading in readings)
    says = (
        _flag_kinds(readings),
        f"serious: {serious}" if serious else "",
        f"acknowledged by all they were sent to: {reached}" if reached else "",
        f"answered: {answered}" if answered else "",
    )
    return Line("; ".join(filter(None, says)), "", tuple(reading.id for reading in readings))


def _flag_lines(within: Within, day: date) -> Iterator[Line]:
    """The flags of the period: serious risks first, then those without an answer."""
    readings = sorted(_flags(within, day), key=lambda reading: (not reading.is_serious, reading.answered is not None))
    return (flag_line(within.snapshot, reading) for reading in islice(readings, _MOST))


def _challenges(within: Within, day: date) -> list[ChallengeReading]:
    """The challenges that were raised, answered or closed in the period, and those that waited through it."""
    return [
        reading
        for reading in challenge_log(within.snapshot, day)
        if _touches(reading.raised, (reading.answered, reading.closed), within.year, is_open=reading.is_unanswered)
    ]


def _flags(within: Within, day: date) -> list[FlagReading]:
    log = flag_log(within.snapshot, day)
    return [
        reading
        for reading in log
        if _touches(reading.raised, (reading.answered,), within.year, is_open=reading.answered is None)
    ]


def _touches(raised: When | None, ends: Sequence[When | None], period: Period, *, is_open: bool) -> bool:
    """Whether something was raised or ended in the period, or was open in it; what has no date is in no period."""
    if any(_is_in(when, period) for when in (raised, *ends)):
        return True
    return is_open and raised is not None and raised.earliest <= period.until


def _is_in(when: When | None, period: Period) -> bool:
    return when is not None and when.overlaps(period)


def _flag_kinds(readings: Sequence[FlagReading]) -> str:
    """`1 risk and 2 strengths flagged`."""
    counts = [(sum(reading.kind == kind for reading in readings), kind) for kind in ("risk", "strength")]
    return f"{' and '.join(quantity(count, kind) for count, kind in counts if count)} flagged"
