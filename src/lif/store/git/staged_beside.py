"""Lists the files beside the records that the next commit changes, wherever in the repository they lie."""

from collections.abc import Iterator
from pathlib import Path

from lif.store.git.plumbing import CONFLICTED, Repository
from lif.store.git.revision import NOT_FILES
from lif.store.load.source import RECORDS, printable_path
from lif.store.privacy.beside import LARGEST_FILE


def changed_beside(root: Path, head: str | None) -> Iterator[tuple[str, bytes]]:
    """Each new or changed file that lies elsewhere than under `records/`, by its path from the top of the repository.

    Links and submodules hold no text of their own; a file that a merge has not settled is not committed.
    """
    top = Repository(root).top()
    records = f"{_from_top(root, top.folder)}{RECORDS}/"
    before = set(top.tree(head, ".")) if head else set()
    changed: dict[str, list[str]] = {}
    for file in top.index("."):
        is_read = file.mode not in {*NOT_FILES, CONFLICTED} and not file.path.startswith(records)
        if is_read and file not in before:
            changed.setdefault(file.blob, []).append(file.path)
    for blob, data in top.blobs(changed, LARGEST_FILE):
        for path in changed[blob]:
            yield printable_path(path), data


def _from_top(root: Path, top: Path) -> str:
    below = root.resolve().relative_to(top.resolve()).as_posix()
    return "" if below == "." else f"{below}/"
