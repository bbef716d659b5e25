"""Find the rows of the exported sheets in what came back: by the headings, wherever columns and rows were moved to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lif.exchange.cell_text import settled
from lif.exchange.column import Column
from lif.exchange.hidden_sheet import BASE_SHEET, Base
from lif.exchange.returned.cell_value import shown_text
from lif.exchange.returned.grid import CellPlace, Grid, SheetProblem

_HEAD_ROWS = 30
"""The rows in which headings are looked for."""
_OWN_SHEETS = {BASE_SHEET, "Lists", "Guide"}


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """A row that came back: its reference, what its cells hold by the key of their column, and where each stands.

    `unsure` are the columns whose cell holds no value that can be taken, with the reason.
    """

    sheet: str
    number: int
    id: str
    cells: Mapping[str, object]
    columns: Mapping[str, int]
    headings: Mapping[str, str]
    unsure: Mapping[str, str] = field(default_factory=dict)

    def place(self, key: str = "") -> CellPlace:
        """The place of a cell, or of the row."""
        return CellPlace(self.sheet, self.number, self.columns.get(key, -1), self.headings.get(key, ""))

    @property
    def lost_reference(self) -> tuple[SheetProblem, ...]:
        """What is wrong where the cell of the reference holds none that can be taken: the row is then not a new one."""
        reason = self.unsure.get("id")
        return (SheetProblem(self.place("id"), reason, "Write the reference itself."),) if reason else ()


@dataclass(frozen=True, slots=True)
class ReturnedRows:
    """All rows that came back, with what is wrong about the sheets themselves, and what is only worth knowing."""

    rows: tuple[ReturnedRow, ...]
    problems: tuple[SheetProblem, ...]
    remarks: tuple[SheetProblem, ...]


def returned_rows(base: Base, grids: Sequence[Grid], only: Sequence[str] = ()) -> ReturnedRows:
    """The rows of every sheet with the headings of the export; with `only`, of the sheets of these names."""
    rows: list[ReturnedRow] = []
    problems: list[SheetProblem] = []
    remarks: list[SheetProblem] = []
    columns = tuple({column.key: column for sheet in base.sheets for column in sheet.columns}.values())
    found = [grid.name for grid in grids]
    for name in only:
        if name not in found:
            listed = ", ".join(name for name in found if name not in _OWN_SHEETS)
            problems.append(SheetProblem(CellPlace(name, 0), "is no sheet of the file", f"There are: {listed}."))
    for grid in grids:
        if grid.name in _OWN_SHEETS or (only and grid.name not in only):
            continue
        head = _header_row(grid, columns)
        if head is None:
            if any(sheet.name == grid.name for sheet in base.sheets):
                says = "has no row of headings with the heading of the reference"
                problems.append(SheetProblem(CellPlace(grid.name, 0), says, "Put the row of headings back."))
            elif any(any(row) for row in grid.rows):
                remarks.append(SheetProblem(CellPlace(grid.name, 0), "is no sheet of lif and was not read"))
            continue
        places, wrong, told = _columns(grid, head, columns)
        problems += wrong
        remarks += told
        if not wrong:
            rows += _rows(grid, head, places, columns)
    if not rows and not problems:
        says = "No sheet of the file has the headings that were exported"
        problems.append(SheetProblem(CellPlace("", 0), says, "Send the sheets as they came."))
    return ReturnedRows(tuple(rows), tuple(problems), tuple(remarks))


def _plain(cell: object) -> str:
    return " ".join(settled(cell).casefold().split()) if isinstance(cell, str) else ""


def _header_row(grid: Grid, columns: tuple[Column, ...]) -> int | None:
    """The index of the row of headings: the first with the heading of the reference and another one."""
    reference = next(_plain(column.heading) for column in columns if column.key == "id")
    others = {_plain(column.heading) for column in columns} - {reference}
    for index, row in enumerate(grid.rows[:_HEAD_ROWS]):
        cells = {_plain(cell) for cell in row}
        if reference in cells and cells & others:
            return index
    return None


def _columns(
    grid: Grid, head: int, columns: tuple[Column, ...]
) -> tuple[dict[str, int], list[SheetProblem], list[SheetProblem]]:
    """The index of each column by its key, what is wrong with the headings, and what is only said about them."""
    by_heading = {_plain(column.heading): column for column in columns}
    places: dict[str, int] = {}
    problems: list[SheetProblem] = []
    unknown: list[tuple[int, str]] = []
    for index, cell in enumerate(grid.rows[head]):
        column = by_heading.get(_plain(cell))
        if column is None:
            filled = any(row[index] != "" for row in grid.rows[head + 1 :] if index < len(row))
            if shown_text(cell) or filled:
                unknown.append((index, shown_text(cell)))
        elif column.key in places:
            at = CellPlace(grid.name, head + 1, index, column.heading)
            problems.append(SheetProblem(at, "is the second column with this heading", "Delete one of the two."))
        else:
            places[column.key] = index
    missing = [column for column in columns if column.editable and column.key not in places]
    remarks = [
        SheetProblem(
            CellPlace(grid.name, head + 1), f'has no column "{column.heading}", so these fields stay as they are'
        )
        for column in missing
    ]
    for index, heading in unknown:
        at = CellPlace(grid.name, head + 1, index, heading)
        if missing:
            names = " or ".join(f'"{column.heading}"' for column in missing)
            problems.append(SheetProblem(at, "is a heading that was not exported", f"If it was {names}, write that."))
        else:
            remarks.append(SheetProblem(at, "was added to the sheet and was not read"))
    return places, problems, [] if problems else remarks


def _rows(grid: Grid, head: int, places: Mapping[str, int], columns: tuple[Column, ...]) -> Iterator[ReturnedRow]:
    editable = {column.key for column in columns if column.editable}
    headings = {column.key: column.heading for column in columns}
    for index, row in enumerate(grid.rows[head + 1 :], head + 1):
        cells = {key: row[at] if at < len(row) else "" for key, at in places.items()}
        reasons = {key: reason for key, at in places.items() if (reason := grid.reason_against(index, at))}
        unsure = {key: reason for key, reason in reasons.items() if key in editable or key == "id"}
        record = shown_text(cells["id"])
        if record or unsure or any(shown_text(cells[key]) for key in editable & cells.keys()):
            yield ReturnedRow(grid.name, index + 1, record, cells, places, headings, unsure)
