"""Scan the XML of a workbook before anything is read into a grid: its extent, what its cells hide, texts beside them.

The library that reads cells builds a dense grid: one stray cell in the last row and column would take all memory. It
shows no comments, no document properties and no errors either, so those are taken from the XML here.
"""

import re
from io import BytesIO
from typing import Any
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import BadZipFile, ZipFile, ZipInfo

from lif.exchange.returned.grid import column_letters
from lif.store.sheets.scan import Scan, ScanError, SheetScan
from lif.store.sheets.xml_readers import OdsReader, Reader, SheetReader, TextReader

MOST_CELLS = 3_000_000
"""Cells from A1 to the furthest filled row and column of a sheet."""
_MOST_PARTS = 5_000
_LARGEST_ALL = 256 * 1024 * 1024
_AT_ONCE = 1 << 20
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_CELLS_OF_TEXT = re.compile(
    r"xl/sharedStrings\.xml|xl/(theme/|styles|calcChain)|\[Content_Types\]|META-INF/|Thumbnails/"
)
"""Parts whose text is that of cells, or nobody's."""


def scan_workbook(data: bytes) -> Scan:
    """Scan a workbook, xlsx or ods. Raises `ScanError` where it is none, holds macros, or is too large to read."""
    try:
        with ZipFile(BytesIO(data)) as file:
            return _scan(file)
    except (BadZipFile, ExpatError, EOFError, NotImplementedError, OSError, RuntimeError):
        raise ScanError("is damaged, or only half a workbook", "Ask for it again, or save it again as .xlsx.") from None


def _scan(file: ZipFile) -> Scan:
    parts = [part for part in file.infolist() if not part.is_dir()]
    names = {part.filename for part in parts}
    if not names & {"xl/workbook.xml", "content.xml"}:
        raise ScanError("is no workbook", "Save it as .xlsx in a spreadsheet program.")
    if "META-INF/manifest.xml" in names and b"encryption-data" in file.read("META-INF/manifest.xml"):
        raise ScanError("is locked with a password", "Save it without one, then import it.")
    if any("vbaProject" in name or name.startswith("Basic/") for name in names):
        raise ScanError("holds macros", "Save it as .xlsx, which has none, then import that.")
    if len(parts) > _MOST_PARTS or len(names) < len(parts):
        raise ScanError("has more parts than a workbook has", "Save it again in a spreadsheet program.")
    if sum(part.file_size for part in parts) > _LARGEST_ALL:
        raise ScanError("is larger than lif reads", "Delete what is not needed, or send it in parts.")
    scan = Scan()
    for part in parts:
        _part(file, part, scan)
    for name, sheet in scan.sheets.items():
        if sheet.cells > MOST_CELLS:
            far = f"{column_letters(sheet.last_column)}{sheet.last_row + 1}"
            says = f"has a sheet that reaches to {far}: {name}"
            raise ScanError(says, "Delete the rows and columns after the last entry, and save it again.")
    return scan


def _part(file: ZipFile, part: ZipInfo, scan: Scan) -> None:
    name = part.filename
    if _CELLS_OF_TEXT.match(name):
        return
    if not name.endswith((".xml", ".rels", ".vml")):
        if name != "mimetype":
            scan.unread["pictures" if re.search(r"\.(png|jpe?g|gif|emf|wmf|svg)$", name.lower()) else "other files"] = (
                None
            )
        return
    if name.endswith(".rels") and "external" not in name:
        return
    reader: Reader
    if _SHEET.fullmatch(name):
        reader = SheetReader(scan, scan.sheets.setdefault(name, SheetScan()))
    elif name == "content.xml":
        reader = OdsReader(scan)
    else:
        reader = TextReader(scan, _what(name))
    parser = ParserCreate(namespace_separator="|")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_document_type
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    with file.open(part) as stream:
        while piece := stream.read(_AT_ONCE):
            parser.Parse(piece)
    parser.Parse(b"", True)  # noqa: FBT003 - the parameter has no name


def _refuse_document_type(*_: Any) -> None:
    raise ScanError("declares a document type, which workbooks never do", "Save it again in a spreadsheet program.")


def _what(name: str) -> str:
    """What a part holds, in words."""
    words = {"omments": "a comment", "persons": "the author of a comment", "docProps": "a property of the document"}
    words |= {"meta.xml": "a property of the document", "drawings": "a text box", "workbook.xml": "the name of a sheet"}
    return next((word for piece, word in words.items() if piece in name), "a text beside the cells")
