from collections.abc import Mapping
from typing import Any

import pytest

from lif.analysis.duties.principles import (
    PRINCIPLES,
    ActivityPrinciples,
    HowFarShown,
    PrincipleCheck,
    activities,
    check_principles,
)
from support.story import Fields, action, audit, evaluation, feedback, finding, recommendation, review, snapshot_of

ASKED = "reviews/2026-asked"
MET, PARTLY, NOT_SHOWN = HowFarShown


def _review(**fields: Any) -> dict[str, Any]:
    return review(None, **fields)


def _all(fields: Fields, story: Mapping[str, Fields]) -> dict[str, PrincipleCheck]:
    snapshot = snapshot_of({ASKED: fields, "reviews/2026-another": review(), **story})
    entry = next(entry for entry in activities(snapshot) if entry.id == ASKED)
    return {check.principle: check for check in check_principles(snapshot, entry).held}


def _held(
    principle: str, fields: Fields, story: Mapping[str, Fields] | None = None
) -> tuple[HowFarShown, tuple[str, ...]]:
    """How far the review shows the principle, and by what."""
    found = _all(fields, story or {})[principle]
    return found.shows, found.by


def test_every_activity_is_held_against_all_eight_and_an_empty_record_shows_none() -> None:
    held = _all(_review(), {})
    assert list(held) == list(PRINCIPLES)
    assert all(check == PrincipleCheck(check.principle, NOT_SHOWN, ()) for check in held.values())


def test_reviews_and_audits_stand_in_order_of_id_and_a_national_review_is_not_the_partnership_s_own() -> None:
    snapshot = snapshot_of(
        {
            "reviews/2026-b": review(),
            "audits/2026-c": audit(),
            "reviews/2021-n": review(review_kind="national-review", elsewhere={"whose": "national"}),
            "audits/2021-o": audit(elsewhere={"whose": "another-partnership", "name": "Northshire"}),
            "findings/2026-a": finding("reviews/2026-b"),
        }
    )
    assert [entry.id for entry in activities(snapshot)] == ["audits/2026-c", "reviews/2026-b"]
    found = check_principles(snapshot, activities(snapshot)[0])
    assert isinstance(found, ActivityPrinciples)
    assert (found.id, found.title) == ("audits/2026-c", "An audit")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"question": "Why?"}, (PARTLY, (f"{ASKED}: question",))),
        ({"systemic_factors": ["Two systems"]}, (PARTLY, (f"{ASKED}: systemic_factors",))),
        (
            {"question": "Why?", "systemic_factors": ["Two systems"]},
            (MET, (f"{ASKED}: question", f"{ASKED}: systemic_factors")),
        ),
    ],
)
def test_it_makes_sense_of_the_system_with_a_question_and_factors_in_the_system(
    fields: dict[str, Any], expected: tuple[HowFarShown, tuple[str, ...]]
) -> None:
    assert _held("P1", _review(**fields)) == expected


@pytest.mark.parametrize(
    ("intended", "started", "shows"),
    [
        ({}, "2025-03-01", NOT_SHOWN),
        ({"measure": "Cases"}, "2025-03-01", PARTLY),
        ({"agreed": "2025-01-01"}, "2025-03-01", NOT_SHOWN),
        ({"measure": "Cases", "agreed": "2025-01-01"}, "2025-03-01", MET),
        ({"measure": "Cases", "agreed": "2025-03-01"}, "2025-03-01", MET),
        ({"measure": "Cases", "agreed": "2025-03-02"}, "2025-03-01", PARTLY),
        ({"measure": "Cases", "agreed": "2025-03-02"}, None, MET),
        ({"measure": "Cases", "agreed": "2025"}, "2025-03-01", MET),
    ],
)
def test_it_is_designed_when_measures_were_agreed_no_later_than_it_began(
    intended: dict[str, str], started: str | None, shows: HowFarShown
) -> None:
    life = {"life": {"started": started}} if started else {}
    found, by = _held("P2", _review(intended=[{"key": "seen", "outcome": "Children are seen", **intended}], **life))
    assert found is shows
    assert by[:1] == ((f"{ASKED}: intended, seen",) if shows is not NOT_SHOWN else ())
    assert by[1:] == ((f"{ASKED}: intended, seen, agreed",) if shows is MET else ())


def test_one_outcome_agreed_in_time_among_several_is_enough_and_each_is_named() -> None:
    intended = [
        {"key": "seen", "outcome": "Seen", "measure": "Cases"},
        {"key": "heard", "outcome": "Heard", "measure": "Cases", "agreed": "2025-01-01"},
    ]
    assert _held("P2", _review(intended=intended)) == (
        MET,
        (f"{ASKED}: intended, seen", f"{ASKED}: intended, heard", f"{ASKED}: intended, heard, agreed"),
    )


TWO = [{"agency": "council"}, {"agency": "police"}]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"took_part": TWO}, (MET, (f"{ASKED}: took_part",))),
        ({"took_part": TWO[:1]}, (PARTLY, (f"{ASKED}: took_part",))),
        ({"took_part": [*TWO[:1], {"agency": "council", "how": "Again"}]}, (PARTLY, (f"{ASKED}: took_part",))),
        ({"shared_with_group": "2026-01"}, (MET, (f"{ASKED}: shared_with_group",))),
        (
            {"took_part": TWO[:1], "shared_with_group": "2026-01"},
            (MET, (f"{ASKED}: shared_with_group", f"{ASKED}: took_part")),
        ),
        (
            {"took_part": TWO, "not_taking_part": [{"agency": "police"}]},
            (MET, (f"{ASKED}: took_part", f"{ASKED}: not_taking_part")),
        ),
        ({"not_taking_part": [{"agency": "police"}]}, (NOT_SHOWN, ())),
    ],
)
def test_partners_take_part_when_two_did_or_one_agency_s_work_was_shared(
    fields: dict[str, Any], expected: tuple[HowFarShown, tuple[str, ...]]
) -> None:
    assert _held("P3", _review(**fields)) == expected


@pytest.mark.parametrize(
    ("directions", "shows"),
    [
        (("working-well", "needs-to-improve"), MET),
        (("has-potential", "gap"), MET),
        (("mixed",), MET),
        (("working-well", "has-potential"), PARTLY),
        (("needs-to-improve", "gap"), PARTLY),
        (("descriptive",), NOT_SHOWN),
    ],
)
def test_both_sides_are_seen_when_it_found_what_works_and_what_does_not(
    directions: tuple[str, ...], shows: HowFarShown
) -> None:
    found = {f"findings/2026-{place}": finding(ASKED, direction) for place, direction in enumerate(directions)}
    found["findings/2026-z"] = finding("reviews/2026-another", "working-well")
    found["findings/2026-y"] = finding("reviews/2026-another", "gap")
    expected = tuple(f"findings/2026-{place}" for place in range(len(directions))) if shows is not NOT_SHOWN else ()
    assert _held("P4", _review(), found) == (shows, expected)


def test_challenge_is_shown_by_challenges_about_it_or_its_findings_and_met_by_what_changed() -> None:
    def challenge(*about: str, **more: str) -> dict[str, Any]:
        return {"title": "A challenge", "sharing": "partnership", "about_records": list(about), **more}

    own = {"findings/2026-a": finding(ASKED), "findings/2026-b": finding("reviews/2026-another")}
    elsewhere = challenge("findings/2026-b", outcome="It was changed")
    assert _held("P5", _review(), {"challenges/2026-x": elsewhere, **own})[0] is NOT_SHOWN
    asked = challenge(ASKED)
    assert _held("P5", _review(), {"challenges/2026-x": asked, **own}) == (PARTLY, ("challenges/2026-x",))
    changed = challenge("findings/2026-a", outcome="It was changed")
    assert _held("P5", _review(), {"challenges/2026-x": asked, "challenges/2026-y": changed, **own}) == (
        MET,
        ("challenges/2026-x", "challenges/2026-y", "challenges/2026-y: outcome"),
    )


def test_it_is_made_sense_of_together_when_practitioners_helped_and_the_result_was_taken_back() -> None:
    text, shared = f"{ASKED}: practitioners", f"{ASKED}: shared_with_group"
    staff = {"feedback/2026-a": feedback("practitioners", about=[ASKED])}
    assert _held("P6", _review(practitioners="They met", shared_with_group="2026-01")) == (MET, (text, shared))
    assert _held("P6", _review(practitioners="They met"), staff) == (MET, (text, "feedback/2026-a"))
    assert _held("P6", _review(shared_with_group="2026-01"), staff) == (MET, ("feedback/2026-a", shared))


def test_it_is_not_made_sense_of_together_by_a_chapter_or_by_agencies_that_took_part() -> None:
    chapter = {"practitioners": "A chapter gives the perspective of practitioners"}
    partly = (PARTLY, (f"{ASKED}: practitioners",))
    assert _held("P6", _review(**chapter)) == partly
    assert _held("P6", _review(took_part=TWO, **chapter)) == partly
    assert _held("P6", _review(), {"feedback/2026-a": feedback("practitioners", about=[ASKED])})[0] is PARTLY
    assert _held("P6", _review(shared_with_group="2026-01"))[0] is PARTLY
    assert _held("P6", _review(families="They met twice", took_part=TWO)) == (NOT_SHOWN, ())
    assert _held("P6", _review(), {"feedback/2026-a": feedback("children", about=[ASKED])}) == (NOT_SHOWN, ())


EXPLAINED = {"mechanism": "One form", "context": "Small teams"}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, (PARTLY, ("evaluations/2026-a",))),
        ({"mechanism": "One form"}, (PARTLY, ("evaluations/2026-a",))),
        ({"context": "Small teams"}, (PARTLY, ("evaluations/2026-a",))),
        (EXPLAINED, (MET, ("evaluations/2026-a", "evaluations/2026-a: mechanism, context"))),
    ],
)
def test_it_is_evaluated_in_full_when_why_and_in_what_context_is_told(
    fields: dict[str, str], expected: tuple[HowFarShown, tuple[str, ...]]
) -> None:
    assert _held("P7", _review(), {"evaluations/2026-a": evaluation(ASKED, **fields)}) == expected


@pytest.mark.parametrize(
    "of",
    [
        ASKED,
        f"{ASKED}#inform",
        "actions/2026-of-recommendation",
        "actions/2026-of-finding",
        "learning/2026-of-review",
        "learning/2026-of-action",
    ],
)
def test_what_followed_from_it_is_its_evaluation_too(of: str) -> None:
    learning = {"title": "A briefing", "sharing": "public", "form": "briefing"}
    story = {
        "findings/2026-a": finding(ASKED),
        "actions/2026-of-recommendation": action(f"{ASKED}#inform"),
        "actions/2026-of-finding": action("findings/2026-a"),
        "learning/2026-of-review": {**learning, "from_records": [ASKED]},
        "learning/2026-of-action": {**learning, "from_records": ["actions/2026-of-finding"]},
        "evaluations/2026-a": evaluation(of),
    }
    found = _all(_review(recommendations=[recommendation("inform")]), story)["P7"]
    assert (found.shows, found.by) == (PARTLY, ("evaluations/2026-a",))


def test_an_evaluation_of_another_s_work_is_not_its_own() -> None:
    story = {
        "findings/2026-b": finding("reviews/2026-another"),
        "actions/2026-b": action("findings/2026-b"),
        "learning/2026-b": {
            "title": "A briefing",
            "sharing": "public",
            "form": "briefing",
            "from_records": ["actions/2026-b"],
        },
        "evaluations/2026-b": evaluation("actions/2026-b", "learning/2026-b", **EXPLAINED),
    }
    assert _held("P7", _review(), story) == (NOT_SHOWN, ())


def test_practice_and_families_are_heard_in_their_own_feedback_or_in_the_record() -> None:
    staff, children = feedback("practitioners", about=[ASKED]), feedback("children", about=[ASKED])
    families = (PARTLY, (f"{ASKED}: families",))
    assert _held("P8", _review(families="They were asked")) == families
    assert _held("P8", _review(practitioners="They met")) == (PARTLY, (f"{ASKED}: practitioners",))
    assert _held("P8", _review(families="They were asked"), {"feedback/2026-a": feedback("children")}) == families
    both = {"feedback/2026-a": staff, "feedback/2026-b": children}
    told_in = _review(practitioners="They met", families="They were asked")
    assert _held("P8", told_in) == (MET, (f"{ASKED}: practitioners", f"{ASKED}: families"))
    assert _held("P8", told_in, both) == (MET, ("feedback/2026-a", "feedback/2026-b"))
    assert _held("P8", _review(), {"feedback/2026-a": staff}) == (PARTLY, ("feedback/2026-a",))
    assert _held("P8", _review(), {"feedback/2026-b": children}) == (PARTLY, ("feedback/2026-b",))


def test_an_audit_is_held_against_them_by_its_own_dates() -> None:
    intended = [{"key": "seen", "outcome": "Seen", "measure": "Cases", "agreed": "2026-02-01"}]
    snapshot = snapshot_of({"audits/2026-a": audit(None, intended=intended, life={"started": "2026-01-01"})})
    (entry,) = activities(snapshot)
    assert {check.principle: check.shows for check in check_principles(snapshot, entry).held}["P2"] is PARTLY
