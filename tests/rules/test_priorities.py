import pytest

from rules.base import PARTNERSHIP
from rules.duties import messages, places_of

POSITION = """\
title: The year ahead
sharing: public
year: {year}
factors:
  - key: demand
    factor: Demand is rising
priorities: [early-help]
"""


def position(year: str) -> str:
    return POSITION.format(year=year)


SINCE = PARTNERSHIP + "first_year: 2024-25\n"


def test_each_year_that_has_begun_has_a_position_statement() -> None:
    assert messages("LIF740", SINCE, positions__2025_x=position("2025-26")) == [
        "position statement for 2024-25 and 2026-27: not recorded"
    ]
    assert places_of("LIF740") == []
    assert places_of("LIF740", PARTNERSHIP + "first_year: 2027-28\n") == []


def test_years_before_the_duties_began_need_none() -> None:
    (said,) = messages("LIF740", PARTNERSHIP + "first_year: 2017-18\n")
    assert said.startswith("position statement for 2019-20, 2020-21")


def test_a_statement_that_cannot_be_read_is_not_taken_for_none() -> None:
    assert places_of("LIF740", SINCE, positions__2025_x=position("2025-26") + "ownr: x\n") == []


def test_priorities_in_force_stand_in_the_latest_statement() -> None:
    two = PARTNERSHIP.replace(
        "themes:\n  - key: supervision", "  - key: neglect\n    name: Neglect\nthemes:\n  - key: supervision"
    )
    now = two + "current_priorities: [early-help, neglect]\n"
    assert places_of("LIF741", now, positions__2026_x=position("2026-27")) == ["partnership current_priorities[1]"]
    both = position("2026-27").replace("[early-help]", "[early-help, neglect]")
    assert places_of("LIF741", now, positions__2025_x=position("2025-26"), positions__2026_x=both) == []
    assert places_of("LIF741", now) == []


def test_a_statement_without_factors_or_priorities_is_pointed_out() -> None:
    assert places_of("LIF741", positions__2026_x="title: A\nsharing: public\nyear: 2026-27\n") == [
        "positions/2026-x factors",
        "positions/2026-x priorities",
    ]


def test_a_need_has_a_driver_and_evidence() -> None:
    need = "title: A\nsharing: public\nraised: 2026-06-01\n"
    assert places_of("LIF742", needs__2026_x=need) == ["needs/2026-x driver", "needs/2026-x evidence"]
    whole = need + "driver: data\nevidence:\n  - unnamed: A figure of the council\n"
    assert places_of("LIF742", needs__2026_x=whole) == []


AUDIT = "title: Handovers\nsharing: partnership\naudit_kind: {kind}\n"
NEED = "title: A\nsharing: public\n"


@pytest.mark.parametrize(
    ("kind", "more", "at"),
    [
        ("multi-agency-thematic", "", "programme_year"),
        ("single-agency", "", ""),
        ("single-agency", "programme_year: 2026-27\n", "programme_order"),
        ("multi-agency-practice", "programme_year: 2026-27\nprogramme_order: 1\n", "programme_because"),
        ("multi-agency-practice", "programme_year: 2026-27\nprogramme_order: 1\nprogramme_because: X\n", "answers"),
        (
            "multi-agency-practice",
            "programme_year: 2026-27\nprogramme_order: 1\nprogramme_because: X\nanswers: [needs/2026-n]\n",
            "",
        ),
    ],
)
def test_an_audit_has_its_place_in_the_programme_with_reason_and_need(kind: str, more: str, at: str) -> None:
    expected = [f"audits/2026-x {at}"] if at else []
    assert places_of("LIF743", audits__2026_x=AUDIT.format(kind=kind) + more, needs__2026_n=NEED) == expected


@pytest.mark.parametrize(
    ("asked", "missing"),
    [
        ((), "practitioners and service users"),
        (("practitioners",), "service users"),
        (("children",), "practitioners"),
        (("practitioners", "families"), ""),
    ],
)
def test_audits_across_agencies_consult_practitioners_and_service_users(asked: tuple[str, ...], missing: str) -> None:
    more = "consulted:\n" + "".join(f"  - whose: {whose}\n" for whose in asked) if asked else ""
    expected = [f"{missing} consulted on it beforehand: not recorded"] if missing else []
    assert messages("LIF744", audits__2026_x=AUDIT.format(kind="multi-agency-practice") + more) == expected
    assert places_of("LIF744", audits__2026_x=AUDIT.format(kind="dip-sample") + more) == []


REVIEW = "title: A review\nsharing: partnership\nreview_kind: {kind}\n"
DEFINITION = "definition:\n  abuse_or_neglect: yes\n  died_or_seriously_harmed: not-known\n"


def test_reviews_of_serious_incidents_answer_the_definition() -> None:
    practice = REVIEW.format(kind="local-child-safeguarding-practice-review")
    rapid = REVIEW.format(kind="rapid-review") + "part_of: reviews/2026-x\n"
    assert places_of("LIF745", reviews__2026_x=practice) == ["reviews/2026-x definition"]
    assert places_of("LIF745", reviews__2026_x=practice, reviews__2026_r=rapid + DEFINITION) == []
    assert places_of("LIF745", reviews__2026_x=REVIEW.format(kind="thematic-review")) == []
