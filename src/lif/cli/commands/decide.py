"""`lif decide`: what the records show for each influence on a decision to review."""

from typing import Annotated

import typer

from lif.cli.options import Options, command
from lif.cli.startup.completion import record_ids


def register(app: typer.Typer) -> None:
    """Add the command."""

    @command(app, "decide")
    def decide(
        options: Options,
        *,
        review: Annotated[str, typer.Argument(help="Any unique part of the review's id.", autocompletion=record_ids)],
    ) -> None:
        """For each of the eight influences on a decision to review, show what the records hold. The group decides.

        Example: lif decide serious-youth-violence
        """
        from lif.analysis.duties.influences import influences
        from lif.cli.prompts.resolve_words import find_in_view
        from lif.errors import LifError
        from lif.model.kinds.review import Review
        from lif.output.plain_json import as_json
        from lif.output.text.decision import influences_text

        view = options.view()
        snapshot = view.records
        entry = find_in_view(view, review)
        chosen = next((candidate for candidate in snapshot.of(Review) if candidate.id == entry.id), None)
        if chosen is None:
            raise LifError(f"{entry.id} is {entry.kind.article}, not a review.", "lif list review names the reviews.")
        shown = influences(snapshot, chosen, view.day)
        if options.format == "json":
            typer.echo(as_json(review=entry.id, influences=shown), nl=False)
            return
        typer.echo(influences_text(entry.id, entry.record.title, shown, snapshot.absent), nl=False)
