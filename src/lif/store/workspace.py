"""Finds the workspace, the folder with `records/` at or above the current folder, and loads it."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from lif.errors import LifError
from lif.store.load.source import RECORDS

if TYPE_CHECKING:
    from lif.store.cache.database import Cache
    from lif.store.load.load import Loaded, Watch


@dataclass(frozen=True)
class Workspace:
    """A folder with `records/` in it; `remembers` when it uses the cache."""

    root: Path
    remembers: bool = False

    @classmethod
    def find(cls, start: Path, *, remembers: bool = False) -> "Workspace":
        """The nearest folder, from `start` upwards, that contains `records/`."""
        resolved = start.resolve()
        if not resolved.is_dir():
            raise LifError(f"There is no folder {start}.", "Check the spelling after -C.")
        for folder in (resolved, *resolved.parents):
            if (folder / RECORDS).is_dir() and not (folder / RECORDS).is_symlink():
                return cls(folder, remembers)
        raise LifError(
            f"No `records` folder in {start}, nor in any folder above it.",
            "Go to the folder that holds `records`, or name it: lif -C FOLDER check. To begin one: lif init",
        )

    @cached_property
    def kept(self) -> "Cache":
        """The cache of the workspace."""
        from lif.store.cache.database import Cache, DatabaseCache

        if not self.remembers:
            return Cache()
        from lif.store.cache.folder import cache_file, cache_folder
        from lif.store.cache.program import program_id

        folder = cache_folder(self.root)
        return DatabaseCache(cache_file(folder, program_id())) if folder else Cache()

    def load(self, revision: str | None = None, watch: "Watch" = iter) -> "Loaded":
        """Load all records, from the disk or from a revision."""
        from lif.store.load.load import load
        from lif.store.load.source import WorkingTree

        if revision is None:
            return load(WorkingTree(self.root), self.kept, watch=watch)
        from lif.store.git.plumbing import Repository
        from lif.store.git.revision import Revision

        repository = Repository(self.root)
        return load(Revision(repository, repository.commit(revision)), self.kept, watch=watch)
