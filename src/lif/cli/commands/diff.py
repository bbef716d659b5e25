"""`lif diff`: what changed in the records, what follows from it, and which problems are new or resolved."""

from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli.exits import CLEAN, PROBLEMS
from lif.cli.options import Options, command

if TYPE_CHECKING:
    from lif.changes.change import Changes
    from lif.changes.documents import Aged
    from lif.disclosure.comparison import Compared
    from lif.model.sharing import Sharing
    from lif.model.snapshot import Snapshot
    from lif.store.git.compared_states import Sides


def register(app: typer.Typer) -> None:
    """Add the command."""

    @command(app, "diff", formats=("text", "json", "markdown"))
    def diff(
        options: Options,
        *,
        revisions: Annotated[
            str | None,
            typer.Argument(metavar="BASE..HEAD", help="Two revisions; one is compared with the files on disk."),
        ] = None,
    ) -> int:
        """Say what changed in the records, in words: field by field, and what it means.

        Without revisions: what changed on disk since the last commit. A..B compares two revisions, A...B what B changed
        since it left A. Layout and the order of lists are no changes. Exits with 1 when the change brings an error.

        With --format markdown it is a comment for a pull request: nothing in it is alive, and unless --audience says
        otherwise it is for the partnership, so that of a restricted record only its id and the fields are named.

        Examples: lif diff; lif diff main...HEAD --format markdown; lif diff 2025-report..main --format json
        """
        from lif.diagnostics.code import Severity
        from lif.disclosure.comparison import for_readers
        from lif.errors import LifError
        from lif.model.sharing import Sharing
        from lif.rules.selection import fails
        from lif.store.git.compared_states import sides

        if options.at is not None:
            raise LifError("diff compares two revisions; --at names one.", f"Try: lif diff {options.at}")
        default_audience = Sharing.PARTNERSHIP if options.format == "markdown" else Sharing.RESTRICTED
        audience = Sharing(options.audience) if options.audience else default_audience
        states = sides(options.workspace(), revisions, options.watch)
        full = _compare(options, states, audience)
        visible = for_readers(full, states.before.snapshot, states.after.snapshot, audience, states.private)
        typer.echo(_render(options.format, _mask_ids(visible)), nl=False)
        return PROBLEMS if fails((*full.problems, *full.introduced, *full.repeated), Severity.ERROR) else CLEAN


def _compare(options: Options, states: "Sides", audience: "Sharing") -> "Compared":
    """Everything that differs between two states of the records, and what follows from it."""
    from lif.analysis.deadlines.every_deadline import deadlines
    from lif.changes.change import What
    from lif.changes.delta import delta, newly_suspect, shifts, told_alike, turns
    from lif.changes.diff import diff
    from lif.changes.themes import themes_touched
    from lif.disclosure.audience import for_audience
    from lif.disclosure.comparison import Compared
    from lif.model.sharing import Sharing
    from lif.rules.change_rule import told_once
    from lif.rules.codes import CHANGE_RULES
    from lif.store.load.judge import in_place, judged_change, unplaced

    before, after = states.before, states.after
    changes = diff(before.snapshot, after.snapshot)
    problems = judged_change(before, after, changes, options.today)
    differences = delta(unplaced(before, options.today), unplaced(after, options.today), changes)
    appeared, disappeared = in_place(differences.introduced, after), in_place(differences.resolved, before)
    introduced, repeated = told_once(appeared, problems, CHANGE_RULES, after.snapshot)
    visible_before, visible_after = (for_audience(state.snapshot, audience)[0] for state in (before, after))
    all_shifts = shifts(
        deadlines(before.snapshot, options.today), deadlines(after.snapshot, options.today), changes.moves
    )
    visible_shifts = all_shifts
    if audience is not Sharing.RESTRICTED:
        visible_shifts = shifts(
            deadlines(visible_before, options.today), deadlines(visible_after, options.today), changes.moves
        )
    return Compared(
        base=states.base,
        head=states.head,
        records=changes.records,
        problems=problems,
        introduced=introduced,
        repeated=repeated,
        resolved=disappeared,
        turns=turns(
            visible_before, visible_after, options.today, themes_touched(before.snapshot, after.snapshot, changes)
        ),
        shifts=told_alike(all_shifts, visible_shifts),
        suspect=newly_suspect(before.snapshot, after.snapshot),
        only_laid_out=states.differing - len(changes.of(What.CHANGED)) - len(changes.following),
        following=len(changes.following),
        documents=_documents_to_check(options, states, changes, visible_before, visible_after),
    )


def _documents_to_check(
    options: Options, states: "Sides", changes: "Changes", before: "Snapshot", after: "Snapshot"
) -> "tuple[Aged, ...]":
    """Documents beside the records that the change left as they are, and that may be out of date now."""
    from lif.changes.documents import aged
    from lif.output.documents.stale import is_ours
    from lif.store.git.tracked_documents import left_alone

    if not changes.records:
        return ()
    unchanged = left_alone(options.workspace().root, *states.commits)
    return aged(changes, before, after, {path: text for path, text in unchanged if is_ours(text)})


def _mask_ids(compared: "Compared") -> "Compared":
    """The comparison with masked ids, for an id can contain a name too."""
    from dataclasses import replace

    from lif.privacy.mask import masked_path

    records = (replace(record, id=masked_path(record.id), was=masked_path(record.was)) for record in compared.records)
    shifts = (replace(shift, record=masked_path(shift.record)) for shift in compared.shifts)
    documents = (
        replace(document, path=masked_path(document.path), names=tuple(map(masked_path, document.names)))
        for document in compared.documents
    )
    return replace(compared, records=tuple(records), shifts=tuple(shifts), documents=tuple(documents))


def _render(output_format: str, compared: "Compared") -> str:
    from lif.output.comments.change_comment import compared_comment
    from lif.output.comments.change_json import compared_json
    from lif.output.text.change import compared_text

    return {"text": compared_text, "markdown": compared_comment, "json": compared_json}[output_format](compared)
