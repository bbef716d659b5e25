"""Compare the rows of a partnership's own tracker with the records: what is new, and what a referenced row changes.

A tracker does not hold what it said when it was last taken in. A row with a reference is the word of the tracker, so
what differs is an edit; an empty cell says nothing. A row without one is a new record.
"""

import re
from collections.abc import Mapping

from lif.exchange.cell_text import joined, settled
from lif.exchange.column import ColumnType
from lif.exchange.returned.cell_error import CellError
from lif.exchange.returned.cell_value import ColumnReader, shown_text
from lif.exchange.returned.column_map import LAST_DAY, ColumnMap, MappedColumn, folded
from lif.exchange.returned.grid import SheetProblem
from lif.exchange.returned.sheet_rows import ReturnedRow, ReturnedRows
from lif.exchange.returned.three_way import Compared, Edit, NewRow, Now
from lif.model.period import When

_SEVERAL = re.compile(r"\s*(?:[;,/&+\n]|\band\b)\s*", re.IGNORECASE)
_TICKS = {"\u2713": "yes", "\u2714": "yes", "\u2611": "yes", "\u2717": "no", "\u2718": "no", "\u2610": "no"}


def compare_tracker(
    returned: ReturnedRows, asked: ColumnMap, values_now: Now, readers: Mapping[str, ColumnReader]
) -> Compared:
    """The edits and the new rows that follow from a tracker, and all its problems."""
    compared = Compared(problems=[*returned.problems], remarks=[*returned.remarks])
    seen: dict[str, ReturnedRow] = {}
    for row in returned.rows:
        values = _values(row, asked, readers, compared)
        if not row.id:
            compared.problems += row.lost_reference
            if values:
                compared.new_rows.append(NewRow({**asked.fixed, **values}, row))
            continue
        current = values_now(row.id)
        if row.id in seen:
            says = f"has the same reference as {seen[row.id].place().says}"
            compared.problems.append(SheetProblem(row.place("id"), says, "Delete one of the two."))
        elif current is None:
            says = "has a reference that no record has"
            compared.problems.append(SheetProblem(row.place("id"), says, "Leave it empty in a new row."))
        else:
            for key, value in values.items():
                reader, before = readers[key], current.get(key, "")
                if not reader.same(value, before):
                    compared.edits.append(Edit(row.id, reader.column, before, before, value, row.place(key)))
        seen[row.id] = row
    return compared


def _values(
    row: ReturnedRow, asked: ColumnMap, readers: Mapping[str, ColumnReader], compared: Compared
) -> dict[str, str]:
    values: dict[str, str] = {}
    for column in asked.columns:
        reader = readers.get(column.key)
        if reader is None:
            continue
        try:
            for key, value in _read(column, reader, row).items():
                values[key] = joined((values[key], value)) if values.get(key) else value
        except CellError as error:
            compared.problems.append(SheetProblem(row.place(column.key), error.says, error.hint))
    return {key: value for key, value in values.items() if value}


def _read(column: MappedColumn, reader: ColumnReader, row: ReturnedRow) -> dict[str, str]:
    """The value of the column, and of the list that takes the others where the cell names several."""
    if reason := row.unsure.get(column.key):
        raise CellError(reason, "Type the value itself.")
    cell = row.cells[column.key]
    text = shown_text(cell)
    if (meant := column.values.get(folded(text))) is not None:
        return {column.key: meant}
    if text in _TICKS and "yes" in reader.choices:
        return {column.key: _TICKS[text]}
    parts = [part for part in _SEVERAL.split(text) if part] if reader.choices else []
    if len(parts) > 1 and reader.column.type is not ColumnType.LIST and settled(text).casefold() not in reader.choices:
        return _several(column, reader, text, parts)
    if reader.column.type is ColumnType.LIST:
        said = [column.values.get(folded(part), part) for part in parts] or [text]
        return {column.key: reader.read(joined(part for part in said if part), "")}
    value = reader.read(cell, "")
    if column.vague == LAST_DAY and reader.column.type is ColumnType.DATE and value:
        value = _last_day(value)
    return {column.key: value}


def _several(column: MappedColumn, reader: ColumnReader, text: str, parts: list[str]) -> dict[str, str]:
    try:
        return {column.key: reader.read(text, "")}
    except CellError as whole:
        read = [column.values.get(folded(part)) or reader.read(part, "") for part in parts]
        if not column.others:
            says = f"holds several: {', '.join(read)}"
            raise CellError(says, "Say in the map where the others go, for example `others: joint_with`.") from whole
    return {column.key: read[0], column.others: joined(dict.fromkeys(read[1:]))}


def _last_day(value: str) -> str:
    """The last day of a month, a quarter or a year."""
    try:
        return When.parse(value).latest.isoformat()
    except ValueError as error:
        raise CellError(f'holds "{value}", a date that does not exist') from error
