"""Documents as PDF/UA, set by typst: tagged for screen readers, or refused by typst itself where something is missing.

Every word reaches typst inside a string, so that nothing in a record can be read as its language.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import assert_never

from lif.errors import LifError
from lif.output.documents.document import DocumentFormat, Made
from lif.output.documents.page import folder, text_of
from lif.output.documents.parse import parse
from lif.output.documents.provenance import origin
from lif.output.documents.tree import (
    Block,
    Blocks,
    Break,
    Code,
    Document,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Inlines,
    Link,
    Listing,
    Note,
    Paragraph,
    Preformatted,
    Quote,
    Rule,
    Strong,
    Table,
    Text,
    read_aloud,
    widths,
)

_TOGETHER, _ROWS = 800, 14
"""A table of no more signs and rows than this is not broken over two pages."""


def _write(markdown: str, made: Made) -> bytes:
    from typst import Fonts, TypstError, compile  # noqa: A004 - typst's own name for it

    document = parse(markdown)
    made_from = origin(markdown)
    about = f"title: {_string(document.title)}" + (f", description: {_string(str(made_from))}" if made_from else "")
    source = f"#set document({about})\n{text_of('paper.typ')}{_Pdf(made, document).text()}"
    try:
        return bytes(
            compile(
                source.encode(),
                font_paths=Fonts(include_system_fonts=False, font_paths=[str(folder())]),
                format="pdf",
                pdf_standards=["ua-1"],
                timestamp=datetime.combine(made.today, time(12), UTC),
            )
        )
    except TypstError as refused:
        said = "; ".join((refused.message, *refused.hints))
        raise LifError(f"The PDF could not be made: {said}.", "Put it right, or use --to html or --to docx.") from None


class _Pdf:
    """The parts of one document in the language of typst; a footnote stands where it is first cited."""

    def __init__(self, made: Made, document: Document) -> None:
        self._made = made
        self._document = document

    def text(self) -> str:
        """The whole document after its settings."""
        return f"#title()\n{self._blocks(self._document.blocks)}\n"

    def _blocks(self, blocks: Blocks) -> str:
        return "\n".join(map(self._block, blocks))

    def _block(self, one: Block) -> str:  # noqa: PLR0911 - one line for each part a document can have
        match one:
            case Heading():
                return f"#heading(level: {one.level - 1}, {self._content(one.inside)})"
            case Paragraph():
                paragraph = f"par({self._content(one.inside)})"
                return f"#block(sticky: true, {paragraph})" if one.leads else f"#{paragraph}"
            case Listing():
                return self._list(one)
            case Quote():
                return f"#quote([{self._blocks(one.blocks)}])"
            case Table():
                return self._table(one)
            case Figure():
                svg = self._made.picture(one.name).svg
                drawn = f'image(bytes({_string(svg)}), format: "svg", alt: {_string(one.alt)}, width: 100%)'
                return f"#block({drawn})"
            case Preformatted():
                return f"#raw({_string(one.text)}, block: true)"
            case Rule():
                return "#line(length: 100%, stroke: 0.5pt)"
            case _:
                assert_never(one)

    def _list(self, one: Listing) -> str:
        items = ", ".join(f"[{self._inside(item)}]" for item in one.items)
        return f"#list({items})" if one.start is None else f"#enum(start: {one.start}, {items})"

    def _inside(self, blocks: Blocks) -> str:
        """The parts of an item or a footnote: a single paragraph without its own space."""
        if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
            return self._inlines(blocks[0].inside)
        return self._blocks(blocks)

    def _table(self, one: Table) -> str:
        columns = ", ".join(f"{width:.3f}fr" for width in widths(one))
        sides = ", ".join("right" if at in one.figures else "left" for at in range(len(one.head)))
        cells = ",\n".join(self._content(cell) for row in one.rows for cell in row)
        head = f"table.header({', '.join(map(self._content, one.head))})"
        signs = sum(len(read_aloud(cell)) for row in one.rows for cell in row)
        may_break = "true" if signs > _TOGETHER or len(one.rows) > _ROWS else "false"
        return f"#block(breakable: {may_break}, table(columns: ({columns},), align: ({sides},), {head},\n{cells}))"

    def _content(self, inlines: Inlines) -> str:
        return f"[{self._inlines(inlines)}]"

    def _inlines(self, inlines: Inlines) -> str:
        return "".join(part for one in inlines for part in self._inline(one))

    def _inline(self, one: Inline) -> Iterator[str]:
        match one:
            case Text():
                yield f"#{_string(one.text)};"
            case Code():
                yield f"#raw({_string(one.text)});"
            case Strong():
                yield f"#strong({self._content(one.inside)});"
            case Emphasis():
                yield f"#emph({self._content(one.inside)});"
            case Link():
                yield f"#link({_string(one.address)}, {self._content(one.inside)});"
            case Break():
                yield "#linebreak();"
            case Note():
                yield from self._note(one)
            case _:
                assert_never(one)

    def _note(self, note: Note) -> Iterator[str]:
        if note.follows:
            yield "#super[,];"
        if note.citation > 1:
            yield f"#footnote(<note-{note.number}>);"
        else:
            yield f"#footnote([{self._inside(self._document.notes[note.number - 1])}])<note-{note.number}>"


def _string(text: str) -> str:
    """A string in the language of typst."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


PDF = DocumentFormat("pdf", "A PDF", _write, "pdf", ("typst",))
