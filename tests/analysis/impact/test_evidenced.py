from typing import Any

import pytest

from lif.analysis.impact.evidenced import LEVEL_WORDS, Impact, impact_of
from lif.model.kinds.evaluation import Evaluation
from lif.model.vocabulary import Level
from support.story import evaluation, snapshot_of

WHOLE = {
    "level": "3",
    "measure": "Plans with the child's own words",
    "target": {"target": "3 of 4", "set_on": "2025-01-10"},
    "baseline": {"met": 8, "of": 16, "date": "2024-06-01"},
    "follow_up": {"met": 10, "of": 14, "date": "2025-11-01"},
    "independent": "yes",
}


def _impact(**fields: Any) -> Impact:
    """What the whole evaluation comes to with some fields otherwise; None takes one out."""
    kept = {name: value for name, value in {**WHOLE, **fields}.items() if value is not None}
    (entry,) = snapshot_of({"evaluations/2026-a": evaluation(**kept)}).of(Evaluation)
    return impact_of(entry)


def test_a_claim_that_lacks_nothing_counts_as_evidenced() -> None:
    found = _impact()
    assert (found.record, found.level, found.lacks) == ("evaluations/2026-a", Level.PRACTICE, ())
    assert _impact().is_evidenced
    assert _impact(level="4").is_evidenced


@pytest.mark.parametrize(
    ("fields", "lacks"),
    [
        ({"baseline": None}, "a baseline"),
        ({"follow_up": None}, "a follow-up"),
        ({"target": None}, "a target set beforehand"),
        ({"independent": None}, "somebody independent who collected it"),
        ({"independent": "no"}, "somebody independent who collected it"),
        ({"independent": "not-known"}, "somebody independent who collected it"),
    ],
)
@pytest.mark.parametrize("level", ["3", "4"])
def test_each_thing_lacking_is_named_alone(level: str, fields: dict[str, Any], lacks: str) -> None:
    found = _impact(level=level, **fields)
    assert found.lacks == (lacks,)
    assert not found.is_evidenced


def test_everything_lacking_is_named_in_order() -> None:
    assert _impact(baseline=None, follow_up=None, target=None, independent=None).lacks == (
        "a baseline",
        "a follow-up",
        "a target set beforehand",
        "somebody independent who collected it",
    )


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
    assert _impact(target=target, follow_up=follow_up).lacks == (() if came_first else ("a target set beforehand",))


@pytest.mark.parametrize("reading", [{"value": 0}, {"said": "Nobody asked them"}, {"met": 0, "of": 12}])
def test_a_number_a_sentence_or_a_count_makes_a_reading(reading: dict[str, Any]) -> None:
    assert _impact(baseline=reading).is_evidenced


@pytest.mark.parametrize("name", ["baseline", "follow_up"])
def test_a_date_and_a_source_alone_are_no_reading(name: str) -> None:
    empty = {"date": "2025-11-01", "source": "The audit"}
    assert _impact(**{name: empty}).lacks == (f"a {name.replace('_', '-')}",)


@pytest.mark.parametrize("level", ["1", "2"])
def test_that_people_liked_or_learned_it_needs_no_proof(level: str) -> None:
    found = _impact(level=level, baseline=None, follow_up=None, target=None, independent=None)
    assert found.is_evidenced
    assert found.level == Level(level)


def test_every_level_is_put_in_words() -> None:
    assert list(LEVEL_WORDS) == list(Level)


def test_what_is_claimed_is_told_and_without_a_claim_the_title() -> None:
    assert _impact(claim="Plans hold the child's words").claim == "Plans hold the child's words"
    assert _impact().claim == "An evaluation"
