from datetime import date
from typing import Any

import pytest

from lif.analysis.duties.cycle_evidence import time_of_cycle
from support.story import assessment, partnership, snapshot_of

TODAY = date(2026, 11, 22)


def time_of(key: str, cycles: list[dict[str, Any]], records: dict[str, Any] | None = None) -> tuple[str, str]:
    snapshot = snapshot_of({"partnership": partnership(cycles=cycles), **(records or {})})
    time = time_of_cycle(snapshot, snapshot.cycles[key], TODAY)
    return str(time.since), str(time.until)


def returned(cycle: str, day: str, **more: Any) -> dict[str, Any]:
    return assessment(day, cycle=cycle, **more)


@pytest.mark.parametrize(
    ("cycle", "time"),
    [
        ({"key": "2026", "due": "2026-07-10"}, ("2025-07-12", "2026-07-10")),
        ({"key": "2026", "asked": "2026-04"}, ("2025-07-12", "2026-04-30")),
        ({"key": "2026"}, ("2025-07-12", "2026-11-22")),
    ],
)
def test_it_runs_from_the_end_of_the_cycle_before_to_its_own(cycle: dict[str, Any], time: tuple[str, str]) -> None:
    cycles = [{"key": "2023", "due": "2023-07-14"}, cycle, {"key": "2025", "due": "2025-07-11"}]
    assert time_of("2026", cycles) == time


def test_the_last_return_ends_a_cycle_where_it_came_late() -> None:
    cycles = [{"key": "2025", "due": "2025-07-11"}, {"key": "2026", "due": "2026-07-10"}]
    records = {
        "assessments/2025-a": returned("2025", "2025-08-01", agency="council"),
        "assessments/2026-a": returned("2026", "2026-09-04", agency="council"),
    }
    assert time_of("2026", cycles, records) == ("2025-08-02", "2026-09-04")


def test_without_a_cycle_before_it_reaches_back_as_far_as_evidence_is_not_old() -> None:
    assert time_of("2026", [{"key": "2026", "due": "2026-07-10"}, {"key": "none"}]) == ("2024-07-10", "2026-07-10")


def test_a_cycle_about_the_arrangements_is_not_the_one_before_of_agencies() -> None:
    cycles = [{"key": "2024", "due": "2024-07-11"}, {"key": "2025", "due": "2025-07-11"}, {"key": "2026"}]
    records = {"assessments/2025-a": returned("2025", "2025-07-01", of_partnership=True)}
    assert time_of("2026", cycles, records)[0] == "2024-07-12"
