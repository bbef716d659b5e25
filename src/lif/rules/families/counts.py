"""Rules on figures that cannot all be true: the money of a year, and the counts of training."""

from collections.abc import Iterator

from lif.analysis.duties.money import balance_of
from lif.analysis.impact.training import impossible_attendance, impossible_use
from lif.diagnostics.code import error
from lif.model.kinds.budget import Budget
from lif.model.kinds.learning import Learning
from lif.rules.rule import Question, RuleProblem, rule


@rule(
    error(
        "LIF773",
        "two budgets of one year",
        "a year has two budgets, and a report cannot tell which holds",
        "F4.12",
    )
)
def year_has_one_budget(question: Question) -> Iterator[RuleProblem]:
    """One year has one budget."""
    first: dict[str, str] = {}
    for entry in question.snapshot.of(Budget):
        earlier = first.setdefault(entry.record.year, entry.id)
        if earlier != entry.id:
            message = f"{earlier} is for {entry.record.year} too"
            yield RuleProblem(entry.id, ("year",), message, "Put the money of the year into one record.")


@rule(
    error(
        "LIF774",
        "money that does not add up",
        "the figures of a budget cannot all be true",
        "F4.12",
    )
)
def money_adds_up(question: Question) -> Iterator[RuleProblem]:
    """Where all four are given, money in and brought forward equal money out and carried forward."""
    for entry in question.snapshot.of(Budget):
        balance = balance_of(entry.record)
        if balance is None or not balance.differs_by.pence:
            continue
        more = balance.there_was > balance.accounted_for
        side = "there was" if more else "it spent and carried forward"
        message = (
            f"income and what was brought forward make {balance.there_was}; spending and what is carried forward "
            f"make {balance.accounted_for}. {side.capitalize()} {balance.differs_by} more"
        )
        yield RuleProblem(entry.id, ("carried_forward",), message, "Look for the amount that is wrong or missing.")


@rule(
    error(
        "LIF775",
        "counts of training that cannot be true",
        "counts of training are larger than the count they are part of",
        "F4.5",
        "F4.6",
    )
)
def training_counts_are_possible(question: Question) -> Iterator[RuleProblem]:
    """Of those with a place or a booking no more come than there are; of those asked no more answer or use it."""
    for entry in question.snapshot.of(Learning):
        learning = entry.record
        found = [
            *((("attendance", index), impossible_attendance(row)) for index, row in enumerate(learning.attendance)),
            *((("used", index), impossible_use(use)) for index, use in enumerate(learning.used)),
        ]
        for at, (field, message) in found:
            if field:
                hint = "Correct the count; those who came without a booking stand under `came_unbooked`."
                yield RuleProblem(entry.id, (*at, field), message, hint if "attendance" in at else "Correct the count.")


RULES = (
    year_has_one_budget,
    money_adds_up,
    training_counts_are_possible,
)
