"""Finds the folder of the cache: inside `.git`, or where `LIF_CACHE_DIR` says, or none."""

import os
import stat
from contextlib import suppress
from pathlib import Path

CACHE_VARIABLE = "LIF_CACHE_DIR"
_ENDING = ".sqlite"
_OWNER_ONLY, _OTHERS = 0o700, 0o077
_MOST_PROGRAMS = 4
"""How many programs may have a cache: a person's own, that of a hook, the one before the last update."""


def cache_place(root: Path) -> Path | None:
    """The cache folder of the workspace in `root`, whether or not it exists; None where nothing is to be kept.

    Nothing is kept when `LIF_CACHE_DIR` is set to an empty text, nor where `.git` is not a folder.
    """
    named = os.environ.get(CACHE_VARIABLE)
    if named is not None:
        return Path(named) if named else None
    git = next((folder / ".git" for folder in (root, *root.parents) if (folder / ".git").exists()), None)
    return None if git is None or git.is_symlink() or not (git / "HEAD").is_file() else git / "lif"


def cache_folder(root: Path) -> Path | None:
    """The cache folder, made if need be; None where it is a link, or where other users may look into it."""
    folder = cache_place(root)
    if folder is None:
        return None
    try:
        folder.mkdir(mode=_OWNER_ONLY, exist_ok=True)
    except OSError:
        return None
    return folder if is_private_folder(folder) else None


def is_private_folder(folder: Path) -> bool:
    """Whether it is a folder, not a link, that belongs to the current user and is closed to all others."""
    status = folder.lstat()
    is_ours = not hasattr(os, "getuid") or (status.st_uid == os.getuid() and not status.st_mode & _OTHERS)
    return stat.S_ISDIR(status.st_mode) and is_ours


def cache_file(folder: Path, program: str) -> Path:
    """The cache file of a program; those of the programs unused for longest are deleted."""
    file = folder / f"{program}{_ENDING}"
    if not file.exists():
        with suppress(OSError):
            oldest_first = sorted(cache_files(folder), key=lambda path: path.stat().st_mtime_ns)
            for old in oldest_first[: 1 - _MOST_PROGRAMS]:
                remove(old)
    return file


def cache_files(folder: Path) -> tuple[Path, ...]:
    """All cache files in the folder, of any program."""
    return tuple(sorted(folder.glob(f"*{_ENDING}")))


def remove(file: Path) -> None:
    """Delete a file that cannot be used, if that is allowed."""
    with suppress(OSError):
        file.unlink(missing_ok=True)
