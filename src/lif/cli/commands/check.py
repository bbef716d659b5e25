"""`lif check`: every record against every rule."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from lif.cli.exits import CLEAN, PROBLEMS
from lif.cli.forge import from_the_top, here
from lif.cli.options import Options, command

if TYPE_CHECKING:
    from collections.abc import Callable

    from lif.cli.profile import Profile
    from lif.diagnostics.diagnostic import Diagnostic
    from lif.store.cache.unchanged import Seen
    from lif.store.load.load import Loaded
    from lif.store.workspace import Workspace

WAYS = ("text", "json", "github", "gitlab", "sarif", "junit", "markdown", "auto")
"""Every way of writing what was found; `auto` is what the service that runs the check shows best."""


def register(app: typer.Typer) -> None:
    """Add the command."""

    @command(app, "check", formats=WAYS)
    def check(  # noqa: PLR0913 - each narrows what is told in a way of its own
        options: Options,
        *,
        paths: Annotated[list[Path] | None, typer.Argument(help="Only these files or folders.")] = None,
        staged: Annotated[bool, typer.Option("--staged", help="What the next commit would bring; for hooks.")] = False,
        since: Annotated[
            str | None, typer.Option(metavar="REV", help="Tell first what stands on lines changed since this revision.")
        ] = None,
        every: Annotated[bool, typer.Option("--all", help="List each one, not three examples of each rule.")] = False,
        select: Annotated[str | None, typer.Option(help="Only codes that begin so: LIF3, or LIF502,LIF512.")] = None,
        fail_on: Annotated[
            Literal["error", "warning", "note"], typer.Option(help="What makes the check fail.")
        ] = "error",
        profile: Annotated[bool, typer.Option("--profile", help="Say afterwards where the time went.")] = False,
    ) -> int:
        """Check every record and say what is wrong, where, why it matters and what to do.

        With --staged it reads what git has been told to commit, not the files on disk. It tells everything that is
        wrong in the files that the commit changes, and in all others only what the commit itself makes wrong.

        For a forge, --format auto writes what it shows beside a change; of a record that is for fewer people than the
        partnership's (--audience), it tells only that something is wrong, and where.

        Examples: lif check; lif check records/actions; lif check --all --select LIF5; lif check --staged
        """
        from lif.cli.paths import inside
        from lif.diagnostics.code import Severity
        from lif.output.registry import FORMATS
        from lif.rules.selection import chosen, fails, within

        workspace = options.workspace()
        root = workspace.root
        clock = _clock(staged=staged) if profile else None
        if clock is not None:
            checked = _timed(options, workspace, clock)
        else:
            checked = _staged(options) if staged else _every(options, workspace)
        places = inside(root, paths or [], checked.files)
        shown = chosen(checked.diagnostics, tuple(select.split(",")) if select else (), _masked(places))
        looked_at = sum(not places or within(file, places) for file in checked.files)
        written_as = here() if options.format == "auto" else options.format
        told = _for_readers(options, written_as, root, since, replace(checked, diagnostics=shown))
        typer.echo(FORMATS[written_as].render(told, looked_at, every=every), nl=False)
        if clock is not None:
            typer.echo(clock.table(), nl=False, err=True)
        return PROBLEMS if fails(shown, Severity(fail_on)) else CLEAN


@dataclass(frozen=True, slots=True)
class _Checked:
    """The files that count as looked at, what is wrong, and the way to what was read, should anybody need it."""

    files: tuple[str, ...]
    diagnostics: "tuple[Diagnostic, ...]"
    read: "Callable[[], Loaded]"


def _masked(places: tuple[str, ...]) -> tuple[str, ...]:
    if not places:
        return ()
    from lif.privacy.mask import masked_path

    return tuple(masked_path(one) for one in places)


def _every(options: Options, workspace: "Workspace") -> _Checked:
    """All records on disk or in a revision; where nothing has changed since the last time, none of them is read."""
    from lif.store.cache.unchanged import said_of, seen

    read = partial(options.loaded, workspace, say_what_is_left_out=False)
    now = seen(workspace.root, options.moment) if workspace.remembers and options.at is None else None
    said = said_of(now, workspace.kept, options.today) if now else None
    if now and said is not None:
        return _Checked(now.paths, said, read)
    return _looked_at(options, workspace, read(), now)


def _looked_at(options: Options, workspace: "Workspace", loaded: "Loaded", now: "Seen | None") -> _Checked:
    """What is wrong; kept for as long as no file changes, unless a detector may find something else tomorrow."""
    from lif.store.cache.unchanged import remember
    from lif.store.load.judge import judged
    from lif.store.privacy.detector import detected, named

    found = judged(loaded, options.today, detected(loaded))
    if now and named(loaded) is None:
        remember(now, workspace.kept, options.today, loaded.state)
    return _Checked(tuple(loaded.files), found, lambda: loaded)


def _clock(*, staged: bool) -> "Profile":
    from lif.cli.profile import Profile
    from lif.errors import LifError

    if staged:
        raise LifError("--profile and --staged ask for two things.", "Leave one of them out.")
    return Profile()


def _timed(options: Options, workspace: "Workspace", clock: "Profile") -> _Checked:
    """Every rule is asked anew, whatever it said before of the same records."""
    from lif.cli.profile import READING, REST
    from lif.store.load.judge import anew
    from lif.store.privacy.detector import detected

    loaded = clock.timed(READING, lambda: options.loaded(workspace, say_what_is_left_out=False))
    found = clock.timed(REST, lambda: anew(loaded, options.today, detected(loaded), clock.rule))
    return _Checked(tuple(loaded.files), found, lambda: loaded)


def _staged(options: Options) -> _Checked:
    from lif.errors import LifError
    from lif.store.git.staged import pending

    if options.at is not None:
        raise LifError("--staged and --at ask for two things.", "Leave one of them out.")
    commit = pending(options.workspace(), options.today, options.watch)
    files = tuple(path for path in commit.loaded.files if path in commit.changed)
    return _Checked(files, commit.diagnostics, lambda: commit.loaded)


def _for_readers(
    options: Options, written_as: str, root: Path, since: str | None, checked: _Checked
) -> "tuple[Diagnostic, ...]":
    """What was found in the order, with the words and under the paths that suit those who will read it."""
    from lif.rules.selection import touched_first

    is_for_forge = written_as not in {"text", "json"}
    audience = options.audience or ("partnership" if is_for_forge else "restricted")
    told = checked.diagnostics
    if audience != "restricted":
        from lif.disclosure.diagnostics import discreet
        from lif.model.sharing import Sharing

        told = discreet(told, checked.read().snapshot, Sharing(audience))
    if since is not None:
        from lif.store.git.changed_lines import touched

        told = touched_first(told, touched(root, since, checked.read().files))
    return from_the_top(told, root) if is_for_forge else told
