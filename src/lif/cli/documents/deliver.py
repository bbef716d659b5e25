"""Deliver a composed document: print it, or write it to a file."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from lif.cli.options import Options

if TYPE_CHECKING:
    from lif.cli.documents.compose import ComposedDocument


def deliver(
    options: Options, composed: "ComposedDocument", output: Path | None, *, force: bool, to: str | None = None
) -> None:
    """Print or write the document; then print on stderr what is withheld from its audience, and the commit.

    On a terminal it is laid out to be read, unless a format is asked for.
    """
    from lif.cli.progress import show_waiting
    from lif.output.documents.registry import make_document
    from lif.output.text.screen import print_markdown
    from lif.output.text.terminal import safe_text
    from lif.store.write.document import save

    text = _as_json(composed, options) if options.format == "json" else ""
    look = composed.folders.reference
    with show_waiting("writing the document", quiet=options.quiet):
        document = text or make_document(composed.text, composed.content, composed.request.today, to, output, look)
    if output is None and to is None and not text and sys.stdout.isatty():
        print_markdown(markdown_text(composed), sys.stdout, in_colour=options.in_colour)
    elif output is None or str(output) == "-":
        typer.echo(document, nl=False)
    else:
        save(output, document.encode() if isinstance(document, str) else document, over=force)
        typer.echo(safe_text(str(output)))
    if not options.quiet:
        _say_what_is_withheld(composed.view.withheld, composed.view.audience.value)
    if not options.quiet and output is not None and str(output) != "-":
        _say_the_commit(options, composed)


def _as_json(composed: "ComposedDocument", options: Options) -> str:
    from lif.disclosure.few_children import refuse_small_numbers
    from lif.model.sharing import Sharing
    from lif.output.plain_json import as_json
    from lif.store.privacy.gate import refuse_personal_data

    text = as_json(report=composed.content, asked=composed.request.command, withheld=composed.view.withheld)
    if composed.view.audience is Sharing.PUBLIC:
        text = refuse_small_numbers(text, composed.view.at(composed.request.today).records)
    return refuse_personal_data(text, composed.loaded, options.today)


def markdown_text(composed: "ComposedDocument") -> str:
    """The document as a Markdown file holds it, with its charts in words."""
    from lif.output.documents.registry import make_document

    document = make_document(composed.text, composed.content, composed.request.today, "md", None)
    return document if isinstance(document, str) else document.decode()


def _say_what_is_withheld(withheld: int, audience: str) -> None:
    if withheld:
        how_many, verb = ("1 record", "is") if withheld == 1 else (f"{withheld} records", "are")
        typer.echo(f"lif: {how_many} {verb} not for a {audience} audience and {verb} left out.", err=True)


def _say_the_commit(options: Options, composed: "ComposedDocument") -> None:
    """Print the commit of the records, or why none is known.

    The document does not name the commit, since it may be committed together with the records.
    """
    from lif.errors import LifError
    from lif.store.git.commit import commit_state

    try:
        commit = commit_state(options.workspace().root, composed.loaded.files, options.at)
    except LifError as error:
        typer.echo(f"lif: which commit this was made from cannot be said. {error.message}", err=True)
    else:
        typer.echo(f"lif: made from the records of {commit.says}.", err=True)
