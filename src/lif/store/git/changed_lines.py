"""Lists the lines that a branch has changed since it left another, for reviewers."""

from collections.abc import Mapping
from difflib import SequenceMatcher
from pathlib import Path

from lif.store.git.plumbing import Repository
from lif.store.git.revision import Revision, contents_by_blob
from lif.store.yaml.text import LARGEST


def changed_lines(root: Path, base: str, files: Mapping[str, bytes]) -> dict[str, frozenset[int]]:
    """The lines, counted from 1, of each file that are new or changed since HEAD and `base` diverged.

    Raises `LifError` when git does not know `base`, or lacks the history before it.
    """
    repository = Repository(root)
    common = repository.merge_base(repository.commit(base), repository.commit("HEAD"))
    listed = Revision(repository, common).listed
    blob_before = {file.path: file.blob for file in listed}
    unchanged = contents_by_blob(files, listed)
    blobs = {path: blob_before[path] for path in files if path in blob_before and blob_before[path] not in unchanged}
    contents_before = dict(repository.blobs(sorted(set(blobs.values())), LARGEST))
    changed = {path: _new_lines(contents_before[blob], files[path]) for path, blob in blobs.items()}
    return {**changed, **{path: _new_lines(b"", files[path]) for path in files if path not in blob_before}}


def _new_lines(before: bytes, after: bytes) -> frozenset[int]:
    match = SequenceMatcher(None, before.split(b"\n"), after.split(b"\n"), autojunk=False)
    return frozenset(
        line + 1
        for kind, _, _, first, last in match.get_opcodes()
        if kind in {"insert", "replace"}
        for line in range(first, last)
    )
