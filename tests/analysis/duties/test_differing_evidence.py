from typing import Any

from lif.analysis.duties.differing_evidence import differences
from lif.analysis.duties.standards import read_cycle
from support.story import TODAY, assessment, finding, partnership, review, snapshot_of

SCALE = {
    "key": "ratings",
    "name": "Ratings",
    "grades": [{"key": key, "label": key.title()} for key in ("met", "mostly", "partly", "not")],
}
SET = {
    "key": "standards",
    "name": "Standards",
    "scale": "ratings",
    "standards": [{"key": "voice", "text": "Children are heard", "themes": ["child-voice"]}],
}
ARRANGEMENTS = partnership(
    cycles=[{"key": "2026", "standards_set": "standards", "due": "2026-07-10"}], scales=[SCALE], standards_sets=[SET]
)


def told(
    rating: dict[str, Any], agreed: int | None = None, others: dict[str, Any] | None = None
) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """What differs on the council's standard and the records that show it; the return itself names no set."""
    heard = [{"standard": "voice", "asked": "I hear children", "agreed": agreed, "answered": 100}] if agreed else []
    returned = assessment(agency="council", ratings=[{"standard": "voice", **rating}], practitioner_survey=heard)
    records = {
        "partnership": ARRANGEMENTS,
        "assessments/2026-a": returned,
        "reviews/2026-r": review(),
        **(others or {}),
    }
    snapshot = snapshot_of(records)
    reading = read_cycle(snapshot, "2026", TODAY)
    assert reading is not None
    (row,) = reading.rows
    return [(difference.says, difference.records) for difference in differences(snapshot, row)]


def about(direction: str, **more: Any) -> dict[str, Any]:
    return {"findings/2026-f": finding("reviews/2026-r", direction, "child-voice", title="Seen", **more)}


def test_nothing_differs_where_all_point_one_way() -> None:
    assert told({"own": "met", "moderated": "met"}, 80, about("working-well")) == []
    assert told({"own": "not"}, 20, about("gap")) == []
    assert told({}, 20, about("gap")) == []


def test_moderation_that_ended_elsewhere_is_told_unless_it_was_carried_over() -> None:
    lowered = {"own": "met", "moderated": "partly"}
    assert told(lowered) == [(("its own rating is met, moderation ended with partly",), ("assessments/2026-a",))]
    assert told({**lowered, "carried_from": "assessments/2025-a"}) == []


def test_practitioners_who_do_not_fit_the_own_rating_or_the_moderated_one_are_told_in_counts() -> None:
    assert told({"own": "met"}, 61)[0][0] == (
        "61 of 100 practitioners agreed (I hear children), which does not fit its own rating met",
    )
    assert told({"own": "met", "moderated": "partly"}, 90)[0][0] == (
        "its own rating is met, moderation ended with partly",
        "90 of 100 practitioners agreed (I hear children), which does not fit the moderated rating partly",
    )


def test_findings_from_elsewhere_that_say_otherwise_are_named() -> None:
    assert told({"own": "met"}, others=about("gap")) == [
        (
            ("it stands as met, and other evidence says otherwise: Seen (gap)",),
            ("assessments/2026-a", "findings/2026-f"),
        )
    ]
    assert told({"own": "partly"}, others=about("working-well")) != []
    assert told({"own": "met"}, others=about("gap", agencies=["police"])) == []
    assert told({"own": "met"}, others=about("gap", agencies=["council"])) != []
    assert told({"own": "met"}, others=about("gap", date="2022-01-01")) == []
