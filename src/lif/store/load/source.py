"""Where the bytes of records come from: a folder on disk, or memory for tests and rule pages."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple, Protocol

from lif.diagnostics.codes import LOOK_ALIKE, NOT_A_FILE
from lif.diagnostics.location import Position
from lif.errors import LifError
from lif.store.load.fault import Fault
from lif.store.yaml.text import INVISIBLE_CHARACTER, LARGEST, named, too_large

RECORDS = "records"
"""The folder, inside the workspace, that holds every record."""
SUFFIX = ".yaml"
"""How the name of every record ends."""
_USUAL = 16 * 1024
"""More bytes than almost any record has, so that one is read at a stroke."""
_OPENED_TO_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_HIDDEN = re.compile(rf"[\t\r\n]|{INVISIBLE_CHARACTER.pattern}")


class RawFile(NamedTuple):
    """A file as found: its POSIX path from the workspace, and its bytes, or why there are none."""

    path: str
    data: bytes
    fault: Fault | None = None


class Source(Protocol):
    """Anything that can list the files of a workspace."""

    def files(self) -> Iterator[RawFile]:
        """Every file under `records/`, in order of path."""
        ...


@dataclass(frozen=True, slots=True)
class Memory:
    """Files held in memory."""

    contents: Mapping[str, str | bytes]

    def files(self) -> Iterator[RawFile]:
        """Every file, in order of path."""
        for path, content in sorted(self.contents.items()):
            yield RawFile(path, content.encode() if isinstance(content, str) else content, look_alike(path))


@dataclass(frozen=True, slots=True)
class WorkingTree:
    """The folder on disk; links are never followed."""

    root: Path

    def files(self) -> Iterator[RawFile]:
        """Every file under `records/`, in order of path; hidden ones and editors' leavings are passed over."""
        try:
            for path, entry in sorted(entries(self.root / RECORDS, RECORDS), key=itemgetter(0)):
                yield _raw(path, entry)
        except OSError as refused:
            says = f"{refused.filename} cannot be read: {refused.strerror}."
            raise LifError(says, "Ask for the right to read it.") from None


def entries(folder: Path, path: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every file in a folder and those in it, unread, each with its path; what is hidden is passed over."""
    with os.scandir(folder) as found:
        for entry in found:
            here = f"{path}/{entry.name}"
            if _is_passed_over(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from entries(Path(entry.path), here)
            else:
                yield here, entry


def is_passed_over(path: str) -> bool:
    """Whether a file is hidden or an editor's leaving, or lies in a folder that is."""
    return any(map(_is_passed_over, path.split("/")))


def _is_passed_over(name: str) -> bool:
    return name.startswith((".", "~")) or name.endswith("~")


def shown(path: str) -> str:
    """A path as it can be shown: what cannot be seen in it is written out."""
    if path.isascii() and path.isprintable():
        return path
    return _HIDDEN.sub(lambda hidden: named(hidden[0]), path.encode("utf-8", "backslashreplace").decode())


def unread() -> Fault:
    """Why a link is not read."""
    says = "this is a link or another thing that is not a plain file; it is not read"
    return Fault(NOT_A_FILE, says, "Put the record itself here.", Position(1, 1))


def _raw(path: str, entry: os.DirEntry[str]) -> RawFile:
    seen = shown(path)
    if not seen.endswith(SUFFIX) and not entry.is_symlink():
        return RawFile(seen, b"", look_alike(seen))
    if not entry.is_file(follow_symlinks=False):
        return RawFile(seen, b"", unread())
    data, fault = _read(entry.path)
    return RawFile(seen, b"", too_large()) if len(data) > LARGEST else RawFile(seen, data, fault)


def _read(path: str) -> tuple[bytes, Fault | None]:
    try:
        handle = os.open(path, _OPENED_TO_READ)
    except OSError as refused:
        says = f"the file cannot be opened: {os.strerror(refused.errno or 0)}"
        return b"", Fault(NOT_A_FILE, says, "Ask for the right to read it.", Position(1, 1))
    try:
        data = os.read(handle, _USUAL)
        while len(data) <= LARGEST and (more := os.read(handle, _USUAL)):
            data += more
    finally:
        os.close(handle)
    return data, None


def look_alike(path: str) -> Fault | None:
    """A file that somebody may take for a record although it is not read; any other file is none of ours."""
    if path.endswith(SUFFIX) or not path.lower().endswith((".yml", ".yaml", ".yaml.txt", ".yaml.bak", ".yaml.orig")):
        return None
    says = "this looks like a record, and is not read: the name of a record ends in .yaml, in small letters"
    return Fault(LOOK_ALIKE, says, "Rename it to end in .yaml, or delete it.", Position(1, 1))
