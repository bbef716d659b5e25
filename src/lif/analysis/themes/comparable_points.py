"""Whether the points of a figure can be read together for change: each reason why not is one function of the list.

Control limits ask for points of one unit, taken at one rhythm without a gap, and without a season (Wheeler and
Chambers, Understanding Statistical Process Control, 1992). Where that does not hold the limits say nothing: the values
are told, and the figure has no vote.
"""

from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import pairwise
from statistics import median_low

from lif.model.kinds.indicator import Indicator, Point

Check = Callable[[Indicator, Sequence[Point]], str]
"""Why the points of one stretch, oldest first, cannot be read together; empty where it does not hold."""

_PERCENT = {"percent", "%", "per cent"}
_UNEVEN = 1.5
"""A step between points that is so many times longer, or shorter, than usual breaks the rhythm."""

_NO_STEP = timedelta(days=36_500)
"""For a single point: longer than any span."""


def why_not_comparable(indicator: Indicator, points: Sequence[Point]) -> str:
    """The first reason why the points of one stretch cannot be read together for change; empty where they can."""
    return next((why for check in _CHECKS if (why := check(indicator, points))), "")


def is_percent(indicator: Indicator) -> bool:
    """Whether its unit is percent."""
    return (indicator.unit or "").strip().lower() in _PERCENT


def _kinds_differ(indicator: Indicator, points: Sequence[Point]) -> str:
    kinds = tuple(dict.fromkeys(_kind(indicator, point) for point in points))
    return f"some points are {kinds[0]}, others {kinds[1]}" if len(kinds) > 1 else ""


def _kind(indicator: Indicator, point: Point) -> str:
    if point.value is not None:
        return "percentages" if is_percent(indicator) else "plain figures"
    if point.denominator:
        return "percentages"
    return "counts out of nothing" if is_percent(indicator) else "plain figures"


def _lengths_differ(_: Indicator, points: Sequence[Point]) -> str:
    for before, after in pairwise(points):
        if after.at.earliest <= before.at.latest:
            return f"{before.at} and {after.at} overlap"
    usual = _usual_step(points)
    longer = (point.at for point in points if point.at.latest - point.at.earliest > _UNEVEN * usual)
    return next((f"{at} covers a longer time than other points" for at in longer), "")


def _usual_step(points: Sequence[Point]) -> timedelta:
    return median_low([after.at.latest - before.at.latest for before, after in pairwise(points)] or [_NO_STEP])


def _rhythm_breaks(_: Indicator, points: Sequence[Point]) -> str:
    usual = _usual_step(points)
    for before, after in pairwise(points):
        step = after.at.latest - before.at.latest
        if step > _UNEVEN * usual:
            return f"a point is missing between {before.at} and {after.at}"
        if _UNEVEN * step < usual:
            return f"{before.at} and {after.at} lie closer together than other points"
    return ""


def _follows_seasons(indicator: Indicator, _: Sequence[Point]) -> str:
    return "it follows the seasons, and the limits do not allow for that" if indicator.seasonal else ""


_CHECKS: tuple[Check, ...] = (_kinds_differ, _lengths_differ, _rhythm_breaks, _follows_seasons)
"""The reasons in the order in which they are told: add one here, and every figure keeps to it."""
