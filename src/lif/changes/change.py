"""The types of a change: the differences of a record between two snapshots, field by field."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from lif.diagnostics.location import FieldPath, spelled
from lif.model.kind import Kind

Tree = Mapping[str, Any]
"""A record as plain values: texts, numbers, lists of them, and further trees."""


def part_at(tree: Tree, at: FieldPath) -> Tree:
    """The part of a tree at a path; an empty tree where there is none."""
    part: Any = tree
    for step in at:
        try:
            part = part[step]
        except (KeyError, IndexError, TypeError):
            return {}
    return part if isinstance(part, Mapping) else {}


class ChangeKind(StrEnum):
    """What happened to a record, or to a part of a list in it."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One value that is different: None on the side where there is none.

    `at` is its path after the change, or before the change where the value was removed. `item` is the key or name of
    the part of a list that holds it, and `item_is` whether that whole part is new or gone. `is_hidden` when the readers
    may not see the values.
    """

    at: FieldPath
    before: Any
    after: Any
    item: str = ""
    item_is: ChangeKind = ChangeKind.CHANGED
    is_hidden: bool = False

    @property
    def field(self) -> str:
        """The field path as people write it."""
        return spelled(self.at)

    @property
    def part(self) -> FieldPath:
        """The path of the part of a list that holds the value; of the field itself where it is not in a list."""
        return self.at[: next((place for place, step in enumerate(self.at, 1) if isinstance(step, int)), len(self.at))]


@dataclass(frozen=True, slots=True)
class RecordChange:
    """The change of one record; `was` is its id before, and `is_unread` when one side of it cannot be read at all.

    `is_hidden` when the readers may see only its id and the names of its fields.
    """

    id: str
    kind: Kind
    what: ChangeKind
    title: str
    fields: tuple[FieldChange, ...]
    before: Tree
    after: Tree
    was: str = ""
    is_unread: bool = False
    is_hidden: bool = False

    def touches(self, *names: str) -> bool:
        """Whether one of these fields, or something in it, is different."""
        return any(change.at[0] in names for change in self.fields)

    def of(self, name: str) -> FieldChange | None:
        """The change of a field that holds one value."""
        return next((change for change in self.fields if change.at == (name,)), None)


@dataclass(frozen=True, slots=True)
class Changes:
    """Every record that changed, in order of id, and the old id of each moved record with its new one.

    `following` are the ids of records that differ only in that they cite what was renamed by its new name. `keys` are
    the renamed keys of the partnership (agencies, groups, themes …) by register, each old key with its new one.
    """

    records: tuple[RecordChange, ...]
    moves: Mapping[str, str]
    following: tuple[str, ...] = ()
    keys: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def of(self, what: ChangeKind) -> tuple[RecordChange, ...]:
        """The records to which that happened."""
        return tuple(change for change in self.records if change.what is what)
