"""Find the charts among a report's values and draw them."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from lif.output.charts.registry import DRAWINGS
from lif.output.documents.document import Picture
from lif.reports.chart import Chart


def draw_chart(chart: Chart) -> Picture:
    """Draw a chart: its message and its SVG."""
    return DRAWINGS[type(chart).__name__].picture(chart)


def pictures_of(report: Any) -> Mapping[str, Picture]:
    """The picture of every chart in a report that has something to show, by name."""
    return {chart.name: draw_chart(chart) for chart in _charts(report) if chart.draws}


def _charts(value: Any) -> Iterator[Chart]:
    if isinstance(value, Chart):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from _charts(getattr(value, field.name))
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _charts(item)
