"""Which commit the records belong to, and whether they were changed since: what a document does not say of itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lif.store.git.plumbing import Repository
from lif.store.git.revision import Revision, contents
from lif.store.load.source import SUFFIX

_SHORT = 10


@dataclass(frozen=True, slots=True)
class Committed:
    """A commit, and whether the records that were read differ from those it holds."""

    commit: str
    is_changed: bool

    @property
    def says(self) -> str:
        """`commit 3f2a91c0de, with changes not committed`."""
        return f"commit {self.commit[:_SHORT]}{', with changes not committed' if self.is_changed else ''}"


def committed(root: Path, files: Mapping[str, bytes], revision: str | None) -> Committed:
    """The commit of the revision the files were read from, or else the newest one beside which they stand on disk.

    The ends of lines count for nothing: git may give them another form on disk. Raises `LifError` where there is no
    git, no repository or no commit.
    """
    repository = Repository(root)
    commit = repository.commit(revision or "HEAD")
    if revision is not None:
        return Committed(commit, is_changed=False)
    listed = Revision(repository, commit).listed
    at_hand = contents(files, listed) | contents(_unix(files), listed)
    there = {raw.path: raw.data for raw in Revision(repository, commit, at_hand).files()}
    records = {path: data for path, data in there.items() if path.endswith(SUFFIX)}
    return Committed(commit, _unix(files) != _unix(records))


def _unix(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {path: data.replace(b"\r\n", b"\n") for path, data in files.items()}
