"""Where what was read before is kept: beside git's own things, or where `LIF_CACHE_DIR` says, or nowhere."""

import os
import stat
from contextlib import suppress
from pathlib import Path

PLACE = "LIF_CACHE_DIR"
_ENDING = ".sqlite"
_OURS_ALONE, _OTHERS = 0o700, 0o077
_PROGRAMS = 4
"""For how many programs something is kept: a person's own, that of a hook, the one before the last update."""


def cache_place(root: Path) -> Path | None:
    """The folder for the workspace in `root`, whether or not it is there; None where nothing is to be kept.

    `LIF_CACHE_DIR` set to nothing keeps nothing, and nothing is kept where `.git` is no folder.
    """
    named = os.environ.get(PLACE)
    if named is not None:
        return Path(named) if named else None
    git = next((folder / ".git" for folder in (root, *root.parents) if (folder / ".git").exists()), None)
    return None if git is None or git.is_symlink() or not (git / "HEAD").is_file() else git / "lif"


def cache_folder(root: Path) -> Path | None:
    """The same, made if need be; None where it is a link, or where others may look into it."""
    folder = cache_place(root)
    if folder is None:
        return None
    try:
        folder.mkdir(mode=_OURS_ALONE, exist_ok=True)
    except OSError:
        return None
    return folder if is_ours_alone(folder) else None


def is_ours_alone(folder: Path) -> bool:
    """Whether it is a folder, no link, that belongs to whoever runs this, and that nobody else may look into."""
    about = folder.lstat()
    is_ours = not hasattr(os, "getuid") or (about.st_uid == os.getuid() and not about.st_mode & _OTHERS)
    return stat.S_ISDIR(about.st_mode) and is_ours


def cache_file(folder: Path, program: str) -> Path:
    """The file of one program; those of programs that have not been used for long are thrown away."""
    file = folder / f"{program}{_ENDING}"
    if not file.exists():
        with suppress(OSError):
            others = sorted(kept_in(folder), key=lambda one: one.stat().st_mtime_ns)
            for old in others[: 1 - _PROGRAMS]:
                remove(old)
    return file


def kept_in(folder: Path) -> tuple[Path, ...]:
    """Every file in which something is kept, of any program."""
    return tuple(sorted(folder.glob(f"*{_ENDING}")))


def remove(file: Path) -> None:
    """Throw away what cannot be used, if that is allowed."""
    with suppress(OSError):
        file.unlink(missing_ok=True)
