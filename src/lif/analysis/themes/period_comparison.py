"""Is it better? Compare themes with the period before: still to develop, improving, new, no longer seen."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from lif.analysis.themes.evidence_kind import SELF_DESCRIPTION
from lif.analysis.themes.theme_reading import ThemeReading, read_theme
from lif.analysis.themes.triangulation import combine_verdicts
from lif.model.period import Period, months_between
from lif.model.snapshot import Snapshot


class Movement(StrEnum):
    """How a theme changed from one period to the next."""

    STILL_TO_DEVELOP = "still to develop"
    IMPROVING = "improving"
    ONLY_SAID = "said to be better by self-description only"
    NEW = "new"
    NO_LONGER_SEEN = "no longer seen"


@dataclass(frozen=True, slots=True)
class ThemeMovement:
    """One theme in both periods; a verdict is None where nothing was found in that period."""

    theme: str
    label: str
    then: str | None
    now: str | None
    movement: Movement


def preceding_period(period: Period) -> Period:
    """The period before, of equal length: in whole months where the period has whole months, otherwise in days.

    It begins no earlier than `date.min`.
    """
    if period.since == date.min:
        return Period(date.min, date.min, "nothing before")
    until = period.since - timedelta(days=1)
    after = period.until + timedelta(days=1) if period.until < date.max else period.until
    if after.day == period.since.day == 1:
        since = _months_earlier(period.since, months_between(period.since, after))
    else:
        length = period.until - period.since
        since = until - length if until - date.min >= length else date.min
    return Period(since, until, f"{since} to {until}")


def _months_earlier(day: date, months: int) -> date:
    """The first day of the month so many months before."""
    month_number = max(day.year * 12 + day.month - 1 - months, 12)
    return date(month_number // 12, month_number % 12 + 1, 1)


def theme_movements(
    snapshot: Snapshot, themes: Iterable[str], period: Period, today: date
) -> tuple[ThemeMovement, ...]:
    """Every theme on which a concern was raised in the period or the one before, in the order given.

    A concern is a finding that something needs to improve or is missing, or a figure that does. A theme is improving
    only where a direct kind of evidence says that it works, nothing is mixed, and no record of the period raises a
    concern. Without a verdict now it is "no longer seen", which is not better: no source says that it works.
    """
    before = preceding_period(period)
    movements = []
    for theme in themes:
        then, now = (read_theme(snapshot, theme, today, span) for span in (before, period))
        movement = _movement(then, now)
        if movement is not None:
            movements.append(ThemeMovement(theme, now.label, _verdict(then), _verdict(now), movement))
    return tuple(movements)


def _verdict(reading: ThemeReading) -> str | None:
    return combine_verdicts(reading.verdicts.values())


def _movement(then: ThemeReading, now: ThemeReading) -> Movement | None:
    if now.concerns:
        return Movement.STILL_TO_DEVELOP if then.concerns else Movement.NEW
    if not then.concerns:
        return None
    if not now.lines:
        return Movement.NO_LONGER_SEEN
    if any(vote.verdict == "M" for line in now.lines for vote in line.votes):
        return Movement.STILL_TO_DEVELOP
    return Movement.ONLY_SAID if set(now.verdicts) <= SELF_DESCRIPTION else Movement.IMPROVING
