"""The only module that writes into a workspace: a change is whole or not at all, and never over somebody else's.

No lock files: a new record comes into being by an exclusive link, an edit compares before it replaces.
"""

import os
import stat
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from lif.errors import LifError
from lif.store.load.source import RECORDS
from lif.store.write import disk
from lif.store.yaml.event_reader import Tree
from lif.store.yaml.parse import parse

_REFUSED = 1


@dataclass(frozen=True, slots=True)
class Change:
    """One file's change: its POSIX path from the workspace, the bytes it has, and those it shall have.

    `before` is None for a new file, `after` is None for one that goes. `wanted` is the tree of text that must be read
    back from `after`.
    """

    path: str
    before: bytes | None
    after: bytes | None
    wanted: dict[str, Tree] | None = None


@dataclass
class _Ready:
    """A change with its new bytes already on disk, and the old file kept, under temporary names in the same folder."""

    change: Change
    place: Path
    temporary: Path | None = None
    kept: Path | None = None


def write(root: Path, changes: Sequence[Change]) -> None:
    """Make all changes, or none: new files first, then edits, then removals, each a valid state of the workspace.

    Raises `LifError`: exit code 1 when a new record is already there, or a file was changed meanwhile; 2 when the disk
    refuses.
    """
    for change in changes:
        _proven(change)
        _within_records(change.path)
    _made(root, sorted(changes, key=lambda one: (one.after is None, one.before is not None)))


def begin(root: Path, files: Mapping[str, bytes]) -> None:
    """Make a new workspace of these files by their path, records and others, or nothing at all.

    The folder and those above it are made where they are not there. Raises `LifError`: exit code 1 when a file is
    already there, or when there are records; 2 when the disk refuses.
    """
    refuse_records(root)
    changes = [Change(path, None, data, parse(data).tree if _is_record(path) else None) for path, data in files.items()]
    for change in changes:
        if _is_record(change.path):
            _proven(change)
    there = next(folder for folder in root.parents if folder.is_dir()) if not root.is_dir() else root
    way = root.relative_to(there)
    _made(there, [replace(change, path=(way / change.path).as_posix()) for change in changes])


def refuse_records(root: Path) -> None:
    """Raise `LifError` where a folder holds records already: nothing is begun there."""
    if os.path.lexists(root / RECORDS):
        raise LifError(
            f"{root} holds a folder `{RECORDS}` already; nothing was written.", "Name another.", exit_code=_REFUSED
        )


def _is_record(path: str) -> bool:
    return path.startswith(f"{RECORDS}/") and path.endswith(".yaml")


def _within_records(path: str) -> None:
    if not _is_record(path) or ".." in PurePosixPath(path).parts:
        raise LifError(f"{path} is no place for a record.", "Records stand under records/.")


def _made(root: Path, changes: Sequence[Change]) -> None:
    """Every change in this order, or none of them."""
    made: list[Path] = []
    ready: list[_Ready] = []
    try:
        ready.extend(_Ready(change, _place(root, change.path, made)) for change in changes)
        for one in ready:
            _prepare(one)
        for one in ready:
            _unchanged(one)
        with disk.undisturbed():
            _make(ready)
    except BaseException as stopped:
        _clear(ready)
        for folder in reversed(made):
            disk.remove_empty(folder)
        if isinstance(stopped, OSError):
            raise _plain(stopped) from None
        raise
    finally:
        _clear(ready)


def _make(ready: list[_Ready]) -> None:
    """Give the finished files their names; whatever stops it on the way, all of them are put back as they were."""
    begun: list[_Ready] = []
    folders = {one.place.parent for one in ready}
    try:
        for one in ready:
            _unchanged(one)
            begun.append(one)
            _apply(one, begun)
        for folder in folders:
            disk.sync_folder(folder)
    except BaseException as stopped:
        left = [one.change.path for one in reversed(begun) if not _is_put_back(one)]
        if left:
            raise _half_done(left) from stopped
        raise
    finally:
        _clear(ready)
    for folder in folders:
        disk.tidy(folder)


def _clear(ready: list[_Ready]) -> None:
    """Take the temporary files away."""
    for one in ready:
        for path in (one.temporary, one.kept):
            if path is not None:
                disk.remove(path)


def _proven(change: Change) -> None:
    """What will be written is read back by the same reader that every command uses, and must say what was wanted."""
    if change.after is None:
        return
    found = parse(change.after)
    if found.faults or found.tree != change.wanted:
        says = f": {found.faults[0].message}" if found.faults else ""
        raise LifError(f"{change.path} would not read back as it should{says}.", "Nothing was written.", exit_code=1)


def _place(root: Path, path: str, made: list[Path]) -> Path:
    """The file on disk: in a folder that is no link, itself no link."""
    parts = PurePosixPath(path).parts
    here = root
    for part in parts[:-1]:
        here = here / part
        if not here.exists() and not here.is_symlink():
            with suppress(FileExistsError):
                here.mkdir()
                made.append(here)
                disk.sync_folder(here.parent)
        if here.is_symlink() or not here.is_dir():
            raise LifError(
                f"{here.relative_to(root).as_posix()} is a link or no folder; nothing is written through it."
            )
    place = here / parts[-1]
    if place.is_symlink() or (place.exists() and not place.is_file()):
        raise LifError(f"{path} is a link or no plain file; nothing is written through it.")
    return place


def _prepare(one: _Ready) -> None:
    folder, after = one.place.parent, one.change.after
    if one.change.before is not None:
        one.kept = disk.temporary_in(folder)
        disk.link_new(one.place, one.kept)
    if after is None:
        return
    mode = stat.S_IMODE(one.place.stat().st_mode) if one.change.before is not None else None
    one.temporary = disk.temporary_in(folder)
    disk.write_new(one.temporary, after, mode)
    if disk.read(one.temporary) != after:
        raise LifError(f"The disk did not keep what was written to {one.change.path}.", "Nothing was changed.")


def _unchanged(one: _Ready) -> None:
    """The bytes read before are still the bytes on disk."""
    if one.change.before is None:
        if os.path.lexists(one.place):
            raise _already_there(one.change)
        return
    try:
        now = disk.read(one.place)
    except FileNotFoundError:
        now = b""
    if now != one.change.before:
        says = f"{one.change.path} was changed by somebody else meanwhile; nothing was written."
        raise LifError(says, "Look at it, then try again.", exit_code=_REFUSED)


def _already_there(change: Change) -> LifError:
    return LifError(
        f"{change.path} is already there; nothing was written.", "Choose another name: --slug", exit_code=_REFUSED
    )


def _apply(one: _Ready, begun: list[_Ready]) -> None:
    if one.temporary is None:
        one.place.unlink()
    elif one.change.before is None:
        try:
            disk.link_new(one.temporary, one.place)
        except FileExistsError:
            begun.remove(one)
            raise _already_there(one.change) from None
    else:
        disk.replace(one.temporary, one.place)


def _is_put_back(one: _Ready) -> bool:
    """Put back what was there, if it was changed at all; what somebody else changed since is left to them.

    The old file was kept under another name, so that a disk that is full by now cannot refuse it.
    """
    before, after, place, kept = one.change.before, one.change.after, one.place, one.kept
    try:
        if after is None and kept is not None:
            disk.link_new(kept, place)
        elif os.path.lexists(place) and disk.read(place) == after != before:
            place.unlink() if kept is None else disk.replace(kept, place)
    except FileExistsError:
        return True
    except OSError:
        return False
    return True


def _half_done(left: list[str]) -> LifError:
    """The worst that can happen: the disk broke in the middle, and no longer takes the way back either."""
    says = f"The disk broke in the middle of the change. Changed, and not put back: {', '.join(sorted(left))}."
    return LifError(says, "Look at these files with git diff, then try again.")


def _plain(stopped: OSError) -> LifError:
    return LifError(f"The disk refuses to write: {disk.in_plain_words(stopped)}.", "No record was changed.")
