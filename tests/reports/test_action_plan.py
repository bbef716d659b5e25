from datetime import date
from typing import Any

from lif.model.sharing import PARTNERSHIP
from lif.reports.builders.actions import ACTIONS, ActionPlan
from lif.reports.builders.agency import AGENCY, AgencyReport
from lif.reports.request import Request
from support.asking import built
from support.story import action, assessment, audit, finding, partnership, recommendation, review, snapshot_of

TODAY = date(2026, 10, 1)
Records = dict[str, dict[str, Any]]


def _plan(records: Records, agency: str = "") -> ActionPlan:
    said = built(ACTIONS.build, snapshot_of(records), Request(TODAY, agency=agency), PARTNERSHIP)
    assert isinstance(said, ActionPlan)
    return said


def _report_for(records: Records, agency: str = "police") -> AgencyReport:
    said = built(AGENCY.build, snapshot_of(records), Request(TODAY, about=agency), PARTNERSHIP)
    assert isinstance(said, AgencyReport)
    return said


def _mine(agency: str, **more: Any) -> dict[str, Any]:
    return action(owner={"agency": agency}, **more)


def test_the_plan_stands_agency_by_agency_and_state_by_state_and_apart_what_several_do_together() -> None:
    records = {
        "actions/2026-a": _mine("police", due="2026-09-01"),
        "actions/2026-b": _mine("police", closed="2026-02-01"),
        "actions/2026-c": _mine("council", done="2026-02-01"),
        "actions/2026-d": _mine("council", joint_with=["police"]),
        "actions/2026-e": action(due="2027-01-01"),
    }
    said = _plan(records)
    assert [
        (agency.name, [(group.state, len(group.actions)) for group in agency.groups]) for agency in said.single
    ] == [
        ("The council", [("done", 1)]),
        ("The police", [("overdue", 1), ("closed", 1)]),
        ("", [("under way", 1)]),
    ]
    (joint,) = said.joint
    assert [row.who for row in joint.actions] == ["The council, together with The police"]
    assert said.head.title == "Action plan"
    police = _plan(records, "police")
    assert (police.head.title, police.progress.text) == (
        "Action plan, The police",
        "1 of 3 actions is done; of these, none show that anything changed.",
    )
    assert [agency.name for agency in police.single] == ["The police"]
    assert len(police.joint) == 1
    assert _plan({}).chart is None


def test_an_action_says_why_by_when_how_often_moved_and_how_strong_its_kind_is() -> None:
    reading = {"met": 8, "of": 16}
    moves = [
        {"since": "2026-01-01", "to": "2026-03-01", "reason": "Two schools joined later"},
        {"since": "2026-03-01", "to": "2026-12-01"},
    ]
    whole = _mine(
        "police",
        title="Ask first",
        answers=["reviews/2026-a#ask", "findings/2026-a"],
        due="2026-12-01",
        moved=moves,
        action_kind="training",
        measures=[{"what": "Plans seen", "target": "12 of 16", "baseline": reading}, {"what": "What children say"}],
        outcome="cannot-tell",
        outcome_because="Nobody counted",
    )
    once = _mine("police", moved=moves[:1], outcome="partly")
    said = _plan(
        {
            "reviews/2026-a": review(recommendations=[recommendation("ask", "Ask the child first")]),
            "findings/2026-a": finding("reviews/2026-a", title="Nobody asked"),
            "actions/2026-a": whole,
            "actions/2026-b": once,
        }
    )
    shared, other = said.single[0].groups[0].actions
    assert [(why.text, why.records) for why in shared.why] == [
        ("Ask the child first", ("reviews/2026-a#ask",)),
        ("Nobody asked", ("findings/2026-a",)),
    ]
    assert shared.moved == "moved 2 times, from 2026-01-01 and 2026-03-01: Two schools joined later; 1 without a reason"
    assert other.moved == "moved once, from 2026-01-01: Two schools joined later"
    assert (shared.strength, other.strength) == ("weaker (training)", "kind not recorded")
    assert [line.text for line in shared.measures] == [
        "Plans seen; good enough: 12 of 16; before 8 of 16",
        "What children say",
    ]
    assert (shared.outcome, other.outcome) == (
        "cannot tell, because Nobody counted",
        "recorded as partly achieved; what shows a change: not recorded",
    )


def test_what_an_action_answers_and_cannot_be_read_is_named_by_its_id() -> None:
    snapshot = snapshot_of(
        {"findings/2026-a": {"title": "Broken"}, "actions/2026-a": _mine("police", answers=["findings/2026-a"])},
        may_be_broken=True,
    )
    said = built(ACTIONS.build, snapshot, Request(TODAY))
    assert [why.text for why in said.single[0].groups[0].actions[0].why] == ["findings/2026-a"]


def test_where_others_compiled_the_records_nothing_is_overdue() -> None:
    compiled = {"by": "Others", "own": False, "basis": "public pages", "complete": "No"}
    records = {
        "partnership": partnership(compiled=compiled),
        "actions/2026-a": _mine("police", due="2026-09-01"),
        "actions/2026-b": _mine("police"),
    }
    said = _plan(records)
    assert [group.state for group in said.single[0].groups] == [
        "past its day, not known to be done",
        "not known to be done",
    ]
    assert said.chart is not None
    assert "overdue" not in said.chart.says
    assert said.progress.text == "0 of 2 actions are known to be done."


def test_of_an_agency_its_strengths_come_first_and_what_took_the_place_of_a_finding_counts() -> None:
    said = _report_for(
        {
            "audits/2026-a": audit(),
            "findings/2026-a": finding("audits/2026-a", "working-well", agencies=["police"], says="It works"),
            "findings/2026-b": finding("audits/2026-a", "gap", agencies=["police"], date="2026-01-01"),
            "findings/2026-c": finding("audits/2026-a", "gap", agencies=["police"], superseded_by="findings/2026-b"),
            "findings/2026-d": finding("audits/2026-a", "gap", agencies=["council"]),
        }
    )
    assert [line.text for line in said.strengths] == ["It works"]
    assert [line.records for line in said.concerns] == [("findings/2026-b",)]


def test_what_is_asked_of_an_agency_stands_with_what_became_of_it() -> None:
    said = _report_for(
        {
            "reviews/2026-a": review(
                recommendations=[
                    recommendation("ask", to=["police"], made="2026-03-01", due="2026-12-01"),
                    recommendation("tell", "Tell them", to=["council"]),
                ]
            ),
            "actions/2026-a": _mine("police", answers=["reviews/2026-a#ask"]),
        }
    )
    assert [(line.text, line.when, line.records) for line in said.asked] == [
        ("Do this (being acted on; by 2026-12-01)", "2026-03-01", ("reviews/2026-a#ask", "actions/2026-a"))
    ]
    assert [group.state for group in said.actions] == ["under way"]


def test_what_an_agency_owes_and_what_came() -> None:
    cycles = [
        {"key": "2025", "asked": "2025-01-05", "due": "2025-03-01"},
        {"key": "2026", "asked": "2026-01-05", "due": "2026-12-01"},
        {"key": "2027", "asked": "2026-09-01", "due": "2027-03-01"},
    ]
    contribution = {"title": "For the year", "sharing": "public", "agency": "police", "year": "2025-26"}
    records = {
        "partnership": partnership(cycles=cycles),
        "assessments/2026-a": assessment("2026-02-10", agency="police"),
        "assessments/2027-a": {"title": "Ours", "sharing": "public", "cycle": "2027", "agency": "police"},
        "contributions/2026-a": {**contribution, "due": "2026-06-01"},
        "contributions/2026-b": {**contribution, "year": "2024-25", "received": "2025-06-01"},
    }
    said = _report_for(records)
    assert [(line.text, line.records) for line in said.owed] == [
        ("A return of its standards: due 2025-03-01, late (no record of it yet)", ("partnership",)),
        ("A return of its standards: due 2027-03-01, awaited (Ours)", ("assessments/2027-a",)),
        (
            "Contribution to the yearly report 2025-26: For the year; due 2026-06-01; The police",
            ("contributions/2026-a",),
        ),
    ]
    assert [line.records for line in said.sent] == [("assessments/2026-a",), ("contributions/2026-b",)]
    secret = snapshot_of(
        {**records, "assessments/2025-a": assessment(agency="police", cycle="2025", sharing="restricted")}
    )
    narrow = built(AGENCY.build, secret, Request(TODAY, about="police"), PARTNERSHIP)
    assert [line.records[0] for line in narrow.owed] == ["assessments/2027-a", "contributions/2026-a"]


def test_what_an_agency_was_told_and_what_it_did_with_it() -> None:
    said = _report_for(
        {
            "learning/2026-a": {
                "title": "A briefing", "sharing": "public", "form": "briefing", "date": "2026-05-01",
                "audience": [{"agency": "police"}],
                "received": [
                    {"agency": "police", "role": "sergeants", "number": 12, "said": "at muster", "date": "2026-05-02"},
                    {"agency": "police"}, {"agency": "council"},
                ],
                "what_they_did": [{"agency": "police", "what": "Used it"}, {"agency": "council", "what": "Read it"}],
            },
            "challenges/2026-a": {"title": "To", "sharing": "partnership", "to": ["police"], "by": "council"},
            "challenges/2026-b": {"title": "By", "sharing": "partnership", "to": ["council"], "by": "police"},
            "flags/2026-a": {
                "title": "F", "sharing": "partnership", "flag_kind": "risk", "to": ["council"], "partners": ["police"]
            },
        }
    )  # fmt: skip
    assert [line.text for line in said.meant_for] == ["A briefing"]
    assert [line.text for line in said.received] == ["A briefing: 12 sergeants; at muster", "A briefing"]
    assert [line.text for line in said.did] == ["A briefing: Used it"]
    assert [line.text for line in said.challenged] == ["To: The council to The police"]
    assert [line.text for line in said.challenges] == ["By: The police to The council"]
    assert len(said.flags) == 1
