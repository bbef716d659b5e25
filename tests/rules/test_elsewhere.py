from typing import Any

import pytest

from lif.rules.engine import run_rules
from lif.rules.registry import FAMILIES
from lif.rules.rule import Question
from support.story import (
    ANOTHER,
    NATIONAL,
    TODAY,
    action,
    as_ours,
    audit,
    finding,
    partnership,
    recommendation,
    review,
    snapshot_of,
)

RULES = tuple(rule for family in FAMILIES for rule in family)
Records = dict[str, dict[str, Any]]


def _told(records: Records, *codes: str) -> list[str]:
    readers = {"level": "restricted", "who": "The business unit"}
    own = {"partnership": partnership(first_year="2019-20", readers=readers), **records}
    problems = run_rules(Question(snapshot_of(own), TODAY), RULES)
    return [
        f"{problem.code.name} {problem.record}: {problem.message}"
        for problem in problems
        if problem.code.name in codes or (not codes and problem.record != "partnership")
    ]


def test_what_is_from_elsewhere_owes_us_nothing() -> None:
    asks = [recommendation(f"ask-{number}", due="2023-01-01") for number in range(11)]
    life = {"life": {"aware": "2022-01-01", "started": "2022-01-03", "published": "2022-03-01"}}
    practice = review(None, review_kind="local-child-safeguarding-practice-review", recommendations=asks, **life)
    findings = {"findings/2022-a": finding("reviews/2022-q")}
    assert len(_told({"reviews/2022-q": practice, **findings})) > 5
    assert _told({"reviews/2022-q": {**practice, **ANOTHER, "pseudonym": "Child Q"}, **findings}) == []
    audited = audit(life={"started": "2022-01-01", "reported": "2022-02-01", "reaudit_due": "2023-01"})
    assert _told({"audits/2022-a": {**audited, **ANOTHER}}) == []


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"review_kind": "national-review"}, "a national review, and `elsewhere` does not say that it is national"),
        (
            {"review_kind": "national-review", **ANOTHER},
            "a national review, and `elsewhere` does not say that it is national",
        ),
        ({"elsewhere": {"whose": "another-partnership"}}, "it is another partnership's, and which: not recorded"),
        ({"review_kind": "national-review", "elsewhere": {"whose": "national"}}, ""),
        (ANOTHER, ""),
        ({}, ""),
    ],
)
def test_a_record_from_elsewhere_says_whose_it_is(fields: dict[str, Any], said: str) -> None:
    expected = [f"LIF313 reviews/2022-a: {said}"] if said else []
    assert _told({"reviews/2022-a": review(**fields)}, "LIF313") == expected


@pytest.mark.parametrize(
    ("ours", "field"),
    [
        ({"reviews/2026-a": review(part_of="reviews/2022-q")}, "part_of"),
        ({"reviews/2026-a": review(same_evidence_as=["reviews/2022-q"])}, "same_evidence_as"),
        ({"audits/2026-a": audit(reaudit_of="audits/2022-q")}, "reaudit_of"),
        (
            {"reviews/2026-a": review(recommendations=[recommendation("b", repeat_of=["reviews/2022-q#a"])])},
            "repeat_of",
        ),
        (
            {"reviews/2026-a": review(), "findings/2026-a": finding("reviews/2026-a", recurrence_of="findings/2022-q")},
            "recurrence_of",
        ),
        (
            {"reviews/2026-a": review(), "findings/2026-a": finding("reviews/2026-a", derived_from="findings/2022-q")},
            "derived_from",
        ),
        ({"audits/2026-a": audit(same_cases_as=["audits/2022-q"])}, "same_cases_as"),
        ({"reviews/2026-a": review(takes_over=["reviews/2022-q"])}, "takes_over"),
    ],
)
def test_our_work_is_not_joined_with_work_from_elsewhere(ours: Records, field: str) -> None:
    others = {
        "reviews/2022-q": review("2022-03-01", recommendations=[recommendation("a")], **ANOTHER),
        "audits/2022-q": audit("2022-03-01", **NATIONAL),
        "findings/2022-q": finding("reviews/2022-q"),
    }
    (told,) = _told({**others, **ours}, "LIF314")
    assert f"`{field}` names" in told
    assert told.endswith("which is from elsewhere, and this is ours")
    assert _told({**as_ours(others), **ours}, "LIF314") == []


def test_parts_of_one_review_from_elsewhere_may_be_joined_and_ours_may_answer_it() -> None:
    records = {
        "reviews/2022-q": review("2022-03-01", recommendations=[recommendation("a")], **ANOTHER),
        "reviews/2022-part": review("2022-02-01", part_of="reviews/2022-q", **ANOTHER),
        "actions/2026-a": action("reviews/2022-q#a"),
    }
    assert _told(records, "LIF314") == []


def test_an_authority_is_a_name_without_a_date() -> None:
    held = review(authorities=["Northshire", "Southshire until 2024"])
    assert _told({"reviews/2026-a": held}, "LIF412") == [
        "LIF412 reviews/2026-a: the name of an authority holds a number: dates of moves identify a family"
    ]
