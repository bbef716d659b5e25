"""`lif trace`: follow the line of sight through a record or a theme."""

from typing import Annotated

import typer

from lif.cli.options import Options, command
from lif.cli.startup.completion import record_ids


def register(app: typer.Typer) -> None:
    """Add the command."""

    @command(app, "trace")
    def trace(
        options: Options,
        *,
        about: Annotated[
            str, typer.Argument(help="A theme, or any unique part of a record's id.", autocompletion=record_ids)
        ],
    ) -> None:
        """Follow the line of sight from need to impact.

        Through finding and action; it is said where the line breaks.

        Examples: lif trace neglect; lif trace single-categories
        """
        from lif.analysis.audits.standards_over_time import chains_of_record, standards_over_time
        from lif.analysis.lines.lineage import records_on_theme
        from lif.analysis.lines.lineage import trace as line_of_sight
        from lif.analysis.lines.system_factors import system_factors
        from lif.analysis.themes.replaced_themes import current_theme
        from lif.cli.prompts.resolve_words import find_in_view, find_item_key
        from lif.model.reference import RecordRef
        from lif.output.plain_json import as_json
        from lif.output.standards_json import standards_json
        from lif.output.text.line_of_sight import line_of_sight_text
        from lif.output.text.standards import standards_text

        view = options.view()
        snapshot = view.records
        record, key = RecordRef.parse(about)
        if about in snapshot.themes:
            start, carriers = records_on_theme(snapshot, current_theme(snapshot, about))
            measured = standards_over_time(snapshot, current_theme(snapshot, about))
            name = f"theme {about}"
        else:
            entry = find_in_view(view, record)
            item = find_item_key(entry, key) if key else ""
            name = str(RecordRef(entry.id, item))
            start, carriers = (name,), ()
            measured = chains_of_record(snapshot, entry.id)
        thread = line_of_sight(snapshot, start, view.day, carriers)
        factors = system_factors(snapshot, thread.stops)
        if options.format == "json":
            parts = {
                "stops": thread.stops,
                "system_factors": factors,
                "unnamed": thread.unnamed,
                "breaks": thread.breaks,
                "standards": standards_json(measured),
            }
            typer.echo(as_json(about=name, **parts, days_later=thread.waits), nl=False)
            return
        text = line_of_sight_text(thread, snapshot.absent, name, factors)
        if measured:
            chains = "\n".join(standards_text(snapshot, measured))
            text += f"\nStandards that audits measured, year by year\n{chains}\n"
        options.print_text(text)
