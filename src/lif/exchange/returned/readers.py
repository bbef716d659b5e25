"""A reader for each column of a subject, with what its cells may hold."""

from collections.abc import Mapping

from lif.exchange.ask import Ask
from lif.exchange.column import ADDED, Column, ColumnType
from lif.exchange.layout import Layout
from lif.exchange.returned.cell_value import ColumnReader, choices_by_name
from lif.exchange.returned.day_text import is_month_first
from lif.exchange.returned.sheet_rows import ReturnedRow
from lif.model.parts.part import Part
from lif.model.parts.shape import FieldShape, field_at, shape_of
from lif.model.reference import REGISTERS
from lif.model.registry import KINDS
from lif.model.snapshot import Snapshot
from lif.model.view import View

_YES_NO = {"yes": "yes", "y": "yes", "true": "yes", "no": "no", "n": "no", "false": "no"}


def row_model(layout: Layout) -> type[Part]:
    """The model of what a row is: that of the record, or of the item."""
    model = KINDS[layout.kind].model
    return (shape_of(model)[layout.items].part or model) if layout.items else model


def field_of(layout: Layout, column: Column) -> FieldShape | None:
    """The field that a column shows; None where it is worked out, or is the reference."""
    return field_at(row_model(layout), tuple(step for step in column.steps if step != ADDED))


def readers_of(layout: Layout, view: View, rows: tuple[ReturnedRow, ...]) -> dict[str, ColumnReader]:
    """The reader of each column that comes back, by the key of the column."""
    lists = {name: choices_by_name(values) for name, values in layout.meanings(view, Ask()).items()}
    found = {}
    for column in layout.editable:
        shape = field_of(layout, column)
        choices = lists.get(column.choices) or (_choices(shape, view.records) if shape else {})
        cells = [row.cells.get(column.key) for row in rows] if column.type is ColumnType.DATE else []
        found[column.key] = ColumnReader(column, choices, is_month_first(cells))
    return found


def _choices(shape: FieldShape, snapshot: Snapshot) -> Mapping[str, str]:
    if shape.words is not None:
        return choices_by_name({word.value: word.value for word in shape.words})
    if shape.kind_of_value is bool:
        return _YES_NO
    target = shape.ref.to[0] if shape.ref else ""
    if shape.ref is None or target not in REGISTERS:
        return {}
    members = snapshot.registers.get(target, {}).items()
    return choices_by_name(
        {
            key: str(getattr(member, "name", None) or getattr(member, "label", key))
            for key, member in members
            if not shape.ref.axes or getattr(member, "axis", None) in shape.ref.axes
        }
    )
