"""Whether the files of a workspace are still those that were judged before, told by their dates, as git tells it."""

from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from lif.diagnostics.diagnostic import Diagnostic
from lif.store.cache.database import Kept
from lif.store.cache.diagnostics_json import from_text, key_of
from lif.store.load.source import RECORDS, SUFFIX, entries, shown

_LATE = 2_000_000_000
"""Nanoseconds: on some disks a file can change once more within two seconds and keep its date."""


class Seen(NamedTuple):
    """What lies under `records/`: the paths of records, and a name for exactly these files with these dates.

    `is_settled` when every file is old enough for its date to show whether it is changed from now on.
    """

    paths: tuple[str, ...]
    name: str
    is_settled: bool


def seen(root: Path, moment: int) -> Seen | None:
    """Look at every file without opening any; `moment` is when the command began, in nanoseconds of the clock.

    None where not even that is allowed.
    """
    lines, paths, latest = [], [], 0
    try:
        for path, entry in entries(root / RECORDS, RECORDS):
            about = entry.stat(follow_symlinks=False)
            if path.endswith(SUFFIX):
                paths.append(shown(path))
            latest = max(latest, about.st_mtime_ns, about.st_ctime_ns)
            dates = f"{about.st_mtime_ns} {about.st_ctime_ns}"
            lines.append(f"{path}\0{about.st_mode} {about.st_size} {dates} {about.st_ino}")
    except OSError:
        return None
    lines.sort()
    whole = "\n".join((str(root), *lines)).encode("utf-8", "surrogateescape")
    return Seen(tuple(sorted(paths)), sha256(whole).hexdigest(), latest < moment - _LATE)


def said_of(now: Seen, kept: Kept, today: date) -> tuple[Diagnostic, ...] | None:
    """What was said of the same files with the same dates on that day; None where that is not known."""
    state = kept.said(key_of(now.name, today)) if now.is_settled else None
    return None if state is None else from_text(kept.said(key_of(state, today)))


def remember(now: Seen, kept: Kept, today: date, state: str) -> None:
    """Keep which state of the workspace these files and dates are."""
    if now.is_settled:
        kept.keep_said(key_of(now.name, today), state)
