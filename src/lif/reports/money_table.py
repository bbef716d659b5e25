"""Money in a report: in from each partner and source, out for each purpose, beside the year before."""

from collections.abc import Mapping
from dataclasses import dataclass

from lif.analysis.duties.agencies import name_of
from lif.analysis.duties.money import budget_of, money_in, money_out
from lif.model.kinds.budget import Budget, Income
from lif.model.money import Money, total
from lif.model.period import Period
from lif.model.snapshot import Snapshot
from lif.reports.cited_sentence import Line

_NONE = "–"  # noqa: RUF001 - the dash that stands for no figure
"""In a cell: the budget of that year names no such amount."""


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """One partner, source or purpose: what stands before it, the amount of the year, and that of the year before."""

    what: str
    now: str
    before: str


@dataclass(frozen=True, slots=True)
class MoneyTable:
    """The money of a year. `before` names the year before where its budget is recorded; empty where it is not."""

    says: Line
    year: str
    before: str
    income: tuple[MoneyRow, ...]
    spending: tuple[MoneyRow, ...]


def money_table(snapshot: Snapshot, year: Period) -> MoneyTable | None:
    """The money of the year beside that of the year before; None where no record holds that of the year."""
    entry = budget_of(snapshot, year.name)
    if entry is None:
        return None
    earlier = budget_of(snapshot, year_before(year))
    past = earlier.record if earlier else None
    return MoneyTable(
        says=Line(_sentence(entry.record, year), "", (entry.id, *((earlier.id,) if earlier else ()))),
        year=year.name,
        before=year_before(year) if earlier else "",
        income=_rows(_income(snapshot, entry.record), _income(snapshot, past), "All money in"),
        spending=_rows(_spending(entry.record), _spending(past), "All money out"),
    )


def year_before(year: Period) -> str:
    """`2024-25` for the year 2025-26."""
    first = year.since.year - 1
    return f"{first}-{(first + 1) % 100:02}"


def _sentence(budget: Budget, year: Period) -> str:
    parts = [
        f"{money_in(budget)} came in" if budget.income else "",
        f"{money_out(budget)} was spent" if budget.spending else "",
        f"{budget.brought_forward} was brought forward" if budget.brought_forward is not None else "",
        f"{budget.carried_forward} is carried forward" if budget.carried_forward is not None else "",
    ]
    told = [part for part in parts if part]
    return f"In {year.name} {', '.join(told[:-1])}{' and ' if len(told) > 1 else ''}{told[-1]}" if told else ""


def _income(snapshot: Snapshot, budget: Budget | None) -> dict[str, Money]:
    paid: dict[str, Money] = {}
    for income in budget.income if budget else ():
        payer = _payer(snapshot, income)
        paid[payer] = total((paid.get(payer, Money(0)), income.amount))
    return paid


def _payer(snapshot: Snapshot, income: Income) -> str:
    """`Exampleshire Police`, `Exampleshire Police (for training)`, `Fees for training`."""
    if income.agency is None:
        return income.source or income.key
    name = name_of(snapshot, income.agency)
    return f"{name} ({income.source})" if income.source else name


def _spending(budget: Budget | None) -> dict[str, Money]:
    spent: dict[str, Money] = {}
    for spending in budget.spending if budget else ():
        spent[spending.purpose] = total((spent.get(spending.purpose, Money(0)), spending.amount))
    return spent


def _rows(now: Mapping[str, Money], before: Mapping[str, Money], last: str) -> tuple[MoneyRow, ...]:
    """A row for each name in either year, and the sum of each year in the last row; none where both are empty."""
    names = list(dict.fromkeys((*now, *before)))
    rows = [MoneyRow(name, _amount(now.get(name)), _amount(before.get(name))) for name in names]
    sums = [str(total(tuple(side.values()))) if side else _NONE for side in (now, before)]
    return (*rows, MoneyRow(last, *sums)) if rows else ()


def _amount(money: Money | None) -> str:
    return _NONE if money is None else str(money)
