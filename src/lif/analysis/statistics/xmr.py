"""XmR charts: read a figure over time by the rules of NHSRplotthedots (Making Data Count).

Source: nhs-r-community/NHSRplotthedots v0.2.2, commit 050b07d. For values y1 … yn of one stretch:

- mean = sum(y) / n; moving range MR_i = |y_i - y_(i-1)|; AMR = mean(MR);
- screening: ranges of 3.267 x AMR or more are left out, once, and AMR is worked out again;
- limits = mean ± 2.66 x AMR; near a limit = beyond mean ± 2/3 x 2.66 x AMR, and not outside.

Flags, the first that fits: outside the limits; six steps one way (seven points); two of three near one limit with all
three on that side of the mean (only the near ones are flagged); seven on one side of the mean. Ties break a trend, a
point on the mean breaks a run. Limits and runs start afresh at each rebase.

Three deviations. Limits are trial limits below 12 points, as the package's text says; its code says below 13. Where
all values are equal the package answers NaN and "inconsistent"; here the limits are the value itself and the reading
says so. The last point of a trend keeps the direction of its own trend where another trend starts at the next point;
the package takes the step between the two. Arithmetic is exact on the values as written, so that ties are ties.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from math import isfinite
from typing import NamedTuple

from lif.model.vocabulary import Better

FEWEST_POINTS = 6
"""With fewer points nothing is claimed, and the chart has no limits."""
TRIAL_BELOW = 12
"""With fewer points the limits are trial limits."""
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


class Variation(StrEnum):
    """The variation at the last point, in the package's words, and two of our own for series it cannot read."""

    COMMON = "common_cause"
    IMPROVEMENT = "special_cause_improvement"
    CONCERN = "special_cause_concern"
    HIGH = "special_cause_neutral_high"
    LOW = "special_cause_neutral_low"
    SAME = "every_value_the_same"
    UNKNOWN = "cannot_be_worked_out"


class Assurance(StrEnum):
    """Whether the target will be met as things stand, in the package's words, and one of our own."""

    PASS = "consistent_pass"  # noqa: S105 - the package's word for a target that is met
    FAIL = "consistent_fail"
    INCONSISTENT = "inconsistent"
    UNKNOWN = "cannot_be_worked_out"


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """One value with the mean and limits of its stretch; `group` counts the stretches from 0."""

    value: float
    mean: float
    lower: float
    upper: float
    flag: PointFlag
    meaning: Variation
    is_near: bool
    group: int

    @property
    def is_outside(self) -> bool:
        """Whether it lies strictly outside the limits."""
        return self.flag in {PointFlag.ABOVE_LIMIT, PointFlag.BELOW_LIMIT}


@dataclass(frozen=True, slots=True)
class SeriesReading:
    """The reading of one figure over time; `is_screened` when extreme ranges were left out of the mean range once."""

    points: tuple[ChartPoint, ...]
    better: Better
    target: float | None
    is_screened: bool

    @property
    def current(self) -> tuple[ChartPoint, ...]:
        """The points since the last rebase; all of them where there is none."""
        return tuple(point for point in self.points if point.group == self.points[-1].group)

    @property
    def is_constant(self) -> bool:
        """Whether every current value, of two or more, is the same, so that there is no variation to read."""
        return len(self.current) > 1 and len({point.value for point in self.current}) == 1

    @property
    def is_nearly_constant(self) -> bool:
        """Whether so many current values are the same that the limits have no width, and every other point is outside.

        The package flags all points of such a series (0, 0, 0, 0, 1, 0, 0, 0, 0, 0 …); nothing can be read from that.
        """
        last = self.points[-1]
        return last.lower == last.upper and len({point.value for point in self.current}) > 1

    @property
    def has_enough_points(self) -> bool:
        """Whether there are six current points or more, enough for limits."""
        return len(self.current) >= FEWEST_POINTS

    @property
    def has_limits(self) -> bool:
        """Whether the limits may be drawn and read: enough points, and limits that have a width."""
        return self.has_enough_points and not self.is_constant and not self.is_nearly_constant

    @property
    def variation(self) -> Variation:
        """The variation at the last point."""
        if self.is_constant:
            return Variation.SAME
        return self.points[-1].meaning if len(self.current) > 1 else Variation.UNKNOWN

    @property
    def assurance(self) -> Assurance | None:
        """Whether the target lies outside the current limits; None without a target or without a better direction."""
        if self.target is None or self.better is Better.NEUTRAL:
            return None
        if len({point.value for point in self.current}) == 1:
            return Assurance.UNKNOWN
        last = self.points[-1]
        if last.lower <= self.target <= last.upper:
            return Assurance.INCONSISTENT
        is_beyond = self.target > last.upper
        return Assurance.FAIL if is_beyond is (self.better is Better.HIGHER) else Assurance.PASS


def xmr(
    values: Sequence[float | Decimal],
    *,
    better: str = "higher",
    target: float | Decimal | None = None,
    screen: bool = True,
    rebase: Collection[int] = (),
) -> SeriesReading:
    """Read the values, oldest first, in any unit.

    `better` is `higher`, `lower` or `neutral`; `screen` leaves out extreme ranges, as the R package does and the Excel
    tool does not; `rebase` holds the indices in `values`, from 0, at which a new stretch begins. Means and limits are
    in the unit of the values. Raises ValueError for no values, a value that is not a number, or an index outside.
    """
    exact = [_exact(value) for value in values]
    if not exact:
        raise ValueError("a series has at least one value")
    if not all(0 <= start < len(exact) for start in rebase):
        raise ValueError(f"a rebase is an index from 0 to {len(exact) - 1}")
    direction = Better(better)
    starts = sorted({0, *rebase})
    points: list[ChartPoint] = []
    for group, (start, end) in enumerate(pairwise([*starts, len(exact)])):
        points.extend(_read_stretch(exact[start:end], direction, group, screen=screen))
    return SeriesReading(tuple(points), direction, None if target is None else float(_exact(target)), screen)


def _exact(value: float | Decimal) -> Fraction:
    """The number exactly as written: 0.1 is a tenth. Raises ValueError for infinity and nan."""
    if not isfinite(value):
        raise ValueError(f"{value} is not a number that can be charted")
    return Fraction(str(value))


class _Limits(NamedTuple):
    mean: Fraction
    average_range: Fraction

    def side(self, value: Fraction) -> int:
        return (value > self.mean) - (value < self.mean)

    def is_outside(self, value: Fraction) -> bool:
        return abs(value - self.mean) > _WIDTH * self.average_range

    def is_near(self, value: Fraction) -> bool:
        return not self.is_outside(value) and abs(value - self.mean) > _NEAR * self.average_range


def _mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values) if values else Fraction(0)


def _limits(values: Sequence[Fraction], *, screen: bool) -> _Limits:
    ranges = [abs(after - before) for before, after in pairwise(values)]
    if screen:
        too_large = _SCREEN * _mean(ranges)
        ranges = [moving_range for moving_range in ranges if moving_range < too_large]
    return _Limits(_mean(values), _mean(ranges))


def _read_stretch(values: Sequence[Fraction], better: Better, group: int, *, screen: bool) -> Iterator[ChartPoint]:
    limits = _limits(values, screen=screen)
    width = _WIDTH * limits.average_range
    for value, flag in zip(values, _flags(values, limits), strict=True):
        yield ChartPoint(
            value=float(value),
            mean=float(limits.mean),
            lower=float(limits.mean - width),
            upper=float(limits.mean + width),
            flag=flag,
            meaning=_meaning(flag, better),
            is_near=limits.is_near(value),
            group=group,
        )


def _meaning(flag: PointFlag, better: Better) -> Variation:
    if not flag:
        return Variation.COMMON
    if better is Better.NEUTRAL:
        return Variation.HIGH if flag.direction > 0 else Variation.LOW
    is_improvement = (flag.direction > 0) is (better is Better.HIGHER)
    return Variation.IMPROVEMENT if is_improvement else Variation.CONCERN


def _flags(values: Sequence[Fraction], limits: _Limits) -> Iterator[PointFlag]:
    sides = [limits.side(value) for value in values]
    trends, near, runs = _trends(values), _two_of_three_near(values, sides, limits), _runs(sides)
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


def _two_of_three_near(values: Sequence[Fraction], sides: Sequence[int], limits: _Limits) -> list[bool]:
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
