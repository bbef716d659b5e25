from datetime import date
from typing import Any

import pytest

from lif.errors import LifError
from lif.model.sharing import PARTNERSHIP
from lif.output.templates.render import render
from lif.reports.builders.assessment import AssessmentCycle, build
from lif.reports.cited_sentence import Line
from lif.reports.request import Request
from support.asking import built
from support.story import assessment, audit, finding, partnership, snapshot_of

Records = dict[str, dict[str, Any]]
TODAY = date(2026, 11, 22)
SETS = [
    {
        "key": "ours",
        "name": "Our standards",
        "scale": "grades",
        "standards": [
            {"key": "voice", "text": "Children are heard", "themes": ["child-voice"]},
            {"key": "led", "text": "Somebody leads"},
        ],
    },
    {"key": "bare", "name": "Without a scale", "standards": [{"key": "led", "text": "Somebody leads"}]},
]
SCALES = [
    {
        "key": "grades",
        "name": "Grades",
        "grades": [{"key": key, "label": key.title()} for key in ("met", "partly", "no")],
    }
]
AGENCIES = [
    {"key": key, "name": name, "roles": [{"role": "safeguarding-partner"}]}
    for key, name in (("council", "The council"), ("police", "The police"), ("school", "The school"))
]
SERVICE = {"key": "service", "name": "The service", "roles": [{"role": "commissioned-service"}]}
HELD = {
    "key": "held",
    "name": "The other service",
    "roles": [{"role": "commissioned-service"}],
    "commissioned_by": "council",
}
CYCLES = [
    {"key": "2025", "standards_set": "ours", "due": "2025-07-11"},
    {"key": "2026", "standards_set": "ours", "asked": "2026-04-28", "due": "2026-07-11"},
    {"key": "2027", "standards_set": "bare", "due": "2027-07-11", "agencies": ["council"]},
    {"key": "none"},
]
MANY = [*AGENCIES, SERVICE, HELD]


def _return(agency: str, *ratings: dict[str, Any], cycle: str = "2026", **more: Any) -> dict[str, Any]:
    return assessment("2026-07-01", agency=agency, cycle=cycle, ratings=list(ratings), standards_set="ours", **more)


def _rating(standard: str, own: str | None = "met", **more: Any) -> dict[str, Any]:
    return {"standard": standard, **({"own": own} if own else {}), **more}


def _partnership(**more: Any) -> dict[str, Any]:
    return partnership(agencies=MANY, standards_sets=SETS, scales=SCALES, cycles=CYCLES, **more)


STORY: Records = {
    "partnership": _partnership(),
    "assessments/2025-council": {
        **_return("council", _rating("voice"), _rating("led"), cycle="2025"),
        "returned": "2025-07-01",
    },
    "assessments/2026-council": _return(
        "council",
        _rating("voice", evidence="A prompt", moderated="partly", moderated_because="10 of 14"),
        _rating("led", evidence="One page", moderated="met"),
        follows="assessments/2025-council",
        practitioner_survey=[{"standard": "voice", "asked": "Do plans hold them?", "agreed": 20, "answered": 60}],
        peer_challenge=[{"by": ["police"], "date": "2026-09-01", "asked": "What is in it?", "outcome": "Moderated"}],
    ),
    "assessments/2026-police": _return(
        "police", _rating("voice", None, moderated="no"), _rating("led", carried_from="assessments/2025-council")
    ),
    "assessments/2026-service": _return("service", _rating("led", "partly"), peer_challenge=[{"date": "2026-09-02"}]),
    "assessments/2026-held": _return("held", _rating("led", None)),
    "audits/2026-a": audit("2026-02-14"),
    **{
        f"findings/2026-{letter}": finding("audits/2026-a", theme="child-voice", title=f"Found {letter}")
        for letter in "abcd"
    },
}


def _cycle(records: Records = STORY, cycle: str = "2026") -> AssessmentCycle:
    return built(build, snapshot_of(records), Request(TODAY, cycle=cycle), PARTNERSHIP)


def _texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


def test_who_was_asked_who_sent_a_return_and_who_owes_one_is_said_of_commissioned_services_too() -> None:
    said = _cycle()
    assert [(agency_return.says.text, agency_return.state) for agency_return in said.returns] == [
        ("The council", "came"),
        ("The police", "came"),
        ("The school", "late"),
        ("The service (commissioned service)", "came"),
        ("The other service (commissioned by The council)", "came"),
    ]
    assert said.owed == ("The school: due 2026-07-11, and late",)
    assert _cycle(cycle="2027").owed == ("The council: due 2027-07-11, awaited",)


def test_a_return_missing_from_records_that_others_compiled_is_not_called_late() -> None:
    compiled = {"by": "Others", "own": False, "basis": "public pages", "complete": "Far from complete"}
    said = _cycle({**STORY, "partnership": _partnership(compiled=compiled)})
    assert said.owed == ()
    assert said.returns[2].state == ""
    assert "| The school | 2026-07-11 | not in the sources read | not in the sources read |" in render(
        "assessment", said
    )


def test_standards_are_rows_with_at_most_four_agencies_abreast_and_nothing_is_added_up() -> None:
    first, *others = _cycle().matrices
    assert others == []
    assert first.agencies == ("The council", "The police", "The service", "The other service")
    voice, led = first.rows
    assert voice.cells == ("met → partly", "? → no", "", "")
    assert voice.standard == Line("Children are heard", "", ("assessments/2026-council", "assessments/2026-police"))
    assert led.cells == ("met (agreed)", "met, not yet re-judged", "partly", "")


def test_a_wide_matrix_goes_on_in_a_second_table() -> None:
    more = {"assessments/2026-school": _return("school", _rating("led"))}
    first, second = _cycle({**STORY, **more}).matrices
    assert (len(first.agencies), len(second.agencies)) == (4, 1)
    text = render("assessment", _cycle({**STORY, **more}))
    assert text.count("| Standard | The ") == 2
    assert "average" not in text
    assert "total" not in text


def test_answers_carried_over_are_marked_and_not_told_as_good_practice() -> None:
    said = _cycle()
    assert _texts(said.carried) == ["The police, Somebody leads: met"]
    assert _texts(said.strengths) == ["The council, Somebody leads: met: One page"]


def test_without_a_scale_nothing_is_called_the_best() -> None:
    records = {**STORY, "assessments/2027-council": _return("council", _rating("led", evidence="x"), cycle="2027")}
    assert _cycle(records, "2027").strengths == ()


def test_what_moderation_changed_stands_with_its_reason() -> None:
    assert _texts(_cycle().moderated) == [
        "The council, Children are heard: met → partly, because: 10 of 14",
        "The police, Children are heard: no rating of its own → no",
    ]


def test_practitioners_stand_in_counts_beside_their_agencys_own_rating() -> None:
    said = _cycle()
    (heard,) = said.survey
    assert (heard.rating, heard.agreed, heard.answered) == ("met", 20, 60)
    assert "20 of 60 |" in render("assessment", said)


def test_where_ratings_practitioners_and_other_evidence_differ_is_said() -> None:
    said = _cycle()
    assert _texts(said.differs) == [
        (
            "The council, Children are heard: its own rating is met, moderation ended with partly; "
            "20 of 60 practitioners agreed (Do plans hold them?), which does not fit its own rating met"
        )
    ]
    alike = {**STORY, "assessments/2026-council": _return("council", _rating("voice", "no"))}
    nowhere = "Nowhere among the ratings, answers and findings that are recorded."
    assert nowhere in render("assessment", _cycle(alike))
    assert nowhere not in render("assessment", said)


def test_moderation_of_the_cycle_before_is_carried_over_and_not_told_as_that_of_this_one() -> None:
    carried = _rating(
        "voice", moderated="partly", moderated_because="10 of 14", carried_from="assessments/2025-council"
    )
    said = _cycle({**STORY, "assessments/2026-council": _return("council", carried)})
    assert "The council, Children are heard: partly (met → partly then)" in _texts(said.carried)
    assert _texts(said.moderated) == ["The police, Children are heard: no rating of its own → no"]


def test_challenge_is_told_and_returns_that_nobody_challenged_are_named() -> None:
    said = _cycle()
    assert _texts(said.questioned) == [
        "The council, challenged by The police: What is in it? What came of it: Moderated",
        "The service, challenged",
    ]
    assert _texts(said.not_questioned) == ["The police", "The other service"]


def test_what_came_of_a_challenge_is_a_sentence_of_its_own_where_no_question_is_recorded() -> None:
    challenged = _return("service", _rating("led"), peer_challenge=[{"by": ["police"], "outcome": "Moderated"}])
    said = _cycle({"partnership": _partnership(), "assessments/2026-service": challenged})
    assert _texts(said.questioned) == ["The service, challenged by The police. What came of it: Moderated"]


def test_change_since_the_last_cycle_is_counted_where_there_is_one_to_compare_with() -> None:
    said = _cycle()
    assert _texts(said.changed) == ["The council, Children are heard: was met, now partly"]
    assert (said.unchanged, said.not_comparable) == (1, 3)


def test_other_evidence_on_a_standard_shows_its_newest_and_how_many_more() -> None:
    (beside,) = _cycle().beside
    assert beside.text.startswith("Children are heard: 4 findings: Found ")
    assert beside.text.endswith("; and 1 more")
    assert len(beside.records) == 3


def test_a_return_this_audience_may_not_see_is_not_told_to_be_missing_for_certain() -> None:
    secret = {record_id: {**fields, "sharing": "restricted"} for record_id, fields in STORY.items() if "/" in record_id}
    said = render("assessment", _cycle({**STORY, **secret}))
    assert "| Ratings: " not in said
    assert "Ratings: nothing in this edition (may be withheld)." in said
    assert "has sent its return" not in said


def test_a_cycle_without_anything_says_so() -> None:
    text = render("assessment", _cycle(cycle="none"))
    assert "Agencies that were asked for a return: not recorded." in text
    assert "Ratings: not recorded." in text


def test_an_unknown_cycle_names_those_there_are() -> None:
    with pytest.raises(LifError, match="has no cycle") as refused:
        _cycle(cycle="1999")
    assert "Cycles: 2025, 2026, 2027, none" in str(refused.value.hint)
    with pytest.raises(LifError) as refused:
        _cycle({"partnership": partnership(cycles=[])}, "1999")
    assert "none yet" in str(refused.value.hint)
