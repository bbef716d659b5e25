"""Indicators in a report: a sentence for each figure, and its control chart where there are enough points."""

from collections.abc import Iterable, Iterator

from lif.analysis.themes.figure_source import figure_source
from lif.analysis.themes.indicator_readings import IndicatorReading, figures_until
from lif.disclosure.published import audience_of_counts
from lif.model.kinds.indicator import Indicator
from lif.model.period import Period
from lif.model.sharing import Sharing
from lif.model.snapshot import Entry, Snapshot
from lif.reports.charts.control import ControlChart, control_chart
from lif.reports.cited_sentence import Detail, Line
from lif.reports.figure_words import baseline_text, is_few, values_text
from lif.reports.sources_differ import sources_differ

_SOURCE_FIELDS = ("collected_by", "every", "agency", "target", "target_agreed")


def figures_of(snapshot: Snapshot, period: Period) -> tuple[IndicatorReading, ...]:
    """Every figure with a point in the period, read as it stood at the end of the period; without those of an area."""
    of_areas = {entry.id for entry in snapshot.of(Indicator) if entry.record.area}
    figures = (figure for figure in figures_until(snapshot, period.until) if figure.newest.overlaps(period))
    return tuple(figure for figure in figures if figure.indicator not in of_areas)


def figure_lines(snapshot: Snapshot, figures: Iterable[IndicatorReading], audience: Sharing) -> Iterator[Line]:
    """A line on each figure: its values, what can be said of them, any baseline, and what the figure does not show."""
    for figure in figures:
        fixed = f"; {baseline_text(figure)}" if figure.baseline else ""
        caution = f". Mind: {figure.caution}" if figure.caution else ""
        values = values_text(figure, audience_of_counts(snapshot, audience, figure.indicator))
        text = f"{figure.measure}: {values}; {figure.said}{fixed}{caution}"
        yield Line(text, str(figure.newest), (figure.indicator,), below=tuple(_below(snapshot, figure.indicator)))


def _below(snapshot: Snapshot, record_id: str) -> Iterator[Detail]:
    """Who collects the figure and when its target was set, and what the sources differ on."""
    entry = snapshot.entries[record_id]
    if isinstance(entry.record, Indicator):
        said = figure_source(snapshot, Entry(entry.id, entry.kind, entry.record)).said
        yield from [Detail(entry.record.marked(said, *_SOURCE_FIELDS), (record_id,))] if said else []
    yield from sources_differ(entry)


def control_charts(
    snapshot: Snapshot, figures: Iterable[IndicatorReading], audience: Sharing
) -> Iterator[ControlChart]:
    """The control chart of each figure that has limits; for the public none with a point made from 1 to 5 cases."""
    for figure in figures:
        wider = audience_of_counts(snapshot, audience, figure.indicator)
        if figure.reading.has_limits and not (wider is Sharing.PUBLIC and any(map(is_few, figure.points))):
            yield control_chart(f"figure-{figure.indicator.rpartition('/')[2]}", figure, wider)
