"""The folder people work in: found from where they stand, by its `records/`."""

from dataclasses import dataclass
from pathlib import Path

from lif.errors import LifError
from lif.store.load import Loaded, Watch, load
from lif.store.source import RECORDS, WorkingTree


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with `records/` in it."""

    root: Path

    @classmethod
    def find(cls, start: Path) -> "Workspace":
        """The nearest folder, from `start` upwards, that holds `records/`."""
        here = start.resolve()
        if not here.is_dir():
            raise LifError(f"There is no folder {start}.", "Check the spelling after -C.")
        for folder in (here, *here.parents):
            if (folder / RECORDS).is_dir() and not (folder / RECORDS).is_symlink():
                return cls(folder)
        raise LifError(
            f"No `records` folder in {start}, nor in any folder above it.",
            "Go to the folder that holds `records`, or name it: lif -C FOLDER check. To begin one: lif init",
        )

    def load(self, revision: str | None = None, watch: Watch = iter) -> Loaded:
        """Read everything in it, as it stands on disk or as it was in a revision."""
        if revision is None:
            return load(WorkingTree(self.root), watch=watch)
        from lif.store.git import Repository
        from lif.store.revision import Revision

        repository = Repository(self.root)
        return load(Revision(repository, repository.commit(revision)), watch=watch)
