"""Whether each point of a series follows the one before, so that a control chart sees changes where there are none."""

from collections.abc import Sequence
from itertools import pairwise

from lif.analysis.statistics.xmr import FEWEST_POINTS, SeriesReading

MOST = 0.15
"""A convention: with more, simulated series that keep half of each point give a false change in over 3 % (methods)."""


def autocorrelation(values: Sequence[float]) -> float:
    """The autocorrelation of the values at lag one, from -1 to 1; 0 where all are the same, or there are none.

    r = Σ (y_i - mean) (y_(i+1) - mean) / Σ (y_i - mean)² (Box, Jenkins and Reinsel, Time Series Analysis, 1994).
    """
    mean = sum(values) / len(values) if values else 0.0
    apart = [value - mean for value in values]
    spread = sum(each * each for each in apart)
    return sum(first * second for first, second in pairwise(apart)) / spread if spread else 0.0


def follows_itself(reading: SeriesReading) -> bool:
    """Whether the points before a change at the last point follow each other, so that it may be none.

    A change lifts the autocorrelation of the whole series. So it is that of the points before the last run on one side
    of the mean; with fewer than six of these nothing is said.
    """
    points = reading.current
    if not points[-1].flag:
        return False
    before = len(points)
    side = points[-1].value > points[-1].mean
    while before and (points[before - 1].value > points[before - 1].mean) is side:
        before -= 1
    return before >= FEWEST_POINTS and autocorrelation([point.value for point in points[:before]]) > MOST
