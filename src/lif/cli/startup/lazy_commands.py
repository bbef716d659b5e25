"""Lazy loading of the commands: the module of a command is imported when the command is used."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from lif.cli.options import Options, add_shared_options
from lif.version import VERSION

GROUPS = {
    "Write": ("new", "set_", "move", "import_", "accept", "fmt"),
    "Look": ("check", "list_", "show", "trace", "due"),
    "Ask": ("triangulate", "decide", "principles"),
    "Report": ("report", "brief", "export", "why", "templates"),
    "Review changes": ("diff",),
    "Set up": ("init", "schema", "explain", "doctor"),
}
"""The module of every command, by what people want to do, in the order of the help."""
COMMANDS = tuple(module for modules in GROUPS.values() for module in modules)

_LONGEST_SUMMARY = 64
_TYPER_SETTINGS: dict[str, Any] = {"rich_markup_mode": None, "pretty_exceptions_enable": False}
_MODULES = {module.rstrip("_"): module for module in COMMANDS}


@cache
def _command(name: str) -> Any:
    """The click command that typer builds from the module of a command."""
    command_app = typer.Typer(**_TYPER_SETTINGS, add_completion=False)
    import_module(f"lif.cli.commands.{_MODULES[name]}").register(command_app)
    return typer.main.get_command(command_app)


class _Commands(Mapping[str, Any]):
    """The commands by name; each is built when it is looked up."""

    def __getitem__(self, name: str) -> Any:
        if name not in _MODULES:
            raise KeyError(name)
        return _command(name)

    def __iter__(self) -> Iterator[str]:
        return iter(_MODULES)

    def __len__(self) -> int:
        return len(_MODULES)


class _Program(TyperGroup):
    """A command group that knows the names of its commands without importing them."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{**settings, "commands": _Commands()})

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - typer's own calling convention
        return list(self.commands)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the commands in groups, each with its summary whole."""
        widest = max(len(name) for name in self.commands)
        for heading, modules in GROUPS.items():
            rows = []
            for module in modules:
                name = module.rstrip("_")
                command = self.get_command(ctx, name)
                rows.append((name.ljust(widest), command.get_short_help_str(_LONGEST_SUMMARY) if command else ""))
            with formatter.section(heading):
                formatter.write_dl(rows)


def _print_version(is_wanted: bool) -> None:  # noqa: FBT001 - typer's own calling convention
    if is_wanted:
        typer.echo(f"lif {VERSION}")
        raise typer.Exit


def _without_command(context: typer.Context, options: Options) -> None:
    from lif.cli.startup.no_command import say_what_is_here

    say_what_is_here(context, options)


app = typer.Typer(
    **_TYPER_SETTINGS,
    name="lif",
    cls=_Program,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="Learning and improvement records of a safeguarding children partnership: checked, triangulated, reported.",
    epilog="Examples: lif check; lif triangulate --theme neglect; lif report annual --year 2018-19",
)
add_shared_options(
    app,
    _without_command,
    version=Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Say which version this is.")
    ],
)
