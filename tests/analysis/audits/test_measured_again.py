from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lif.analysis.audits.measured_again import concerns_about, deteriorations, measured_again
from lif.model.kinds.finding import Finding
from lif.model.snapshot import Snapshot
from support.story import ANOTHER, Fields, audit, finding, partnership, result, review, snapshot_of, standard

THEN, NOW = "audits/2024-a", "audits/2026-a"


def _told(
    then: tuple[int, int], now: tuple[int, int], more: Mapping[str, Fields] | None = None, **later: Any
) -> Snapshot:
    """Two audits of `own-words`, a finding of the first on it, and what else there is."""
    both: dict[str, Any] = {"selection": "random", "themes": ["early-help"]}
    return snapshot_of(
        {
            THEN: audit("2024-03-01", results=[result(*then)], **both),
            NOW: audit("2026-03-01", **{**both, "results": [result(*now)], **later}),
            "findings/2024-a": finding(THEN, standard="own-words"),
            **(more or {}),
        }
    )


def _history(snapshot: Snapshot, *speaking: str) -> list[str]:
    entry = next(entry for entry in snapshot.of(Finding) if entry.id == "findings/2024-a")
    return [measured.audit for measured in measured_again(snapshot, entry, frozenset(speaking))]


def test_a_clear_change_makes_history_also_without_a_finding() -> None:
    assert _history(_told((8, 16), (14, 14))) == [NOW]
    assert _history(_told((14, 14), (8, 16))) == [NOW]


def test_without_a_clear_change_a_later_finding_on_the_standard_must_speak() -> None:
    again = {"findings/2026-a": finding(NOW, "working-well", standard="own-words")}
    snapshot = _told((8, 16), (10, 14), again)
    assert _history(snapshot) == []
    assert _history(snapshot, "findings/2026-a") == [NOW]
    other = {"findings/2026-a": finding(NOW, "working-well", standard="alone")}
    assert _history(_told((8, 16), (10, 14), other), "findings/2026-a") == []


@pytest.mark.parametrize(
    "later",
    [
        {"selection": "hand-picked"},
        {"same_cases_as": [THEN]},
        {"results": [result(14, 14, asked="Something else was asked")]},
        {"results": [result(14, 14, "alone")]},
        {"audit_kind": "single-agency", "led_by": "police"},
        {"life": {"reported": "2024-03-01"}},
    ],
    ids=["picked by hand", "the same cases", "other words", "another standard", "one agency", "no order"],
)
def test_an_audit_that_did_not_measure_the_standard_anew_makes_no_history(later: dict[str, Any]) -> None:
    assert _history(_told((8, 16), (14, 14), **later)) == []


def test_a_standard_that_people_call_the_same_is_the_same() -> None:
    new = standard("quoted", "The plan quotes the child", same_as="own-words", same_because="Both count quotations")
    own = partnership(practice_standards=[standard("own-words"), new])
    results = {"results": [result(14, 14, "quoted")]}
    assert _history(_told((8, 16), (14, 14), {"partnership": own}, **results)) == [NOW]


def test_a_finding_of_a_review_or_of_serious_risk_is_never_history_by_a_measurement() -> None:
    risk = {"findings/2024-a": finding(THEN, standard="own-words", serious_risk=True)}
    assert _history(_told((8, 16), (14, 14), risk)) == []
    of_a_review = {"reviews/2024-a": review(), "findings/2024-a": finding("reviews/2024-a", standard="own-words")}
    assert _history(_told((8, 16), (14, 14), of_a_review)) == []


SHARES = st.tuples(st.integers(0, 30), st.integers(1, 30)).filter(lambda share: share[0] <= share[1])


@settings(max_examples=40, deadline=None)
@given(SHARES, SHARES, st.sampled_from(["own-words", "alone", "heard"]), st.booleans())
def test_a_finding_on_a_standard_that_no_later_audit_measured_never_becomes_history(
    then: tuple[int, int],
    now: tuple[int, int],
    measured: str,
    repeats: bool,  # noqa: FBT001
) -> None:
    later: dict[str, Any] = {"results": [result(*now, measured)], **({"reaudit_of": THEN} if repeats else {})}
    again = {"findings/2026-a": finding(NOW, "working-well", standard=measured)}
    found = _history(_told(then, now, again, **later), "findings/2026-a")
    assert found == [] or measured == "own-words"


def test_a_deterioration_is_told_once_for_each_line_and_as_it_stood_on_a_day() -> None:
    snapshot = _told((20, 31), (5, 40))
    (worse,) = deteriorations(snapshot, "early-help")
    assert (worse.audit, worse.chain.standard) == (NOW, "own-words")
    assert deteriorations(snapshot, "supervision") == ()
    assert deteriorations(snapshot, until=worse.step.then.when.latest if worse.step.then.when else None) == ()


@pytest.mark.parametrize(
    ("more", "raised"),
    [
        ({"findings/2026-a": finding(NOW, standard="own-words")}, True),
        ({"findings/2026-a": finding(NOW, "mixed", standard="own-words")}, True),
        ({"findings/2026-a": finding(NOW, "working-well", standard="own-words")}, False),
        ({"findings/2026-a": finding(NOW)}, False),
        ({}, False),
    ],
    ids=["a concern", "mixed", "says that it works", "of another standard", "none"],
)
def test_the_concern_is_raised_by_a_finding_on_the_standard_of_that_audit_or_later(
    more: dict[str, Fields],
    raised: bool,  # noqa: FBT001
) -> None:
    snapshot = _told((20, 31), (5, 40), more)
    (worse,) = deteriorations(snapshot)
    assert bool(concerns_about(snapshot, worse)) is raised


def test_a_concern_raised_elsewhere_does_not_raise_it_here() -> None:
    elsewhere = {
        "audits/2026-n": audit("2026-05-01", **ANOTHER),
        "findings/2026-n": finding("audits/2026-n", standard="own-words"),
    }
    snapshot = _told((20, 31), (5, 40), elsewhere)
    (worse,) = deteriorations(snapshot)
    assert concerns_about(snapshot, worse) == ()
