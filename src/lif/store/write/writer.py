"""The only module that writes into a workspace: a change is made whole or not at all, and never over another's.

There are no lock files: a new record is created by an exclusive link, and an edit compares before it replaces.
"""

import os
import stat
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from lif.errors import LifError
from lif.store.disk_errors import in_plain_words
from lif.store.load.source import RECORDS
from lif.store.write import disk
from lif.store.yaml.event_reader import Tree
from lif.store.yaml.parse import parse

_REFUSED = 1
_PARTNERSHIP = f"{RECORDS}/partnership.yaml"


@dataclass(frozen=True, slots=True)
class Change:
    """The change of one file: its POSIX path from the workspace, its present bytes, and its new ones.

    `before` is None for a new file, `after` is None for a deleted one. `wanted` is the tree that must be read back from
    `after`.
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
    """Make all changes, or none: new files, then edits, then deletions, so that each step leaves a valid workspace.

    Raises `LifError`: exit code 1 when a new record already exists, or a file was changed meanwhile; 2 when the disk
    refuses.
    """
    for change in changes:
        _verify(change)
        _refuse_outside_records(change.path)
    _make_all(root, sorted(changes, key=lambda planned: (planned.after is None, planned.before is not None)))


def begin(root: Path, files: Mapping[str, bytes]) -> None:
    """Make a new workspace of these files by their path, records and others, or nothing at all.

    The folder and those above it are made where they do not exist. The partnership record gets its name last, so that
    a workspace whose making was cut short is known by its absence, and can be made again. Raises `LifError`: exit code
    1 when a file already exists; 2 when the disk refuses.
    """
    in_order = sorted(files.items(), key=lambda file: file[0] == _PARTNERSHIP)
    changes = [Change(path, None, data, parse(data).tree if _is_record(path) else None) for path, data in in_order]
    for change in changes:
        if _is_record(change.path):
            _verify(change)
    existing_folder = next(folder for folder in root.parents if folder.is_dir()) if not root.is_dir() else root
    relative_root = root.relative_to(existing_folder)
    _make_all(existing_folder, [replace(change, path=(relative_root / change.path).as_posix()) for change in changes])


def tidy_beginning(root: Path, files: Iterable[str]) -> None:
    """Delete what an earlier beginning of a workspace of these files left unfinished: nobody works in it yet."""
    for folder in {(root / path).parent for path in files}:
        disk.tidy(folder, even_new=True)


def refuse_records(root: Path, files: Mapping[str, bytes] | None = None) -> None:
    """Raise `LifError` where a folder already contains records: no workspace is begun there.

    What an earlier beginning of a workspace of these `files` left when it was cut short does not count.
    """
    records = root / RECORDS
    is_begun = os.path.lexists(root / _PARTNERSHIP) or (os.path.lexists(records) and not _is_folder(records))
    if is_begun or (files is not None and any(_is_foreign(root, path, files) for path in records.rglob("*"))):
        raise LifError(
            f"{root} holds a folder `{RECORDS}` already; nothing was written.", "Name another.", exit_code=_REFUSED
        )


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _is_foreign(root: Path, path: Path, files: Mapping[str, bytes]) -> bool:
    """Whether something under `records/` does not come from a beginning of a workspace of these files."""
    if _is_folder(path) or disk.is_left_over(path.name):
        return False
    wanted = files.get(path.relative_to(root).as_posix())
    return wanted is None or not path.is_file() or path.is_symlink() or disk.read(path) != wanted


def _is_record(path: str) -> bool:
    return path.startswith(f"{RECORDS}/") and path.endswith(".yaml")


def _refuse_outside_records(path: str) -> None:
    if not _is_record(path) or ".." in PurePosixPath(path).parts:
        raise LifError(f"{path} is no place for a record.", "Records stand under records/.")


def _make_all(root: Path, changes: Sequence[Change]) -> None:
    """Make all changes in this order, or none of them."""
    new_folders: list[Path] = []
    ready: list[_Ready] = []
    try:
        ready.extend(_Ready(change, _place(root, change.path, new_folders)) for change in changes)
        for prepared in ready:
            _prepare(prepared)
        for prepared in ready:
            _refuse_if_changed(prepared)
        with disk.undisturbed():
            _apply_all(ready)
    except BaseException as error:
        _clear(ready)
        for folder in reversed(new_folders):
            disk.remove_empty(folder)
        if isinstance(error, OSError):
            raise _disk_error(error) from None
        raise
    finally:
        _clear(ready)


def _apply_all(ready: list[_Ready]) -> None:
    """Give the finished files their names; after any error on the way, restore all of them."""
    started: list[_Ready] = []
    folders = {prepared.place.parent for prepared in ready}
    try:
        for prepared in ready:
            _refuse_if_changed(prepared)
            started.append(prepared)
            _apply(prepared, started)
        for folder in folders:
            disk.sync_folder(folder)
    except BaseException as error:
        unrestored = [prepared.change.path for prepared in reversed(started) if not _restore(prepared)]
        if unrestored:
            raise _incomplete_error(unrestored) from error
        raise
    finally:
        _clear(ready)
    for folder in folders:
        disk.tidy(folder)


def _clear(ready: list[_Ready]) -> None:
    """Delete the temporary files."""
    for prepared in ready:
        for path in (prepared.temporary, prepared.kept):
            if path is not None:
                disk.remove(path)


def _verify(change: Change) -> None:
    """Read the new bytes with the reader that every command uses; they must give the wanted tree."""
    if change.after is None:
        return
    parsed = parse(change.after)
    if parsed.faults or parsed.tree != change.wanted:
        says = f": {parsed.faults[0].message}" if parsed.faults else ""
        raise LifError(f"{change.path} would not read back as it should{says}.", "Nothing was written.", exit_code=1)


def _place(root: Path, path: str, new_folders: list[Path]) -> Path:
    """The file on disk, in a folder that is not a link, and itself not a link; missing folders are made."""
    parts = PurePosixPath(path).parts
    folder = root
    for part in parts[:-1]:
        folder = folder / part
        if not folder.exists() and not folder.is_symlink():
            with suppress(FileExistsError):
                folder.mkdir()
                new_folders.append(folder)
                disk.sync_folder(folder.parent)
        if folder.is_symlink() or not folder.is_dir():
            raise LifError(
                f"{folder.relative_to(root).as_posix()} is a link or no folder; nothing is written through it."
            )
    place = folder / parts[-1]
    if place.is_symlink() or (place.exists() and not place.is_file()):
        raise LifError(f"{path} is a link or no plain file; nothing is written through it.")
    return place


def _prepare(prepared: _Ready) -> None:
    folder, after = prepared.place.parent, prepared.change.after
    if prepared.change.before is not None:
        prepared.kept = disk.temporary_in(folder)
        disk.link_new(prepared.place, prepared.kept)
    if after is None:
        return
    mode = stat.S_IMODE(prepared.place.stat().st_mode) if prepared.change.before is not None else None
    prepared.temporary = disk.temporary_in(folder)
    disk.write_new(prepared.temporary, after, mode)
    if disk.read(prepared.temporary) != after:
        raise LifError(f"The disk did not keep what was written to {prepared.change.path}.", "Nothing was changed.")


def _refuse_if_changed(prepared: _Ready) -> None:
    """Raise `LifError` unless the bytes on disk are still those read before."""
    if prepared.change.before is None:
        if os.path.lexists(prepared.place):
            raise _exists_error(prepared.change)
        return
    try:
        current = disk.read(prepared.place)
    except FileNotFoundError:
        current = b""
    if current != prepared.change.before:
        says = f"{prepared.change.path} was changed by somebody else meanwhile; nothing was written."
        raise LifError(says, "Look at it, then try again.", exit_code=_REFUSED)


def _exists_error(change: Change) -> LifError:
    return LifError(
        f"{change.path} is already there; nothing was written.", "Choose another name: --slug", exit_code=_REFUSED
    )


def _apply(prepared: _Ready, started: list[_Ready]) -> None:
    if prepared.temporary is None:
        prepared.place.unlink()
    elif prepared.change.before is None:
        try:
            disk.link_new(prepared.temporary, prepared.place)
        except FileExistsError:
            started.remove(prepared)
            raise _exists_error(prepared.change) from None
    else:
        disk.replace(prepared.temporary, prepared.place)


def _restore(prepared: _Ready) -> bool:
    """Restore the old file if it was changed; False when the disk refuses. Changes made by others since are left alone.

    The old file was kept under another name, so that a full disk cannot prevent it.
    """
    before, after, place, kept = prepared.change.before, prepared.change.after, prepared.place, prepared.kept
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


def _incomplete_error(paths: list[str]) -> LifError:
    """The error for the worst case: the disk failed in the middle of a change and during its restoration."""
    says = f"The disk broke in the middle of the change. Changed, and not put back: {', '.join(sorted(paths))}."
    return LifError(says, "Look at these files with git diff, then try again.")


def _disk_error(error: OSError) -> LifError:
    return LifError(f"The disk refuses to write: {in_plain_words(error)}.", "No record was changed.")
