"""Find templates: a partnership's own copies first, then those that ship with the program."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from lif.errors import LifError

ENDING = ".md.j2"
FOLDER = "templates"
"""The folder of a workspace for its own copies."""
REFERENCE = "reference.docx"
"""The Word file in that folder that gives documents their style: fonts, headings, the letterhead."""
_FIRST_LINE = re.compile(r"\{# lif template ([a-z0-9_-]+), version (\d+) #\}")
_INCLUDED = re.compile(r"\{%-?\s*(?:include|from)\s+[\"']([^\"']+)[\"']")


def shipped_folder() -> Path:
    """The folder of the shipped templates: inside the wheel, or beside `src/` in an editable install."""
    packed = Path(str(files("lif"))) / "_data" / FOLDER
    return packed if packed.is_dir() else Path(__file__).parents[4] / FOLDER


@dataclass(frozen=True)
class TemplateFolders:
    """The folders searched for a template; a copy in `own` takes precedence over the shipped one."""

    own: Path | None = None

    @classmethod
    def of(cls, root: Path) -> "TemplateFolders":
        """The template folders of the workspace in `root`."""
        own = root / FOLDER
        is_own = own.is_dir() and not own.is_symlink() and own.resolve() != shipped_folder().resolve()
        return cls(own if is_own else None)

    @cached_property
    def folders(self) -> tuple[Path, ...]:
        """The folders to search, in order."""
        return tuple(folder.resolve() for folder in (self.own, shipped_folder()) if folder)

    def find(self, name: str) -> Path | None:
        """The file of a template by its name without the ending; None where there is none."""
        paths = (folder / f"{name}{ENDING}" for folder in self.folders)
        return next((path for path in paths if path.is_file() and not path.is_symlink()), None)

    def is_own(self, name: str) -> bool:
        """Whether the partnership has its own copy."""
        path = self.find(name)
        return self.own is not None and path is not None and path.parent == self.own.resolve()

    @property
    def reference(self) -> Path | None:
        """The partnership's own Word file for the style of documents, where it has one."""
        path = self.own / REFERENCE if self.own else None
        return path if path and path.is_file() and not path.is_symlink() else None

    def place(self, file_name: str) -> str:
        """The path of a file as messages show it: `templates/annual.md.j2`."""
        return f"{FOLDER}/{file_name}"

    def text(self, name: str) -> bytes:
        """The bytes of a template; raises `LifError` where there is no such template."""
        path = self.find(name)
        if path is None:
            raise LifError(f"There is no template {name}{ENDING}.", "lif templates list names them.")
        return path.read_bytes()

    def version(self, name: str) -> int | None:
        """The version in the first line of a template; None where there is none."""
        first = self.text(name).split(b"\n", 1)[0].decode("utf-8", "replace").strip()
        match = _FIRST_LINE.fullmatch(first)
        return int(match[2]) if match else None

    def older(self, name: str) -> tuple[int, int] | None:
        """The versions of an own copy and of the shipped template, where the copy is older; a missing version is 0."""
        if not self.is_own(name) or TemplateFolders().find(name) is None:
            return None
        own_version, shipped_version = self.version(name) or 0, TemplateFolders().version(name) or 0
        return (own_version, shipped_version) if own_version < shipped_version else None

    def content(self, name: str) -> str:
        """The SHA-256 of a template and all templates it includes or imports, in hex."""
        digest = sha256()
        for template, data in sorted(self._with_included(name).items()):
            digest.update(f"{template}\n{len(data)}\n".encode() + data)
        return digest.hexdigest()

    def own_sources(self, name: str) -> Iterator[tuple[str, str]]:
        """The partnership's own copies among a template and those it includes: the file name and the text of each."""
        for template, data in self._with_included(name).items():
            if self.is_own(template):
                yield f"{template}{ENDING}", data.decode("utf-8", "replace")

    def _with_included(self, name: str) -> dict[str, bytes]:
        """A template and all that it includes or imports, by name."""
        texts: dict[str, bytes] = {}
        to_read = [name, "_words"]
        while to_read:
            template = to_read.pop()
            if template not in texts and self.find(template):
                texts[template] = self.text(template)
                to_read += [
                    file_name.removesuffix(ENDING)
                    for file_name in _INCLUDED.findall(texts[template].decode("utf-8", "replace"))
                ]
        return texts
