"""How a picture of a report is drawn."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from lif.output.documents.document import Picture
from lif.reports.chart import Chart


@dataclass(frozen=True, slots=True)
class Drawing:
    """Which pictures it draws, by the name of their kind, and the function from one of them to SVG."""

    of: type[Chart]
    draw: Callable[[Any], str]

    @property
    def name(self) -> str:
        """The name of the kind."""
        return self.of.__name__

    def picture(self, chart: Chart) -> Picture:
        """The picture with its message."""
        return Picture(chart.name, chart.says, self.draw(chart))
