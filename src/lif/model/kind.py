"""A kind of record: its name, its folder, and its model, which is imported when it is first needed."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lif.model.record import Record


@dataclass(frozen=True)
class Kind:
    """A kind of record; `folder` is where its files stand, empty for the partnership, of which there is one."""

    name: str
    folder: str

    @cached_property
    def model(self) -> "type[Record]":
        """The model of its records, from the module of the same name."""
        module = import_module(f"lif.model.kinds.{self.name}")
        found: type[Record] = getattr(module, self.name.capitalize())
        return found

    def id_of(self, slug: str) -> str:
        """The id of the record of this kind with that slug."""
        return f"{self.folder}/{slug}" if self.folder else self.name

    @property
    def article(self) -> str:
        """`an audit`, `a need`."""
        return f"{'an' if self.name[0] in 'aeiou' else 'a'} {self.name}"


def kinds_named(*names: str, uncounted: tuple[str, ...] = ()) -> Iterator[Kind]:
    """Kinds in order; a folder is the plural, save for words that have none."""
    for name in names:
        plural = name if name in uncounted else f"{name}s"
        yield Kind(name, "" if name == "partnership" else plural.replace("ys", "ies"))
