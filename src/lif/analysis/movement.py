"""Last period's areas beside this period's: still to develop, improving, new, no longer seen."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from lif.analysis.theme import ThemeReading, read_theme
from lif.analysis.triangulate import combined
from lif.model.period import Period
from lif.model.snapshot import Snapshot

_CONCERN = {"N", "G"}


class Movement(StrEnum):
    """What became of an area from one period to the next."""

    STILL_TO_DEVELOP = "still to develop"
    IMPROVING = "improving"
    NEW = "new"
    NO_LONGER_SEEN = "no longer seen"


@dataclass(frozen=True, slots=True)
class Moved:
    """One theme in both periods; a verdict is None where nothing was found in that period."""

    theme: str
    label: str
    then: str | None
    now: str | None
    movement: Movement


def the_period_before(period: Period) -> Period:
    """The span of the same length that ends the day before; it begins no earlier than the calendar."""
    length = period.until - period.since
    until = period.since - timedelta(days=1)
    since = until - length if until - date.min >= length else date.min
    return Period(since, until, f"{since} to {until}")


def moved(snapshot: Snapshot, themes: Iterable[str], period: Period, today: date) -> tuple[Moved, ...]:
    """Every theme on which a concern was raised in the period or in the one before, in the order given.

    A theme that a concern was raised on before, and nothing now, is "no longer seen": nobody has said that it is well.
    """
    before = the_period_before(period)
    found = []
    for theme in themes:
        then, now = _verdict(read_theme(snapshot, theme, today, before)), read_theme(snapshot, theme, today, period)
        movement = _movement(then, _verdict(now))
        if movement is not None:
            found.append(Moved(theme, now.label, then, _verdict(now), movement))
    return tuple(found)


def _verdict(reading: ThemeReading) -> str | None:
    return combined(reading.verdicts.values())


def _movement(then: str | None, now: str | None) -> Movement | None:
    if now in _CONCERN:
        return Movement.STILL_TO_DEVELOP if then is not None and then != "W" else Movement.NEW
    if then not in _CONCERN:
        return None
    return Movement.NO_LONGER_SEEN if now is None else Movement.IMPROVING
