from datetime import date
from typing import Any

import pytest

from lif.analysis.lines.lineage import TracedLine, records_naming_theme, records_on_theme, trace
from support.story import TODAY, action, audit, decision, evaluation, finding, recommendation, review, snapshot_of

LINE: dict[str, dict[str, Any]] = {
    "needs/2025-a": {
        "title": "A need", "sharing": "public", "raised": "2025-01-01", "themes": ["early-help"],
        "evidence": [{"unnamed": "Letters of head teachers"}],
    },
    "reviews/2026-a": review(
        "2026-03-05",
        answers=["needs/2025-a"],
        recommendations=[
            recommendation("pathway", "One pathway", findings=["findings/2026-a"], made="2026-02-01"),
            recommendation("training", "More training", findings=["findings/2026-b"]),
        ],
    ),
    "findings/2026-a": finding("reviews/2026-a"),
    "findings/2026-b": finding("reviews/2026-a"),
    "decisions/2026-a": decision(
        about=["reviews/2026-a#pathway"], date="2026-03-20", evidence=[{"unnamed": "Serious case reviews"}]
    ),
    "actions/2026-a": action("reviews/2026-a#pathway", agreed="2026-04-01"),
    "actions/2026-b": action("reviews/2026-a#training", agreed="2026-04-01"),
    "learning/2026-a": {
        "title": "A briefing", "sharing": "public", "form": "briefing", "from_records": ["findings/2026-a"],
        "date": "2026-05-01",
    },
    "evaluations/2026-a": evaluation("actions/2026-a", date="2026-09-01"),
    "reviews/2026-apart": review(),
}  # fmt: skip


def _line(*start: str, story: dict[str, dict[str, Any]] = LINE, today: date = TODAY) -> TracedLine:
    return trace(snapshot_of(story), start, today)


def _ids(thread: TracedLine) -> list[str]:
    return [stop.id for stop in thread.stops]


def test_the_line_of_a_recommendation_runs_from_the_need_to_the_impact_and_leaves_its_neighbours_out() -> None:
    assert _ids(_line("reviews/2026-a#pathway")) == [
        "needs/2025-a",
        "reviews/2026-a",
        "findings/2026-a",
        "reviews/2026-a#pathway",
        "decisions/2026-a",
        "actions/2026-a",
        "evaluations/2026-a",
    ]


def test_the_line_of_a_finding_holds_what_was_asked_done_and_passed_on_about_it() -> None:
    thread = _line("findings/2026-a")
    assert [stop.id for stop in thread.at("learning")] == ["learning/2026-a"]
    assert [stop.id for stop in thread.at("recommendation")] == ["reviews/2026-a#pathway"]
    assert thread.at("finding")[0].note == "needs to improve"
    assert thread.breaks == ()


def test_the_line_of_a_review_holds_everything_that_came_of_it() -> None:
    assert set(_ids(_line("reviews/2026-a"))) == {
        *(record_id for record_id in LINE if record_id != "reviews/2026-apart"),
        "reviews/2026-a#pathway",
        "reviews/2026-a#training",
    }


def test_stops_stand_in_the_order_of_the_line_and_then_of_time() -> None:
    thread = _line("reviews/2026-a")
    assert [stop.stage for stop in thread.stops] == sorted(
        (stop.stage for stop in thread.stops),
        key=["need", "looked", "finding", "recommendation", "decision", "action", "learning", "evaluation"].index,
    )
    asked = thread.at("recommendation")
    assert [(stop.title, str(stop.when)) for stop in asked] == [
        ("One pathway", "2026-02-01"),
        ("More training", "2026-03-05"),
    ]


def test_what_a_source_speaks_of_without_naming_it_is_told_with_the_record_that_says_so() -> None:
    assert set(_line("decisions/2026-a").unnamed) == {
        ("decisions/2026-a", "Serious case reviews"),
        ("needs/2025-a", "Letters of head teachers"),
    }


def test_evidence_of_change_stands_after_the_action_it_speaks_for() -> None:
    story: dict[str, dict[str, Any]] = {
        "actions/2026-a": action(agreed="2026-04-01", evidence=[{"record": "audits/2026-a"}]),
        "audits/2026-a": audit(),
    }
    assert _ids(_line("actions/2026-a", story=story)) == ["audits/2026-a", "actions/2026-a"]
    assert ("actions/2026-a", "nothing shows what difference it made") not in _line(
        "actions/2026-a", story=story
    ).breaks


def test_an_item_that_no_line_asks_for_stands_besides() -> None:
    story: dict[str, dict[str, Any]] = {
        "positions/2026-a": {
            "title": "A position", "sharing": "public", "year": "2026-27", "agreed": "2026-04-01",
            "factors": [{"key": "fewer-workers", "factor": "There are fewer workers"}],
        },
        "needs/2026-a": {"title": "A need", "sharing": "public", "factors": ["positions/2026-a#fewer-workers"]},
        "flags/2026-a": {
            "title": "A flag", "sharing": "public", "flag_kind": "strength", "from_records": ["audits/2026-a"],
        },
        "audits/2026-a": audit(answers=["needs/2026-a"]),
    }  # fmt: skip
    thread = _line("needs/2026-a", story=story)
    assert [(stop.id, stop.title) for stop in thread.at("other")] == [
        ("positions/2026-a#fewer-workers", "There are fewer workers"),
        ("flags/2026-a", "A flag"),
    ]


def test_what_is_cited_and_not_there_is_no_stop() -> None:
    story = {"actions/2026-a": action("reviews/2026-gone#item"), "reviews/2026-a": review()}
    snapshot = snapshot_of(story, may_be_broken=True)
    assert _ids(trace(snapshot, ["actions/2026-a", "reviews/2026-a#gone"], TODAY)) == ["actions/2026-a"]


def test_a_circle_of_citations_comes_to_an_end() -> None:
    story = {
        "findings/2026-a": finding("reviews/2026-a", recurrence_of="findings/2026-b"),
        "findings/2026-b": finding("reviews/2026-a", recurrence_of="findings/2026-a"),
        "reviews/2026-a": review(),
    }
    thread = trace(snapshot_of(story, may_be_broken=True), ["findings/2026-a"], TODAY)
    assert _ids(thread) == ["reviews/2026-a", "findings/2026-a", "findings/2026-b"]


def test_the_line_breaks_where_nothing_follows() -> None:
    story = {
        "reviews/2026-a": review(recommendations=[recommendation("alone")]),
        "findings/2026-a": finding("reviews/2026-a"),
        "findings/2026-b": finding("reviews/2026-a", "working-well"),
        "findings/2026-c": finding("reviews/2026-a", superseded_by="findings/2026-a"),
        "findings/2026-d": finding("reviews/2026-a", "gap", derived_from="findings/2026-a"),
    }
    assert _line("reviews/2026-a", story=story).breaks == (
        ("findings/2026-a", "nothing was asked for, decided or done about it"),
        ("reviews/2026-a#alone", "no action answers it"),
        ("", "Decided"),
        ("", "Done"),
        ("", "Passed on"),
        ("", "Evidence of impact"),
    )


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({}, "nothing shows what difference it made"),
        ({"due": "2026-10-01"}, ""),
        ({"due": "2026-09-30"}, "nothing shows what difference it made"),
        ({"due": "2026-12-01", "done": "2026-09-01"}, "nothing shows what difference it made"),
        ({"due": "2026-12-01", "closed": "2026-09-01"}, "nothing shows what difference it made"),
        ({"due": "2026-01-01", "outcome": "cannot-tell"}, "it cannot be told what difference it made"),
        (
            {"due": "2026-01-01", "measures": [{"what": "A count", "follow_up": {"said": "More"}}]},
            "its measure, taken again, shows no change",
        ),
        ({"due": "2026-01-01", "measures": [{"what": "A count"}]}, "nothing shows what difference it made"),
    ],
)
def test_an_action_is_asked_what_difference_it_made_once_it_is_due(fields: dict[str, Any], missing: str) -> None:
    thread = _line("actions/2026-a", story={"actions/2026-a": action(agreed="2026-01-01", **fields)})
    assert dict(thread.breaks).get("actions/2026-a", "") == missing


def test_the_records_on_a_theme_are_those_that_name_it_and_not_the_partnership() -> None:
    assert records_naming_theme(snapshot_of(LINE), "early-help") == (
        "findings/2026-a",
        "findings/2026-b",
        "needs/2025-a",
    )
    assert records_naming_theme(snapshot_of(LINE), "supervision") == ()


MANY: dict[str, dict[str, Any]] = {
    "reviews/2026-many": review(
        themes=["early-help", "supervision"],
        recommendations=[
            recommendation("of-the-record", "Do it all"),
            recommendation("elsewhere", "See to supervision", themes=["supervision"]),
        ],
    ),
    "findings/2026-on": finding("reviews/2026-many"),
    "findings/2026-off": finding("reviews/2026-many", theme="supervision"),
    "actions/2026-on": action("reviews/2026-many#of-the-record", agreed="2026-04-01"),
    "actions/2026-off": action("reviews/2026-many#elsewhere", agreed="2026-04-01"),
    "actions/2026-off-too": action("findings/2026-off", agreed="2026-04-01"),
}


def test_what_only_carries_a_theme_among_others_is_not_about_it() -> None:
    assert records_on_theme(snapshot_of(MANY), "early-help") == (
        ("findings/2026-on", "reviews/2026-many#of-the-record"),
        ("reviews/2026-many",),
    )
    about, carriers = records_on_theme(snapshot_of(MANY), "supervision")
    assert set(about) == {"findings/2026-off", "reviews/2026-many#of-the-record", "reviews/2026-many#elsewhere"}
    assert carriers == ("reviews/2026-many",)


def test_the_line_of_a_theme_leaves_out_what_came_of_a_review_on_its_other_themes() -> None:
    snapshot = snapshot_of(MANY)
    about, carriers = records_on_theme(snapshot, "early-help")
    assert _ids(trace(snapshot, about, TODAY, carriers)) == [
        "reviews/2026-many",
        "findings/2026-on",
        "reviews/2026-many#of-the-record",
        "actions/2026-on",
    ]
    whole = set(_ids(trace(snapshot, ["reviews/2026-many"], TODAY)))
    assert {"findings/2026-off", "actions/2026-off", "actions/2026-off-too"} <= whole


def test_a_review_that_carries_a_theme_and_on_which_nothing_was_found_stands_on_its_line_alone() -> None:
    snapshot = snapshot_of({"reviews/2026-a": review(themes=["early-help"]), "needs/2025-a": LINE["needs/2025-a"]})
    about, carriers = records_on_theme(snapshot, "early-help")
    assert (about, carriers) == (("needs/2025-a",), ("reviews/2026-a",))
    assert _ids(trace(snapshot, about, TODAY, carriers)) == ["needs/2025-a", "reviews/2026-a"]
