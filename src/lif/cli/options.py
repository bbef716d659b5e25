"""Shared options, which every command takes before its name or after it."""

import functools
import inspect
import re
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar, get_args

import typer

from lif.cli.exits import PROBLEMS
from lif.errors import LifError

if TYPE_CHECKING:
    from lif.model.sharing import Sharing
    from lif.model.snapshot import Snapshot
    from lif.model.view import View
    from lif.store.load.load import Loaded
    from lif.store.workspace import Workspace

T = TypeVar("T")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_AUDIENCE = Literal["restricted", "partnership", "public"]
SHARED: dict[str, Any] = {
    "directory": Annotated[
        Path | None, typer.Option("-C", metavar="DIR", help="Work in this folder instead of the one you are in.")
    ],
    "at": Annotated[
        str | None, typer.Option("--at", metavar="REV", help="Read the records of a revision in git: main, 3f2a91c.")
    ],
    "today": Annotated[
        str | None, typer.Option("--today", metavar="DATE", help="Take this day for today: 2019-11-05.")
    ],
    "audience": Annotated[_AUDIENCE | None, typer.Option("--audience", help="Show only what they may see.")],
    "no_cache": Annotated[
        bool, typer.Option("--no-cache", help="Read every record anew, and keep nothing for the next time.")
    ],
    "quiet": Annotated[bool, typer.Option("--quiet", help="Say nothing but the result.")],
    "no_color": Annotated[bool, typer.Option("--no-color", help="No colours.")],
}
"""The shared options, by the name of their parameter."""


@dataclass(frozen=True, slots=True)
class Options:
    """The shared options of one call."""

    directory: Path
    at: str | None
    today: date
    format: str
    audience: str | None
    quiet: bool
    moment: int = 0
    """When the command began, in nanoseconds since the epoch."""
    remembers: bool = False
    in_colour: bool = True

    @property
    def width(self) -> int | None:
        """The width of the terminal that the result is printed on; None where it is piped on."""
        from shutil import get_terminal_size

        return get_terminal_size().columns if sys.stdout.isatty() else None

    def print_text(self, text: str) -> None:
        """Print a result for people: as wide as the terminal and in colour; piped on, as it is."""
        if not sys.stdout.isatty():
            typer.echo(text, nl=False)
            return
        from lif.output.text.screen import print_on_screen

        print_on_screen(text, sys.stdout, in_colour=self.in_colour)

    def print_result(self, result: str, written_as: str) -> None:
        """Print a result in the format it was written in; only text for people is fitted to the terminal."""
        if written_as == "text":
            self.print_text(result)
        else:
            typer.echo(result, nl=False)

    def workspace(self) -> "Workspace":
        """The workspace that the folder lies in."""
        from lif.store.workspace import Workspace

        return Workspace.find(self.directory, remembers=self.remembers)

    def watch(self, files: Iterable[T]) -> Iterable[T]:
        """Pass the files on one by one, while a line on a terminal shows how many were read so far."""
        from lif.cli.progress import show_progress

        return show_progress(files, "reading records", quiet=self.quiet)

    def loaded(self, workspace: "Workspace | None" = None, *, say_what_is_left_out: bool = True) -> "Loaded":
        """All records. Prints on stderr how many could not be read, so that no count is taken for complete.

        Raises `LifError` where there is no record.
        """
        loaded = (workspace or self.workspace()).load(self.at, self.watch)
        if not loaded.files and self.at is not None:
            raise LifError(f"No record found in {self.at}.", "Name a revision that holds some.", exit_code=PROBLEMS)
        if not loaded.files:
            raise LifError("No record found.", "Write the first one: lif new partnership", exit_code=PROBLEMS)
        count = len(loaded.snapshot.broken)
        if count and say_what_is_left_out and not self.quiet:
            says = "1 record has errors and is" if count == 1 else f"{count} records have errors and are"
            typer.echo(f"lif: {says} left out of what follows; lif check says what is wrong.", err=True)
        return loaded

    def whole(self, loaded: "Loaded | None" = None) -> "Snapshot":
        """All sound records but those that hold personal data, which are never shown; prints their number on stderr."""
        from lif.store.privacy.gate import without_private_records

        snapshot, count = without_private_records(loaded or self.loaded(), self.today)
        if count and not self.quiet:
            says = "1 record holds" if count == 1 else f"{count} records hold"
            typer.echo(f"lif: {says} personal data and cannot be shown; lif check --select LIF6 says where.", err=True)
        return snapshot

    def view(self, audience: "Sharing | None" = None) -> "View":
        """The sound records as they stood on the day, as far as the audience may see them: the one `--audience` names.

        A command that writes for others passes the audience itself.
        """
        from lif.disclosure.view_of import view_of
        from lif.model.sharing import Sharing

        view = view_of(self.whole(), self.today, audience or Sharing(self.audience or Sharing.RESTRICTED))
        if view.later and not self.quiet:
            says = "1 record is" if len(view.later) == 1 else f"{len(view.later)} records are"
            typer.echo(f"lif: {says} dated after {self.today} and left out: {_some(view.later)}", err=True)
        return view


_MOST_NAMED = 3


def _some(ids: tuple[str, ...]) -> str:
    """The first ids, and how many more there are."""
    more = f" and {len(ids) - _MOST_NAMED} more" if len(ids) > _MOST_NAMED else ""
    return f"{', '.join(ids[:_MOST_NAMED])}{more}"


def day_or_today(text: str | None) -> date:
    """The day named by `--today`, or the current day; the only function that reads the clock.

    Raises `LifError` for text that is not a day.
    """
    if text is None:
        return datetime.now().astimezone().date()
    try:
        return datetime.strptime(text, "%Y-%m-%d").date() if _DAY.fullmatch(text) else date(0, 0, 0)  # noqa: DTZ007
    except ValueError:
        raise LifError(f'I don\'t know the day "{text}".', "A day is written year-month-day: 2019-11-05") from None


def _merge_options(before: dict[str, Any], after: dict[str, Any], default_format: str) -> Options:
    """Merge the shared options; those given after the command win over those given before it."""
    given = {**before, **{name: value for name, value in after.items() if value not in {None, False}}}
    return Options(
        directory=given.get("directory") or Path(),
        at=given.get("at"),
        today=day_or_today(given.get("today")),
        format=given.get("format") or default_format,
        audience=given.get("audience"),
        quiet=bool(given.get("quiet")),
        moment=time.time_ns(),
        remembers=not given.get("no_cache"),
        in_colour=not given.get("no_color"),
    )


def _keyword_parameter(name: str, annotation: Any) -> inspect.Parameter:
    default: Any = False if get_args(annotation)[0] is bool else None
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def command(
    app: typer.Typer, name: str, *, formats: tuple[str, ...] = ("text", "json"), writes: bool = False
) -> Callable[[Callable[..., int | None]], Callable[..., None]]:
    """Register a command; its function takes `options` first and returns its exit code, None for 0.

    A command that `writes` works on the records as they stand on disk, so it refuses `--at`.
    """

    def register(function: Callable[..., int | None]) -> Callable[..., None]:
        own_parameters = list(inspect.signature(function).parameters.values())[1:]
        shared = {**SHARED, **_format_option(formats)}

        @functools.wraps(function)
        def run(context: typer.Context, **given: Any) -> None:
            after = {key: given.pop(key) for key in shared}
            options = _merge_options(context.obj or {}, after, formats[0])
            if options.format not in formats:
                raise LifError(f"{name} has no format `{options.format}`.", f"It has: {', '.join(formats)}")
            if writes and options.at is not None:
                raise LifError(f"{name} changes records, and those of a revision cannot be changed.", "Leave out --at.")
            raise typer.Exit(function(options, **given) or 0)

        _set_signature(run, own_parameters, shared)
        app.command(name)(run)
        return run

    return register


def add_shared_options(app: typer.Typer, without_command: Callable[[typer.Context, Options], None], **own: Any) -> None:
    """Let `app` take the shared options before the name of a command, and pass them on to it.

    `without_command` is called where no command is named.
    """

    def keep_options(context: typer.Context, **given: Any) -> None:
        context.obj = {name: value for name, value in given.items() if name not in own}
        if context.invoked_subcommand is None:
            without_command(context, _merge_options(context.obj, {}, "text"))

    shared = {**SHARED, "format": Annotated[str | None, typer.Option("--format", help="How the result is written.")]}
    _set_signature(keep_options, [], {**shared, **own})
    app.callback(invoke_without_command=True)(keep_options)


def _set_signature(function: Any, own_parameters: list[inspect.Parameter], shared: dict[str, Any]) -> None:
    """Set the signature and annotations, where typer looks for parameters."""
    context = inspect.Parameter("context", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    keywords = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in own_parameters]
    shared_parameters = [_keyword_parameter(key, annotation) for key, annotation in shared.items()]
    function.__signature__ = inspect.Signature([context, *keywords, *shared_parameters])
    function.__annotations__ = {
        parameter.name: parameter.annotation for parameter in (context, *keywords, *shared_parameters)
    }


def _format_option(formats: tuple[str, ...]) -> dict[str, Any]:
    option = typer.Option("--format", help="How the result is written.")
    return {"format": Annotated[Literal[formats] | None, option]}
