"""Lists the record files of a commit, and those of the index for the next commit."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import new as digest

from lif.diagnostics.codes import CONFLICT
from lif.diagnostics.location import TOP
from lif.store.git.plumbing import CONFLICTED, ListedFile, Repository
from lif.store.load.fault import Fault
from lif.store.load.source import RECORDS, RawFile, link_fault, printable_path, raw_file
from lif.store.yaml.text import LARGEST

_SHA1_LENGTH = 40
NOT_FILES = {"120000", "160000"}
"""The modes of links and of submodules."""


@dataclass(frozen=True)
class Revision:
    """The records of one commit; `at_hand` are contents, by git's names for them, that need not be read again."""

    repository: Repository
    commit: str
    at_hand: Mapping[str, bytes] = field(default_factory=dict)

    def files(self) -> Iterator[RawFile]:
        """Every file under `records/`, in order of path."""
        return _files(self.repository, self.listed, self.at_hand)

    @cached_property
    def listed(self) -> tuple[ListedFile, ...]:
        """The files under `records/`, unread."""
        return self.repository.tree(self.commit, RECORDS)


@dataclass(frozen=True)
class Staged:
    """The records of the next commit."""

    repository: Repository
    at_hand: Mapping[str, bytes] = field(default_factory=dict)

    def files(self) -> Iterator[RawFile]:
        """Every file under `records/`, in order of path."""
        return _files(self.repository, self.listed, self.at_hand)

    @cached_property
    def listed(self) -> tuple[ListedFile, ...]:
        """The files under `records/`, unread."""
        return self.repository.index(RECORDS)


def differing_paths(before: Sequence[ListedFile], after: Sequence[ListedFile]) -> frozenset[str]:
    """The paths of files that differ, or exist on one side only."""
    return frozenset(printable_path(file.path) for file in {*before} ^ {*after})


def contents_by_blob(files: Mapping[str, bytes], listed: Sequence[ListedFile]) -> dict[str, bytes]:
    """The contents by git's names for them, which use SHA-1 or SHA-256 as in the listed files."""
    method = "sha1" if all(len(file.blob) == _SHA1_LENGTH for file in listed) else "sha256"
    return {digest(method, b"blob %d\0" % len(data) + data).hexdigest(): data for data in files.values()}


def _files(repository: Repository, listed: Sequence[ListedFile], at_hand: Mapping[str, bytes]) -> Iterator[RawFile]:
    files = sorted(listed, key=lambda file: file.path)
    wanted = {file.blob for file in files if _fault(file) is None}
    data = {**at_hand, **dict(repository.blobs(sorted(wanted - at_hand.keys()), LARGEST))}
    for file in files:
        path, fault = printable_path(file.path), _fault(file)
        yield RawFile(path, b"", fault) if fault else raw_file(path, data[file.blob])


def _fault(file: ListedFile) -> Fault | None:
    """The fault of a file that is not read, as far as the list alone shows it."""
    if file.mode in NOT_FILES:
        return link_fault()
    if file.mode == CONFLICTED:
        says = "two branches changed this file, and the merge is not settled"
        return Fault(CONFLICT, says, "Settle it, then `git add` the file.", TOP)
    return None
