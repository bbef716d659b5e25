"""What becomes of a document that was composed: printed, written, or compared with the one that is there."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from lif.cli.options import Options

if TYPE_CHECKING:
    from lif.cli.composing import Composed
    from lif.reports.report import Withheld


def deliver(options: Options, composed: "Composed", output: Path | None, *, force: bool, to: str | None = None) -> None:
    """Print the document, or write it; then say on stderr what its audience does not see."""
    from lif.cli.progress import waiting
    from lif.output.document_formats import made
    from lif.output.plain_json import as_json
    from lif.output.terminal import show
    from lif.store.document import save
    from lif.store.privacy.gate import let_through

    withheld = composed.request.withheld
    is_json = options.format == "json"
    text = as_json(report=composed.said, asked=composed.request.asked, withheld=withheld) if is_json else composed.text
    text = let_through(text, composed.loaded, options.today)
    with waiting("writing the document", quiet=options.quiet):
        document = text if is_json else made(text, composed.said, composed.request.today, to, output)
    if output is None or str(output) == "-":
        typer.echo(document, nl=False)
    else:
        save(output, document.encode() if isinstance(document, str) else document, over=force)
        typer.echo(show(str(output)))
    if not options.quiet:
        _say_what_is_withheld(withheld, composed.request.audience.value)


def in_markdown(composed: "Composed") -> str:
    """The document as a Markdown file holds it, its pictures in words."""
    from lif.output.document_formats import made

    document = made(composed.text, composed.said, composed.request.today, "md", None)
    return document if isinstance(document, str) else document.decode()


def _say_what_is_withheld(withheld: "Withheld", audience: str) -> None:
    if withheld.records:
        one, are = ("1 record", "is") if withheld.records == 1 else (f"{withheld.records} records", "are")
        kinds = ", ".join(f"{count} in {folder}" for folder, count in withheld.kinds)
        which = f" ({kinds})" if kinds else ""
        typer.echo(f"lif: {one}{which} {are} not for a {audience} audience and {are} left out.", err=True)


def compare(options: Options, output: Path | None, compose: Callable[[date], "Composed"]) -> int:
    """Whether the document that is there still says what the records say, on the day it says it was made as of."""
    from lif.cli.exits import CLEAN, PROBLEMS
    from lif.cli.options import the_day
    from lif.errors import LifError
    from lif.output.stale import day_of, is_same, what_changed
    from lif.output.terminal import line

    if output is None or str(output) == "-":
        raise LifError("Which document is to be checked?", "Name it: --check --output FILE")
    try:
        old = output.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise LifError(f"{output} cannot be read as a document.", "Name one that lif wrote in Markdown.") from None
    day = day_of(old)
    composed = compose(the_day(day) if day else options.today)
    fresh = in_markdown(composed)
    if is_same(old, fresh):
        if not options.quiet:
            also = "" if old == fresh else " Records that it does not use have changed since."
            typer.echo(f"{output} still says what the records say.{also}")
        return CLEAN
    typer.echo(f"{output} is stale: the records no longer say the same.")
    for change in what_changed(old, fresh):
        typer.echo(f"  {line(change) if not change.startswith(' ') else '  ' + line(change)}")
    typer.echo(f"Write it again: {composed.request.asked} --output {output} --force")
    return PROBLEMS
