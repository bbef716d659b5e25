"""Read indicators over time by the rules for XmR charts (F5.5, R5)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from lif.analysis.statistics.autocorrelation import follows_itself
from lif.analysis.statistics.share_limits import kept_possible, with_share_limits
from lif.analysis.statistics.xmr import FEWEST_POINTS, SeriesReading, Variation, xmr
from lif.analysis.themes.comparable_points import is_percent, why_not_comparable
from lif.analysis.themes.indicator_baselines import Baseline, baselines
from lif.analysis.themes.indicator_words import figure_in_words, figure_verdict, rule_set, warnings_about
from lif.analysis.themes.replaced_themes import current_theme
from lif.model.kinds.indicator import Indicator, Point
from lif.model.period import Period, When
from lif.model.snapshot import Entry, Snapshot, once
from lif.model.vocabulary import Better

_WHOLE = 100.0
_CARRIED_OVER = "each point follows the one before, and what looks like a change may be none"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a figure: from when it is read afresh, why, and the index of its first point."""

    since: When
    reason: str
    first: int


@dataclass(frozen=True, slots=True)
class IndicatorReading:
    """One indicator as read: its meaning in words, its verdict (W, N, M or None) and the warnings that go with it.

    `dates` are the times of the points in `reading`, and `points` the points themselves, oldest first. `stretches` are
    those that begin with a rebase; the first stretch is not among them. `baselines` are those on which the limits of a
    stretch are fixed, in order of the stretches.
    """

    indicator: str
    measure: str
    said: str
    verdict: str | None
    warnings: tuple[str, ...]
    newest: When
    rules: str
    reading: SeriesReading
    dates: tuple[When, ...]
    points: tuple[Point, ...]
    unit: str
    caution: str
    stretches: tuple[Stretch, ...]
    baselines: tuple[Baseline, ...] = ()

    @property
    def baseline(self) -> Baseline | None:
        """The baseline on which the limits of the present stretch are fixed; None where nothing is fixed in it."""
        return self.baselines[-1] if self.baselines and self.reading.is_fixed else None

    @property
    def can_vote(self) -> bool:
        """Whether its limits may be read: points enough, and points that can be compared."""
        return self.reading.has_limits

    def has_point_in(self, period: Period) -> bool:
        """Whether one of its points may lie in the period: a figure that goes on belongs to every such period."""
        return any(at.overlaps(period) for at in self.dates)

    @property
    def stretch(self) -> Stretch | None:
        """The present stretch, where it began with a rebase."""
        return self.stretches[-1] if self.stretches else None


def figures_on_theme(snapshot: Snapshot, theme: str, period: Period | None = None) -> tuple[IndicatorReading, ...]:
    """Every indicator that names the theme, or a theme it replaced, and has a point, in order of id.

    With a period, each is read as it stood at its end, and only where it has a point in it. Those of an area are not
    among them: they tell of the context and not of the work.
    """
    figures = _figures_by_theme(snapshot)(period.until if period else date.max).get(theme, ())
    return tuple(figure for figure in figures if period is None or figure.has_point_in(period))


@once
def _figures_by_theme(snapshot: Snapshot) -> Callable[[date], dict[str, list[IndicatorReading]]]:
    @cache
    def by_theme(until: date) -> dict[str, list[IndicatorReading]]:
        found: dict[str, list[IndicatorReading]] = {}
        for entry in snapshot.of(Indicator):
            figure = None if entry.record.area else read_indicator(snapshot, entry, until)
            if figure is not None:
                for theme in dict.fromkeys(current_theme(snapshot, key) for key in entry.record.themes):
                    found.setdefault(theme, []).append(figure)
        return found

    return by_theme


def figures_until(snapshot: Snapshot, until: date) -> tuple[IndicatorReading, ...]:
    """Every indicator that had a point by that day, read from the points known then, in order of id."""
    return tuple(
        figure for entry in snapshot.of(Indicator) if (figure := read_indicator(snapshot, entry, until)) is not None
    )


def read_indicator(snapshot: Snapshot, entry: Entry[Indicator], until: date = date.max) -> IndicatorReading | None:
    """One indicator read from the points known by that day; None where there was none."""
    trial_below = snapshot.thresholds.trial_limits_below_points
    indicator = entry.record
    points_by_then = (point for point in indicator.series if point.at.latest <= until)
    points = [(point, value) for point in points_by_then if (value := value_of(point)) is not None]
    if not points:
        return None
    stretches = stretches_of([point for point, _ in points], indicator)
    starts = tuple(stretch.first for stretch in stretches)
    fixed = baselines([point.at for point, _ in points], starts, indicator.fixed)
    reading = _reading(indicator, points, starts, {baseline.group: baseline.points for baseline in fixed})
    denominators = [point.denominator for point, _ in points if point.denominator is not None]
    return IndicatorReading(
        indicator=entry.id,
        measure=indicator.measure,
        said=f"{figure_in_words(reading, trial_below=trial_below)}{_rebased_when_worse(reading)}",
        verdict=figure_verdict(replace(reading, target=None) if _is_late(indicator, points[-1][0].at) else reading),
        warnings=(
            *warnings_about(reading, denominators=denominators),
            *_what_a_person_says(indicator, points[-1][0].at),
            *(f"{baseline}, because: {baseline.reason.rstrip('.')}" for baseline in fixed),
        ),
        newest=points[-1][0].at,
        rules=rule_set(reading),
        reading=reading,
        dates=tuple(point.at for point, _ in points),
        points=tuple(point for point, _ in points),
        unit=indicator.unit or "",
        caution=indicator.caution or "",
        stretches=stretches,
        baselines=fixed,
    )


def _reading(
    indicator: Indicator, points: Sequence[tuple[Point, float]], starts: Sequence[int], fixed: Mapping[int, int]
) -> SeriesReading:
    """The reading of the points with their values: limits that fit what is counted, and why they may say nothing."""
    values = [value for _, value in points]
    reading = xmr(values, better=indicator.better.value, target=indicator.target, rebase=starts, fixed_after=fixed)
    reading = with_share_limits(reading, [_cases(point) for point, _ in points], fixed)
    is_share = is_percent(indicator) or any(_cases(point) for point, _ in points)
    lowest = 0.0 if min(values) >= 0 else None
    highest = _WHOLE if is_share and max(values) <= _WHOLE else None
    reading = kept_possible(reading, lowest, highest)
    current = [point for point, _ in points[-len(reading.current) :]]
    carried = _CARRIED_OVER if follows_itself(reading) else ""
    return replace(reading, barrier=why_not_comparable(indicator, current) or carried)


def _is_late(indicator: Indicator, newest: When) -> bool:
    """Whether the target was certainly set after the newest figure: it is told, and has no part in the vote."""
    return indicator.target_agreed is not None and newest.is_before(indicator.target_agreed)


def _rebased_when_worse(reading: SeriesReading) -> str:
    """That the present stretch begins right after a change for the worse, or with one; empty where it does not."""
    before = [point for point in reading.points if point.group == reading.points[-1].group - 1]
    if len(before) < FEWEST_POINTS or reading.better is Better.NEUTRAL:
        return ""
    last, first = before[-1], reading.current[0].value
    is_worse = first < last.lower if reading.better is Better.HIGHER else first > last.upper
    worse = is_worse or last.meaning is Variation.CONCERN
    return "; read afresh just when it had got worse" if worse else ""


def _cases(point: Point) -> tuple[int, int] | None:
    """The cases behind a percentage; None where the figure itself is given, or no denominator."""
    if point.value is not None or point.numerator is None or not point.denominator:
        return None
    return point.numerator, point.denominator


def _what_a_person_says(indicator: Indicator, newest: When) -> Iterator[str]:
    """Why the figure was read afresh, each time until the newest point; and what it does not show."""
    for rebase in indicator.rebase:
        if rebase.since.earliest <= newest.latest:
            yield f"read afresh from {rebase.since}, because: {rebase.reason.rstrip('.')}"
    if indicator.caution:
        yield indicator.caution.rstrip(".")


def value_of(point: Point) -> float | None:
    """The value of a point, or else its numerator as a percentage, or else the numerator as a count."""
    if point.value is not None:
        return point.value
    if point.numerator is None:
        return None
    if point.denominator is None:
        return float(point.numerator)
    return 100 * point.numerator / point.denominator if point.denominator else None


def stretches_of(points: list[Point], indicator: Indicator) -> tuple[Stretch, ...]:
    """The stretches that begin with a rebase, each from its first point on; of two with no point between, the later."""
    starts: dict[int, Stretch] = {}
    for rebase in sorted(indicator.rebase, key=lambda rebase: rebase.since.earliest):
        later = (index for index, point in enumerate(points) if point.at.earliest >= rebase.since.earliest)
        first = next(later, None)
        if first:
            starts[first] = Stretch(rebase.since, rebase.reason, first)
    return tuple(starts[first] for first in sorted(starts))
