"""`lif check`: check every record against every rule."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

import typer

from lif.cli.exits import CLEAN, PROBLEMS
from lif.cli.forge import default_format, with_repository_paths
from lif.cli.options import Options, command
from lif.output.registry import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable

    from lif.cli.profile import Profile
    from lif.diagnostics.diagnostic import Diagnostic
    from lif.store.cache.unchanged import FileDates
    from lif.store.load.load import Loaded
    from lif.store.workspace import Workspace

AUTO = "auto"
"""The format that the CI service running the check shows best."""


def register(app: typer.Typer) -> None:
    """Add the command."""

    @command(app, "check", formats=(*FORMATS.names, AUTO))
    def check(  # noqa: PLR0913 - a parameter for each option
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
        """Check every record: what is wrong, where, and what to do.

        With --staged it reads what git has been told to commit, not the files on disk. It tells everything that is
        wrong in the files that the commit changes, and in all others only what the commit itself makes wrong.

        For a forge, --format auto writes what it shows beside a change; of a record that is for fewer people than the
        partnership's (--audience), it tells only that something is wrong, and where.

        Examples: lif check; lif check records/actions; lif check --all --select LIF5; lif check --staged
        """
        from lif.cli.paths import workspace_paths
        from lif.diagnostics.code import Severity
        from lif.rules.selection import is_within, reaches_threshold, select_diagnostics

        workspace = options.workspace()
        root = workspace.root
        codes = _wanted_codes(select)
        timer = _timer(staged=staged) if profile else None
        if timer is not None:
            checked = _check_timed(options, workspace, timer)
        else:
            checked = _check_staged(options) if staged else _check_all(options, workspace)
        wanted_paths = workspace_paths(root, paths or [], checked.files)
        shown = select_diagnostics(checked.diagnostics, codes, _mask_paths(wanted_paths))
        record_count = sum(not wanted_paths or is_within(file, wanted_paths) for file in checked.files)
        output_format = default_format() if options.format == AUTO else options.format
        diagnostics = _for_audience(options, output_format, root, since, checked._replace(diagnostics=shown))
        options.print_result(FORMATS[output_format].render(diagnostics, record_count, every=every), output_format)
        if timer is not None:
            typer.echo(timer.table(), nl=False, err=True)
        return PROBLEMS if reaches_threshold(shown, Severity(fail_on)) else CLEAN


def _wanted_codes(select: str | None) -> tuple[str, ...]:
    """What codes begin with; raises `LifError` where none begins so: nothing would be shown, as if all were well."""
    if select is None:
        return ()
    from lif.diagnostics.codes import STORE_CODES
    from lif.errors import LifError
    from lif.rules.codes import RULE_CODES

    known = [code.name for code in (*STORE_CODES, *RULE_CODES)]
    wanted = tuple(prefix.strip().upper() for prefix in select.split(","))
    for prefix in wanted:
        if not prefix or not any(name.startswith(prefix) for name in known):
            raise LifError(f'No code begins with "{prefix}".', "Write LIF3, or LIF502,LIF512; lif explain lists them.")
    return wanted


class _CheckResult(NamedTuple):
    """The files that count as checked, the diagnostics, and a function that loads the records where they are needed."""

    files: tuple[str, ...]
    diagnostics: "tuple[Diagnostic, ...]"
    read: "Callable[[], Loaded]"


def _mask_paths(paths: tuple[str, ...]) -> tuple[str, ...]:
    if not paths:
        return ()
    from lif.privacy.mask import mask_path

    return tuple(mask_path(path) for path in paths)


def _check_all(options: Options, workspace: "Workspace") -> _CheckResult:
    """Check all records on disk or in a revision; the cached diagnostics are used where no file has changed since."""
    from lif.store.cache.unchanged import file_dates, kept_diagnostics

    read = partial(options.loaded, workspace, say_what_is_left_out=False)
    dates = file_dates(workspace.root, options.moment) if workspace.remembers and options.at is None else None
    cached_diagnostics = kept_diagnostics(dates, workspace.kept, options.today) if dates else None
    if dates and cached_diagnostics is not None:
        return _CheckResult(dates.paths, cached_diagnostics, read)
    return _check_loaded(options, workspace, read(), dates)


def _check_loaded(
    options: Options, workspace: "Workspace", loaded: "Loaded", dates: "FileDates | None"
) -> _CheckResult:
    """Check loaded records, and cache the diagnostics until a file changes.

    They are not cached where the partnership names a detector of its own, which may answer differently tomorrow.
    """
    from lif.store.cache.unchanged import keep_state
    from lif.store.load.judge import judge
    from lif.store.privacy.detector import detector_diagnostics, detector_name

    diagnostics = judge(loaded, options.today, detector_diagnostics(loaded))
    if dates and detector_name(loaded) is None:
        keep_state(dates, workspace.kept, options.today, loaded.state)
    return _CheckResult(tuple(loaded.files), diagnostics, lambda: loaded)


def _timer(*, staged: bool) -> "Profile":
    from lif.cli.profile import Profile
    from lif.errors import LifError

    if staged:
        raise LifError("--profile and --staged ask for two things.", "Leave one of them out.")
    return Profile()


def _check_timed(options: Options, workspace: "Workspace", timer: "Profile") -> _CheckResult:
    """Check with every rule timed; no cached diagnostics are used."""
    from lif.cli.profile import READING, REST
    from lif.store.load.judge import judge_anew
    from lif.store.privacy.detector import detector_diagnostics

    loaded = timer.timed(READING, lambda: options.loaded(workspace, say_what_is_left_out=False))
    diagnostics = timer.timed(REST, lambda: judge_anew(loaded, options.today, detector_diagnostics(loaded), timer.rule))
    return _CheckResult(tuple(loaded.files), diagnostics, lambda: loaded)


def _check_staged(options: Options) -> _CheckResult:
    from lif.errors import LifError
    from lif.store.git.staged import check_staged

    if options.at is not None:
        raise LifError("--staged and --at ask for two things.", "Leave one of them out.")
    commit = check_staged(options.workspace(), options.today, options.watch)
    files = tuple(path for path in commit.loaded.files if path in commit.changed)
    return _CheckResult(files, commit.diagnostics, lambda: commit.loaded)


def _for_audience(
    options: Options, output_format: str, root: Path, since: str | None, checked: _CheckResult
) -> "tuple[Diagnostic, ...]":
    """The diagnostics in the order, with the wording and under the paths that suit the readers of the output."""
    from lif.rules.selection import sort_changed_first

    is_for_forge = output_format not in {"text", "json"}
    audience = options.audience or ("partnership" if is_for_forge else "restricted")
    diagnostics = checked.diagnostics
    if audience != "restricted":
        from lif.disclosure.diagnostics import diagnostics_for_audience
        from lif.model.sharing import Sharing

        diagnostics = diagnostics_for_audience(diagnostics, checked.read().snapshot, Sharing(audience))
    if since is not None:
        from lif.store.git.changed_lines import changed_lines

        diagnostics = sort_changed_first(diagnostics, changed_lines(root, since, checked.read().files))
    return with_repository_paths(diagnostics, root) if is_for_forge else diagnostics
