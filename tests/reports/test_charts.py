from datetime import date
from typing import Any

import pytest

from lif.analysis.audits.standards_over_time import standards_over_time
from lif.analysis.lines.lineage import records_on_theme, trace
from lif.analysis.statistics.proportions import wilson
from lif.analysis.themes.indicator_readings import figures_on_theme
from lif.analysis.themes.theme_reading import read_theme
from lif.model.kinds.action import Action
from lif.model.sharing import PARTNERSHIP, PUBLIC
from lif.reports.charts.actions import actions_chart
from lif.reports.charts.control import ControlChart, control_chart
from lif.reports.charts.evidence_grid import evidence_grid
from lif.reports.charts.line_of_sight import line_of_sight
from lif.reports.charts.then_and_now import ThenAndNowChart, then_and_now_chart
from lif.reports.standards_told import chain_lines
from support.story import action, audit, evaluation, feedback, finding, recommendation, result, review, snapshot_of

Records = dict[str, dict[str, Any]]
TODAY = date(2026, 10, 1)


def _audits(*results: tuple[tuple[int, int], tuple[int, int]]) -> Records:
    def measured(at: int) -> list[dict[str, Any]]:
        return [{"key": f"s{place}", "met": pair[at][0], "of": pair[at][1]} for place, pair in enumerate(results, 1)]

    return {
        "audits/2024-a": audit("2024-01-01", selection="random", results=measured(0), themes=["early-help"]),
        "audits/2026-b": audit(
            "2026-01-01", selection="random", results=measured(1), reaudit_of="audits/2024-a", themes=["early-help"]
        ),
    }


def _chart_of(records: Records) -> ThenAndNowChart:
    snapshot = snapshot_of(records)
    chart = then_and_now_chart("t", snapshot, standards_over_time(snapshot), PARTNERSHIP)
    assert chart is not None
    return chart


def _then_and_now(*results: tuple[tuple[int, int], tuple[int, int]], is_public: bool = False) -> ThenAndNowChart:
    snapshot = snapshot_of(_audits(*results))
    chart = then_and_now_chart("t", snapshot, standards_over_time(snapshot), PUBLIC if is_public else PARTNERSHIP)
    assert chart is not None
    return chart


def test_standards_measured_again_are_told_in_counts_with_the_interval_of_each_share() -> None:
    chart = _then_and_now(((4, 12), (11, 12)), ((3, 8), (5, 8)))
    assert chart.says == (
        "S1, January 2024 to January 2026: last step: clear improvement (change, cause not shown). "
        "S2, January 2024 to January 2026: last step: too few to say."
    )
    assert _then_and_now(((3, 8), (5, 8))).says == (
        "S1: 3 of 8 (January 2024), 5 of 8 (January 2026); last step: too few to say."
    )
    first = chart.panels[0].points[0]
    assert first.share == pytest.approx(4 / 12)
    assert first.interval == pytest.approx(wilson(4, 12))
    assert chart.table.rows[:2] == (
        ("S1", "January 2024", "4 of 12", ""),
        ("S1", "January 2026", "11 of 12", "last step: clear improvement (change, cause not shown)"),
    )


def test_many_standards_are_counted_by_what_can_be_said_of_them() -> None:
    chart = _then_and_now(*[((4, 12), (11, 12))] * 3, ((8, 16), (10, 14)))
    assert chart.says == (
        "Of 4 standards measured more than once, in the last step: 3 clear improvement and "
        "1 no clear change: may be chance."
    )
    assert len(chart.panels) == 4


def test_a_line_joins_only_measurements_that_can_be_compared() -> None:
    records = _audits(((8, 16), (10, 14)))
    assert [point.is_joined for point in _chart_of(records).panels[0].points] == [False, True]
    records["audits/2026-b"]["selection"] = "hand-picked"
    assert [point.is_joined for point in _chart_of(records).panels[0].points] == [False, False]


def test_each_agency_s_own_audits_have_a_panel_of_their_own() -> None:
    measured = {"selection": "random", "led_by": "police", "kind": "single-agency"}
    records = _audits(((10, 30), (20, 30)))
    records |= {
        "audits/2024-p": audit("2024-02-01", results=[result(9, 30, "s1")], **measured),
        "audits/2026-p": audit("2026-02-01", results=[result(29, 30, "s1")], **measured),
    }
    snapshot = snapshot_of(records)
    chart = then_and_now_chart("t", snapshot, standards_over_time(snapshot), PARTNERSHIP)
    assert chart is not None
    assert [panel.title for panel in chart.panels] == ["S1", "S1 (single-agency audits of The police)"]


def test_for_the_public_counts_that_could_give_a_child_away_stand_in_words_and_are_not_drawn() -> None:
    chart = _then_and_now(((8, 16), (10, 14)), ((10, 30), (20, 30)), is_public=True)
    hidden, shown = chart.panels
    assert [point.counts for point in hidden.points] == ["8 of 16", "most"]
    assert [point.share for point in hidden.points] == [None, None]
    assert [point.counts for point in shown.points] == ["10 of 30 (33%)", "20 of 30 (67%)"]
    assert shown.is_drawn


def test_where_nothing_was_measured_twice_there_is_no_picture() -> None:
    assert then_and_now_chart("t", snapshot_of({}), (), PARTNERSHIP) is None
    once = snapshot_of({"audits/2024-a": audit(results=[result(8, 16)])})
    assert then_and_now_chart("t", once, standards_over_time(once), PARTNERSHIP) is None


def test_a_count_that_its_record_has_published_is_in_words_nowhere() -> None:
    """`10 of 14 plans` in the prose of a published record, and `most` where the same count is printed."""
    records = _audits(((8, 16), (10, 14)))
    source = {"title": "The audit", "publisher": "The partnership", "address": "https://www.example.org/audit"}
    records["audits/2026-b"]["sources"] = [source]

    def told() -> str:
        snapshot = snapshot_of(records)
        (line,) = chain_lines(snapshot, standards_over_time(snapshot), PUBLIC)
        return line.text

    assert told().startswith("S1: 8 of 16 (January 2024), 10 of 14 (January 2026); last step: no clear change")
    del records["audits/2026-b"]["sources"]
    assert told().startswith("S1: 8 of 16 (January 2024), most (January 2026); last step: no clear change")


def test_the_grid_says_who_is_heard_on_how_many_themes_and_who_says_what() -> None:
    snapshot = snapshot_of(
        {
            "reviews/2026-a": review(),
            "audits/2026-a": audit(),
            "feedback/2026-a": feedback(),
            "findings/2026-a": finding("reviews/2026-a"),
            "findings/2026-b": finding("audits/2026-a", "working-well"),
            "findings/2026-c": finding("feedback/2026-a", theme="child-voice"),
        }
    )
    grid = evidence_grid("g", [read_theme(snapshot, key, TODAY) for key in ("early-help", "child-voice", "neglect")])
    assert grid is not None
    assert grid.says.startswith(
        "Who is heard on 2 themes with evidence: children and families on 1, practitioners on none,"
    )
    assert grid.table.rows == (
        (
            "Early Help",
            "working well: multi-agency audits; needs to improve: practice reviews",
            "children and families, practitioners and 5 others",
        ),
        ("Child Voice", "needs to improve: children and families", "practitioners, practice reviews and 6 others"),
    )
    chart = evidence_grid("g", [read_theme(snapshot, "child-voice", TODAY)])
    assert chart is not None
    assert chart.says.startswith("Who is heard on 1 theme with evidence")
    assert evidence_grid("g", [read_theme(snapshot, "neglect", TODAY)]) is None


def test_a_kind_that_speaks_without_a_verdict_is_marked_as_such_and_not_as_silent() -> None:
    story = {
        "reviews/2026-a": review(),
        "findings/2026-a": finding("reviews/2026-a"),
        "feedback/2026-a": feedback(themes=["early-help"]),
    }
    grid = evidence_grid("g", [read_theme(snapshot_of(story), "early-help", TODAY)])
    assert grid is not None
    assert grid.themes[0][1][:3] == ("S", "", "N")
    assert grid.says.startswith("Who is heard on 1 theme with evidence: children and families on 1, practitioners on")
    (row,) = grid.table.rows
    assert row[1:] == (
        "needs to improve: practice reviews; spoke, without saying whether it works: children and families",
        "practitioners, multi-agency audits and 5 others",
    )


def test_where_records_may_be_withheld_the_grid_names_nobody_as_silent() -> None:
    snapshot = snapshot_of({"reviews/2026-a": review(), "findings/2026-a": finding("reviews/2026-a")})
    absent = "nothing in this edition (may be withheld)"
    grid = evidence_grid("g", [read_theme(snapshot, "early-help", TODAY)], absent)
    assert grid is not None
    assert grid.says == "Who is heard on 1 theme with evidence: practice reviews on 1."
    assert grid.table.head == ("Theme", "Who says what")
    assert grid.table.rows == (("Early Help", "needs to improve: practice reviews"),)


def test_a_theme_on_which_everybody_speaks_has_nobody_silent() -> None:
    snapshot = snapshot_of({"reviews/2026-a": review(), "findings/2026-a": finding("reviews/2026-a")})
    grid = evidence_grid("g", [read_theme(snapshot, "early-help", TODAY)])
    assert grid is not None
    full = type(grid)("g", "", ("one", "two"), (("A theme", ("W", "W")), ("Another", ("M", ""))))
    assert [row[1:] for row in full.table.rows] == [("working well: one, two", "none is silent"), ("mixed: one", "two")]


def _indicator(*values: float) -> ControlChart:
    series: list[dict[str, Any]] = [
        {"at": f"20{20 + place // 12}-{place % 12 + 1:02}", "value": value} for place, value in enumerate(values)
    ]
    fields = {"title": "A figure", "sharing": "public", "measure": "Seen weekly", "better": "higher", "unit": "percent",
              "series": series}  # fmt: skip
    snapshot = snapshot_of({"indicators/2026-a": {**fields, "themes": ["early-help"]}})
    (figure,) = figures_on_theme(snapshot, "early-help")
    return control_chart("c", figure, PARTNERSHIP)


def test_a_figure_over_time_says_from_what_to_what_and_what_the_rules_make_of_it() -> None:
    chart = _indicator(50, 52, 49, 51, 50, 48, 52, 51, 49, 50, 51, 57)
    assert chart.says.startswith(
        "Seen weekly: 50 percent in 2020-01, 57 percent in 2020-12; real change for the better"
    )
    assert chart.table.head == ("When", "Figure", "Mean", "Lower limit", "Upper limit", "Signal")
    assert chart.table.rows[-1][-1] == "above the upper limit"
    assert chart.table.rows[0][-1] == "ups and downs as usual"


def test_few_points_have_no_limits_in_the_table_and_one_point_has_no_span() -> None:
    assert _indicator(1, 2).table.head == ("When", "Figure")
    assert _indicator(61.5).says.startswith("Seen weekly: 61.5 percent in 2020-01; ")


LINE: Records = {
    "reviews/2026-a": review(recommendations=[recommendation("one"), recommendation("two")]),
    "findings/2026-a": finding("reviews/2026-a"),
    "actions/2026-a": action("reviews/2026-a#one", themes=["early-help"], done="2026-05-01"),
}


def test_the_line_of_sight_says_which_stages_are_empty_and_how_many_ends_are_open() -> None:
    chart = line_of_sight("l", "early help", _thread(LINE), "not recorded")
    assert chart.says == (
        "The line of sight of early help: looked at 1, found 1, asked for 1, done 1. Need, Decided, "
        "Passed on and Evidence of impact: not recorded. Nothing follows 2 of them."
    )
    assert chart.table.rows[0] == ("Need", "0", "0", "not recorded")
    assert chart.table.rows[1] == ("Looked at", "1", "0", "A review")


def _thread(records: Records) -> Any:
    snapshot = snapshot_of(records)
    about, carriers = records_on_theme(snapshot, "early-help")
    return trace(snapshot, about, TODAY, carriers)


def test_a_line_without_a_gap_says_so() -> None:
    whole = {
        **LINE,
        "needs/2026-a": {"title": "A need", "sharing": "public", "themes": ["early-help"]},
        "decisions/2026-a": {"title": "D", "sharing": "public", "theme": "early-help"},
        "learning/2026-a": {
            "title": "L",
            "sharing": "public",
            "form": "seven-minute-briefing",
            "themes": ["early-help"],
        },
        "evaluations/2026-a": evaluation("actions/2026-a"),
    }
    said = line_of_sight("l", "it", _thread(whole), "not recorded").says
    assert "No stage is empty." in said


def test_actions_are_counted_by_strength_and_by_what_became_of_them() -> None:
    snapshot = snapshot_of(
        {
            "actions/2026-a": action(action_kind="training", due="2026-09-30"),
            "actions/2026-b": action(action_kind="one-agreed-pathway", due="2026-10-01"),
            "actions/2026-c": action(done="2026-01-01"),
            "actions/2026-d": action(action_kind="checklist", done="2026-01-01", closed="2026-02-01"),
        }
    )
    chart = actions_chart("a", [entry.record for entry in snapshot.of(Action)], TODAY)
    assert chart is not None
    assert chart.says == (
        "4 actions: 1 stronger, 1 intermediate, 1 weaker and 1 kind not recorded; of all, 1 overdue, 1 under way, "
        "1 done and 1 closed."
    )
    assert chart.table.rows[-1] == ("kind not recorded", "0", "0", "1", "0")
    chart = actions_chart("a", [snapshot.of(Action)[0].record], TODAY)
    assert chart is not None
    assert chart.says == "1 action: 0 stronger, 0 intermediate and 1 weaker; of all, 1 overdue."
    assert actions_chart("a", [], TODAY) is None
