from datetime import date, timedelta

import pytest

from rules.base import PARTNERSHIP
from rules.duties import messages, places_of

FLAG = """\
title: Nobody to reach after hours
sharing: partnership
flag_kind: risk
serious: yes
raised: 2026-09-18
"""
BOTH = "to: [schools]\npartners: [council]\n"


def acknowledged_by(*agencies: str) -> str:
    return "acknowledged:\n" + "".join(f"  - agency: {agency}\n    date: 2026-09-19\n" for agency in agencies)


def test_a_flag_is_proved_for_each_of_those_it_went_to() -> None:
    assert messages("LIF720", flags__2026_x=FLAG + BOTH + acknowledged_by("schools")) == [
        (
            "raised 2026-09-18, and nothing shows that it reached Exampleshire Council (as a safeguarding partner) "
            "(due 2026-09-21, 8 working days over)"
        )
    ]
    assert places_of("LIF720", flags__2026_x=FLAG + BOTH) == ["flags/2026-x acknowledged"]
    assert places_of("LIF720", flags__2026_x=FLAG + BOTH + acknowledged_by("schools", "council")) == []


def test_an_answer_alone_does_not_prove_that_it_reached_everybody() -> None:
    assert places_of("LIF720", flags__2026_x=FLAG + BOTH + "answered: 2026-09-20\n") == ["flags/2026-x acknowledged"]


@pytest.mark.parametrize(
    ("code", "serious", "last_day_in_time"),
    [
        ("LIF720", "serious: yes\n", "2026-09-30"),
        ("LIF720", "", "2026-09-24"),
        ("LIF727", "serious: yes\n", "2026-09-24"),
        ("LIF727", "", "2026-09-03"),
    ],
)
def test_a_risk_is_acknowledged_and_answered_within_its_working_days(
    code: str, serious: str, last_day_in_time: str
) -> None:
    text = FLAG.replace("serious: yes\n", serious) + BOTH
    before = str(date.fromisoformat(last_day_in_time) - timedelta(days=1))
    assert not places_of(code, flags__2026_x=text.replace("2026-09-18", last_day_in_time))
    assert places_of(code, flags__2026_x=text.replace("2026-09-18", before))
    assert not places_of(code, flags__2026_x=text.replace("2026-09-18", last_day_in_time[:7]))


def test_the_partnership_may_set_its_own_working_days() -> None:
    own = PARTNERSHIP + "thresholds:\n  answer_serious_within_days: 9\n"
    assert places_of("LIF727", flags__2026_x=FLAG + BOTH) == ["flags/2026-x answered"]
    assert places_of("LIF727", own, flags__2026_x=FLAG + BOTH) == []


def test_an_acknowledgement_is_no_answer() -> None:
    assert messages("LIF727", flags__2026_x=FLAG + BOTH + acknowledged_by("schools", "council")) == [
        "raised 2026-09-18, and no answer is recorded (due 2026-09-25, 4 working days over)"
    ]
    assert places_of("LIF727", flags__2026_x=FLAG + BOTH + "answered: 2026-09-30\n") == []


def test_a_strength_need_not_be_acknowledged_nor_go_to_a_partner() -> None:
    text = FLAG.replace("flag_kind: risk\nserious: yes", "flag_kind: strength") + "to: [schools]\n"
    assert places_of("LIF720", flags__2026_x=text) == places_of("LIF721", flags__2026_x=text) == []


def test_a_flag_of_which_the_day_is_not_known_is_held_to_it_as_well() -> None:
    text = FLAG.replace("raised: 2026-09-18\n", "") + BOTH
    assert places_of("LIF720", flags__2026_x=text) == ["flags/2026-x acknowledged"]
    assert places_of("LIF723", flags__2026_x=text) == []


def test_a_serious_risk_goes_to_the_agency_and_to_a_safeguarding_partner() -> None:
    assert places_of("LIF721", flags__2026_x=FLAG) == ["flags/2026-x to", "flags/2026-x partners"]
    assert places_of("LIF721", flags__2026_x=FLAG + "to: [schools]\npartners: [police, schools]\n") == [
        "flags/2026-x partners[1]"
    ]
    before = FLAG.replace("2026-09-18", "2019-08-01")
    assert places_of("LIF721", flags__2019_x=before + BOTH) == ["flags/2019-x partners[0]"]
    assert places_of("LIF721", flags__2026_x=FLAG.replace("serious: yes\n", "")) == []


FINDING = """\
title: Nobody can be reached
sharing: partnership
source: audits/2026-a
theme: supervision
direction: gap
serious_risk: yes
"""


@pytest.mark.parametrize("rests_on", ["findings/2026-x", "audits/2026-a"])
def test_a_flag_may_rest_on_the_finding_or_on_what_it_comes_from(rests_on: str) -> None:
    flag = FLAG + f"from_records: [{rests_on}]\n"
    assert places_of("LIF722", findings__2026_x=FINDING) == ["findings/2026-x serious_risk"]
    assert places_of("LIF722", findings__2026_x=FINDING, flags__2026_x=flag) == []
    assert places_of("LIF722", findings__2026_x=FINDING, flags__2026_x=flag + "ownr: x\n") == []


def test_a_risk_that_a_later_finding_says_is_over_needs_no_flag_any_more() -> None:
    later = FINDING.replace("serious_risk: yes\n", "")
    over = FINDING + "superseded_by: findings/2026-y\n"
    assert places_of("LIF722", findings__2026_x=over, findings__2026_y=later) == []


@pytest.mark.parametrize(
    ("raised", "more", "told"),
    [("2026-03-31", "", True), ("2026-04-01", "", False), ("2026-03-31", "reported_to_executive: 2026-05\n", False)],
)
def test_the_executive_hears_of_a_flag_by_its_next_report(raised: str, more: str, told: bool) -> None:  # noqa: FBT001 - a column of the table
    assert bool(places_of("LIF723", flags__2026_x=FLAG.replace("2026-09-18", raised) + more)) is told


def test_a_partnership_may_report_more_often() -> None:
    often = PARTNERSHIP + "report_periods:\n  executive_months: 3\n"
    assert places_of("LIF723", often, flags__2026_x=FLAG.replace("2026-09-18", "2026-06-30"))


CHALLENGE = """\
title: A rating that children contradict
sharing: partnership
by: schools
to: [council]
raised: 2026-09-01
"""


def test_a_challenge_that_can_never_be_late_says_for_how_long_it_is_open() -> None:
    assert messages("LIF724", challenges__2026_x=CHALLENGE) == [
        "not answered, 30 days after it was raised, and no day is set by which it should be"
    ]
    assert messages("LIF724", challenges__2026_x=CHALLENGE.replace("2026-09-01", "2026-09-30")) == [
        "not answered, 1 day after it was raised, and no day is set by which it should be"
    ]
    assert messages("LIF724", challenges__2026_x=CHALLENGE.replace("2026-09-01", "2026-08")) == [
        "not answered, and no day is set by which it should be"
    ]


def test_a_day_of_the_stage_it_has_reached_is_enough() -> None:
    policy = PARTNERSHIP.replace("    formal: no\n", "    formal: no\n    answer_within_days: 5\n")
    assert places_of("LIF724", policy, challenges__2026_x=CHALLENGE + stages(1)) == []


@pytest.mark.parametrize("more", ["answer_due: 2026-09-15", "answered: 2026-09-20", "closed: 2026-09-20"])
def test_a_challenge_with_a_day_an_answer_or_an_end_is_left_alone(more: str) -> None:
    assert places_of("LIF724", challenges__2026_x=CHALLENGE + more + "\n") == []


def test_a_challenge_raised_today_is_left_alone() -> None:
    assert places_of("LIF724", challenges__2026_x=CHALLENGE.replace("2026-09-01", "2026-10-01")) == []
    assert places_of("LIF724", challenges__2026_x=CHALLENGE.replace("raised: 2026-09-01\n", "")) == [
        "challenges/2026-x answer_due"
    ]


def test_a_challenge_says_what_came_of_it() -> None:
    ended = CHALLENGE + "answered: 2026-09-10\nclosed: 2026-09-20\nasks_for_information: yes\n"
    assert messages("LIF725", challenges__2026_x=ended) == [
        "answered 2026-09-10, and the answer is not recorded; it asked for information",
        "closed 2026-09-20, and what changed because of it is not recorded",
    ]
    assert places_of("LIF725", challenges__2026_x=ended + "response: No\noutcome: Nothing changed\n") == []


def stages(*numbers: int) -> str:
    return "stages:\n" + "".join(f"  - stage: {number}\n    date: 2026-09-0{number}\n" for number in numbers)


@pytest.mark.parametrize(
    ("reached", "at"),
    [((1, 2, 3), []), ((1, 2), []), ((2, 3), ["challenges/2026-x stages[1]"]), ((3,), ["challenges/2026-x stages[0]"])],
)
def test_a_formal_stage_comes_after_the_informal_ones(reached: tuple[int, ...], at: list[str]) -> None:
    assert places_of("LIF726", challenges__2026_x=CHALLENGE + stages(*reached)) == at


def test_a_record_that_its_readers_may_not_see_is_an_error() -> None:
    need = "title: A need\nsharing: restricted\n"
    assert places_of("LIF762", needs__2026_x=need) == ["needs/2026-x sharing"]
    assert places_of("LIF762", PARTNERSHIP.replace("level: partnership", "level: restricted"), needs__2026_x=need) == []
    public = PARTNERSHIP.replace("level: partnership", "level: public")
    assert places_of("LIF762", public, needs__2026_x=need.replace("restricted", "partnership")) == [
        "needs/2026-x sharing"
    ]
