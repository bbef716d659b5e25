"""Figures of the area in a report: the newest one, its date, and the same figure elsewhere."""

from collections.abc import Iterator

from lif.analysis.themes.indicator_readings import IndicatorReading, figures_until
from lif.disclosure.published import audience_of_counts
from lif.model.kinds.indicator import Indicator
from lif.model.period import Period
from lif.model.sharing import Sharing
from lif.model.snapshot import Snapshot
from lif.reports.chart import join_words
from lif.reports.cited_sentence import Line
from lif.reports.figure_words import point_text, with_unit


def context_lines(snapshot: Snapshot, year: Period, audience: Sharing) -> Iterator[Line]:
    """A line on each figure of an area: its newest point, what it is elsewhere, and what it does not show.

    Such figures come late, so the newest one at the end of the year may be of an earlier year; its date says so.
    """
    for figure in figures_until(snapshot, year.until):
        record = _record(snapshot, figure)
        if not record.area:
            continue
        now = point_text(figure, figure.points[-1], audience_of_counts(snapshot, audience, figure.indicator))
        elsewhere = tuple(f"{one.who} {with_unit(figure, one.value)} in {one.at}" for one in record.compared)
        compared = f"; {join_words(elsewhere)}" if elsewhere else ""
        caution = f". Mind: {figure.caution}" if figure.caution else ""
        text = record.marked(f"{record.area}: {figure.measure}: {now}{compared}", "area", "compared")
        yield Line(f"{text}{caution}", "", (figure.indicator,))


def _record(snapshot: Snapshot, figure: IndicatorReading) -> Indicator:
    record = snapshot.entries[figure.indicator].record
    assert isinstance(record, Indicator)  # noqa: S101 - a reading is made of nothing else
    return record
