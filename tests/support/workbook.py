"""A workbook as its cells are stored, read with the standard library: values, formulas, and what else stands in it."""

import re
from dataclasses import dataclass
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

_ESCAPED = re.compile("_x([0-9A-F]{4})_")
"""How a workbook writes a character that XML does not take; a text that looks so has its first line escaped."""
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@dataclass(frozen=True)
class Book:
    """The sheets by name: each row a list of texts, numbers as they are written; and all XML."""

    sheets: dict[str, list[list[str]]]
    hidden: set[str]
    formulas: list[str]
    xml: dict[str, str]


def book_of(content: bytes) -> Book:
    """Read a workbook."""
    with ZipFile(BytesIO(content)) as file:
        xml = {name: file.read(name).decode() for name in file.namelist()}
    shared = [_text(item) for item in ET.fromstring(xml.get("xl/sharedStrings.xml", "<sst/>"))]  # noqa: S314 - our own
    listed = ET.fromstring(xml["xl/workbook.xml"]).iter(f"{_MAIN}sheet")  # noqa: S314
    sheets, hidden, formulas = {}, set(), []
    for number, sheet in enumerate(listed, 1):
        name = sheet.attrib["name"]
        root = ET.fromstring(xml[f"xl/worksheets/sheet{number}.xml"])  # noqa: S314
        formulas += [found.text or "" for found in root.iter(f"{_MAIN}f")]
        sheets[name] = _rows(root, shared)
        if sheet.attrib.get("state", "visible") != "visible":
            hidden.add(name)
    return Book(sheets, hidden, formulas, xml)


def _text(item: ET.Element) -> str:
    text = "".join(part.text or "" for part in item.iter(f"{_MAIN}t"))
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def _rows(root: ET.Element, shared: list[str]) -> list[list[str]]:
    rows: list[list[str]] = []
    for row in root.iter(f"{_MAIN}row"):
        while len(rows) < int(row.attrib["r"]):
            rows.append([])
        for cell in row.iter(f"{_MAIN}c"):
            at = _column(cell.attrib["r"])
            rows[-1] += [""] * (at + 1 - len(rows[-1]))
            value = cell.find(f"{_MAIN}v")
            text = value.text or "" if value is not None else ""
            rows[-1][at] = shared[int(text)] if cell.attrib.get("t") == "s" else text
    return rows


def _column(reference: str) -> int:
    number = 0
    for letter in re.match(r"[A-Z]+", reference)[0]:  # type: ignore[index]
        number = number * 26 + ord(letter) - 64
    return number - 1
