"""Deliver a composed document: print it, or write it to a file."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from lif.cli.options import Options

if TYPE_CHECKING:
    from lif.cli.documents.compose import Composed
    from lif.disclosure.request import Withheld


def deliver(options: Options, composed: "Composed", output: Path | None, *, force: bool, to: str | None = None) -> None:
    """Print or write the document; then print on stderr what is withheld from its audience, and the commit."""
    from lif.cli.progress import waiting
    from lif.output.documents.registry import made
    from lif.output.text.terminal import show
    from lif.store.write.document import save

    text = _as_json(composed, options) if options.format == "json" else ""
    look = composed.shelf.reference
    with waiting("writing the document", quiet=options.quiet):
        document = text or made(composed.text, composed.said, composed.request.today, to, output, look)
    if output is None or str(output) == "-":
        typer.echo(document, nl=False)
    else:
        save(output, document.encode() if isinstance(document, str) else document, over=force)
        typer.echo(show(str(output)))
    if not options.quiet:
        _say_what_is_withheld(composed.request.withheld, composed.request.audience.value)
    if not options.quiet and output is not None and str(output) != "-":
        _say_the_commit(options, composed)


def _as_json(composed: "Composed", options: Options) -> str:
    from lif.disclosure.few_children import with_none_of_few
    from lif.model.sharing import Sharing
    from lif.output.plain_json import as_json
    from lif.store.privacy.gate import let_through

    request = composed.request
    text = as_json(report=composed.said, asked=request.asked, withheld=request.withheld)
    if request.audience is Sharing.PUBLIC:
        text = with_none_of_few(text, composed.seen)
    return let_through(text, composed.loaded, options.today)


def in_markdown(composed: "Composed") -> str:
    """The document as a Markdown file holds it, with its charts in words."""
    from lif.output.documents.registry import made

    document = made(composed.text, composed.said, composed.request.today, "md", None)
    return document if isinstance(document, str) else document.decode()


def _say_what_is_withheld(withheld: "Withheld", audience: str) -> None:
    if withheld.records:
        how_many, verb = ("1 record", "is") if withheld.records == 1 else (f"{withheld.records} records", "are")
        kinds = ", ".join(f"{count} in {folder}" for folder, count in withheld.kinds)
        which = f" ({kinds})" if kinds else ""
        typer.echo(f"lif: {how_many}{which} {verb} not for a {audience} audience and {verb} left out.", err=True)


def _say_the_commit(options: Options, composed: "Composed") -> None:
    """Print the commit of the records, or why none is known.

    The document does not name the commit, since it may be committed together with the records.
    """
    from lif.errors import LifError
    from lif.store.git.commit import committed

    try:
        commit = committed(options.workspace().root, composed.loaded.files, options.at)
    except LifError as error:
        typer.echo(f"lif: which commit this was made from cannot be said. {error.message}", err=True)
    else:
        typer.echo(f"lif: made from the records of {commit.says}.", err=True)
