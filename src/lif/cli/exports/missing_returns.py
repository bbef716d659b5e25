"""Say which agencies of a cycle have no sheet, because no return of theirs is in the records."""

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from lif.exchange.ask import Ask
    from lif.model.view import View


def say_missing_returns(view: "View", ask: "Ask") -> None:
    """Print the agencies that were asked and have no sheet; nothing where one agency is asked for."""
    from lif.analysis.deadlines.returns import assessments_by_cycle, returns_of_cycle
    from lif.exchange.layouts.assessment import newest_cycle
    from lif.output.text.terminal import safe_line

    records = view.records
    cycle = records.cycle(ask.cycle or newest_cycle(records))
    if cycle is None or ask.agency:
        return
    returns = returns_of_cycle(records, cycle, assessments_by_cycle(records), view.day)
    names = [expected.name for expected in returns if not expected.record]
    if names:
        says = f"lif: no sheet for {', '.join(names)}; a return: {records.absent}. Begin one with: lif new assessment"
        typer.echo(safe_line(says), err=True)
