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
        from dataclasses import replace

        from lif.cli.comparison import compare_states, mask_ids
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
        changes, full = compare_states(options, states, audience)
        full = replace(full, documents=_documents_to_check(options, states, changes, audience))
        visible = for_readers(full, states.before.snapshot, states.after.snapshot, audience, states.private)
        options.print_result(_render(options.format, mask_ids(visible)), options.format)
        return (
            PROBLEMS if reaches_threshold((*full.problems, *full.introduced, *full.repeated), Severity.ERROR) else CLEAN
        )


def _documents_to_check(
    options: Options, states: "ComparedStates", changes: "Changes", audience: "Sharing"
) -> "tuple[OutdatedDocument, ...]":
    """Documents beside the records that the change left as they are, and that may be out of date now."""
    from lif.changes.documents import outdated_documents
    from lif.disclosure.audience import for_audience
    from lif.output.documents.stale import is_generated
    from lif.store.git.tracked_documents import unchanged_documents

    if not changes.records:
        return ()
    before, after = (for_audience(state.snapshot, audience)[0] for state in (states.before, states.after))
    unchanged = unchanged_documents(options.workspace().root, *states.commits)
    return outdated_documents(changes, before, after, {path: text for path, text in unchanged if is_generated(text)})


def _render(output_format: str, compared: "RecordComparison") -> str:
    from lif.output.comments.change_comment import compared_comment
    from lif.output.comments.change_json import compared_json
    from lif.output.text.change import compared_text

    return {"text": compared_text, "markdown": compared_comment, "json": compared_json}[output_format](compared)
