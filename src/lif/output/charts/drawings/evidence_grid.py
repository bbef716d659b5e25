"""Draw the evidence grid, themes by kinds of evidence: a word in each cell; the fill only repeats it."""

from collections.abc import Iterator

from lif.output.charts.drawing import Drawing
from lif.output.charts.svg import (
    BLUE,
    FAINT,
    GREY,
    INK,
    ORANGE,
    STEP,
    WHITE,
    WIDTH,
    element,
    lines,
    picture,
    text,
    wrap,
)
from lif.reports.charts.evidence_grid import SPOKE, EvidenceGrid

_LABEL, _CELL = 172.0, 52.0
_HEAD = 132.0
_SHORT = {"W": "works", "N": "improve", "G": "gap", "M": "mixed", SPOKE: "spoke"}
_KEY = (
    "works: working well · improve: needs to improve · gap: nothing in place · "
    "spoke: does not say whether it works · a dash: "
)
_LOOKS: dict[str, dict[str, str | float]] = {
    "W": {"fill": BLUE, "stroke": BLUE},
    "N": {"fill": ORANGE, "stroke": INK},
    "G": {"fill": WHITE, "stroke": INK, "stroke_width": 3, "stroke_dasharray": "4 3"},
    "M": {"fill": "#E3E6EA", "stroke": INK},
    SPOKE: {"fill": WHITE, "stroke": GREY},
}


def _draw(chart: EvidenceGrid) -> str:
    body = [*_column_headings(chart.kinds)]
    y = _HEAD
    for label, verdicts in chart.themes:
        label_lines = wrap(label, _LABEL - 12)
        height = max(2, len(label_lines) + 0.6) * STEP
        body.append(lines((0, y + (height - (len(label_lines) - 1) * STEP) / 2 + 4), label_lines))
        for column, verdict in enumerate(verdicts):
            body += _cell(_LABEL + column * _CELL, y, height, verdict)
        body.append(element("line", x1=0, x2=WIDTH, y1=y + height, y2=y + height, stroke=FAINT))
        y += height
    foot = wrap(f"{_KEY}{chart.absent or 'not heard'}", WIDTH)
    body.append(lines((0, y + 1.5 * STEP), foot))
    return picture(chart.name, chart.title, chart.says, y + (len(foot) + 1) * STEP, *body)


def _column_headings(kinds: tuple[str, ...]) -> Iterator[str]:
    """The names of the kinds, turned to run upwards above their columns."""
    for column, kind in enumerate(kinds):
        kind_lines = wrap(kind, _HEAD - 14, most=2)
        middle = _LABEL + (column + 0.5) * _CELL
        at = (0.0, 4.0 - (len(kind_lines) - 1) * STEP / 2)
        yield element("g", lines(at, kind_lines), transform=f"translate({middle:.1f} {_HEAD - 8:.1f}) rotate(-90)")


def _cell(x: float, y: float, height: float, verdict: str) -> Iterator[str]:
    if not verdict:
        yield text((x + _CELL / 2, y + height / 2 + 4), "-", anchor="middle", fill=GREY)
        return
    yield element("rect", x=x + 2, y=y + 3, width=_CELL - 4, height=height - 6, **_LOOKS[verdict])
    fill = WHITE if verdict == "W" else INK
    yield text((x + _CELL / 2, y + height / 2 + 4), _SHORT[verdict], anchor="middle", fill=fill)


EVIDENCE_GRID = Drawing(EvidenceGrid, _draw)
