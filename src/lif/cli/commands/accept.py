"""`lif accept`: confirm that evidence still holds although its source changed after it was cited."""

from typing import Annotated, Any

import typer

from lif.cli.options import Options, command
from lif.cli.startup.completion import record_ids


def register(app: typer.Typer) -> None:
    """Add the command."""

    @command(app, "accept", writes=True)
    def accept(  # noqa: PLR0913 - the options of a command
        options: Options,
        *,
        record: Annotated[str, typer.Argument(help="Any unique part of its id.", autocompletion=record_ids)],
        by: Annotated[str, typer.Option(help="Who read it again: a role or group, never a name.")],
        because: Annotated[str, typer.Option(help="Why it still holds.")],
        source: Annotated[str, typer.Option(help="Only what it cites under an id with this part.")] = "",
        every: Annotated[bool, typer.Option("--all", help="Also what nobody has looked at yet.")] = False,
        dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change; write nothing.")] = False,
    ) -> int:
        """Say that evidence still holds after its source changed.

        LIF551 asks for it: a record that was cited is no longer what it was.

        It writes down beside the evidence what is there now, who read it again, when and why it holds. With --all also
        for evidence that nobody has looked at in this way yet.

        Example: lif accept 2026-child-voice --by "Chair of the group" --because "Only its wording was made clearer"
        """
        from lif.changes.change import part_at
        from lif.changes.suspect import Trust, evidence_of
        from lif.cli.exits import CLEAN, PROBLEMS
        from lif.cli.prompts.drafts import print_diagnostics, print_result, refuse
        from lif.cli.prompts.resolve_words import find_entry
        from lif.errors import LifError
        from lif.store.load.positions import path_of
        from lif.store.write.draft import Draft
        from lif.store.write.edit import rewrite
        from lif.store.write.writer import Change, write
        from lif.store.yaml.parse import parse

        workspace = options.workspace()
        loaded = options.loaded(workspace, say_what_is_left_out=False)
        entry = find_entry(loaded.snapshot, record)
        cited = [
            citation for citation in evidence_of(loaded.snapshot, entry) if source in citation.target and citation.now
        ]
        unreviewed = [citation for citation in cited if citation.trust is Trust.UNREVIEWED]
        chosen = [citation for citation in cited if citation.trust is Trust.SUSPECT] + (unreviewed if every else [])
        if not chosen:
            hint = f"{len(unreviewed)} was never looked at: --all" if unreviewed else f"See: lif show {entry.id}"
            raise LifError(f"Nothing that {entry.id} cites has changed since.", hint, exit_code=PROBLEMS)
        path = path_of(entry.id)
        data = loaded.files[path]
        new_tree: Any = parse(data).tree
        for citation in chosen:
            part: Any = part_at(new_tree, citation.at)
            part["seen"] = citation.now
            part["accepted"] = {"by": by, "date": str(options.today), "because": because}
        after = rewrite(data, new_tree, entry.kind)
        verdict = Draft({path: after}).judged(loaded, options.today)
        if verdict.errors:
            return refuse(options, verdict.errors, f"{entry.id} stays as it was.")
        if not dry_run:
            write(workspace.root, [Change(path, data, after, new_tree)])
        print_diagnostics(verdict.warnings)
        head = f"{'Would accept' if dry_run else 'Accepted'} in {entry.id}, by {by}:"
        lines = [head, *(f"    {citation.target}" for citation in chosen)]
        print_result(
            options,
            "\n".join(lines),
            written=not dry_run,
            id=entry.id,
            accepted=[citation.target for citation in chosen],
            by=by,
        )
        return CLEAN
