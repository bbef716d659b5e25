"""The few calls by which bytes reach the disk: whole, flushed, under a name that nobody reads until it is given."""

import errno
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
"""How the name of an unfinished file begins; `.gitignore` knows it, and no reader looks at it."""
_LEFT_OVER = re.compile(rf"{re.escape(TEMPORARY)}[0-9a-f]{{16}}")
_STALE_SECONDS = 3600
_PLAIN = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
"""No link is followed, no line break translated."""
_RETRIES = 3
_PAUSE_SECONDS = 0.1
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EXDEV}
_WORDS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is full",
    errno.EROFS: "the disk can only be read",
    errno.EACCES: "you may not write in that folder",
    errno.EPERM: "you may not write in that folder",
}


def temporary_in(folder: Path) -> Path:
    """A name in the folder that nobody has."""
    return folder / f"{TEMPORARY}{secrets.token_hex(8)}"


def write_new(path: Path, data: bytes, mode: int | None) -> None:
    """Write a file that is not there yet, all of it down to the disk; `mode` None leaves its rights to the system."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _PLAIN, 0o666)
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
    handle = os.open(path, os.O_RDONLY | _PLAIN)
    with os.fdopen(handle, "rb") as file:
        return file.read()


def link_new(temporary: Path, place: Path) -> None:
    """Give a finished file its name; raises `FileExistsError` rather than take another file's."""
    try:
        os.link(temporary, place)
    except FileExistsError:
        raise
    except OSError as refused:
        if refused.errno not in _NO_LINKS:
            raise
        _copy_new(temporary, place)


def _copy_new(temporary: Path, place: Path) -> None:
    """Where the disk knows no links: an exclusive file, taken away again if it cannot be finished."""
    data = read(temporary)
    try:
        write_new(place, data, None)
    except FileExistsError:
        raise
    except BaseException:
        remove(place)
        raise


def replace(temporary: Path, place: Path) -> None:
    """Put a finished file in the place of another; tries again while a program on Windows holds it open."""
    for _ in range(_RETRIES):
        try:
            temporary.replace(place)
        except PermissionError:
            time.sleep(_PAUSE_SECONDS)
        else:
            return
    temporary.replace(place)


def remove(path: Path) -> None:
    """Take a file away if it is there and may be."""
    with suppress(OSError):
        path.unlink()


def make_folder(folder: Path) -> None:
    """Make one folder, if it is not there and may be."""
    with suppress(OSError):
        folder.mkdir()


def remove_empty(folder: Path) -> None:
    """Take a folder away if nothing stands in it."""
    with suppress(OSError):
        folder.rmdir()


def tidy(folder: Path) -> None:
    """Take away what a write that was killed left in the folder long ago; one that is under way is left alone.

    "Long ago" is told by the disk itself: by how long before the folder last changed, which it did just now.
    """
    with suppress(OSError), os.scandir(folder) as found:
        latest = folder.stat().st_mtime - _STALE_SECONDS
        for entry in found:
            about = entry.stat(follow_symlinks=False) if _LEFT_OVER.fullmatch(entry.name) else None
            if about and stat.S_ISREG(about.st_mode) and max(about.st_mtime, about.st_ctime) < latest:
                remove(Path(entry.path))


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let Ctrl-C and the like wait until what must not be cut in two is done; Windows has no way to say so."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def sync_folder(folder: Path) -> None:
    """Bring names given in the folder down to the disk, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    except OSError as refused:
        if refused.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(handle)


def in_plain_words(refused: OSError) -> str:
    """Why the disk refused."""
    return _WORDS.get(refused.errno or 0, os.strerror(refused.errno or 0).lower())
