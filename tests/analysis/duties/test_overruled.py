"""Self-ratings that moderation lowered are no strengths."""

from typing import Any

import pytest

from lif.analysis.duties.overruled import is_strength, lowered_to
from lif.model.kinds.finding import Finding
from support.story import assessment, finding, partnership, snapshot_of

SCALE = {
    "key": "ratings",
    "name": "Ratings",
    "grades": [{"key": "met", "label": "Met"}, {"key": "partly", "label": "Partly met"}],
}
SET = {
    "key": "standards",
    "name": "Standards",
    "scale": "ratings",
    "standards": [
        {"key": "voice", "text": "Children are heard", "themes": ["child-voice"]},
        {"key": "plans", "text": "Plans say so", "themes": ["child-voice"]},
    ],
}


def _lowered(*ratings: dict[str, Any], direction: str = "working-well", **more: Any) -> str:
    snapshot = snapshot_of(
        {
            "partnership": partnership(scales=[SCALE], standards_sets=[SET]),
            "assessments/2026-a": assessment(agency="council", standards_set="standards", ratings=list(ratings)),
            "findings/2026-a": finding("assessments/2026-a", direction, "child-voice", **more),
        }
    )
    (entry,) = snapshot.of(Finding)
    lowered = lowered_to(snapshot, entry)
    assert is_strength(snapshot, entry) == (direction == "working-well" and not lowered)
    return lowered


def _rated(standard: str, moderated: str | None) -> dict[str, Any]:
    return {"standard": standard, "own": "met", **({"moderated": moderated} if moderated else {})}


def test_a_strength_that_rests_on_a_rating_moderated_down_is_none() -> None:
    """`rates hearing children as met` under `What works`, though moderation lowered it."""
    assert _lowered(_rated("voice", "partly")) == "the rating was moderated from met to partly met"


@pytest.mark.parametrize(
    "ratings",
    [
        (),
        (_rated("voice", None),),
        (_rated("voice", "met"),),
        (_rated("voice", "partly"), _rated("plans", "met")),
        (_rated("unheard-of", "partly"),),
    ],
)
def test_a_strength_stands_where_nothing_was_lowered_or_one_rating_was_upheld(ratings: Any) -> None:
    assert _lowered(*ratings) == ""


def test_the_standard_that_a_finding_names_goes_before_its_theme() -> None:
    assert _lowered(_rated("voice", "partly"), _rated("plans", "met"), rated_standard="voice") != ""


def test_a_concern_is_never_lowered() -> None:
    assert _lowered(_rated("voice", "partly"), direction="gap") == ""
