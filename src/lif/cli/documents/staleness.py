"""Compare a document on disk with the one that the records give now."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from lif.cli.options import Options

if TYPE_CHECKING:
    from lif.cli.documents.compose import ComposedDocument
    from lif.output.documents.provenance import Origin


LARGEST_DOCUMENT = 64 * 1024 * 1024
"""Bytes: far more than any document that lif writes."""


def read_document(path: Path) -> bytes:
    """The bytes of a document; raises `LifError` where it cannot be read, or is no plain file of a usual size."""
    from lif.errors import LifError
    from lif.store.load.plain_file import read_plain_file

    data = read_plain_file(path, LARGEST_DOCUMENT)
    if data is None:
        raise LifError(f"{path} cannot be read as a document.", "Name one that lif wrote.")
    return data


def decode_document(path: Path, data: bytes) -> str:
    """The bytes of a document in Markdown as text; raises `LifError` where they are no text."""
    from lif.errors import LifError

    try:
        return data.decode()
    except UnicodeDecodeError:
        raise LifError(f"{path} cannot be read as a document.", "Name one that lif wrote.") from None


def print_comparison(
    options: Options, output: Path | None, compose: "Callable[[date], ComposedDocument]", to: str | None
) -> int:
    """Print whether the document still says what the records say, on its own day; returns the exit code.

    Of Markdown every line is compared. A page, a Word file and a PDF name their origin in their properties: that is
    compared, and changes made by hand in the file are not seen.
    """
    from lif.cli.exits import CLEAN, PROBLEMS
    from lif.errors import LifError
    from lif.output.documents.provenance import properties_format
    from lif.output.text.terminal import safe_text

    if output is None or str(output) == "-":
        raise LifError("Which document is to be checked?", "Name it: --check --output FILE")
    old = read_document(output)
    compare_with = _compare_origin if properties_format(old) else _compare_text
    composed, note, changes = compare_with(options, output, old, compose)
    if not changes:
        if not options.quiet:
            typer.echo(f"{safe_text(str(output))} still says what the records say.{note}")
        return CLEAN
    typer.echo(f"{safe_text(str(output))} is stale: the records no longer say the same.")
    for change in changes:
        typer.echo(change)
    format_option = f" --to {to}" if to else ""
    typer.echo(f"Write it again: {composed.request.command} --output {safe_text(str(output))}{format_option} --force")
    return PROBLEMS


_Comparison = tuple["ComposedDocument", str, tuple[str, ...]]
"""The document from the records, a note for when nothing changed, and the changes in lines."""
_OTHER_RECORDS_CHANGED = " Records that it does not use have changed since."


def _compare_text(
    options: Options, path: Path, data: bytes, compose: "Callable[[date], ComposedDocument]"
) -> _Comparison:
    from lif.cli.documents.deliver import markdown_text
    from lif.output.documents.stale import document_day, is_same_document

    old = decode_document(path, data)
    composed = compose(_day_of(options, document_day(old)))
    fresh = markdown_text(composed)
    if is_same_document(old, fresh):
        return composed, "" if old == fresh else _OTHER_RECORDS_CHANGED, ()
    return composed, "", tuple(_change_lines(old, fresh))


def _change_lines(old: str, fresh: str) -> Iterator[str]:
    from lif.output.documents.stale import changed_lines
    from lif.output.text.terminal import safe_line

    for change in changed_lines(old, fresh):
        yield f"  {safe_line(change) if not change.startswith(' ') else '  ' + safe_line(change)}"


def _compare_origin(
    options: Options, path: Path, data: bytes, compose: "Callable[[date], ComposedDocument]"
) -> _Comparison:
    from lif.output.documents.provenance import origin_of_markdown, properties_format
    from lif.output.documents.stale import document_day

    old_origin = require_origin(path, data)
    composed = compose(_day_of(options, document_day(str(old_origin))))
    new_origin = origin_of_markdown(composed.text)
    if new_origin is not None and new_origin.text == old_origin.text:
        by_hand = f" What was changed by hand in the {properties_format(data)} itself is not seen."
        return composed, f"{'' if new_origin.content == old_origin.content else _OTHER_RECORDS_CHANGED}{by_hand}", ()
    return composed, "", (f"  It was written by {old_origin.asked}, with content {old_origin.content}.",)


def require_origin(path: Path, data: bytes) -> "Origin":
    """The origin that a page, a Word file or a PDF names in its properties; raises `LifError` where it names none."""
    from lif.errors import LifError
    from lif.output.documents.provenance import read_origin

    origin = read_origin(data)
    if origin is None:
        raise LifError(
            f"{path} does not say in its properties what it was written from.",
            "Name one that lif wrote and nobody saved from another program, or check its Markdown.",
        )
    return origin


def _day_of(options: Options, text: str | None) -> date:
    from lif.cli.options import day_or_today

    return day_or_today(text) if text else options.today
