"""Write documents as Word files: pandoc writes them from our own document tree and fetches nothing."""

import json
import os
import subprocess
from base64 import b64encode
from collections.abc import Iterator
from datetime import UTC, datetime, time
from functools import partial
from typing import Any, assert_never

from lif.errors import LifError
from lif.output.documents.document import DocumentContext, DocumentFormat, Picture
from lif.output.documents.page import folder, font_paths
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
)

_PANDOC_API = [1, 23, 1]
_TIMEOUT_SECONDS = 60
_ZOOM = 3
"""Pixels for one unit of a picture: enough to be sharp on paper."""
_LEAD_ATTRIBUTES: list[Any] = ["", [], [["custom-style", "Lead"]]]
"""The style of a paragraph that stays on the page of what follows."""
_NO_ATTRIBUTES: list[Any] = ["", [], []]
_WIDTH = "16cm"


def _write(markdown: str, context: DocumentContext) -> bytes:
    document = parse(markdown)
    properties: dict[str, Any] = {
        "title": {"t": "MetaInlines", "c": [_text(document.title)]},
        "lang": {"t": "MetaString", "c": "en-GB"},
    }
    if source := origin_of_markdown(markdown):
        properties["description"] = {"t": "MetaString", "c": str(source)}
    blocks = _PandocTree(context, document).blocks(document.blocks)
    return _run_pandoc(json.dumps({"pandoc-api-version": _PANDOC_API, "meta": properties, "blocks": blocks}), context)


def _run_pandoc(document: str, context: DocumentContext) -> bytes:
    """The Word file that pandoc writes; neither its settings, nor the user's, nor the clock have influence."""
    since = int(datetime.combine(context.today, time(12), UTC).timestamp())
    reference = context.reference or folder() / "reference.docx"
    result = subprocess.run(  # noqa: S603 - the program of our own dependency, with a fixed list of arguments
        [_pandoc_path(), "--from=json", "--to=docx", "--output=-", f"--reference-doc={reference}"],
        input=document.encode(),
        capture_output=True,
        timeout=_TIMEOUT_SECONDS,
        check=False,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(since), "LC_ALL": "C.UTF-8"},
    )
    if result.returncode:
        error = " ".join(result.stderr.decode(errors="replace").partition("CallStack")[0].split())
        hint = "Look at your own templates/reference.docx" if context.reference else "Try --to html, and tell us"
        raise LifError(f"pandoc could not make the Word file: {error.rstrip('.')}.", f"{hint}.")
    return result.stdout


def _pandoc_path() -> str:
    """The path of the pandoc that came with the extra: another version would write other bytes."""
    from pypandoc import get_pandoc_path

    return str(get_pandoc_path())


class _PandocTree:
    """Convert one document to pandoc's JSON tree; a footnote stands wherever it is cited, whole the first time."""

    def __init__(self, context: DocumentContext, document: Document) -> None:
        self._context = context
        self._notes = document.notes
        self._written: set[int] = set()

    def blocks(self, blocks: Blocks) -> list[Any]:
        """Convert the blocks of a document."""
        return [self._block(block) for block in blocks]

    def _block(self, block: Block) -> Any:  # noqa: PLR0911 - one line for each part a document can have
        match block:
            case Heading():
                return _element("Header", [block.level - 1, _NO_ATTRIBUTES, self._inlines(block.inside)])
            case Paragraph():
                paragraph = _element("Para", self._inlines(block.inside))
                return _element("Div", [_LEAD_ATTRIBUTES, [paragraph]]) if block.leads else paragraph
            case Listing():
                return self._list(block)
            case Quote():
                return _element("BlockQuote", self.blocks(block.blocks))
            case Table():
                return self._table(block)
            case Figure():
                return _element("Para", [_image(self._context.picture(block.name), block.alt)])
            case Preformatted():
                return _element("CodeBlock", [_NO_ATTRIBUTES, block.text])
            case Rule():
                return {"t": "HorizontalRule"}
            case _:
                assert_never(block)

    def _list(self, listing: Listing) -> Any:
        items = [self._tight(item) for item in listing.items]
        if listing.start is None:
            return _element("BulletList", items)
        return _element("OrderedList", [[listing.start, {"t": "Decimal"}, {"t": "Period"}], items])

    def _tight(self, blocks: Blocks) -> list[Any]:
        if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
            return [_element("Plain", self._inlines(blocks[0].inside))]
        return self.blocks(blocks)

    def _table(self, table: Table) -> Any:
        sides = [{"t": "AlignRight" if index in table.figures else "AlignLeft"} for index in range(len(table.head))]
        columns = [[side, _element("ColWidth", width)] for side, width in zip(sides, column_widths(table), strict=True)]
        head = [_NO_ATTRIBUTES, [self._row(table.head)]]
        body = [_NO_ATTRIBUTES, 1, [], [self._row(row) for row in table.rows]]
        return _element("Table", [_NO_ATTRIBUTES, [None, []], columns, head, [body], [_NO_ATTRIBUTES, []]])

    def _row(self, cells: tuple[Inlines, ...]) -> Any:
        contents = ([_element("Plain", self._inlines(cell))] for cell in cells)
        return [_NO_ATTRIBUTES, [[_NO_ATTRIBUTES, {"t": "AlignDefault"}, 1, 1, cell] for cell in contents]]

    def _inlines(self, inlines: Inlines) -> list[Any]:
        return [part for inline in inlines for part in self._inline(inline)]

    def _inline(self, inline: Inline) -> Iterator[Any]:
        match inline:
            case Text():
                yield _text(inline.text)
            case Code():
                yield _element("Code", [_NO_ATTRIBUTES, inline.text])
            case Strong():
                yield _element("Strong", self._inlines(inline.inside))
            case Emphasis():
                yield _element("Emph", self._inlines(inline.inside))
            case Link():
                yield _element("Link", [_NO_ATTRIBUTES, self._inlines(inline.inside), [inline.address, ""]])
            case Break():
                yield {"t": "LineBreak"}
            case Note():
                if inline.follows:
                    yield _element("Superscript", [_text(",")])
                yield _element("Note", self.blocks(self._note(inline.number)))
            case _:
                assert_never(inline)

    def _note(self, number: int) -> Blocks:
        """The note; where it was written before and begins with the id of a record, that id alone."""
        blocks = self._notes[number - 1]
        first = blocks[0].inside[0] if isinstance(blocks[0], Paragraph) and blocks[0].inside else None
        if number in self._written and isinstance(first, Code):
            return (Paragraph((first, Text(", named before"))),)
        self._written.add(number)
        return blocks


def _element(name: str, content: Any) -> Any:
    return {"t": name, "c": content}


def _text(text: str) -> Any:
    return _element("Str", text)


def _image(picture: Picture, alt: str) -> Any:
    address = f"data:image/png;base64,{b64encode(png(picture)).decode()}"
    return _element("Image", [["", [], [["width", _WIDTH]]], [_text(alt)], [address, ""]])


def png(picture: Picture) -> bytes:
    """The picture as PNG, which any Word shows. Raises `LifError` without fonts: no words would show."""
    from resvg_py import svg_to_bytes

    font_files = font_paths()
    if not font_files:
        raise LifError(
            f"The fonts for pictures are not in {folder()}, and a picture without them would have no words.",
            "Install lif again.",
        )
    draw = partial(svg_to_bytes, skip_system_fonts=True, font_files=font_files, background="#ffffff")
    return bytes(draw(svg_string=picture.svg, zoom=_ZOOM, font_family="Liberation Sans"))


WORD = DocumentFormat("docx", "A Word file", _write, "word", ("pypandoc", "resvg_py"))
