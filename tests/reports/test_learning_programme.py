from datetime import date
from typing import Any

from lif.model.period import Period
from lif.model.sharing import PARTNERSHIP
from lif.output.templates.render import render
from lif.reports.builders.learning_programme import ConditionGroup, LearningProgramme, build
from lif.reports.cited_sentence import Line
from lif.reports.request import Request
from support.asking import built
from support.story import audit, evaluation, finding, review, snapshot_of

Records = dict[str, dict[str, Any]]
TODAY = date(2026, 11, 22)


def _learning(**more: Any) -> dict[str, Any]:
    return {"title": "A briefing", "sharing": "public", "form": "briefing", **more}


STORY: Records = {
    "reviews/2025-a": review("2025-06-14"),
    "audits/2025-part": audit("2025-05-14", part_of="reviews/2025-a"),
    "audits/2025-left": audit("2025-07-14", title="An audit that waits"),
    "reviews/2025-empty": review("2025-08-14", title="A review without findings"),
    "reviews/2025-planned": review(None, life={"commissioned": "2025-09-01"}),
    "findings/2025-a": finding("reviews/2025-a", informs=[
        {"what": "procedure", "which": "How to tell", "done": "2025-09-01"}, {"what": "policy"},
        {"what": "commissioning", "which": "Nights"}, {"what": "priority", "done": "2025-10-01"},
    ], says="It came late"),
    "findings/2025-old": finding("reviews/2025-a", informs=[{"what": "policy"}], superseded_by="findings/2025-a"),
    "findings/2025-left": finding("audits/2025-left", "working-well"),
    "learning/2025-full": _learning(
        date="2025-09-04", from_records=["findings/2025-a"], messages=["Ask first"],
        audience=[{"agency": "council", "role": "Managers"}, {"agency": "police"}],
        received=[{"agency": "council", "role": "Managers", "number": 46}, {"agency": "police"}],
        what_they_did=[{"agency": "council", "what": "Talked", "date": "2025-10"}, {"what": "Read"}],
        conditions=[
            {"group": "learner", "condition": "It fits", "in_place": "yes", "how": "They asked"},
            {"group": "workplace", "condition": "Time", "in_place": "no"},
            {"group": "workplace", "condition": "Peers", "in_place": "not-known"},
        ],
    ),
    "learning/2025-bare": _learning(title="Bare", date="2025-11-01"),
    "learning/2024-before": _learning(title="Before", date="2024-05-01"),
    "learning/2026-ahead": _learning(title="Ahead", date="2027-01-10"),
    "learning/2026-undated": _learning(title="No day yet"),
    "learning/2026-undated-read": _learning(title="Read by some", received=[{"said": "Some"}]),
    "evaluations/2026-a": evaluation("learning/2025-full", date="2026-01-01", claim="They tell", independent="yes",
        baseline={"met": 3, "of": 20, "date": "2025-08-01"}, follow_up={"met": 18, "of": 20, "date": "2026-01-01"},
        target={"target": "15 of 20", "set_on": "2025-08-01"}),
}  # fmt: skip


def _programme(records: Records = STORY, year: str | None = None) -> LearningProgramme:
    return built(build, snapshot_of(records), Request(TODAY, Period.year(year) if year else None), PARTNERSHIP)


def _texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


def test_learning_without_a_day_is_planned_and_what_is_dated_later_is_not_known_yet() -> None:
    said = _programme()
    assert [piece.says.text for piece in said.planned] == ["No day yet"]
    assert [piece.says.text for piece in said.passed_on] == ["Before", "A briefing", "Bare", "Read by some"]
    assert (said.without_receivers, said.without_doing, said.without_conditions, said.not_evaluated) == (2, 3, 3, 3)


def test_a_year_holds_what_was_passed_on_in_it_and_what_may_still_be() -> None:
    said = _programme(year="2025-26")
    assert [piece.says.text for piece in said.planned] == ["No day yet"]
    assert [piece.says.text for piece in said.passed_on] == ["A briefing", "Bare"]
    assert said.head.period == "2025-26"
    assert _programme(year="2024-25").asked_of_policies == 0


def test_a_piece_says_from_what_to_whom_who_received_it_what_they_did_and_whether_it_reached_practice() -> None:
    piece = next(piece for piece in _programme().passed_on if piece.messages)
    assert piece.basis == (Line("A finding", "", ("findings/2025-a",)),)
    assert piece.meant_for == ("Managers, The council", "The police")
    assert piece.received == ("received by 46 (Managers of The council)", "received by The police")
    assert piece.did == ("The council: Talked (2025-10)", "Read")
    assert piece.conditions == (
        "Learner: It fits: in place (They asked)",
        "Workplace: Time: not in place",
        "Workplace: Peers: not known whether it was in place",
    )
    assert piece.evaluations[0].records == ("evaluations/2026-a",)
    assert piece.reached == "practice, 2026-01-01"


def test_conditions_are_counted_by_group_and_those_that_were_missing_are_named() -> None:
    said = _programme()
    assert said.groups == (
        ConditionGroup("learner", 1, 0, 0),
        ConditionGroup("design", 0, 0, 0),
        ConditionGroup("workplace", 0, 1, 1),
    )
    assert _texts(said.not_in_place) == [
        "Time (workplace; not in place)",
        "Peers (workplace; not known whether it was in place)",
    ]


def test_policies_and_procedures_owed_by_findings_stand_apart_from_those_that_were_changed() -> None:
    said = _programme()
    assert said.asked_of_policies == 2
    assert _texts(said.owed) == ["Policy: when it did: not recorded. The finding: It came late"]
    assert _texts(said.changed) == ["Procedure, How to tell: done 2025-09-01. The finding: It came late"]
    assert [text.partition(":")[0] for text in _texts(said.other_owed)] == ["Commissioning, Nights"]
    assert [text.partition(":")[0] for text in _texts(said.other_done)] == ["Priority"]


def test_what_was_reported_and_not_passed_on_waits_with_its_strengths_counted() -> None:
    assert _texts(_programme(year="2025-26").waiting) == [
        "A review without findings (findings: not recorded)",
        "An audit that waits (1 finding, 1 of them on what works, or could)",
    ]


def test_strengths_are_counted_only_where_there_are_some() -> None:
    records = {"reviews/2025-a": review("2025-06-14"), "findings/2025-a": finding("reviews/2025-a")}
    assert _texts(_programme(records, year="2025-26").waiting) == ["A review (1 finding)"]


def test_an_empty_programme_says_of_everything_that_it_is_not_recorded() -> None:
    text = render("learning-programme", _programme({}))
    assert "Learning planned: not recorded." in text
    assert "Learning passed on: not recorded." in text
    assert "Findings that are meant to change a policy or procedure: not recorded." in text
    assert "0 of 0 |\n| Reviews" not in text


def test_a_record_that_cannot_be_read_is_not_named_as_what_it_comes_from() -> None:
    records = {"learning/2025-a": _learning(date="2025-09-04", from_records=["reviews/not-there"])}
    snapshot = snapshot_of(records, may_be_broken=True)
    assert built(build, snapshot, Request(TODAY), PARTNERSHIP).passed_on[0].basis == ()
