"""A workbook as it comes back: its cells read, changed, and written anew."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook, SheetVisibleEnum
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

HEADINGS = 2
"""The index of the row with the headings."""


@dataclass
class Returned:
    """The sheets of a workbook by name, each a list of rows; they may be changed, and written."""

    sheets: dict[str, list[list[Any]]]
    hidden: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, path: Path) -> "Returned":
        with CalamineWorkbook.from_path(path) as book:
            sheets = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}
            about = book.sheets_metadata
        return cls(
            {name: [list(row) for row in rows] for name, rows in sheets.items()},
            {sheet.name for sheet in about if sheet.visible != SheetVisibleEnum.Visible},
        )

    def column(self, sheet: str, heading: str) -> int:
        return self.sheets[sheet][HEADINGS].index(heading)

    def row(self, sheet: str, record: str) -> list[Any]:
        return next(row for row in self.sheets[sheet] if row and row[0] == record)

    def put(self, sheet: str, record: str, **values: Any) -> None:
        """Change cells of a row by their heading, with `_` for blanks."""
        for heading, value in values.items():
            self.row(sheet, record)[self.column(sheet, heading.replace("_", " "))] = value

    def add(self, sheet: str, values: dict[str, Any]) -> None:
        """Add a row without a reference at the end."""
        row = [""] * len(self.sheets[sheet][HEADINGS])
        for heading, value in values.items():
            row[self.column(sheet, heading)] = value
        self.sheets[sheet].append(row)

    def save(self, path: Path, *, more: Callable[[Workbook], object] | None = None) -> Path:
        path.write_bytes(workbook_bytes(self.sheets, self.hidden, more))
        return path


def workbook_bytes(
    sheets: dict[str, list[list[Any]]], hidden: Iterable[str] = (), more: Callable[[Workbook], object] | None = None
) -> bytes:
    """A workbook with these cells; `more` adds to it before it is closed."""
    into = BytesIO()
    book = Workbook(into, {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for name, rows in sheets.items():
        page: Worksheet = book.add_worksheet(name)
        if name in hidden:
            page.hide()
        for down, row in enumerate(rows):
            for at, value in enumerate(row):
                if isinstance(value, datetime | date):
                    page.write_datetime(down, at, value, day)
                elif isinstance(value, str):
                    if value:
                        page.write_string(down, at, value)
                else:
                    page.write(down, at, value)
    if more:
        more(book)
    book.close()
    return into.getvalue()
