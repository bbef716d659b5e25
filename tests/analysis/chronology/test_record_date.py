from typing import Any

import pytest

from lif.analysis.chronology.record_date import dated_in_words, own_date, record_date
from support.story import (
    action,
    assessment,
    audit,
    decision,
    evaluation,
    feedback,
    finding,
    partnership,
    review,
    snapshot_of,
)

PUBLIC = {"title": "A record", "sharing": "public"}
PLACED: list[tuple[str, dict[str, Any], str]] = [
    ("reviews/2026-a", review("2026-03-05"), "2026-03-05"),
    ("reviews/2026-a", review(None, life={"completed": "2025-12", "commissioned": "2025-01-01"}), "2025-12"),
    ("reviews/2026-a", review(None, life={"commissioned": "2025-01-01", "started": "2025-02-01"}), "2025-01-01"),
    ("reviews/2026-a", review(None, shared_with_group="2026-02-01"), "2026-02-01"),
    ("audits/2026-a", audit("2026-04-16"), "2026-04-16"),
    ("audits/2026-a", audit(None, life={"planned": "2025-10", "started": "2026-01"}), "2026-01"),
    ("assessments/2026-a", assessment(), "2026-02-10"),
    (
        "assessments/2026-a",
        {**PUBLIC, "cycle": "2026", "peer_challenge": [{"date": "2026-06-01"}, {"date": "2026-07-01"}]},
        "2026-06-01",
    ),
    ("feedback/2026-a", feedback(), "2026-05-20"),
    ("decisions/2026-a", decision(takes_effect="2026-01"), "2026-01"),
    ("actions/2026-a", action(progress=[{"date": "2026-01-01", "said": "Begun"}]), "2026-01-01"),
    ("actions/2026-a", action(due="2026-12-01", closed="2026-09-01"), "2026-09-01"),
    ("evaluations/2026-a", evaluation(follow_up={"date": "2026-05-01", "said": "Better"}), "2026-05-01"),
    (
        "indicators/2026-a",
        {
            **PUBLIC, "measure": "How many", "better": "higher",
            "series": [{"at": "2026-01", "value": 1}, {"at": "2026-02", "value": 2}],
        },
        "2026-02",
    ),
    ("learning/2026-a", {**PUBLIC, "form": "event", "received": [{"date": "2026-03"}]}, "2026-03"),
    ("needs/2026-a", {**PUBLIC, "answered": "2026-03-01"}, "2026-03-01"),
    ("contributions/2026-a", {**PUBLIC, "agency": "police", "year": "2025-26", "due": "2026-05-01"}, "2026-05-01"),
    ("positions/2026-a", {**PUBLIC, "year": "2025-26", "agreed": "2025-04"}, "2025-04"),
    ("challenges/2026-a", {**PUBLIC, "raised": "2026-03-02"}, "2026-03-02"),
    ("flags/2026-a", {**PUBLIC, "flag_kind": "strength", "raised": "2026-03-02"}, "2026-03-02"),
    (
        "inspections/2026-a",
        {**PUBLIC, "inspection_kind": "peer-review", "body": "Peers", "completed": "2026-03-02", "started": "2026-03"},
        "2026-03-02",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("record_id", "fields", "day"), PLACED, ids=lambda value: value if type(value) is str else "")
def test_a_record_is_placed_by_the_first_date_that_tells_of_its_result(
    record_id: str, fields: dict[str, Any], day: str
) -> None:
    snapshot = snapshot_of({record_id: fields})
    assert str(record_date(snapshot, record_id)) == day
    assert str(own_date(snapshot.entries[record_id].record)) == day


@pytest.mark.parametrize(
    ("record_id", "fields"),
    [
        ("reviews/2026-a", review(None)),
        ("indicators/2026-a", {**PUBLIC, "measure": "How many", "better": "higher"}),
        ("actions/2026-a", action(due="2026-12-01")),
        ("decisions/2026-a", decision()),
    ],
)
def test_a_record_without_such_a_date_is_placed_nowhere(record_id: str, fields: dict[str, Any]) -> None:
    assert record_date(snapshot_of({record_id: fields}), record_id) is None


def test_a_finding_without_a_date_of_its_own_has_that_of_its_source() -> None:
    story = {
        "reviews/2026-a": review("2026-03-05"),
        "findings/2026-a": finding("reviews/2026-a"),
        "findings/2026-b": finding("reviews/2026-a", date="2025-12"),
    }
    snapshot = snapshot_of(story)
    assert str(record_date(snapshot, "findings/2026-a")) == "2026-03-05"
    assert str(record_date(snapshot, "findings/2026-b")) == "2025-12"
    assert own_date(snapshot.entries["findings/2026-a"].record) is None


def test_an_item_is_placed_with_its_record_and_what_is_not_there_nowhere() -> None:
    snapshot = snapshot_of({"reviews/2026-a": review("2026-03-05"), "findings/2026-a": finding("reviews/2026-a")})
    assert str(record_date(snapshot, "reviews/2026-a#some-item")) == "2026-03-05"
    assert record_date(snapshot, "reviews/2026-nowhere") is None
    assert record_date(snapshot, "partnership") is None
    assert own_date(snapshot_of({"partnership": partnership()}).entries["partnership"].record) is None


def test_a_date_in_words_is_marked_where_the_field_it_comes_from_is_inferred() -> None:
    story = snapshot_of(
        {
            "reviews/2026-a": review("2026-03-05", inferred=["life.published"]),
            "reviews/2026-b": review("2026-03-05", inferred=["review_kind"]),
            "findings/2026-a": finding("reviews/2026-a"),
            "findings/2026-b": finding("reviews/2026-a", date="2026-02", inferred=["date"]),
            "findings/2026-c": finding("reviews/2026-a", date="2026-02", inferred=["theme"]),
            "actions/2026-a": action(progress=[{"date": "2026-05", "said": "Begun"}], inferred=["progress"]),
            "actions/2026-b": action(),
        }
    )
    assert {record: dated_in_words(story, record) for record in story.entries} == {
        "partnership": "",
        "reviews/2026-a": "2026-03-05 (our reading)",
        "reviews/2026-b": "2026-03-05",
        "findings/2026-a": "2026-03-05 (our reading)",
        "findings/2026-b": "2026-02 (our reading)",
        "findings/2026-c": "2026-02",
        "actions/2026-a": "2026-05 (our reading)",
        "actions/2026-b": "",
    }
