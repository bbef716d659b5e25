from typing import Any

import pytest

from support.memory import TODAY, checked
from support.story import (
    action,
    audit,
    evaluation,
    feedback,
    files,
    finding,
    partnership,
    recommendation,
    review,
    written,
)

Fields = dict[str, Any]
COMPILED = partnership(compiled={"by": "Others", "own": False, "basis": "What was published", "complete": "No"})
LEARNING = {"title": "A briefing", "sharing": "public", "form": "briefing", "date": "2025-05-01"}


def diagnostics_of(code: str, records: dict[str, Fields], raw: dict[str, str] | None = None) -> list[str]:
    """Where this code is given, and in what words."""
    diagnostics = checked({**files(records), **(raw or {})}, TODAY)
    return [
        f"{diagnostic.record} {diagnostic.field}: {diagnostic.message}"
        for diagnostic in diagnostics
        if diagnostic.code.name == code
    ]


def asks(count: int, **more: Any) -> list[Fields]:
    return [recommendation(f"r-{number}", **more) for number in range(count)]


def test_more_recommendations_than_the_partnership_means_to_follow_are_pointed_out() -> None:
    assert not diagnostics_of("LIF542", {"reviews/2026-a": review(recommendations=asks(10))})
    assert "11 recommendations" in diagnostics_of("LIF542", {"reviews/2026-a": review(recommendations=asks(11))})[0]
    few = partnership(thresholds={"most_recommendations": 2})
    assert diagnostics_of("LIF542", {"audits/2026-a": audit(recommendations=asks(3)), "partnership": few})
    national = review(recommendations=asks(11), review_kind="national-review", elsewhere={"whose": "national"})
    assert not diagnostics_of("LIF542", {"reviews/2026-a": national})


def test_a_recommendation_is_made_to_somebody_here_or_outside() -> None:
    made = [recommendation("a"), recommendation("b", to=["police"]), recommendation("c", outside=["A ministry"])]
    records = {"reviews/2026-a": review(recommendations=made)}
    assert [line.split()[1] for line in diagnostics_of("LIF543", records)] == ["recommendations[0]:"]
    assert not diagnostics_of("LIF543", {**records, "partnership": COMPILED})


WHOLE = {"owner": {"agency": "police"}, "due": "2027-01-01", "measures": [{"what": "In time"}]}


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        (WHOLE, ""),
        ({**WHOLE, "owner": None}, "`owner`"),
        ({}, "`owner`, `due`, `measures`"),
        ({"done": "2026-01-01"}, ""),
        ({"draft": True}, ""),
    ],
)
def test_an_open_action_has_an_owner_a_date_and_a_measure(fields: Fields, missing: str) -> None:
    given = {name: value for name, value in fields.items() if value is not None}
    expected = [f"actions/2026-a : open, and {missing}: not recorded"] if missing else []
    assert diagnostics_of("LIF544", {"actions/2026-a": action(**given)}) == expected
    assert not diagnostics_of("LIF544", {"actions/2026-a": action(**given), "partnership": COMPILED})


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"due": "2026-09-30"}, "due 2026-09-30, 1 day ago, and how far it came: not recorded"),
        ({"due": "2026-06-01", "agreed": "2026-01-01"}, "due 2026-06-01, 122 days ago, and last heard of 2026-01-01"),
        ({"due": "2026-06-01", "progress": [{"date": "2026-07-01", "said": "Half"}]}, "last heard of 2026-07-01"),
        ({"due": "2026-06-01", "progress": [{"date": "2026-07-02", "said": "Half"}]}, ""),
        ({"due": "2026-10-01", "agreed": "2025-01-01"}, ""),
        ({"due": "2026-06-01", "agreed": "2025-01-01", "done": "2026-06-05"}, ""),
        ({"due": "2026-06-01", "agreed": "2025-01-01", "draft": True}, ""),
        ({"agreed": "2025-01-01"}, ""),
    ],
)
def test_an_action_past_its_date_of_which_nothing_is_heard_is_stalled(fields: Fields, says: str) -> None:
    found = diagnostics_of("LIF545", {"actions/2026-a": action(**fields)})
    assert says in found[0] if says else not found


@pytest.mark.parametrize(
    ("record", "fields", "is_told"),
    [
        ("audits/2026-a", audit("2026-04-01"), True),
        ("audits/2026-a", audit("2026-04-02"), False),
        ("audits/2026-a", audit("2026-01-01", shared_with_group="2026-02-01"), False),
        ("audits/2026-a", audit("2026-01-01", draft=True), False),
        ("reviews/2026-a", review(None, life={"completed": "2026-01-01"}), True),
        ("reviews/2026-a", review(None), False),
        ("evaluations/2026-a", evaluation("audits/2026-x", date="2026-01-01"), True),
        ("evaluations/2026-a", evaluation("audits/2026-x", date="2026-01-01", draft=True), False),
    ],
)
def test_what_was_found_or_shown_reaches_the_group(record: str, fields: Fields, is_told: bool) -> None:  # noqa: FBT001 - a column of the table
    records = {"audits/2026-x": audit(None), record: fields}
    assert bool(diagnostics_of("LIF546", records)) is is_told
    assert not diagnostics_of("LIF546", {**records, "partnership": COMPILED})


OLD = audit("2025-06-01")


@pytest.mark.parametrize(
    ("records", "is_told"),
    [
        ({"audits/2025-a": OLD}, True),
        ({"audits/2025-a": audit("2025-10-02")}, False),
        ({"audits/2025-a": OLD, "evaluations/2026-a": evaluation("audits/2025-a")}, False),
        ({"audits/2025-a": OLD, "findings/2025-f": finding("audits/2025-a")}, True),
        ({"audits/2025-a": OLD, "actions/2025-b": action("audits/2025-a#r-0")}, True),
        (
            {
                "audits/2025-a": audit("2025-06-01", recommendations=asks(1)),
                "actions/2025-b": action("audits/2025-a#r-0", due="2027-01-01"),
            },
            False,
        ),
        (
            {
                "audits/2025-a": audit("2025-06-01", recommendations=asks(1)),
                "actions/2025-b": action("audits/2025-a#r-0", due="2026-01-01"),
            },
            True,
        ),
        (
            {
                "audits/2025-a": audit("2025-06-01", recommendations=asks(1)),
                "actions/2025-b": action("audits/2025-a#r-0", outcome="not-achieved", done="2026-01-01"),
            },
            False,
        ),
        ({"learning/2025-a": LEARNING}, True),
        ({"learning/2025-a": {**LEARNING, "draft": True}}, False),
        ({"reviews/2025-a": review("2025-01-01", review_kind="rapid-review")}, False),
        ({"reviews/2025-a": review(None)}, False),
    ],
)
def test_within_the_year_somebody_looks_whether_it_helped(records: dict[str, Fields], is_told: bool) -> None:  # noqa: FBT001 - a column of the table
    assert bool(diagnostics_of("LIF547", records)) is is_told
    assert not diagnostics_of("LIF547", {**records, "partnership": COMPILED})


def test_the_age_of_what_nobody_looked_at_is_told_and_an_unreadable_evaluation_may_be_of_it() -> None:
    records = {"audits/2025-a": OLD, "learning/2025-a": LEARNING}
    assert [line.split(";")[0] for line in diagnostics_of("LIF547", records)] == [
        "audits/2025-a : reported 2025-06-01, 16 months ago",
        "learning/2025-a : passed on 2025-05-01, 17 months ago",
    ]
    broken = {"records/evaluations/2026-b.yaml": written({**evaluation("audits/2025-a"), "level": "nine"})}
    assert len(diagnostics_of("LIF547", records, broken)) == 1


@pytest.mark.parametrize(
    ("fields", "is_told"),
    [
        ({"date": "2025-06-01", "informs": [{"what": "policy", "which": "Handovers"}]}, True),
        ({"date": "2025-06-01", "informs": [{"what": "policy"}]}, True),
        ({"date": "2025-06-01", "informs": [{"what": "policy", "done": "2025-09"}]}, False),
        ({"date": "2026-06-01", "informs": [{"what": "policy"}]}, False),
        ({"date": "2025-06-01", "informs": [{"what": "policy"}], "draft": True}, False),
    ],
)
def test_a_finding_informs_what_it_was_meant_to(fields: Fields, is_told: bool) -> None:  # noqa: FBT001 - a column of the table
    records = {"audits/2025-a": OLD, "findings/2025-f": finding("audits/2025-a", **fields)}
    assert bool(diagnostics_of("LIF548", records)) is is_told
    assert not diagnostics_of("LIF548", {**records, "partnership": COMPILED})


BACK: dict[str, Fields] = {
    "audits/2023-a": audit("2023-06-01"),
    "findings/2023-f": finding("audits/2023-a"),
    "actions/2023-b": action("findings/2023-f", closed="2024-03-01"),
    "actions/2023-c": action("findings/2023-f", closed="2024-05-01"),
    "actions/2023-d": action("findings/2023-f"),
    "audits/2026-a": audit("2026-06-01"),
}


def again(**more: Any) -> list[str]:
    return diagnostics_of("LIF549", {**BACK, "findings/2026-f": finding("audits/2026-a", **more)})


def test_a_concern_on_a_theme_that_an_action_was_closed_on_is_offered() -> None:
    says = "found 2026-06-01, after actions/2023-b was closed 2024-03-01 on the same theme (findings/2023-f)"
    assert again() == [f"findings/2026-f : {says}"]


@pytest.mark.parametrize(
    "more",
    [
        {"direction": "working-well"},
        {"theme": "supervision"},
        {"date": "2024-03-01"},
        {"recurrence_of": "findings/2023-f"},
        {"derived_from": "findings/2023-f"},
        {"superseded_by": "findings/2023-f"},
    ],
)
def test_what_cannot_be_a_recurrence_or_is_linked_is_not_offered(more: Fields) -> None:
    assert again(**more) == []


def test_one_link_speaks_for_the_other_findings_of_the_same_source_on_the_theme() -> None:
    linked = finding("audits/2026-a", recurrence_of="findings/2023-f")
    records = {**BACK, "findings/2026-f": finding("audits/2026-a"), "findings/2026-g": linked}
    assert not diagnostics_of("LIF549", records)


def test_an_action_closed_on_a_strength_or_on_something_else_than_a_finding_offers_nothing() -> None:
    strength = {
        **BACK,
        "findings/2023-f": finding("audits/2023-a", "working-well"),
        "findings/2026-f": finding("audits/2026-a"),
    }
    assert not diagnostics_of("LIF549", strength)
    undated = {**BACK, "audits/2026-a": audit(None), "findings/2026-f": finding("audits/2026-a")}
    assert not diagnostics_of("LIF549", undated)


@pytest.mark.parametrize(
    ("fields", "whose", "is_told"),
    [
        ({"practitioners": "Asked"}, None, "children and families"),
        ({"families": "Asked"}, None, "practitioners"),
        ({"practitioners": "Asked", "families": "Asked"}, None, ""),
        ({"practitioners": "Asked"}, "children", ""),
        ({"families": "Asked"}, "practitioners", ""),
        ({}, "practitioners", "children and families"),
        ({}, None, ""),
    ],
)
def test_those_who_do_the_work_and_those_it_is_done_for_are_both_heard(
    fields: Fields, whose: str | None, is_told: str
) -> None:
    heard = {"feedback/2026-f": feedback(whose, about=["audits/2026-a"])} if whose else {}
    found = diagnostics_of("LIF532", {"audits/2026-a": audit(**fields), **heard})
    expected = [f"audits/2026-a : how {is_told} were heard: not recorded"] if is_told else []
    assert found == expected


def test_feedback_that_cannot_be_read_may_be_the_other_voice() -> None:
    broken = {"records/feedback/2026-f.yaml": written(feedback("everybody", about=["audits/2026-a"]))}
    assert not diagnostics_of("LIF532", {"audits/2026-a": audit(practitioners="Asked")}, broken)


def test_the_measure_of_an_action_is_agreed_before_it_begins() -> None:
    late = action(
        started="2026-02-01", measures=[{"what": "A", "agreed": "2026-02-02"}, {"what": "B", "agreed": "2026-02"}]
    )
    assert [line.split()[1] for line in diagnostics_of("LIF502", {"actions/2026-a": late})] == ["measures[0].agreed:"]
