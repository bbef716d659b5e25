"""What a document consists of: the few parts that every format can hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

_PAPER, _WIDEST, _LONGEST_FIGURE = 90, 60, 14
"""In signs: a line of paper, a line that reads well, and a figure that is not broken."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """Words as a machine reads them: the id of a record."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that must not be missed."""

    inside: "Inlines"


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words set apart."""

    inside: "Inlines"


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    address: str
    inside: "Inlines"


@dataclass(frozen=True, slots=True)
class Break:
    """A new line inside a paragraph."""


@dataclass(frozen=True, slots=True)
class Note:
    """Where a footnote is cited: its number from 1, which citation of it this is, and whether another stands before."""

    number: int
    citation: int
    follows: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 2 to 6; the title of the document is its only level 1. `key` is unique in the document."""

    level: int
    key: str
    inside: "Inlines"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that belong together; `leads` where a list or a table follows that they must not be torn from."""

    inside: "Inlines"
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; numbered from `start`, or with bullets where that is None."""

    items: tuple["Blocks", ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """What is set apart from the rest."""

    blocks: "Blocks"


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what it is about, its headings, and its rows, each as long as the headings; the first cell names a row.

    No two tables of a document have one caption. `figures` are the columns set to the right.
    """

    caption: str
    head: tuple["Inlines", ...]
    rows: tuple[tuple["Inlines", ...], ...]
    figures: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture of the report, by its name."""

    name: str
    alt: str


@dataclass(frozen=True, slots=True)
class Preformatted:
    """Lines that stay as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across."""


Inline: TypeAlias = Text | Code | Strong | Emphasis | Link | Break | Note
Inlines: TypeAlias = tuple[Inline, ...]
Block: TypeAlias = Heading | Paragraph | Listing | Quote | Table | Figure | Preformatted | Rule
Blocks: TypeAlias = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A document: its title, its parts, and its footnotes in the order of their numbers.

    `citations` says how often each footnote is cited.
    """

    title: str
    blocks: Blocks
    notes: tuple[Blocks, ...]
    citations: tuple[int, ...]


def read_aloud(inlines: Inlines) -> str:
    """The words alone."""
    return "".join(_words(inlines))


def _words(inlines: Inlines) -> Iterator[str]:
    for one in inlines:
        if isinstance(one, Text | Code):
            yield one.text
        elif isinstance(one, Strong | Emphasis | Link):
            yield read_aloud(one.inside)
        elif isinstance(one, Break):
            yield " "


def widths(table: Table) -> tuple[float, ...]:
    """How much of the width of the paper each column takes, together 1.

    Each gets its longest word, and one of figures its longest cell, so that neither is broken; what is left goes to
    those that have more to say.
    """
    columns = list(enumerate(zip(table.head, *table.rows, strict=True)))
    least = [_least(column, is_figures=at in table.figures) for at, column in columns]
    more = [max(0, _wanted(column) - one) for one, (_, column) in zip(least, columns, strict=True)]
    spare = max(0, min(_PAPER - sum(least), sum(more)))
    taken = [one + spare * extra / max(1, sum(more)) for one, extra in zip(least, more, strict=True)]
    return tuple(one / sum(taken) for one in taken)


def _least(column: tuple[Inlines, ...], *, is_figures: bool) -> int:
    """The signs that a column must hold in a line."""
    head, *cells = map(read_aloud, column)
    whole = (cell for cell in cells if is_figures and len(cell) <= _LONGEST_FIGURE)
    words = (word for cell in (head, *cells) for word in cell.split())
    return max((len(one) for one in (*whole, *words)), default=0) + 3


def _wanted(column: tuple[Inlines, ...]) -> int:
    """The signs with which a column would be as wide as what it says, and no wider than a good line."""
    return min(_WIDEST, max(len(read_aloud(cell)) for cell in column))
