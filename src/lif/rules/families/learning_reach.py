"""Rules on the reach of learning: who received it, the conditions for its use, what worked and why."""

from collections.abc import Iterator

from lif.diagnostics.code import warning
from lif.model.kinds.evaluation import Evaluation
from lif.model.kinds.finding import Finding
from lif.model.kinds.indicator import Indicator
from lif.model.kinds.learning import Learning
from lif.model.period import months_between
from lif.model.vocabulary import TransferGroup
from lif.rules.applicability import join_names, records_under_duty
from lif.rules.rule import Question, RuleProblem, rule

MONTHS_TO_ACT = 3
"""Months after which the use of learning that was passed on should be recorded."""
_POINTS_FOR_A_PATTERN = 3
"""The number of points from which a figure can show a pattern and not only a difference."""


@rule(
    warning(
        "LIF755",
        "learning that nobody is known to have received or used",
        "learning was passed on, and who received it or what they did is not recorded",
        "F4.5",
        "F4.6",
        is_duty=True,
    )
)
def learning_receipt_is_recorded(question: Question) -> Iterator[RuleProblem]:
    """Three months after learning was passed on, the record says who received it and what they did with it."""
    for entry in records_under_duty(question, Learning):
        learning = entry.record
        if learning.date is None or months_between(learning.date.latest, question.today) < MONTHS_TO_ACT:
            continue
        field_words = {"received": "who received it", "what_they_did": "what they did with it"}
        missing = {field: what for field, what in field_words.items() if not getattr(learning, field)}
        if missing:
            message = f"passed on {learning.date}; {join_names(tuple(missing.values()))}: {question.snapshot.absent}"
            hint = "Ask the agencies it was meant for; that nothing was done with it is worth knowing."
            yield RuleProblem(entry.id, (next(iter(missing)),), message, hint)


@rule(
    warning(
        "LIF756",
        "conditions for learning to reach practice not looked at",
        "learning was passed on, and whether it could take root is not recorded",
        "F4.3",
        "F4.6",
        is_duty=True,
    )
)
def transfer_conditions_are_recorded(question: Question) -> Iterator[RuleProblem]:
    """Each learning record says which transfer conditions were in place: learner, design and workplace."""
    for entry in records_under_duty(question, Learning):
        groups_covered = {condition.group for condition in entry.record.conditions}
        missing = tuple(group.value for group in TransferGroup if group not in groups_covered)
        if missing:
            message = f"conditions for it to reach practice ({join_names(missing)}): {question.snapshot.absent}"
            hint = "Say under `conditions` what was in place, what was not, and what is not known."
            yield RuleProblem(entry.id, ("conditions",), message, hint)


@rule(
    warning(
        "LIF757",
        "an evaluation that does not say why",
        "evaluations do not say in what context it worked, why, and what came of it",
        "F3.7",
        "F6.6",
        is_duty=True,
    )
)
def evaluation_says_why(question: Question) -> Iterator[RuleProblem]:
    """An evaluation says what works, why and in what context: context, mechanism and outcome."""
    for entry in records_under_duty(question, Evaluation):
        missing = tuple(name for name in ("context", "mechanism", "outcome") if not getattr(entry.record, name))
        if missing:
            message = f"{join_names(missing)}: {question.snapshot.absent}"
            hint = "Say in what context it worked or did not, what people did differently, and what came of that."
            yield RuleProblem(entry.id, (missing[0],), message, hint)


@rule(
    warning(
        "LIF758",
        "two points taken for a pattern",
        "figures are used as evidence with too few points to show a pattern",
        "F5.5",
        is_duty=True,
    )
)
def figure_has_more_than_two_points(question: Question) -> Iterator[RuleProblem]:
    """One or two points of a figure show a difference but no pattern, so no evidence rests on them alone."""
    snapshot = question.snapshot
    for entry in records_under_duty(question, Indicator):
        points = len(entry.record.series)
        if not 0 < points < _POINTS_FOR_A_PATTERN:
            continue
        resting_ids = [
            citing.id
            for citing, citation in snapshot.cited_by.get(entry.id, ())
            if citation.at[0] in {"evidence", "factors"} or isinstance(citing.record, Finding)
        ]
        if resting_ids:
            count_text = "1 point" if points == 1 else f"{points} points"
            message = (
                f"{count_text}, and {join_names(tuple(sorted(set(resting_ids))))} rests on it: that is no pattern yet"
            )
            yield RuleProblem(
                entry.id, ("series",), message, "Add the points there are; until then rest nothing on it alone."
            )


RULES = (
    learning_receipt_is_recorded,
    transfer_conditions_are_recorded,
    evaluation_says_why,
    figure_has_more_than_two_points,
)
