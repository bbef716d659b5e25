import pytest

from lif.analysis.themes.decisions_on_theme import decisions_on
from support.story import Fields, decision, finding, recommendation, review, snapshot_of

REVIEW = review(
    themes=["early-help", "supervision"],
    recommendations=[recommendation("help", themes=["early-help"]), recommendation("both")],
)
STORY: dict[str, Fields] = {
    "reviews/2026-a": REVIEW,
    "reviews/2026-single": review(themes=["early-help"], recommendations=[recommendation("it")]),
    "findings/2026-a": finding("reviews/2026-a", theme="supervision", needs=["early-help"]),
}


@pytest.mark.parametrize(
    ("fields", "is_on_it"),
    [
        ({"theme": "early-help"}, True),
        ({"theme": "supervision", "themes": ["early-help"]}, True),
        ({"about": ["findings/2026-a"]}, True),
        ({"about": ["reviews/2026-a#help"]}, True),
        ({"about": ["reviews/2026-single"]}, True),
        ({"about": ["reviews/2026-single#it"]}, True),
        ({"about": ["reviews/2026-a"]}, False),
        ({"about": ["reviews/2026-a#both"]}, False),
        ({"theme": "supervision"}, False),
    ],
    ids=str,
)
def test_a_decision_is_on_the_themes_it_names_and_of_what_it_is_about(fields: Fields, is_on_it: bool) -> None:  # noqa: FBT001
    snapshot = snapshot_of({**STORY, "decisions/2026-a": decision(**fields)})
    assert [entry.id for entry in decisions_on(snapshot, "early-help")] == (["decisions/2026-a"] if is_on_it else [])


def test_the_newest_stands_first_and_a_superseded_one_not_at_all() -> None:
    snapshot = snapshot_of(
        {
            "decisions/2026-a": decision(theme="early-help", date="2026-01"),
            "decisions/2026-b": decision(theme="early-help", date="2026-02"),
            "decisions/2026-c": decision(theme="early-help"),
            "decisions/2026-d": decision(theme="supervision", date="2026-03", supersedes="decisions/2026-a"),
        }
    )
    assert [entry.id for entry in decisions_on(snapshot, "early-help")] == ["decisions/2026-b", "decisions/2026-c"]
