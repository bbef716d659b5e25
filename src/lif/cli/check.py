"""`lif check`: every record against every rule."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from lif.cli.exits import CLEAN, PROBLEMS
from lif.cli.options import Options, command


def register(app: typer.Typer) -> None:
    """Add the command."""

    @command(app, "check", formats=("text", "json"))
    def check(
        options: Options,
        *,
        paths: Annotated[list[Path] | None, typer.Argument(help="Only these files or folders.")] = None,
        every: Annotated[bool, typer.Option("--all", help="List each one, not three examples of each rule.")] = False,
        select: Annotated[str | None, typer.Option(help="Only codes that begin so: LIF3, or LIF502,LIF512.")] = None,
        fail_on: Annotated[
            Literal["error", "warning", "note"], typer.Option(help="What makes the check fail.")
        ] = "error",
    ) -> int:
        """Check every record and say what is wrong, where, why it matters and what to do.

        Examples: lif check; lif check records/actions; lif check --all --select LIF5
        """
        from lif.cli.paths import inside
        from lif.diagnostics.code import Severity
        from lif.output.registry import FORMATS
        from lif.rules.engine import run
        from lif.rules.registry import RULES
        from lif.rules.rule import Question
        from lif.rules.selection import chosen, fails, weigh, within
        from lif.store.load import place

        workspace = options.workspace()
        loaded = options.loaded(workspace, say_what_is_left_out=False)
        problems = run(Question(loaded.snapshot, options.today), RULES)
        found = (*loaded.diagnostics, *place(problems, loaded.files))
        weighed = weigh(found, loaded.snapshot.partnership)
        places = inside(workspace.root, paths or [])
        shown = chosen(weighed, tuple(select.split(",")) if select else (), places)
        looked_at = sum(not places or within(file, places) for file in loaded.files)
        typer.echo(FORMATS[options.format].render(shown, looked_at, every=every), nl=False)
        return PROBLEMS if fails(shown, Severity(fail_on)) else CLEAN
