"""Tells by dates, as git does, whether the files of a workspace are still those that were judged before."""

from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from lif.diagnostics.diagnostic import Diagnostic
from lif.store.cache.database import Cache
from lif.store.cache.diagnostics_json import decode_diagnostics, diagnostics_key
from lif.store.load.other_files import is_record_path
from lif.store.load.source import RECORDS, file_entries, printable_path

_SETTLING_TIME = 2_000_000_000
"""Nanoseconds: on some disks a file can change again within two seconds and keep its date."""


class FileDates(NamedTuple):
    """The files under `records/`: the paths of records, and a name for exactly these files with these dates.

    `is_settled` when every file is old enough for its date to show any later change.
    """

    paths: tuple[str, ...]
    name: str
    is_settled: bool


def file_dates(root: Path, moment: int) -> FileDates | None:
    """List the files without opening any; `moment` is when the command began, in nanoseconds of the clock.

    None where even that is not allowed.
    """
    lines, paths, latest = [], [], 0
    try:
        for path, entry in file_entries(root / RECORDS, RECORDS):
            status = entry.stat(follow_symlinks=False)
            if is_record_path(path):
                paths.append(printable_path(path))
            latest = max(latest, status.st_mtime_ns, status.st_ctime_ns)
            dates = f"{status.st_mtime_ns} {status.st_ctime_ns}"
            lines.append(f"{path}\0{status.st_mode} {status.st_size} {dates} {status.st_ino}")
    except OSError:
        return None
    lines.sort()
    whole = "\n".join((str(root), *lines)).encode("utf-8", "surrogateescape")
    return FileDates(tuple(sorted(paths)), sha256(whole).hexdigest(), latest < moment - _SETTLING_TIME)


def kept_diagnostics(files: FileDates, cache: Cache, today: date) -> tuple[Diagnostic, ...] | None:
    """The diagnostics kept for the same files with the same dates on that day; None when there are none."""
    state = cache.said(diagnostics_key(files.name, today)) if files.is_settled else None
    return None if state is None else decode_diagnostics(cache.said(diagnostics_key(state, today)))


def keep_state(files: FileDates, cache: Cache, today: date, state: str) -> None:
    """Keep which state of the workspace these files and dates are."""
    if files.is_settled:
        cache.keep_said(diagnostics_key(files.name, today), state)
