from typing import Any

import pytest

from lif.analysis.themes.came_back import Recurrence, linked_recurrences, proposed_recurrences
from support.story import Fields, audit, finding, review, snapshot_of

BEFORE: dict[str, Fields] = {
    "reviews/2023-a": review("2023-06-01"),
    "reviews/2026-b": review("2026-06-01"),
    "findings/2023-a": finding("reviews/2023-a", says="Each agency keeps a list of its own"),
    "findings/2026-other": finding("reviews/2026-b", says="Schools hear late"),
}
SAME = "Every agency still keeps its own list"


def _proposed(*, says: str = SAME, source: str = "reviews/2026-b", **more: Any) -> tuple[Recurrence, ...]:
    return proposed_recurrences(snapshot_of({**BEFORE, "findings/2026-b": finding(source, says=says, **more)}))


def _links(recurrences: tuple[Recurrence, ...]) -> list[tuple[str, list[str]]]:
    return [(found.finding.id, [earlier.id for earlier in found.earlier]) for found in recurrences]


def test_what_a_person_linked_came_back_through_every_link() -> None:
    story = {
        **BEFORE,
        "reviews/2024-c": review("2024-06-01"),
        "findings/2024-c": finding("reviews/2024-c", recurrence_of="findings/2023-a"),
        "findings/2026-b": finding("reviews/2026-b", theme="supervision", recurrence_of="findings/2024-c"),
    }
    snapshot = snapshot_of(story)
    assert _links(linked_recurrences(snapshot)) == [
        ("findings/2024-c", ["findings/2023-a"]),
        ("findings/2026-b", ["findings/2023-a", "findings/2024-c"]),
    ]
    assert _links(linked_recurrences(snapshot, "supervision")) == [
        ("findings/2026-b", ["findings/2023-a", "findings/2024-c"])
    ]


def test_the_same_theme_with_like_text_from_another_source_is_a_proposal() -> None:
    (found,) = _proposed()
    assert (found.finding.says, str(found.finding.when)) == (SAME, "2026-06-01")
    assert [(earlier.id, str(earlier.when)) for earlier in found.earlier] == [("findings/2023-a", "2023-06-01")]


@pytest.mark.parametrize(
    "more",
    [
        {"says": "Few come to training"},
        {"says": "Early help comes late, as an agency says"},
        {"theme": "supervision"},
        {"direction": "working-well"},
        {"recurrence_of": "findings/2023-a"},
        {"derived_from": "findings/2023-a"},
        {"superseded_by": "findings/2026-other"},
        {"source": "reviews/2023-a"},
        {"date": "2023-06-01"},
        {"date": "2023"},
    ],
    ids=[
        "other text", "one word besides the theme's own", "another theme", "no concern", "linked", "a repeat",
        "superseded",
        "the same source", "the same day", "perhaps the earlier of the two",
    ],
)  # fmt: skip
def test_anything_less_is_no_proposal(more: dict[str, Any]) -> None:
    assert _proposed(**more) == ()


def test_an_audit_that_repeats_another_is_no_proposal() -> None:
    says = "The plan holds no word of the child"
    story = {
        "audits/2024-a": audit("2024-06-01"),
        "audits/2025-b": audit("2025-06-01", reaudit_of="audits/2024-a"),
        "audits/2026-c": audit("2026-06-01", reaudit_of="audits/2025-b"),
        "findings/2024-a": finding("audits/2024-a", says=says),
        "findings/2026-c": finding("audits/2026-c", says=says),
    }
    assert proposed_recurrences(snapshot_of(story)) == ()


def test_parts_of_one_piece_of_work_are_no_proposal() -> None:
    story = {
        "reviews/2026-whole": review("2026-06-01"),
        "reviews/2025-part": review("2025-06-01", part_of="reviews/2026-whole"),
        "findings/2025-a": finding("reviews/2025-part", says=SAME),
        "findings/2026-b": finding("reviews/2026-whole", says=SAME),
    }
    assert proposed_recurrences(snapshot_of(story)) == ()


def test_the_most_alike_stands_first() -> None:
    story = {
        **BEFORE,
        "findings/2026-b": finding("reviews/2026-b", says="An agency has its list, with fathers, schools and homes"),
        "findings/2026-c": finding("reviews/2026-b", says="Each agency keeps a list of its own"),
    }
    assert [found.finding.id for found in proposed_recurrences(snapshot_of(story))] == [
        "findings/2026-c",
        "findings/2026-b",
    ]
    assert proposed_recurrences(snapshot_of(story), "supervision") == ()
