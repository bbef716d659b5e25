"""Rules on figures over time: a baseline on which limits are fixed lies among the points, and has enough of them."""

from collections.abc import Iterator

from lif.analysis.statistics.xmr import FEWEST_POINTS
from lif.analysis.themes.indicator_baselines import Baseline, placed_baseline
from lif.analysis.themes.indicator_readings import stretches_of, value_of
from lif.diagnostics.code import warning
from lif.model.kinds.indicator import Fixing, Indicator
from lif.rules.rule import Question, RuleProblem, rule


def _fixings(indicator: Indicator) -> Iterator[tuple[int, Fixing, Baseline | None]]:
    """Each fixing with its place in the list, and the baseline that it makes; None where it fixes nothing."""
    points = [point for point in indicator.series if value_of(point) is not None]
    starts = tuple(stretch.first for stretch in stretches_of(points, indicator))
    dates = [point.at for point in points]
    for place, fixing in enumerate(indicator.fixed):
        yield place, fixing, placed_baseline(dates, starts, fixing)


@rule(
    warning(
        "LIF536",
        "a baseline that fixes nothing",
        "baselines fix no limits: no points lie on both sides, or the stretch has one already",
        "F5.5",
    )
)
def baselines_fix_limits(question: Question) -> Iterator[RuleProblem]:
    """A baseline ends among the points of a stretch, or on the newest of them, and is the only one of its stretch."""
    for entry in question.snapshot.of(Indicator):
        newest = max((point.at.latest for point in entry.record.series), default=None)
        fixings = list(_fixings(entry.record))
        counted: dict[int, Fixing] = {}
        for _, fixing, baseline in sorted(fixings, key=lambda found: found[1].until.latest):
            if baseline is not None:
                counted.setdefault(baseline.group, fixing)
        for place, fixing, baseline in fixings:
            at = ("fixed", place, "until")
            if baseline is None and newest != fixing.until.latest:
                message = f"no points of one stretch lie on both sides of {fixing.until}: nothing is fixed"
                hint = "Give the last month of the baseline; later points of the same stretch are read against it."
                yield RuleProblem(entry.id, at, message, hint)
            elif baseline is not None and (first := counted[baseline.group]) is not fixing:
                message = f"the limits of this stretch are fixed until {first.until} already, and that counts"
                hint = "Keep one of the two. Where the figure has changed since, give a `rebase` with the reason."
                yield RuleProblem(entry.id, at, message, hint)


@rule(
    warning("LIF537", "limits fixed on few points", "limits are fixed on too few points to hold for long", "F5.5"),
)
def limits_are_fixed_on_enough_points(question: Question) -> Iterator[RuleProblem]:
    """Limits that are to hold from now on rest on enough points: below twelve, or what the record sets, on trial."""
    enough = question.snapshot.thresholds.trial_limits_below_points
    for entry in question.snapshot.of(Indicator):
        for place, fixing, baseline in _fixings(entry.record):
            if baseline is not None and baseline.points < enough:
                points = f"{baseline.points} point{'' if baseline.points == 1 else 's'}"
                said = "are trial limits" if baseline.points >= FEWEST_POINTS else "cannot be worked out"
                message = f"the stretch has {points} until {fixing.until}: limits fixed on so few {said}"
                hint = f"Fix them on {enough} points or more, or leave `fixed` out until there are so many."
                yield RuleProblem(entry.id, ("fixed", place, "until"), message, hint)


RULES = (
    baselines_fix_limits,
    limits_are_fixed_on_enough_points,
)
