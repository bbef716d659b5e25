"""The decision on whether to review: the one answer that rules, deadlines, stages, reports and the pack ask for (F6.2).

A decision holds it under `review_decision` and names the review under `about`. A review itself holds none.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from lif.model.kinds.decision import Decision, InfluenceConsidered, ReviewDecision
from lif.model.kinds.review import Review
from lif.model.period import When
from lif.model.snapshot import Entry, Snapshot, once
from lif.model.vocabulary import Answer, Influence


@once
def decisions_to_review(snapshot: Snapshot) -> Mapping[str, tuple[Entry[Decision], ...]]:
    """For each review the decisions on whether to review that stand, the newest first.

    A decision that another supersedes does not stand. One that is answered comes before one that is not filled in yet.
    """
    superseded = {entry.record.supersedes for entry in snapshot.of(Decision)}
    by_review: dict[str, list[Entry[Decision]]] = {}
    for entry in snapshot.of(Decision):
        if entry.record.review_decision is not None and entry.id not in superseded:
            for review in reviews_decided_on(snapshot, entry):
                by_review.setdefault(review, []).append(entry)
    return {review: tuple(sorted(entries, key=_rank, reverse=True)) for review, entries in by_review.items()}


def _rank(entry: Entry[Decision]) -> tuple[bool, date, str]:
    when = entry.record.date
    return (is_answered(entry), when.latest if when else date.min, entry.id)


def is_answered(entry: Entry[Decision]) -> bool:
    """Whether the decision says yes or no to a review."""
    held = entry.record.review_decision
    return held is not None and held.to_review is not Answer.NOT_KNOWN


def decision_to_review(snapshot: Snapshot, review: str) -> Entry[Decision] | None:
    """The decision on whether to review that counts: the newest that stands; None where none is recorded."""
    return next(iter(decisions_to_review(snapshot).get(review, ())), None)


def decided_on(snapshot: Snapshot, review: str) -> When | None:
    """When it was decided whether to review; None where no decision says yes or no, or it has no date."""
    entry = decision_to_review(snapshot, review)
    return entry.record.date if entry is not None and is_answered(entry) else None


def contradictions(snapshot: Snapshot) -> Iterator[tuple[str, Entry[Decision], Entry[Decision]]]:
    """Each review of which two decisions stand that say yes and no, with the newer and the older of them."""
    for review, standing in decisions_to_review(snapshot).items():
        answered = [entry for entry in standing if is_answered(entry)]
        other = next((entry for entry in answered if _to_review(entry) is not _to_review(answered[0])), None)
        if other is not None:
            yield review, answered[0], other


def _to_review(entry: Entry[Decision]) -> Answer | None:
    return entry.record.review_decision.to_review if entry.record.review_decision else None


def answers_to_influences(held: ReviewDecision | None) -> dict[Influence, InfluenceConsidered]:
    """The influences that the group has answered; `not-known` without a reason is still to be filled in."""
    considered = held.influences if held else ()
    return {
        answer.influence: answer for answer in considered if answer.applies is not Answer.NOT_KNOWN or answer.because
    }


def reviews_decided_on(snapshot: Snapshot, entry: Entry[Decision]) -> tuple[str, ...]:
    """The reviews that a decision is about."""
    return tuple(
        cited
        for cited in entry.record.about
        if cited in snapshot.entries and isinstance(snapshot.entries[cited].record, Review)
    )
