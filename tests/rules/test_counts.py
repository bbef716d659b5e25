import pytest

from rules.duties import messages, places_of

BUDGET = (
    "title: Money\nsharing: partnership\nyear: 2025-26\n"
    "income:\n  - key: a\n    agency: police\n    amount: {income}\n"
    "spending:\n  - key: b\n    purpose: Staff\n    amount: {spending}\n"
)
FORWARD = "brought_forward: {before}\ncarried_forward: {after}\n"


@pytest.mark.parametrize(
    ("income", "spending", "before", "after", "says"),
    [
        ("100", "90", "5", "15", ""),
        ("100.10", "90.05", "0", "10.05", ""),
        ("100", "120", "5", "-15", ""),
        ("100", "90", "5", "14.50", "There was £0.50 more"),
        ("100", "90", "5", "25", "It spent and carried forward £10 more"),
    ],
)
def test_both_sides_of_a_budget_are_equal_to_the_penny(
    income: str, spending: str, before: str, after: str, says: str
) -> None:
    budget = BUDGET.format(income=income, spending=spending) + FORWARD.format(before=before, after=after)
    found = messages("LIF774", budgets__2025_26=budget)
    assert [message.rpartition(". ")[2] for message in found] == ([says] if says else [])


def test_what_is_not_given_is_not_added_up() -> None:
    budget = BUDGET.format(income="100", spending="50")
    assert messages("LIF774", budgets__2025_26=budget) == []
    assert messages("LIF774", budgets__2025_26=budget + "brought_forward: 5\n") == []


def test_a_year_has_one_budget() -> None:
    budget = BUDGET.format(income="100", spending="100")
    assert places_of("LIF773", budgets__a=budget, budgets__b=budget) == ["budgets/b year"]
    assert places_of("LIF773", budgets__a=budget, budgets__b=budget.replace("2025-26", "2024-25")) == []


LEARNING = "title: Training\nsharing: partnership\nform: training\ndate: 2026-02\n"


@pytest.mark.parametrize(
    ("row", "at"),
    [
        ("places: 20\n    booked: 18\n    came: 15", ""),
        ("places: 20\n    booked: 18\n    came: 25\n    came_unbooked: 7", ""),
        ("booked: 18\n    came: 19", "came"),
        ("booked: 18\n    came: 20\n    came_unbooked: 1", "came"),
        ("places: 20\n    came: 21", "came"),
        ("came: 5\n    came_unbooked: 6", "came_unbooked"),
        ("came: 500", ""),
    ],
)
def test_no_more_come_than_there_are_places_and_bookings_for(row: str, at: str) -> None:
    attendance = f"{LEARNING}attendance:\n  - agency: police\n    {row}\n"
    expected = [f"learning/2026-x attendance[0].{at}"] if at else []
    assert places_of("LIF775", learning__2026_x=attendance) == expected


@pytest.mark.parametrize(
    ("asked", "answered", "used", "at"),
    [(40, 20, 12, ""), (40, 40, 40, ""), (40, 41, 12, "answered"), (40, 20, 21, "used")],
)
def test_no_more_use_it_than_answer_and_no_more_answer_than_are_asked(
    asked: int, answered: int, used: int, at: str
) -> None:
    text = f"{LEARNING}used:\n  - asked: {asked}\n    answered: {answered}\n    used: {used}\n"
    assert places_of("LIF775", learning__2026_x=text) == ([f"learning/2026-x used[0].{at}"] if at else [])
