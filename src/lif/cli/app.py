"""The program: its commands, and what happens when something breaks."""

import os
import sys
import tempfile
import traceback
from importlib import import_module
from typing import Annotated

import typer

from lif.cli.options import before_any_command
from lif.errors import LifError

COMMANDS = (
    "init",
    "check",
    "new",
    "set_",
    "move",
    "accept",
    "fmt",
    "list_",
    "show",
    "trace",
    "due",
    "triangulate",
    "decide",
    "principles",
    "report",
    "brief",
    "why",
    "templates",
    "diff",
    "schema",
    "explain",
)
"""Every command's module, in the order of the help."""

app = typer.Typer(
    name="lif",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="Learning and improvement records of a safeguarding children partnership: checked, triangulated, reported.",
    epilog="Examples: lif check; lif triangulate --theme neglect; lif report annual --year 2018-19",
)


def _version(asked: bool) -> None:  # noqa: FBT001 - typer's own calling convention
    if asked:
        from importlib.metadata import version

        typer.echo(f"lif {version('lif-toolkit')}")
        raise typer.Exit


_VERSION = Annotated[
    bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version this is.")
]
before_any_command(app, version=_VERSION)
for _name in COMMANDS:
    import_module(f"lif.cli.{_name}").register(app)


def main() -> None:
    """Run the command line and exit with 0, 1, 2, 3 or 130."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except LifError as stopped:
        from lif.output.terminal import show

        typer.echo(show(f"lif: {stopped.message}" + (f" {stopped.hint}" if stopped.hint else "")), err=True)
        sys.exit(stopped.exit_code)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as bug:  # noqa: BLE001 - the one place where a bug is caught, to write it down
        _crashed(bug)
        sys.exit(3)


def _crashed(bug: Exception) -> None:
    """Write a crash file: versions, command and code lines, never the text of a record."""
    from importlib.metadata import version

    lines = [
        f"lif {version('lif-toolkit')}, Python {sys.version.split()[0]}, {sys.platform}",
        f"command: lif {sys.argv[1] if len(sys.argv) > 1 else ''}",
        f"{type(bug).__name__} (its message is left out: it could hold text of a record)",
        *traceback.format_tb(bug.__traceback__),
    ]
    handle, path = tempfile.mkstemp(prefix="lif-crash-", suffix=".txt", text=True)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write("\n".join(lines))
    says = f"lif: this is a fault of lif, not of your records. Details without any record text are in {path}"
    typer.echo(says, err=True)
