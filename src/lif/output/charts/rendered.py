"""The pictures of a report: found among its plain values, and drawn."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from lif.output.charts.registry import DRAWINGS
from lif.output.documents.document import Picture
from lif.reports.chart import Chart


def drawn(chart: Chart) -> Picture:
    """The picture of a chart: its message, and itself as SVG."""
    return DRAWINGS[type(chart).__name__].picture(chart)


def pictures_of(report: Any) -> Mapping[str, Picture]:
    """Every picture that stands among a report's values and shows something, by its name."""
    return {chart.name: drawn(chart) for chart in _charts(report) if chart.draws}


def _charts(value: Any) -> Iterator[Chart]:
    if isinstance(value, Chart):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from _charts(getattr(value, field.name))
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _charts(one)
