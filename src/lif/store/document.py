"""Writes a document that somebody asked for: whole or not at all, and never over another without being told to."""

import os
import tempfile
from pathlib import Path

from lif.errors import LifError


def save(path: Path, content: bytes, *, over: bool) -> None:
    """Write the bytes; the same bytes may always be written again, other ones only where `over` says so."""
    try:
        if path.is_symlink() or (path.exists() and not path.is_file()):
            raise LifError(f"{path} is not a plain file, so nothing was written.", "Choose another name.")
        if path.exists() and not over and path.read_bytes() != content:
            raise LifError(f"{path} is already there and differs.", "Add --force to write over it.")
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, content)
    except OSError as refused:
        says = os.strerror(refused.errno) if refused.errno else "the folder refuses it"
        raise LifError(f"{path} could not be written: {says}.", "Nothing was changed.") from refused


def _replace(path: Path, content: bytes) -> None:
    handle, temporary = tempfile.mkstemp(prefix=".lif-tmp-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        mask = os.umask(0)
        os.umask(mask)
        Path(temporary).chmod(0o666 & ~mask)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
