import csv
from itertools import product
from pathlib import Path

import pytest

from lif.analysis.themes.triangulation import agreement_in_words, count_conflicts, farmer_code, pair_code

RULES = Path(__file__).parent / "data" / "lif_pair_rules.csv"


def _rules() -> list[dict[str, str]]:
    """The rows of the methods' table, without the lines that name its source."""
    with RULES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


@pytest.mark.parametrize("row", _rules(), ids=lambda row: f"{row['verdict_a']}-{row['verdict_b']}")
def test_each_pair_has_the_code_of_the_methods_whichever_stands_first(row: dict[str, str]) -> None:
    first, second = row["verdict_a"] or None, row["verdict_b"] or None
    assert pair_code(first, second) == pair_code(second, first) == row["lif_code"]
    assert farmer_code(first, second) == farmer_code(second, first) == row["farmer_code_if_same_point"]


def test_the_table_holds_every_pair_of_verdicts_once() -> None:
    pairs = [frozenset({row["verdict_a"], row["verdict_b"]}) for row in _rules() if row["verdict_b"]]
    assert sorted(map(sorted, pairs)) == sorted(map(sorted, {frozenset(pair) for pair in product("WNGM", repeat=2)}))


def test_two_silences_are_silence() -> None:
    assert pair_code(None, None) == farmer_code(None, None) == "silence"


@pytest.mark.parametrize(("first", "second"), list(product("WNGM", repeat=2)))
def test_two_kinds_conflict_exactly_where_their_pair_is_dissonant(first: str, second: str) -> None:
    verdicts = {"review": first, "audit_multi": second}
    assert (count_conflicts(verdicts) == 1) is (pair_code(first, second) == "dissonance")
    assert (agreement_in_words(verdicts) == "they agree") is (pair_code(first, second) == "agreement")
