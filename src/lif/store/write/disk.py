"""The file system calls that write files: whole, flushed, and under a temporary name until they are complete."""

import errno
import math
import os
import re
import secrets
import signal
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

TEMPORARY = ".lif-tmp-"
"""The prefix of unfinished files; `.gitignore` lists it, and no reader opens them."""
_LEFT_OVER = re.compile(rf"{re.escape(TEMPORARY)}[0-9a-f]{{16}}")
_STALE_SECONDS = 3600
_OPEN_FLAGS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
"""Flags for every open: no link is followed, no line break translated."""
_RETRIES = 3
_PAUSE_SECONDS = 0.1
_NO_LINKS_ERRORS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EXDEV}


def temporary_in(folder: Path) -> Path:
    """An unused name in the folder."""
    return folder / f"{TEMPORARY}{secrets.token_hex(8)}"


def write_new(path: Path, data: bytes, mode: int | None) -> None:
    """Create a file and flush it to the disk; `mode` None leaves its permissions to the system."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _OPEN_FLAGS, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        if mode is not None and hasattr(os, "fchmod"):
            with suppress(PermissionError):
                os.fchmod(handle, mode)
        os.fsync(handle)
    finally:
        os.close(handle)


def read(path: Path) -> bytes:
    """The bytes of a plain file; a link is not followed."""
    handle = os.open(path, os.O_RDONLY | _OPEN_FLAGS)
    with os.fdopen(handle, "rb") as file:
        return file.read()


def link_new(temporary: Path, place: Path) -> None:
    """Give a finished file its name; raises `FileExistsError` where another file has it."""
    try:
        os.link(temporary, place)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _NO_LINKS_ERRORS:
            raise
        _copy_new(temporary, place)


def _copy_new(temporary: Path, place: Path) -> None:
    """Copy to an exclusively created file, on disks without hard links; removed again if it cannot be finished."""
    data = read(temporary)
    try:
        write_new(place, data, None)
    except FileExistsError:
        raise
    except BaseException:
        remove(place)
        raise


def replace(temporary: Path, place: Path) -> None:
    """Replace a file with a finished one; tries again while a program on Windows holds it open."""
    for _ in range(_RETRIES):
        try:
            temporary.replace(place)
        except PermissionError:
            time.sleep(_PAUSE_SECONDS)
        else:
            return
    temporary.replace(place)


def remove(path: Path) -> None:
    """Delete a file if it exists and the system allows it."""
    with suppress(OSError):
        path.unlink()


def make_folder(folder: Path) -> None:
    """Make one folder, if it does not exist and the system allows it."""
    with suppress(OSError):
        folder.mkdir()


def remove_empty(folder: Path) -> None:
    """Delete a folder if it is empty."""
    with suppress(OSError):
        folder.rmdir()


def is_left_over(name: str) -> bool:
    """Whether a file by this name was never finished."""
    return _LEFT_OVER.fullmatch(name) is not None


def tidy(folder: Path, *, even_new: bool = False) -> None:
    """Delete temporary files that a killed write left in the folder long ago; those of a write under way are kept.

    `even_new` deletes those too, where no other command can be at work yet.

    Ages are measured by the clock of the disk: against the last change of the folder, which was just made.
    """
    with suppress(OSError), os.scandir(folder) as entries:
        stale_before = math.inf if even_new else folder.stat().st_mtime - _STALE_SECONDS
        for entry in entries:
            status = entry.stat(follow_symlinks=False) if _LEFT_OVER.fullmatch(entry.name) else None
            if status and stat.S_ISREG(status.st_mode) and max(status.st_mtime, status.st_ctime) < stale_before:
                remove(Path(entry.path))


@contextmanager
def undisturbed() -> Iterator[None]:
    """Delay Ctrl-C and similar signals until the block is done; Windows has no means for it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    mask_before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask_before)


def sync_folder(folder: Path) -> None:
    """Flush the names in a folder to the disk, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(handle)
