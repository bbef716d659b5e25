from typing import Any

from lif.analysis.themes.theme_reading import read_theme
from lif.analysis.themes.what_would_change import what_would_change
from support.story import TODAY, audit, feedback, finding, result, review, snapshot_of

GOOD = {
    "audits/2026-a": audit(),
    "feedback/2026-b": feedback(),
    "findings/2026-a": finding("audits/2026-a", "working-well"),
    "findings/2026-b": finding("feedback/2026-b", "working-well"),
}
THIRD = {"reviews/2026-c": review(), "findings/2026-c": finding("reviews/2026-c", "working-well")}


def _flips(records: dict[str, dict[str, object]]) -> dict[str, str]:
    snapshot = snapshot_of(records)
    found = what_would_change(snapshot, read_theme(snapshot, "early-help", TODAY), TODAY)
    return {without.source: without.proposal.word for without in found}


def test_two_sources_that_agree_both_carry_the_proposal() -> None:
    assert _flips(GOOD) == {"audits/2026-a": "discuss", "feedback/2026-b": "discuss"}


def test_a_proposal_that_stands_without_any_one_source_hangs_on_none() -> None:
    assert _flips({**GOOD, **THIRD}) == {}


def test_of_a_single_source_nothing_is_said() -> None:
    assert _flips(THIRD) == {}


def test_the_only_concern_is_named() -> None:
    concern = {**GOOD, **THIRD, "findings/2026-c": finding("reviews/2026-c", "needs-to-improve")}
    assert _flips(concern) == {"reviews/2026-c": "Stabilised"}


def _measured(met: int, reported: str, **more: Any) -> dict[str, Any]:
    return audit(reported, selection="random", themes=["early-help"], results=[result(met, 20)], **more)


def test_without_an_audit_the_finding_that_it_made_history_counts_again() -> None:
    records = {
        "audits/2025-a": _measured(12, "2025-04-16"),
        "audits/2026-a": _measured(13, "2026-04-16"),
        "feedback/2026-b": feedback(),
        "findings/2025-a": finding("audits/2025-a", standard="own-words"),
        "findings/2026-a": finding("audits/2026-a", "working-well", standard="own-words"),
        "findings/2026-b": finding("feedback/2026-b", "working-well"),
    }
    assert _proposed(records, "audits/2026-a") == (
        "Stabilised",
        "discuss: sources disagree about whether this is working",
    )


def test_without_an_audit_a_finding_that_it_superseded_counts_again() -> None:
    records = {
        "reviews/2025-a": review("2025-04-16"),
        "audits/2026-a": audit(),
        "feedback/2026-b": feedback(),
        "findings/2025-a": finding("reviews/2025-a", superseded_by="findings/2026-a"),
        "findings/2026-a": finding("audits/2026-a", "working-well"),
        "findings/2026-b": finding("feedback/2026-b", "working-well"),
    }
    assert _proposed(records, "audits/2026-a") == (
        "Stabilised",
        "discuss: sources disagree about whether this is working",
    )


def test_without_the_source_that_told_it_a_standard_that_got_worse_is_still_a_concern() -> None:
    records = {
        "audits/2025-a": _measured(19, "2025-04-16"),
        "audits/2026-a": _measured(4, "2026-04-16"),
        "reviews/2026-c": review("2026-06-05"),
        "findings/2026-c": finding("reviews/2026-c", "gap", standard="own-words"),
        "feedback/2026-b": feedback(),
        "findings/2026-b": finding("feedback/2026-b", "gap"),
    }
    assert _proposed(records, "reviews/2026-c") == (
        "Created",
        "Changed: evidence points to something that needs to improve",
    )


def _proposed(records: dict[str, dict[str, object]], left_out: str) -> tuple[str, str]:
    """The proposal, and the one without a source, with its reason."""
    snapshot = snapshot_of(records)
    whole, without = (
        read_theme(snapshot, "early-help", TODAY, leaving_out=sources).proposal
        for sources in (frozenset[str](), frozenset({left_out}))
    )
    return whole.word, f"{without.word}: {without.reason}"
