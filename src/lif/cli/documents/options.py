"""Options that `report` and `brief` share, and how both run."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from lif.cli.options import Options

if TYPE_CHECKING:
    from datetime import date

    from lif.cli.documents.compose import ComposedDocument, DocumentOptions
    from lif.reports.report import Report

Agency: TypeAlias = Annotated[str | None, typer.Option(help="Only what concerns this agency.")]
Priority: TypeAlias = Annotated[str | None, typer.Option(help="Only what belongs to this priority.")]
Section: TypeAlias = Annotated[list[str] | None, typer.Option(help="Only this section; may be given again.")]
Output: TypeAlias = Annotated[Path | None, typer.Option(metavar="FILE", help="Write here; - or nothing: the terminal.")]
To: TypeAlias = Annotated[
    str | None, typer.Option(metavar="FORMAT", help="md, html, docx or pdf; without it, as FILE ends.")
]
Force: TypeAlias = Annotated[bool, typer.Option("--force", help="Write over a file that is there.")]
Check: TypeAlias = Annotated[
    bool, typer.Option("--check", help="Write nothing; exit 1 if the file is stale, and say why.")
]


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a document is written, in which format, and whether it is only compared with the file there."""

    output: Path | None
    to: str | None
    force: bool
    check: bool


def run_document_command(
    options: Options,
    report: "Report",
    typed: "DocumentOptions",
    destination: Destination,
    afterwards: "Callable[[ComposedDocument], None] | None" = None,
) -> int:
    """Compose the document and print, write or compare it; returns the exit code."""
    from lif.cli.documents.compose import compose
    from lif.cli.documents.deliver import deliver
    from lif.cli.documents.staleness import print_comparison
    from lif.cli.exits import CLEAN

    def compose_on(day: "date | None" = None) -> "ComposedDocument":
        return compose(options, report, typed, day)

    if destination.check:
        return print_comparison(options, destination.output, compose_on, destination.to)
    composed = compose_on()
    deliver(options, composed, destination.output, force=destination.force, to=destination.to)
    if afterwards:
        afterwards(composed)
    return CLEAN
