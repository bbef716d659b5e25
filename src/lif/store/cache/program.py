"""Which program this is, to the byte as far as dates tell: what another one kept is not believed."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

import lif

_LENGTH = 16


@cache
def program() -> str:
    """Hexadecimal digits that change with Python, with any file of lif, and with any library that is installed."""
    told = [sys.version, *_libraries(), *sorted(_files(Path(lif.__file__).parent))]
    return sha256("\n".join(told).encode()).hexdigest()[:_LENGTH]


def _libraries() -> Iterator[str]:
    """The folders of libraries with the date of their list: whatever is installed or taken away changes it."""
    for folder in sys.path:
        if folder.endswith("-packages") and os.path.isdir(folder):  # noqa: PTH112 - this runs before each answer
            yield f"{folder} {os.stat(folder).st_mtime_ns}"  # noqa: PTH116


def _files(folder: str | os.PathLike[str]) -> Iterator[str]:
    with os.scandir(folder) as found:
        for one in found:
            if one.is_dir():
                yield from () if one.name == "__pycache__" else _files(one.path)
            else:
                about = one.stat()
                yield f"{one.path} {about.st_size} {about.st_mtime_ns}"
