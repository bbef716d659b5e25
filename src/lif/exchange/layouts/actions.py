"""The tracker of actions: one row an action."""

from lif.exchange.column import Column, ColumnType
from lif.exchange.layout import Layout

ACTIONS = Layout(
    "actions",
    "Action tracker",
    "action",
    (
        Column("id", "Reference", ColumnType.ID, editable=False, says="How lif knows the row. Leave it as it is."),
        Column("because", "Because of", ColumnType.COMPUTED, editable=False, says="What the action answers."),
        Column("title", "Action", ColumnType.TEXT, says="What is done, in a line."),
        Column("owner.agency", "Lead agency", ColumnType.CHOICE, choices="agencies"),
        Column("owner.role", "Lead role", ColumnType.TEXT, says="A role, never a name."),
        Column("joint_with", "Together with", ColumnType.LIST, says="Keys of agencies, parted by ;"),
        Column("action_kind", "Kind of action", ColumnType.CHOICE, choices="ActionKind"),
        Column("themes", "Themes", ColumnType.LIST, says="Keys of themes, parted by ;"),
        Column("agreed", "Agreed on", ColumnType.DATE),
        Column("first_due", "First due", ColumnType.COMPUTED, editable=False, says="The day it was due at first."),
        Column("due", "Due now", ColumnType.DATE, says="Where it moves, say why in the column beside it."),
        Column("moved.+.reason", "Why it moves", ColumnType.TEXT, says="Only where you change Due now."),
        Column("moves", "Moved before", ColumnType.COMPUTED, editable=False),
        Column("measures", "How it will be known", ColumnType.COMPUTED, editable=False),
        Column("started", "Begun on", ColumnType.DATE),
        Column("progress.+.date", "New step: date", ColumnType.DATE),
        Column("progress.+.said", "New step: what was done or reported", ColumnType.TEXT),
        Column("done", "Work done on", ColumnType.DATE),
        Column("closed", "Closed on", ColumnType.DATE),
        Column("outcome", "Outcome", ColumnType.CHOICE, choices="Outcome"),
        Column("outcome_because", "On what that rests", ColumnType.TEXT),
        Column("state", "State on the day of this workbook", ColumnType.COMPUTED, editable=False),
    ),
)
