"""The interface of document formats, and what a document depends on besides its text."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from lif.errors import LifError


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that every format can use: its name in the text, its message in words, and its SVG."""

    name: str
    alt: str
    svg: str


@dataclass(frozen=True, slots=True)
class DocumentContext:
    """What the bytes of a document depend on besides its text.

    The day it is made for, its pictures by name, and the partnership's own Word file for its style, where there is one.
    """

    today: date
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    reference: Path | None = None

    def picture(self, name: str) -> Picture:
        """The picture of that name; raises `LifError` where the report has none."""
        if name not in self.pictures:
            available = ", ".join(self.pictures) or "no picture"
            raise LifError(f'The report has no picture "{name}".', f"Correct the template. It has: {available}")
        return self.pictures[name]


_PACKAGES = {"word": ("pypandoc-binary", "resvg-py"), "pdf": ("typst",)}
"""The packages of each extra; lif itself is in no package index, so that no instruction names it there."""


@dataclass(frozen=True, slots=True)
class DocumentFormat:
    """A format by the name users type, which is also the file ending; `needs` are packages of the extra."""

    name: str
    says: str
    write: Callable[[str, DocumentContext], bytes]
    extra: str = ""
    needs: tuple[str, ...] = ()

    @property
    def is_text(self) -> bool:
        """Whether a terminal can show it."""
        return not self.extra

    @property
    def lacks(self) -> str:
        """The packages of the extra that are not installed; empty where none is missing."""
        return ", ".join(package for package in self.needs if find_spec(package) is None)

    @property
    def remedy(self) -> str:
        """The command that installs what is missing, by the names of the packages themselves."""
        return f"pip install {' '.join(_PACKAGES[self.extra])}"

    def of(self, markdown: str, context: DocumentContext) -> bytes:
        """Write the document: the same text, day and pictures give the same bytes.

        Raises `LifError` where an extra is missing.
        """
        if missing := self.lacks:
            raise LifError(f"{self.says} needs more than is installed: {missing}.", self.remedy)
        return self.write(markdown, context)
