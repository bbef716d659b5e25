"""Draw the line of sight: its stages one below the other, filled where there are records, hollow where not."""

from collections.abc import Iterator

from lif.output.charts.drawing import Drawing
from lif.output.charts.svg import BLUE, GREY, INK, STEP, WHITE, WIDTH, element, lines, picture, text, wrap
from lif.reports.charts.line_of_sight import LineOfSight, Stage

_X, _TITLES = 150.0, 180.0
_MOST_SHOWN = 3


def _draw(chart: LineOfSight) -> str:
    body: list[str] = []
    y = 4.0
    before: tuple[float, bool] | None = None
    for stage in chart.stages:
        title_lines = _title_lines(stage, chart.absent)
        height = max(2.2, len(title_lines) + 0.9) * STEP
        middle = y + STEP
        here = (middle, bool(stage.titles))
        if before is not None:
            body.insert(0, _connection(before, here))
        body += [*_stage_mark(stage, middle), lines((_TITLES, middle + 4), title_lines)]
        before = here
        y += height
    return picture(chart.name, chart.title, chart.says, y, *body)


def _title_lines(stage: Stage, absent: str) -> list[str]:
    if not stage.titles:
        return [absent]
    width = WIDTH - _TITLES
    title_lines = [title_line for title in stage.titles[:_MOST_SHOWN] for title_line in wrap(title, width, most=2)]
    if len(stage.titles) > _MOST_SHOWN:
        title_lines.append(f"and {len(stage.titles) - _MOST_SHOWN} more")
    if stage.open_ends:
        title_lines.append(f"nothing follows {stage.open_ends} of these")
    return title_lines


def _stage_mark(stage: Stage, y: float) -> Iterator[str]:
    is_there = bool(stage.titles)
    yield text((_X - 24, y + 4), stage.label, anchor="end", bold=is_there, fill=INK if is_there else GREY)
    look = {"fill": BLUE, "stroke": BLUE} if is_there else {"fill": WHITE, "stroke": GREY, "stroke_dasharray": "3 2"}
    yield element("circle", cx=_X, cy=y, r=13, stroke_width=2, **look)
    if is_there:
        yield text((_X, y + 4), str(len(stage.titles)), anchor="middle", bold=True, fill=WHITE)


def _connection(before: tuple[float, bool], here: tuple[float, bool]) -> str:
    """The line from one stage to the next, dashed where either is empty."""
    broken = {} if before[1] and here[1] else {"stroke_dasharray": "3 5"}
    stroke = BLUE if before[1] and here[1] else GREY
    return element("line", x1=_X, x2=_X, y1=before[0], y2=here[0], stroke=stroke, stroke_width=3, **broken)


LINE_OF_SIGHT = Drawing(LineOfSight, _draw)
