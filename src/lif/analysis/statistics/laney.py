"""Laney's P' chart: limits for proportions whose denominators change and whose ups and downs exceed chance.

An XmR chart of percentages gives every point the same limits, whatever it is out of; a p chart gives each its own, and
takes all variation for that of a coin. Laney's chart does both: binomial limits, widened or narrowed by how far the
standardised points really vary from one to the next.

Source: Laney DB. Improved control charts for attributes. Quality Engineering 2002;14(4):531-537.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import sqrt
from typing import NamedTuple

MEAN_RANGE = 1.128
"""d2 of two values: the mean range of two values of a normal distribution, in standard deviations."""


class LaneyPoint(NamedTuple):
    """The limits of one point, as shares from 0 to 1; `score` is its distance from the mean in standard errors."""

    share: float
    lower: float
    upper: float
    score: float


class LaneyChart(NamedTuple):
    """The points with their limits, the mean share, and how far they vary beyond chance (1: as by chance)."""

    points: tuple[LaneyPoint, ...]
    mean: float
    spread: float


def laney(counts: Sequence[tuple[int, int]], *, fixed_after: int | None = None) -> LaneyChart:
    """The chart of several (met, of), in order of time; `fixed_after` takes mean and spread from so many first points.

    mean = Σ met / Σ of; s_i = √(mean (1 - mean) / of_i); z_i = (share_i - mean) / s_i; spread = mean of |z_i - z_(i-1)|
    / 1.128; limits mean ± 3 s_i spread, kept between 0 and 1. Where every case is alike the limits are the mean.
    Raises ValueError for fewer than two points, or unless 0 <= met <= of and of > 0.
    """
    if len(counts) < 2 or any(not 0 <= met <= of or of == 0 for met, of in counts):  # noqa: PLR2004 - a range needs two
        raise ValueError("two shares of cases or more are needed")
    baseline = counts[:fixed_after]
    mean = sum(met for met, _ in baseline) / sum(of for _, of in baseline)
    errors = [sqrt(mean * (1 - mean) / of) for _, of in counts]
    shares = [met / of for met, of in counts]
    scores = [(share - mean) / error if error else 0.0 for share, error in zip(shares, errors, strict=True)]
    ranges = [abs(later - earlier) for earlier, later in pairwise(scores[:fixed_after])]
    spread = sum(ranges) / len(ranges) / MEAN_RANGE if ranges else 0.0
    points = tuple(
        LaneyPoint(share, max(0.0, mean - 3 * error * spread), min(1.0, mean + 3 * error * spread), score)
        for share, error, score in zip(shares, errors, scores, strict=True)
    )
    return LaneyChart(points, mean, spread)
