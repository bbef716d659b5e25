import pytest

from rules.base import PARTNERSHIP
from rules.duties import messages, places_of

SERVICE = """\
      - key: family-support
        name: Family support
        roles:
          - role: commissioned-service
            since: 2021
        commissioned_by: council
"""
DUE = PARTNERSHIP.replace("    standards_set: section-11\n", "    standards_set: section-11\n    due: 2026-07-10\n")


def with_agencies(text: str, listed: str = SERVICE) -> str:
    lines = "".join(f"{line[4:]}\n" for line in listed.splitlines())
    return text.replace("groups:\n", f"{lines}groups:\n", 1)


def came(agency: str, more: str = "returned: 2026-07-01\n") -> str:
    return f"title: Return\nsharing: partnership\ncycle: 2026\nagency: {agency}\nstandards_set: section-11\n{more}"


def test_a_cycle_that_is_due_names_those_whose_return_is_missing_commissioned_services_too() -> None:
    sent = {f"assessments__2026_{agency}": came(agency) for agency in ("council", "health", "police")}
    assert messages("LIF730", with_agencies(DUE), **sent) == [
        "2 of 5 returns are missing: Schools and colleges and Family support (commissioned by Exampleshire Council)"
    ]
    assert places_of("LIF730", DUE, **sent, assessments__2026_s=came("schools")) == []


def test_a_return_that_was_begun_and_never_sent_is_missing_too() -> None:
    sent = {f"assessments__2026_{agency}": came(agency) for agency in ("council", "health", "police")}
    assert places_of("LIF730", DUE, **sent, assessments__2026_s=came("schools", "")) == ["partnership cycles[0]"]
    assert places_of("LIF730", DUE, **sent, assessments__2026_s=came("schools", "due: 2026-12-01\n")) == []
    own_day = came("schools", "due: 2026-07-10\n")
    assert places_of("LIF730", DUE, **sent, assessments__2026_s=own_day) == []
    assert places_of("LIF708", DUE, **sent, assessments__2026_s=own_day) == ["assessments/2026-s due"]


@pytest.mark.parametrize("due", ["2026-10-01", "2026-10", "2018-01-31"])
def test_a_cycle_not_yet_due_or_before_the_duties_is_left_alone(due: str) -> None:
    assert places_of("LIF730", DUE.replace("2026-07-10", due)) == []


def test_only_those_who_were_asked_owe_a_return() -> None:
    asked = DUE.replace("    due: 2026-07-10\n", "    due: 2026-07-10\n    agencies: [police]\n")
    assert messages("LIF730", asked) == ["1 of 1 returns are missing: Exampleshire Police"]


def test_a_cycle_about_the_arrangements_asks_no_agency() -> None:
    itself = "title: A\nsharing: public\ncycle: 2026\nof_partnership: yes\n"
    assert places_of("LIF730", DUE, assessments__2026_x=itself) == []


def rated(more: str = "", own: str = "good", end: str = "returned: 2026-07-01\n") -> str:
    return came("health", f"{end}ratings:\n  - standard: supervision\n    own: {own}\n{more}")


SURVEY = """\
practitioner_survey:
  - standard: supervision
    asked: I had supervision last month
    agreed: {agreed}
    answered: 40
"""
EVIDENCE = "    evidence: Monthly figure\n"


def test_a_rating_in_a_return_that_came_has_evidence() -> None:
    assert places_of("LIF731", assessments__2026_x=rated()) == ["assessments/2026-x ratings[0]"]
    assert places_of("LIF731", assessments__2026_x=rated(EVIDENCE)) == []
    assert places_of("LIF731", assessments__2026_x=rated(end="")) == []


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("    moderated: requires-improvement\n", True),
        ("    moderated: good\n", False),
        ("    moderated: requires-improvement\n    moderated_because: The figure leaves some out\n", False),
    ],
)
def test_moderation_that_changed_a_rating_says_why(more: str, told: bool) -> None:  # noqa: FBT001 - a column of the table
    expected = ["assessments/2026-x ratings[0].moderated"] if told else []
    assert places_of("LIF732", assessments__2026_x=rated(more)) == expected


def test_an_answer_that_was_carried_over_is_judged_again_before_it_is_sent() -> None:
    carried = "    carried_from: assessments/2026-first\n"
    first = {"assessments__2026_first": rated(EVIDENCE)}
    assert places_of("LIF733", **first, assessments__2026_x=rated(EVIDENCE + carried)) == [
        "assessments/2026-x ratings[0].carried_from"
    ]
    assert places_of("LIF733", **first, assessments__2026_x=rated(EVIDENCE + carried, end="")) == []


@pytest.mark.parametrize(
    ("own", "agreed", "told"),
    [
        ("good", 20, True),
        ("good", 29, True),
        ("good", 30, False),
        ("outstanding", 0, True),
        ("inadequate", 21, True),
        ("requires-improvement", 20, False),
        ("unheard-of", 0, False),
    ],
)
def test_practitioners_who_say_otherwise_are_answered(own: str, agreed: int, told: bool) -> None:  # noqa: FBT001 - a column of the table
    text = rated(EVIDENCE, own) + SURVEY.format(agreed=agreed)
    assert bool(places_of("LIF734", assessments__2026_x=text)) is told
    answered = rated(EVIDENCE + "    moderated_because: Put to the panel\n", own) + SURVEY.format(agreed=agreed)
    assert places_of("LIF734", assessments__2026_x=answered) == []


def test_a_set_that_agencies_are_assessed_by_covers_supervision_learning_and_induction() -> None:
    bare = PARTNERSHIP.replace("safeguarding induction", "safeguarding welcome").replace(
        "key: induction", "key: welcome"
    )
    assert messages("LIF735", bare) == ["agencies are assessed by this set, and no standard in it is about induction"]
    unused = bare.replace("    standards_set: section-11\n", "")
    assert places_of("LIF735", unused) == []
    assert places_of("LIF735", unused, assessments__2026_x=rated()) == ["partnership standards_sets[0]"]
    itself = rated().replace("agency: health", "of_partnership: yes")
    assert places_of("LIF735", unused, assessments__2026_x=itself) == []
    assert places_of("LIF735", bare.replace("    own: yes", "    own: no").replace("  own: yes", "  own: no")) == []


def test_a_partnership_without_any_standards_is_told() -> None:
    start, end = PARTNERSHIP.index("standards_sets:"), PARTNERSHIP.index("escalation:")
    none = PARTNERSHIP[:start] + PARTNERSHIP[end:]
    assert messages("LIF735", none) == ["standards for agencies, on supervision and induction among them: not recorded"]
    assert places_of("LIF735", none.replace("  own: yes", "  own: no")) == []


def contribution(agency: str, more: str = "received: 2026-06-10\n", year: str = "2025-26") -> str:
    return f"title: A\nsharing: public\nagency: {agency}\nyear: {year}\n{more}"


def contributions(more: str = "received: 2026-06-10\n") -> dict[str, str]:
    return {
        f"contributions__2026_{agency}": contribution(agency, more)
        for agency in ("council", "health", "police", "schools")
    }


SINCE = PARTNERSHIP + "first_year: 2025-26\n"


def test_every_agency_contributes_to_the_year_by_the_day_that_was_set() -> None:
    due = "due: 2026-06-12\n"
    police = {"contributions__2026_p": contribution("police", f"{due}received: 2026-06-10\n")}
    late = {"contributions__2026_s": contribution("schools", due)}
    assert messages("LIF736", SINCE, **police, **late) == [
        "2025-26: 3 of 4 agencies sent no contribution: Exampleshire Council, NHS Exampleshire and Schools and colleges"
    ]
    assert places_of("LIF736", SINCE, **contributions(f"{due}received: 2026-06-10\n")) == []


def test_where_no_day_was_set_a_contribution_is_owed_after_the_year_that_follows() -> None:
    assert places_of("LIF736", SINCE) == []
    earlier = PARTNERSHIP + "first_year: 2023-24\n"
    assert len(places_of("LIF736", earlier)) == len(["2023-24", "2024-25"])
    assert places_of("LIF736") == []


def test_a_contribution_that_came_says_what_changed() -> None:
    assert places_of("LIF737", contributions__2026_p=contribution("police")) == ["contributions/2026-p impact"]
    assert places_of("LIF737", contributions__2026_p=contribution("police", "")) == []
    assert places_of("LIF737", contributions__2026_p=contribution("police") + "impact: Not yet known\n") == []
