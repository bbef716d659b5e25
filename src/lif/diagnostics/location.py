"""Locations of diagnostics: the path of a field in a record, or a position in a file."""

from dataclasses import dataclass
from typing import NamedTuple

FieldPath = tuple[str | int, ...]
"""Keys and list positions from the top of a record: `("moved", 0, "to")`."""


def spelled(path: FieldPath) -> str:
    """A field path as text: `moved[0].to`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


class Position(NamedTuple):
    """Line and column, both counted from 1, columns in characters."""

    line: int
    column: int


TOP = Position(1, 1)
"""The position at which a fault of the whole file is shown."""


@dataclass(frozen=True, slots=True)
class Location:
    """A position in a file; the path is POSIX and relative to the workspace."""

    path: str
    position: Position = TOP

    def __str__(self) -> str:
        return f"{self.path}:{self.position.line}:{self.position.column}"
