"""Provenance of a document: the command and content id in the properties of an HTML, Word or PDF file.

Markdown documents hold both in their text.
"""

import re
from dataclasses import dataclass
from hashlib import sha256
from html import unescape
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lif.output.documents.stale import document_command, without_content_id

_IDENTITY = re.compile(r"\bcontent ([0-9a-f]{16})\b")
_PROPERTIES_TEXT = re.compile(r"Written by `(lif [^`]+)`; content ([0-9a-f]{16}); text ([0-9a-f]{16})")
_FORMAT_SIGNATURES = {b"<!DOCTYPE html": "page", b"PK\x03\x04": "Word file", b"%PDF-": "PDF"}
_CORE_PROPERTIES, _LARGEST_PROPERTIES = "docProps/core.xml", 1 << 16


@dataclass(frozen=True, slots=True)
class Origin:
    """The command that wrote a document, its content id, and a hash of its text without the content id."""

    asked: str
    content: str
    text: str

    def __str__(self) -> str:
        """The form it has in the properties of a file."""
        return f"Written by `{self.asked}`; content {self.content}; text {self.text}"


def origin_of_markdown(markdown: str) -> Origin | None:
    """The origin of a document with this Markdown; None where its template leaves out the command or the content id."""
    command, content = document_command(markdown), _IDENTITY.search(markdown)
    if command is None or content is None:
        return None
    return Origin(command, content[1], sha256(without_content_id(markdown).encode()).hexdigest()[:16])


def properties_format(document: bytes) -> str:
    """`page`, `Word file` or `PDF`, recognised by the first bytes; empty for text that can be compared line by line."""
    return next((name for signature, name in _FORMAT_SIGNATURES.items() if document.startswith(signature)), "")


def read_origin(document: bytes) -> Origin | None:
    """Read the origin from the properties of a page, a Word file or a PDF; None where it is missing or was removed."""
    match = _PROPERTIES_TEXT.search(unescape(_properties(document)))
    return Origin(match[1], match[2], match[3]) if match else None


def _properties(document: bytes) -> str:
    """The part of the file that holds its properties: the core properties of a Word file, otherwise the whole file."""
    if not document.startswith(b"PK"):
        return document.decode("utf-8", "replace")
    try:
        with ZipFile(BytesIO(document)) as file:
            is_there = (
                _CORE_PROPERTIES in file.namelist() and file.getinfo(_CORE_PROPERTIES).file_size <= _LARGEST_PROPERTIES
            )
            return file.read(_CORE_PROPERTIES).decode("utf-8", "replace") if is_there else ""
    except BadZipFile:
        return ""
