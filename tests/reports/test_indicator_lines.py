from datetime import date
from typing import Any

import pytest

from lif.analysis.themes.indicator_readings import figures_until
from lif.model.period import Period
from lif.model.sharing import PARTNERSHIP, PUBLIC
from lif.output.charts.rendered import pictures_of
from lif.output.templates.render import render
from lif.reports.builders.annual import build as annual
from lif.reports.builders.position import build as position
from lif.reports.indicator_lines import control_charts, figure_lines, figures_of
from lif.reports.request import Request
from support.asking import built
from support.story import snapshot_of as story

YEAR = Period(date(2025, 4, 1), date(2026, 3, 31), "2025-26")


def _indicator(points: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    months = [f"{2025 + (place + 3) // 12}-{(place + 3) % 12 + 1:02}" for place in range(len(points))]
    series = [{"at": month, **point} for month, point in zip(months, points, strict=True)]
    return {"title": "A figure", "sharing": "public", "measure": "Seen in time", "better": "higher", "unit": "percent",
            "themes": ["early-help"], "series": series, **more}  # fmt: skip


LONG = _indicator([{"value": 40 + place % 3} for place in range(20)])


def test_a_figure_is_read_as_it_stood_at_the_end_of_the_time() -> None:
    snapshot = story({"indicators/2025-a": LONG})
    (figure,) = figures_of(snapshot, YEAR)
    assert [str(when) for when in figure.dates][::11] == ["2025-04", "2026-03"]
    assert "(12 points)" in figure.said
    assert [line.when for line in figure_lines([figure])] == ["2026-03"]
    assert figures_of(snapshot, Period(date(2024, 4, 1), date(2025, 3, 31), "2024-25")) == ()
    assert figures_until(snapshot, date(2025, 4, 29)) == ()


def test_a_picture_is_drawn_where_there_is_enough_to_read_with_its_unit_and_its_table() -> None:
    snapshot = story({"indicators/2025-a": LONG, "indicators/2025-b": _indicator([{"value": 1}, {"value": 2}])})
    (chart,) = control_charts(snapshot, figures_of(snapshot, YEAR), PARTNERSHIP)
    assert (chart.name, chart.unit, len(chart.table.rows)) == ("figure-2025-a", "percent", 12)
    for build, year in ((annual, "2025-26"), (position, "2026-27")):
        said: Any = built(build, snapshot, Request(date(2026, 11, 22), Period.year(year)), PARTNERSHIP)
        name = "annual" if build is annual else "position"
        assert "](picture:figure-2025-a)\n\n| When | Figure | Mean |" in render(name, said)
        assert "figure-2025-a" in pictures_of(said)


@pytest.mark.parametrize(
    ("point", "is_open"),
    [
        ({"numerator": 30, "denominator": 60}, True),
        ({"numerator": 3, "denominator": 60}, False),
        ({"numerator": 57, "denominator": 60}, False),
        ({"numerator": 4}, False),
        ({"numerator": 40}, True),
        ({"numerator": 5, "denominator": 4}, False),
        ({"value": 3}, True),
    ],
)
def test_nothing_is_drawn_for_the_public_from_a_count_of_few(point: dict[str, Any], *, is_open: bool) -> None:
    points = [{"numerator": 40 + place % 3, "denominator": 80} for place in range(9)]
    snapshot = story({"indicators/2025-a": _indicator([*points, point])})
    figures = figures_of(snapshot, YEAR)
    assert len(list(control_charts(snapshot, figures, PARTNERSHIP))) == 1
    assert len(list(control_charts(snapshot, figures, PUBLIC))) == is_open
