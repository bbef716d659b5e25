"""A sheet as it was read: its cells row by row, and the cells whose value is not what it seems."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class CellPlace(NamedTuple):
    """A cell by its sheet, its row from 1, its column from 0, and the heading above it."""

    sheet: str
    row: int
    column: int = -1
    heading: str = ""

    @property
    def letters(self) -> str:
        """The column as spreadsheet programs name it: A, Z, AA; empty where the whole row is meant."""
        return column_letters(self.column) if self.column >= 0 else ""

    @property
    def says(self) -> str:
        """`The Police, row 5, column D (Due now)`, as far as it is known."""
        heading = f" ({self.heading})" if self.heading else ""
        at = [f"row {self.row}" if self.row else "", f"column {self.letters}{heading}" if self.letters else ""]
        return ", ".join(part for part in (self.sheet, *at) if part)


class SheetProblem(NamedTuple):
    """What is wrong with a cell, a row or a sheet, and what to do about it."""

    place: CellPlace
    says: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: every row from the first one, with whatever its cells hold; an empty cell is an empty text.

    `unsure` are cells, by row and column from 0, that do not hold a value of their own, with the reason: an error, a
    formula that was not worked out. `merged` are the ranges of merged cells: first row and column, last row and column.
    """

    name: str
    rows: tuple[tuple[object, ...], ...]
    is_hidden: bool = False
    unsure: Mapping[tuple[int, int], str] = field(default_factory=dict)
    merged: tuple[tuple[int, int, int, int], ...] = ()

    def reason_against(self, row: int, column: int) -> str:
        """Why the value of a cell cannot be taken; empty where it can."""
        for top, left, bottom, right in self.merged:
            if top <= row <= bottom and left <= column <= right and (row, column) != (top, left):
                return "is part of a merged cell"
        return self.unsure.get((row, column), "")


def column_letters(index: int) -> str:
    """The letters of a column, from 0: A, Z, AA."""
    letters, rest = "", index + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(65 + letter) + letters
    return letters
