"""What must hold of triangulation whatever the records are."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from lif.analysis.audits.audit_comparison import ChangeWord
from lif.analysis.audits.standards_over_time import standards_over_time
from lif.analysis.themes.evidence_kind import LABELS, SELF_DESCRIPTION
from lif.analysis.themes.theme_reading import read_theme
from lif.analysis.themes.triangulation import propose
from support.story import TODAY, audit, feedback, finding, partnership, result, review, snapshot_of, standard

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


COUNTS = st.integers(10, 60).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


@given(st.lists(st.tuples(COUNTS, COUNTS), min_size=1, max_size=6))
def test_swapping_before_and_after_never_leaves_an_improvement(
    standards: list[tuple[tuple[int, int], tuple[int, int]]],
) -> None:
    forward = _words(standards)
    backward = _words([(now, then) for then, now in standards])
    assert not any(first == second == ChangeWord.IMPROVEMENT for first, second in zip(forward, backward, strict=True))


@given(st.permutations([((4, 20), (15, 20)), ((8, 16), (14, 14)), ((9, 12), (3, 30)), ((5, 10), (6, 10))]))
def test_the_order_of_standards_is_nothing(standards: list[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    words = dict(zip(standards, _words(standards), strict=True))
    assert words == dict(zip(sorted(standards), _words(sorted(standards)), strict=True))


def _words(standards: list[tuple[tuple[int, int], tuple[int, int]]]) -> list[ChangeWord | None]:
    """What is said of so many standards, each measured then and now with these counts, in the order given."""
    keys = [f"standard-{place:02}" for place in range(len(standards))]
    records: dict[str, Any] = {
        "partnership": partnership(practice_standards=[standard(key) for key in keys]),
        **{
            f"audits/{year}-a": audit(
                f"{year}-05-01",
                selection="random",
                results=[result(*counts[which], key) for key, counts in zip(keys, standards, strict=True)],
            )
            for which, year in enumerate((2024, 2026))
        },
    }
    chains = sorted(standards_over_time(snapshot_of(records)), key=lambda chain: chain.standard)
    return [line.steps[-1].word for chain in chains for line in chain.lines]
