"""What a picture in a report shows: plain values, its message in words, and the table that stands beside it."""

from abc import ABC, abstractmethod
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Columns:
    """The same values as a table: headings, and rows as long as they are; `figures` are the columns of numbers."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart(ABC):
    """A picture of a report: a name that is unique in it, and what the picture is of.

    Its message and its table say everything that the drawing shows: nobody has to see it.
    """

    name: str
    title: str

    @property
    @abstractmethod
    def says(self) -> str:
        """The message, in a sentence or two."""

    @property
    @abstractmethod
    def table(self) -> Columns:
        """Every value that is drawn."""

    @property
    def draws(self) -> bool:
        """Whether a drawing shows more than the table does."""
        return True


def listed(words: tuple[str, ...]) -> str:
    """`one, two and three`."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
