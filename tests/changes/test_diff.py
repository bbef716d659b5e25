from typing import Any

import pytest

from lif.changes.change import ChangeKind, Changes
from lif.changes.change_words import sentences_of_change
from lif.changes.diff import diff
from lif.model.snapshot import Snapshot
from lif.store.load.load import load
from lif.store.load.source import Memory
from support.story import action, audit, decision, files, finding, partnership, recommendation, review, snapshot_of

AUDIT = {"audits/2026-x": audit()}
FINDING = "findings/2026-x"


def change(before: dict[str, Any], after: dict[str, Any]) -> Changes:
    return diff(snapshot_of({**AUDIT, **before}), snapshot_of({**AUDIT, **after}))


def sentences(before: dict[str, Any], after: dict[str, Any], name: str = FINDING) -> list[str]:
    """What is said of one record; what went and came word by word stands behind it in signs."""
    found = change({name: before}, {name: after})
    signs = {"both": "{}", "out": "-{}-", "in": "+{}+"}
    return [
        " ".join([sentence.text, *(signs[piece.side].format(piece.text) for piece in sentence.pieces)])
        for record in found.records
        for sentence in sentences_of_change(record)
    ]


def actions(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    return sentences(before, after, "actions/2026-x")


def raw(texts: dict[str, str]) -> Snapshot:
    return load(Memory({f"records/{name}.yaml": text for name, text in texts.items()})).snapshot


def test_nothing_is_different_from_itself_however_it_is_laid_out() -> None:
    snapshot = snapshot_of({**AUDIT, FINDING: finding("audits/2026-x", agencies=["council", "police"])})
    assert diff(snapshot, snapshot) == Changes((), {})
    again = snapshot_of(
        {**AUDIT, FINDING: dict(reversed(finding("audits/2026-x", agencies=["police", "council"]).items()))}
    )
    assert diff(snapshot, again).records == ()


def test_a_record_comes_and_goes() -> None:
    fields = finding("audits/2026-x", says="Notes are missing")
    assert [(each.id, each.what) for each in change({}, {FINDING: fields}).records] == [(FINDING, ChangeKind.ADDED)]
    assert [(each.id, each.what) for each in change({FINDING: fields}, {}).records] == [(FINDING, ChangeKind.REMOVED)]
    assert sentences_of_change(change({}, {FINDING: fields}).records[0])[-1].text == "what it says: Notes are missing"


def test_a_record_under_a_new_id_is_the_same_one_and_those_that_cite_it_follow() -> None:
    cited, citing = finding("audits/2026-x"), action(FINDING)
    after = {"findings/2026-y": cited, "actions/2026-x": action("findings/2026-y")}
    found = change({FINDING: cited, "actions/2026-x": citing}, after)
    assert [(each.id, each.what, each.was) for each in found.records] == [
        ("findings/2026-y", ChangeKind.MOVED, FINDING)
    ]
    assert (found.moves, found.following) == ({FINDING: "findings/2026-y"}, ("actions/2026-x",))


def test_a_move_with_a_small_change_tells_both() -> None:
    first, other = finding("audits/2026-x", says="Notes"), finding("audits/2026-x", says="No notes")
    (found,) = change({FINDING: first}, {"findings/2026-y": other}).records
    assert (found.what, [each.text for each in sentences_of_change(found)]) == (
        ChangeKind.MOVED,
        ["what it says: was Notes, now No notes"],
    )


def test_another_record_of_the_same_title_is_another_record() -> None:
    other = finding("audits/2026-x", "gap", "supervision", says="Else", agencies=["police"], sharing="restricted")
    found = change({FINDING: finding("audits/2026-x")}, {"findings/2026-y": other})
    assert {each.what for each in found.records} == {ChangeKind.ADDED, ChangeKind.REMOVED}


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ({}, {"direction": "gap"}, ["was needs to improve, now gap"]),
        ({"met": "4", "of": "12"}, {"met": "11", "of": "12"}, ["11 of 12 cases (was 4 of 12)"]),
        ({"met": "4", "of": "12"}, {"of": "12"}, ["met taken out: 4"]),
        ({}, {"date": "2026-03"}, ["date added: March 2026"]),
        ({"date": "2026-03"}, {"date": "2026-03-04"}, ["date: was March 2026, now 4 March 2026"]),
        ({"date": "2025"}, {"date": "2025-09/2025-11"}, ["date: was 2025, now September 2025 to November 2025"]),
        (
            {"agencies": ["council"]},
            {"agencies": ["police"]},
            ["agencies added: police", "agencies taken out: council"],
        ),
        ({}, {"agencies": ["police", "council"]}, ["agencies added: police, council"]),
        ({}, {"serious_risk": True}, ["serious risk added: yes"]),
        ({}, {"sharing": "partnership"}, ["how far it may travel: was public, now partnership"]),
        (
            {"says": "In four of the twelve records that were read there was a note of it"},
            {"says": "In nine of the twelve records that were read there was a note of it"},
            ["what it says reworded In -four- +nine+ of the twelve records …"],
        ),
    ],
)
def test_each_change_is_told_in_the_words_of_the_field(
    before: dict[str, Any], after: dict[str, Any], says: list[str]
) -> None:
    assert sentences(finding("audits/2026-x", **before), finding("audits/2026-x", **after)) == says


def moved(since: str, to: str, **more: str) -> dict[str, str]:
    return {"since": since, "to": to, **more}


def test_a_due_date_that_moves_says_how_often_and_why() -> None:
    first = action(due="2026-03-01")
    assert actions(first, action(due="2026-06-01")) == [
        "due date moved from 1 March 2026 to 1 June 2026. No reason given"
    ]
    moves = [moved("2025-09-01", "2025-12-01"), moved("2025-12-01", "2026-03-01")]
    third = [*moves, moved("2026-03-01", "2026-06-01", reason="Two teams were reorganised")]
    assert actions(action(due="2026-03-01", moved=moves), action(due="2026-06-01", moved=third)) == [
        "due date moved from 1 March 2026 to 1 June 2026, for the third time: Two teams were reorganised"
    ]


def test_an_action_is_closed_and_opened_again() -> None:
    opened, closed = action(), action(closed="2026-05-03", outcome="cannot-tell", outcome_because="Too early")
    assert actions(opened, closed)[0] == "closed on 3 May 2026"
    assert actions(closed, opened)[0] == "opened again: it was closed on 3 May 2026"


def test_a_part_with_counts_that_goes_is_told_and_a_count_that_loses_its_pair() -> None:
    measured = {"what": "Plans with a date", "baseline": {"met": "4", "of": "12", "date": "2026-01"}}
    assert actions(action(measures=[measured]), action()) == [
        "measures taken out: what Plans with a date; met 4; out of 12; date January 2026"
    ]
    assert actions(action(measures=[measured]), action(measures=[{"what": "Plans with a date"}])) == [
        "measures, Plans with a date: baseline, met taken out: 4",
        "measures, Plans with a date: baseline, out of taken out: 12",
        "measures, Plans with a date: baseline, date taken out: January 2026",
    ]


def test_a_day_of_closing_that_is_put_right_and_words_that_only_went() -> None:
    first, second = (action(closed=day, outcome="achieved") for day in ("2026-05-03", "2026-05-04"))
    assert actions(first, second) == ["closed: was 3 May 2026, now 4 May 2026"]
    long = "In four of the twelve records that were read there was no note of it"
    shorter = finding("audits/2026-x", says=long.replace(" that were read", ""))
    assert sentences(finding("audits/2026-x", says=long), shorter) == [
        "what it says reworded … of the twelve records -that were read- there was no note …"
    ]


def test_a_text_too_long_to_compare_word_by_word_says_how_long_it_is() -> None:
    short, long = (finding("audits/2026-x", says="word " * many) for many in (1_500, 1_501))
    assert sentences(short, long) == ["what it says reworded -1500 words- +1501 words+"]


def test_evidence_that_was_read_again_says_by_whom_and_why_and_one_taken_back_says_so() -> None:
    def cited(**more: Any) -> dict[str, Any]:
        return decision(evidence=[{"record": "audits/2026-x", **more}])

    again = {"by": "The chair", "date": "2026-05-03", "because": "Only its wording changed"}
    accepted = cited(seen="000000000000", accepted=again)
    assert sentences(cited(seen="111111111111"), accepted, "decisions/2026-x") == [
        "audits/2026-x read again by The chair: Only its wording changed"
    ]
    back = sentences(accepted, cited(seen="000000000000"), "decisions/2026-x")
    assert back[0] == "evidence, audits/2026-x: accepted, by taken out: The chair"


def test_a_text_of_a_list_that_was_reworded_is_that_text() -> None:
    before = review(limitations=["Two schools took no part in it", "Few families were asked"])
    after = review(limitations=["Few families were asked", "Three schools took no part in it"])
    assert sentences(before, after, "reviews/2026-x") == ["limitations reworded -Two- +Three+ schools took no part …"]


def test_parts_of_a_list_are_matched_by_what_they_are() -> None:
    before = action(measures=[{"what": "Supervision recorded"}, {"what": "Plans with a date", "target": "9 of 10"}])
    after = action(measures=[{"what": "Plans with a date", "target": "8 of 10"}, {"what": "Supervision recorded"}])
    assert actions(before, after) == ["measures, Plans with a date: target: was 9 of 10, now 8 of 10"]
    reworded = action(
        measures=[{"what": "Supervision recorded monthly"}, {"what": "Plans with a date", "target": "9 of 10"}]
    )
    assert actions(before, reworded) == [
        "measures, Supervision recorded monthly: what: was Supervision recorded, now Supervision recorded monthly"
    ]
    assert actions(before, action(measures=[{"what": "Supervision recorded"}])) == [
        "measures taken out: what Plans with a date; target 9 of 10"
    ]


def test_an_item_is_known_by_its_key() -> None:
    before = review(recommendations=[recommendation("one", "Do this"), recommendation("two", "Do that")])
    after = review(recommendations=[recommendation("two", "Do that now"), recommendation("three", "Do this")])
    assert sentences(before, after, "reviews/2026-x") == [
        "recommendations: one renamed three",
        "recommendations, two: text: was Do that, now Do that now",
    ]
    other = review(recommendations=[recommendation("two", "Do that"), recommendation("three", "Do it better")])
    assert sentences(before, other, "reviews/2026-x") == [
        "recommendations added: key three; text Do it better; form recommendation",
        "recommendations taken out: key one; text Do this; form recommendation",
    ]


def test_a_moderated_grade_is_told_with_its_reason_or_without() -> None:
    def rated(**more: str) -> dict[str, Any]:
        return {
            "title": "A return", "sharing": "public", "cycle": "2026",
            "ratings": [{"standard": "supervision", "own": "good", **more}],
        }  # fmt: skip

    bare = sentences(rated(), rated(moderated="requires-improvement"), "assessments/2026-x")
    assert bare == ["supervision: grade moderated from good to requires improvement: no reason given"]
    why = rated(moderated="inadequate", moderated_because="No records")
    assert sentences(rated(moderated="good"), why, "assessments/2026-x") == [
        "supervision: grade moderated from good to inadequate: No records"
    ]


def test_a_record_with_a_fault_is_still_compared_field_by_field() -> None:
    sound = {name.removeprefix("records/").removesuffix(".yaml"): text for name, text in files(AUDIT).items()}
    before = {**sound, "actions/2026-x": "title: A\nsharing: public\ndue: 2026-03-01\n"}
    after = {**sound, "actions/2026-x": "title: A\nsharing: public\ndue: 2026-03-01\nownr: council\n"}
    (found,) = diff(raw(before), raw(after)).records
    assert [sentence.text for sentence in sentences_of_change(found)] == ["ownr added: council"]
    assert diff(raw(after), raw(after)).records == ()


def test_a_record_that_cannot_be_read_any_more_is_named_and_no_field_of_it_is_guessed() -> None:
    sound, cut = (raw({"actions/2026-x": text}) for text in ("title: A\nsharing: public\n", "title: [\n"))
    (found,) = diff(sound, cut).records
    assert (found.is_unread, found.fields, found.title) == (True, (), "A")
    assert diff(cut, raw({"actions/2026-x": "title: [[\n"})).records == ()


def test_a_setting_that_was_left_out_is_told_with_the_usual_number() -> None:
    usual, own = partnership(), partnership(thresholds={"fewest_cases": 8})
    assert sentences(usual, own, "partnership") == ["thresholds, fewest cases: was 10 (the usual), now 8"]
    assert sentences(own, usual, "partnership") == ["thresholds, fewest cases: was 8, now 10 (the usual)"]
