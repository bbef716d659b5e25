from lif.analysis.themes.theme_reading import read_theme
from lif.analysis.themes.what_would_change import what_would_change
from support.story import TODAY, audit, feedback, finding, review, snapshot_of

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
