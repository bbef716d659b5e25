import sys
from pathlib import Path

import pytest

from benchmarks.figures import exponent
from benchmarks.page import page
from benchmarks.processes import Process, Taken, ratio, take
from benchmarks.targets import PROMISES

HERE = Path(__file__).parent


def _figures(found: float) -> dict[str, object]:
    felt = ("lif check", "lif check, one changed", "lif --no-cache check", "lif triangulate", "lif report annual")
    machine = ("processor", "cores", "memory_gib", "system", "python", "git", "lif", "pyyaml", "others_running")
    return {
        "date": "2026-01-05",
        "machine": dict.fromkeys(machine, 1),
        "records": 1000,
        "partnership_records": 320,
        "one_partnership": {name: {"seconds": 1, "wall_seconds": 1} for name in (*felt, "lif due")},
        "ratios": {
            one.name: {
                "group": one.group,
                "what": one.over,
                "against": one.under,
                "is": found,
                "target": one.target,
                "wall": found,
                "seconds": [1, 1],
            }
            for one in PROMISES
        },
        "growth": {"cold 100-1000": {"is": None, "target": 1.08, "wall": None}},
        "memory_kb_per_record": {"is": 10, "target": 15},
    }


def _row(text: str, begins: str) -> str:
    return next(line for line in text.splitlines() if line.startswith(begins))


def test_a_ratio_is_that_of_each_round_and_not_of_the_sums() -> None:
    over = [Taken(2, 4, 0), Taken(20, 40, 0), Taken(2, 4, 0)]
    under = [Taken(1, 1, 0), Taken(10, 10, 0), Taken(4, 4, 0)]
    assert ratio(over, under) == (2, 4)


def test_growth_is_one_where_ten_times_the_records_take_ten_times_as_long() -> None:
    assert exponent(100, 1000, 0.5, 5) == pytest.approx(1)
    assert exponent(100, 1000, 0.5, 50) == pytest.approx(2)
    assert exponent(100, 1000, 0.0001, 5) is None


def test_a_process_that_fails_is_not_measured(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="ended with 3"):
        take(Process((sys.executable, "-c", "raise SystemExit(3)"), tmp_path))


def test_the_page_says_what_was_kept_and_by_how_much_the_rest_was_missed() -> None:
    kept, missed = page(_figures(0.2)), page(_figures(12))
    assert _row(kept, "| `lif --help`").endswith("| yes |")
    assert _row(missed, "| `lif --help`").endswith("| missed: 2 times as much |")
    assert "| missed: 50 % more |" in page(_figures(9))
    assert _row(missed, "| `lif --version`").endswith("|  |")
    assert "too short to tell" in _row(missed, "| nothing kept, 100 to 1,000 records")


def test_what_was_not_kept_is_listed_with_the_reason_where_there_is_one() -> None:
    told = page({**_figures(12), "because": {"help": "It draws a picture."}})
    assert _row(told, "- `lif --help` / `python -c pass`: 12 ").endswith("was promised. It draws a picture.")
    assert _row(told, "- `lif check` / `git status`: 12 ").endswith("was promised. Why has not been looked into yet.")
    assert "What was not kept, and why" not in page(_figures(0.2))
