"""Compare three states of the same rows: as they were exported, as they came back, and as the records are now."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lif.exchange.column import Column
from lif.exchange.hidden_sheet import Base, BaseRow
from lif.exchange.returned.cell_error import CellError
from lif.exchange.returned.cell_value import ColumnReader
from lif.exchange.returned.grid import CellPlace, SheetProblem
from lif.exchange.returned.sheet_rows import ReturnedRow, ReturnedRows

Values = Mapping[str, str]
"""The text of each column by its key."""
Now = Callable[[str], Values | None]
"""The values of a row as the records are now; None where its record is no longer there."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One field of one row that was changed: what was exported, what the records say now, and the value to write."""

    row: str
    column: Column
    exported: str
    now: str
    value: str
    place: CellPlace


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row without a reference: its values by the key of their column."""

    values: Values
    row: ReturnedRow


@dataclass
class Compared:
    """What follows from a comparison: edits and new rows, or what keeps them from being made.

    `conflicts` are fields that were changed on both sides. `gone` are the references of rows that did not come back.
    """

    edits: list[Edit] = field(default_factory=list)
    new_rows: list[NewRow] = field(default_factory=list)
    conflicts: list[Edit] = field(default_factory=list)
    problems: list[SheetProblem] = field(default_factory=list)
    remarks: list[SheetProblem] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    @property
    def is_sound(self) -> bool:
        """Whether the edits may be made."""
        return not self.problems and not self.conflicts


def three_way(base: Base, returned: ReturnedRows, values_now: Now, readers: Mapping[str, ColumnReader]) -> Compared:
    """Compare the rows that came back with what was exported and what holds now."""
    compared = Compared(problems=[*returned.problems], remarks=[*returned.remarks])
    exported = _exported(base)
    sheets = [sheet.name for sheet in base.sheets]
    by_id: dict[str, list[ReturnedRow]] = {}
    for row in returned.rows:
        by_id.setdefault(row.id, []).append(row)
    compared.gone = [row_id for row_id in exported if row_id not in by_id]
    for row in by_id.pop("", []):
        compared.problems += row.lost_reference
        if not row.lost_reference:
            _new_row(row, readers, compared)
    for row_id, rows in by_id.items():
        if row_id not in exported:
            compared.problems += _unknown(row_id, rows, compared.gone, values_now)
        elif len(rows) > len(exported[row_id]):
            compared.problems += _copied(rows, sheets)
        elif len(rows) > 1:
            compared.problems += _changed_twins(exported[row_id], rows, readers)
        else:
            _row(exported[row_id][0], rows[0], values_now(row_id), (readers, compared))
    return compared


def _exported(base: Base) -> dict[str, list[Values]]:
    """The values of each row as exported, by its reference."""
    found: dict[str, list[Values]] = {}
    for sheet in base.sheets:
        keys = [column.key for column in sheet.columns if column.editable]
        for row in sheet.rows:
            found.setdefault(row.id, []).append(_values(keys, row))
    return found


def _values(keys: Sequence[str], row: BaseRow) -> Values:
    return dict(zip(keys, row.values, strict=True))


def _row(
    exported: Values, row: ReturnedRow, now: Values | None, into: tuple[Mapping[str, ColumnReader], Compared]
) -> None:
    readers, compared = into
    for key, reader in readers.items():
        if key not in row.cells or key not in exported:
            continue
        value = _read(row, key, reader, exported[key], compared)
        if value is None or reader.same(value, exported[key]):
            continue
        if now is None:
            says = "was changed, and its record is no longer there, or is not open to the audience of the workbook"
            compared.problems.append(SheetProblem(row.place(), says, "Export anew, and write the change there."))
            return
        if reader.same(value, now.get(key, "")):
            continue
        edit = Edit(row.id, reader.column, exported[key], now.get(key, ""), value, row.place(key))
        (compared.edits if reader.same(edit.exported, edit.now) else compared.conflicts).append(edit)


def _read(row: ReturnedRow, key: str, reader: ColumnReader, base: str, compared: Compared) -> str | None:
    """The value of a cell; None where it cannot be taken, which is then among the problems."""
    if reason := row.unsure.get(key):
        compared.problems.append(SheetProblem(row.place(key), reason, "Type the value itself."))
        return None
    try:
        return reader.read(row.cells[key], base)
    except CellError as error:
        compared.problems.append(SheetProblem(row.place(key), error.says, error.hint))
        return None


def _new_row(row: ReturnedRow, readers: Mapping[str, ColumnReader], compared: Compared) -> None:
    values = {}
    for key, reader in readers.items():
        if key in row.cells and (value := _read(row, key, reader, "", compared)):
            values[key] = value
    if values:
        compared.new_rows.append(NewRow(values, row))


def _unknown(row_id: str, rows: list[ReturnedRow], gone: list[str], values_now: Now) -> Iterator[SheetProblem]:
    for row in rows:
        if values_now(row_id) is not None:
            says, hint = f"has the reference {row_id}, which was not in this workbook", "Take it from its own workbook."
        elif gone:
            says = "has a reference that was not exported, and another one is missing"
            hint = f"If it was one of these, write it again: {', '.join(gone[:5])}. Leave it empty in a new row."
        else:
            says, hint = "has a reference that was not exported", "Leave it empty in a new row."
        yield SheetProblem(row.place("id"), says, hint)


def _copied(rows: list[ReturnedRow], sheets: list[str]) -> Iterator[SheetProblem]:
    copies = [row for row in rows if row.sheet not in sheets]
    if copies and len({row.sheet for row in rows}) > 1:
        for row in copies:
            says = "stands in a sheet that looks like a copy of another one"
            yield SheetProblem(row.place(), says, "Delete one of the two sheets, or say which to read: --sheet NAME")
        return
    first, *others = rows
    for row in others:
        says = f"has the same reference as {first.place().says}"
        yield SheetProblem(row.place("id"), says, "Delete one of the two. If it is new, leave its reference empty.")


def _changed_twins(
    exported: list[Values], rows: list[ReturnedRow], readers: Mapping[str, ColumnReader]
) -> Iterator[SheetProblem]:
    """Rows that had one reference when they were exported can only come back as they were."""
    scratch = Compared()
    found = Counter(
        tuple(_read(row, key, reader, "", scratch) or "" for key, reader in readers.items() if key in row.cells)
        for row in rows
    )
    wanted = Counter(tuple(values.get(key, "") for key in readers if key in rows[0].cells) for values in exported)
    if found != wanted:
        says = "has a reference that several rows had when they were exported, and one of them was changed"
        yield SheetProblem(rows[0].place("id"), says, "Change it in the record itself.")
