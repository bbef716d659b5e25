"""The figures of indicators: one row a figure, that is an indicator at one time."""

from lif.exchange.column import Column, ColumnType, computed, reference
from lif.exchange.layout import Layout
from lif.exchange.subject import Subject


def _record(subject: Subject) -> str:
    return subject.entry.id


def _field(name: str, subject: Subject) -> object:
    return getattr(subject.entry.record, name)


INDICATORS = Layout(
    "indicators",
    "Indicators",
    "indicator",
    (
        reference(),
        computed("record", "Indicator id", _record, "In a new row: whose figure it is."),
        computed("indicator", "Indicator", lambda subject: _field("title", subject)),
        computed("measure", "What is counted", lambda subject: _field("measure", subject)),
        computed("unit", "Unit", lambda subject: _field("unit", subject)),
        computed("better", "Which way is better", lambda subject: _field("better", subject)),
        Column("at", "Month, quarter or year", ColumnType.DATE, says="2026-09, or 2026-07/2026-09 for a quarter."),
        Column("numerator", "How many", ColumnType.NUMBER),
        Column("denominator", "Out of how many", ColumnType.NUMBER),
        Column("value", "Figure, if not counted", ColumnType.NUMBER, says="Only where no counts are known."),
    ),
    items="series",
    item_key="at",
    owner="record",
)
