"""Figures over time, each read by the named rule set (F5.5, R5)."""

from dataclasses import dataclass
from datetime import date

from lif.analysis.statistics.xmr import SeriesReading, xmr
from lif.analysis.themes.indicator_words import in_words, rule_set, verdict, warnings_about
from lif.model.kinds.indicator import Indicator, Point
from lif.model.kinds.partnership import Thresholds
from lif.model.period import When
from lif.model.snapshot import Entry, Snapshot


@dataclass(frozen=True, slots=True)
class Figure:
    """One indicator: what it says in words, its verdict (W, N, M or None) and what a reader must know first.

    `dates` are the times of the points of its reading, oldest first.
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


def figures(snapshot: Snapshot, theme: str) -> tuple[Figure, ...]:
    """Every indicator that names the theme and has a point, in order of id."""
    mine = (entry for entry in snapshot.of(Indicator) if theme in entry.record.themes)
    return tuple(figure for entry in mine if (figure := _figure(snapshot, entry, date.max)) is not None)


def figures_until(snapshot: Snapshot, until: date) -> tuple[Figure, ...]:
    """Every indicator that had a point by that day, read as it stood then, in order of id."""
    return tuple(figure for entry in snapshot.of(Indicator) if (figure := _figure(snapshot, entry, until)) is not None)


def _figure(snapshot: Snapshot, entry: Entry[Indicator], until: date) -> Figure | None:
    trial_below = (snapshot.partnership.thresholds if snapshot.partnership else Thresholds()).trial_limits_below_points
    indicator = entry.record
    known = (point for point in indicator.series if point.at.latest <= until)
    points = [(point, value) for point in known if (value := _value(point)) is not None]
    if not points:
        return None
    reading = xmr(
        [value for _, value in points],
        better=indicator.better.value,
        target=indicator.target,
        rebase=_starts([point for point, _ in points], indicator),
    )
    denominators = [point.denominator for point, _ in points if point.denominator is not None]
    return Figure(
        indicator=entry.id,
        measure=indicator.measure,
        said=in_words(reading, trial_below=trial_below),
        verdict=verdict(reading),
        warnings=warnings_about(reading, denominators=denominators, is_seasonal=indicator.seasonal),
        newest=points[-1][0].at,
        rules=rule_set(reading),
        reading=reading,
        dates=tuple(point.at for point, _ in points),
    )


def _value(point: Point) -> float | None:
    """The figure itself, or else its share in a hundred, or else the count."""
    if point.value is not None:
        return point.value
    if point.numerator is None:
        return None
    if point.denominator is None:
        return float(point.numerator)
    return 100 * point.numerator / point.denominator if point.denominator else None


def _starts(points: list[Point], indicator: Indicator) -> tuple[int, ...]:
    """The places of the first point of each stretch that is read afresh."""
    starts = []
    for again in indicator.rebase:
        later = (place for place, point in enumerate(points) if point.at.earliest >= again.since.earliest)
        place = next(later, None)
        if place:
            starts.append(place)
    return tuple(sorted(set(starts)))
