"""`lif show`: one record in words."""

from typing import Annotated

import typer

from lif.cli.options import Options, command
from lif.cli.startup.completion import record_ids


def register(app: typer.Typer) -> None:
    """Add the command."""

    @command(app, "show")
    def show(
        options: Options,
        *,
        record: Annotated[str, typer.Argument(help="Any unique part of its id.", autocompletion=record_ids)],
    ) -> None:
        """Show one record in words.

        What it cites, what cites it, its life, and how it stands among others.

        Example: lif show vulnerable-adolescents
        """
        from lif.analysis.chronology.stage import life_of
        from lif.analysis.deadlines.statutory_clocks import unjudged_reviews
        from lif.analysis.impact.recommendation_state import progress_of_recommendations
        from lif.analysis.themes.came_back import linked_recurrences, proposed_recurrences
        from lif.cli.prompts.resolve_words import find_in_view
        from lif.model.fingerprint import fingerprint
        from lif.model.kinds.finding import Finding
        from lif.output.plain_json import as_json
        from lif.output.text.record import not_judged_text, record_text, recurrences_text
        from lif.output.text.record_context import context_of, context_text
        from lif.output.text.stage import life_text

        view = options.view()
        snapshot = view.records
        entry = find_in_view(view, record)
        is_finding = isinstance(entry.record, Finding)
        came_back = linked_recurrences(snapshot) if is_finding else ()
        may_have_come_back = proposed_recurrences(snapshot) if is_finding else ()
        linked = [found for found in came_back if found.finding.id == entry.id]
        proposed = [found for found in may_have_come_back if found.finding.id == entry.id]
        life, recommendations = life_of(snapshot, entry, view.day), progress_of_recommendations(snapshot, entry)
        not_judged = {review.record: review.because for review in unjudged_reviews(snapshot)}.get(entry.id, "")
        context = context_of(snapshot, entry, view.day)
        is_whole = view.is_whole(entry.id)
        if options.format == "json":
            cited_by = sorted({citing.id for citing, _ in snapshot.cited_by.get(entry.id, ())})
            fingerprint_field = {"fingerprint": fingerprint(entry.record)} if is_whole else {}
            derived = {
                "life": life,
                "asked_for": recommendations,
                "came_back": linked,
                "may_have_come_back": proposed,
                "not_judged_by_guidance": not_judged,
            }
            typer.echo(
                as_json(record=entry, **fingerprint_field, cited_by=cited_by, **derived, standing=context), nl=False
            )
            return
        text = (
            record_text(snapshot, entry, is_whole=is_whole)
            + not_judged_text(not_judged)
            + life_text(life, recommendations, is_elsewhere=entry.record.is_elsewhere)
        )
        repeats = recurrences_text(linked, proposed)
        options.print_text(text + context_text(context, entry.id) + repeats)
