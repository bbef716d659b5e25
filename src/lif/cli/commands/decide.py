"""`lif decide`: what the records show for each influence on a decision to review."""

from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli.options import Options, command
from lif.cli.startup.completion import record_ids

if TYPE_CHECKING:
    from lif.model.kinds.review import Review
    from lif.model.snapshot import Entry, Snapshot
    from lif.model.view import View


def register(app: typer.Typer) -> None:
    """Add the command."""

    @command(app, "decide")
    def decide(
        options: Options,
        *,
        review: Annotated[
            str | None, typer.Argument(help="Any unique part of the review's id.", autocompletion=record_ids)
        ] = None,
    ) -> None:
        """Show what is known on whether to review.

        For each of the eight influences on that decision, what the records hold. The group decides.

        Ends with the command that begins the record of the decision.

        Example: lif decide serious-youth-violence
        """
        from lif.analysis.duties.influences import influences
        from lif.output.plain_json import as_json
        from lif.output.text.decision import ReviewPack, pack_text
        from lif.reports.decision_lines import decision_lines

        view = options.view()
        snapshot = view.records
        entry = _review(view, review)
        says, command = _next(snapshot, entry.id)
        shown = influences(snapshot, entry, view.day)
        pack = ReviewPack(entry, tuple(decision_lines(snapshot, entry.id)), shown, says, command)
        if options.format == "json":
            decision = _decision_fields(snapshot, entry.id)
            method = entry.record.method
            typer.echo(
                as_json(review=entry.id, method=method, decision=decision, influences=shown, next=command), nl=False
            )
            return
        options.print_text(pack_text(pack, snapshot.absent))


def _review(view: "View", named: str | None) -> "Entry[Review]":
    """The review of the command; raises `LifError` where it names none."""
    from lif.analysis.lines.whose_work import whose_in_words
    from lif.cli.prompts.resolve_words import find_in_view
    from lif.errors import LifError
    from lif.model.kinds.review import Review
    from lif.reports.decisions_wanted import undecided_reviews

    if not named:
        undecided = () if view.can_withhold else undecided_reviews(view.records, view.day)
        waiting = [record for line in undecided for record in line.records]
        names = f"Waiting for a decision: {', '.join(waiting)}." if waiting else "lif list review names the reviews."
        raise LifError("Which review? None is named.", f"{names} Then: lif decide REVIEW")
    entry = find_in_view(view, named)
    chosen = next((candidate for candidate in view.records.of(Review) if candidate.id == entry.id), None)
    if chosen is None:
        raise LifError(f"{entry.id} is {entry.kind.article}, not a review.", "lif list review names the reviews.")
    if chosen.record.elsewhere is not None:
        whose = whose_in_words(chosen.record.elsewhere)
        hint = f"To answer what it recommends: lif new action --from {chosen.id}#KEY"
        raise LifError(f"{chosen.id} is not ours ({whose}), so whether to review is not ours to decide.", hint)
    return chosen


def _next(snapshot: "Snapshot", review: str) -> tuple[str, str]:
    """What to do next, and the command for it."""
    from lif.analysis.duties.review_decision import answers_to_influences, decision_to_review, is_answered
    from lif.model.vocabulary import Influence

    decision = decision_to_review(snapshot, review)
    if decision is None:
        return "Begin the record of the decision, with these influences to answer:", f"lif new decision --from {review}"
    answered = answers_to_influences(decision.record.review_decision)
    if not is_answered(decision) or len(answered) < len(Influence):
        return f"Fill in what is still not known in {decision.id}, then:", f"lif check records/{decision.id}.yaml"
    again = f"lif new decision --from {review} --set supersedes={decision.id}"
    return f"It is decided in {decision.id}. To decide anew:", again


def _decision_fields(snapshot: "Snapshot", review: str) -> dict[str, object] | None:
    """The decision to review as JSON; None where none is recorded."""
    from lif.analysis.duties.review_decision import decision_to_review
    from lif.model.parts.part import plain

    decision = decision_to_review(snapshot, review)
    if decision is None:
        return None
    fields = ("group", "date", "because", "review_decision", "supersedes")
    return {"id": decision.id, **{name: value for name, value in plain(decision.record).items() if name in fields}}
