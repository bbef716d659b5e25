"""Write documents as PDF/UA with typst: tagged for screen readers; typst refuses a document that lacks something.

Every word reaches typst inside a string, so that nothing in a record can be read as typst code.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import assert_never

from lif.errors import LifError
from lif.output.documents.document import DocumentContext, DocumentFormat
from lif.output.documents.page import folder, style_text
from lif.output.documents.parse import parse
from lif.output.documents.provenance import origin_of_markdown
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
    column_widths,
    plain_words,
)

_UNBROKEN_CHARACTERS, _UNBROKEN_ROWS = 800, 14
"""A table with no more characters and rows than this is not broken over two pages."""


def _write(markdown: str, context: DocumentContext) -> bytes:
    from typst import Fonts, TypstError, compile  # noqa: A004 - typst's own name for it

    document = parse(markdown)
    origin_note = origin_of_markdown(markdown)
    properties = f"title: {_quoted(document.title)}" + (
        f", description: {_quoted(str(origin_note))}" if origin_note else ""
    )
    source = f"#set document({properties})\n{style_text('paper.typ')}{_TypstSource(context, document).text()}"
    try:
        return bytes(
            compile(
                source.encode(),
                font_paths=Fonts(include_system_fonts=False, font_paths=[str(folder())]),
                format="pdf",
                pdf_standards=["ua-1"],
                timestamp=datetime.combine(context.today, time(12), UTC),
            )
        )
    except TypstError as error:
        messages = "; ".join((error.message, *error.hints))
        raise LifError(
            f"The PDF could not be made: {messages}.", "Put it right, or use --to html or --to docx."
        ) from None


class _TypstSource:
    """Convert one document to typst source; a footnote is defined where it is first cited."""

    def __init__(self, context: DocumentContext, document: Document) -> None:
        self._context = context
        self._document = document

    def text(self) -> str:
        """The source of the whole document after its settings."""
        return f"#title()\n{self._blocks(self._document.blocks)}\n"

    def _blocks(self, blocks: Blocks) -> str:
        return "\n".join(map(self._block, blocks))

    def _block(self, block: Block) -> str:  # noqa: PLR0911 - one line for each part a document can have
        match block:
            case Heading():
                return f"#heading(level: {block.level - 1}, {self._content(block.inside)})"
            case Paragraph():
                paragraph = f"par({self._content(block.inside)})"
                return f"#block(sticky: true, {paragraph})" if block.leads else f"#{paragraph}"
            case Listing():
                return self._list(block)
            case Quote():
                return f"#quote([{self._blocks(block.blocks)}])"
            case Table():
                return self._table(block)
            case Figure():
                svg = self._context.picture(block.name).svg
                drawn = f'image(bytes({_quoted(svg)}), format: "svg", alt: {_quoted(block.alt)}, width: 100%)'
                return f"#block({drawn})"
            case Preformatted():
                return f"#raw({_quoted(block.text)}, block: true)"
            case Rule():
                return "#line(length: 100%, stroke: 0.5pt)"
            case _:
                assert_never(block)

    def _list(self, listing: Listing) -> str:
        items = ", ".join(f"[{self._inside(item)}]" for item in listing.items)
        return f"#list({items})" if listing.start is None else f"#enum(start: {listing.start}, {items})"

    def _inside(self, blocks: Blocks) -> str:
        """The blocks of an item or a footnote; a single paragraph has no space of its own."""
        if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
            return self._inlines(blocks[0].inside)
        return self._blocks(blocks)

    def _table(self, table: Table) -> str:
        columns = ", ".join(f"{width:.3f}fr" for width in column_widths(table))
        sides = ", ".join("right" if index in table.figures else "left" for index in range(len(table.head)))
        cells = ",\n".join(self._content(cell) for row in table.rows for cell in row)
        head = f"table.header({', '.join(map(self._content, table.head))})"
        characters = sum(len(plain_words(cell)) for row in table.rows for cell in row)
        may_break = "true" if characters > _UNBROKEN_CHARACTERS or len(table.rows) > _UNBROKEN_ROWS else "false"
        return f"#block(breakable: {may_break}, table(columns: ({columns},), align: ({sides},), {head},\n{cells}))"

    def _content(self, inlines: Inlines) -> str:
        return f"[{self._inlines(inlines)}]"

    def _inlines(self, inlines: Inlines) -> str:
        return "".join(part for inline in inlines for part in self._inline(inline))

    def _inline(self, inline: Inline) -> Iterator[str]:
        match inline:
            case Text():
                yield f"#{_quoted(inline.text)};"
            case Code():
                yield f"#raw({_quoted(inline.text)});"
            case Strong():
                yield f"#strong({self._content(inline.inside)});"
            case Emphasis():
                yield f"#emph({self._content(inline.inside)});"
            case Link():
                yield f"#link({_quoted(inline.address)}, {self._content(inline.inside)});"
            case Break():
                yield "#linebreak();"
            case Note():
                yield from self._note(inline)
            case _:
                assert_never(inline)

    def _note(self, note: Note) -> Iterator[str]:
        if note.follows:
            yield "#super[,];"
        if note.citation > 1:
            yield f"#footnote(<note-{note.number}>);"
        else:
            yield f"#footnote([{self._inside(self._document.notes[note.number - 1])}])<note-{note.number}>"


def _quoted(text: str) -> str:
    """A typst string literal."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


PDF = DocumentFormat("pdf", "A PDF", _write, "pdf", ("typst",))
