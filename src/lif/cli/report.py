"""`lif report`: a document from the records."""

from pathlib import Path
from typing import Annotated

import typer

from lif.cli.options import Options, command


def _report_names(incomplete: str) -> list[str]:
    from lif.reports.registry import REPORTS

    return [name for name in REPORTS.names if name.startswith(incomplete)]


def register(app: typer.Typer) -> None:
    """Add the command."""

    @command(app, "report")
    def report(
        options: Options,
        *,
        name: Annotated[str, typer.Argument(help="Which report: annual", autocompletion=_report_names)],
        year: Annotated[str | None, typer.Option(help="From April to March, written 2018-19.")] = None,
        output: Annotated[
            Path | None, typer.Option(metavar="FILE", help="Write here; - or nothing: the terminal.")
        ] = None,
        force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    ) -> None:
        """Write a report from the records; each sentence names the records it rests on.

        Examples: lif report annual --year 2018-19; lif report annual --year 2018-19 --output annual.md
        """
        from lif.errors import LifError
        from lif.model.field import Sharing
        from lif.output.plain_json import as_json
        from lif.output.templates import render
        from lif.reports.audience import for_audience
        from lif.reports.registry import REPORTS
        from lif.reports.report import Request, year_asked
        from lif.store.document import save

        if name not in REPORTS:
            raise LifError(f'There is no report called "{name}".', f"Reports: {', '.join(REPORTS.names)}")
        chosen = REPORTS[name]
        audience = Sharing(options.audience) if options.audience else chosen.audience
        period = year_asked(year)
        snapshot, withheld = for_audience(options.loaded().snapshot, audience)
        said = chosen.build(snapshot, Request(options.today, audience, period, withheld))
        text = as_json(report=said, withheld=withheld) if options.format == "json" else render(chosen.name, said)
        if output is None or str(output) == "-":
            typer.echo(text, nl=False)
        else:
            save(output, text.encode(), over=force)
            typer.echo(str(output))
        if withheld and not options.quiet:
            one, are = ("1 record", "is") if withheld == 1 else (f"{withheld} records", "are")
            typer.echo(f"lif: {one} {are} not for a {audience.value} audience and {are} left out.", err=True)
