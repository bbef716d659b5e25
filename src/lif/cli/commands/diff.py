"""`lif diff`: what changed, what it means, which problems came and which went."""

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
        usual = Sharing.PARTNERSHIP if options.format == "markdown" else Sharing.RESTRICTED
        audience = Sharing(options.audience) if options.audience else usual
        read = sides(options.workspace(), revisions, options.watch)
        whole = _compared(options, read, audience)
        told = for_readers(whole, read.before.snapshot, read.after.snapshot, audience, read.private)
        typer.echo(_written(options.format, _masked(told)), nl=False)
        return PROBLEMS if fails((*whole.problems, *whole.introduced, *whole.repeated), Severity.ERROR) else CLEAN


def _compared(options: Options, read: "Sides", audience: "Sharing") -> "Compared":
    """Everything that is different, and what follows from it."""
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

    before, after = read.before, read.after
    changes = diff(before.snapshot, after.snapshot)
    problems = judged_change(before, after, changes, options.today)
    found = delta(unplaced(before, options.today), unplaced(after, options.today), changes)
    came, went = in_place(found.introduced, after), in_place(found.resolved, before)
    introduced, repeated = told_once(came, problems, CHANGE_RULES, after.snapshot)
    seen_before, seen_after = (for_audience(one.snapshot, audience)[0] for one in (before, after))
    whole = shifts(deadlines(before.snapshot, options.today), deadlines(after.snapshot, options.today), changes.moves)
    view = whole
    if audience is not Sharing.RESTRICTED:
        view = shifts(deadlines(seen_before, options.today), deadlines(seen_after, options.today), changes.moves)
    return Compared(
        base=read.base,
        head=read.head,
        records=changes.records,
        problems=problems,
        introduced=introduced,
        repeated=repeated,
        resolved=went,
        turns=turns(seen_before, seen_after, options.today, themes_touched(before.snapshot, after.snapshot, changes)),
        shifts=told_alike(whole, view),
        suspect=newly_suspect(before.snapshot, after.snapshot),
        only_laid_out=read.differing - len(changes.of(What.CHANGED)) - len(changes.following),
        following=len(changes.following),
        documents=_documents(options, read, changes, seen_before, seen_after),
    )


def _documents(
    options: Options, read: "Sides", changes: "Changes", before: "Snapshot", after: "Snapshot"
) -> "tuple[Aged, ...]":
    """Documents beside the records that were left as they are, and may say something else now."""
    from lif.changes.documents import aged
    from lif.output.documents.stale import is_ours
    from lif.store.git.tracked_documents import left_alone

    if not changes.records:
        return ()
    kept = left_alone(options.workspace().root, *read.commits)
    return aged(changes, before, after, {path: text for path, text in kept if is_ours(text)})


def _masked(told: "Compared") -> "Compared":
    """Ids are part of what is shown, and may hold a name themselves."""
    from dataclasses import replace

    from lif.privacy.mask import masked_path

    records = (replace(one, id=masked_path(one.id), was=masked_path(one.was)) for one in told.records)
    shifts = (replace(one, record=masked_path(one.record)) for one in told.shifts)
    documents = (
        replace(one, path=masked_path(one.path), names=tuple(map(masked_path, one.names))) for one in told.documents
    )
    return replace(told, records=tuple(records), shifts=tuple(shifts), documents=tuple(documents))


def _written(form: str, told: "Compared") -> str:
    from lif.output.comments.change_comment import compared_comment
    from lif.output.comments.change_json import compared_json
    from lif.output.text.change import compared_text

    return {"text": compared_text, "markdown": compared_comment, "json": compared_json}[form](told)
