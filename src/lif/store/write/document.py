"""Writes a requested document: whole or not at all, and over another file only if told to."""

from pathlib import Path

from lif.errors import LifError
from lif.store.disk_errors import in_plain_words
from lif.store.load.source import RECORDS
from lif.store.write import disk
from lif.store.yaml.text import INVISIBLE_CHARACTER


def save(path: Path, content: bytes, *, over: bool, make_folder: bool = False) -> None:
    """Write the bytes; a file with the same bytes may always be written again, another only where `over` is set.

    `make_folder` makes the folder of the file, but none above it.
    Raises `LifError` when another file has the path, when the path is among the records or git's own files, or when the
    disk refuses; then nothing is changed.
    """
    _refuse_reserved_places(path)
    if make_folder:
        disk.make_folder(path.parent)
    if not path.parent.is_dir():
        raise LifError(f"There is no folder {path.parent} to write {path.name} into.", "Make it first.")
    try:
        if path.is_symlink() or (path.exists() and not path.is_file()):
            raise LifError(f"{path} is not a plain file, so nothing was written.", "Choose another name.")
        if path.exists() and not over and path.read_bytes() != content:
            raise LifError(f"{path} is already there and differs.", "Add --force to write over it.")
        _write_through_temporary(path, content)
    except OSError as error:
        reason = in_plain_words(error)
        raise LifError(f"{path} could not be written: {reason}.", "Nothing was changed.") from None


def _refuse_reserved_places(path: Path) -> None:
    if INVISIBLE_CHARACTER.search(str(path)):
        raise LifError("The name of the file holds an invisible character.", "Type the name anew.")
    absolute = path.resolve()
    if any(folder.name == RECORDS and (folder / "partnership.yaml").is_file() for folder in absolute.parents):
        raise LifError(f"{path} is among the records; a document stands elsewhere.", "Choose another folder.")
    if ".git" in (part.casefold() for part in absolute.parts):
        raise LifError(f"{path} is among git's own files; nothing was written.", "Choose another folder.")


def has_content(path: Path, content: bytes) -> bool:
    """Whether the file has these bytes, whatever its line ends."""
    try:
        return path.read_bytes().replace(b"\r\n", b"\n") == content
    except OSError:
        return False


def _write_through_temporary(path: Path, content: bytes) -> None:
    temporary = disk.temporary_in(path.parent)
    try:
        disk.write_new(temporary, content, None)
        disk.replace(temporary, path)
        disk.sync_folder(path.parent)
    finally:
        disk.remove(temporary)
    disk.tidy(path.parent)
