"""`lif diff`: what changed in the records, what follows from it, and which problems are new or resolved."""

from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli.exits import CLEAN, PROBLEMS
from lif.cli.options import Options, command

if TYPE_CHECKING:
    from lif.changes.change import Changes
    from lif.changes.documents import OutdatedDocument
    from lif.disclosure.comparison import RecordComparison
    from lif.model.sharing import Sharing
    from lif.model.snapshot import Snapshot
    from lif.store.git.compared_states import ComparedStates


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
        """Say what changed in the records, in words.

        Field by field, and what it means.

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
        from lif.rules.selection import reaches_threshold
        from lif.store.git.compared_states import load_states

        if options.at is not None:
            raise LifError("diff compares two revisions; --at names one.", f"Try: lif diff {options.at}")
        default_audience = Sharing.PARTNERSHIP if options.format == "markdown" else Sharing.RESTRICTED
        audience = Sharing(options.audience) if options.audience else default_audience
        states = load_states(options.workspace(), revisions, options.watch)
        full = _compare(options, states, audience)
        visible = for_readers(full, states.before.snapshot, states.after.snapshot, audience, states.private)
        options.print_result(_render(options.format, _mask_ids(visible)), options.format)
        return (
            PROBLEMS if reaches_threshold((*full.problems, *full.introduced, *full.repeated), Severity.ERROR) else CLEAN
        )


def _compare(options: Options, states: "ComparedStates", audience: "Sharing") -> "RecordComparison":
    """Everything that differs between two states of the records, and what follows from it."""
    from lif.analysis.deadlines.every_deadline import deadlines
    from lif.changes.change import ChangeKind
    from lif.changes.delta import deadline_shifts, delta, newly_suspect, proposal_changes, shared_shifts
    from lif.changes.diff import diff
    from lif.changes.flips import flips
    from lif.changes.themes import themes_touched
    from lif.disclosure.audience import for_audience
    from lif.disclosure.comparison import RecordComparison
    from lif.model.sharing import Sharing
    from lif.rules.change_rule import split_repeated
    from lif.rules.codes import CHANGE_RULES
    from lif.store.load.judge import judge_change, judge_unplaced, with_positions

    before, after = states.before, states.after
    changes = diff(before.snapshot, after.snapshot)
    problems = judge_change(before, after, changes, options.today)
    differences = delta(judge_unplaced(before, options.today), judge_unplaced(after, options.today), changes)
    appeared, disappeared = with_positions(differences.introduced, after), with_positions(differences.resolved, before)
    introduced, repeated = split_repeated(appeared, problems, CHANGE_RULES, after.snapshot)
    visible_before, visible_after = (for_audience(state.snapshot, audience)[0] for state in (before, after))
    all_shifts = deadline_shifts(
        deadlines(before.snapshot, options.today), deadlines(after.snapshot, options.today), changes.moves
    )
    visible_shifts = all_shifts
    if audience is not Sharing.RESTRICTED:
        visible_shifts = deadline_shifts(
            deadlines(visible_before, options.today), deadlines(visible_after, options.today), changes.moves
        )
    return RecordComparison(
        base=states.base,
        head=states.head,
        records=changes.records,
        problems=problems,
        introduced=introduced,
        repeated=repeated,
        resolved=disappeared,
        proposals=proposal_changes(
            visible_before,
            visible_after,
            options.today,
            themes_touched(before.snapshot, after.snapshot, changes),
            changes.keys.get("theme", {}),
        ),
        flips=flips(visible_before, visible_after, changes.moves, changes.keys.get("practice-standard", {})),
        shifts=shared_shifts(all_shifts, visible_shifts),
        suspect=newly_suspect(before.snapshot, after.snapshot),
        only_laid_out=states.differing - len(changes.of(ChangeKind.CHANGED)) - len(changes.following),
        following=len(changes.following),
        documents=_documents_to_check(options, states, changes, visible_before, visible_after),
    )


def _documents_to_check(
    options: Options, states: "ComparedStates", changes: "Changes", before: "Snapshot", after: "Snapshot"
) -> "tuple[OutdatedDocument, ...]":
    """Documents beside the records that the change left as they are, and that may be out of date now."""
    from lif.changes.documents import outdated_documents
    from lif.output.documents.stale import is_generated
    from lif.store.git.tracked_documents import unchanged_documents

    if not changes.records:
        return ()
    unchanged = unchanged_documents(options.workspace().root, *states.commits)
    return outdated_documents(changes, before, after, {path: text for path, text in unchanged if is_generated(text)})


def _mask_ids(compared: "RecordComparison") -> "RecordComparison":
    """The comparison with masked ids, for an id can contain a name too."""
    from dataclasses import replace

    from lif.privacy.mask import mask_path

    records = (replace(record, id=mask_path(record.id), was=mask_path(record.was)) for record in compared.records)
    shifts = (replace(shift, record=mask_path(shift.record)) for shift in compared.shifts)
    documents = (
        replace(document, path=mask_path(document.path), names=tuple(map(mask_path, document.names)))
        for document in compared.documents
    )
    flips = (replace(flip, record=mask_path(flip.record)) for flip in compared.flips)
    return replace(
        compared, records=tuple(records), shifts=tuple(shifts), documents=tuple(documents), flips=tuple(flips)
    )


def _render(output_format: str, compared: "RecordComparison") -> str:
    from lif.output.comments.change_comment import compared_comment
    from lif.output.comments.change_json import compared_json
    from lif.output.text.change import compared_text

    return {"text": compared_text, "markdown": compared_comment, "json": compared_json}[output_format](compared)
