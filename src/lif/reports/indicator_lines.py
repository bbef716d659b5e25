"""Figures over time in a report: what each says, and its picture where there is enough to read."""

from collections.abc import Iterable, Iterator

from lif.analysis.themes.indicator_readings import Figure, figures_until
from lif.disclosure.small_counts import LARGEST_HIDDEN, may_be_shown
from lif.model.kinds.indicator import Indicator, Point
from lif.model.period import Period
from lif.model.sharing import Sharing
from lif.model.snapshot import Snapshot
from lif.reports.charts.control import ControlChart, control_chart
from lif.reports.cited_sentence import Line


def figures_of(snapshot: Snapshot, period: Period) -> tuple[Figure, ...]:
    """Every figure with a point in the period, read as it stood at its end."""
    return tuple(one for one in figures_until(snapshot, period.until) if one.newest.overlaps(period))


def told(figures: Iterable[Figure]) -> Iterator[Line]:
    """Each measure with what it says; no number is in it but that of the points."""
    for one in figures:
        yield Line(f"{one.measure}: {one.said}", str(one.newest), (one.indicator,))


def drawn(snapshot: Snapshot, figures: Iterable[Figure], audience: Sharing) -> Iterator[ControlChart]:
    """The picture of each figure that has limits; for the public none with a point made from 1 to 5."""
    units = {entry.id: entry.record.unit or "" for entry in snapshot.of(Indicator)}
    few = {entry.id for entry in snapshot.of(Indicator) if any(map(_is_few, entry.record.series))}
    for one in figures:
        if one.reading.has_limits and not (audience is Sharing.PUBLIC and one.indicator in few):
            name = f"figure-{one.indicator.rpartition('/')[2]}"
            yield control_chart(name, one, tuple(map(str, one.dates)), units[one.indicator])


def _is_few(point: Point) -> bool:
    """Whether a count behind a point must not be published: those counted, the others, or all of them."""
    if point.numerator is None:
        return False
    if point.denominator is None or point.numerator > point.denominator:
        return 1 <= point.numerator <= LARGEST_HIDDEN
    return not may_be_shown(point.numerator, point.denominator)
