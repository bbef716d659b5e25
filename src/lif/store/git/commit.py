"""Finds the commit that the records belong to, and whether they were changed since, to state it in documents."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lif.store.git.plumbing import Repository
from lif.store.git.revision import Revision, contents_by_blob
from lif.store.load.other_files import is_record_path

_SHORT_LENGTH = 10


@dataclass(frozen=True, slots=True)
class CommitState:
    """A commit, and whether the records that were read differ from those in it."""

    commit: str
    is_changed: bool

    @property
    def says(self) -> str:
        """The state in words: `commit 3f2a91c0de, with changes not committed`."""
        return f"commit {self.commit[:_SHORT_LENGTH]}{', with changes not committed' if self.is_changed else ''}"


def commit_state(root: Path, files: Mapping[str, bytes], revision: str | None) -> CommitState:
    """The commit of the given revision, or else HEAD, compared with the files on disk.

    Differences in line ends are ignored: git may change them on disk. Raises `LifError` where there is no git, no
    repository or no commit.
    """
    repository = Repository(root)
    commit = repository.commit(revision or "HEAD")
    if revision is not None:
        return CommitState(commit, is_changed=False)
    listed = Revision(repository, commit).listed
    at_hand = contents_by_blob(files, listed) | contents_by_blob(_with_unix_line_ends(files), listed)
    committed_files = {raw.path: raw.data for raw in Revision(repository, commit, at_hand).files()}
    records = {path: data for path, data in committed_files.items() if is_record_path(path)}
    return CommitState(commit, _with_unix_line_ends(files) != _with_unix_line_ends(records))


def _with_unix_line_ends(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {path: data.replace(b"\r\n", b"\n") for path, data in files.items()}
