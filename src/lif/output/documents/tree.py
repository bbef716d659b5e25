"""The tree of a document: the few kinds of block and inline that every format can hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

_LINE_OF_PAPER, _LINE_TO_READ, _LONGEST_FIGURE = 90, 60, 14
"""In characters: a line of paper, a line that reads well, and the longest figure that is not broken."""


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """Inline code: the id of a record."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Strong emphasis, usually bold."""

    inside: "Inlines"


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Emphasis, usually italic."""

    inside: "Inlines"


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an address."""

    address: str
    inside: "Inlines"


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a paragraph."""


@dataclass(frozen=True, slots=True)
class Note:
    """A citation of a footnote: its number from 1, which citation of it this is, whether another comes just before."""

    number: int
    citation: int
    follows: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 2 to 6; only the title of the document has level 1. `key` is unique in the document."""

    level: int
    key: str
    inside: "Inlines"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `leads` where a list or a table follows that must stay on the same page."""

    inside: "Inlines"
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: numbered from `start`, or with bullets where `start` is None."""

    items: tuple["Blocks", ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation."""

    blocks: "Blocks"


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its caption, its headings, and its rows, each as long as the headings; the first cell names the row.

    Captions are unique in a document. `figures` are the columns aligned to the right, counted from 0.
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
    """Preformatted lines."""

    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal rule."""


Inline: TypeAlias = Text | Code | Strong | Emphasis | Link | Break | Note
Inlines: TypeAlias = tuple[Inline, ...]
Block: TypeAlias = Heading | Paragraph | Listing | Quote | Table | Figure | Preformatted | Rule
Blocks: TypeAlias = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A document: its title, its blocks, and its footnotes in the order of their numbers.

    `citations` holds how often each footnote is cited.
    """

    title: str
    blocks: Blocks
    notes: tuple[Blocks, ...]
    citations: tuple[int, ...]


def plain_words(inlines: Inlines) -> str:
    """The text of the inlines without markup."""
    return "".join(_words(inlines))


def _words(inlines: Inlines) -> Iterator[str]:
    for inline in inlines:
        if isinstance(inline, Text | Code):
            yield inline.text
        elif isinstance(inline, Strong | Emphasis | Link):
            yield plain_words(inline.inside)
        elif isinstance(inline, Break):
            yield " "


def column_widths(table: Table) -> tuple[float, ...]:
    """The share of the paper's width that each column takes; together 1.

    Each column gets room for its longest word, a column of figures for its longest cell, so that neither is broken. The
    rest goes to the columns with more text.
    """
    columns = list(enumerate(zip(table.head, *table.rows, strict=True)))
    least = [_least_width(column, is_figures=index in table.figures) for index, column in columns]
    more = [max(0, _wanted_width(column) - width) for width, (_, column) in zip(least, columns, strict=True)]
    spare = max(0, min(_LINE_OF_PAPER - sum(least), sum(more)))
    allotted = [width + spare * extra / max(1, sum(more)) for width, extra in zip(least, more, strict=True)]
    return tuple(width / sum(allotted) for width in allotted)


def _least_width(column: tuple[Inlines, ...], *, is_figures: bool) -> int:
    """The least width of a column, in characters."""
    head, *cells = map(plain_words, column)
    figures = (cell for cell in cells if is_figures and len(cell) <= _LONGEST_FIGURE)
    words = (word for cell in (head, *cells) for word in cell.split())
    return max((len(unbroken) for unbroken in (*figures, *words)), default=0) + 3


def _wanted_width(column: tuple[Inlines, ...]) -> int:
    """The width of a column's longest cell, in characters, and at most a line that reads well."""
    return min(_LINE_TO_READ, max(len(plain_words(cell)) for cell in column))
