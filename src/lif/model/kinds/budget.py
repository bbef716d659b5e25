"""A budget: the money that came into the arrangements in a year, and what it was spent on."""

from typing import Annotated, ClassVar

from lif.model.declaration import Declaration
from lif.model.money import Money
from lif.model.parts.field import many, may, must
from lif.model.parts.scalars import Text, Year
from lif.model.period import When
from lif.model.record import Item, Record
from lif.model.reference import AgencyKey
from lif.model.sharing import PUBLIC


class Income(Item):
    """Money that came in."""

    agency: AgencyKey | None = may(PUBLIC, "The agency that paid it", "F4.12")
    source: Text | None = may(PUBLIC, "Where it came from, where that is no agency or not only one", "F4.12")
    amount: Money = must(PUBLIC, "How much, in pounds: 12000 or 12000.50", "F4.12")


class Spending(Item):
    """Money that went out."""

    purpose: Text = must(PUBLIC, "What it was spent on", "F4.12")
    amount: Money = must(PUBLIC, "How much, in pounds: 12000 or 12000.50", "F4.12")


class Budget(Record):
    """The money of the arrangements in one year (F4.12)."""

    declares: ClassVar[Declaration] = Declaration(
        dated_by=("agreed",),
        register_columns=("year",),
    )

    year: Year = must(PUBLIC, "The year it is for", "F4.12", ask="For which year? (2018-19)")
    agreed: When | None = may(PUBLIC, "When these figures were agreed", "F4.12", owed=True)
    income: tuple[Income, ...] = many(PUBLIC, "Money in, from each partner and source", "F4.12", owed=True)
    spending: tuple[Spending, ...] = many(PUBLIC, "Money out, by purpose", "F4.12", owed=True)
    brought_forward: Annotated[Money, Money.balance] | None = may(
        PUBLIC, "What was left from the year before, in pounds; below nothing where money was owed: -250", "F4.12"
    )
    carried_forward: Annotated[Money, Money.balance] | None = may(
        PUBLIC, "What is left for the next year, in pounds; below nothing where money is owed: -250", "F4.12"
    )
