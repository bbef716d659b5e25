"""What speaks against resting reassurance on a source: how its cases were chosen, how few spoke, whose words they are.

A concern stands whoever raises it and on however few cases. That something works well needs more: two cases picked by
hand, or 20 answers of 400, do not stabilise a theme (R3). Each doubt is told in words beside its source.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lif.analysis.themes.source_votes import EvidenceLine, Vote
from lif.model.kinds.audit import Audit
from lif.model.kinds.feedback import Feedback
from lif.model.kinds.finding import Finding
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import Selection

_ONE_IN = 5
"""Answers from fewer than one in so many of those asked say little of the others: a convention of this tool."""


class Doubt(NamedTuple):
    """One doubt about a source that says that something works: `only 20 of 400 asked answered`."""

    source: str
    why: str


def doubts_about(snapshot: Snapshot, lines: Iterable[EvidenceLine]) -> tuple[Doubt, ...]:
    """Every doubt about the sources that say that something works, in the order of the lines."""
    reassuring = [vote for line in lines for vote in line.votes if vote.verdict == "W"]
    copies = _copied(snapshot, reassuring)
    return tuple(
        Doubt(source, why)
        for vote in reassuring
        for source in _sources(vote)
        for why in (*_of_record(snapshot, source), *copies.get(source, ()))
    )


def doubtful_kinds(lines: Iterable[EvidenceLine], doubts: Sequence[Doubt]) -> dict[str, str]:
    """The kinds of evidence that say it works and in which every source is in doubt, each with the first reason."""
    why = {doubt.source: doubt.why for doubt in reversed(doubts)}
    found: dict[str, str] = {}
    for line in lines:
        sources = [source for vote in line.votes for source in _sources(vote)]
        if line.verdict == "W" and all(source in why for source in sources):
            found[line.kind] = why[sources[0]]
    return found


def _sources(vote: Vote) -> tuple[str, ...]:
    return tuple(part.source for part in vote.parts) or (vote.source,)


def _of_record(snapshot: Snapshot, source: str) -> Iterator[str]:
    record = snapshot.entries[source].record
    fewest = max(1, snapshot.thresholds.fewest_cases)
    if isinstance(record, Audit):
        if record.selection is Selection.HAND_PICKED:
            yield "its cases were picked by hand"
        if record.cases_looked_at is not None and record.cases_looked_at < fewest:
            yield f"it looked at only {_number(record.cases_looked_at, 'case', 'cases')}"
    elif isinstance(record, Feedback) and record.answered is not None:
        if record.asked is not None and record.answered * _ONE_IN < record.asked:
            yield f"only {record.answered} of {record.asked} asked answered"
        elif record.answered < fewest:
            yield f"only {_number(record.answered, 'person', 'people')} spoke"


def _number(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _copied(snapshot: Snapshot, votes: Iterable[Vote]) -> dict[str, tuple[str, ...]]:
    """Sources whose findings say word for word what a finding of an earlier source says: one voice, perhaps."""
    first: dict[str, str] = {}
    copies: dict[str, tuple[str, ...]] = {}
    for vote in votes:
        for part in vote.parts or (vote,):
            texts = [_words(snapshot, finding) for finding in part.findings]
            earlier = [first[text] for text in texts if first.get(text, part.source) != part.source]
            if texts and len(earlier) == len(texts):
                copies[part.source] = (f"it says word for word what {earlier[0]} says",)
            for text in texts:
                first.setdefault(text, part.source)
    return copies


def _words(snapshot: Snapshot, finding: str) -> str:
    record = snapshot.entries[finding].record
    text = record.says if isinstance(record, Finding) and record.says else ""
    return " ".join(text.casefold().split()).rstrip(".") or finding
