import pytest

from rules.base import PARTNERSHIP
from rules.duties import messages, places_of

AUDIT = "title: Handovers\nsharing: partnership\naudit_kind: {kind}\n"
PRACTICE, SINGLE = AUDIT.format(kind="multi-agency-practice"), AUDIT.format(kind="single-agency")


def test_an_audit_asks_something_of_the_system() -> None:
    assert places_of("LIF750", audits__2026_x=PRACTICE) == ["audits/2026-x question"]
    assert places_of("LIF750", audits__2026_x=PRACTICE + "question: What gets lost?\n") == []


def test_partners_take_part_or_hear_of_it() -> None:
    reported = "life:\n  reported: 2026-04-16\n"
    assert places_of("LIF751", audits__2026_x=PRACTICE) == ["audits/2026-x took_part"]
    assert places_of("LIF751", audits__2026_x=PRACTICE + "took_part:\n  - agency: police\n") == []
    assert places_of("LIF751", audits__2026_x=SINGLE) == []
    assert places_of("LIF751", audits__2026_x=SINGLE + reported) == ["audits/2026-x shared_with_group"]
    assert places_of("LIF751", audits__2026_x=SINGLE + "shared_with_group: 2026-05-01\n" + reported) == []


LEARNING = "title: Seven minutes\nsharing: partnership\nform: briefing\ndate: {date}\n"
RECEIVED, DID = "received:\n  - number: 12\n", "what_they_did:\n  - what: Talked through\n"


@pytest.mark.parametrize(
    ("date", "more", "at"),
    [
        ("2026-07-01", "", "received"),
        ("2026-07-02", "", ""),
        ("2026-07-01", RECEIVED, "what_they_did"),
        ("2026-07-01", RECEIVED + DID, ""),
    ],
)
def test_three_months_on_it_is_known_who_received_learning_and_what_they_did(date: str, more: str, at: str) -> None:
    expected = [f"learning/2026-x {at}"] if at else []
    assert places_of("LIF755", learning__2026_x=LEARNING.format(date=date) + more) == expected


def test_learning_without_a_day_cannot_be_late() -> None:
    assert places_of("LIF755", learning__2026_x="title: A\nsharing: public\nform: briefing\n") == []


def conditions(*groups: str) -> str:
    return "conditions:\n" + "".join(f"  - group: {group}\n    condition: X\n    in_place: no\n" for group in groups)


def test_conditions_of_all_three_groups_are_looked_at() -> None:
    text = LEARNING.format(date="2026-09-01")
    assert messages("LIF756", learning__2026_x=text + conditions("learner", "design")) == [
        "conditions for it to reach practice (workplace): not recorded"
    ]
    assert places_of("LIF756", learning__2026_x=text + conditions("learner", "design", "workplace")) == []


def test_an_evaluation_says_in_what_context_it_worked_why_and_what_came_of_it() -> None:
    evaluation = "title: A\nsharing: public\ndomain: practice\nlevel: 3\ncontext: Two teams\n"
    assert messages("LIF757", evaluations__2026_x=evaluation) == ["mechanism and outcome: not recorded"]
    whole = evaluation + "mechanism: They open it together\noutcome: In time\n"
    assert places_of("LIF757", evaluations__2026_x=whole) == []


def indicator(points: int) -> str:
    series = "series:\n" + "".join(f"  - at: 2026-0{month}\n    value: {month}\n" for month in range(1, points + 1))
    return f"title: A figure\nsharing: public\nmeasure: X\nbetter: higher\n{series if points else ''}"


FINDING = "title: A\nsharing: public\nsource: indicators/2026-x\ntheme: supervision\ndirection: gap\n"
NEED = "title: A\nsharing: public\nevidence:\n  - record: indicators/2026-x\n"
FLAG = "title: A\nsharing: public\nflag_kind: strength\nfrom_records: [indicators/2026-x]\n"


@pytest.mark.parametrize(("points", "told"), [(0, False), (1, True), (2, True), (3, False)])
def test_nothing_rests_on_one_or_two_points(points: int, told: bool) -> None:  # noqa: FBT001 - a column of the table
    expected = ["indicators/2026-x series"] if told else []
    assert places_of("LIF758", indicators__2026_x=indicator(points), findings__2026_f=FINDING) == expected
    assert places_of("LIF758", indicators__2026_x=indicator(points), needs__2026_n=NEED) == expected


def test_a_figure_that_nothing_rests_on_may_be_young() -> None:
    assert places_of("LIF758", indicators__2026_x=indicator(2)) == []
    assert places_of("LIF758", indicators__2026_x=indicator(2), flags__2026_x=FLAG) == []


def test_a_group_of_today_has_terms_and_members() -> None:
    bare = PARTNERSHIP.replace("    terms: Decides on reviews and oversees them\n", "")
    assert messages("LIF760", bare) == ["Practice Review Group: terms not recorded"]
    over = bare.replace("    name: Practice Review Group\n", "    name: Practice Review Group\n    until: 2026-09-30\n")
    assert places_of("LIF760", over) == []
    assert places_of("LIF760", over.replace("2026-09-30", "2026-10-01")) == ["partnership groups[1]"]
    assert places_of("LIF760", bare.replace("  own: yes", "  own: no")) == []


POLICE = "    name: Exampleshire Police\n    roles:\n      - role: safeguarding-partner\n        since: 2019-09\n"


def test_an_agency_has_a_role() -> None:
    none = PARTNERSHIP.replace(POLICE, "    name: Exampleshire Police\n")
    assert places_of("LIF761", none) == ["partnership agencies[2]"]
    assert places_of("LIF761", none.replace("  own: yes", "  own: no")) == []


@pytest.mark.parametrize(
    ("earlier", "told"),
    [
        ("since: 2010\n        until: 2019-08-31", False),
        ("since: 2010\n        until: 2019-09", False),
        ("since: 2010\n        until: 2019-10", True),
        ("since: 2010", True),
        ("since: 2010\n        until: 2019", False),
    ],
)
def test_an_agency_has_one_role_at_a_time(earlier: str, told: bool) -> None:  # noqa: FBT001 - a column of the table
    board = POLICE.replace("roles:\n", f"roles:\n      - role: board-member\n        {earlier}\n")
    expected = ["partnership agencies[2].roles[1]"] if told else []
    assert places_of("LIF761", PARTNERSHIP.replace(POLICE, board)) == expected
    assert places_of("LIF761", PARTNERSHIP.replace(POLICE, board).replace("  own: yes", "  own: no")) == expected
