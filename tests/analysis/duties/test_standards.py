from datetime import date
from typing import Any

from lif.analysis.deadlines.returns import ReturnState
from lif.analysis.duties.standards import THE_ARRANGEMENTS, CycleReading, read_cycle
from support.story import TODAY, Fields, assessment, finding, partnership, review, snapshot_of

SCALE = {
    "key": "ratings",
    "name": "Ratings",
    "grades": [{"key": "met", "label": "Met"}, {"key": "not", "label": "Not"}],
}
SET: dict[str, Any] = {
    "key": "standards",
    "name": "Organisational standards",
    "scale": "ratings",
    "standards": [
        {"key": "voice", "text": "Children are heard", "themes": ["child-voice"]},
        {"key": "supervision", "text": "Supervision is held"},
    ],
}
SERVICE = {
    "key": "service",
    "name": "The service",
    "roles": [{"role": "commissioned-service"}],
    "commissioned_by": "council",
}


def arrangements(**cycle: Any) -> dict[str, Any]:
    base = partnership()
    return {
        **base,
        "agencies": [*base["agencies"], SERVICE],
        "cycles": [{"key": "2026", "standards_set": "standards", "due": "2026-07-10", **cycle}],
        "scales": [SCALE],
        "standards_sets": [SET],
    }


def back(agency: str = "council", *ratings: Fields, **more: Any) -> dict[str, Any]:
    listed = {"ratings": list(ratings)} if ratings else {}
    return {**assessment("2026-07-01", agency=agency, standards_set="standards", **listed), **more}


def reading_of(records: dict[str, Fields], today: date = TODAY, **cycle: Any) -> CycleReading:
    reading = read_cycle(snapshot_of({"partnership": arrangements(**cycle), **records}), "2026", today)
    assert reading is not None
    return reading


def test_everybody_with_a_role_owes_a_return_and_it_is_said_whose_came() -> None:
    late = back("police", returned="2026-07-11")
    reading = reading_of({"assessments/2026-c": back(), "assessments/2026-p": late})
    assert [
        (agency_return.name, agency_return.state, agency_return.commissioned_by) for agency_return in reading.returns
    ] == [
        ("The council", ReturnState.CAME, ""),
        ("The police", ReturnState.CAME_LATE, ""),
        ("The service", ReturnState.LATE, "The council"),
    ]
    assert [agency_return.is_commissioned for agency_return in reading.returns] == [False, False, True]


def test_before_the_day_it_is_awaited_and_without_a_day_nobody_is_late() -> None:
    begun = {key: value for key, value in back().items() if key != "returned"}
    assert {agency_return.state for agency_return in reading_of({}, date(2026, 7, 10)).returns} == {ReturnState.AWAITED}
    assert (
        next(agency_return.state for agency_return in reading_of({"assessments/2026-c": begun}, due="2027").returns)
        is ReturnState.AWAITED
    )
    undated = snapshot_of({
        "partnership": arrangements() | {"cycles": [{"key": "2026"}]},
        "assessments/2026-c": begun,
    })  # fmt: skip
    reading = read_cycle(undated, "2026", TODAY)
    assert reading is not None
    assert [(agency_return.agency, agency_return.state) for agency_return in reading.returns] == [
        ("council", ReturnState.NOT_SAID)
    ]
    assert reading.rows != ()


def test_a_return_nobody_asked_for_stands_after_those_that_were() -> None:
    reading = reading_of({"assessments/2026-c": back()}, agencies=["police"])
    assert [agency_return.agency for agency_return in reading.returns] == ["police", "council"]


def test_the_arrangements_themselves_owe_no_return_and_stand_in_the_matrix() -> None:
    itself = {key: value for key, value in back("x", {"standard": "voice", "own": "met"}).items() if key != "agency"}
    challenge = {"peer_challenge": [{"by": ["police"], "date": "2026-08", "asked": "How?", "outcome": "A look"}]}
    reading = reading_of({"assessments/2026-a": {**itself, "of_partnership": True, **challenge}})
    assert reading.returns == ()
    assert [cell.name for cell in reading.rows[0].cells] == [THE_ARRANGEMENTS]
    assert [(question.agency, question.by, question.outcome) for question in reading.questioned] == [
        (THE_ARRANGEMENTS, ("The police",), "A look")
    ]


def test_agencies_stand_side_by_side_standard_by_standard() -> None:
    moderated = {"standard": "voice", "own": "met", "moderated": "not", "moderated_because": "Ten of fourteen plans"}
    reading = reading_of({
        "assessments/2026-c": back("council", {"standard": "supervision", "own": "met"}, moderated),
        "assessments/2026-p": back("police", {"standard": "voice", "own": "not", "evidence": "A form"}),
    })  # fmt: skip
    voice, supervision = reading.rows
    assert [(cell.name, cell.own, cell.stands, cell.evidence) for cell in voice.cells] == [
        ("The council", "met", "not", ""),
        ("The police", "not", "not", "A form"),
    ]
    assert [cell.agency for cell in supervision.cells] == ["council"]
    assert reading.standards == "Organisational standards"


def survey(agreed: int, answered: int = 40) -> dict[str, Any]:
    practitioners = {"standard": "voice", "asked": "Are they?", "agreed": agreed, "answered": answered}
    return {"practitioner_survey": [practitioners]}


def test_practitioners_stand_beside_their_agencys_own_rating_in_counts() -> None:
    rating = {"standard": "voice", "own": "met"}
    apart = reading_of({"assessments/2026-c": back("council", rating, **survey(12))}).rows[0].cells[0]
    assert [answer.said for answer in apart.heard] == ["12 of 40 practitioners agreed"]
    assert apart.apart == "the agency rates itself met; 12 of 40 practitioners agreed: the two point apart"
    assert reading_of({"assessments/2026-c": back("council", rating, **survey(30))}).rows[0].cells[0].apart == ""
    half = reading_of({"assessments/2026-c": back("council", rating, **survey(21))}).rows[0].cells[0]
    assert half.apart.startswith("the agency rates itself met; 21 of 40"), "met, and 61 of 118"
    assert reading_of({"assessments/2026-c": back("council", rating, **survey(0, 0))}).rows[0].cells[0].apart == ""
    assert (
        reading_of({"assessments/2026-c": back("council", {"standard": "voice"}, **survey(1))}).rows[0].cells[0].apart
        == ""
    )


def test_what_became_of_it_since_the_last_cycle_is_said() -> None:
    def cell(before: Fields, now: Fields) -> str:
        last = back("council", {"standard": "voice", **before}, returned="2024-07-01")
        mine = back("council", {"standard": "voice", **now}, follows="assessments/2024-c")
        cells = reading_of({"assessments/2024-c": last, "assessments/2026-c": mine}).rows[0].cells
        return next(rated.since_last for rated in cells if rated.record == "assessments/2026-c")

    assert cell({"own": "met", "moderated": "not"}, {"own": "met"}) == "was not, now met"
    assert cell({"own": "met"}, {"own": "met"}) == "as last time"
    assert cell({}, {"own": "met"}) == ""
    carried = {"own": "met", "carried_from": "assessments/2024-c"}
    assert cell({"own": "met"}, carried) == "carried over from the last cycle, not yet re-judged"


def test_other_evidence_on_the_themes_of_a_standard_stands_beside_it_newest_first() -> None:
    records: dict[str, Fields] = {
        "assessments/2026-c": back("council", {"standard": "voice", "own": "met"}),
        "reviews/2026-a": review("2026-03-05"),
        "findings/old": finding("reviews/2026-a", theme="child-voice", date="2024-07-09"),
        "findings/first": finding("reviews/2026-a", theme="child-voice", date="2025-01-09"),
        "findings/second": finding("reviews/2026-a", "working-well", theme="child-voice"),
        "findings/same-again": finding("reviews/2026-a", theme="child-voice", derived_from="findings/second"),
        "findings/own": finding("assessments/2026-c", theme="child-voice"),
        "findings/other": finding("reviews/2026-a", theme="supervision"),
        "findings/undated": finding("contributions/2026-c", theme="child-voice"),
        "contributions/2026-c": {"title": "A", "sharing": "public", "agency": "council", "year": "2025-26"},
    }
    beside = reading_of(records).rows[0].beside
    assert [beside_it.record for beside_it in beside] == ["findings/second", "findings/first"]
    assert [beside_it.direction for beside_it in beside[:2]] == ["working well", "needs to improve"]
    assert reading_of(records).rows[1].beside == ()


def test_a_cycle_nobody_listed_has_no_reading() -> None:
    assert read_cycle(snapshot_of({}), "2031", TODAY) is None


def test_ratings_in_a_set_that_is_not_known_are_told_as_they_were_written() -> None:
    odd = back("council", {"standard": "voice", "own": "fair"})
    del odd["standards_set"]
    snapshot = snapshot_of({"assessments/2026-c": odd})
    reading = read_cycle(snapshot, "2026", TODAY)
    assert reading is not None
    assert reading.rows == ()
    assert reading.standards == ""
