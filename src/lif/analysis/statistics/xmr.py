"""XmR charts: read a figure over time by the rules of NHSRplotthedots (Making Data Count).

Source: nhs-r-community/NHSRplotthedots v0.2.2, commit 050b07d. For values y1 … yn of one stretch:

- mean = sum(y) / n; moving range MR_i = |y_i - y_(i-1)|; AMR = mean(MR);
- screening: ranges of 3.267 x AMR or more are left out, once, and AMR is worked out again;
- limits = mean ± 2.66 x AMR; near a limit = beyond mean ± 2/3 x 2.66 x AMR, and not outside.

Flags, the first that fits: outside the limits; six steps one way (seven points); two of three near one limit with all
three on that side of the mean (only the near ones are flagged); seven on one side of the mean. Ties break a trend, a
point on the mean breaks a run. Limits and runs start afresh at each rebase.

Limits fixed after n points (`fix_after_n_points` of the package): mean, moving ranges, their screening and the limits
come from the first n points of each stretch alone. Every point of the stretch is read against them; trends and runs
may begin before the n-th point and end after it. Where a stretch has no more than n points, nothing is fixed.

Four deviations. Limits are trial limits below 12 points, as the package's text says; its code says below 13. Where
all values are equal the package answers NaN and "inconsistent"; here the limits are the value itself and the reading
says so. The last point of a trend keeps the direction of its own trend where another trend starts at the next point;
the package takes the step between the two. Limits may be fixed after fewer than 12 points, which the package refuses;
they are trial limits then. Arithmetic is exact on the values as written, so that ties are ties.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from math import isfinite

from lif.analysis.statistics.control_limits import PointFlag, flags_of, limits_of
from lif.model.vocabulary import Better

FEWEST_POINTS = 6
"""With fewer points nothing is claimed, and the chart has no limits."""
TRIAL_BELOW = 12
"""With fewer points the limits are trial limits."""


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
    """One value with the mean and limits of its stretch; `group` counts the stretches from 0.

    `is_baseline` when mean and limits were worked out from it: all points, unless limits are fixed.
    """

    value: float
    mean: float
    lower: float
    upper: float
    flag: PointFlag
    meaning: Variation
    is_near: bool
    group: int
    is_baseline: bool = True

    @property
    def is_outside(self) -> bool:
        """Whether it lies strictly outside the limits."""
        return self.flag in {PointFlag.ABOVE_LIMIT, PointFlag.BELOW_LIMIT}


@dataclass(frozen=True, slots=True)
class SeriesReading:
    """The reading of one figure over time; `is_screened` when extreme ranges were left out of the mean range once.

    `barrier` is why the current points cannot be read together, so that their limits say nothing; empty where they can.
    `is_by_cases`: the current limits are those of a P' chart, each point's its own.
    """

    points: tuple[ChartPoint, ...]
    better: Better
    target: float | None
    is_screened: bool
    barrier: str = ""
    is_by_cases: bool = False

    @property
    def current(self) -> tuple[ChartPoint, ...]:
        """The points since the last rebase; all of them where there is none."""
        return tuple(point for point in self.points if point.group == self.points[-1].group)

    @property
    def baseline(self) -> tuple[ChartPoint, ...]:
        """The current points from which mean and limits were worked out."""
        return tuple(point for point in self.current if point.is_baseline)

    @property
    def is_fixed(self) -> bool:
        """Whether the current limits come from the first points alone, and later ones are read against them."""
        return not self.current[-1].is_baseline

    @property
    def is_constant(self) -> bool:
        """Whether every current value, of two or more, is the same, so that there is no variation to read."""
        return len(self.current) > 1 and len({point.value for point in self.current}) == 1

    @property
    def is_nearly_constant(self) -> bool:
        """Whether so many values are the same that the limits have no width, and every other point is outside.

        The package flags all points of such a series (0, 0, 0, 0, 1, 0, 0, 0, 0, 0 …); nothing can be read from that.
        """
        last = self.points[-1]
        return last.lower == last.upper and len({point.value for point in self.current}) > 1

    @property
    def has_enough_points(self) -> bool:
        """Whether the limits come from six points or more."""
        return len(self.baseline) >= FEWEST_POINTS

    @property
    def has_limits(self) -> bool:
        """Whether the limits may be drawn and read: enough points that compare, and limits that have a width."""
        return self.has_enough_points and not (self.barrier or self.is_constant or self.is_nearly_constant)

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
    fixed_after: int | Mapping[int, int] | None = None,
) -> SeriesReading:
    """Read the values, oldest first, in any unit.

    `better` is `higher`, `lower` or `neutral`; `screen` leaves out extreme ranges, as the R package does and the Excel
    tool does not; `rebase` holds the indices in `values`, from 0, at which a new stretch begins. `fixed_after` is the
    number of points after which limits are fixed, in each stretch as in the package, or by the stretch, counted from 0.
    Means and limits are in the unit of the values. Raises ValueError for no values, a value that is not a number, an
    index outside, or limits fixed after no point.
    """
    exact = [_exact(value) for value in values]
    if not exact:
        raise ValueError("a series has at least one value")
    if not all(0 <= start < len(exact) for start in rebase):
        raise ValueError(f"a rebase is an index from 0 to {len(exact) - 1}")
    direction = Better(better)
    starts = sorted({0, *rebase})
    fixed = fixed_after if isinstance(fixed_after, Mapping) else dict.fromkeys(range(len(starts)), fixed_after)
    if not all(count is None or count > 0 for count in fixed.values()):
        raise ValueError("limits are fixed after one point or more")
    points: list[ChartPoint] = []
    for group, (start, end) in enumerate(pairwise([*starts, len(exact)])):
        points.extend(_read_stretch(exact[start:end], direction, group, fixed_after=fixed.get(group), screen=screen))
    return SeriesReading(tuple(points), direction, None if target is None else float(_exact(target)), screen)


def _exact(value: float | Decimal) -> Fraction:
    """The number exactly as written: 0.1 is a tenth. Raises ValueError for infinity and nan."""
    if not isfinite(value):
        raise ValueError(f"{value} is not a number that can be charted")
    return Fraction(str(value))


def _read_stretch(
    values: Sequence[Fraction], better: Better, group: int, *, fixed_after: int | None, screen: bool
) -> Iterator[ChartPoint]:
    limits = limits_of(values[:fixed_after], screen=screen)
    for place, (value, flag) in enumerate(zip(values, flags_of(values, limits), strict=True)):
        yield ChartPoint(
            value=float(value),
            mean=float(limits.mean),
            lower=float(limits.mean - limits.width),
            upper=float(limits.mean + limits.width),
            flag=flag,
            meaning=meaning_of(flag, better),
            is_near=limits.is_near(value),
            group=group,
            is_baseline=fixed_after is None or place < fixed_after,
        )


def meaning_of(flag: PointFlag, better: Better) -> Variation:
    """What a flag means where that direction is better."""
    if not flag:
        return Variation.COMMON
    if better is Better.NEUTRAL:
        return Variation.HIGH if flag.direction > 0 else Variation.LOW
    is_improvement = (flag.direction > 0) is (better is Better.HIGHER)
    return Variation.IMPROVEMENT if is_improvement else Variation.CONCERN
