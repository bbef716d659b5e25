"""What a page, a Word file and a PDF say in their properties of their own making, as Markdown does in its text."""

import re
from dataclasses import dataclass
from hashlib import sha256
from html import unescape
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lif.output.documents.stale import asked_of, without_identity

_IDENTITY = re.compile(r"\bcontent ([0-9a-f]{16})\b")
_SAID = re.compile(r"Written by `(lif [^`]+)`; content ([0-9a-f]{16}); text ([0-9a-f]{16})")
_SEALED = {b"<!DOCTYPE html": "page", b"PK\x03\x04": "Word file", b"%PDF-": "PDF"}
_CORE, _LARGEST = "docProps/core.xml", 1 << 16


@dataclass(frozen=True, slots=True)
class Origin:
    """The command a document was written by, the content it was made from, and what names its text without that."""

    asked: str
    content: str
    text: str

    def __str__(self) -> str:
        """As it stands in the properties of the file."""
        return f"Written by `{self.asked}`; content {self.content}; text {self.text}"


def origin(markdown: str) -> Origin | None:
    """What a document of this text says of itself; None where its template leaves the command or the content out."""
    asked, content = asked_of(markdown), _IDENTITY.search(markdown)
    if asked is None or content is None:
        return None
    return Origin(asked, content[1], sha256(without_identity(markdown).encode()).hexdigest()[:16])


def sealed(document: bytes) -> str:
    """`page`, `Word file` or `PDF`, by how it begins; empty for text that can be read line by line."""
    return next((name for sign, name in _SEALED.items() if document.startswith(sign)), "")


def origin_of(document: bytes) -> Origin | None:
    """What a page, a Word file or a PDF says of itself; None where it says nothing, or no longer does."""
    found = _SAID.search(unescape(_properties(document)))
    return Origin(found[1], found[2], found[3]) if found else None


def _properties(document: bytes) -> str:
    """The part of the file that holds its properties, which none of the three hides or squeezes but Word."""
    if not document.startswith(b"PK"):
        return document.decode("utf-8", "replace")
    try:
        with ZipFile(BytesIO(document)) as file:
            is_there = _CORE in file.namelist() and file.getinfo(_CORE).file_size <= _LARGEST
            return file.read(_CORE).decode("utf-8", "replace") if is_there else ""
    except BadZipFile:
        return ""
