"""A kind of record: its name, its folder, and its model, which is imported when it is first needed."""

from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lif.model.declaration import Declaration
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

    @property
    def declares(self) -> "Declaration":
        """What the kind says of itself, in its own file."""
        return self.model.declares

    @cached_property
    def lists_of_recommendations(self) -> tuple[str, ...]:
        """The fields that hold recommendations: what a record of this kind asks for, item by item."""
        from lif.model.parts.shape import shape_of
        from lif.model.record import Recommendation

        fields = shape_of(self.model).values()
        return tuple(field.name for field in fields if field.part and issubclass(field.part, Recommendation))

    @property
    def counted(self) -> tuple[str, str]:
        """The words for one record and for several: `audit`, `audits`; `piece of learning`, `pieces of learning`."""
        return self.declares.counted or (self.name, self.folder)

    def id_of(self, slug: str) -> str:
        """The id of the record of this kind with that slug."""
        return f"{self.folder}/{slug}" if self.folder else self.name

    @property
    def article(self) -> str:
        """`an audit`, `a need`."""
        return f"{'an' if self.name[0] in 'aeiou' else 'a'} {self.name}"


def kind_named(name: str, folder: str | None = None) -> Kind:
    """A kind whose folder is the plural of its name; `folder` where the word has no plural, or there is no folder."""
    plural = f"{name}s".replace("ys", "ies")
    return Kind(name, plural if folder is None else folder)
