"""`lif brief`: write a briefing on one piece of learning, to be read aloud or handed on."""

from functools import partial
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from lif.cli.documents.options import (
    Agency,
    Check,
    Destination,
    Force,
    Output,
    Priority,
    Section,
    To,
    run_document_command,
)
from lif.cli.options import Options, command
from lif.cli.startup.completion import record_ids

if TYPE_CHECKING:
    from lif.cli.documents.compose import ComposedDocument

_MINUTES = 7
_WORDS_A_MINUTE = 130
"""The speed of reading aloud that listeners can follow."""


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
        agency: Agency = None,
        priority: Priority = None,
        section: Section = None,
        output: Output = None,
        to: To = None,
        force: Force = False,
        check: Check = False,
    ) -> int:
        """Write a briefing on one record or theme.

        On a review, audit, finding, piece of learning or theme.

        Dates are given by month. Read it before you pass it on: nobody near should recognise a child in it.

        Examples: lif brief 2025-hawthorn; lif brief 2025-hawthorn --form one-page --agency police;
        lif brief child-voice --audience public --output briefing.md
        """
        from lif.cli.documents.compose import DocumentOptions
        from lif.reports.registry import BRIEFINGS

        typed = DocumentOptions(
            ("brief",), agency=agency, about=about, priority=priority, form=form, sections=tuple(section or ())
        )
        destination = Destination(output, to, force, check)
        return run_document_command(options, BRIEFINGS[form], typed, destination, partial(_warn_if_too_long, options))


def _warn_if_too_long(options: Options, composed: "ComposedDocument") -> None:
    """Print on stderr how long a briefing takes to read aloud, where that is more than its seven minutes."""
    body = composed.text.partition("\n[^1]:")[0]
    minutes = -(-len(body.split()) // _WORDS_A_MINUTE)
    if composed.report.name == "seven-minute" and minutes > _MINUTES and not options.quiet:
        typer.echo(f"lif: read aloud, this takes about {minutes} minutes; take something out.", err=True)
