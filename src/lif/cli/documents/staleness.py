"""A document that is there beside the one that the records would give now."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from lif.cli.options import Options

if TYPE_CHECKING:
    from lif.cli.documents.compose import Composed
    from lif.output.documents.provenance import Origin


def document_at(path: Path) -> bytes:
    """The bytes of a document; `LifError` where it cannot be read."""
    from lif.errors import LifError

    try:
        return path.read_bytes()
    except OSError:
        raise LifError(f"{path} cannot be read as a document.", "Name one that lif wrote.") from None


def text_at(path: Path, data: bytes) -> str:
    """The same as text, which only Markdown is; `LifError` where it is not."""
    from lif.errors import LifError

    try:
        return data.decode()
    except UnicodeDecodeError:
        raise LifError(f"{path} cannot be read as a document.", "Name one that lif wrote.") from None


def compare(options: Options, output: Path | None, compose: "Callable[[date], Composed]", to: str | None) -> int:
    """Whether the document still says what the records say, on the day it says it was made as of; prints the answer.

    Of Markdown every line is compared. A page, a Word file and a PDF say in their properties what they were made from:
    that is compared, and not what somebody has changed in them by hand since.
    """
    from lif.cli.exits import CLEAN, PROBLEMS
    from lif.errors import LifError
    from lif.output.documents.provenance import sealed
    from lif.output.text.terminal import show

    if output is None or str(output) == "-":
        raise LifError("Which document is to be checked?", "Name it: --check --output FILE")
    old = document_at(output)
    how = _sealed if sealed(old) else _in_text
    composed, also, changes = how(options, output, old, compose)
    if not changes:
        if not options.quiet:
            typer.echo(f"{show(str(output))} still says what the records say.{also}")
        return CLEAN
    typer.echo(f"{show(str(output))} is stale: the records no longer say the same.")
    for change in changes:
        typer.echo(change)
    into = f" --to {to}" if to else ""
    typer.echo(f"Write it again: {composed.request.asked} --output {show(str(output))}{into} --force")
    return PROBLEMS


_Compared = tuple["Composed", str, tuple[str, ...]]
"""The document from the records, what has to be added where nothing changed, and what changed, in lines."""
_OTHERS = " Records that it does not use have changed since."


def _in_text(options: Options, path: Path, data: bytes, compose: "Callable[[date], Composed]") -> _Compared:
    from lif.cli.documents.deliver import in_markdown
    from lif.output.documents.stale import day_of, is_same

    old = text_at(path, data)
    composed = compose(_day(options, day_of(old)))
    fresh = in_markdown(composed)
    if is_same(old, fresh):
        return composed, "" if old == fresh else _OTHERS, ()
    return composed, "", tuple(_lines(old, fresh))


def _lines(old: str, fresh: str) -> Iterator[str]:
    from lif.output.documents.stale import what_changed
    from lif.output.text.terminal import line

    for change in what_changed(old, fresh):
        yield f"  {line(change) if not change.startswith(' ') else '  ' + line(change)}"


def _sealed(options: Options, path: Path, data: bytes, compose: "Callable[[date], Composed]") -> _Compared:
    from lif.output.documents.provenance import origin, sealed
    from lif.output.documents.stale import day_of

    was = made_from(path, data)
    composed = compose(_day(options, day_of(str(was))))
    now = origin(composed.text)
    if now is not None and now.text == was.text:
        by_hand = f" What was changed by hand in the {sealed(data)} itself is not seen."
        return composed, f"{'' if now.content == was.content else _OTHERS}{by_hand}", ()
    return composed, "", (f"  It was written by {was.asked}, with content {was.content}.",)


def made_from(path: Path, data: bytes) -> "Origin":
    """What a page, a Word file or a PDF says of its making; `LifError` where it says nothing."""
    from lif.errors import LifError
    from lif.output.documents.provenance import origin_of

    was = origin_of(data)
    if was is None:
        raise LifError(
            f"{path} does not say in its properties what it was written from.",
            "Name one that lif wrote and nobody saved from another program, or check its Markdown.",
        )
    return was


def _day(options: Options, said: str | None) -> date:
    from lif.cli.options import the_day

    return the_day(said) if said else options.today
