"""Lists the texts kept beside the records in git: documents among them may be out of date when records change."""

import stat
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from lif.store.git.plumbing import ListedFile, Repository
from lif.store.git.revision import NOT_FILES
from lif.store.load.other_files import is_hidden
from lif.store.load.source import RECORDS, printable_path

_TEXT_SUFFIXES = (".md", ".html")
_MOST = 1_000
"""The most texts looked into; a repository with more of them does not keep documents."""
_LARGEST = 1024 * 1024
"""The most bytes looked into of each."""


def unchanged_documents(root: Path, before: str, after: str | None) -> Iterator[tuple[str, str]]:
    """Each Markdown and HTML file that is the same in two commits, by its path from the workspace, with its text.

    Without a second commit: each that is on disk as in the first. Files written anew are not among them.
    """
    repository = Repository(root)
    listed = repository.tree(before, ".")
    if after is not None:
        files_after = set(repository.tree(after, "."))
        listed = tuple(file for file in listed if file in files_after)
    paths: dict[str, list[str]] = {}
    for file in islice(filter(_is_text, listed), _MOST):
        paths.setdefault(file.blob, []).append(file.path)
    for blob, data in repository.blobs(paths, _LARGEST):
        text = data.decode("utf-8", "replace")
        for path in paths[blob]:
            if after is not None or _holds(root / path, data):
                yield printable_path(path), text


def _is_text(file: ListedFile) -> bool:
    is_beside = not file.path.startswith(f"{RECORDS}/") and not is_hidden(file.path)
    return is_beside and file.mode not in NOT_FILES and file.path.lower().endswith(_TEXT_SUFFIXES)


def _holds(path: Path, data: bytes) -> bool:
    """Whether it is a plain file with these bytes, whatever its line ends."""
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > 2 * _LARGEST:
            return False
        content = path.read_bytes()
    except OSError:
        return False
    return content[: _LARGEST + 1] == data or content.replace(b"\r\n", b"\n")[: _LARGEST + 1] == data
