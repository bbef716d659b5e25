"""Baselines of a figure over time: mean and limits fixed on its points up to a date, later points read against them."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from lif.model.kinds.indicator import Fixing
from lif.model.period import When


@dataclass(frozen=True, slots=True)
class Baseline:
    """A baseline of a stretch: until when, why, which stretch (`group`, from 0), and its number of points."""

    until: When
    reason: str
    group: int
    points: int

    def __str__(self) -> str:
        """`limits are fixed on the baseline until 2025-12`."""
        return f"limits are fixed on the baseline until {self.until}"


def baselines(dates: Sequence[When], starts: Sequence[int], fixed: Sequence[Fixing]) -> tuple[Baseline, ...]:
    """The baselines that fix limits: one for each stretch at most, in order of the stretches.

    `dates` are those of the points, oldest first, `starts` the indices at which a stretch begins afresh. A date fixes
    the limits of the stretch in which it lies, where points of that stretch stand on both sides of it. Of two dates in
    one stretch the earlier counts: what is called the baseline first stays it.
    """
    found: dict[int, Baseline] = {}
    for fixing in sorted(fixed, key=lambda fixing: fixing.until.latest):
        placed = placed_baseline(dates, starts, fixing)
        if placed is not None and placed.group not in found:
            found[placed.group] = placed
    return tuple(found[group] for group in sorted(found))


def placed_baseline(dates: Sequence[When], starts: Sequence[int], fixing: Fixing) -> Baseline | None:
    """The baseline that a date makes; None where it lies before all points, or where no later point follows."""
    before = sum(at.latest <= fixing.until.latest for at in dates)
    if not before:
        return None
    group = bisect_right(sorted(starts), before - 1)
    edges = (0, *sorted(starts), len(dates))
    count = before - edges[group]
    return Baseline(fixing.until, fixing.reason, group, count) if before < edges[group + 1] else None
