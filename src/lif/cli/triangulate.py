"""`lif triangulate`: what many sources say together."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lif.cli.options import Options, command

if TYPE_CHECKING:
    from lif.analysis.theme import ThemeReading
    from lif.model.period import Period
    from lif.model.snapshot import Snapshot


def register(app: typer.Typer) -> None:
    """Add the command."""

    @command(app, "triangulate")
    def triangulate(
        options: Options,
        *,
        theme: Annotated[
            str | None, typer.Option(help="One theme; all on which anything was found if left out.")
        ] = None,
        priority: Annotated[str | None, typer.Option(help="The themes of one agreed priority.")] = None,
        since: Annotated[str | None, typer.Option(metavar="DATE", help="Only evidence from this day on.")] = None,
        until: Annotated[str | None, typer.Option(metavar="DATE", help="Only evidence up to this day.")] = None,
    ) -> int:
        """Say what all sources say together about a theme: who agrees, who is silent, what came back, what is proposed.

        Examples: lif triangulate --theme neglect; lif triangulate --priority neglect --since 2018-04-01
        """
        from lif.analysis.theme import read_theme
        from lif.cli.asking import partnership_asked
        from lif.cli.exits import CLEAN
        from lif.output.plain_json import as_json
        from lif.output.theme import conventions, theme_text

        snapshot = options.snapshot()
        partnership = partnership_asked(snapshot)
        period = _period(since, until)
        asked = _themes(snapshot, theme, priority)
        readings = [read_theme(snapshot, one, options.today, period) for one in asked]
        if theme is None:
            readings = [one for one in readings if one.lines or one.not_counted]
        if options.format == "json":
            told = [{**_json(one), "verdicts": one.verdicts} for one in readings]
            typer.echo(as_json(themes=told, thresholds=partnership.thresholds.model_dump()), nl=False)
            return CLEAN
        absent = snapshot.absent
        blocks = [theme_text(snapshot, one, absent) for one in readings]
        typer.echo("\n".join(blocks) or "Nothing was found on any theme.\n", nl=False)
        if not options.quiet:
            typer.echo("\n" + conventions(partnership.thresholds), err=True)
        return CLEAN


def _json(reading: "ThemeReading") -> dict[str, Any]:
    from dataclasses import asdict, replace

    return {**asdict(replace(reading, decision=None)), "decision": reading.decision.id if reading.decision else None}


def _themes(snapshot: "Snapshot", theme: str | None, priority: str | None) -> list[str]:
    """The themes that were asked for; a theme that another replaced is read under the other."""
    from lif.analysis.theme import successors
    from lif.cli.asking import theme_asked
    from lif.errors import LifError
    from lif.model.kinds.partnership import Priority, Theme

    if theme is not None:
        return [successors(snapshot, theme_asked(snapshot, theme))]
    if priority is not None:
        found = snapshot.registers["priority"].get(priority)
        if not isinstance(found, Priority):
            known = ", ".join(snapshot.registers["priority"]) or "none yet"
            raise LifError(f'The partnership has no priority "{priority}".', f"Priorities: {known}")
        return list(dict.fromkeys(successors(snapshot, one) for one in found.themes))
    themes = snapshot.registers["theme"].values()
    return [one.key for one in themes if isinstance(one, Theme) and not one.replaced_by]


def _period(since: str | None, until: str | None) -> "Period | None":
    from lif.cli.options import the_day
    from lif.model.period import Period

    if since is None and until is None:
        return None
    first = the_day(since) if since else date.min
    last = the_day(until) if until else date.max
    return Period(first, last, f"{since or 'the beginning'} to {until or 'today'}")
