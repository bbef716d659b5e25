"""Lists the record files of a workspace and reads their bytes: from a folder on disk, or from memory."""

import os
import re
from collections.abc import Iterator, Mapping
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple, Protocol

from lif.diagnostics.codes import NOT_A_FILE
from lif.diagnostics.location import Position
from lif.errors import LifError
from lif.store.load.fault import Fault
from lif.store.load.other_files import is_left_by_a_program, other_file_fault
from lif.store.yaml.text import INVISIBLE_CHARACTER, LARGEST, code_point, too_large_fault

RECORDS = "records"
"""The folder, inside the workspace, that holds every record."""
_READ_AT_ONCE = 16 * 1024
"""Bytes per call: more than almost any record has, so that one call reads it."""
_READ_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_HIDDEN = re.compile(rf"[\t\r\n]|{INVISIBLE_CHARACTER.pattern}")


class RawFile(NamedTuple):
    """A file as found: its POSIX path from the workspace, and its bytes or the fault that kept it unread."""

    path: str
    data: bytes
    fault: Fault | None = None


class Source(Protocol):
    """Anything that can list the files of a workspace."""

    def files(self) -> Iterator[RawFile]:
        """Every file under `records/`, in order of path."""
        ...


class Memory(NamedTuple):
    """Files held in memory."""

    contents: Mapping[str, str | bytes]

    def files(self) -> Iterator[RawFile]:
        """Every file, in order of path."""
        for path, content in sorted(self.contents.items()):
            yield raw_file(path, content.encode() if isinstance(content, str) else content)


class WorkingTree(NamedTuple):
    """The folder on disk; links are never followed."""

    root: Path

    def files(self) -> Iterator[RawFile]:
        """Every file under `records/`, in order of path, but what programs put there for themselves."""
        try:
            for path, entry in sorted(file_entries(self.root / RECORDS, RECORDS), key=itemgetter(0)):
                yield _raw(path, entry)
        except OSError as error:
            says = f"{error.filename} cannot be read: {error.strerror}."
            raise LifError(says, "Ask for the right to read it.") from None


def file_entries(folder: Path, path: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every file in a folder and its subfolders, unread, each with its path."""
    with os.scandir(folder) as listing:
        for entry in listing:
            entry_path = f"{path}/{entry.name}"
            if is_left_by_a_program(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from file_entries(Path(entry.path), entry_path)
            else:
                yield entry_path, entry


def raw_file(path: str, data: bytes) -> RawFile:
    """A file that was read, with the fault of one that is no record; of one that is too large only that it is."""
    if len(data) > LARGEST:
        return RawFile(path, b"", too_large_fault())
    return RawFile(path, data, other_file_fault(path, data))


def printable_path(path: str) -> str:
    """A path that can be shown: invisible characters are replaced by their code points."""
    if path.isascii() and path.isprintable():
        return path
    return _HIDDEN.sub(lambda match: code_point(match[0]), path.encode("utf-8", "backslashreplace").decode())


def link_fault() -> Fault:
    """The fault of a link, which is not read."""
    says = "this is a link or another thing that is not a plain file; it is not read"
    return Fault(NOT_A_FILE, says, "Put the record itself here, or take it away.", Position(1, 1))


def _raw(path: str, entry: os.DirEntry[str]) -> RawFile:
    safe_path = printable_path(path)
    if not entry.is_file(follow_symlinks=False):
        return RawFile(safe_path, b"", link_fault())
    data, fault = _read(entry.path)
    return RawFile(safe_path, data, fault) if fault else raw_file(safe_path, data)


def _read(path: str) -> tuple[bytes, Fault | None]:
    try:
        handle = os.open(path, _READ_FLAGS)
    except OSError as error:
        says = f"the file cannot be opened: {os.strerror(error.errno or 0)}"
        return b"", Fault(NOT_A_FILE, says, "Ask for the right to read it.", Position(1, 1))
    try:
        data = os.read(handle, _READ_AT_ONCE)
        while len(data) <= LARGEST and (more := os.read(handle, _READ_AT_ONCE)):
            data += more
    finally:
        os.close(handle)
    return data, None
