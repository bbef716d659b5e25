import re
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from lif.analysis.statistics.xmr import xmr
from lif.output.charts.registry import DRAWINGS
from lif.output.charts.rendered import draw_chart, pictures_of
from lif.output.charts.svg import WIDTH, number, width_of, wrap
from lif.output.documents.markdown import to_plain_values
from lif.output.text.terminal import safe_line
from lif.reports.chart import Chart
from lif.reports.charts.actions import ActionsChart
from lif.reports.charts.control import ControlChart
from lif.reports.charts.evidence_grid import EvidenceGrid
from lif.reports.charts.line_of_sight import LineOfSight, Stage
from lif.reports.charts.then_and_now import MeasuredPoint, StandardPanel, ThenAndNowChart
from output.texts import ALL

SVG = "{http://www.w3.org/2000/svg}"
LEAST = 12
"""Units of a picture that are 9 points on paper."""


def _control(said: str, values: list[float], target: float | None = None, rebase: tuple[int, ...] = ()) -> ControlChart:
    dates = tuple(date(2020 + at // 12, at % 12 + 1, 1).isoformat()[:7] for at in range(len(values)))
    return ControlChart("control", said, said, dates, xmr(values, target=target, rebase=rebase), said, said)


def _charts(said: str) -> list[Chart]:
    kinds = ("children and families", "section 11 self-assessments", "figures", "inspections", said)
    points = (MeasuredPoint(said, "4 of 12", 0.33, (0.1, 0.6)), MeasuredPoint("2026", "11 of 12", 0.9, (0.6, 1.0)))
    in_words = (MeasuredPoint("2025", "few"), MeasuredPoint("2026", said))
    panels = (
        StandardPanel(said, said, points, "clear improvement", ("last step: clear improvement", said)),
        StandardPanel("Counts in words", "", in_words, said, (said,)),
    )
    usual = [50.0, 52, 49, 51, 50, 48, 52, 51, 49, 50, 51, 57]
    return [
        ThenAndNowChart("then-and-now", said, panels),
        EvidenceGrid("grid", said, kinds, ((said, ("W", "N", "G", "M", "")), ("Second", ("", "", "", "", "")))),
        _control(said, usual, target=60, rebase=(6,)),
        _control(said, [1.0, 2.0]),
        _control(said, [0.0]),
        _control(said, usual),
        LineOfSight(
            "sight", said, (Stage("Need", (said,) * 5, 1), Stage("Found", (), 0), Stage("Done", (said,), 0)), said
        ),
        ActionsChart("actions", said, (("stronger", (0, 2, 0, 1)), (said, (1, 0, 0, 0)))),
    ]


PLAIN = _charts("A plain text")
NAMES = [f"{type(chart).__name__}-{place}" for place, chart in enumerate(PLAIN)]


def _tree(chart: Chart) -> ET.Element:
    return ET.fromstring(draw_chart(chart).svg)  # noqa: S314 - our own picture


def test_every_picture_has_a_drawing() -> None:
    assert set(DRAWINGS.names) == {type(chart).__name__ for chart in PLAIN}


@pytest.mark.parametrize("chart", PLAIN, ids=NAMES)
def test_a_picture_is_named_says_its_message_and_is_an_image_to_a_screen_reader(chart: Chart) -> None:
    tree = _tree(chart)
    assert tree.get("role") == "img"
    title, message = tree.find(f"{SVG}title"), tree.find(f"{SVG}desc")
    assert title is not None
    assert message is not None
    assert tree.get("aria-labelledby") == f"{title.get('id')} {message.get('id')}"
    assert (title.text, message.text) == (chart.title, chart.says)
    assert draw_chart(chart).alt == chart.says


@pytest.mark.parametrize("chart", PLAIN, ids=NAMES)
def test_a_picture_is_the_same_twice_and_asks_for_nothing_from_outside(chart: Chart) -> None:
    assert draw_chart(chart) == draw_chart(chart)
    assert {node.tag for node in _tree(chart).iter()} <= {
        f"{SVG}{name}" for name in ("svg", "title", "desc", "g", "text", "line", "rect", "circle", "polyline")
    }
    assert not re.search(r"href|url\(|<style|\son\w+=", draw_chart(chart).svg)


@pytest.mark.parametrize("chart", PLAIN, ids=NAMES)
def test_nothing_lies_outside_a_picture_and_no_word_is_too_small(chart: Chart) -> None:
    tree = _tree(chart)
    height = float(str(tree.get("height")))
    assert int(str(tree.get("font-size"))) >= LEAST
    assert not [node for node in tree.iter() if node is not tree and node.get("font-size")]
    for node in tree.iter():
        across = [float(node.get(key, 0)) for key in ("x", "x1", "x2", "cx")]
        down = [float(value) for key in ("y", "y1", "y2", "cy") if (value := node.get(key)) and "%" not in value]
        assert all(0 <= place <= WIDTH for place in across), node.attrib
        assert all(-LEAST <= place <= height for place in down), node.attrib


@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
def test_no_text_of_a_record_becomes_part_of_the_drawing(text: str) -> None:
    for hostile, harmless in zip(_charts(text), PLAIN, strict=True):
        tags = {node.tag for node in _tree(hostile).iter()}
        assert tags <= {node.tag for node in _tree(harmless).iter()}
        title = _tree(hostile).find(f"{SVG}title")
        assert title is not None
        assert (title.text or "") == safe_line(text)


def test_a_character_that_no_xml_can_hold_is_replaced() -> None:
    assert "a\ufffdb" in draw_chart(ActionsChart("a", "a\ufffeb", (("weaker", (1, 0, 0, 0)),))).svg


def test_a_verdict_is_a_word_and_not_only_a_colour() -> None:
    words = [node.text for node in _tree(PLAIN[1]).iter(f"{SVG}text")]
    for word in ("works", "improve", "gap", "mixed", "-"):
        assert word in words


def test_a_signal_has_another_shape_than_a_usual_point() -> None:
    squares = [square for square in _tree(PLAIN[5]).iter(f"{SVG}rect") if square.get("width") == "12"]
    assert len(squares) == 1
    assert len(list(_tree(PLAIN[5]).iter(f"{SVG}circle"))) == 11


def test_limits_are_not_drawn_where_they_may_not_be_read() -> None:
    words = " ".join(node.text or "" for node in _tree(PLAIN[3]).iter(f"{SVG}text"))
    assert "limit " not in words
    assert "Too few points, or too alike, for limits." in words


def test_a_dot_stands_at_each_measurement_that_may_be_drawn() -> None:
    assert len(list(_tree(PLAIN[0]).iter(f"{SVG}circle"))) == 2


def test_counts_that_stand_in_words_are_not_drawn_and_the_panel_says_so() -> None:
    words = [node.text for node in _tree(PLAIN[0]).iter(f"{SVG}text")]
    assert "counts in words: see the table" in words


def test_a_measurement_left_out_leaves_a_gap_between_the_dots_and_its_name() -> None:
    points = (
        MeasuredPoint("2022", "4 of 12", 0.33, (0.1, 0.6)),
        MeasuredPoint("2024", "not measured"),
        MeasuredPoint("2026", "9 of 12", 0.75, (0.5, 0.9)),
    )
    panel = StandardPanel("Seen alone", "", points, "not measured", ("last step: not measured",))
    tree = _tree(ThenAndNowChart("gap", "T", (panel,)))
    assert "not measured" in [node.text for node in tree.iter(f"{SVG}text")]
    assert len(list(tree.iter(f"{SVG}circle"))) == 2


def test_a_picture_that_would_show_no_more_than_its_table_is_not_drawn_and_says_so_to_the_template() -> None:
    words = ThenAndNowChart(
        "in-words",
        "T",
        (StandardPanel("A", "", (MeasuredPoint("2025", "most"), MeasuredPoint("2026", "few")), "w", ("w",)),),
    )
    assert not pictures_of((words,))
    assert to_plain_values(words)["draws"] is False


@pytest.mark.parametrize(
    "text", ["One two three four five six seven eight nine ten", "x" * 300, "", "a-long-hyphened-word " * 9]
)
def test_a_text_is_folded_into_few_lines_none_of_them_too_wide(text: str) -> None:
    found = wrap(text, 100, most=3)
    assert 1 <= len(found) <= 3
    assert all(width_of(line) <= 100 for line in found)
    whole = wrap(text, 100, most=99)
    assert "".join(whole).replace(" ", "") == text.replace(" ", "")
    assert found == whole or found[-1].endswith("…")


def test_a_coordinate_has_one_decimal_and_no_negative_nothing() -> None:
    assert [number(value) for value in (1.0, 1.25, -0.01, -3.0, 12.06)] == ["1", "1.2", "0", "-3", "12.1"]


@dataclass(frozen=True)
class Report:
    title: str
    first: Chart
    more: tuple[Chart, ...]
    none: None = None


def test_pictures_are_found_wherever_they_stand_and_a_template_sees_their_words_and_no_drawing() -> None:
    report = Report("T", PLAIN[0], (PLAIN[1], PLAIN[7]))
    assert list(pictures_of(report)) == ["then-and-now", "grid", "actions"]
    seen = to_plain_values(report)["more"][1]
    assert seen == {
        "name": "actions",
        "title": "A plain text",
        "says": PLAIN[7].says,
        "draws": True,
        "head": list(PLAIN[7].table.head),
        "rows": [list(row) for row in PLAIN[7].table.rows],
        "figures": [1, 2, 3, 4],
        "sides": ["---", "--:", "--:", "--:", "--:"],
    }
