"""Reads the text of an office file, a zip of XML, with limits; says of what cannot be read that it cannot be.

Nothing is unpacked to the disk. A part that declares a document type is not read, so that no entity is ever expanded.
"""

from dataclasses import dataclass
from io import BytesIO
from typing import Any
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import BadZipFile, ZipFile, ZipInfo

_MARKS = {"[Content_Types].xml", "mimetype"}
"""One of these stands in every office file of the two usual families."""
_MOST_PARTS = 5_000
_LARGEST_PART = 16 * 1024 * 1024
_LARGEST_ALL = 64 * 1024 * 1024
"""Bytes of XML, unpacked."""
_MOST_TEXT = 2 * 1024 * 1024
"""Characters of text."""
_STYLE_PARTS = ("theme", "styles", "fontTable", "webSettings", "[Content_Types]", "META-INF/")
_ENDS = {"p", "si", "is", "c", "row", "tr", "table-row", "table-cell", "title", "subject", "description", "keywords"}
"""Elements that end a line of text: a paragraph, a cell, a property."""
_NAMED = {"sheet": "name", "table": "name"}
"""Elements whose own name somebody typed, and the attribute that holds it."""
_NUMBERS = {"v"}
"""The value of a cell: a number, or the place of a text that stands elsewhere."""


class UnreadableError(ValueError):
    """The file cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class OfficeText:
    """The lines of text in an office file, and in words what else is in it that cannot be searched."""

    lines: tuple[str, ...]
    unread: tuple[str, ...]


def is_zip(data: bytes) -> bool:
    """Whether a file is a zip, as office files are."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def office_text(data: bytes) -> OfficeText:
    """The text of every part of an office file. Raises `UnreadableError` where it cannot be read whole."""
    try:
        with ZipFile(BytesIO(data)) as file:
            return _text_of_parts(file)
    except (BadZipFile, ExpatError, EOFError, NotImplementedError, OSError, RuntimeError, ValueError) as error:
        if isinstance(error, UnreadableError):
            raise
        raise UnreadableError("it is damaged, or locked with a password") from None


def _text_of_parts(file: ZipFile) -> OfficeText:
    parts = file.infolist()
    if not _MARKS & {part.filename for part in parts}:
        raise UnreadableError("it is an archive, and lif does not look into those")
    if len(parts) > _MOST_PARTS:
        raise UnreadableError("it has more parts than an office file has")
    reader, read = _Reader(), 0
    unread: dict[str, None] = {}
    for part in parts:
        if part.is_dir() or any(style in part.filename for style in _STYLE_PARTS):
            continue
        if part.filename.endswith((".xml", ".rels", ".vml")):
            xml = _bytes_of(file, part)
            read += len(xml)
            if read > _LARGEST_ALL:
                raise UnreadableError("it is larger than lif looks into")
            reader.read(xml)
        elif part.filename != "mimetype":
            unread[_kind_of(part.filename)] = None
    return OfficeText(tuple(reader.lines), tuple(unread))


def _bytes_of(file: ZipFile, part: ZipInfo) -> bytes:
    with file.open(part) as stream:
        xml = stream.read(_LARGEST_PART + 1)
    if len(xml) > _LARGEST_PART:
        raise UnreadableError("it is larger than lif looks into")
    return xml


def _kind_of(name: str) -> str:
    ending = name.lower().rpartition(".")[2]
    if ending in {"png", "jpg", "jpeg", "gif", "emf", "wmf", "tif", "tiff", "bmp", "svg", "webp"}:
        return "pictures"
    return "files inside it" if ending in {"xlsx", "docx", "bin", "pptx", "zip", "pdf"} else "other parts"


class _Reader:
    """Collects lines of text from the XML of each part."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._line: list[str] = []
        self._size = 0
        self._is_place = False

    def read(self, xml: bytes) -> None:
        parser = ParserCreate(namespace_separator="|")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(xml, True)  # noqa: FBT003 - the parameter has no name
        self._end_line()

    def _refuse(self, *_: Any) -> None:
        raise UnreadableError("it declares a document type, which office files never do")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = _local(tag)
        if name == "c":
            self._is_place = attributes.get("t") == "s"
        if (typed := _NAMED.get(name)) is not None:
            self.lines += [value for key, value in attributes.items() if _local(key) == typed]

    def _end(self, tag: str) -> None:
        name = _local(tag)
        if name in _NUMBERS and self._is_place:
            self._line = []
        if name in _ENDS:
            self._end_line()
        elif name in {"tab", "br", "s", "line-break"}:
            self._line.append(" ")

    def _text(self, text: str) -> None:
        self._size += len(text)
        if self._size > _MOST_TEXT:
            raise UnreadableError("it holds more text than lif looks into")
        self._line.append(text)

    def _end_line(self) -> None:
        if line := "".join(self._line).strip():
            self.lines.append(line)
        self._line = []


def _local(tag: str) -> str:
    """The name of an element without its namespace."""
    return tag.rpartition("|")[2]
