"""Loads the two states of the records to compare: revisions, or the files on disk."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lif.diagnostics.diagnostic import Diagnostic, Problem
from lif.store.git.plumbing import Repository
from lif.store.git.revision import Revision, contents_by_blob
from lif.store.load.load import Loaded, Watch, load
from lif.store.load.positions import path_of, place_problems
from lif.store.load.source import WorkingTree
from lif.store.workspace import Workspace

ON_DISK = "the files on disk"
_FROM_MERGE_BASE, _FROM_BASE = "...", ".."


@dataclass(frozen=True, slots=True)
class ComparedStates:
    """Both states, loaded; files that are the same on both sides were read once. The names are those the user gave.

    `commits` are the ids of both commits, None for the files on disk.
    """

    base: str
    head: str
    before: Loaded
    after: Loaded
    commits: tuple[str, str | None]

    @property
    def private(self) -> frozenset[str]:
        """The ids of records with anything on either side that could identify a person: no value of them is shown."""
        paths = (private_text.path for side in (self.before, self.after) for private_text in side.private)
        return frozenset(path.removeprefix("records/").removesuffix(".yaml") for path in paths)

    @property
    def differing(self) -> int:
        """The number of record files on both sides whose bytes differ."""
        both = self.before.files.keys() & self.after.files.keys()
        return sum(self.before.files[path] != self.after.files[path] for path in both)


def place_change_problems(problems: Iterable[Problem], before: Loaded, after: Loaded) -> Iterator[Diagnostic]:
    """Each problem at its position in the file after the change, or before it where the file was deleted."""
    listed = tuple(problems)
    yield from place_problems((problem for problem in listed if path_of(problem.record) in after.files), after)
    yield from place_problems((problem for problem in listed if path_of(problem.record) not in after.files), before)


def load_states(workspace: Workspace, revisions: str | None, watch: Watch = iter) -> ComparedStates:
    """Load the states named by `A..B`, `A...B` (from where B left A, to B) or `A` (to the files on disk).

    A is HEAD if not given.
    """
    root, cache = workspace.root, workspace.kept
    repository = Repository(root)
    base, head, base_commit = _parse_revisions(repository, revisions or "HEAD")
    head_commit = repository.commit(head) if head else None
    after = load(Revision(repository, head_commit) if head_commit else WorkingTree(root), cache, watch=watch)
    before = Revision(repository, base_commit)
    at_hand = contents_by_blob(after.files, before.listed)
    loaded_before = load(Revision(repository, base_commit, at_hand), cache, like=after, watch=watch)
    return ComparedStates(base, head or ON_DISK, loaded_before, after, (base_commit, head_commit))


def _parse_revisions(repository: Repository, revisions: str) -> tuple[str, str, str]:
    """The names of both states, the second empty for the files on disk, and the commit of the first."""
    for dots in (_FROM_MERGE_BASE, _FROM_BASE):
        first, separator, last = revisions.partition(dots)
        if separator:
            base, head = first or "HEAD", last or "HEAD"
            base_commit = repository.commit(base)
            if dots == _FROM_MERGE_BASE:
                base_commit = repository.merge_base(base_commit, repository.commit(head))
            return base, head, base_commit
    return revisions, "", repository.commit(revisions)
