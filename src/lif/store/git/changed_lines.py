"""Which lines of which files a branch has changed since it left another: what a reviewer looks at first."""

from collections.abc import Mapping
from difflib import SequenceMatcher
from pathlib import Path

from lif.store.git.plumbing import Repository
from lif.store.git.revision import Revision, contents
from lif.store.yaml.text import LARGEST


def touched(root: Path, base: str, files: Mapping[str, bytes]) -> dict[str, frozenset[int]]:
    """The lines, counted from 1, of each of these files that are new or changed since HEAD and `base` went apart.

    Raises `LifError` when git does not know `base`, or not enough of what came before.
    """
    repository = Repository(root)
    common = repository.merge_base(repository.commit(base), repository.commit("HEAD"))
    listed = Revision(repository, common).listed
    before = {one.path: one.blob for one in listed}
    same = contents(files, listed)
    wanted = {path: before[path] for path in files if path in before and before[path] not in same}
    old = dict(repository.blobs(sorted(set(wanted.values())), LARGEST))
    changed = {path: _new_lines(old[blob], files[path]) for path, blob in wanted.items()}
    return {**changed, **{path: _new_lines(b"", files[path]) for path in files if path not in before}}


def _new_lines(before: bytes, after: bytes) -> frozenset[int]:
    match = SequenceMatcher(None, before.split(b"\n"), after.split(b"\n"), autojunk=False)
    return frozenset(
        line + 1
        for kind, _, _, first, last in match.get_opcodes()
        if kind in {"insert", "replace"}
        for line in range(first, last)
    )
