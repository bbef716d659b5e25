"""Draw a control chart of a figure over time: dots and a line; mean, limits and signals only where they are valid."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import floor, log10

from lif.analysis.statistics.xmr import ChartPoint
from lif.output.charts.drawing import Drawing
from lif.output.charts.svg import BLUE, GREY, INK, ORANGE, STEP, WHITE, WIDTH, element, lines, picture, text, wrap
from lif.reports.charts.control import ControlChart
from lif.reports.figure_words import format_figure

_LEFT, _RIGHT, _TOP, _BOTTOM = 50.0, 510.0, 22.0, 242.0
_TICKS = 4
_DATES = 6


@dataclass(frozen=True, slots=True)
class _Scale:
    """Converts values and indexes of points to units of the picture."""

    least: float
    most: float
    step: float
    points: int

    def x(self, index: int) -> float:
        return _LEFT + 12 + index * (_RIGHT - _LEFT - 24) / max(1, self.points - 1)

    def y(self, value: float) -> float:
        return _BOTTOM - (value - self.least) / (self.most - self.least) * (_BOTTOM - _TOP)


def _draw(chart: ControlChart) -> str:
    points = chart.reading.points
    scale = _scale(chart)
    body = [*_axes(chart, scale)]
    if chart.reading.has_limits:
        body += _limits(points, scale)
    if chart.reading.target is not None:
        y = scale.y(chart.reading.target)
        body.append(
            element("line", x1=_LEFT, x2=_RIGHT, y1=y, y2=y, stroke=INK, stroke_width=1.5, stroke_dasharray="1 4")
        )
    body += [*_breaks(chart, scale), *_baseline_ends(points, scale)]
    body += _line_names(chart, scale)
    path = " ".join(f"{scale.x(index):.1f},{scale.y(point.value):.1f}" for index, point in enumerate(points))
    body.append(element("polyline", points=path, fill="none", stroke=BLUE, stroke_width=2))
    for index, point in enumerate(points):
        body.append(_mark(scale.x(index), scale.y(point.value), point, is_read=chart.reading.has_limits))
    rules = wrap(_footnote(chart), WIDTH)
    body.append(lines((0, _BOTTOM + 3.5 * STEP), rules))
    return picture(chart.name, chart.title, chart.says, _BOTTOM + (len(rules) + 3) * STEP, *body)


def _footnote(chart: ControlChart) -> str:
    breaks = "".join(f"Read afresh {one.said}. " for one in chart.breaks)
    if not chart.reading.has_limits:
        return f"{breaks}Too few points, or too alike, for limits."
    signals = "Square: a signal. " if any(point.flag for point in chart.reading.points) else ""
    fixed = f"Dotted upright line: {chart.fixed}. " if chart.fixed else ""
    return f"{breaks}{fixed}{signals}Rules: {chart.rules}."


def _scale(chart: ControlChart) -> _Scale:
    points = chart.reading.points
    values = [point.value for point in points]
    if chart.reading.has_limits:
        values += [limit for point in points for limit in (point.lower, point.upper)]
    if chart.reading.target is not None:
        values.append(chart.reading.target)
    least, most = min(values), max(values)
    step = _step((most - least) or max(1.0, abs(most) * 0.1))
    return _Scale(step * floor(least / step), step * (floor(most / step) + 1), step, len(points))


def _step(span: float) -> float:
    """A round step that gives about four lines across the span."""
    rough = span / _TICKS
    size = 10.0 ** floor(log10(rough))
    return next(step for factor in (1.0, 2.0, 5.0, 10.0) if (step := factor * size) >= rough)


def _axes(chart: ControlChart, scale: _Scale) -> Iterator[str]:
    for tick in range(round((scale.most - scale.least) / scale.step) + 1):
        value = scale.least + tick * scale.step
        y = scale.y(value)
        yield element("line", x1=_LEFT, x2=_RIGHT, y1=y, y2=y, stroke="#E3E6EA")
        yield text((_LEFT - 6, y + 4), format_figure(value), anchor="end", fill=GREY)
    yield text((0, 6), chart.unit, fill=GREY)
    step = max(1, -(-len(chart.dates) // _DATES))
    for index in range(0, len(chart.dates), step):
        yield element("line", x1=scale.x(index), x2=scale.x(index), y1=_BOTTOM, y2=_BOTTOM + 5, stroke=GREY)
        yield text((scale.x(index), _BOTTOM + 1.3 * STEP), chart.dates[index], anchor="middle", fill=GREY)


def _breaks(chart: ControlChart, scale: _Scale) -> Iterator[str]:
    """An upright line half a step before the first point of each stretch but the first."""
    for one in chart.breaks:
        x = (scale.x(one.before - 1) + scale.x(one.before)) / 2
        yield element("line", x1=x, x2=x, y1=_TOP, y2=_BOTTOM, stroke=INK, stroke_width=2, stroke_dasharray="8 4")


def _baseline_ends(points: tuple[ChartPoint, ...], scale: _Scale) -> Iterator[str]:
    """An upright dotted line half a step after the last point of each baseline on which limits are fixed."""
    for index, (point, following) in enumerate(pairwise(points)):
        if point.is_baseline and not following.is_baseline:
            x = (scale.x(index) + scale.x(index + 1)) / 2
            yield element("line", x1=x, x2=x, y1=_TOP, y2=_BOTTOM, stroke=GREY, stroke_width=2, stroke_dasharray="1 4")


def _limits(points: tuple[ChartPoint, ...], scale: _Scale) -> Iterator[str]:
    """Mean and limits of each group of points, from half a step before it to half a step after it."""
    half = (scale.x(1) - scale.x(0)) / 2
    for group in sorted({point.group for point in points}):
        indexes = [index for index, point in enumerate(points) if point.group == group]
        first, ends = points[indexes[0]], (scale.x(indexes[0]) - half, min(_RIGHT, scale.x(indexes[-1]) + half))
        yield element("line", x1=ends[0], x2=ends[1], y1=scale.y(first.mean), y2=scale.y(first.mean), stroke=GREY)
        for limit in (first.lower, first.upper):
            y = scale.y(limit)
            yield element("line", x1=ends[0], x2=ends[1], y1=y, y2=y, stroke=GREY, stroke_dasharray="6 4")


def _line_names(chart: ControlChart, scale: _Scale) -> Iterator[str]:
    """The names of the lines at their right ends, moved apart where they would overlap."""
    last = chart.reading.points[-1]
    named: list[tuple[float, str]] = []
    if chart.reading.has_limits:
        named = [(last.upper, "upper limit"), (last.mean, "mean"), (last.lower, "lower limit")]
    if chart.reading.target is not None:
        named.append((chart.reading.target, "target"))
    above = -STEP * 1.0
    for value, name in sorted(named, reverse=True):
        above = max(above + STEP, scale.y(value) + 4)
        yield text((_RIGHT + 6, above), f"{name} {format_figure(value)}")


def _mark(x: float, y: float, point: ChartPoint, *, is_read: bool) -> str:
    """A dot, or a square where the point is a signal."""
    if is_read and point.flag:
        return element("rect", x=x - 6, y=y - 6, width=12, height=12, fill=ORANGE, stroke=INK)
    return element("circle", cx=x, cy=y, r=4, fill=BLUE, stroke=WHITE)


CONTROL = Drawing(ControlChart, _draw)
