import re
from datetime import date
from typing import Any

import pytest

from lif.analysis.themes.indicator_readings import figures_until
from lif.model.period import Period
from lif.model.sharing import PARTNERSHIP, PUBLIC
from lif.output.charts.rendered import draw_chart, pictures_of
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
    assert [line.when for line in figure_lines(snapshot, [figure], PARTNERSHIP)] == ["2026-03"]
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
    out_of = {} if set(point) == {"numerator"} else {"denominator": 80}
    points = [{"numerator": 40 + place % 3, **out_of} for place in range(9)]
    snapshot = story({"indicators/2025-a": _indicator([*points, point])})
    figures = figures_of(snapshot, YEAR)
    assert len(list(control_charts(snapshot, figures, PARTNERSHIP))) == 1
    assert len(list(control_charts(snapshot, figures, PUBLIC))) == is_open


def _lines(audience: Any, points: list[dict[str, Any]], **more: Any) -> list[str]:
    snapshot = story({"indicators/2025-a": _indicator(points, **more)})
    return [line.text for line in figure_lines(snapshot, figures_of(snapshot, YEAR), audience)]


def test_a_figure_is_told_with_its_counts_and_its_caution_even_where_there_are_too_few_points() -> None:
    """71 and 86 percent, and 5 of 6, stood in no yearly report."""
    points = [{"value": 71}, {"value": 86}]
    assert _lines(PUBLIC, points, caution="It counts what was done.") == [
        (
            "Seen in time: 71 percent in 2025-04, 86 percent in 2025-05; too few points to tell: fewer than 6 (2"
            " points). Mind: It counts what was done."
        )
    ]
    counted = [{"numerator": 50, "denominator": 60}]
    assert _lines(PARTNERSHIP, counted, unit="number")[0].startswith(
        "Seen in time: 83.33 percent (50 of 60) in 2025-04"
    )


def test_a_figure_defined_anew_is_told_from_then_on_with_the_reason_and_never_across_the_change() -> None:
    """`61 percent in 2023-06, 76 percent in 2026-03`, which the record says do not compare."""
    points = [{"value": 61}] * 3 + [{"value": 74 + place % 3} for place in range(8)]
    rebase = [{"since": "2025-07-01", "reason": "Weekends count from July"}]
    (text,) = _lines(PARTNERSHIP, points, rebase=rebase)
    assert text.startswith(
        "Seen in time: 74.88 percent on average since 2025-07-01 (Weekends count from July; earlier figures do not"
        " compare), 75 percent in 2026-02; "
    )
    assert "61" not in text
    (few,) = _lines(PARTNERSHIP, points[:5], rebase=rebase)
    assert few.startswith("Seen in time: since 2025-07-01 (Weekends")
    assert "do not compare): 74 percent in 2025-07, 75 percent in 2025-08" in few
    snapshot = story({"indicators/2025-a": _indicator(points, rebase=rebase, caution="Not of the talk.")})
    (chart,) = control_charts(snapshot, figures_of(snapshot, YEAR), PARTNERSHIP)
    assert "61 percent" not in chart.says
    assert chart.says.endswith(" Mind: Not of the talk.")
    assert [(one.before, one.said[:36]) for one in chart.breaks] == [(3, "since 2025-07-01 (Weekends count fro")]
    assert "Read afresh since 2025-07-01" in " ".join(re.findall(r">([^<>]+)<", draw_chart(chart).svg))


def test_a_line_and_its_chart_say_on_which_baseline_limits_are_fixed_and_why() -> None:
    points = [{"value": 71 + place % 3} for place in range(9)]
    fixed = [{"until": "2025-10", "reason": "Joint visits began in November."}]
    said = "limits are fixed on the baseline until 2025-10: Joint visits began in November"
    (text,) = _lines(PUBLIC, points, fixed=fixed, caution="Not of the talk")
    assert text.endswith(f"(9 points; limits fixed on the first 7); {said}. Mind: Not of the talk")
    snapshot = story({"indicators/2025-a": _indicator(points, fixed=fixed)})
    (chart,) = control_charts(snapshot, figures_of(snapshot, YEAR), PUBLIC)
    assert f"Limits {said.removeprefix('limits ')}." in chart.says
    drawn = draw_chart(chart).svg
    assert "Dotted upright line: limits are fixed" in " ".join(re.findall(r">([^<>]+)<", drawn))
    assert drawn.count('stroke-dasharray="1 4"') == 1
    unfixed = story({"indicators/2025-a": _indicator(points)})
    (chart,) = control_charts(unfixed, figures_of(unfixed, YEAR), PUBLIC)
    assert 'stroke-dasharray="1 4"' not in draw_chart(chart).svg


def test_the_average_of_a_stretch_is_that_of_all_its_points_also_where_limits_are_fixed() -> None:
    points = [{"value": 61}] + [{"value": value} for value in (70, 72, 70, 72, 70, 72, 80, 82)]
    rebase = [{"since": "2025-05", "reason": "Counted anew"}]
    (text,) = _lines(PARTNERSHIP, points, rebase=rebase, fixed=[{"until": "2025-10", "reason": "A new form"}])
    assert "73.5 percent on average since 2025-05" in text
