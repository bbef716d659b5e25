"""Where templates are: a partnership's own copies first, then those that ship with the program."""

import re
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from lif.errors import LifError

ENDING = ".md.j2"
FOLDER = "templates"
"""The folder of a workspace that holds its own copies."""
REFERENCE = "reference.docx"
"""The Word file in it from which documents take their look: letters, headings, the letterhead."""
_FIRST_LINE = re.compile(r"\{# lif template ([a-z0-9_-]+), version (\d+) #\}")
_OTHERS = re.compile(r"\{%-?\s*(?:include|from)\s+[\"']([^\"']+)[\"']")


def shipped() -> Path:
    """Where the shipped templates are: inside the wheel, or beside `src/` in an editable install."""
    packed = Path(str(files("lif"))) / "_data" / FOLDER
    return packed if packed.is_dir() else Path(__file__).parents[4] / FOLDER


@dataclass(frozen=True)
class Shelf:
    """The folders in which a template is looked for; `own` wins where it holds one."""

    own: Path | None = None

    @classmethod
    def of(cls, root: Path) -> "Shelf":
        """The shelf of the workspace in that folder."""
        own = root / FOLDER
        is_own = own.is_dir() and not own.is_symlink() and own.resolve() != shipped().resolve()
        return cls(own if is_own else None)

    @cached_property
    def folders(self) -> tuple[Path, ...]:
        """Where to look, in this order."""
        return tuple(folder.resolve() for folder in (self.own, shipped()) if folder)

    def find(self, name: str) -> Path | None:
        """The file of a template by its name, without its ending."""
        found = (folder / f"{name}{ENDING}" for folder in self.folders)
        return next((path for path in found if path.is_file() and not path.is_symlink()), None)

    def is_own(self, name: str) -> bool:
        """Whether the partnership has a copy of its own."""
        path = self.find(name)
        return self.own is not None and path is not None and path.parent == self.own.resolve()

    @property
    def reference(self) -> Path | None:
        """The partnership's own Word file that documents take their look from, where it has one."""
        path = self.own / REFERENCE if self.own else None
        return path if path and path.is_file() and not path.is_symlink() else None

    def place(self, file_name: str) -> str:
        """How a file is named to people: `templates/annual.md.j2`."""
        return f"{FOLDER}/{file_name}"

    def text(self, name: str) -> bytes:
        """The bytes of a template; `LifError` when this copy of the program lacks it."""
        path = self.find(name)
        if path is None:
            raise LifError(f"There is no template {name}{ENDING}.", "lif templates list names them.")
        return path.read_bytes()

    def version(self, name: str) -> int | None:
        """The version in the first line of a template; None when it does not say."""
        first = self.text(name).split(b"\n", 1)[0].decode("utf-8", "replace").strip()
        said = _FIRST_LINE.fullmatch(first)
        return int(said[2]) if said else None

    def older(self, name: str) -> tuple[int, int] | None:
        """The versions of an own copy and of the shipped one, where the copy is older; one that says none is 0."""
        if not self.is_own(name) or Shelf().find(name) is None:
            return None
        mine, theirs = self.version(name) or 0, Shelf().version(name) or 0
        return (mine, theirs) if mine < theirs else None

    def content(self, name: str) -> str:
        """What names exactly these bytes: the template and every other that it uses."""
        seen: dict[str, bytes] = {}
        way = [name]
        while way:
            one = way.pop()
            if one not in seen and self.find(one):
                seen[one] = self.text(one)
                way += [other.removesuffix(ENDING) for other in _OTHERS.findall(seen[one].decode("utf-8", "replace"))]
        digest = sha256()
        for one, data in sorted(seen.items()):
            digest.update(f"{one}\n{len(data)}\n".encode() + data)
        return digest.hexdigest()
