"""`lif report`: write a report from the records."""

from typing import TYPE_CHECKING, Annotated

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
    from lif.model.kinds.partnership import Partnership


def _report_names(incomplete: str) -> list[str]:
    from lif.reports.registry import REPORTS

    return [name for name in REPORTS.names if name.startswith(incomplete)]


def _partnership(options: Options) -> "Partnership | None":
    """The partnership whose folder this is; None outside of one."""
    from lif.errors import LifError

    try:
        return options.loaded(say_what_is_left_out=False).snapshot.partnership
    except LifError:
        return None


def register(app: typer.Typer) -> None:
    """Add the command."""

    @command(app, "report")
    def report(  # noqa: PLR0913 - each is an option of the command
        options: Options,
        *,
        name: Annotated[
            str | None, typer.Argument(help="Which report; without one, all are listed.", autocompletion=_report_names)
        ] = None,
        about: Annotated[
            str | None,
            typer.Argument(
                metavar="[ID]", help="What it is on: any unique part of a record's id.", autocompletion=record_ids
            ),
        ] = None,
        year: Annotated[str | None, typer.Option(help="From April to March, written 2018-19.")] = None,
        period: Annotated[
            str | None, typer.Option(help="First and last month: 2026-07/2026-09. Also 2026-Q2 or 2026-H1.")
        ] = None,
        agency: Agency = None,
        cycle: Annotated[str | None, typer.Option(help="The cycle of an assessment.")] = None,
        priority: Priority = None,
        section: Section = None,
        output: Output = None,
        to: To = None,
        force: Force = False,
        check: Check = False,
    ) -> int:
        """Write a report; each sentence names its records.

        Examples: lif report; lif report annual --year 2018-19; lif report annual --year 2018-19 --section learned;
        lif report annual --year 2018-19 --output annual.md; lif report annual --year 2018-19 --check --output annual.md
        """
        from difflib import get_close_matches

        from lif.cli.documents.compose import DocumentOptions
        from lif.cli.exits import CLEAN
        from lif.errors import LifError
        from lif.output.text.terminal import columns
        from lif.reports.registry import REPORTS
        from lif.reports.report_list import report_rows

        if name is None:
            options.print_text(f"{columns(report_rows(REPORTS, _partnership(options), options.today))}\n")
            return CLEAN
        if name not in REPORTS:
            close = get_close_matches(name, REPORTS.names, n=1)
            guess = f"Did you mean {close[0]}?" if close else f"Reports: {', '.join(REPORTS.names)}"
            raise LifError(f'There is no report called "{name}".', guess)
        typed = DocumentOptions(
            ("report", name), year, period, agency, cycle, about, priority, sections=tuple(section or ())
        )
        return run_document_command(options, REPORTS[name], typed, Destination(output, to, force, check))
