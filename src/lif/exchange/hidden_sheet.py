"""The hidden sheet `_lif` of a working workbook: what was exported, so that what came back can be compared with it.

    lif    | schema version | what | content id | audience | records' revision | short name of the partnership
    sheet  | name | number of the row with the headings
    column | key of the field | heading | type | editable: yes or no
    row    | id | hash | value of each editable column as text

`column` and `row` belong to the `sheet` above them. Cells only: a cell holds 32,767 characters, so nothing is packed.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from lif.exchange.column import Column, ColumnType

BASE_SHEET = "_lif"
SCHEMA_VERSION = "1"
_ROW_HASH, _CONTENT_ID = 12, 16


class BaseUnreadableError(ValueError):
    """The hidden sheet is not one that this program wrote; the message says which row and why."""


@dataclass(frozen=True, slots=True)
class BaseRow:
    """A row as exported: its id, and the text of each editable column, in their order."""

    id: str
    values: tuple[str, ...]

    @property
    def hash(self) -> str:
        """Twelve hexadecimal digits of the id and the values."""
        return sha256("\x1f".join((self.id, *self.values)).encode()).hexdigest()[:_ROW_HASH]


@dataclass(frozen=True, slots=True)
class BaseSheet:
    """A visible sheet as exported. `header_row` is the number of the row with the headings, from 1."""

    name: str
    header_row: int
    columns: tuple[Column, ...]
    rows: tuple[BaseRow, ...]


@dataclass(frozen=True, slots=True)
class Base:
    """Everything the hidden sheet says.

    `what` is the subject of `lif export`; `revision` empty outside of git; `partnership` a short name of its title.
    """

    what: str
    audience: str
    revision: str
    sheets: tuple[BaseSheet, ...]
    schema: str = SCHEMA_VERSION
    partnership: str = ""

    @property
    def content_id(self) -> str:
        """Sixteen hexadecimal digits of what the sheets show; never of the bytes of a file."""
        digest = sha256(f"{self.schema}\x1f{self.what}\x1f{self.audience}".encode())
        for sheet in self.sheets:
            for row in _sheet_rows(sheet):
                digest.update("\x1f".join((*row, "\n")).encode())
        return digest.hexdigest()[:_CONTENT_ID]


def base_rows(base: Base) -> Iterator[tuple[str, ...]]:
    """The rows of the hidden sheet."""
    yield ("lif", base.schema, base.what, base.content_id, base.audience, base.revision, base.partnership)
    for sheet in base.sheets:
        yield from _sheet_rows(sheet)


def _sheet_rows(sheet: BaseSheet) -> Iterator[tuple[str, ...]]:
    yield ("sheet", sheet.name, str(sheet.header_row))
    for column in sheet.columns:
        yield ("column", column.key, column.heading, column.type.value, "yes" if column.editable else "no")
    for row in sheet.rows:
        yield ("row", row.id, row.hash, *row.values)


@dataclass
class _OpenSheet:
    name: str
    header_row: int
    columns: list[Column]
    rows: list[BaseRow]

    @property
    def editable(self) -> int:
        return sum(column.editable for column in self.columns)


def read_base(rows: Iterable[Sequence[str]]) -> tuple[Base, str]:
    """The base and the content id as they stand in the rows of the hidden sheet; a row may be longer than it is filled.

    Raises `BaseUnreadableError`. An older schema is read as far as its first row, so that its version can be named.
    """
    numbered = enumerate(rows, 1)
    first = next(numbered, (1, ()))[1]
    head = [*first, "", "", "", "", "", "", ""][:7]
    if head[0] != "lif":
        raise BaseUnreadableError("row 1 does not begin with lif")
    _, schema, what, content_id, audience, revision, partnership = head
    sheets: list[_OpenSheet] = []
    if schema == SCHEMA_VERSION:
        for number, row in numbered:
            _take(sheets, [*row, "", "", "", "", ""], number)
    closed = tuple(BaseSheet(each.name, each.header_row, tuple(each.columns), tuple(each.rows)) for each in sheets)
    return Base(what, audience, revision, closed, schema, partnership), content_id


def _take(sheets: list[_OpenSheet], row: Sequence[str], number: int) -> None:
    match row[0]:
        case "":
            return
        case "sheet" if row[2].isdigit():
            sheets.append(_OpenSheet(row[1], int(row[2]), [], []))
        case "column" if sheets and row[3] in set(ColumnType):
            sheets[-1].columns.append(Column(row[1], row[2], ColumnType(row[3]), row[4] == "yes"))
        case "row" if sheets:
            values = [*row[3:], *[""] * sheets[-1].editable][: sheets[-1].editable]
            sheets[-1].rows.append(BaseRow(row[1], tuple(values)))
        case _:
            raise BaseUnreadableError(f"row {number} is none of sheet, column and row")
