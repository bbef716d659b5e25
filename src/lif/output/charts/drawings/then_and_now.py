"""Draw standards measured more than once: a panel for each, with a dot and its interval at every audit."""

from collections.abc import Iterator
from itertools import pairwise

from lif.output.charts.drawing import Drawing
from lif.output.charts.svg import BLUE, FAINT, GREY, STEP, WIDTH, element, lines, picture, text, wrap
from lif.reports.charts.then_and_now import MeasuredPoint, StandardPanel, ThenAndNowChart

_LABEL, _LEFT, _RIGHT = 205.0, 262.0, 600.0
_PLOT = 6.0 * STEP
"""The height of a panel from none to all cases."""
_TICKS = ((0.0, "none"), (0.5, "half"), (1.0, "all"))
_MOST = 6
"""So many points have room for their counts and dates; of more, the newest are drawn and the table has all."""


def _draw(chart: ThenAndNowChart) -> str:
    body: list[str] = []
    y = 0.0
    for panel in chart.panels:
        label = [*wrap(panel.title, _LABEL, bold=True), *_said_lines(panel)]
        height = max(_PLOT + 4.5 * STEP, (len(label) + 1.5) * STEP)
        title = wrap(panel.title, _LABEL, bold=True)
        body.append(lines((0, y + 1.5 * STEP), title, bold=True))
        body.append(lines((0, y + (1.5 + len(title)) * STEP), _said_lines(panel)))
        body += _plot(panel, y + 2 * STEP)
        body.append(element("line", x1=0, x2=WIDTH, y1=y + height, y2=y + height, stroke=FAINT))
        y += height
    note = wrap(
        "Dot: the share of cases that met the standard. Bar: where the true share may lie (95 %). "
        "A line joins measurements that can be compared.",
        WIDTH,
    )
    body.append(lines((0, y + 1.5 * STEP), note))
    return picture(chart.name, chart.title, chart.says, y + (len(note) + 1) * STEP, *body)


def _said_lines(panel: StandardPanel) -> list[str]:
    return [line for said in panel.said for line in wrap(f"{said[:1].upper()}{said[1:]}", _LABEL)]


def _plot(panel: StandardPanel, top: float) -> Iterator[str]:
    """The axis, the counts above each audit, the dates below, and the dots with their intervals."""
    for share, word in _TICKS:
        y = top + (1 - share) * _PLOT
        yield text((_LEFT - 12, y + 4), word, anchor="end", fill=GREY)
        dashes = {} if share == 0 else {"stroke_dasharray": "2 3"}
        yield element("line", x1=_LEFT - 6, x2=_RIGHT, y1=y, y2=y, stroke=FAINT, **dashes)
    if not panel.is_drawn:
        yield text(((_LEFT + _RIGHT) / 2, top + _PLOT / 2), "counts in words: see the table", anchor="middle")
        return
    points = panel.points[-_MOST:]
    width = (_RIGHT - _LEFT) / len(points)
    places = [(point, _LEFT + (index + 0.5) * width) for index, point in enumerate(points)]
    drawn = [(point, x, top + (1 - point.share) * _PLOT) for point, x in places if point.share is not None]
    for (_, x, y), (now, next_x, next_y) in pairwise(drawn):
        if now.is_joined:
            yield element("line", x1=x, x2=next_x, y1=y, y2=next_y, stroke=FAINT, stroke_width=2)
    for point, x in places:
        yield from _point(point, x, top, width)


def _point(point: MeasuredPoint, x: float, top: float, width: float) -> Iterator[str]:
    yield text((x, top - 0.6 * STEP), wrap(point.counts, width, most=1)[0], anchor="middle")
    for row, line in enumerate(wrap(point.when, width, most=2)):
        yield text((x, top + _PLOT + (1.1 + row) * STEP), line, anchor="middle", fill=GREY)
    if point.share is None or point.interval is None:
        return
    ends = [top + (1 - share) * _PLOT for share in point.interval]
    yield element("line", x1=x, x2=x, y1=ends[0], y2=ends[1], stroke=BLUE, stroke_width=3)
    for y in ends:
        yield element("line", x1=x - 5, x2=x + 5, y1=y, y2=y, stroke=BLUE, stroke_width=3)
    yield element("circle", cx=x, cy=top + (1 - point.share) * _PLOT, r=6, fill=BLUE)


THEN_AND_NOW = Drawing(ThenAndNowChart, _draw)
