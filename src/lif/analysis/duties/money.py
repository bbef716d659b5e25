"""The money of a year: in from each partner, out for each purpose, and whether the figures can all be true."""

from dataclasses import dataclass

from lif.model.kinds.budget import Budget
from lif.model.money import Money, total
from lif.model.snapshot import Entry, Snapshot


@dataclass(frozen=True, slots=True)
class Balance:
    """The two sides of a budget: what there was to spend, and what became of it."""

    there_was: Money
    accounted_for: Money

    @property
    def differs_by(self) -> Money:
        """By how much the two sides differ, never below nothing."""
        return Money(abs(self.there_was.pence - self.accounted_for.pence))


def budget_of(snapshot: Snapshot, year: str) -> Entry[Budget] | None:
    """The budget of a year, written `2025-26`; None where no record holds it. `lif check` refuses a second one."""
    return next((entry for entry in snapshot.of(Budget) if entry.record.year == year), None)


def money_in(budget: Budget) -> Money:
    """All money that came in during the year, exactly."""
    return total(tuple(income.amount for income in budget.income))


def money_out(budget: Budget) -> Money:
    """All money that was spent in the year, exactly."""
    return total(tuple(spending.amount for spending in budget.spending))


def balance_of(budget: Budget) -> Balance | None:
    """Both sides of the budget; None where one of its four parts is not recorded, so that nothing can be compared."""
    forward, left = budget.brought_forward, budget.carried_forward
    if not budget.income or not budget.spending or forward is None or left is None:
        return None
    return Balance(total((money_in(budget), forward)), total((money_out(budget), left)))


def paid_by(snapshot: Snapshot, year: str) -> dict[str, Money]:
    """What each agency paid in a year, by the key of the agency."""
    entry = budget_of(snapshot, year)
    paid: dict[str, Money] = {}
    for income in entry.record.income if entry else ():
        if income.agency:
            paid[income.agency] = total((paid.get(income.agency, Money(0)), income.amount))
    return paid
