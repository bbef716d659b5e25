from typing import Any

import pytest

from lif.analysis.impact.evidenced import LEVEL_WORDS, what_is_missing
from lif.model.kinds.evaluation import Evaluation
from lif.model.vocabulary import Level
from support.story import action, evaluation, snapshot_of

COLLECTOR = "a collector other than the owner of the action"
WHOLE = {
    "level": "3",
    "measure": "Plans with the child's own words",
    "target": {"target": "3 of 4", "set_on": "2025-01-10"},
    "baseline": {"met": 8, "of": 16, "date": "2024-06-01"},
    "follow_up": {"met": 10, "of": 14, "date": "2025-11-01"},
    "independent": "yes",
}
FAMILIES = {"level": "4", "domain": "families"}


def _missing(**fields: Any) -> tuple[str, ...]:
    """What the whole evaluation lacks with some fields otherwise; None takes one out."""
    kept = {name: value for name, value in {**WHOLE, **fields}.items() if value is not None}
    snapshot = snapshot_of(
        {
            "actions/2026-a": action(owner={"agency": "council"}),
            "evaluations/2026-a": evaluation("actions/2026-a", **kept),
        }
    )
    (entry,) = snapshot.of(Evaluation)
    return what_is_missing(snapshot, entry)


@pytest.mark.parametrize("fields", [{}, FAMILIES, {"collected_by": "police"}])
def test_a_claim_that_lacks_nothing(fields: dict[str, Any]) -> None:
    assert _missing(**fields) == ()


@pytest.mark.parametrize(
    ("fields", "lacks"),
    [
        ({"baseline": None}, "a baseline"),
        ({"follow_up": None}, "a follow-up"),
        ({"target": None}, "a target set beforehand"),
        ({"independent": None}, COLLECTOR),
        ({"independent": "no"}, COLLECTOR),
        ({"independent": "not-known"}, COLLECTOR),
        ({"collected_by": "council"}, COLLECTOR),
        ({"follow_up": {**WHOLE["follow_up"], "by": "council"}}, COLLECTOR),  # type: ignore[dict-item]
    ],
)
@pytest.mark.parametrize("level", [{"level": "3"}, FAMILIES])
def test_each_thing_lacking_is_named_alone(level: dict[str, Any], fields: dict[str, Any], lacks: str) -> None:
    assert _missing(**level, **fields) == (lacks,)


@pytest.mark.parametrize("fields", [{"level": "4", "domain": "practice"}, {"level": "3", "domain": "families"}])
def test_a_level_needs_a_measure_in_its_own_domain(fields: dict[str, Any]) -> None:
    assert _missing(**fields) == ("a measure of what its level says",)


def test_everything_lacking_is_named_in_order() -> None:
    assert _missing(baseline=None, follow_up=None, target=None, independent=None) == (
        "a baseline", "a follow-up", "a target set beforehand", COLLECTOR,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("set_on", "taken", "came_first"),
    [
        ("2025-10-31", "2025-11-01", True),
        ("2025-11-01", "2025-11-01", False),
        ("2025-11-02", "2025-11-01", False),
        ("2025", "2025-11-01", False),
        ("2024", "2025", True),
        (None, "2025-11-01", False),
        ("2025-01-10", None, False),
    ],
)
def test_a_target_counts_only_when_it_certainly_came_before_the_follow_up(
    set_on: str | None, taken: str | None, *, came_first: bool
) -> None:
    target = {"target": "3 of 4", **({"set_on": set_on} if set_on else {})}
    follow_up = {"met": 10, "of": 14, **({"date": taken} if taken else {})}
    assert _missing(target=target, follow_up=follow_up) == (() if came_first else ("a target set beforehand",))


@pytest.mark.parametrize("reading", [{"value": 0}, {"said": "Nobody asked them"}, {"met": 0, "of": 12}])
def test_a_number_a_sentence_or_a_count_makes_a_reading(reading: dict[str, Any]) -> None:
    assert _missing(baseline=reading) == ()


@pytest.mark.parametrize("name", ["baseline", "follow_up"])
def test_a_date_and_a_source_alone_are_no_reading(name: str) -> None:
    empty = {"date": "2025-11-01", "source": "The audit"}
    assert _missing(**{name: empty}) == (f"a {name.replace('_', '-')}",)


@pytest.mark.parametrize("level", ["1", "2"])
def test_that_people_liked_or_learned_it_needs_no_proof(level: str) -> None:
    assert _missing(level=level, baseline=None, follow_up=None, target=None, independent=None) == ()


def test_every_level_is_put_in_words() -> None:
    assert list(LEVEL_WORDS) == list(Level)
