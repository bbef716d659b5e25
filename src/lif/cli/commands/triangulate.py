"""`lif triangulate`: what many sources together say about a theme."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lif.cli.options import Options, command

if TYPE_CHECKING:
    from lif.analysis.themes.theme_summary import ThemeSummary
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
        numbers: Annotated[bool, typer.Option("--numbers", help="Add intervals, limits and codes.")] = False,
        until: Annotated[str | None, typer.Option(metavar="DATE", help="Only evidence up to this day.")] = None,
    ) -> int:
        """Say what all sources together say on a theme.

        Who agrees, who is silent, what came back, what is proposed.

        Examples: lif triangulate --theme neglect; lif triangulate --priority neglect --since 2018-04-01
        """
        from lif.analysis.themes.period_comparison import theme_movements
        from lif.analysis.themes.theme_summary import summarise_theme
        from lif.cli.exits import CLEAN
        from lif.cli.prompts.resolve_words import require_partnership
        from lif.model.parts.part import fields_of
        from lif.model.settings import Thresholds
        from lif.output.plain_json import as_json
        from lif.output.text.theme import conventions_text
        from lif.output.text.theme_overview import overview_text
        from lif.output.text.theme_summary import movement_text, theme_summary_text

        view = options.view()
        snapshot = view.records
        partnership = require_partnership(snapshot)
        period = _period(since, until)
        themes = _wanted_themes(snapshot, theme, priority)
        summaries = [summarise_theme(snapshot, theme_key, view.day, period) for theme_key in themes]
        if theme is None:
            summaries = [summary for summary in summaries if summary.reading.has_evidence or summary.reading.elsewhere]
        movements = theme_movements(snapshot, themes, period, view.day) if period and since and until else ()
        if options.format == "json":
            thresholds = {name: getattr(partnership.thresholds, name) for name in fields_of(Thresholds)}
            summary_list = [_summary_fields(snapshot, summary) for summary in summaries]
            typer.echo(
                as_json(themes=summary_list, movements=movements, thresholds=thresholds, absent=snapshot.absent),
                nl=False,
            )
            return CLEAN
        blocks = [theme_summary_text(snapshot, summary, snapshot.absent, numbers=numbers) for summary in summaries]
        if movements and period:
            blocks.append(movement_text(movements, period, "" if snapshot.silence_means_no else snapshot.absent))
        if len(summaries) > 1:
            blocks.insert(0, overview_text(snapshot, [summary.reading for summary in summaries]))
        text = "\n".join(blocks) or f"Evidence on any theme: {snapshot.absent}.\n"
        options.print_text(text if options.quiet else f"{text}\n{conventions_text(partnership.thresholds)}\n")
        return CLEAN


def _summary_fields(snapshot: "Snapshot", summary: "ThemeSummary") -> dict[str, Any]:
    """The fields of the reading and of the summary; decisions by their ids.

    `silent` is null where records may be withheld: then no kind of evidence can be said to be silent.
    """
    from dataclasses import fields, replace

    from lif.output.standards_json import standards_json

    reading = summary.reading
    parts = {field.name: getattr(summary, field.name) for field in fields(summary) if field.name != "reading"}
    own_reading = replace(reading, decisions=(), disposed=None)
    reading_fields = {field.name: getattr(own_reading, field.name) for field in fields(own_reading)}
    return {
        **reading_fields,
        "silent": None if snapshot.can_withhold else reading.silent,
        "decision": reading.decision.id if reading.decision else None,
        "decisions": [entry.id for entry in reading.decisions],
        "disposed": reading.disposed.id if reading.disposed else None,
        "verdicts": reading.verdicts,
        **parts,
        "standards": standards_json(summary.standards),
    }


def _wanted_themes(snapshot: "Snapshot", theme: str | None, priority: str | None) -> list[str]:
    """The keys of the themes to read; a theme that was replaced is read under its successor."""
    from lif.analysis.themes.replaced_themes import current_theme
    from lif.cli.prompts.resolve_words import find_theme
    from lif.errors import LifError

    if theme is not None:
        return [current_theme(snapshot, find_theme(snapshot, theme))]
    if priority is not None:
        agreed = snapshot.priority(priority)
        if agreed is None:
            known_keys = ", ".join(snapshot.priorities) or "none yet"
            raise LifError(f'The partnership has no priority "{priority}".', f"Priorities: {known_keys}")
        return list(dict.fromkeys(current_theme(snapshot, key) for key in agreed.themes))
    return [key for key, entry in snapshot.themes.items() if not entry.replaced_by]


def _period(since: str | None, until: str | None) -> "Period | None":
    from lif.cli.options import day_or_today
    from lif.model.period import Period

    if since is None and until is None:
        return None
    first = day_or_today(since) if since else date.min
    last = day_or_today(until) if until else date.max
    if last < first:
        from lif.errors import LifError

        raise LifError(f"{until} is before {since}.", "Give --since the earlier of the two days.")
    return Period(first, last, f"{since or 'the beginning'} to {until or 'today'}")
