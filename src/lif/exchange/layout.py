"""The layout of a working sheet: whose rows it holds, and its columns in order."""

from dataclasses import dataclass

from lif.exchange.column import Column, ColumnType
from lif.model.reference import RecordRef


@dataclass(frozen=True, slots=True)
class Layout:
    """The sheet of one subject (`what`): a row is a record of `kind`, or an item of its list `items`.

    `item_key` is the field that tells the items of that list apart (`standard`, `at`). The id of a row is the id of the
    record, with `#` and the item's own value where rows are items: `assessments/2026-police#leadership`.
    """

    what: str
    title: str
    kind: str
    columns: tuple[Column, ...]
    items: str = ""
    item_key: str = ""

    @property
    def editable(self) -> tuple[Column, ...]:
        """The columns that are read back, in order."""
        return tuple(column for column in self.columns if column.editable)

    @property
    def id_column(self) -> Column:
        """The column by which a row is known."""
        return next(column for column in self.columns if column.type is ColumnType.ID)

    def row_id(self, record: str, item: str = "") -> str:
        """The id of the row of a record, or of one of its items."""
        return str(RecordRef(record, item))
