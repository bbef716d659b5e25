"""The value of a cell: what a record or an item holds at the path of a column, as far as the audience may see it."""

from datetime import date

from lif.disclosure.small_counts import HIDDEN
from lif.exchange.cell_text import cell_text
from lif.exchange.column import ADDED, Column, ColumnType
from lif.exchange.few_counts import counts_to_hide
from lif.exchange.subject import Subject
from lif.model.parts.part import Part
from lif.model.period import When

Value = str | int | float | date | None
"""A day is a date, a figure a number; everything else is text."""


def value_of(column: Column, subject: Subject) -> Value:
    """The value of the column for the row; `c` for a count that is too small for the public."""
    if column.work_out is not None:
        return plain_value(column.work_out(subject))
    if column.type is ColumnType.ID:
        return subject.entry.id_of(subject.item)
    *before, name = column.steps
    holder = value_at(subject.part, tuple(before))
    value = value_at(holder, (name,)) if isinstance(holder, Part) else None
    if isinstance(value, int | float) and name in counts_to_hide(subject.view, subject.entry, holder):
        return HIDDEN
    return plain_value(value)


def value_at(part: object, steps: tuple[str, ...]) -> object:
    """What stands at the path; None where nothing does, and for an item that is still to be added."""
    here = part
    for step in steps:
        if here is None or step == ADDED:
            return None
        here = getattr(here, step)
    return here


def plain_value(value: object) -> Value:
    """A value as a cell holds it: an exact date as a date, a number as a number, else the text of it."""
    if isinstance(value, When) and value.is_exact:
        return value.earliest
    if isinstance(value, date) or (isinstance(value, int | float) and not isinstance(value, bool)):
        return value
    return cell_text(value) or None
