"""Control chart of a figure over time: its values and, with enough values, the mean, limits and signals."""

from dataclasses import dataclass

from lif.analysis.statistics.xmr import SeriesReading
from lif.analysis.themes.indicator_readings import IndicatorReading
from lif.model.sharing import Sharing
from lif.reports.chart import Chart, Columns
from lif.reports.figure_words import baseline_text, format_figure, stretch_text, values_text

_NO_SIGNAL = "ups and downs as usual"


@dataclass(frozen=True, slots=True)
class Break:
    """Where a figure is read afresh: before the point of that index, and from when and why."""

    before: int
    said: str


@dataclass(frozen=True, slots=True)
class ControlChart(Chart):
    """A figure read by the rules of control charts.

    `dates` are the times of its points, `said` the result in words, `rules` the rules applied. `values` are the values
    of the present stretch in words, `breaks` the places from which the figure is read afresh. `fixed` says until when
    and why the present limits are fixed, empty where they are not.
    """

    unit: str
    dates: tuple[str, ...]
    reading: SeriesReading
    said: str
    rules: str
    values: str = ""
    caution: str = ""
    breaks: tuple[Break, ...] = ()
    fixed: str = ""

    @property
    def says(self) -> str:
        """The measure, its values in the present stretch, the result of the rules, any baseline, and the caution."""
        fixed = f" {self.fixed[0].upper()}{self.fixed[1:]}." if self.fixed else ""
        caution = f" Mind: {self.caution}." if self.caution else ""
        return f"{self.title}: {self.values}; {self.said}.{fixed}{caution}"

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


def control_chart(name: str, figure: IndicatorReading, audience: Sharing) -> ControlChart:
    """Return the chart of a figure."""
    return ControlChart(
        name,
        figure.measure,
        figure.unit,
        tuple(map(str, figure.dates)),
        figure.reading,
        figure.said,
        figure.rules,
        values_text(figure, audience),
        figure.caution.rstrip("."),
        tuple(Break(stretch.first, stretch_text(stretch)) for stretch in figure.stretches),
        baseline_text(figure),
    )
