"""Any kind of record as a flat sheet: one row a record, one column a field that holds one value or a list of them."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from lif.exchange.column import Column, ColumnType
from lif.exchange.layout import Layout
from lif.exchange.registry import LAYOUTS
from lif.model.kind import Kind
from lif.model.parts.part import Part
from lif.model.parts.shape import FieldShape, shape_of
from lif.model.period import When
from lif.model.reference import REGISTERS


@cache
def flat_layout(kind: Kind) -> Layout:
    """The layout of the flat sheet of a kind; lists of parts have tables of their own and are not in it.

    It is called by the kind's name, or by its folder where a working sheet has that name: `assessments`.
    """
    reference = Column("id", "id", ColumnType.ID, editable=False, says="The id of the record.")
    columns = (reference, *_columns(kind.model, ""))
    what = kind.folder if kind.name in LAYOUTS else kind.name
    return Layout(what, (kind.counted[1] or kind.name).capitalize(), kind.name, columns)


def _columns(model: type[Part], before: str) -> Iterator[Column]:
    for name, field in shape_of(model).items():
        key = f"{before}{name}"
        if field.part is None:
            comes_back = not field.is_list or field.ref is not None  # a text in a list may itself hold what parts it
            yield Column(key, key, column_type(field), comes_back, choices_of(field), field.about.says)
        elif not field.is_list:
            yield from _columns(field.part, f"{key}.")


def column_type(field: FieldShape) -> ColumnType:
    """What the cells of a field hold."""
    if field.is_list:
        return ColumnType.LIST
    if field.kind_of_value in {date, When}:
        return ColumnType.DATE
    if field.kind_of_value in {int, float}:
        return ColumnType.NUMBER
    return ColumnType.CHOICE if choices_of(field) else ColumnType.TEXT


def choices_of(field: FieldShape) -> str:
    """The name of the list a field's values come from: a register of the partnership, or a closed list of words."""
    if field.words is not None:
        return field.words.__name__
    if field.kind_of_value is bool:
        return "yes_no"
    register = field.ref.to[0] if field.ref else ""
    return REGISTERS.get(register, "")
