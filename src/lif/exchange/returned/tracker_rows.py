"""Find the rows of a partnership's own tracker: below one row of headings or two, without totals and rows between."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lif.exchange.returned.cell_value import shown_text
from lif.exchange.returned.column_map import ColumnMap, folded
from lif.exchange.returned.grid import CellPlace, Grid, SheetProblem
from lif.exchange.returned.sheet_rows import ReturnedRow, ReturnedRows

_HEAD_ROWS = 30
_TOTALS = ("total", "totals", "sub total", "subtotal", "sub-total", "grand total", "sum", "average")
_FORM = {"start time", "completion time"}
_OF_FORM = {*_FORM, "email", "name", "last modified time"}
"""The columns that Microsoft Forms adds: when somebody answered, and who that was."""


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings of a sheet: the index of the last row of them, and each by its column."""

    row: int
    by_column: Mapping[int, str]


def headings_at(grid: Grid, row: int, *, rows: int) -> Headings:
    """The headings in one row, or in two of which the upper one may stand over several columns."""
    lower = [shown_text(cell) for cell in grid.rows[row + rows - 1]]
    upper = [shown_text(cell) for cell in grid.rows[row]] if rows > 1 else []
    found, over = {}, ""
    for at, low in enumerate(lower):
        over = upper[at] if at < len(upper) and upper[at] else over
        text = f"{over} / {low}" if over and low else low or over
        if text and (low or (at < len(upper) and upper[at])):
            found[at] = text
    return Headings(row + rows - 1, found)


def is_of_form(grid: Grid, column: int) -> bool:
    """Whether a form added the column by itself: a time, an address or a name, which are never read."""
    first = [folded(shown_text(cell)) for cell in grid.rows[0]] if grid.rows else []
    return {*first} >= _FORM and column < len(first) and first[column] in _OF_FORM


def is_dropped(grid: Grid, column: int, headings: Sequence[str]) -> bool:
    """Whether a column is left unread: it has one of these headings, or a form added it."""
    named = {folded(heading) for heading in headings}
    cells = (row[column] for row in grid.rows[:_HEAD_ROWS] if column < len(row))
    return is_of_form(grid, column) or any(folded(shown_text(cell)) in named for cell in cells)


def best_headings(grid: Grid) -> Headings | None:
    """The row of headings of a sheet that no map describes: the first with the most texts in it, below the title."""
    filled = [sum(isinstance(cell, str) and bool(cell.strip()) for cell in row) for row in grid.rows[:_HEAD_ROWS]]
    if not filled or max(filled) < 2:  # noqa: PLR2004 - one text is a title
        return None
    row = next(index for index, count in enumerate(filled) if 2 * count > max(filled) and count > 1)
    return headings_at(grid, row, rows=1)


def tracker_rows(grids: Sequence[Grid], asked: ColumnMap) -> ReturnedRows:
    """The rows of the sheet that the map describes, with the values under its headings."""
    problems = []
    for grid in grids:
        if asked.sheet and folded(grid.name) != folded(asked.sheet):
            continue
        for rows in (1, 2):
            for row in range(min(_HEAD_ROWS, len(grid.rows) - rows + 1)):
                headings = headings_at(grid, row, rows=rows)
                if not _missing(headings, asked):
                    return _rows(grid, headings, asked)
        nearest = min(
            (_missing(headings_at(grid, row, rows=1), asked) for row in range(min(_HEAD_ROWS, len(grid.rows)))),
            key=len,
            default=[],
        )
        if nearest:
            says = f"has no row with all headings of the map; missing: {', '.join(nearest)}"
            problems.append(SheetProblem(CellPlace(grid.name, 0), says, "Put them right in the map, or in the sheet."))
    if not problems:
        problems.append(SheetProblem(CellPlace(asked.sheet, 0), "is no sheet of the file", "Name another in the map."))
    return ReturnedRows((), tuple(problems), ())


def _missing(headings: Headings, asked: ColumnMap) -> list[str]:
    there = {folded(text) for text in headings.by_column.values()}
    return [column.heading for column in asked.columns if folded(column.heading) not in there]


def _rows(grid: Grid, headings: Headings, asked: ColumnMap) -> ReturnedRows:
    at = {folded(text): column for column, text in reversed([*headings.by_column.items()])}
    places = {column.key: at[folded(column.heading)] for column in asked.columns}
    names = {column.key: column.heading for column in asked.columns}
    rows, remarks = [], []
    for index, row in enumerate(grid.rows[headings.row + 1 :], headings.row + 1):
        filled = [shown_text(cell) for cell in row if shown_text(cell)]
        place = CellPlace(grid.name, index + 1)
        if not filled or all(folded(text) in at for text in filled):
            continue
        if folded(filled[0]).rstrip(": ") in _TOTALS:
            remarks.append(SheetProblem(place, "is a row of totals and was not read"))
        elif len(filled) == 1 and len(places) > 1:
            remarks.append(SheetProblem(place, "holds one cell only, was taken for a heading, and was not read"))
        else:
            cells = {key: row[column] if column < len(row) else "" for key, column in places.items()}
            unsure = {key: reason for key, column in places.items() if (reason := grid.reason_against(index, column))}
            record = shown_text(cells.get("id", ""))
            rows.append(ReturnedRow(grid.name, index + 1, record, cells, places, names, unsure))
    return ReturnedRows(tuple(rows), (), tuple(_unread(grid, headings, places)) + tuple(remarks))


def _unread(grid: Grid, headings: Headings, places: Mapping[str, int]) -> Iterator[SheetProblem]:
    for column, text in headings.by_column.items():
        if column not in places.values() and not is_of_form(grid, column):
            yield SheetProblem(
                CellPlace(grid.name, headings.row + 1, column, text), "is not in the map and was not read"
            )
