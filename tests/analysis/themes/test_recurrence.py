from collections.abc import Mapping
from typing import Any

import pytest

from lif.analysis.themes.recurrence import (
    PossibleRepeat,
    RepeatedRecommendation,
    possible_repeats,
    recommendations,
    repeated_recommendations,
    response_in_words,
)
from support.story import Fields, action, audit, finding, partnership, recommendation, review, snapshot_of

INFORM = "Tell the front door at once when a child stops attending"
FIRST, SECOND, THIRD = "reviews/2017-a#inform", "reviews/2019-b#inform", "reviews/2021-c#inform"


def _asks(published: str | None, text: str = INFORM, **more: Any) -> dict[str, Any]:
    """A review that makes one recommendation."""
    return review(published, recommendations=[recommendation("inform", text, **more)])


CHAIN = {
    "reviews/2017-a": _asks("2017-05-01"),
    "reviews/2019-b": _asks("2019-02-26", repeat_of=[FIRST]),
    "reviews/2021-c": _asks("2021-09-01", repeat_of=[SECOND]),
}


def _before(story: Mapping[str, Fields], theme: str | None = None) -> dict[str, RepeatedRecommendation]:
    return {repeated.id: repeated for repeated in repeated_recommendations(snapshot_of(story), theme)}


def _perhaps(story: Mapping[str, Fields], theme: str | None = None) -> dict[str, PossibleRepeat]:
    return {repeat.id: repeat for repeat in possible_repeats(snapshot_of(story), theme)}


def _offered(story: Mapping[str, Fields], asked: str) -> list[str]:
    found = _perhaps(story).get(asked)
    return [candidate.id for candidate in found.by_text] if found else []


def test_what_reviews_audits_and_inspections_ask_for_stands_oldest_first_and_undated_last() -> None:
    story = {
        "reviews/2026-z": _asks(None),
        "reviews/2024-b": _asks("2024-02-01"),
        "audits/2022-a": audit("2022-01-01", recommendations=[recommendation("one"), recommendation("early")]),
        "audits/2025-c": audit("2025-01-01", recommendations=[recommendation("late", made="2020-06")]),
        "inspections/2023-i": _inspection("2023-01-01"),
    }
    assert [(dated.id, dated.when and str(dated.when)) for dated in recommendations(snapshot_of(story))] == [
        ("audits/2025-c#late", "2020-06"),
        ("audits/2022-a#early", "2022-01-01"),
        ("audits/2022-a#one", "2022-01-01"),
        ("inspections/2023-i#inform", "2023-01-01"),
        ("reviews/2024-b#inform", "2024-02-01"),
        ("reviews/2026-z#inform", None),
    ]


def _inspection(published: str, **more: Any) -> dict[str, Any]:
    return {
        "title": "An inspection", "sharing": "public", "inspection_kind": "joint-inspection", "body": "Inspectors",
        "published": published, "priority_actions": [recommendation("inform", INFORM, **more)],
    }  # fmt: skip


def test_a_recommendation_has_its_own_themes_and_without_any_those_of_its_record() -> None:
    items = [recommendation("own", themes=["supervision"]), recommendation("none")]
    (none, own) = recommendations(snapshot_of({"reviews/2026-a": review(recommendations=items, themes=["early-help"])}))
    assert [set(dated.themes) for dated in (own, none)] == [{"supervision"}, {"early-help"}]


def test_a_chain_of_repeats_is_followed_to_its_beginning_with_the_years() -> None:
    found = _before(CHAIN)
    assert sorted(found) == [SECOND, THIRD]
    assert [asked.id for asked in found[THIRD].earlier] == [FIRST, SECOND]
    assert found[THIRD].years == (2017, 2019)
    assert found[SECOND].years == (2017,)
    assert found[THIRD].text == INFORM


def test_two_repeats_of_one_year_are_one_year_and_what_has_no_date_has_no_year() -> None:
    story = {
        "reviews/2017-a": _asks("2017-05-01"),
        "reviews/2017-b": _asks("2017-11"),
        "reviews/2018-c": _asks(None),
        "reviews/2021-d": _asks(
            "2021-01-01", repeat_of=["reviews/2018-c#inform", "reviews/2017-a#inform", "reviews/2017-b#inform"]
        ),
    }
    found = _before(story)["reviews/2021-d#inform"]
    assert found.years == (2017,)
    assert len(found.earlier) == 3


def test_what_an_inspection_repeats_is_said_before_as_well() -> None:
    story = {"reviews/2017-a": _asks("2017-05-01"), "inspections/2024-i": _inspection("2024-01-01", repeat_of=[FIRST])}
    assert _before(story)["inspections/2024-i#inform"].years == (2017,)


def test_repeats_in_a_circle_come_to_an_end_and_do_not_name_themselves() -> None:
    story = {
        "reviews/2017-a": _asks("2017-05-01", repeat_of=[SECOND]),
        "reviews/2019-b": _asks("2019-02-26", repeat_of=[FIRST]),
    }
    found = {repeated.id: repeated for repeated in repeated_recommendations(snapshot_of(story, may_be_broken=True))}
    assert [asked.id for asked in found[FIRST].earlier] == [SECOND]
    story["reviews/2021-c"] = _asks("2021-09-01", repeat_of=[SECOND])
    found = {repeated.id: repeated for repeated in repeated_recommendations(snapshot_of(story, may_be_broken=True))}
    assert [asked.id for asked in found[THIRD].earlier] == [FIRST, SECOND]


def test_a_repeat_of_what_cannot_be_read_says_nothing() -> None:
    story = {"reviews/2019-b": _asks("2019-02-26", repeat_of=["reviews/2010-gone#inform"])}
    assert repeated_recommendations(snapshot_of(story, may_be_broken=True)) == ()


def test_only_repeats_on_the_theme_are_told_where_one_is_asked_for() -> None:
    story = {**CHAIN, "reviews/2021-c": _asks("2021-09-01", repeat_of=[SECOND], themes=["early-help"])}
    assert list(_before(story, "early-help")) == [THIRD]
    assert _before(story, "supervision") == {}


def _came(*actions: Fields) -> str:
    story = {"reviews/2017-a": CHAIN["reviews/2017-a"]}
    return response_in_words(
        snapshot_of({**story, **{f"actions/2018-{place}": fields for place, fields in enumerate(actions)}}), FIRST
    )


FOLLOWED = [{"what": "Contacts in time", "follow_up": {"met": 9, "of": 24}}]


@pytest.mark.parametrize(
    ("actions", "said"),
    [
        ([action(FIRST)], "still open; a follow-up of its measure: not recorded"),
        (
            [action(FIRST, action_kind="training")],
            "still open with training only; a follow-up of its measure: not recorded",
        ),
        (
            [action(FIRST, closed="2018-03-01", action_kind="training")],
            "last closed 2018-03-01 with training only; a follow-up of its measure: not recorded",
        ),
        (
            [action(FIRST, closed="2018-03-01", action_kind="training", measures=FOLLOWED)],
            "last closed 2018-03-01 with training only; its measure was followed up",
        ),
        (
            [action(FIRST, closed="2018-03-01", measures=[{"what": "Contacts in time"}])],
            "last closed 2018-03-01; a follow-up of its measure: not recorded",
        ),
        (
            [
                action(FIRST, closed="2018-03-01", action_kind="training"),
                action(FIRST, closed="2019", action_kind="policy-or-procedure"),
            ],
            "last closed 2019 with policy or procedure and training only; a follow-up of its measure: not recorded",
        ),
        (
            [action(FIRST, closed="2018-03-01", action_kind="training"), action(FIRST, action_kind="simpler-process")],
            "still open; a follow-up of its measure: not recorded",
        ),
        (
            [action(FIRST, closed="2018-03-01", action_kind="training"), action(FIRST)],
            "still open; a follow-up of its measure: not recorded",
        ),
    ],
)
def test_what_came_of_the_last_time_is_told_in_a_line(actions: list[Fields], said: str) -> None:
    assert _came(*actions) == said


def test_an_answer_to_something_else_is_no_answer() -> None:
    story = {**CHAIN, "findings/2017-a": finding("reviews/2017-a"), "actions/2018-a": action("findings/2017-a", SECOND)}
    assert response_in_words(snapshot_of(story), FIRST) == "what was done about it: not recorded"


def test_a_recommendation_that_was_not_answered_is_put_as_the_records_know_it() -> None:
    compiled = {"by": "Others", "own": False, "basis": "Published reports", "complete": "No"}
    public = snapshot_of({**CHAIN, "partnership": partnership(compiled=compiled)})
    assert repeated_recommendations(public)[0].last_time == "what was done about it: not in the sources read"


def test_what_came_of_the_last_time_is_that_of_the_newest_earlier_one() -> None:
    story = {
        **CHAIN,
        "actions/2017-a": action(FIRST, closed="2017-12-01", action_kind="simpler-process"),
        "actions/2020-b": action(SECOND, closed="2020-03-01", action_kind="training"),
    }
    said = _before(story)[THIRD].last_time
    assert said == "last closed 2020-03-01 with training only; a follow-up of its measure: not recorded"


def test_only_earlier_recommendations_are_offered_never_later_ones() -> None:
    story = {"reviews/2017-a": _asks("2017-05-01"), "reviews/2019-b": _asks("2019-02-26")}
    assert _offered(story, SECOND) == [FIRST]
    assert _offered(story, FIRST) == []


def test_what_was_asked_for_on_the_same_day_or_in_the_same_report_was_not_said_before() -> None:
    two = [recommendation("inform", INFORM), recommendation("tell", INFORM)]
    story = {"reviews/2019-b": review("2019-02-26", recommendations=two), "audits/2019-a": audit("2019-02-26")}
    story["audits/2019-a"]["recommendations"] = [recommendation("inform", INFORM)]
    assert _perhaps(story) == {}
    undated = {"reviews/2019-b": review(None, recommendations=two)}
    assert _perhaps(undated) == {}


def test_what_has_no_date_is_compared_with_what_has_one_and_is_never_offered_itself() -> None:
    story = {"reviews/2017-a": _asks("2017-05-01"), "reviews/2019-b": _asks(None)}
    assert _offered(story, SECOND) == [FIRST]
    assert _offered(story, FIRST) == []


def test_no_more_than_the_best_three_are_offered_the_closest_first() -> None:
    texts = {
        "2011": "Tell the front door",
        "2012": "Tell the front door at once",
        "2013": "Tell the front door at once when a child stops attending",
        "2014": "Tell a school",
        "2015": "Buy new chairs",
    }
    story = {f"reviews/{year}-x": _asks(f"{year}-01-01", text) for year, text in texts.items()}
    found = _offered({**story, "reviews/2019-b": _asks("2019-02-26")}, SECOND)
    assert found == ["reviews/2013-x#inform", "reviews/2012-x#inform", "reviews/2011-x#inform"]


def test_what_a_person_has_linked_is_not_asked_about_again() -> None:
    assert set(_perhaps(CHAIN)) == set()
    assert set(_perhaps({**CHAIN, "reviews/2022-d": _asks("2022-01-01")})) == {"reviews/2022-d#inform"}


def test_a_repeat_that_shares_no_word_is_found_by_theme_and_agency() -> None:
    dads: dict[str, Any] = {"themes": ["early-help"], "to": ["council"]}
    story = {
        "reviews/2017-a": _asks("2017-05-01", "Fathers are to be involved", **dads),
        "reviews/2018-x": _asks("2018-05-01", "Ask both parents", themes=["early-help"], to=["police"]),
        "reviews/2018-y": _asks("2018-05-01", "Ask both parents", themes=["supervision"], to=["council"]),
        "reviews/2018-z": _asks("2018-05-01", "Ask both parents", themes=["early-help"]),
        "reviews/2019-b": _asks("2019-02-26", "Dads remain invisible", **dads),
    }
    found = _perhaps(story)[SECOND]
    assert (found.by_text, found.by_theme) == ((), (FIRST,))
    assert found.text == "Dads remain invisible"


def test_what_was_found_by_its_words_is_not_offered_a_second_time() -> None:
    same: dict[str, Any] = {"themes": ["early-help"], "to": ["council"]}
    story = {"reviews/2017-a": _asks("2017-05-01", **same), "reviews/2019-b": _asks("2019-02-26", **same)}
    found = _perhaps(story)[SECOND]
    assert [candidate.id for candidate in found.by_text] == [FIRST]
    assert found.by_theme == ()


def test_what_is_like_nothing_before_it_is_not_asked_about() -> None:
    story = {"reviews/2017-a": _asks("2017-05-01"), "reviews/2019-b": _asks("2019-02-26", "Buy new chairs")}
    assert _perhaps(story) == {}


def test_only_those_on_the_theme_are_asked_about_but_with_candidates_from_anywhere() -> None:
    story = {
        "reviews/2017-a": _asks("2017-05-01", themes=["supervision"]),
        "reviews/2019-b": _asks("2019-02-26", themes=["early-help"]),
        "reviews/2020-c": _asks("2020-02-26", themes=["supervision"]),
    }
    found = _perhaps(story, "early-help")
    assert list(found) == [SECOND]
    assert [candidate.id for candidate in found[SECOND].by_text] == [FIRST]
