from collections.abc import Mapping
from typing import Any

import pytest

from lif.analysis.duties.influences import InfluenceReading, influences, themes_of
from lif.model.kinds.review import Review
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import Answer, Influence
from support.story import ANOTHER, NATIONAL, TODAY, Fields, audit, decided, finding, partnership, review, snapshot_of

ASKED = "reviews/2026-asked"
THEMES = [
    {"key": "early-help", "label": "Early help", "axis": "practice"},
    {"key": "supervision", "label": "Supervision", "axis": "practice"},
    {"key": "multi-agency-working", "label": "Working together", "axis": "system"},
    {"key": "information-sharing", "label": "Sharing information", "axis": "system"},
    {"key": "prevention", "label": "Prevention", "axis": "practice", "replaced_by": "early-help"},
    {"key": "neglect", "label": "Neglect", "axis": "need"},
]
AGENCIES = [
    {"key": "council", "name": "The council", "roles": [{"role": "safeguarding-partner"}]},
    {"key": "police", "name": "The police"},
    {"key": "next-county", "name": "The next county", "roles": [{"role": "board-member"}, {"role": "outside-body"}]},
]


def _snapshot(story: Mapping[str, Fields], asked: Fields | None = None) -> tuple[Snapshot, Entry[Review]]:
    records = {
        "partnership": partnership(themes=THEMES, agencies=AGENCIES),
        ASKED: asked or _review_of(),
        "reviews/2024-elsewhere": review("2024-02-01"),
        **story,
    }
    snapshot = snapshot_of(records)
    return snapshot, next(entry for entry in snapshot.of(Review) if entry.id == ASKED)


def _review_of(aware: str | None = "2026-02-01", published: str | None = None, **more: Any) -> dict[str, Any]:
    life = {name: day for name, day in {"aware": aware, "published": published}.items() if day}
    return review(None, **{"themes": ["early-help"], **({"life": life} if life else {}), **more})


def _readings_of(story: Mapping[str, Fields], asked: Fields | None = None) -> dict[Influence, InfluenceReading]:
    return {reading.influence: reading for reading in influences(*_snapshot(story, asked), TODAY)}


def _lines_for(influence: Influence, story: Mapping[str, Fields], asked: Fields | None = None) -> list[str]:
    """What is shown for one influence, each with its records."""
    return [f"{fact.said} [{', '.join(fact.records)}]" for fact in _readings_of(story, asked)[influence].shown]


def _records_known_before(story: Mapping[str, Fields], asked: Fields | None = None) -> list[str]:
    shown = _readings_of(story, asked)[Influence.IMPROVEMENT_KNOWN_BEFORE].shown
    return [record for fact in shown for record in fact.records]


def _elsewhere(direction: str = "needs-to-improve", **more: Any) -> dict[str, Any]:
    return finding("reviews/2024-elsewhere", direction, **more)


def test_all_eight_stand_there_in_the_order_of_the_framework_even_when_nothing_is_known() -> None:
    shown = influences(*_snapshot({}), TODAY)
    assert [reading.influence for reading in shown] == list(Influence)
    assert all(reading == InfluenceReading(reading.influence, (), None, "") for reading in shown)


def test_the_group_s_own_answer_stands_beside_what_the_records_show() -> None:
    answers = {
        "recurrent-theme": {"applies": "no", "because": "It was another matter"},
        "single-agency": {"applies": "not-known", "because": "Two records were not read"},
        "across-borders": {"applies": "not-known"},
    }
    found = _readings_of({"decisions/2026-a": decided(ASKED, influences=answers)})
    assert (found[Influence.RECURRENT_THEME].answer, found[Influence.RECURRENT_THEME].because) == (
        Answer.NO,
        "It was another matter",
    )
    assert found[Influence.SINGLE_AGENCY].answer is Answer.NOT_KNOWN
    assert found[Influence.ACROSS_BORDERS].answer is None, "without a reason it is still to be filled in"


def test_the_themes_of_a_review_are_those_it_names_and_those_of_its_findings_in_order_of_the_list() -> None:
    story = {
        "findings/2026-a": finding(ASKED, theme="information-sharing", needs=["neglect"]),
        "findings/2026-b": _elsewhere(theme="supervision"),
    }
    assert themes_of(*_snapshot(story)) == ("early-help", "information-sharing", "neglect")
    assert themes_of(*_snapshot({}, _review_of(themes=["neglect"], needs=["supervision"]))) == (
        "supervision",
        "neglect",
    )


def test_a_concern_found_before_was_known_and_stands_with_its_date_and_direction() -> None:
    assert _lines_for(Influence.IMPROVEMENT_KNOWN_BEFORE, {"findings/2024-a": _elsewhere(title="Help came late")}) == [
        "2024-02-01: Help came late (needs to improve) [findings/2024-a]"
    ]


@pytest.mark.parametrize(
    ("fields", "was_known"),
    [
        ({"direction": "gap"}, True),
        ({"direction": "mixed"}, True),
        ({"direction": "working-well"}, False),
        ({"direction": "has-potential"}, False),
        ({"direction": "descriptive"}, False),
        ({"theme": "supervision"}, False),
        ({"theme": "supervision", "needs": ["neglect"]}, True),
        ({"derived_from": "findings/2023-first"}, False),
        ({"date": "2026-01-31"}, True),
        ({"date": "2026-02-01"}, False),
        ({"date": "2026-03-01"}, False),
        ({"date": "2026"}, False),
    ],
)
def test_only_a_concern_of_its_own_on_the_theme_from_before_was_known(
    fields: dict[str, Any], *, was_known: bool
) -> None:
    story = {
        "findings/2024-a": {**_elsewhere(), **fields},
        "findings/2023-first": _elsewhere("working-well"),
    }
    found = _records_known_before(story, _review_of(needs=["neglect"]))
    assert found == (["findings/2024-a"] if was_known else [])


def test_concerns_stand_oldest_first() -> None:
    story = {
        "findings/2024-a": _elsewhere(date="2024-06-01"),
        "findings/2024-b": _elsewhere(date="2023-06"),
        "findings/2024-c": _elsewhere(),
    }
    assert _records_known_before(story) == ["findings/2024-b", "findings/2024-c", "findings/2024-a"]


@pytest.mark.parametrize("stage", ["aware", "notified", "rapid_review_sent", "commissioned", "started", "published"])
def test_what_was_found_after_the_question_arose_was_not_known_before(stage: str) -> None:
    story = {"findings/2024-a": _elsewhere(date="2024-06-01"), "findings/2026-b": _elsewhere(date="2026-02-02")}
    asked = _review_of(life={stage: "2026-02-01", "published": "2026-02-01" if stage == "published" else "2026-09-01"})
    assert _records_known_before(story, asked) == ["findings/2024-a"]


def test_the_decision_to_review_is_when_the_question_arose_where_no_earlier_day_is_known() -> None:
    story = {
        "findings/2024-a": _elsewhere(date="2024-06-01"),
        "findings/2026-b": _elsewhere(date="2026-02-02"),
        "decisions/2026-a": decided(ASKED, date="2026-02-01"),
    }
    assert _records_known_before(story, _review_of(aware=None, published="2026-09-01")) == ["findings/2024-a"]


def test_a_review_without_a_date_is_shown_every_dated_concern_and_no_other() -> None:
    story = {
        "reviews/2025-undated": review(None),
        "findings/2024-a": _elsewhere(),
        "findings/2025-b": finding("reviews/2025-undated"),
    }
    assert _records_known_before(story, _review_of(aware=None)) == ["findings/2024-a"]


@pytest.mark.parametrize(
    ("other", "asked"),
    [
        ({"part_of": ASKED}, {}),
        ({"same_evidence_as": [ASKED]}, {}),
        ({}, {"part_of": "reviews/2024-elsewhere"}),
        ({}, {"same_evidence_as": ["reviews/2024-elsewhere"]}),
        ({"part_of": "reviews/2023-whole"}, {"part_of": "reviews/2023-whole"}),
    ],
    ids=["its part", "rests on it", "it is a part", "it rests on the other", "both are parts"],
)
def test_its_own_piece_of_work_is_no_evidence_from_elsewhere(other: dict[str, Any], asked: dict[str, Any]) -> None:
    story = {
        "reviews/2023-whole": review("2023-02-01"),
        "reviews/2024-elsewhere": review("2024-02-01", **other),
        "findings/2024-a": _elsewhere(),
        "findings/2026-b": finding(ASKED, date="2026-03-01"),
    }
    found = _readings_of(story, _review_of(**asked))
    assert found[Influence.IMPROVEMENT_KNOWN_BEFORE].shown == ()
    assert found[Influence.RECURRENT_THEME].shown == ()


def test_another_piece_of_work_is_evidence_from_elsewhere() -> None:
    story = {
        "reviews/2024-part": review("2024-01-01", part_of="reviews/2024-elsewhere"),
        "reviews/2026-part": review("2026-01-01", part_of=ASKED),
        "findings/2024-a": finding("reviews/2024-part"),
    }
    assert _records_known_before(story) == ["findings/2024-a"]


def test_its_own_findings_were_not_known_before_whatever_their_date() -> None:
    assert _records_known_before({"findings/2024-a": finding(ASKED, date="2024-01-01")}) == []


def test_a_theme_that_another_replaced_is_still_found_under_both_names() -> None:
    story = {"findings/2024-a": _elsewhere(theme="prevention"), "findings/2026-b": finding(ASKED, date="2026-03-01")}
    for theme in ("prevention", "early-help"):
        asked = _review_of(themes=[theme])
        assert _records_known_before(story, asked) == ["findings/2024-a"]
        assert len(_readings_of(story, asked)[Influence.RECURRENT_THEME].shown) == 1


def test_a_theme_recurs_when_independent_sources_raise_it_in_different_years() -> None:
    story = {
        "audits/2025-a": audit("2025-04-16"),
        "audits/2022-b": audit("2022-04-16"),
        "findings/2024-a": _elsewhere(),
        "findings/2025-b": finding("audits/2025-a", "gap"),
        "findings/2022-c": finding("audits/2022-b", "working-well"),
    }
    assert _lines_for(Influence.RECURRENT_THEME, story) == [
        "Early help: a concern in 2024, 2025 [reviews/2024-elsewhere, audits/2025-a]"
    ]
    assert _lines_for(Influence.RECURRENT_THEME, {"findings/2024-a": _elsewhere()}) == []


def test_a_theme_does_not_recur_because_a_year_ended_between_two_concerns() -> None:
    story = {
        "audits/2025-a": audit("2025-01-10"),
        "findings/2024-a": _elsewhere(date="2024-12-20"),
        "findings/2025-b": finding("audits/2025-a", "gap"),
        "reviews/2024-elsewhere": review("2024-12-20"),
    }
    assert _lines_for(Influence.RECURRENT_THEME, story) == []


def test_what_was_found_since_the_question_arose_is_no_earlier_concern() -> None:
    story = {
        "audits/2026-a": audit("2026-04-16"),
        "findings/2024-a": _elsewhere(),
        "findings/2026-b": finding("audits/2026-a", "gap"),
    }
    assert _lines_for(Influence.RECURRENT_THEME, story) == []


def test_concern_about_working_together_is_what_is_found_on_it_or_names_several_agencies() -> None:
    story = {
        "findings/2024-a": _elsewhere(agencies=["council", "police"], title="Two of them"),
        "findings/2024-b": _elsewhere(agencies=["council"], title="One of them"),
        "findings/2024-d": _elsewhere(theme="supervision", agencies=["council", "police"], title="Not on its themes"),
        "findings/2024-c": _elsewhere(theme="information-sharing", title="Sharing"),
        "findings/2026-d": finding(ASKED, theme="multi-agency-working", title="Its own"),
        "findings/2026-e": finding(ASKED, theme="information-sharing", title="Also its own"),
        "findings/2026-f": finding(ASKED, "working-well", theme="multi-agency-working", title="A strength"),
    }
    assert _lines_for(Influence.AGENCIES_WORKING_TOGETHER, story) == [
        "Two of them (needs to improve) [findings/2024-a]",
        "Sharing (needs to improve) [findings/2024-c]",
        "Its own (needs to improve) [findings/2026-d]",
        "Also its own (needs to improve) [findings/2026-e]",
    ]


def test_challenges_on_its_themes_are_shown_answered_or_not() -> None:
    def challenge(**more: Any) -> dict[str, Any]:
        return {"title": "Late again", "sharing": "partnership", "themes": ["prevention"], **more}

    story = {
        "challenges/2025-a": challenge(answered="2025-03-01"),
        "challenges/2025-b": challenge(),
        "challenges/2025-c": challenge(themes=["supervision"]),
    }
    assert _lines_for(Influence.AGENCIES_WORKING_TOGETHER, story) == [
        "Challenge: Late again (answered) [challenges/2025-a]",
        "Challenge: Late again (not answered) [challenges/2025-b]",
    ]


def test_concern_about_one_agency_is_a_finding_that_names_it_alone() -> None:
    story = {
        "findings/2024-a": _elsewhere(agencies=["council"]),
        "findings/2024-b": _elsewhere(agencies=["council", "police"]),
        "findings/2024-c": _elsewhere(),
        "findings/2026-d": finding(ASKED, agencies=["police"], title="Its own"),
    }
    assert _lines_for(Influence.SINGLE_AGENCY, story) == [
        "A finding (The council) [findings/2024-a]",
        "Its own (The police) [findings/2026-d]",
    ]


def test_whether_no_agency_was_involved_is_what_people_looked_up_and_never_a_gap_in_practice() -> None:
    gaps = {"findings/2024-a": _elsewhere("gap"), "findings/2026-c": finding(ASKED, "gap")}
    assert _lines_for(Influence.NO_AGENCY_INVOLVED, gaps) == []
    looked = {"answer": "no", "looked_by": "The three partners", "how": "Their own records", "date": "2026-02-03"}
    assert _lines_for(Influence.NO_AGENCY_INVOLVED, gaps, _review_of(no_agency_involved=looked)) == [
        f"No agency was involved: no (looked by The three partners; how: Their own records; 2026-02-03) [{ASKED}]"
    ]
    assert _lines_for(Influence.NO_AGENCY_INVOLVED, {}, _review_of(no_agency_involved={"answer": "yes"})) == [
        f"No agency was involved: yes (who looked: not recorded) [{ASKED}]"
    ]


def test_findings_of_its_parts_are_shown_with_its_own() -> None:
    story = {
        "audits/2026-part": audit("2026-04-16", part_of=ASKED),
        "findings/2026-a": finding("audits/2026-part", "gap", agencies=["police"]),
    }
    assert _lines_for(Influence.SINGLE_AGENCY, story) == ["A finding (The police) [findings/2026-a]"]


def test_authorities_that_knew_the_family_and_bodies_from_outside_that_took_part_make_it_cross_borders() -> None:
    asked = _review_of(
        took_part=[{"agency": "council"}, {"agency": "next-county"}, {"agency": "police"}],
        authorities=["A city to the north"],
        recommendations=[{"key": "one", "text": "A form", "form": "recommendation", "outside": ["The department"]}],
    )
    assert _lines_for(Influence.ACROSS_BORDERS, {}, asked) == [
        f"A city to the north: knew the family [{ASKED}]",
        f"The next county, outside the partnership: took part [{ASKED}]",
    ]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"panel_recommends": "yes"}, "The Panel replied; it recommends a review: yes"),
        (
            {"life": {"panel_replied": "2026-03-01"}, "panel_agrees": "yes"},
            "The Panel replied 2026-03-01; it recommends a review: not recorded",
        ),
        (
            {"life": {"panel_replied": "2026-03-01"}, "panel_recommends": "no", "panel_agrees": "yes"},
            "The Panel replied 2026-03-01; it recommends a review: no",
        ),
    ],
)
def test_the_panel_s_recommendation_is_shown_and_not_whether_it_agreed(fields: dict[str, Any], said: str) -> None:
    assert _lines_for(Influence.NATIONAL_PANEL_RECOMMENDS, {}, _review_of(**fields)) == [f"{said} [{ASKED}]"]


def test_that_the_panel_agreed_says_nothing_about_what_it_recommended() -> None:
    assert _lines_for(Influence.NATIONAL_PANEL_RECOMMENDS, {}, _review_of(panel_agrees="yes")) == []


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("good-practice-review", [f"Recorded as a good practice review [{ASKED}]"]),
        ("near-miss-review", [f"Recorded as a near-miss review [{ASKED}]"]),
        ("rapid-review", []),
    ],
)
def test_good_practice_and_near_misses_are_shown_as_recorded(kind: str, said: list[str]) -> None:
    assert _lines_for(Influence.GOOD_PRACTICE_OR_NEAR_MISS, {}, {**_review_of(), "review_kind": kind}) == said


def test_learning_from_elsewhere_is_told_as_such_and_answers_no_question_about_practice_here() -> None:
    story = {
        "reviews/2022-q": review("2022-03-14", title="Child Q", themes=["early-help"], **ANOTHER),
        "reviews/2023-n": review("2023-01-01", title="Under one", themes=["early-help"], **NATIONAL),
        "reviews/2026-late": review("2026-03-01", themes=["early-help"], **NATIONAL),
        "findings/2022-q": finding("reviews/2022-q", agencies=["council", "police"]),
        "findings/2022-r": finding("reviews/2022-q", agencies=["police"], date="2023-05-01"),
    }
    readings = _readings_of(story)
    known = readings[Influence.IMPROVEMENT_KNOWN_BEFORE].shown
    assert [(fact.said, fact.is_elsewhere) for fact in known] == [
        ("Learning from elsewhere (another partnership: Northshire), not counted as known here: Child Q", True),
        ("Learning from elsewhere (national: The Panel), not counted as known here: Under one", True),
    ]
    (recurs,) = readings[Influence.RECURRENT_THEME].shown
    assert (recurs.said, recurs.records, recurs.is_elsewhere) == (
        "Early help: raised elsewhere too, which is not counted as a recurrence here",
        ("reviews/2022-q", "reviews/2023-n"),
        True,
    )
    others = (Influence.AGENCIES_WORKING_TOGETHER, Influence.SINGLE_AGENCY, Influence.NATIONAL_PANEL_RECOMMENDS)
    assert [readings[influence].shown for influence in others] == [(), (), ()]
