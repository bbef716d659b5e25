"""`lif principles`: hold reviews and audits against the framework's eight principles."""

from typing import Annotated

import typer

from lif.cli.options import Options, command
from lif.cli.startup.completion import record_ids


def register(app: typer.Typer) -> None:
    """Add the command."""

    @command(app, "principles")
    def principles(
        options: Options,
        *,
        activity: Annotated[
            str | None, typer.Argument(help="A review or audit; all if left out.", autocompletion=record_ids)
        ] = None,
    ) -> None:
        """Hold reviews and audits against the eight principles.

        With the records that show each principle of the framework.

        Examples: lif principles; lif principles vulnerable-adolescents
        """
        from lif.analysis.duties.principles import activities, check_principles
        from lif.cli.prompts.resolve_words import find_in_view
        from lif.errors import LifError
        from lif.output.plain_json import as_json
        from lif.output.text.decision import principles_table, principles_text

        view = options.view()
        snapshot = view.records
        chosen = activities(snapshot)
        if activity is not None:
            entry = find_in_view(view, activity)
            chosen = tuple(candidate for candidate in chosen if candidate.id == entry.id)
            if not chosen:
                raise LifError(f"{entry.id} is {entry.kind.article}, not a review or audit.", "See: lif principles")
        judged = [check_principles(snapshot, chosen_activity) for chosen_activity in chosen]
        if options.format == "json":
            typer.echo(as_json(activities=judged), nl=False)
        elif activity is not None:
            options.print_text(principles_text(judged[0], snapshot.absent))
        else:
            options.print_text(principles_table(judged, snapshot.absent))
