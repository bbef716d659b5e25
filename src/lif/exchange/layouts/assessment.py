"""The return of an agency to an assessment of standards: one row a standard."""

from lif.exchange.column import Column, ColumnType
from lif.exchange.layout import Layout

ASSESSMENT = Layout(
    "assessment",
    "Return on standards",
    "assessment",
    (
        Column("id", "Reference", ColumnType.ID, editable=False, says="How lif knows the row. Leave it as it is."),
        Column("agency", "Agency", ColumnType.COMPUTED, editable=False),
        Column("standard_says", "Standard", ColumnType.COMPUTED, editable=False),
        Column("before", "Rating of the cycle before", ColumnType.COMPUTED, editable=False),
        Column("evidence_before", "Evidence of the cycle before", ColumnType.COMPUTED, editable=False),
        Column("own", "Your rating now", ColumnType.CHOICE, choices="grades"),
        Column("evidence", "Your evidence now", ColumnType.TEXT, says="What shows it, and where that can be read."),
    ),
    items="ratings",
    item_key="standard",
)
