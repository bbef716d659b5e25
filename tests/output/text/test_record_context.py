from typing import Any

from lif.output.text.record_context import context_of, context_text
from support.story import TODAY, Fields, assessment, audit, finding, partnership, review, snapshot_of

STANDARDS = [{"key": "voice", "text": "Children are heard", "themes": ["early-help"]}, {"key": "late", "text": "X"}]
WHOLE = partnership(
    cycles=[{"key": "2026", "standards_set": "standards", "due": "2026-07-10"}],
    scales=[{"key": "s", "name": "S", "grades": [{"key": "met", "label": "Met"}, {"key": "not", "label": "Not"}]}],
    standards_sets=[{"key": "standards", "name": "Standards", "scale": "s", "standards": STANDARDS}],
    escalation=[{"stage": "1", "formal": False}, {"stage": "2", "formal": False}],
)


def context_lines(record_id: str, records: dict[str, Fields]) -> list[str]:
    snapshot = snapshot_of({"partnership": WHOLE, **records})
    text = context_text(context_of(snapshot, snapshot.entries[record_id], TODAY), record_id)
    return text.strip().splitlines()


def rating(**more: Any) -> list[dict[str, Any]]:
    return [{"standard": "voice", "own": "met", **more}]


def test_a_return_stands_beside_practitioners_other_agencies_and_other_evidence() -> None:
    survey = [{"standard": "voice", "asked": "Are they?", "agreed": 12, "answered": 40}]
    moderated = {"evidence": "A form", "moderated": "not", "moderated_because": "Ten of fourteen"}
    records: dict[str, Fields] = {
        "assessments/2026-c": assessment(agency="council", standards_set="standards", ratings=rating(**moderated))
        | {"practitioner_survey": survey},
        "assessments/2026-p": assessment("2026-08-01", agency="police", standards_set="standards", ratings=rating()),
        "reviews/r": review(),
        **{f"findings/{letter}": finding("reviews/r", title=f"Finding {letter}") for letter in "abcde"},
    }
    assert context_lines("assessments/2026-c", records) == [
        "in cycle 2026, standard by standard",
        "  voice: own met · moderated not (Ten of fourteen)",
        '    12 of 40 practitioners agreed: "Are they?"',
        "    the agency rates itself met; 12 of 40 practitioners agreed: the two point apart",
        "    beside it: The police met",
        "    2026-03-05 needs to improve: Finding a",
        "    2026-03-05 needs to improve: Finding b",
        "    2026-03-05 needs to improve: Finding c",
        "    and 2 more findings on its themes",
        "",
        "returns in cycle 2026",
        "  The council: came 2026-02-10; due 2026-07-10",
        "  The police: came late 2026-08-01; due 2026-07-10",
    ]
    assert "  voice: own met, no evidence given · not moderated" in context_lines("assessments/2026-p", records)


def test_an_audit_shows_why_it_stands_where_it_does() -> None:
    need = {"title": "A need", "sharing": "public", "order": 1}
    base: dict[str, Any] = {"programme_year": "2026-27", "themes": ["early-help"]}
    records: dict[str, Fields] = {
        "needs/n": need,
        "audits/a": audit(None, **base, programme_order=1, programme_because="Asked for by inspectors"),
        "audits/b": audit(None, **base, programme_order=2, answers=["needs/n"]),
        "audits/c": audit(None, **base),
    }
    assert context_lines("audits/a", records) == [
        "in the programme of 2026-27, in place 1 of 3: Asked for by inspectors",
        "  no earlier look at Early Help is recorded",
    ]
    assert (
        context_lines("audits/b", records)[-1] == "  what is recorded would put it in place 1; the group's order stands"
    )
    assert context_lines("audits/c", records)[0] == (
        "in the programme of 2026-27, without a place among 3, no reason recorded"
    )
    assert context_lines("audits/d", {"audits/d": audit()}) == []


def challenge(**more: Any) -> dict[str, Any]:
    return {"title": "A challenge", "sharing": "public", "by": "police", "to": ["council"], **more}


def test_a_challenge_shows_its_stages_and_what_is_still_owed() -> None:
    stages = [{"stage": "1", "date": "2026-09-02"}, {"stage": "2", "date": "2026-09"}]
    fields = challenge(raised="2026-09-01", stages=stages, answer_due="2026-09-10", asks_for_information=True)
    assert context_lines("challenges/a", {"challenges/a": fields}) == [
        "not answered, 30 days after it was raised; due 2026-09-10",
        "  stage 1 (informal): 2026-09-02, 1 day later",
        "  stage 2 (informal): 2026-09",
        "  the information asked for has not been given",
    ]
    assert context_lines("challenges/a", {"challenges/a": challenge(answered="2026-09-10")}) == ["answered 2026-09-10"]
    assert context_lines("challenges/a", {"challenges/a": challenge(closed="2026-09-10")}) == ["closed"]


def test_a_flag_shows_whom_it_reached() -> None:
    fields: dict[str, Any] = {"title": "A flag", "sharing": "public", "flag_kind": "risk", "raised": "2026-09-01"}
    heard = {"acknowledged": [{"agency": "police", "date": "2026-09-02"}]}
    assert context_lines("flags/a", {"flags/a": {**fields, "to": ["police"], "partners": ["council"], **heard}}) == [
        "who it reached",
        "  The police: 2026-09-02, 1 day after it was raised, in time",
        "  The council (as a safeguarding partner): not acknowledged, due 2026-09-08, 17 working days over",
        "  not answered, 30 days, due 2026-09-29, 2 working days over",
        "  no report of it to the partnership's executive group is recorded",
    ]
    unknown = {"title": "A flag", "sharing": "public", "flag_kind": "risk", "to": ["police"], **heard}
    assert context_lines(
        "flags/a", {"flags/a": {**unknown, "answered": "2026-09", "reported_to_executive": "2026-10"}}
    ) == [
        "who it reached",
        "  The police: 2026-09-02",
        "  answered 2026-09",
        "  the partnership's executive group heard of it 2026-10",
    ]


def test_other_kinds_stand_for_themselves() -> None:
    assert context_lines("reviews/a", {"reviews/a": review()}) == []
    assert context_lines("assessments/x", {"assessments/x": {**assessment(), "cycle": "1999"}}) == []
