"""`lif fmt`: lay out every record in one canonical form."""

from pathlib import Path
from typing import Annotated

import typer

from lif.cli.options import Options, command


def register(app: typer.Typer) -> None:
    """Add the command."""

    @command(app, "fmt", writes=True)
    def fmt(
        options: Options,
        *,
        paths: Annotated[list[Path] | None, typer.Argument(help="Only these files or folders.")] = None,
        check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 if a file would change.")] = False,
        dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change; write nothing.")] = False,
    ) -> int:
        """Lay out records in one way.

        The order of fields, two spaces a step, quotes only where needed.

        What the records say, and every comment, stays. A file that cannot be read is left as it is and named.

        Examples: lif fmt; lif fmt --check; lif fmt records/actions
        """
        from lif.cli.exits import CLEAN, PROBLEMS
        from lif.cli.paths import workspace_paths
        from lif.cli.prompts.drafts import print_result
        from lif.errors import LifError
        from lif.model.registry import kind_of
        from lif.output.text.terminal import safe_text
        from lif.privacy.mask import mask_names, mask_path
        from lif.store.write.writer import Change, write
        from lif.store.yaml.layout import format_record
        from lif.store.yaml.parse import parse

        workspace = options.workspace()
        loaded = options.loaded(workspace, say_what_is_left_out=False)
        chosen = workspace_paths(workspace.root, paths or [])
        changed, skipped = [], []
        for path, data in loaded.files.items():
            kind = kind_of(path.removeprefix("records/").removesuffix(".yaml"))
            if kind is None or (
                chosen and not any(path == chosen_path or path.startswith(f"{chosen_path}/") for chosen_path in chosen)
            ):
                continue
            try:
                after = format_record(data, kind)
            except LifError as error:
                skipped.append(
                    {"path": mask_path(path), "because": mask_names(error.message), "hint": mask_names(error.hint)}
                )
                continue
            if after == data:
                continue
            changed.append(mask_path(path))
            if not (check or dry_run):
                write(workspace.root, [Change(path, data, after, parse(data).tree)])
        for skipped_file in skipped:
            typer.echo(
                safe_text(
                    f"lif: left as it is: {skipped_file['path']}: {skipped_file['because']}. {skipped_file['hint']}"
                ),
                err=True,
            )
        writes = not (check or dry_run)
        print_result(
            options,
            _summary(changed, len(loaded.files), writes=writes),
            written=writes,
            changed=changed,
            skipped=skipped,
        )
        return PROBLEMS if check and (changed or skipped) else CLEAN


def _summary(changed: list[str], total: int, *, writes: bool) -> str:
    from lif.output.text.terminal import count_noun, safe_text

    if not changed:
        return f"{count_noun(total, 'record')}: each is laid out as it should be."
    head = f"{'Laid out' if writes else 'Would lay out'} {count_noun(len(changed), 'record')} of {total:,}:"
    return "\n".join([head, *(f"    {safe_text(path)}" for path in changed)])
