"""Limits of figures that cannot take every value: shares of changing numbers of cases, and bounds such as 0 and 100.

A stretch of percentages whose denominators change gets the limits of Laney's P' chart (`laney.py`), and the rules of
XmR charts are held against its standardised points; trends are looked for in the percentages. Nothing is screened.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import groupby

from lif.analysis.statistics.control_limits import Limits, flags_of
from lif.analysis.statistics.laney import MEAN_RANGE, laney
from lif.analysis.statistics.xmr import ChartPoint, SeriesReading, meaning_of

Cases = tuple[int, int]
"""How many cases met the standard, out of how many."""


def with_share_limits(
    reading: SeriesReading, cases: Sequence[Cases | None], fixed_after: Mapping[int, int] | None = None
) -> SeriesReading:
    """The reading with limits by Laney for each stretch of percentages of cases whose denominators change.

    `cases` are those behind each point, None where the point is no share of cases; `fixed_after` as in `xmr`.
    """
    points: list[ChartPoint] = []
    is_by_cases = False
    for group, members in groupby(reading.points, key=lambda point: point.group):
        stretch = list(members)
        behind = [pair for pair in cases[len(points) : len(points) + len(stretch)] if pair is not None]
        is_by_cases = len(behind) == len(stretch) and _may_be_read(stretch, behind)
        points += _by_laney(reading, stretch, behind, (fixed_after or {}).get(group)) if is_by_cases else stretch
    return replace(reading, points=tuple(points), is_by_cases=is_by_cases)


def _may_be_read(stretch: Sequence[ChartPoint], cases: Sequence[Cases]) -> bool:
    """Whether the denominators change, and the percentages do more than once in a while."""
    has_width = stretch[-1].lower < stretch[-1].upper
    return has_width and len({of for _, of in cases}) > 1 and all(met <= of for met, of in cases)


def _by_laney(
    reading: SeriesReading, stretch: Sequence[ChartPoint], cases: Sequence[Cases], fixed_after: int | None
) -> Iterator[ChartPoint]:
    chart = laney(cases, fixed_after=fixed_after)
    scores = [Fraction(point.score) for point in chart.points]
    shares = [Fraction(met, of) for met, of in cases]
    limits = Limits(Fraction(0), Fraction(chart.spread * MEAN_RANGE))
    for point, limit, flag in zip(stretch, chart.points, flags_of(scores, limits, shown=shares), strict=True):
        yield replace(
            point,
            mean=100 * chart.mean,
            lower=100 * limit.lower,
            upper=100 * limit.upper,
            flag=flag,
            meaning=meaning_of(flag, reading.better),
            is_near=limits.is_near(Fraction(limit.score)),
        )


def kept_possible(reading: SeriesReading, lowest: float | None, highest: float | None) -> SeriesReading:
    """The reading with limits between the lowest and the highest possible value; None where there is none."""

    def kept(limit: float) -> float:
        limit = limit if lowest is None else max(limit, lowest)
        return limit if highest is None else min(limit, highest)

    points = (replace(point, lower=kept(point.lower), upper=kept(point.upper)) for point in reading.points)
    return replace(reading, points=tuple(points))
