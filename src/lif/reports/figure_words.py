"""The values of a figure in words: those of its present stretch alone, each with its counts and its unit.

Where the figure was defined anew, what came before does not compare; the reason stands in the same sentence.
"""

from statistics import fmean

from lif.analysis.themes.indicator_readings import IndicatorReading, Stretch
from lif.disclosure.small_counts import HIDDEN, LARGEST_HIDDEN, may_be_shown
from lif.model.kinds.indicator import Point
from lif.model.sharing import Sharing
from lif.reports.counts import share_text

_NO_UNIT = {"", "number"}
_PERCENT = "percent"


def values_text(figure: IndicatorReading, audience: Sharing) -> str:
    """The values of the present stretch: `76.29 percent on average since 2024-07-01 (…)`, or its first and last."""
    points = figure.points[-len(figure.reading.current) :]
    if figure.stretch is not None and len(points) > 1 and figure.reading.has_limits and _may_average(points, audience):
        average = fmean(point.value for point in figure.reading.current)
        values = f"{with_unit(figure, average)} on average"
        newest = f", {point_text(figure, points[-1], audience)}"
        return f"{values} {stretch_text(figure.stretch)}{newest}"
    ends = (points[0], points[-1]) if len(points) > 1 else points
    values = ", ".join(point_text(figure, point, audience) for point in ends)
    return f"{stretch_text(figure.stretch)}: {values}" if figure.stretch else values


def baseline_text(figure: IndicatorReading) -> str:
    """`limits are fixed on the baseline until 2025-12: the new form began`; empty where none is fixed."""
    baseline = figure.baseline
    return f"{baseline}: {baseline.reason.rstrip('.')}" if baseline else ""


def stretch_text(stretch: Stretch) -> str:
    """`since 2024-07 (weekends are counted from then; earlier figures do not compare)`."""
    says_so = "not compare" in stretch.reason
    return f"since {stretch.since} ({stretch.reason}{'' if says_so else '; earlier figures do not compare'})"


def point_text(figure: IndicatorReading, point: Point, audience: Sharing) -> str:
    """`83.33 percent (5 of 6) in 2025-06`; for the public a word where the counts behind it are small."""
    if is_few(point) and audience is Sharing.PUBLIC:
        return f"{_few_text(point, audience)} in {point.at}"
    value = figure.reading.points[figure.points.index(point)].value
    counted = point.numerator is not None and point.denominator is not None
    counts = f" ({point.numerator} of {point.denominator})" if counted else ""
    shown = f"{format_figure(value)} {_PERCENT}" if counted and point.value is None else with_unit(figure, value)
    return f"{shown}{counts} in {point.at}"


def with_unit(figure: IndicatorReading, value: float) -> str:
    """A value with the unit of its figure: `76.29 percent`, `12 days`, `14`."""
    unit = figure.unit
    if unit in _NO_UNIT and any(point.denominator for point in figure.points):
        unit = _PERCENT
    return format_figure(value) if unit in _NO_UNIT else f"{format_figure(value)} {unit}"


def format_figure(value: float) -> str:
    """Format a figure with as many decimals as it needs, at most two."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def is_few(point: Point) -> bool:
    """Whether a count behind a point must not be published: numerator, remainder or denominator is 1 to 5."""
    if point.numerator is None:
        return False
    if point.denominator is None or point.numerator > point.denominator:
        return 1 <= point.numerator <= LARGEST_HIDDEN
    return not may_be_shown(point.numerator, point.denominator)


def _few_text(point: Point, audience: Sharing) -> str:
    if point.numerator is None or point.denominator is None or point.numerator > point.denominator:
        return HIDDEN
    return share_text(point.numerator, point.denominator, audience)


def _may_average(points: tuple[Point, ...], audience: Sharing) -> bool:
    return audience is not Sharing.PUBLIC or not any(map(is_few, points))
