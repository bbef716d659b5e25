"""The two states of the records that are compared: revisions, or what is on disk."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lif.diagnostics.diagnostic import Diagnostic, Problem
from lif.store.git.plumbing import Repository
from lif.store.git.revision import Revision, contents
from lif.store.load.load import Loaded, Watch, load
from lif.store.load.positions import path_of, place
from lif.store.load.source import WorkingTree
from lif.store.workspace import Workspace

ON_DISK = "the files on disk"
_APART, _BETWEEN = "...", ".."


@dataclass(frozen=True, slots=True)
class Sides:
    """Both states, read; what is the same on both was read once. The names are those that people gave them.

    `commits` are git's names for both, None for what is on disk.
    """

    base: str
    head: str
    before: Loaded
    after: Loaded
    commits: tuple[str, str | None]

    @property
    def private(self) -> frozenset[str]:
        """The ids of records that hold on either side what could identify a person: no value of them is shown."""
        paths = (one.path for side in (self.before, self.after) for one in side.private)
        return frozenset(path.removeprefix("records/").removesuffix(".yaml") for path in paths)

    @property
    def differing(self) -> int:
        """How many files of records stand on both sides with other bytes."""
        both = self.before.files.keys() & self.after.files.keys()
        return sum(self.before.files[path] != self.after.files[path] for path in both)


def placed(problems: Iterable[Problem], before: Loaded, after: Loaded) -> Iterator[Diagnostic]:
    """Each problem at its place in the file as it is now, or as it was where the file is gone."""
    listed = tuple(problems)
    yield from place((one for one in listed if path_of(one.record) in after.files), after)
    yield from place((one for one in listed if path_of(one.record) not in after.files), before)


def sides(workspace: Workspace, asked: str | None, watch: Watch = iter) -> Sides:
    """The states named by `A..B`, `A...B` (where B left A, to B) or `A` (to what is on disk); A is HEAD if not said."""
    root, kept = workspace.root, workspace.kept
    repository = Repository(root)
    base, head, since = _named(repository, asked or "HEAD")
    until = repository.commit(head) if head else None
    after = load(Revision(repository, until) if until else WorkingTree(root), kept, watch=watch)
    before = Revision(repository, since)
    at_hand = contents(after.files, before.listed)
    found = load(Revision(repository, since, at_hand), kept, like=after, watch=watch)
    return Sides(base, head or ON_DISK, found, after, (since, until))


def _named(repository: Repository, asked: str) -> tuple[str, str, str]:
    """The names of both states, the second empty for what is on disk, and the commit of the first."""
    for sign in (_APART, _BETWEEN):
        first, found, last = asked.partition(sign)
        if found:
            base, head = first or "HEAD", last or "HEAD"
            since = repository.commit(base)
            if sign == _APART:
                since = repository.merge_base(since, repository.commit(head))
            return base, head, since
    return asked, "", repository.commit(asked)
