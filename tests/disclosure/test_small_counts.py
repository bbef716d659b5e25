from collections.abc import Callable, Iterable
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog  # type: ignore[import-untyped]

from lif.disclosure.recoverable import Flow, count_other_values, protect
from lif.disclosure.small_counts import Cell, in_words, may_be_shown, suppress

Rows = list[dict[str, str]]
COUNT = st.one_of(st.integers(0, 7), st.integers(0, 40))
LINE = st.lists(COUNT, min_size=1, max_size=7)
GRID = st.tuples(st.integers(2, 4), st.integers(2, 4)).flatmap(
    lambda size: st.lists(st.lists(COUNT, min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0])
)
FAR = 10**6


def test_the_published_rule_for_a_single_count_holds(rows: Callable[[str], Rows]) -> None:
    ours = [row for row in rows("disclosure_examples") if row["rule"].startswith("lif_publish")]
    assert ours
    for row in ours:
        assert str(suppress([int(row["input"])])[0]) == row["shown"]
        assert str(suppress({"a": int(row["input"])})["a"]) == row["shown"]


def test_a_count_that_follows_from_the_total_takes_the_next_smallest_with_it(example: Callable[[str], Any]) -> None:
    published = example("disclosure_rules")["secondary_example"]
    cells, shown, total = published["cells"], published["after_secondary"], published["published_total"]
    assert suppress(cells) == shown
    assert suppress({**cells, "Total": total}) == {**shown, "Total": total}
    assert suppress(list(cells.values())) == list(shown.values())
    assert suppress(list(cells.items())) == list(shown.items())
    assert suppress([{"area": area, "children": count} for area, count in cells.items()]) == [
        {"area": area, "children": count} for area, count in shown.items()
    ]


def test_two_counts_of_one_take_a_third_with_them() -> None:
    assert suppress({"a": 14, "b": 1, "c": 1, "Total": 16}) == {"a": "c", "b": "c", "c": "c", "Total": 16}


def test_a_small_total_is_hidden_too_and_nought_is_shown() -> None:
    assert suppress({"a": 3, "b": 0, "Total": 3}) == {"a": "c", "b": 0, "Total": "c"}
    assert suppress({"Total": 9}) == {"Total": 9}


def test_where_nothing_else_is_left_the_total_is_hidden() -> None:
    assert set(suppress({"a": 2, "b": 1, "c": 1, "d": 1, "e": 1, "Total": 6}).values()) == {"c"}
    assert suppress([1] * 6) == ["c"] * 6


def test_a_table_of_rows_and_columns_hides_a_whole_cycle() -> None:
    table: list[list[Cell]] = [
        ["", "2023", "2024", "Total"],
        ["A", 14, 2, 16],
        ["B", 20, 30, 50],
        ["C", 10, 11, 21],
        ["Total", 44, 43, 87],
    ]
    assert suppress(table) == [
        ["", "2023", "2024", "Total"],
        ["A", "c", "c", 16],
        ["B", 20, 30, 50],
        ["C", "c", "c", 21],
        ["Total", 44, 43, 87],
    ]


def test_one_row_with_its_total_is_a_line_too() -> None:
    assert suppress([{"area": "A", "girls": 4, "boys": 20, "Total": 24}]) == [
        {"area": "A", "girls": "c", "boys": "c", "Total": 24}
    ]


def test_a_figure_worked_out_from_a_hidden_count_is_hidden() -> None:
    table: list[dict[str, Cell]] = [
        {"area": "A", "children": 4, "percent": 8.0, "note": None},
        {"area": "B", "children": 20, "percent": 40.0, "note": None},
        {"area": "C", "children": 26, "percent": 52.0, "note": None},
    ]
    shown = suppress(table)
    assert [row["percent"] for row in shown] == ["c", "c", 52.0]
    assert [row["note"] for row in shown] == [None] * 3


def test_a_table_without_counts_stays_as_it_is() -> None:
    assert suppress([["a", "b"]]) == [["a", "b"]]
    assert suppress([]) == []


def test_what_is_no_table_is_refused() -> None:
    with pytest.raises(ValueError, match="0 or more"):
        suppress([-1])
    with pytest.raises(ValueError, match="a total of 9 add up to 8"):
        suppress({"a": 8, "Total": 9, "b": 0})
    with pytest.raises(ValueError, match="one row and one column of totals"):
        suppress({"a": 8, "Total": 8, "Grand total": 8})
    with pytest.raises(TypeError, match="a mapping or a sequence"):
        suppress(3)  # type: ignore[call-overload]


@given(LINE)
def test_no_hidden_count_of_a_line_can_be_worked_out(line: list[int]) -> None:
    total = sum(line)
    labels = [f"row {at}" for at in range(len(line))]
    shown = suppress({**dict(zip(labels, line, strict=True)), "Total": total})
    assert not any(isinstance(count, int) and 1 <= count <= 5 for count in shown.values())
    hidden = [line[at] for at, label in enumerate(labels) if shown[label] == "c"]
    if shown["Total"] != "c" and hidden:
        assert sum(hidden) - len(hidden) >= 2
        assert len(hidden) > 1


@given(LINE, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(line: list[int], chance: Any) -> None:
    rows: list[tuple[str, int]] = [(f"row {at}", count) for at, count in enumerate(line)]
    other = list(rows)
    chance.shuffle(other)
    assert sorted(map(str, suppress(rows))) == sorted(map(str, suppress(other)))


@settings(max_examples=60, deadline=None)
@given(GRID, st.randoms(use_true_random=False))
def test_no_hidden_count_of_a_grid_can_be_worked_out(grid: list[list[int]], chance: Any) -> None:
    table: list[list[Cell]] = [[f"row {at}", *row, sum(row)] for at, row in enumerate(grid)]
    table.append(["Total", *map(sum, zip(*grid, strict=True)), sum(map(sum, grid))])
    table.insert(0, ["", *(f"column {at}" for at in range(len(grid[0]))), "Total"])
    shown = suppress(table)
    again = suppress([table[0], *chance.sample(table[1:], len(table) - 1)])
    assert sorted(map(str, shown)) == sorted(map(str, again))
    counts = [list(row[1:]) for row in shown[1:]]
    assert not any(isinstance(cell, int) and 1 <= cell <= 5 for row in counts for cell in row)
    real = [[cell for cell in row[1:] if isinstance(cell, int)] for row in table[1:]]
    for at, key in product(range(len(counts)), range(len(counts[0]))):
        if counts[at][key] == "c":
            assert fits(real, counts, at, key)


def fits(real: list[list[int]], shown: list[list[Cell]], at: int, key: int) -> bool:
    """Whether the cell may be at least three values, found by linear programming."""
    height, width = len(real), len(real[0])
    places = list(product(range(height), range(width)))
    bounds = [(1, FAR) if shown[i][j] == "c" else (real[i][j], real[i][j]) for i, j in places]
    sums = [[1 - 2 * (j == width - 1) if i == row else 0 for i, j in places] for row in range(height)]
    sums += [[1 - 2 * (i == height - 1) if j == column else 0 for i, j in places] for column in range(width)]
    goal = np.array([float(place == (at, key)) for place in places])
    least, most = (linprog(way * goal, A_eq=sums, b_eq=[0] * len(sums), bounds=bounds) for way in (1, -1))
    return bool(round(-most.fun) - round(least.fun) >= 2) if least.success else False


def test_a_count_between_fixed_ones_cannot_move() -> None:
    flows = [Flow(0, 1, 4), Flow(0, 1, 9), Flow(1, 0, 13, is_total=True, is_fixed=True)]
    assert count_other_values(flows, {0}, 0) == 0
    assert protect(flows, {0}) == {0, 1}
    assert count_other_values(flows, {0, 1}, 0) == 2
    assert protect([flows[0], Flow(1, 0, 4, is_total=True, is_fixed=True)], {0}) == {0}


@pytest.mark.parametrize(
    ("met", "of", "words"),
    [
        (0, 12, "none"),
        (4, 12, "few"),
        (5, 12, "about half"),
        (8, 12, "most"),
        (12, 12, "all"),
        (3, 5, "too few cases to say"),
        (0, 0, "too few cases to say"),
    ],
)
def test_small_audits_are_published_in_words(met: int, of: int, words: str) -> None:
    assert in_words(met, of) == words


def test_a_share_is_shown_only_where_neither_side_of_it_is_small() -> None:
    shares: Iterable[tuple[int, int]] = ((10, 20), (0, 20), (20, 20), (3, 20), (17, 20), (0, 4))
    assert [may_be_shown(*share) for share in shares] == [True, True, True, False, False, False]
    with pytest.raises(ValueError, match="is no share of cases"):
        in_words(3, 2)
