from lif.analysis.audits.audit_comparison import ChangeWord
from lif.analysis.audits.measurement import Step
from lif.analysis.audits.standards_over_time import standards_over_time
from support.story import Fields, audit, partnership, result, snapshot_of, standard

Counts = tuple[int, int]
NO_CHANGE: tuple[Counts, Counts] = ((10, 20), (10, 20))


def _steps(*standards: tuple[Counts, Counts], later: str = "2026-03-01") -> list[Step]:
    """The last steps of so many standards, each measured in 2024 and again later, in the order given."""
    keys = [f"standard-{place:02}" for place in range(len(standards))]
    own = partnership(practice_standards=[standard(key) for key in keys])
    records: dict[str, Fields] = {"partnership": own}
    for record_id, day, which in (("audits/2024-a", "2024-03-01", 0), ("audits/2026-a", later, 1)):
        results = [result(*counts[which], key) for key, counts in zip(keys, standards, strict=True)]
        records[record_id] = audit(day, selection="random", results=results)
    chains = sorted(standards_over_time(snapshot_of(records)), key=lambda chain: chain.standard)
    return [line.steps[-1] for chain in chains for line in chain.lines]


def test_an_improvement_that_is_clear_alone_may_be_chance_among_many() -> None:
    just_clear = ((8, 20), (15, 20))
    assert [step.conclusion for step in _steps(just_clear)] == ["clear improvement (change, cause not shown)"]
    among_many = _steps(just_clear, *[NO_CHANGE] * 11)[0]
    assert among_many.word is ChangeWord.NO_CLEAR_CHANGE
    assert among_many.conclusion == "no clear change: may be chance, as one of 12 comparisons of that year"


def test_a_large_improvement_stands_among_many() -> None:
    assert _steps(((4, 40), (36, 40)), *[NO_CHANGE] * 33)[0].word is ChangeWord.IMPROVEMENT


def test_a_deterioration_is_never_explained_away_by_other_standards() -> None:
    assert _steps(((15, 20), (8, 20)), *[NO_CHANGE] * 33)[0].word is ChangeWord.DETERIORATION
