"""Readers of the XML of a workbook, fed by a streaming parser: texts, the cells of xlsx, the cells of ods."""

import re
from functools import lru_cache

from lif.store.sheets.scan import Scan, SheetScan

_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})", re.ASCII)
_UNSURE = {"e": "holds an error of the spreadsheet program"}
_NOT_WORKED_OUT = "holds a formula that was not worked out"


class TextReader:
    """Collects the texts of a part, and the names of sheets."""

    def __init__(self, scan: Scan, what: str) -> None:
        self._scan, self._what, self._at = scan, what, ""
        self._line: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = _local(tag)
        if name in {"comment", "threadedComment"}:
            self._at = attributes.get("ref", "")
        if name == "sheet" and "name" in attributes:
            self._scan.beside.append(("the name of a sheet", attributes["name"]))
        for named in ("displayName", "author", "userId"):
            if text := attributes.get(named):
                self._scan.beside.append(("the author of a comment", text))

    def end(self, tag: str) -> None:
        """An element ends."""
        if _local(tag) in {"r", "t", "rPr"}:
            return
        if line := "".join(self._line).strip():
            what = "the author of a comment" if _local(tag) == "author" else self._what
            self._scan.beside.append((f"{what} on {self._at}" if self._at and what == "a comment" else what, line))
        self._line = []

    def text(self, text: str) -> None:
        """Text stands in the element."""
        self._line.append(text)


class SheetReader:
    """Follows the cells of an xlsx sheet, and collects headers, footers and prompts."""

    def __init__(self, scan: Scan, sheet: SheetScan) -> None:
        self._scan, self._sheet = scan, sheet
        self._row = self._column = -1
        self._has_formula = self._has_value = self._in_cell = self._in_value = False
        self._line: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = _local(tag)
        if name == "v":
            self._in_value = True
        elif name == "c":
            self._cell(attributes)
        elif name == "f":
            self._has_formula = True
        elif name == "row":
            self._row = int(attributes["r"]) - 1 if attributes.get("r", "").isdigit() else self._row + 1
            self._column = -1
        elif name == "mergeCell" and (ends := _REFERENCE.findall(attributes.get("ref", ""))):
            first, last = ends[0], ends[-1]
            self._sheet.merged.append((int(first[1]) - 1, _index(first[0]), int(last[1]) - 1, _index(last[0])))
        elif name in {"dataValidation", "hyperlink"}:
            for key in ("promptTitle", "prompt", "errorTitle", "error", "display", "tooltip"):
                if text := attributes.get(key):
                    self._scan.beside.append(("a message of a cell", text))

    def _cell(self, attributes: dict[str, str]) -> None:
        place = _REFERENCE.fullmatch(attributes.get("r", ""))
        self._row = int(place[2]) - 1 if place else self._row
        self._column = _index(place[1]) if place else self._column + 1
        self._sheet.fill(self._row, self._column)
        self._has_formula = self._has_value = False
        self._in_cell = True
        if reason := _UNSURE.get(attributes.get("t", "")):
            self._sheet.unsure[self._row, self._column] = reason

    def end(self, tag: str) -> None:
        """An element ends."""
        name = _local(tag)
        if name == "v":
            self._in_value = False
        elif name == "c":
            self._in_cell = False
            if self._has_formula and not self._has_value:
                self._sheet.unsure.setdefault((self._row, self._column), _NOT_WORKED_OUT)
        elif line := "".join(self._line).strip():
            self._scan.beside.append(("a header or footer", line))
        self._line = []

    def text(self, text: str) -> None:
        """Text stands in the element."""
        if self._in_value:
            self._has_value = True
        elif not self._in_cell:
            self._line.append(text)


class OdsReader:
    """Follows the cells of an ods file, whose rows and cells can be repeated, and collects its comments."""

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self._sheet = SheetScan()
        self._row = self._column = 0
        self._repeated_row = self._repeated_cell = 1
        self._note: list[str] = []
        self._in_note = self._is_filled = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name, given = _local(tag), {_local(key): value for key, value in attributes.items()}
        if name == "table":
            self._sheet = self._scan.sheets.setdefault(given.get("name", ""), SheetScan())
            self._scan.beside.append(("the name of a sheet", given.get("name", "")))
            self._row = 0
        elif name == "table-row":
            self._repeated_row, self._column = _number(given.get("number-rows-repeated")), 0
        elif name in {"table-cell", "covered-table-cell"}:
            self._cell(given)
        elif name == "annotation":
            self._in_note = True
        elif name == "p" and not self._in_note:
            self._is_filled = True

    def _cell(self, given: dict[str, str]) -> None:
        self._repeated_cell = _number(given.get("number-columns-repeated"))
        self._is_filled = bool(given.get("value-type"))
        down, across = _number(given.get("number-rows-spanned")), _number(given.get("number-columns-spanned"))
        if down * across > 1:
            merged = (self._row, self._column, self._row + down - 1, self._column + across - 1)
            self._sheet.merged.append(merged)
        if given.get("formula") and given.get("value-type") is None:
            self._sheet.unsure[self._row, self._column] = _NOT_WORKED_OUT

    def end(self, tag: str) -> None:
        """An element ends."""
        name = _local(tag)
        if name == "annotation":
            self._in_note = False
            self._scan.beside.append(("a comment", " ".join("".join(self._note).split())))
            self._note = []
        elif name in {"table-cell", "covered-table-cell"}:
            self._column += self._repeated_cell
            if self._is_filled:
                self._sheet.fill(self._row + self._repeated_row - 1, self._column - 1)
        elif name == "table-row":
            self._row += self._repeated_row

    def text(self, text: str) -> None:
        """Text stands in the element."""
        if self._in_note:
            self._note += [text, " "]


Reader = TextReader | SheetReader | OdsReader


def _number(text: str | None) -> int:
    return int(text) if text and text.isdigit() else 1


def _index(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


@lru_cache(maxsize=1024)
def _local(tag: str) -> str:
    return tag.rpartition("|")[2]
