"""The level of evidence of impact, and whether a claim counts as evidenced.

Levels as in Kirkpatrick's four, which the Scottish Government's framework of 2024 uses: 1 reaction, 2 learning,
3 practice, 4 children and families. The rule of completeness is a design of this project (methods, section 6).
"""

from dataclasses import dataclass

from lif.analysis.impact.measure_result import has_result
from lif.model.kinds.evaluation import Evaluation
from lif.model.snapshot import Entry
from lif.model.vocabulary import Answer, Level

LEVEL_WORDS = {
    Level.REACTION: "reaction",
    Level.LEARNING: "learning",
    Level.PRACTICE: "practice",
    Level.CHILDREN_AND_FAMILIES: "children and families",
}
"""The name of each level; it does not say that anything changed there, which is for the claim to say."""
NEEDS_PROOF = {Level.PRACTICE, Level.CHILDREN_AND_FAMILIES}
"""The levels that claim a change, in practice or for children."""


@dataclass(frozen=True, slots=True)
class Impact:
    """One claim with its record, its level and what it lacks; it is evidenced when it lacks nothing.

    No named tuple: `lif triangulate --format json` shows its fields by name.
    """

    record: str
    claim: str
    level: Level
    lacks: tuple[str, ...]

    @property
    def is_evidenced(self) -> bool:
        """Whether the claim counts as evidenced."""
        return not self.lacks


def impact_of(entry: Entry[Evaluation]) -> Impact:
    """The claim of the evaluation, its level, and what it lacks to count as evidenced.

    A claim on levels 3 and 4 needs a baseline and a follow-up of the same measure, a target set before the follow-up,
    and evidence collected by a person other than the owner of the action.
    """
    evaluation = entry.record
    lacks = []
    if evaluation.level in NEEDS_PROOF:
        if not has_result(evaluation.baseline):
            lacks.append("a baseline")
        if not has_result(evaluation.follow_up):
            lacks.append("a follow-up")
        if not _target_came_first(evaluation):
            lacks.append("a target set beforehand")
        if evaluation.independent is not Answer.YES:
            lacks.append("somebody independent who collected it")
    return Impact(entry.id, evaluation.claim or evaluation.title, evaluation.level, tuple(lacks))


def _target_came_first(evaluation: Evaluation) -> bool:
    """Whether the target was certainly set before the follow-up; also where it has a date and there is no follow-up."""
    set_on = evaluation.target.set_on if evaluation.target else None
    if set_on is None or evaluation.follow_up is None:
        return set_on is not None
    followed_up_on = evaluation.follow_up.date
    return followed_up_on is not None and set_on.is_before(followed_up_on)
