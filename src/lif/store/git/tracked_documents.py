"""Texts that are kept beside the records in git: the documents among them may go stale when records change."""

import stat
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from lif.store.git.plumbing import Listed, Repository
from lif.store.git.revision import NOT_FILES
from lif.store.load.source import RECORDS, is_passed_over, shown

_TEXTS = (".md", ".html")
_MOST = 1_000
"""So many texts are looked into; a repository with more of them keeps something else than documents."""
_LARGEST = 1024 * 1024
"""So many bytes of each are."""


def left_alone(root: Path, before: str, after: str | None) -> Iterator[tuple[str, str]]:
    """Each Markdown and HTML file that two commits hold alike, by its path from the workspace, with its text.

    Without a second commit: those that are on disk as the first has them. What was written anew is not among them.
    """
    repository = Repository(root)
    listed = repository.tree(before, ".")
    if after is not None:
        same = set(repository.tree(after, "."))
        listed = tuple(one for one in listed if one in same)
    paths: dict[str, list[str]] = {}
    for one in islice(filter(_is_text, listed), _MOST):
        paths.setdefault(one.blob, []).append(one.path)
    for blob, data in repository.blobs(paths, _LARGEST):
        text = data.decode("utf-8", "replace")
        for path in paths[blob]:
            if after is not None or _holds(root / path, data):
                yield shown(path), text


def _is_text(one: Listed) -> bool:
    is_beside = not one.path.startswith(f"{RECORDS}/") and not is_passed_over(one.path)
    return is_beside and one.mode not in NOT_FILES and one.path.lower().endswith(_TEXTS)


def _holds(path: Path, data: bytes) -> bool:
    """Whether a plain file holds these bytes, whatever its line ends."""
    try:
        about = path.lstat()
        if not stat.S_ISREG(about.st_mode) or about.st_size > 2 * _LARGEST:
            return False
        found = path.read_bytes()
    except OSError:
        return False
    return found[: _LARGEST + 1] == data or found.replace(b"\r\n", b"\n")[: _LARGEST + 1] == data
