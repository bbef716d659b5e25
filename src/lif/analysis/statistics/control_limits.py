"""Control limits, and the rules by which a point is flagged: the arithmetic of XmR charts.

Source and formulas are those of `xmr.py`. Arithmetic is exact.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

_WIDTH = Fraction("2.66")
_NEAR = _WIDTH * Fraction(2, 3)
_SCREEN = Fraction("3.267")
_RUN = 7
_NEAR_OF_THREE = 2


class PointFlag(StrEnum):
    """The rule a point breaks, in the package's words; `COMMON` is no flag and is false."""

    ABOVE_LIMIT = "Above UCL"
    BELOW_LIMIT = "Below LCL"
    RISING = "7 Point Trend (Increasing)"
    FALLING = "7 Point Trend (Decreasing)"
    NEAR_UPPER = "2 in 3 Above CL"
    NEAR_LOWER = "2 in 3 Below CL"
    SEVEN_ABOVE = "7 Points Above CL"
    SEVEN_BELOW = "7 Points Below CL"
    COMMON = "Common Cause"

    def __bool__(self) -> bool:
        return self is not PointFlag.COMMON

    @property
    def direction(self) -> int:
        """1 where the values are high or rising, -1 where they are low or falling, 0 for common cause."""
        low = {PointFlag.BELOW_LIMIT, PointFlag.FALLING, PointFlag.NEAR_LOWER, PointFlag.SEVEN_BELOW}
        return (-1 if self in low else 1) if self else 0


class Limits(NamedTuple):
    """The mean of a stretch and its average moving range, both in the unit of the values."""

    mean: Fraction
    average_range: Fraction

    @property
    def width(self) -> Fraction:
        """The distance of each limit from the mean."""
        return _WIDTH * self.average_range

    def side(self, value: Fraction) -> int:
        """1 above the mean, -1 below it, 0 on it."""
        return (value > self.mean) - (value < self.mean)

    def is_outside(self, value: Fraction) -> bool:
        """Whether the value lies strictly outside the limits."""
        return abs(value - self.mean) > self.width

    def is_near(self, value: Fraction) -> bool:
        """Whether the value lies within the limits, in the outer third of the way to one of them."""
        return not self.is_outside(value) and abs(value - self.mean) > _NEAR * self.average_range


def _mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values) if values else Fraction(0)


def limits_of(values: Sequence[Fraction], *, screen: bool) -> Limits:
    """The mean and average moving range of the values; `screen` leaves out extreme ranges once."""
    ranges = [abs(after - before) for before, after in pairwise(values)]
    if screen:
        too_large = _SCREEN * _mean(ranges)
        ranges = [moving_range for moving_range in ranges if moving_range < too_large]
    return Limits(_mean(values), _mean(ranges))


def flags_of(
    values: Sequence[Fraction], limits: Limits, *, shown: Sequence[Fraction] | None = None
) -> Iterator[PointFlag]:
    """The flag of each value of a stretch; the limits may come from its first values alone.

    `shown` are the values in which a trend is looked for, where those read against the limits are standardised.
    """
    sides = [limits.side(value) for value in values]
    trends, near, runs = _trends(shown or values), _two_of_three_near(values, sides, limits), _runs(sides)
    for value, side, trend, is_near, is_run in zip(values, sides, trends, near, runs, strict=True):
        if limits.is_outside(value):
            yield PointFlag.ABOVE_LIMIT if side > 0 else PointFlag.BELOW_LIMIT
        elif trend:
            yield PointFlag.RISING if trend > 0 else PointFlag.FALLING
        elif is_near:
            yield PointFlag.NEAR_UPPER if side > 0 else PointFlag.NEAR_LOWER
        elif is_run:
            yield PointFlag.SEVEN_ABOVE if side > 0 else PointFlag.SEVEN_BELOW
        else:
            yield PointFlag.COMMON


def _trends(values: Sequence[Fraction]) -> list[int]:
    """1 or -1 for each point of a trend; a point at which one ends and another begins belongs to the later one."""
    steps = [(after > before) - (after < before) for before, after in pairwise(values)]
    trends = [0] * len(values)
    for start in range(len(values) - _RUN + 1):
        directions = set(steps[start : start + _RUN - 1])
        if directions in ({1}, {-1}):
            trends[start : start + _RUN] = [directions.pop()] * _RUN
    return trends


def _two_of_three_near(values: Sequence[Fraction], sides: Sequence[int], limits: Limits) -> list[bool]:
    near = [limits.is_near(value) for value in values]
    flagged = [False] * len(values)
    for start in range(len(values) - 2):
        three = range(start, start + 3)
        if (
            abs(sum(sides[place] for place in three)) == len(three)
            and sum(near[place] for place in three) >= _NEAR_OF_THREE
        ):
            for place in three:
                flagged[place] = flagged[place] or near[place]
    return flagged


def _runs(sides: Sequence[int]) -> list[bool]:
    flagged = [False] * len(sides)
    for start in range(len(sides) - _RUN + 1):
        if abs(sum(sides[start : start + _RUN])) == _RUN:
            flagged[start : start + _RUN] = [True] * _RUN
    return flagged
