from typing import Any

import pytest

from lif.analysis.themes.earlier_findings import possible_repeat_of_finding
from lif.analysis.themes.recurrence import PossibleRepeat
from lif.model.kinds.finding import Finding
from support.story import finding, review, snapshot_of

EARLIER: dict[str, dict[str, Any]] = {
    "reviews/2024-a": review("2024-03-05"),
    "reviews/2026-b": review("2026-03-05"),
    "findings/2024-lists": finding("reviews/2024-a", says="Each agency keeps a list of its own", agencies=["council"]),
}


def repeat_offered(says: str = "Every agency still keeps its own list", **more: Any) -> PossibleRepeat | None:
    """What is offered for a finding of 2026, beside one of 2024."""
    source = more.pop("source", "reviews/2026-b")
    snapshot = snapshot_of({**EARLIER, "findings/2026-new": finding(source, says=says, **more)})
    return possible_repeat_of_finding(
        snapshot, next(entry for entry in snapshot.of(Finding) if entry.id == "findings/2026-new")
    )


def test_an_earlier_finding_that_says_the_same_is_offered() -> None:
    found = repeat_offered()
    assert found is not None
    assert [candidate.id for candidate in found.by_text] == ["findings/2024-lists"]
    assert found.by_theme == ()


def test_one_on_the_same_theme_about_the_same_agency_is_offered_though_it_shares_no_word() -> None:
    found = repeat_offered(says="Nobody knows who is missing", title="Registers differ", agencies=["council"])
    assert found is not None
    assert (found.by_text, found.by_theme) == ((), ("findings/2024-lists",))


@pytest.mark.parametrize(
    "more",
    [
        {"direction": "working-well"},
        {"recurrence_of": "findings/2024-lists"},
        {"derived_from": "findings/2024-lists"},
        {"source": "reviews/2024-a"},
        {"says": "Nobody knows who is missing", "title": "Registers differ"},
        {"date": "2023-01-01"},
    ],
    ids=["a strength", "linked already", "derived", "the same source", "nothing alike", "the older of the two"],
)
def test_nothing_is_offered_where_nothing_came_before(more: dict[str, Any]) -> None:
    assert repeat_offered(**more) is None
