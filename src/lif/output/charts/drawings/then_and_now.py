"""Draw standards audited twice: for each the interval of now minus then, with its counts and its result in words."""

from collections.abc import Iterator

from lif.output.charts.drawing import Drawing
from lif.output.charts.svg import BLUE, FAINT, GREY, STEP, WIDTH, element, lines, picture, text, wrap
from lif.reports.charts.then_and_now import ComparedStandard, ThenAndNowChart

_LABEL, _LEFT, _RIGHT, _RESULT = 190.0, 205.0, 435.0, 450.0
_TICKS = ((-1.0, "-100"), (-0.5, "-50"), (0.0, "no change"), (0.5, "+50"), (1.0, "+100"))


def _draw(chart: ThenAndNowChart) -> str:
    body: list[str] = []
    y = 3.0 * STEP
    for row in chart.rows:
        result = _result_lines(row)
        label = wrap(row.standard, _LABEL)
        height = (max(len(label), len(result)) + 1) * STEP
        body += [lines((0, y + STEP), label), lines((_RESULT, y + STEP), result), *_interval(row, y + 0.5 * height)]
        body.append(element("line", x1=0, x2=WIDTH, y1=y + height, y2=y + height, stroke=FAINT))
        y += height
    return picture(chart.name, chart.title, chart.says, y + 4, *_axis(y), *body)


def _result_lines(row: ComparedStandard) -> list[str]:
    width = WIDTH - _RESULT
    return [*wrap(f"{row.then} then, {row.now} now:", width), *wrap(row.word, width)]


def _x(share: float) -> float:
    return _LEFT + (share + 1) / 2 * (_RIGHT - _LEFT)


def _axis(bottom: float) -> Iterator[str]:
    middle = (_LEFT + _RIGHT) / 2
    yield text((middle, STEP), "Now minus then, of every 100 cases", anchor="middle", fill=GREY)
    for share, label in _TICKS:
        yield text((_x(share), 2.3 * STEP), label, anchor="middle", fill=GREY)
        solid = {} if share == 0 else {"stroke_dasharray": "2 3"}
        yield element(
            "line",
            x1=_x(share),
            x2=_x(share),
            y1=2.6 * STEP,
            y2=bottom,
            stroke=GREY if share == 0 else FAINT,
            **solid,
        )


def _interval(row: ComparedStandard, y: float) -> Iterator[str]:
    """A bar over the interval of the change, and a dot at the difference of the counts."""
    if row.interval is None or row.difference is None:
        return
    lower, upper = map(_x, row.interval)
    yield element("line", x1=lower, x2=upper, y1=y, y2=y, stroke=BLUE, stroke_width=3)
    for end in (lower, upper):
        yield element("line", x1=end, x2=end, y1=y - 5, y2=y + 5, stroke=BLUE, stroke_width=3)
    yield element("circle", cx=_x(row.difference), cy=y, r=6, fill=BLUE)


THEN_AND_NOW = Drawing(ThenAndNowChart, _draw)
