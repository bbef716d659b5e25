"""What a claim of impact lacks in form: a baseline, a follow-up, a target set first, a collector other than the owner.

Levels as in Kirkpatrick's four, which the Scottish Government's framework of 2024 uses: 1 reaction, 2 learning,
3 practice, 4 children and families. The rule of completeness is a design of this project (methods, section 6). Whether
a claim that lacks nothing also shows a change is a question for `reading_verdict`.
"""

from collections.abc import Iterator

from lif.analysis.impact.collector import Collector, collector_of, owners_of
from lif.analysis.impact.measure_result import has_result
from lif.model.kinds.evaluation import Evaluation
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import Answer, Domain, Level

LEVEL_WORDS = {
    Level.REACTION: "reaction",
    Level.LEARNING: "learning",
    Level.PRACTICE: "practice",
    Level.CHILDREN_AND_FAMILIES: "children and families",
}
"""The name of each level; it does not say that anything changed there, which is for the claim to say."""
NEEDS_PROOF = {Level.PRACTICE, Level.CHILDREN_AND_FAMILIES}
"""The levels that claim a change, in practice or for children."""


def what_is_missing(snapshot: Snapshot, entry: Entry[Evaluation]) -> tuple[str, ...]:
    """What the evaluation lacks to count as evidence, in words; empty when it lacks nothing.

    A claim on levels 3 and 4 needs a baseline and a follow-up of the same measure, a target set before the follow-up,
    evidence collected by an agency other than the owner of the action, and a domain that fits its level.
    """
    return tuple(_missing(snapshot, entry.record)) if entry.record.level in NEEDS_PROOF else ()


def _missing(snapshot: Snapshot, evaluation: Evaluation) -> Iterator[str]:
    if not has_result(evaluation.baseline):
        yield "a baseline"
    if not has_result(evaluation.follow_up):
        yield "a follow-up"
    if not _target_came_first(evaluation):
        yield "a target set beforehand"
    if evaluation.independent is not Answer.YES or _is_collected_by_owner(snapshot, evaluation):
        yield "a collector other than the owner of the action"
    if (evaluation.level is Level.CHILDREN_AND_FAMILIES) is not (evaluation.domain is Domain.FAMILIES):
        yield "a measure of what its level says"


def _is_collected_by_owner(snapshot: Snapshot, evaluation: Evaluation) -> bool:
    """Whether an agency that owns an evaluated action collected the evidence, whatever `independent` says."""
    owners = owners_of(snapshot, evaluation.of)
    if evaluation.collected_by is not None:
        return evaluation.collected_by in owners
    after = evaluation.follow_up
    return after is not None and any(collector_of(snapshot, after, owner) is Collector.OWNER for owner in owners)


def _target_came_first(evaluation: Evaluation) -> bool:
    """Whether the target was certainly set before the follow-up; also where it has a date and there is no follow-up."""
    set_on = evaluation.target.set_on if evaluation.target else None
    if set_on is None or evaluation.follow_up is None:
        return set_on is not None
    followed_up_on = evaluation.follow_up.date
    return followed_up_on is not None and set_on.is_before(followed_up_on)
