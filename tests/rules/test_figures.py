import pytest

from rules.base import BASE
from support.memory import checked, records

FIGURE = """\
title: Children seen in time
sharing: partnership
measure: Children seen within five days
unit: number
better: higher
series:
"""


def problems(values: list[int], fixed: list[str], more: str = "") -> list[str]:
    series = "".join(
        f"  - at: {2025 + n // 12}-{n % 12 + 1:02}\n    value: {value}\n" for n, value in enumerate(values)
    )
    ends = "fixed:\n" + "".join(f"  - until: {until}\n    reason: The new form\n" for until in fixed)
    found = checked({**BASE, **records(indicators__2025_x=f"{FIGURE}{series}{ends}{more}")})
    return [f"{one.code.name} {one.field}: {one.message}" for one in found if one.code.name in {"LIF536", "LIF537"}]


VALUES = [21, 23] * 7
REBASE = "rebase:\n  - since: 2025-07\n    reason: Counted anew\n"


@pytest.mark.parametrize(("until", "more"), [("2024-12", ""), ("2026-05", ""), ("2025-06", REBASE)])
def test_a_baseline_that_fixes_nothing_is_reported(until: str, more: str) -> None:
    (problem,) = problems(VALUES, [until], more)
    assert problem.startswith("LIF536 fixed[0].until: no points of one stretch lie on both sides")


def test_a_baseline_may_end_on_the_newest_point_where_later_ones_are_still_to_come() -> None:
    assert problems(VALUES, ["2026-02"]) == []
    assert problems(VALUES, ["2025-12"]) == []


def test_the_second_baseline_of_a_stretch_is_reported_and_each_stretch_may_have_one() -> None:
    (problem,) = problems(VALUES, ["2026-01", "2025-12"])
    assert problem.startswith("LIF536 fixed[0].until: the limits of this stretch are fixed until 2025-12 already")
    both = problems([21, 23] * 16, ["2025-12", "2027-06"], "rebase:\n  - since: 2026-03\n    reason: Counted anew\n")
    assert both == []


def test_few_points_are_named_with_what_can_be_said_of_them() -> None:
    assert problems(VALUES, ["2025-08"]) == [
        "LIF537 fixed[0].until: the stretch has 8 points until 2025-08: limits fixed on so few are trial limits"
    ]
    (few,) = problems(VALUES, ["2025-01"])
    assert few.endswith("the stretch has 1 point until 2025-01: limits fixed on so few cannot be worked out")
