"""Workbooks by XlsxWriter: text stays text, nothing is dropped in silence, and the same values give the same bytes.

XlsxWriter reports what it leaves out by the number it returns, so every call goes through `_done`. Sheets are never
protected: a protected sheet cannot be sorted.
"""

import warnings
from collections.abc import Sequence
from datetime import date, datetime, time
from importlib.util import find_spec
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Any

from lif.errors import LifError
from lif.exchange.cell_text import cell_text
from lif.exchange.column import Column, ColumnType
from lif.exchange.guide import cover_lines, guide_lines, notes_of
from lif.exchange.hidden_sheet import BASE_SHEET, base_rows
from lif.exchange.sheet import HEADER_ROW, Export, Sheet
from lif.exchange.value import Value
from lif.model.sharing import Sharing

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

LONGEST_CELL = 32_767
"""The characters that a cell holds, counted as Excel does, in units of UTF-16."""
_LONGEST_PROMPT, _LONGEST_TITLE = 255, 32
_LISTS, _GUIDE, _COVER = "Lists", "Guide", "Cover"
_SPARE_ROWS = 200
"""Empty rows below the last that offer drop-downs too."""
_LINE, _MOST_LINES = 15, 20
"""The height of a line, in points, and the lines a row shows at the most; Excel allows 409 points."""
_WIDEST = {ColumnType.ID: 34, ColumnType.TEXT: 44, ColumnType.LIST: 26, ColumnType.COMPUTED: 36}
_NARROWEST, _WIDE_ENOUGH, _FOR_LATE = 12, 22, 30
"""Widths of columns, in characters: at least, at most for types without their own, and for a day that may be late."""
_HEADING = {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#12436D", "font_color": "#FFFFFF"}
_DAY = "dd/mm/yyyy"
_A3 = 8
"""Excel's number of the size of paper."""


def xlsx_bytes(export: Export) -> bytes:
    """The workbook: a working one that can come back, or for the public one with a cover and a marked table a sheet.

    Raises `LifError` where XlsxWriter is missing, or a text is too long for a cell.
    """
    if find_spec("xlsxwriter") is None:
        raise LifError("A workbook needs the package XlsxWriter.", "Install it with: pip install XlsxWriter")
    from xlsxwriter.workbook import Workbook

    into = BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # XlsxWriter warns where it leaves something out
        book = Workbook(into, {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False})
        book.set_properties(
            {
                "title": export.layout.title,
                "subject": export.mark,
                "created": datetime.combine(export.view.day, time()),
            }
        )
        _Book(book, export).write()
        book.close()
    return into.getvalue()


def _done(result: int | None, what: str) -> None:
    """Check what XlsxWriter answers; anything but 0 means that it left `what` out."""
    if result:
        raise LifError(f"The workbook could not be written: {what} does not fit into a sheet.", "Write CSV or JSON.")


class _Book:
    """A workbook while it is written."""

    def __init__(self, book: "Workbook", export: Export) -> None:
        self._book, self._export = book, export
        self._is_working = export.view.audience is not Sharing.PUBLIC and bool(export.layout.editable)
        self._formats = {
            "title": book.add_format({"bold": True, "font_size": 14}),
            "mark": book.add_format({"font_color": "#505050"}),
            "heading": book.add_format(_HEADING),
            "text": book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"}),
            "day": book.add_format({"num_format": _DAY, "valign": "top", "align": "left"}),
            "number": book.add_format({"valign": "top"}),
            "computed": book.add_format({"text_wrap": True, "valign": "top", "bg_color": "#EFEFEF"}),
            "computed day": book.add_format(
                {"num_format": _DAY, "valign": "top", "align": "left", "bg_color": "#EFEFEF"}
            ),
            "plain": book.add_format({"text_wrap": True, "valign": "top"}),
        }

    def write(self) -> None:
        """Write every sheet: the guide or cover, those with the rows, and the hidden ones."""
        front = self._book.add_worksheet(_GUIDE if self._is_working else _COVER)
        self._front(front)
        for sheet in self._export.sheets:
            self._sheet(self._book.add_worksheet(sheet.name), sheet)
        if self._is_working:
            self._lists(self._book.add_worksheet(_LISTS))
            self._base(self._book.add_worksheet(BASE_SHEET))

    def _front(self, page: "Worksheet") -> None:
        lines = guide_lines(self._export) if self._is_working else cover_lines(self._export)
        _done(page.set_column(0, 0, 110), "a column")
        page.fit_to_pages(1, 0)
        for at, line in enumerate(lines):
            if line:
                self._text(page, at, 0, line, self._formats["title" if at == 0 else "plain"])

    def _sheet(self, page: "Worksheet", sheet: Sheet) -> None:
        columns = [column for column in sheet.columns if self._is_working or not column.is_added]
        places = [index for index, column in enumerate(sheet.columns) if column in columns]
        widths = [
            _width(column, self._heading(column), [row[place] for row in sheet.rows])
            for column, place in zip(columns, places, strict=True)
        ]
        self._text(page, 0, 0, sheet.title, self._formats["title"])
        self._text(page, 1, 0, self._export.mark, self._formats["mark"])
        page.set_landscape()
        page.set_paper(_A3)
        page.fit_to_pages(1, 0)
        page.repeat_rows(HEADER_ROW - 1)
        page.set_footer(f"&L{self._export.mark.replace('&', '&&')}&R&P/&N")
        for at, column in enumerate(columns):
            form = self._format(column) if self._is_working and column.editable else None
            _done(page.set_column(at, at, widths[at], form), "a column")
            self._text(page, HEADER_ROW - 1, at, self._heading(column), self._formats["heading"])
        for down, row in enumerate(sheet.rows, HEADER_ROW):
            cells = [row[place] for place in places]
            _done(page.set_row(down, _height(widths, cells)), "a row")
            for at, (column, value) in enumerate(zip(columns, cells, strict=True)):
                self._cell(page, down, at, column, value)
        if self._is_working:
            self._for_work(page, sheet)
        elif sheet.rows:
            form = self._formats["heading"]
            headings = [{"header": self._heading(column), "header_format": form} for column in columns]
            table = {
                "name": f"table_{self._book.worksheets().index(page)}",
                "columns": headings,
                "autofilter": False,
                "style": None,
            }
            _done(
                page.add_table(HEADER_ROW - 1, 0, HEADER_ROW - 1 + len(sheet.rows), len(columns) - 1, table), "a table"
            )

    def _heading(self, column: Column) -> str:
        if self._is_working:
            return column.heading
        notes = list(notes_of(self._export))
        return f"{column.heading} [note {notes.index(column.key) + 1}]" if column.key in notes else column.heading

    def _format(self, column: Column) -> "Format":
        if not self._is_working:
            return self._formats["plain"]
        match column.type:
            case ColumnType.DATE:
                return self._formats["day"]
            case ColumnType.NUMBER:
                return self._formats["number"]
            case ColumnType.COMPUTED:
                return self._formats["computed"]
            case _:
                return self._formats["text"]

    def _cell(self, page: "Worksheet", down: int, at: int, column: Column, value: Value) -> None:
        if isinstance(value, str):
            is_day = column.type is ColumnType.DATE
            self._text(page, down, at, value, self._formats["text"] if is_day else self._format(column))
        elif isinstance(value, date):
            name = "computed day" if self._is_working and column.type is ColumnType.COMPUTED else "day"
            _done(page.write_datetime(down, at, datetime.combine(value, time()), self._formats[name]), column.heading)
        elif value is None:
            _done(page.write_blank(down, at, None, self._format(column)), column.heading)
        else:
            _done(page.write_number(down, at, value, self._format(column)), column.heading)

    def _text(self, page: "Worksheet", down: int, at: int, text: str, form: "Format | None" = None) -> None:
        plain = text.replace("\t", " ")  # a re-saved ods file loses tabs
        if len(plain.encode("utf-16-le", "surrogatepass")) // 2 > LONGEST_CELL:
            says = f"Row {down + 1} of the sheet {page.get_name()} holds a text longer than a cell: {LONGEST_CELL:,}."
            raise LifError(f"{says} Nothing was written.", "Write CSV or JSON.")
        _done(page.write_string(down, at, plain, form), f"row {down + 1}")

    def _for_work(self, page: "Worksheet", sheet: Sheet) -> None:
        """What helps people who fill a sheet in: headings that stay, filters, drop-downs, and late days in words."""
        page.freeze_panes(HEADER_ROW, 1)
        last = HEADER_ROW + len(sheet.rows) + _SPARE_ROWS
        _done(page.autofilter(HEADER_ROW - 1, 0, HEADER_ROW - 1 + len(sheet.rows), len(sheet.columns) - 1), "a filter")
        places = {column.key: at for at, column in enumerate(sheet.columns)}
        for at, column in enumerate(sheet.columns):
            if rule := self._validation(column):
                _done(page.data_validation(HEADER_ROW, at, last, at, rule), f"the choices of {column.heading}")
            if column.late_unless:
                self._late(page, (at, *(places[key] for key in column.late_unless)), last)

    def _validation(self, column: Column) -> dict[str, Any]:
        prompt = {"input_title": column.heading[:_LONGEST_TITLE], "input_message": column.says[:_LONGEST_PROMPT]}
        asks = prompt if column.says else {}
        if column.type is ColumnType.ID:
            says = "lif knows the row by this reference. Leave it as it is; leave it empty in a new row."
            return {"validate": "custom", "value": "=FALSE", "error_title": "Reference", "error_message": says}
        if column.type is ColumnType.CHOICE and column.choices in self._export.lists:
            says = "Choose one from the list. The guide says what the keys mean."
            return {"validate": "list", "source": f"={_list_name(column.choices)}", "error_message": says, **asks}
        if column.type is ColumnType.DATE:
            says = "A day is written 5/11/2026. Keep what you typed if only the month or year is known: 2026-11."
            day = {"validate": "date", "criteria": ">=", "value": date(1990, 1, 1), "error_message": says}
            return {**day, "error_type": "warning", **asks}
        if column.type is ColumnType.COMPUTED:
            return {}
        return {"validate": "any", **asks} if asks else {}

    def _late(self, page: "Worksheet", places: Sequence[int], last: int) -> None:
        """Words and colour on a day that has passed while nothing is done; the cell stays a day."""
        from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

        day, *settled = places
        own = self._export.view.records.is_own
        words = "OVERDUE since" if own else "past its day:"
        form = self._book.add_format(
            {"num_format": f'"{words} "{_DAY}', "bold": True, "font_color": "#8A1538", "bg_color": "#FBE3E8"}
        )
        cell = xl_rowcol_to_cell(HEADER_ROW, day, col_abs=True)
        empty = "".join(f',${xl_col_to_name(at)}{HEADER_ROW + 1}=""' for at in settled)
        rule = {"type": "formula", "criteria": f"=AND(ISNUMBER({cell}),{cell}<TODAY(){empty})", "format": form}
        _done(page.conditional_format(HEADER_ROW, day, last, day, rule), "the colour of late days")

    def _lists(self, page: "Worksheet") -> None:
        from xlsxwriter.utility import xl_col_to_name

        page.hide()
        for at, (name, values) in enumerate(self._export.lists.items()):
            self._text(page, 0, at, name)
            for down, value in enumerate(values, 1):
                self._text(page, down, at, value)
            column = xl_col_to_name(at)
            where = f"={_LISTS}!${column}$2:${column}${len(values) + 1}"
            _done(self._book.define_name(_list_name(name), where), f"the list {name}")

    def _base(self, page: "Worksheet") -> None:
        page.hide()
        for down, row in enumerate(base_rows(self._export.base)):
            for at, text in enumerate(row):
                if text:
                    self._text(page, down, at, text)


def _list_name(name: str) -> str:
    return f"lif_{name}"


def _width(column: Column, heading: str, values: Sequence[Value]) -> int:
    """The width of a column, in characters: of its longest line, within what its type allows."""
    if column.late_unless:
        return _FOR_LATE
    longest = max((len(line) for value in values for line in cell_text(value).split("\n")), default=0)
    return max(_NARROWEST, min(max(longest + 1, len(heading) + 3), _WIDEST.get(column.type, _WIDE_ENOUGH)))


def _height(widths: Sequence[int], cells: Sequence[Value]) -> int:
    """The height of a row in points, from its longest cell: LibreOffice shows rows over each other without one."""
    lines = max(_lines(cell_text(value), width) for width, value in zip(widths, cells, strict=True))
    return min(lines, _MOST_LINES) * _LINE


def _lines(text: str, width: int) -> int:
    return sum(max(1, ceil(len(line) * 1.15 / width)) for line in text.split("\n"))
