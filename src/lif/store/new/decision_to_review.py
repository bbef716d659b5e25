"""Begins a decision to review: the eight influences, each still to be answered, beside what the records show on it."""

from collections.abc import Iterable, Iterator

from lif.analysis.duties.influences import QUESTIONS, InfluenceReading
from lif.diagnostics.location import FieldPath
from lif.model.vocabulary import Answer, Influence
from lif.store.yaml.emit import Note
from lif.store.yaml.event_reader import Tree

FIELD = "review_decision"
"""The field of a decision that holds whether to review."""
_NOT_KNOWN = Answer.NOT_KNOWN.value


def unanswered() -> dict[str, Tree]:
    """The decision before the group has met: nothing is answered, neither whether to review nor an influence."""
    influences: list[Tree] = [{"influence": influence.value, "applies": _NOT_KNOWN} for influence in Influence]
    return {"to_review": _NOT_KNOWN, "influences": influences}


def evidence_comments(review: str, readings: Iterable[InfluenceReading], absent: str) -> dict[FieldPath, Note]:
    """What the records show on each influence, as comments above it: for people to read, and no answer to anything.

    Without readings, because readers of the decision may not see the review, the comments only say how to see it.
    """
    notes: dict[FieldPath, Note] = {
        (FIELD, "to_review"): Note(before=("# For the group to answer: yes or no.",)),
        (FIELD, "influences"): Note(
            before=(
                "# For the group to answer: yes, no, or not-known with the reason under because.",
                f"# Comments are what lif found in the records ({review}); they are no answer, and may be taken out.",
                f"# What the records show today: lif decide {review}",
            )
        ),
    }
    for index, reading in enumerate(readings):
        notes[FIELD, "influences", index] = Note(before=tuple(_comment(reading)))
        if not reading.shown:
            header = notes[FIELD, "influences"].before
            said = f"# Where no comment says what is in the records: {absent}."
            notes[FIELD, "influences"] = Note(before=tuple(dict.fromkeys((*header, said))))
    return notes


def _comment(reading: InfluenceReading) -> Iterator[str]:
    yield f"# {QUESTIONS[reading.influence]}"
    for evidence in reading.shown:
        said = " ".join(evidence.said.split())
        yield f"#   In the records: {said} [{', '.join(dict.fromkeys(evidence.records))}]"
