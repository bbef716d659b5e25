from typing import Any

import pytest

from lif.analysis.impact.measure_result import (
    counts_activity,
    is_no_better,
    reaches_target,
    reading_in_words,
    repeats_reading,
)
from lif.model.record import Reading


def reading(met: int | None = None, of: int | None = None, **more: Any) -> Reading:
    return Reading(met=met, of=of, **more)


@pytest.mark.parametrize(
    "measure",
    [
        "40 people attended",
        "Practitioners who attended the training",
        "Number of staff trained",
        "Safeguarding leads of schools who took part",
        "Sessions held",
        "Briefing sent to all teams",
        "Attendance at the workshop",
        "Attendance lists and course feedback",
        "Newsletter shared with partners",
        "Policy issued",
        "Staff who have been trained",
    ],
)
def test_measures_that_count_what_was_done_are_known_by_plain_words(measure: str) -> None:
    assert counts_activity(measure)


@pytest.mark.parametrize(
    "measure",
    [
        "Handovers within a week",
        "Plans in which the child's own words stand",
        "School attendance",
        "Supervision sessions held every month",
        "Parents who attended the conference",
        "Agencies who sent a report to the conference",
        "Strategy meetings held within a day",
        "Fathers who took part in planning",
        "Practitioners who can name the one number",
        "Records in which learning time was taken as planned",
    ],
)
def test_measures_of_practice_or_of_children_are_left_alone(measure: str) -> None:
    assert not counts_activity(measure)


@pytest.mark.parametrize(
    ("target", "met", "of", "expected"),
    [
        ("3 of every 4 plans", 10, 14, False),
        ("3 of every 4 plans", 12, 16, True),
        ("27 of 30", 22, 30, False),
        ("9 out of 10", 9, 10, True),
        ("Two in three of those asked", 18, 24, True),
        ("at least 90% of cases", 89, 100, False),
        ("90 per cent", 9, 10, True),
        ("All of them", 41, 46, False),
        ("Every plan", 14, 14, True),
        ("no more than 3 of 10", 9, 10, None),
        ("fewer than before", 9, 10, None),
        ("better", 9, 10, None),
        ("12 of 10", 9, 10, None),
        ("3 of 4", None, None, None),
        ("3 of 4", 0, 0, None),
        (None, 9, 10, None),
    ],
)
def test_a_target_in_plain_words_is_held_against_a_count(
    target: str | None, met: int | None, of: int | None, expected: object
) -> None:
    assert reaches_target(target, reading(met, of)) is expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (reading(8, 16), reading(8, 16), True),
        (reading(8, 16), reading(5, 14), True),
        (reading(8, 16), reading(10, 14), False),
        (reading(value=3.0), reading(value=3.0), True),
        (reading(value=3.0), reading(value=2.0), False),
        (reading(said="Rare"), reading(said="Rare"), False),
        (reading(8, 16), reading(said="More"), False),
    ],
)
def test_what_is_certainly_no_better_is_said(before: Reading, after: Reading, expected: object) -> None:
    assert is_no_better(before, after) is expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (reading(8, 16, record="audits/2025-a"), reading(9, 16, record="audits/2025-a"), True),
        (reading(8, 16, record="indicators/2025-a"), reading(9, 16, record="indicators/2025-a"), False),
        (reading(8, 16, date="2025-01-01"), reading(8, 16, date="2025-01-01"), True),
        (reading(8, 16, date="2025"), reading(8, 16, date="2025"), False),
        (reading(8, 16, date="2025-01-01"), reading(9, 16, date="2025-01-01"), False),
        (reading(8, 16), reading(8, 16), False),
    ],
)
def test_one_reading_written_twice_is_known(before: Reading, after: Reading, expected: object) -> None:
    assert repeats_reading(before, after) is expected


def test_a_reading_is_told_in_a_few_words() -> None:
    readings = [reading(8, 16), reading(value=3.4), reading(said="Rare"), reading()]
    assert [reading_in_words(result) for result in readings] == ["8 of 16", "3.4", '"Rare"', "no figure"]
