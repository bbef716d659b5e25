"""Identifies this program by its files and their dates, so that lif ignores what another version kept in the cache."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

import lif

_LENGTH = 16


@cache
def program_id() -> str:
    """Hexadecimal digits that change with Python, with any file of lif, and with any library that is installed."""
    parts = [sys.version, *_libraries(), *sorted(_files(Path(lif.__file__).parent))]
    return sha256("\n".join(parts).encode()).hexdigest()[:_LENGTH]


def _libraries() -> Iterator[str]:
    """The folders of libraries with their date of change, which every installation and removal changes."""
    for folder in sys.path:
        if folder.endswith("-packages") and os.path.isdir(folder):  # noqa: PTH112 - this runs before each answer
            yield f"{folder} {os.stat(folder).st_mtime_ns}"  # noqa: PTH116


def _files(folder: str | os.PathLike[str]) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from () if entry.name == "__pycache__" else _files(entry.path)
            else:
                status = entry.stat()
                yield f"{entry.path} {status.st_size} {status.st_mtime_ns}"
