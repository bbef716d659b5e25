"""The part of an xlsx file that holds each sheet, as the relations of the workbook say."""

from collections.abc import Callable
from io import BytesIO
from xml.parsers.expat import ParserCreate
from zipfile import ZipFile

_BOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_Take = Callable[[str, dict[str, str]], None]


def sheet_parts(data: bytes) -> dict[str, str]:
    """The path of the part of each sheet, by the name of the sheet; empty where the file is no xlsx."""
    targets: dict[str, str] = {}
    sheets: dict[str, str] = {}

    def relation(_: str, attributes: dict[str, str]) -> None:
        if "Target" in attributes:
            targets[attributes.get("Id", "")] = attributes["Target"]

    def sheet(tag: str, attributes: dict[str, str]) -> None:
        given = {key.rpartition("|")[2]: value for key, value in attributes.items()}
        if tag.rpartition("|")[2] == "sheet":
            sheets[given.get("name", "")] = given.get("id", "")

    with ZipFile(BytesIO(data)) as file:
        if not {_BOOK, _RELATIONS} <= {*file.namelist()}:
            return {}
        _follow(file.read(_RELATIONS), relation)
        _follow(file.read(_BOOK), sheet)
    found = {name: targets.get(key, "") for name, key in sheets.items()}
    return {
        name: target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        for name, target in found.items()
        if target
    }


def _follow(xml: bytes, take: _Take) -> None:
    parser = ParserCreate(namespace_separator="|")
    parser.StartElementHandler = take
    parser.Parse(xml, True)  # noqa: FBT003 - the parameter has no name
