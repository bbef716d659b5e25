"""Draw actions by state and strength: a bar and its number in each cell, so that nothing depends on colour."""

from collections.abc import Iterator

from lif.output.charts.drawing import Drawing
from lif.output.charts.svg import BLUE, FAINT, STEP, WIDTH, element, lines, picture, text, wrap
from lif.reports.charts.actions import ActionsChart

_LABEL, _CELL, _ROW = 140.0, 125.0, 2.4 * STEP
_BAR = _CELL - 40


def _draw(chart: ActionsChart) -> str:
    most = max(count for _, counts in chart.rows for count in counts)
    body = [text((_LABEL + column * _CELL, STEP), state, bold=True) for column, state in enumerate(chart.states)]
    y = 1.5 * STEP
    for strength, counts in chart.rows:
        body.append(lines((0, y + _ROW / 2 + 4), wrap(strength, _LABEL - 8, most=1)))
        for column, count in enumerate(counts):
            body += _cell(_LABEL + column * _CELL, y, count, most)
        body.append(element("line", x1=0, x2=WIDTH, y1=y + _ROW, y2=y + _ROW, stroke=FAINT))
        y += _ROW
    return picture(chart.name, chart.title, chart.says, y + 4, *body)


def _cell(x: float, y: float, count: int, most: int) -> Iterator[str]:
    length = _BAR * count / most
    yield element("line", x1=x, x2=x, y1=y + 6, y2=y + _ROW - 6, stroke=FAINT)
    if count:
        yield element("rect", x=x, y=y + 8, width=length, height=_ROW - 16, fill=BLUE)
    yield text((x + length + 6, y + _ROW / 2 + 4), str(count))


ACTIONS = Drawing(ActionsChart, _draw)
