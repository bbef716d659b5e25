"""The registry of document formats, and the step from a report's Markdown to the format asked for."""

from datetime import date
from pathlib import Path, PurePath
from typing import Any

from lif.errors import LifError
from lif.output.charts.rendered import pictures_of
from lif.output.documents.document import DocumentContext, DocumentFormat
from lif.registry import LateRegistry, Registry

DOCUMENT_FORMATS: Registry[DocumentFormat] = LateRegistry(
    {
        "md": "lif.output.documents.formats.markdown_:MARKDOWN",
        "html": "lif.output.documents.formats.html_:HTML",
        "docx": "lif.output.documents.formats.word:WORD",
        "pdf": "lif.output.documents.formats.pdf:PDF",
    }
)
"""Lazy imports: each format is imported on first use."""


def make_document(
    markdown: str,
    report: Any,
    today: date,
    to: str | None,
    output: PurePath | None,
    reference: Path | None = None,
) -> str | bytes:
    """Write a report's Markdown as a document: `str` for a text format, `bytes` otherwise.

    The format is `to`, or else the ending of the output file, or else Markdown. `reference` is the Word file that gives
    the style, where it is not the shipped one.

    Raises `LifError` for an unknown format or ending, for a format that no terminal can show, and where its extra is
    missing.
    """
    ending = output.suffix.removeprefix(".").lower() if output else ""
    if to is None and ending and ending not in DOCUMENT_FORMATS:
        endings = ", ".join(f".{known}" for known in DOCUMENT_FORMATS.names)
        raise LifError(f"No document can be written as .{ending}.", f"Name a file that ends in {endings}.")
    name = to or ending or "md"
    if name not in DOCUMENT_FORMATS:
        raise LifError(f'There is no format "{name}" for documents.', f"Formats: {', '.join(DOCUMENT_FORMATS.names)}")
    chosen = DOCUMENT_FORMATS[name]
    if output is None and not chosen.is_text:
        raise LifError(f"{chosen.says} cannot be shown here.", f"Name a file for it: --output report.{name}")
    document = chosen.of(markdown, DocumentContext(today, pictures_of(report), reference))
    return document.decode() if chosen.is_text else document
