"""`lif check`: every record against every rule."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from lif.cli.exits import CLEAN, PROBLEMS
from lif.cli.options import Options, command

if TYPE_CHECKING:
    from lif.diagnostics.diagnostic import Diagnostic


def register(app: typer.Typer) -> None:
    """Add the command."""

    @command(app, "check", formats=("text", "json"))
    def check(
        options: Options,
        *,
        paths: Annotated[list[Path] | None, typer.Argument(help="Only these files or folders.")] = None,
        staged: Annotated[bool, typer.Option("--staged", help="What the next commit would bring; for hooks.")] = False,
        every: Annotated[bool, typer.Option("--all", help="List each one, not three examples of each rule.")] = False,
        select: Annotated[str | None, typer.Option(help="Only codes that begin so: LIF3, or LIF502,LIF512.")] = None,
        fail_on: Annotated[
            Literal["error", "warning", "note"], typer.Option(help="What makes the check fail.")
        ] = "error",
    ) -> int:
        """Check every record and say what is wrong, where, why it matters and what to do.

        With --staged it reads what git has been told to commit, not the files on disk. It tells everything that is
        wrong in the files that the commit changes, and in all others only what the commit itself makes wrong.

        Examples: lif check; lif check records/actions; lif check --all --select LIF5; lif check --staged
        """
        from lif.cli.paths import inside
        from lif.diagnostics.code import Severity
        from lif.output.registry import FORMATS
        from lif.rules.selection import chosen, fails, within

        root = options.workspace().root
        files, found = _staged(options) if staged else _every(options)
        places = inside(root, paths or [], files)
        shown = chosen(found, tuple(select.split(",")) if select else (), places)
        looked_at = sum(not places or within(file, places) for file in files)
        typer.echo(FORMATS[options.format].render(shown, looked_at, every=every), nl=False)
        return PROBLEMS if fails(shown, Severity(fail_on)) else CLEAN


_Checked = tuple[tuple[str, ...], "tuple[Diagnostic, ...]"]
"""The files that were looked at, and what is wrong."""


def _every(options: Options) -> _Checked:
    from lif.store.judge import judged

    loaded = options.loaded(say_what_is_left_out=False)
    return tuple(loaded.files), judged(loaded, options.today)


def _staged(options: Options) -> _Checked:
    from lif.errors import LifError
    from lif.store.pending import pending

    if options.at is not None:
        raise LifError("--staged and --at ask for two things.", "Leave one of them out.")
    commit = pending(options.workspace().root, options.today)
    return tuple(path for path in commit.loaded.files if path in commit.changed), commit.diagnostics
