"""How far evidence of impact reaches, and whether a claim counts as evidenced.

Levels as in Kirkpatrick's four, which the Scottish Government's framework of 2024 uses: 1 reaction, 2 learning,
3 practice, 4 children and families. The rule of completeness is a design of this project (methods, section 6).
"""

from dataclasses import dataclass

from lif.analysis.impact.measure_result import says_something
from lif.model.kinds.evaluation import Evaluation
from lif.model.snapshot import Entry
from lif.model.vocabulary import Answer, Level

LEVEL_WORDS = {
    Level.REACTION: "reaction",
    Level.LEARNING: "learning",
    Level.PRACTICE: "practice",
    Level.CHILDREN_AND_FAMILIES: "children and families",
}
"""How far evidence reaches at each level; not that anything changed there: the claim says that."""
NEEDS_PROOF = {Level.PRACTICE, Level.CHILDREN_AND_FAMILIES}
"""The levels on which something is said to have changed: in practice, or for children."""


@dataclass(frozen=True, slots=True)
class Impact:
    """One claim: its level, the record, and what it lacks; evidenced when it lacks nothing."""

    record: str
    claim: str
    level: Level
    lacks: tuple[str, ...]

    @property
    def is_evidenced(self) -> bool:
        """Whether the claim counts as evidenced and not merely as said."""
        return not self.lacks


def impact_of(entry: Entry[Evaluation]) -> Impact:
    """What the evaluation shows, and what it lacks for its claim to count as evidenced.

    A claim on levels 3 and 4 needs a baseline and a follow-up of the same measure, a target set before the follow-up,
    and somebody other than the owner of the action who collected it.
    """
    evaluation = entry.record
    lacks = []
    if evaluation.level in NEEDS_PROOF:
        if not says_something(evaluation.baseline):
            lacks.append("a baseline")
        if not says_something(evaluation.follow_up):
            lacks.append("a follow-up")
        if not _target_came_first(evaluation):
            lacks.append("a target set beforehand")
        if evaluation.independent is not Answer.YES:
            lacks.append("somebody independent who collected it")
    return Impact(entry.id, evaluation.claim or evaluation.title, evaluation.level, tuple(lacks))


def _target_came_first(evaluation: Evaluation) -> bool:
    """Whether the target certainly came before the follow-up; before anything was followed up it still can."""
    set_on = evaluation.target.set_on if evaluation.target else None
    if set_on is None or evaluation.follow_up is None:
        return set_on is not None
    taken = evaluation.follow_up.date
    return taken is not None and set_on.is_before(taken)
