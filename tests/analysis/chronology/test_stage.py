from typing import Any

import pytest

from lif.analysis.chronology.stage import EMBEDDED, EVALUATED, PLANNED, REPORTED, UNDER_WAY, Life, Wait, life_of
from lif.analysis.impact.recommendation_state import RecommendationState, progress_of, progress_of_recommendations
from support.story import (
    TODAY,
    action,
    assessment,
    audit,
    decided,
    decision,
    evaluation,
    feedback,
    finding,
    partnership,
    recommendation,
    review,
    snapshot_of,
)

Fields = dict[str, Any]
SHOWN: Fields = {
    "target": {"target": "3 of 4", "set_on": "2025-01-10"},
    "baseline": {"met": 8, "of": 16, "date": "2024-06-01"},
    "follow_up": {"met": 14, "of": 16, "date": "2026-06-01", "by": "police"},
    "independent": "yes",
}
MEASURED: Fields = {
    "what": "Plans with the child's own words",
    "target": "3 of 4",
    "baseline": {"met": 8, "of": 16, "date": "2024-06-01"},
    "follow_up": {"met": 14, "of": 16, "date": "2026-06-01", "by": "police"},
}


def life(records: dict[str, Fields], record: str = "reviews/2026-a") -> Life:
    snapshot = snapshot_of(records)
    found = life_of(snapshot, snapshot.entries[record], TODAY)
    assert found is not None
    return found


def missing(found: Life) -> dict[str, str]:
    return {event.stage.value: event.what for event in found.missing}


def test_the_life_of_a_review_follows_from_its_dates_and_from_what_followed() -> None:
    whole = life(
        {
            "reviews/2026-a": review(
                None,
                life={"commissioned": "2026-01-10", "started": "2026-01-20", "published": "2026-03-01"},
                recommendations=[recommendation("pathway")],
            ),
            "findings/2026-a": finding("reviews/2026-a"),
            "decisions/2026-a": decision(about=["reviews/2026-a#pathway"]),
            "actions/2026-a": action("decisions/2026-a", outcome="achieved", done="2026-05-01", measures=[MEASURED]),
            "actions/2026-b": action("findings/2026-a", "reviews/2026-a#pathway"),
            "evaluations/2026-a": evaluation("actions/2026-b", date="2026-07-01", **SHOWN),
        }
    )
    assert whole.stage is EVALUATED
    assert [(event.stage.value, event.what, str(event.when), event.record) for event in whole.events] == [
        ("planned", "commissioned", "2026-01-10", "reviews/2026-a"),
        ("under way", "began", "2026-01-20", "reviews/2026-a"),
        ("reported", "published", "2026-03-01", "reviews/2026-a"),
        ("embedded", "its measure, taken again: Plans with the child's own words", "2026-06-01", "actions/2026-a"),
        ("embedded", "practice", "2026-07-01", "evaluations/2026-a"),
        ("evaluated", "evaluated: practice", "2026-07-01", "evaluations/2026-a"),
    ]
    assert whole.missing == ()
    assert [(wait.until, wait.least, wait.is_exact) for wait in whole.waits] == [
        (UNDER_WAY, 10, True),
        (REPORTED, 40, True),
        (EMBEDDED, 92, True),
        (EVALUATED, 30, True),
    ]


def test_a_date_known_in_part_gives_a_span_of_days_and_one_in_the_wrong_order_none() -> None:
    dates = {"commissioned": "2026-01", "started": "2026-02-20", "published": "2026-02-01"}
    assert life({"reviews/2026-a": review(None, life=dates)}).waits == (Wait(PLANNED, UNDER_WAY, 20, 50),)


def test_what_lies_ahead_has_not_happened() -> None:
    found = life({"reviews/2026-a": review(None, life={"started": "2026-09-01", "published": "2026-12-01"})})
    assert found.stage is UNDER_WAY
    assert not found.reached(REPORTED)


def test_without_a_date_nothing_is_known_and_all_is_missing() -> None:
    found = life({"reviews/2026-a": review(None)})
    assert (found.stage, found.events) == (None, ())
    assert list(missing(found)) == ["planned", "under way", "reported", "embedded", "evaluated"]
    assert missing(found)["planned"] == "the day it was planned: not recorded"


def test_what_is_missing_from_records_compiled_by_others_is_missing_from_their_sources() -> None:
    compiled = {"by": "Others", "own": False, "basis": "What was published", "complete": "No"}
    found = life({"reviews/2026-a": review(), "partnership": partnership(compiled=compiled)})
    assert missing(found)["evaluated"] == "an evaluation: not in the sources read"


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"independent": "no"}, "lacks a collector other than the owner of the action"),
        ({"baseline": {"date": "2024-06-01"}}, "lacks a baseline"),
        (
            {"follow_up": {"met": 11, "of": 16, "date": "2026-06-01"}},
            "is better, and that may be chance, and short of its target",
        ),
        ({"follow_up": {"met": 8, "of": 16, "date": "2024-06-01"}}, "lacks a target set beforehand"),
        (
            {"target": {"target": "More", "set_on": "2024-01-01"}, "follow_up": {"met": 8, "of": 16, "date": "2026"}},
            "is no better than its baseline",
        ),
        (
            {
                "baseline": {"met": 14, "of": 16, "record": "audits/2026-a"},
                "follow_up": {"met": 14, "of": 16, "date": "2026-06-01", "record": "audits/2026-a"},
            },
            "has its baseline as its follow-up",
        ),
    ],
)
def test_an_evaluation_that_shows_no_change_does_not_embed_and_says_why(changes: Fields, why: str) -> None:
    found = life(
        {
            "reviews/2026-a": review(),
            "audits/2026-a": audit(),
            "evaluations/2026-a": evaluation("reviews/2026-a", **{**SHOWN, **changes}),
        }
    )
    assert found.stage is EVALUATED
    assert missing(found) == {"embedded": f"evaluations/2026-a {why}"}


@pytest.mark.parametrize("level", ["1", "2"])
def test_evidence_of_reaction_or_learning_evaluates_and_does_not_embed(level: str) -> None:
    found = life({"reviews/2026-a": review(), "evaluations/2026-a": evaluation("reviews/2026-a", level=level)})
    assert found.stage is EVALUATED
    assert missing(found)["embedded"].startswith("evidence from practice, or for children and families")


def acted(**changes: Any) -> Life:
    measure = {**MEASURED, **changes.pop("measure", {})}
    fields = {"agreed": "2026-01-01", "done": "2026-05-01", "outcome": "achieved", "measures": [measure], **changes}
    return life({"actions/2026-a": action(**fields)}, "actions/2026-a")


def test_an_action_is_embedded_by_its_own_measure() -> None:
    assert acted().stage is EMBEDDED
    assert acted(outcome="partly", measure={"target": "More"}).stage is EMBEDDED


@pytest.mark.parametrize(
    "changes",
    [
        {"outcome": "cannot-tell"},
        {"measure": {"what": "Practitioners who attended the training"}},
        {"measure": {"target": "All of them"}},
        {"measure": {"baseline": {"date": "2024-06-01"}}},
        {"measure": {"follow_up": {"met": 14, "of": 16, "date": "2026-04-01"}}},
        {"measure": {"target": "More", "follow_up": {"met": 8, "of": 16, "date": "2026-06-01"}}},
    ],
)
def test_attendance_a_missed_target_or_a_look_too_early_does_not_embed(changes: Fields) -> None:
    assert acted(**changes).stage is REPORTED


def test_a_measure_that_was_not_taken_again_does_not_embed() -> None:
    only = {key: value for key, value in MEASURED.items() if key != "baseline"}
    records = {"actions/2026-a": action(done="2026-05-01", outcome="achieved", measures=[only])}
    assert life(records, "actions/2026-a").stage is REPORTED


@pytest.mark.parametrize(
    ("record", "fields", "stage"),
    [
        ("audits/2026-a", audit(None, life={"planned": "2026-01-01", "completed": "2026-05"}), UNDER_WAY),
        ("assessments/2026-a", assessment("2026-02-10"), UNDER_WAY),
        ("actions/2026-a", action(progress=[{"date": "2026-05-01", "said": "Begun"}]), UNDER_WAY),
        ("learning/2026-a", {"title": "L", "sharing": "public", "form": "briefing", "date": "2026-05-01"}, REPORTED),
    ],
)
def test_each_kind_has_a_life_of_its_own(record: str, fields: Fields, stage: object) -> None:
    assert life({record: fields}, record).stage is stage


@pytest.mark.parametrize(("kind", "stage"), [("rapid-review", REPORTED), ("thematic-review", PLANNED)])
def test_a_rapid_review_ends_in_the_decision_and_any_other_review_begins_with_one(kind: str, stage: object) -> None:
    records = {
        "reviews/2026-a": review(None, review_kind=kind),
        "decisions/2026-a": decided("reviews/2026-a", date="2026-05-01"),
    }
    found = life(records, "reviews/2026-a")
    assert found.stage is stage
    assert [(event.what, str(event.when), event.record) for event in found.events] == [
        ("decided on", "2026-05-01", "decisions/2026-a")
    ]
    unfilled = {**records, "decisions/2026-a": decided("reviews/2026-a", to_review="not-known")}
    assert life(unfilled, "reviews/2026-a").events == ()


def test_a_piece_of_learning_is_passed_on_and_neither_planned_nor_under_way() -> None:
    found = life({"learning/2026-a": {"title": "L", "sharing": "public", "form": "briefing"}}, "learning/2026-a")
    assert missing(found)["reported"] == "the day it was passed on: not recorded"
    assert list(missing(found)) == ["reported", "embedded", "evaluated"]


def test_an_action_is_said_to_be_done_and_learning_to_be_passed_on() -> None:
    done = {"actions/2026-a": action(done="2026-05-01"), "reviews/2026-a": review(), "audits/2026-a": audit(None)}
    assert [life(done, fields).word for fields in done] == ["done", "reported", ""]


def test_feedback_has_no_life() -> None:
    snapshot = snapshot_of({"feedback/2026-a": feedback()})
    assert life_of(snapshot, snapshot.entries["feedback/2026-a"], TODAY) is None


ASKED = {"reviews/2026-a": review(recommendations=[recommendation("form")])}
FORM = "reviews/2026-a#form"


@pytest.mark.parametrize(
    ("records", "state"),
    [
        ({}, RecommendationState.OPEN),
        ({"decisions/2026-a": decision(about=[FORM])}, RecommendationState.OPEN),
        ({"decisions/2026-a": decision(about=[FORM], accepts="yes")}, RecommendationState.ACCEPTED),
        (
            {
                "decisions/2026-a": decision(about=[FORM], accepts="yes", date="2026-04-01"),
                "decisions/2026-b": decision(about=[FORM], accepts="no", date="2026-05-01"),
            },
            RecommendationState.DECLINED,
        ),
        ({"actions/2026-a": action(FORM)}, RecommendationState.BEING_ACTED_ON),
        ({"actions/2026-a": action(FORM, done="2026-05-01")}, RecommendationState.DONE),
        (
            {"actions/2026-a": action(FORM, done="2026-05-01"), "actions/2026-b": action(FORM)},
            RecommendationState.BEING_ACTED_ON,
        ),
        (
            {"actions/2026-a": action(FORM, done="2026-05-01", outcome="achieved", measures=[MEASURED])},
            RecommendationState.EMBEDDED,
        ),
        ({"evaluations/2026-a": evaluation(FORM, **SHOWN)}, RecommendationState.EMBEDDED),
        ({"evaluations/2026-a": evaluation(FORM)}, RecommendationState.OPEN),
        (
            {
                "decisions/2026-a": decision(about=[FORM]),
                "actions/2026-a": action("decisions/2026-a", closed="2026-05-01"),
                "evaluations/2026-a": evaluation("actions/2026-a", **SHOWN),
            },
            RecommendationState.EMBEDDED,
        ),
    ],
)
def test_where_a_recommendation_stands_follows_from_decisions_actions_and_evidence(
    records: dict[str, Fields], state: RecommendationState
) -> None:
    assert progress_of(snapshot_of({**ASKED, **records}), FORM).state is state


def test_every_recommendation_of_a_record_is_told_with_what_answers_it() -> None:
    snapshot = snapshot_of({**ASKED, "decisions/2026-a": decision(about=[FORM]), "actions/2026-a": action(FORM)})
    (progress,) = progress_of_recommendations(snapshot, snapshot.entries["reviews/2026-a"])
    assert (progress.id, progress.decisions, progress.actions) == (FORM, ("decisions/2026-a",), ("actions/2026-a",))
    assert progress_of_recommendations(snapshot, snapshot.entries["actions/2026-a"]) == ()
