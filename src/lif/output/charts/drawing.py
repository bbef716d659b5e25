"""The interface of chart drawings: the kind of chart, and the function that draws it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from lif.output.documents.document import Picture
from lif.reports.chart import Chart


@dataclass(frozen=True, slots=True)
class Drawing:
    """The kind of chart it draws, and the function from such a chart to SVG."""

    of: type[Chart]
    draw: Callable[[Any], str]

    @property
    def name(self) -> str:
        """The name of the kind of chart."""
        return self.of.__name__

    def picture(self, chart: Chart) -> Picture:
        """Draw the chart: a picture with its message."""
        return Picture(chart.name, chart.says, self.draw(chart))
