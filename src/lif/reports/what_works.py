"""What works, why and in what contexts: the passage that stands under the change that an evaluation tells (F3.7)."""

from collections.abc import Iterable, Iterator

from lif.analysis.impact.explanation import Explanation, explanation_of
from lif.model.kinds.evaluation import Evaluation
from lif.model.snapshot import Entry, Snapshot
from lif.reports.cited_sentence import Detail, sentence


def why_it_worked(explained: Explanation) -> str:
    """`Why: … In what context: … What came of it: …`, as far as the record says; empty where it says none of it."""
    return labelled(
        (("Why", explained.mechanism), ("In what context", explained.context), ("What came of it", explained.outcome))
    )


def what_else_explains(explained: Explanation) -> str:
    """What else could explain the change; empty where the record does not say."""
    return labelled((("What else could explain it", explained.other_explanations),))


def who_collected(explained: Explanation) -> str:
    """`Collected by Schools, independent of those who did the work.`; empty where no agency is named."""
    if not explained.collected_by:
        return ""
    independent = {
        True: ", independent of those who did the work",
        False: ", not independent of those who did the work",
    }
    is_independent = explained.is_independent
    how = "" if is_independent is None else independent[is_independent]
    return sentence(f"Collected by {explained.collected_by}{how}")


def what_works(snapshot: Snapshot, entry: Entry[Evaluation]) -> tuple[Detail, ...]:
    """What stands under an evaluation: why and where it worked, what was seen or said, other explanations, who looked.

    Three passages at most, each only as far as the record says it.
    """
    explained = explanation_of(snapshot, entry)
    passages = (
        (why_it_worked(explained), ()),
        (_besides_figures(explained), explained.voices),
        (" ".join(filter(None, (what_else_explains(explained), who_collected(explained)))), ()),
    )
    return tuple(Detail(text, (entry.id, *voices)) for text, voices in passages if text)


def _besides_figures(explained: Explanation) -> str:
    return " ".join(filter(None, (labelled((("Besides the figures", explained.qualitative),)), _who_speaks(explained))))


def _who_speaks(explained: Explanation) -> str:
    if explained.families_speak is None:
        return ""
    return f"Children or families {'speak' if explained.families_speak else 'do not speak'} in it themselves."


def labelled(parts: Iterable[tuple[str, str]]) -> str:
    """`How: By letter. When: In May.`: each text that is not empty as a sentence after its label."""
    return " ".join(_sentences(parts))


def _sentences(parts: Iterable[tuple[str, str]]) -> Iterator[str]:
    return (sentence(f"{label}: {text}") for label, text in parts if text)


def where_to_read(links: Iterable[str]) -> str:
    """`Where to read it: https://…`, without a full stop that would be taken for part of the address."""
    addresses = ", ".join(links)
    return f"Where to read it: {addresses}" if addresses else ""
