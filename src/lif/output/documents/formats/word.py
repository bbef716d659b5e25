"""Documents as Word files: pandoc writes them from parts we have read ourselves, and fetches nothing."""

import json
import os
import subprocess
from base64 import b64encode
from collections.abc import Iterator
from datetime import UTC, datetime, time
from functools import partial
from typing import Any, assert_never

from lif.errors import LifError
from lif.output.documents.document import DocumentFormat, Made, Picture
from lif.output.documents.page import folder, fonts
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
    widths,
)

_API = [1, 23, 1]
_SECONDS = 60
_SHARP = 3
"""How many dots of a picture stand for one of its units: sharp on paper."""
_LEADS: list[Any] = ["", [], [["custom-style", "Lead"]]]
"""A paragraph in the style that stays with what follows."""
_NO_ATTRIBUTES: list[Any] = ["", [], []]
_WIDTH = "16cm"


def _write(markdown: str, made: Made) -> bytes:
    document = parse(markdown)
    meta: dict[str, Any] = {
        "title": {"t": "MetaInlines", "c": [_str(document.title)]},
        "lang": {"t": "MetaString", "c": "en-GB"},
    }
    if said := origin(markdown):
        meta["description"] = {"t": "MetaString", "c": str(said)}
    blocks = _Word(made, document).blocks(document.blocks)
    return _pandoc(json.dumps({"pandoc-api-version": _API, "meta": meta, "blocks": blocks}), made)


def _pandoc(document: str, made: Made) -> bytes:
    """What pandoc makes of the parts; its own settings, its user's and the clock have no say."""
    since = int(datetime.combine(made.today, time(12), UTC).timestamp())
    reference = made.reference or folder() / "reference.docx"
    done = subprocess.run(  # noqa: S603 - the program of our own dependency, with a fixed list of arguments
        [_where(), "--from=json", "--to=docx", "--output=-", f"--reference-doc={reference}"],
        input=document.encode(),
        capture_output=True,
        timeout=_SECONDS,
        check=False,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(since), "LC_ALL": "C.UTF-8"},
    )
    if done.returncode:
        said = " ".join(done.stderr.decode(errors="replace").partition("CallStack")[0].split())
        whose = "Look at your own templates/reference.docx" if made.reference else "Try --to html, and tell us"
        raise LifError(f"pandoc could not make the Word file: {said.rstrip('.')}.", f"{whose}.")
    return done.stdout


def _where() -> str:
    """The pandoc that came with the extra, and no other: another version writes other bytes."""
    from pypandoc import get_pandoc_path

    return str(get_pandoc_path())


class _Word:
    """The parts of one document as pandoc names them; a footnote is written out wherever it is cited."""

    def __init__(self, made: Made, document: Document) -> None:
        self._made = made
        self._notes = document.notes

    def blocks(self, blocks: Blocks) -> list[Any]:
        """The parts of a document."""
        return [self._block(one) for one in blocks]

    def _block(self, one: Block) -> Any:  # noqa: PLR0911 - one line for each part a document can have
        match one:
            case Heading():
                return _part("Header", [one.level - 1, _NO_ATTRIBUTES, self._inlines(one.inside)])
            case Paragraph():
                paragraph = _part("Para", self._inlines(one.inside))
                return _part("Div", [_LEADS, [paragraph]]) if one.leads else paragraph
            case Listing():
                return self._list(one)
            case Quote():
                return _part("BlockQuote", self.blocks(one.blocks))
            case Table():
                return self._table(one)
            case Figure():
                return _part("Para", [_image(self._made.picture(one.name), one.alt)])
            case Preformatted():
                return _part("CodeBlock", [_NO_ATTRIBUTES, one.text])
            case Rule():
                return {"t": "HorizontalRule"}
            case _:
                assert_never(one)

    def _list(self, one: Listing) -> Any:
        items = [self._tight(item) for item in one.items]
        if one.start is None:
            return _part("BulletList", items)
        return _part("OrderedList", [[one.start, {"t": "Decimal"}, {"t": "Period"}], items])

    def _tight(self, blocks: Blocks) -> list[Any]:
        if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
            return [_part("Plain", self._inlines(blocks[0].inside))]
        return self.blocks(blocks)

    def _table(self, one: Table) -> Any:
        sides = [{"t": "AlignRight" if at in one.figures else "AlignLeft"} for at in range(len(one.head))]
        columns = [[side, _part("ColWidth", width)] for side, width in zip(sides, widths(one), strict=True)]
        head = [_NO_ATTRIBUTES, [self._row(one.head)]]
        body = [_NO_ATTRIBUTES, 1, [], [self._row(row) for row in one.rows]]
        return _part("Table", [_NO_ATTRIBUTES, [None, []], columns, head, [body], [_NO_ATTRIBUTES, []]])

    def _row(self, cells: tuple[Inlines, ...]) -> Any:
        plain = ([_part("Plain", self._inlines(cell))] for cell in cells)
        return [_NO_ATTRIBUTES, [[_NO_ATTRIBUTES, {"t": "AlignDefault"}, 1, 1, cell] for cell in plain]]

    def _inlines(self, inlines: Inlines) -> list[Any]:
        return [part for one in inlines for part in self._inline(one)]

    def _inline(self, one: Inline) -> Iterator[Any]:
        match one:
            case Text():
                yield _str(one.text)
            case Code():
                yield _part("Code", [_NO_ATTRIBUTES, one.text])
            case Strong():
                yield _part("Strong", self._inlines(one.inside))
            case Emphasis():
                yield _part("Emph", self._inlines(one.inside))
            case Link():
                yield _part("Link", [_NO_ATTRIBUTES, self._inlines(one.inside), [one.address, ""]])
            case Break():
                yield {"t": "LineBreak"}
            case Note():
                if one.follows:
                    yield _part("Superscript", [_str(",")])
                yield _part("Note", self.blocks(self._notes[one.number - 1]))
            case _:
                assert_never(one)


def _part(name: str, content: Any) -> Any:
    return {"t": name, "c": content}


def _str(text: str) -> Any:
    return _part("Str", text)


def _image(picture: Picture, alt: str) -> Any:
    address = f"data:image/png;base64,{b64encode(png(picture)).decode()}"
    return _part("Image", [["", [], [["width", _WIDTH]]], [_str(alt)], [address, ""]])


def png(picture: Picture) -> bytes:
    """The picture in dots: what every Word can show. Without letters it would silently be one without words."""
    from resvg_py import svg_to_bytes

    letters = fonts()
    if not letters:
        raise LifError(
            f"The fonts for pictures are not in {folder()}, and a picture without them would have no words.",
            "Install lif-toolkit again.",
        )
    draw = partial(svg_to_bytes, skip_system_fonts=True, font_files=letters, background="#ffffff")
    return bytes(draw(svg_string=picture.svg, zoom=_SHARP, font_family="Liberation Sans"))


WORD = DocumentFormat("docx", "A Word file", _write, "word", ("pypandoc", "resvg_py"))
