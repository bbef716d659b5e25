import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.output.text.register import register_text
from lif.output.text.terminal import cells_in

COLUMNS = ("due", "state", "owner.agency", "themes", "id", "title")
ROW = ("2026-12-18", "under way", "social-care", "data-quality", "actions/2026-reasons-in-one-place", "One place " * 9)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal_and_no_id_is_cut(width: int) -> None:
    text = register_text(COLUMNS, [ROW, ROW], COLUMNS, width)
    assert max(cells_in(line) for line in text.splitlines()) <= width
    assert text.count("actions/2026-reasons-in-one-place") == 2
    assert "One place" in text


def test_columns_go_before_the_title_is_cut_short() -> None:
    headings = register_text(COLUMNS, [ROW], COLUMNS, 80).splitlines()[0].split()
    assert headings == ["DUE", "STATE", "OWNER.AGENCY", "THEMES", "TITLE"]
    assert register_text(COLUMNS, [ROW], COLUMNS, 20).splitlines()[0] == "TITLE"


def test_what_is_piped_on_is_whole() -> None:
    assert "One place One place" in register_text(COLUMNS, [ROW], COLUMNS, None)
    assert "…" not in register_text(COLUMNS, [ROW], COLUMNS, None)


@given(st.lists(st.text("aé漢字 ", max_size=40), min_size=6, max_size=6), st.integers(30, 140))
def test_whatever_the_cells_hold_lines_fit_and_the_rest_is_marked(cells: list[str], width: int) -> None:
    row = (*cells[:4], "needs/a", cells[5])
    text = register_text(COLUMNS, [row], COLUMNS, width)
    lines = [line for line in text.splitlines() if line != "  needs/a"]
    assert all(cells_in(line) <= max(width, 24) for line in lines)
