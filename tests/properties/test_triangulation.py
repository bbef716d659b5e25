"""What must hold of triangulation whatever the records are."""

from hypothesis import given
from hypothesis import strategies as st

from lif.analysis.themes.evidence_kind import LABELS, SELF_DESCRIPTION
from lif.analysis.themes.theme_reading import read_theme
from lif.analysis.themes.triangulation import propose
from support.story import TODAY, audit, feedback, finding, review, snapshot_of

VERDICTS = st.dictionaries(st.sampled_from(list(LABELS)), st.sampled_from("WNGM"), max_size=8)
DIRECT = [kind for kind in LABELS if kind not in SELF_DESCRIPTION]
DIRECTIONS = st.sampled_from(["working-well", "needs-to-improve", "gap", "mixed"])
STORY = {"reviews/2026-a": review(), "audits/2026-b": audit(), "feedback/2026-c": feedback("children")}


@given(VERDICTS, st.sampled_from(DIRECT), st.sampled_from("NG"), st.integers(0, 60))
def test_a_contradicting_direct_source_never_leaves_a_theme_stabilised(
    verdicts: dict[str, str], kind: str, concern: str, months: int
) -> None:
    assert propose({**verdicts, kind: concern}, months).word != "Stabilised"


@given(st.lists(DIRECTIONS, min_size=1, max_size=3), DIRECTIONS)
def test_a_derived_finding_changes_no_verdict_and_no_proposal(directions: list[str], derived: str) -> None:
    sources = list(STORY)[: len(directions)]
    found = {
        f"findings/2026-{n}": finding(source, way)
        for n, (source, way) in enumerate(zip(sources, directions, strict=True))
    }
    before = read_theme(snapshot_of({**STORY, **found}), "early-help", TODAY)
    repeated = {"findings/2026-z": finding("feedback/2026-c", derived, derived_from="findings/2026-0")}
    after = read_theme(snapshot_of({**STORY, **found, **repeated}), "early-help", TODAY)
    assert (after.verdicts, after.proposal, after.agreement) == (before.verdicts, before.proposal, before.agreement)


@given(DIRECTIONS, DIRECTIONS)
def test_what_was_superseded_does_not_vote(old: str, new: str) -> None:
    later = {"findings/2026-1": finding("audits/2026-b", new)}
    alone = read_theme(snapshot_of({**STORY, **later}), "early-help", TODAY)
    superseded = {"findings/2026-0": finding("reviews/2026-a", old, superseded_by="findings/2026-1")}
    both = read_theme(snapshot_of({**STORY, **later, **superseded}), "early-help", TODAY)
    assert (both.verdicts, both.proposal) == (alone.verdicts, alone.proposal)
