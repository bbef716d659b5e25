"""The themes of a record: one rule for priorities, for what shows a change, and for reports on a priority."""

from lif.analysis.lines.themes_of import is_on, themes_answered, themes_named
from support.story import action, decision, evaluation, finding, recommendation, review, snapshot_of

STORY = {
    "reviews/2025-a": review(
        "2025-05-01",
        themes=["early-help"],
        recommendations=[
            recommendation("ask"),
            recommendation("rest", themes=["supervision"], findings=["findings/2025-a"]),
        ],
    ),
    "findings/2025-a": finding("reviews/2025-a", theme="child-voice", needs=["neglect"]),
    "decisions/2025-a": decision(about=["findings/2025-a"], theme="supervision"),
    "actions/2025-a": action("decisions/2025-a"),
    "actions/2025-b": action("reviews/2025-a#ask"),
    "actions/2025-c": action("reviews/2025-a#rest"),
    "evaluations/2026-a": evaluation("actions/2025-a", themes=["early-help"]),
}


def test_a_record_is_on_the_themes_it_names_and_on_those_of_everything_it_answers() -> None:
    """An evaluation counts for the need of the finding behind its action."""
    snapshot = snapshot_of(STORY)
    assert themes_named(snapshot, "evaluations/2026-a") == {"early-help"}
    assert themes_answered(snapshot, "evaluations/2026-a") == {"supervision", "child-voice", "neglect"}
    assert is_on(snapshot, "evaluations/2026-a", {"neglect"})
    assert not is_on(snapshot, "actions/2025-b", {"neglect"})


def test_a_recommendation_has_its_own_themes_or_those_of_its_record_and_those_of_its_findings() -> None:
    snapshot = snapshot_of(STORY)
    assert themes_answered(snapshot, "actions/2025-b") == {"early-help"}
    assert themes_answered(snapshot, "actions/2025-c") == {"supervision", "child-voice", "neglect"}


def test_an_activity_is_on_its_own_themes_alone_and_what_is_not_there_on_none() -> None:
    snapshot = snapshot_of(STORY)
    assert themes_answered(snapshot, "reviews/2025-a") == frozenset()
    assert themes_named(snapshot, "reviews/2099-none") == frozenset()
