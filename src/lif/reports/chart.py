"""The charts of a report as plain values: the message in words, and the table printed beside the drawing."""

from abc import ABC, abstractmethod
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Columns:
    """The values of a chart as a table: headings, and rows of the same length; `figures` are the columns of numbers."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart(ABC):
    """A chart of a report: a name that is unique in the report, and a title.

    Its message and its table say everything that the drawing shows, for readers who cannot see the drawing.
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


def join_words(words: tuple[str, ...]) -> str:
    """`one, two and three`."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
