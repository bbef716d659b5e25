"""An indicator: one figure over time, with its denominators."""

from typing import ClassVar

from lif.model.declaration import Declaration, EvidenceKind, LineStage
from lif.model.parts.field import many, may, must, no_unless_said
from lif.model.parts.part import Part
from lif.model.parts.scalars import Count, Number, Text, YesNo
from lif.model.period import When
from lif.model.record import Item, Record
from lif.model.reference import AgencyKey, ThemeKey
from lif.model.sharing import PUBLIC
from lif.model.vocabulary import Better


class Point(Part):
    """The figure for one span of time."""

    at: When = must(PUBLIC, "The month, or the last month of the quarter or year", "F5.5")
    numerator: Count | None = may(PUBLIC, "How many")
    denominator: Count | None = may(PUBLIC, "Out of how many")
    value: Number | None = may(PUBLIC, "The figure itself, where only a rate or percentage is known")


class Rebase(Part):
    """A point from which the figure is read afresh."""

    since: When = must(PUBLIC, "From when", "F5.5", ahead=True)
    reason: Text = must(PUBLIC, "What changed, so that the old limits no longer speak", "F5.5")


class Compared(Item):
    """The same figure elsewhere, to compare with."""

    who: Text = must(PUBLIC, "Where: England, neighbours like us", "F5.5")
    at: When = must(PUBLIC, "The month, or the last month of the quarter or year", "F5.5")
    value: Number = must(PUBLIC, "The figure there", "F5.5")


class Fixing(Part):
    """A baseline: limits are worked out from the points up to a date, and later points are read against them."""

    until: When = must(PUBLIC, "The last month, quarter or year of the baseline", "F5.5", ahead=True)
    reason: Text = must(PUBLIC, "Why the limits are fixed there: what is to be compared with the time before", "F5.5")


class Indicator(Record):
    """A figure followed over time."""

    declares: ClassVar[Declaration] = Declaration(
        dated_by=("series.-1.at",),
        line_stage=LineStage.LOOKED_AT,
        evidence=EvidenceKind.INDICATOR,
        has_several_readings=True,
        gives_findings=True,
        next_kinds=("finding",),
        asked=(
            "measure",
            "unit",
            "better",
            "themes",
            "series.at",
            "series.numerator",
            "series.denominator",
            "series.value",
        ),
        register_columns=("unit", "better", "themes"),
    )

    measure: Text = must(PUBLIC, "What is counted, exactly", "F5.5", ask="What is counted?")
    unit: Text | None = may(PUBLIC, "percent, days, number", owed=True)
    better: Better = must(PUBLIC, "Which way it should go", "F5.5", ask="Which way is better?")
    target: Number | None = may(PUBLIC, "The target, where there is one", goes_with=("target_agreed",))
    target_agreed: When | None = may(PUBLIC, "When the target was set")
    every: Text | None = may(PUBLIC, "How often: month, quarter, year")
    agency: AgencyKey | None = may(PUBLIC, "The agency it is about")
    area: Text | None = may(
        PUBLIC, "The area it describes: a figure of the context, which shows nothing of how work is done", "F2.1"
    )
    collected_by: AgencyKey | None = may(PUBLIC, "The agency that collects it")
    themes: tuple[ThemeKey, ...] = many(PUBLIC, "What it is about", owed=True)
    series: tuple[Point, ...] = many(PUBLIC, "The figures, oldest first", "F5.5", owed=True)
    compared: tuple[Compared, ...] = many(PUBLIC, "The same figure elsewhere, to compare with", "F5.5")
    rebase: tuple[Rebase, ...] = many(PUBLIC, "Points from which it is read afresh, with the reason", "F5.5")
    fixed: tuple[Fixing, ...] = many(
        PUBLIC, "Baselines on which mean and limits are fixed, with the reason; one for each stretch", "F5.5"
    )
    seasonal: YesNo = no_unless_said(PUBLIC, "yes when it follows the seasons or the school year", "F5.5")
    caution: Text | None = may(PUBLIC, "What the figure does not show")
