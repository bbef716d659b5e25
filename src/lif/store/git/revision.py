"""Records as git holds them: those of a revision, and those that the next commit will hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import new as digest

from lif.diagnostics.codes import CONFLICT
from lif.diagnostics.location import TOP
from lif.store.git.plumbing import CONFLICTED, Listed, Repository
from lif.store.load.fault import Fault
from lif.store.load.source import RECORDS, SUFFIX, RawFile, is_passed_over, look_alike, shown, unread
from lif.store.yaml.text import LARGEST

_SHA1_LENGTH = 40
NOT_FILES = {"120000", "160000"}
"""Links, and whole repositories inside this one."""


@dataclass(frozen=True)
class Revision:
    """The records of one commit; `at_hand` are contents by git's names for them that need not be read again."""

    repository: Repository
    commit: str
    at_hand: Mapping[str, bytes] = field(default_factory=dict)

    def files(self) -> Iterator[RawFile]:
        """Every file under `records/`, in order of path."""
        return _files(self.repository, self.listed, self.at_hand)

    @cached_property
    def listed(self) -> tuple[Listed, ...]:
        """What stands under `records/`, unread."""
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
    def listed(self) -> tuple[Listed, ...]:
        """What stands under `records/`, unread."""
        return self.repository.index(RECORDS)


def differing(before: Sequence[Listed], after: Sequence[Listed]) -> frozenset[str]:
    """The paths of files that differ, or stand on one side only."""
    return frozenset(shown(one.path) for one in {*before} ^ {*after})


def contents(files: Mapping[str, bytes], listed: Sequence[Listed]) -> dict[str, bytes]:
    """The contents by the names that git gives them, in the way in which what is listed is named."""
    method = "sha1" if all(len(one.blob) == _SHA1_LENGTH for one in listed) else "sha256"
    return {digest(method, b"blob %d\0" % len(data) + data).hexdigest(): data for data in files.values()}


def _files(repository: Repository, listed: Sequence[Listed], at_hand: Mapping[str, bytes]) -> Iterator[RawFile]:
    kept = sorted((one for one in listed if not is_passed_over(one.path)), key=lambda one: one.path)
    faults = [_fault(one) for one in kept]
    read = [one.path.endswith(SUFFIX) and fault is None for one, fault in zip(kept, faults, strict=True)]
    wanted = {one.blob for one, is_read in zip(kept, read, strict=True) if is_read}
    data = {**at_hand, **dict(repository.blobs(sorted(wanted - at_hand.keys()), LARGEST))}
    for one, fault, is_read in zip(kept, faults, read, strict=True):
        yield RawFile(shown(one.path), data[one.blob] if is_read else b"", fault)


def _fault(one: Listed) -> Fault | None:
    """Why a file is not read, as it can be told from the list alone."""
    if one.mode in NOT_FILES:
        return unread()
    if one.mode == CONFLICTED:
        says = "two branches changed this file, and the merge is not settled"
        return Fault(CONFLICT, says, "Settle it, then `git add` the file.", TOP)
    return look_alike(shown(one.path))
