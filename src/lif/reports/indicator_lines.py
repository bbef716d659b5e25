"""Indicators in a report: a sentence for each figure, and its control chart where there are enough points."""

from collections.abc import Iterable, Iterator

from lif.analysis.themes.indicator_readings import IndicatorReading, figures_until
from lif.disclosure.small_counts import LARGEST_HIDDEN, may_be_shown
from lif.model.kinds.indicator import Indicator, Point
from lif.model.period import Period
from lif.model.sharing import Sharing
from lif.model.snapshot import Snapshot
from lif.reports.charts.control import ControlChart, control_chart
from lif.reports.cited_sentence import Line


def figures_of(snapshot: Snapshot, period: Period) -> tuple[IndicatorReading, ...]:
    """Every figure with a point in the period, read as it stood at the end of the period."""
    return tuple(figure for figure in figures_until(snapshot, period.until) if figure.newest.overlaps(period))


def figure_lines(figures: Iterable[IndicatorReading]) -> Iterator[Line]:
    """A line on the trend of each figure; the only number in it is how many points there are."""
    for figure in figures:
        yield Line(f"{figure.measure}: {figure.said}", str(figure.newest), (figure.indicator,))


def control_charts(
    snapshot: Snapshot, figures: Iterable[IndicatorReading], audience: Sharing
) -> Iterator[ControlChart]:
    """The control chart of each figure that has limits; for the public none with a point made from 1 to 5 cases."""
    units = {entry.id: entry.record.unit or "" for entry in snapshot.of(Indicator)}
    few = {entry.id for entry in snapshot.of(Indicator) if any(map(_is_few, entry.record.series))}
    for figure in figures:
        if figure.reading.has_limits and not (audience is Sharing.PUBLIC and figure.indicator in few):
            name = f"figure-{figure.indicator.rpartition('/')[2]}"
            yield control_chart(name, figure, tuple(map(str, figure.dates)), units[figure.indicator])


def _is_few(point: Point) -> bool:
    """Whether a count behind a point must not be published: numerator, remainder or denominator is 1 to 5."""
    if point.numerator is None:
        return False
    if point.denominator is None or point.numerator > point.denominator:
        return 1 <= point.numerator <= LARGEST_HIDDEN
    return not may_be_shown(point.numerator, point.denominator)
