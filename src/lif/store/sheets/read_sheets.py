"""Read a workbook or a table that somebody sent into grids of cells: xlsx and ods by calamine, csv by Python itself."""

import csv
from dataclasses import dataclass
from importlib.util import find_spec
from io import BytesIO, StringIO
from pathlib import Path

from lif.errors import LifError
from lif.exchange.returned.grid import Grid
from lif.store.load.plain_file import read_plain_file
from lif.store.load.text_of import text_of
from lif.store.privacy.office import is_zip
from lif.store.sheets.scan import ScanError, SheetScan
from lif.store.sheets.sheet_parts import sheet_parts
from lif.store.sheets.zip_scan import MOST_CELLS, scan_workbook

LARGEST_FILE = 32 * 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0"
"""How an old .xls file begins, and a workbook that is locked with a password."""
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_TABLES, _WORKBOOKS = (".csv", ".tsv", ".txt"), (".xlsx", ".ods", ".xlsm", ".xls")
_SEPARATORS = ",;\t"
_HEAD = 20
"""The lines in which the separator of a table is counted."""


@dataclass(frozen=True, slots=True)
class SheetFile:
    """A file as it was read: its sheets, the texts beside the cells with what each is, and what cannot be searched.

    `remarks` are worth knowing about the file.
    """

    grids: tuple[Grid, ...]
    beside: tuple[tuple[str, str], ...] = ()
    unread: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def read_sheets(path: Path) -> SheetFile:
    """The sheets of a .xlsx, .ods or .csv file. Raises `LifError` where it is none, or is not safe to read."""
    data = read_plain_file(path, LARGEST_FILE) if path.is_file() else None
    if data is None:
        largest = LARGEST_FILE // 1024 // 1024
        raise LifError(f"{path} is no file that can be read.", f"Name a workbook of at most {largest} MB.")
    ending = path.suffix.casefold()
    if ending not in {*_TABLES, *_WORKBOOKS}:
        raise LifError(f"{path} has an ending that lif does not read.", "Save it as .xlsx, .ods or .csv.")
    try:
        if ending in _TABLES:
            return _table(path, data)
        _refuse_what_is_no_workbook(data)
        return _workbook(data)
    except ScanError as error:
        raise LifError(f"{path} {error.says}.", error.hint, exit_code=1) from None


def _refuse_what_is_no_workbook(data: bytes) -> None:
    if is_zip(data):
        return
    if data.startswith(_OLE) and _LOCKED in data:
        raise ScanError("is locked with a password", "Save it without one, then import it.")
    if data.startswith(_OLE):
        says = "is an old .xls workbook, whose comments and properties lif cannot search"
        raise ScanError(says, "Save it as .xlsx, then import that.")
    text = text_of(data[:4096])
    if text is not None and text.lstrip().startswith("<"):
        raise ScanError("is a web page, not a workbook", "Open it in a spreadsheet program, and save it as .xlsx.")
    if text is not None and data:
        raise ScanError("is text, not a workbook", "Name it .csv if it is a table.")
    raise ScanError("is damaged, or only half a workbook", "Ask for it again, or save it again as .xlsx.")


def _workbook(data: bytes) -> SheetFile:
    scan = scan_workbook(data)
    if find_spec("python_calamine") is None:
        raise LifError("A workbook needs the package python-calamine.", "Install it with: pip install python-calamine")
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    parts = sheet_parts(data)
    grids = []
    try:
        with CalamineWorkbook.from_object(BytesIO(data)) as book:
            for about in book.sheets_metadata:
                cells = book.get_sheet_by_name(about.name).to_python(skip_empty_area=False)
                seen = scan.sheets.get(parts.get(about.name, about.name)) or SheetScan()
                is_hidden = about.visible != SheetVisibleEnum.Visible
                rows = tuple(tuple(row) for row in cells)
                grids.append(Grid(about.name, rows, is_hidden, seen.unsure, tuple(seen.merged)))
    except CalamineError:
        raise ScanError("is damaged, or only half a workbook", "Ask for it again, or save it again as .xlsx.") from None
    return SheetFile(tuple(grids), tuple(scan.beside), tuple(scan.unread))


def _table(path: Path, data: bytes) -> SheetFile:
    """A table of text. Its separator is the one that stands in its first lines most often."""
    text = text_of(data)
    if text is None:
        raise ScanError("is no text", "Save it as CSV UTF-8, or name it .xlsx if it is a workbook.")
    if "\r" in text and "\n" not in text:
        text = text.replace("\r", "\n")
    head = "\n".join(text.split("\n", _HEAD)[:_HEAD])
    separator = max(_SEPARATORS, key=head.count)
    try:
        rows = tuple(tuple(row) for row in csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        raise ScanError(f"is no table: {error}", "Save it as CSV UTF-8 in a spreadsheet program.") from None
    if len(rows) * max((len(row) for row in rows), default=0) > MOST_CELLS:
        raise ScanError("is larger than lif reads", "Send it in parts.")
    remarks = () if _is_utf8(data) else ("The file is not in UTF-8; look at letters with accents and at signs like £.",)
    return SheetFile((Grid(path.stem, rows),), remarks=remarks)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return True
