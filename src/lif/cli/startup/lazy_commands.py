"""The commands of the program; the module of each is imported when somebody asks for it."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from lif.cli.options import before_any_command
from lif.version import VERSION

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
    "doctor",
)
"""Every command's module, in the order of the help."""

_PLAIN: dict[str, Any] = {"rich_markup_mode": None, "pretty_exceptions_enable": False}
_MODULES = {module.rstrip("_"): module for module in COMMANDS}


@cache
def _command(name: str) -> Any:
    """What typer makes of a command's module."""
    alone = typer.Typer(**_PLAIN, add_completion=False)
    import_module(f"lif.cli.commands.{_MODULES[name]}").register(alone)
    return typer.main.get_command(alone)


class _Commands(Mapping[str, Any]):
    """Every command by its name, made when it is looked up."""

    def __getitem__(self, name: str) -> Any:
        if name not in _MODULES:
            raise KeyError(name)
        return _command(name)

    def __iter__(self) -> Iterator[str]:
        return iter(_MODULES)

    def __len__(self) -> int:
        return len(_MODULES)


class _Program(TyperGroup):
    """A group that knows the names of its commands before it has any of them."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**{**given, "commands": _Commands()})

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - typer's own calling convention
        return list(self.commands)


def _version(asked: bool) -> None:  # noqa: FBT001 - typer's own calling convention
    if asked:
        typer.echo(f"lif {VERSION}")
        raise typer.Exit


app = typer.Typer(
    **_PLAIN,
    name="lif",
    cls=_Program,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="Learning and improvement records of a safeguarding children partnership: checked, triangulated, reported.",
    epilog="Examples: lif check; lif triangulate --theme neglect; lif report annual --year 2018-19",
)
before_any_command(
    app,
    version=Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version this is.")
    ],
)
