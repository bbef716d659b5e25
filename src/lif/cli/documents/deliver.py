"""What becomes of a document that was composed: printed, or written into a file."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from lif.cli.options import Options

if TYPE_CHECKING:
    from lif.cli.documents.compose import Composed
    from lif.disclosure.request import Withheld


def deliver(options: Options, composed: "Composed", output: Path | None, *, force: bool, to: str | None = None) -> None:
    """Print the document, or write it; then say on stderr what its audience does not see, and the commit behind it."""
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
    """The document as a Markdown file holds it, its pictures in words."""
    from lif.output.documents.registry import made

    document = made(composed.text, composed.said, composed.request.today, "md", None)
    return document if isinstance(document, str) else document.decode()


def _say_what_is_withheld(withheld: "Withheld", audience: str) -> None:
    if withheld.records:
        one, are = ("1 record", "is") if withheld.records == 1 else (f"{withheld.records} records", "are")
        kinds = ", ".join(f"{count} in {folder}" for folder, count in withheld.kinds)
        which = f" ({kinds})" if kinds else ""
        typer.echo(f"lif: {one}{which} {are} not for a {audience} audience and {are} left out.", err=True)


def _say_the_commit(options: Options, composed: "Composed") -> None:
    """The commit, which the document cannot name since it may be committed with the records; or why none is known."""
    from lif.errors import LifError
    from lif.store.git.commit import committed

    try:
        known = committed(options.workspace().root, composed.loaded.files, options.at)
    except LifError as unknown:
        typer.echo(f"lif: which commit this was made from cannot be said. {unknown.message}", err=True)
    else:
        typer.echo(f"lif: made from the records of {known.says}.", err=True)
