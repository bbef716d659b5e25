"""Reads a plain file of limited size, and nothing else: a device or a pipe could give bytes for ever, or never one."""

import os
import stat
from pathlib import Path

_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
_AT_ONCE = 1 << 20


def read_plain_file(path: Path, largest: int) -> bytes | None:
    """The bytes of the file; None where it cannot be read, is no plain file, or is larger."""
    try:
        handle = os.open(path, _FLAGS)
    except (OSError, ValueError):
        return None
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return None
        pieces, size = [], 0
        while size <= largest and (piece := os.read(handle, _AT_ONCE)):
            pieces.append(piece)
            size += len(piece)
    except OSError:
        return None
    finally:
        os.close(handle)
    return b"".join(pieces) if size <= largest else None
