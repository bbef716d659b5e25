"""The figures of indicators: one row a figure, that is an indicator at one time."""

from lif.exchange.column import Column, ColumnType
from lif.exchange.layout import Layout

INDICATORS = Layout(
    "indicators",
    "Indicators",
    "indicator",
    (
        Column("id", "Reference", ColumnType.ID, editable=False, says="How lif knows the row. Leave it as it is."),
        Column("indicator", "Indicator", ColumnType.COMPUTED, editable=False),
        Column("measure", "What is counted", ColumnType.COMPUTED, editable=False),
        Column("unit", "Unit", ColumnType.COMPUTED, editable=False),
        Column("better", "Which way is better", ColumnType.COMPUTED, editable=False),
        Column("at", "Month, quarter or year", ColumnType.DATE, says="2026-09, or 2026-07/2026-09 for a quarter."),
        Column("numerator", "How many", ColumnType.NUMBER),
        Column("denominator", "Out of how many", ColumnType.NUMBER),
        Column("value", "Figure, where no counts are known", ColumnType.NUMBER),
    ),
    items="series",
    item_key="at",
)
