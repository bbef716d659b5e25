"""Control chart of a figure over time: its values and, with enough values, the mean, limits and signals."""

from collections.abc import Sequence
from dataclasses import dataclass

from lif.analysis.statistics.xmr import SeriesReading
from lif.analysis.themes.indicator_readings import IndicatorReading
from lif.reports.chart import Chart, Columns

_NO_SIGNAL = "ups and downs as usual"


@dataclass(frozen=True, slots=True)
class ControlChart(Chart):
    """A figure read by the rules of control charts.

    `dates` are the times of its points, `said` the result in words, `rules` the rules applied.
    """

    unit: str
    dates: tuple[str, ...]
    reading: SeriesReading
    said: str
    rules: str

    @property
    def says(self) -> str:
        """The measure, its first and last value, and the result of the rules."""
        unit = f" {self.unit}" if self.unit else ""
        first, last = (
            f"{format_figure(self.reading.points[index].value)}{unit} in {self.dates[index]}" for index in (0, -1)
        )
        span = f"{first}, {last}" if len(self.dates) > 1 else first
        return f"{self.title}: {span}; {self.said}."

    @property
    def table(self) -> Columns:
        """The table: one row for each point; limits only where there are enough points for them."""
        points = tuple(zip(self.dates, self.reading.points, strict=True))
        if not self.reading.has_limits:
            return Columns(
                ("When", "Figure"), tuple((when, format_figure(point.value)) for when, point in points), (1,)
            )
        rows = tuple(
            (
                when,
                *map(format_figure, (point.value, point.mean, point.lower, point.upper)),
                _signal_in_words(point.flag),
            )
            for when, point in points
        )
        return Columns(("When", "Figure", "Mean", "Lower limit", "Upper limit", "Signal"), rows, (1, 2, 3, 4))


def _signal_in_words(flag: str) -> str:
    return _SIGNALS.get(flag, _NO_SIGNAL)


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


def format_figure(value: float) -> str:
    """Format a figure with as many decimals as it needs, at most two."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def control_chart(name: str, figure: IndicatorReading, dates: Sequence[str], unit: str = "") -> ControlChart:
    """Return the chart of a figure; `dates` are the times of its points, oldest first."""
    return ControlChart(name, figure.measure, unit, tuple(dates), figure.reading, figure.said, figure.rules)
