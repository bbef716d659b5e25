"""Writes a document that somebody asked for: whole or not at all, and never over another without being told to."""

from pathlib import Path

from lif.errors import LifError
from lif.store.load.source import RECORDS
from lif.store.write import disk
from lif.store.yaml.text import INVISIBLE_CHARACTER


def save(path: Path, content: bytes, *, over: bool, make_folder: bool = False) -> None:
    """Write the bytes; the same bytes may always be written again, other ones only where `over` says so.

    `make_folder` makes the folder it stands in, but none above that.
    Raises `LifError` when another file is there, where records or git's own files stand, or when the disk refuses;
    then nothing is changed.
    """
    _refuse_places_of_others(path)
    if make_folder:
        disk.make_folder(path.parent)
    if not path.parent.is_dir():
        raise LifError(f"There is no folder {path.parent} to write {path.name} into.", "Make it first.")
    try:
        if path.is_symlink() or (path.exists() and not path.is_file()):
            raise LifError(f"{path} is not a plain file, so nothing was written.", "Choose another name.")
        if path.exists() and not over and path.read_bytes() != content:
            raise LifError(f"{path} is already there and differs.", "Add --force to write over it.")
        _put(path, content)
    except OSError as refused:
        why = disk.in_plain_words(refused)
        raise LifError(f"{path} could not be written: {why}.", "Nothing was changed.") from None


def _refuse_places_of_others(path: Path) -> None:
    if INVISIBLE_CHARACTER.search(str(path)):
        raise LifError("The name of the file holds an invisible character.", "Type the name anew.")
    whole = path.resolve()
    if any(one.name == RECORDS and (one / "partnership.yaml").is_file() for one in whole.parents):
        raise LifError(f"{path} is among the records; a document stands elsewhere.", "Choose another folder.")
    if ".git" in (part.casefold() for part in whole.parts):
        raise LifError(f"{path} is among git's own files; nothing was written.", "Choose another folder.")


def is_there(path: Path, content: bytes) -> bool:
    """Whether the file holds those bytes, whatever its line ends."""
    try:
        return path.read_bytes().replace(b"\r\n", b"\n") == content
    except OSError:
        return False


def _put(path: Path, content: bytes) -> None:
    temporary = disk.temporary_in(path.parent)
    try:
        disk.write_new(temporary, content, None)
        disk.replace(temporary, path)
        disk.sync_folder(path.parent)
    finally:
        disk.remove(temporary)
    disk.tidy(path.parent)
