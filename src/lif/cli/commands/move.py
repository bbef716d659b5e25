"""`lif move`: rename a record or an item, and rewrite every citation of it."""

from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli.options import Options, command
from lif.cli.startup.completion import record_ids

if TYPE_CHECKING:
    from lif.store.write.named_in_text import TextPlace


def register(app: typer.Typer) -> None:
    """Add the command."""

    @command(app, "move", writes=True)
    def move(
        options: Options,
        *,
        record: Annotated[
            str, typer.Argument(help="Any unique part of its id, or ID#KEY for an item.", autocompletion=record_ids)
        ],
        new: Annotated[str, typer.Argument(help="The new name: 2019-early-help; for an item, its new key.")],
        dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change; write nothing.")] = False,
    ) -> int:
        """Rename a record or an item, and every citation of it.

        All citations are rewritten, or none.

        Where free text names the old id, it says in which lines: text is left to you.

        Agencies, groups and themes are items of the partnership record: partnership#police.

        Examples: lif move findings/early-help 2019-early-help; lif move reviews/2019-x#schools schools-at-heart
        """
        from lif.cli.exits import CLEAN
        from lif.cli.prompts.drafts import print_result, refuse
        from lif.model.naming import named
        from lif.model.reference import RecordRef
        from lif.store.write.draft import Draft
        from lif.store.write.named_in_text import named_in_text
        from lif.store.write.rename import new_id, rename_item, rename_record
        from lif.store.write.writer import write

        workspace = options.workspace()
        loaded = options.loaded(workspace, say_what_is_left_out=False)
        part, key = RecordRef.parse(record)
        old = named([*loaded.snapshot.entries, *loaded.snapshot.broken], part)
        renaming = (
            rename_item(loaded, old, key, new.rpartition("#")[2])
            if key
            else rename_record(loaded, old, new_id(old, new))
        )
        draft = Draft({change.path: change.after for change in renaming.changes}, {renaming.old: renaming.new})
        verdict = draft.judged(loaded, options.today)
        if verdict.errors:
            return refuse(options, verdict.errors, f"{renaming.old} keeps its name.")
        in_text = named_in_text(renaming.old, loaded.files, renaming.changes)
        if not dry_run:
            write(workspace.root, renaming.changes)
        print_result(
            options,
            _summary(renaming.old, renaming.new, renaming.citing, dry_run=dry_run) + _texts(renaming.old, in_text),
            written=not dry_run,
            old=renaming.old,
            new=renaming.new,
            rewritten=list(renaming.citing),
            named_in_text=[{"path": place.path, "line": place.line} for place in in_text],
        )
        return CLEAN


def _summary(old: str, new: str, citing: tuple[str, ...], *, dry_run: bool) -> str:
    from lif.output.text.terminal import count_noun

    head = f"Would move {old} to {new}" if dry_run else f"Moved {old} to {new}"
    if not citing:
        return f"{head}; nothing else cites it."
    verb = "Would rewrite" if dry_run else "Rewrote"
    return "\n".join(
        [
            head,
            f"{verb} its citations in {count_noun(len(citing), 'record')}:",
            *(f"    {citing_id}" for citing_id in citing),
        ]
    )


def _texts(old: str, places: "tuple[TextPlace, ...]") -> str:
    """The lines whose text still names the old id."""
    if not places:
        return ""
    return "\n".join(["", f"Text still names {old}; change it by hand:", *(f"    {place}" for place in places)])
