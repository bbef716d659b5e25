"""`lif brief`: one piece of learning for people at work, to be read aloud or handed on."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from lif.cli.completion import record_ids
from lif.cli.options import Options, command

if TYPE_CHECKING:
    from lif.cli.composing import Composed

_MINUTES = 7
_WORDS_A_MINUTE = 130
"""What somebody reads aloud who wants to be followed."""


def register(app: typer.Typer) -> None:
    """Add the command."""

    @command(app, "brief")
    def brief(  # noqa: PLR0913 - each is an option of the command
        options: Options,
        *,
        about: Annotated[
            str,
            typer.Argument(
                metavar="ID", help="A theme, or any unique part of a record's id.", autocompletion=record_ids
            ),
        ],
        form: Annotated[
            Literal["seven-minute", "one-page"], typer.Option(help="To be read aloud, or one page.")
        ] = "seven-minute",
        agency: Annotated[str | None, typer.Option(help="Only what concerns this agency.")] = None,
        section: Annotated[list[str] | None, typer.Option(help="Only this part; may be given again.")] = None,
        output: Annotated[
            Path | None, typer.Option(metavar="FILE", help="Write here; - or nothing: the terminal.")
        ] = None,
        to: Annotated[
            str | None, typer.Option(metavar="FORMAT", help="md, html, docx or pdf; without it, as FILE ends.")
        ] = None,
        force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
        check: Annotated[
            bool, typer.Option("--check", help="Write nothing; exit 1 if the file is stale, and say why.")
        ] = False,
    ) -> int:
        """Write a briefing on a review, audit, finding, piece of learning or theme.

        Dates are given by month. Read it before you pass it on: nobody near should recognise a child in it.

        Examples: lif brief 2025-hawthorn; lif brief 2025-hawthorn --form one-page --agency police;
        lif brief child-voice --audience public --output briefing.md
        """
        from lif.cli.composing import Wish, compose
        from lif.cli.delivering import compare, deliver
        from lif.cli.exits import CLEAN
        from lif.reports.registry import BRIEFINGS

        chosen = BRIEFINGS[form]
        wish = Wish(("brief",), agency=agency, about=about, form=form, sections=tuple(section or ()))
        if check:
            return compare(options, output, lambda day: compose(options, chosen, wish, day))
        composed = compose(options, chosen, wish)
        deliver(options, composed, output, force=force, to=to)
        _say_how_long(options, composed, form)
        return CLEAN


def _say_how_long(options: Options, composed: "Composed", form: str) -> None:
    """That a briefing takes more than its seven minutes."""
    body = composed.text.partition("\n[^1]:")[0]
    minutes = -(-len(body.split()) // _WORDS_A_MINUTE)
    if form == "seven-minute" and minutes > _MINUTES and not options.quiet:
        typer.echo(f"lif: read aloud, this takes about {minutes} minutes; take something out.", err=True)
