"""A figure over time: its values, and where there are enough of them their mean, their limits and their signals."""

from collections.abc import Sequence
from dataclasses import dataclass

from lif.analysis.statistics.xmr import SeriesReading
from lif.analysis.themes.indicator_readings import Figure
from lif.reports.chart import Chart, Columns

_PLAIN = "ups and downs as usual"


@dataclass(frozen=True, slots=True)
class ControlChart(Chart):
    """A figure as the rules read it, with the time of each point, what it says in words, and by which rules."""

    unit: str
    dates: tuple[str, ...]
    reading: SeriesReading
    said: str
    rules: str

    @property
    def says(self) -> str:
        """The measure, from which value to which, and what the rules make of it."""
        unit = f" {self.unit}" if self.unit else ""
        first, last = (f"{shown(self.reading.points[at].value)}{unit} in {self.dates[at]}" for at in (0, -1))
        span = f"{first}, {last}" if len(self.dates) > 1 else first
        return f"{self.title}: {span}; {self.said}."

    @property
    def table(self) -> Columns:
        """A point in each row; limits only where they may be read."""
        points = tuple(zip(self.dates, self.reading.points, strict=True))
        if not self.reading.has_limits:
            return Columns(("When", "Figure"), tuple((when, shown(point.value)) for when, point in points), (1,))
        rows = tuple(
            (when, *map(shown, (point.value, point.mean, point.lower, point.upper)), _signal(point.flag))
            for when, point in points
        )
        return Columns(("When", "Figure", "Mean", "Lower limit", "Upper limit", "Signal"), rows, (1, 2, 3, 4))


def _signal(flag: str) -> str:
    return _SIGNALS.get(flag, _PLAIN)


_SIGNALS = {
    "Above UCL": "above the upper limit",
    "Below LCL": "below the lower limit",
    "7 Point Trend (Increasing)": "one of seven rising",
    "7 Point Trend (Decreasing)": "one of seven falling",
    "2 in 3 Above CL": "one of two near the upper limit",
    "2 in 3 Below CL": "one of two near the lower limit",
    "7 Points Above CL": "one of seven above the mean",
    "7 Points Below CL": "one of seven below the mean",
}


def shown(value: float) -> str:
    """A figure with no more decimals than it needs, two at most."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def control_chart(name: str, figure: Figure, dates: Sequence[str], unit: str = "") -> ControlChart:
    """The chart of a figure; `dates` are the times of its points, oldest first."""
    return ControlChart(name, figure.measure, unit, tuple(dates), figure.reading, figure.said, figure.rules)
