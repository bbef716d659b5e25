"""Parse the Markdown of a report into a document tree: one parser for every format, so that all say the same.

CommonMark with tables and footnotes, without HTML. Anything else in a template is refused by name, never dropped.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import count, pairwise

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.footnote import footnote_plugin

from lif.errors import LifError
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
    plain_words,
)

PICTURE_PREFIX = "picture:"
"""The start of the address of a report's own picture."""
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_NOT_A_KEY = re.compile(r"[^\w]+")
_LEAST_LEVEL = 2


def parse(markdown: str) -> Document:
    """The document tree; raises `LifError` where the text holds something that not every format can show."""
    reader = MarkdownIt("commonmark", {"html": False}).enable("table").use(footnote_plugin, inline=False)
    root = SyntaxTreeNode(reader.parse(markdown))
    return _TreeBuilder().document(root)


class _TreeBuilder:
    """Build the tree in one pass: number the headings and tables, and count how often each footnote is cited."""

    def __init__(self) -> None:
        self._about = ""
        self._keys = count(1)
        self._cited: Counter[int] = Counter()
        self._tables: Counter[str] = Counter()

    def document(self, root: SyntaxTreeNode) -> Document:
        first, *rest = root.children or [root]
        if first.type != "heading" or first.tag != "h1":
            raise LifError("The document has no title.", "Begin its template with one: # The title")
        title = plain_words(self._inlines(first))
        blocks = self._blocks(node for node in rest if node.type != "footnote_block")
        notes = [note for node in rest if node.type == "footnote_block" for note in node.children]
        note_blocks = tuple(self._blocks(note.children) for note in notes)
        return Document(
            title, blocks, note_blocks, tuple(self._cited[number] for number, _ in enumerate(note_blocks, 1))
        )

    def _blocks(self, nodes: Iterable[SyntaxTreeNode]) -> Blocks:
        blocks = [self._block(node) for node in nodes if node.type != "footnote_anchor"]
        for index, (block, next_block) in enumerate(pairwise(blocks)):
            if isinstance(block, Paragraph) and isinstance(next_block, Listing | Table):
                blocks[index] = Paragraph(block.inside, leads=plain_words(block.inside).endswith(":"))
        return tuple(blocks)

    def _block(self, node: SyntaxTreeNode) -> Block:
        readers: dict[str, Callable[[SyntaxTreeNode], Block]] = {
            "heading": self._heading,
            "paragraph": self._paragraph,
            "bullet_list": self._list,
            "ordered_list": self._list,
            "blockquote": lambda source: Quote(self._blocks(source.children)),
            "table": self._table,
            "fence": lambda source: Preformatted(_xml_safe(source.content)),
            "code_block": lambda source: Preformatted(_xml_safe(source.content)),
            "hr": lambda _: Rule(),
        }
        if node.type not in readers:
            raise _unsupported(node)
        return readers[node.type](node)

    def _heading(self, node: SyntaxTreeNode) -> Heading:
        inside = self._inlines(node)
        self._about = plain_words(inside)
        key = _NOT_A_KEY.sub("-", self._about.lower()).strip("-")
        return Heading(max(_LEAST_LEVEL, int(node.tag[1:])), f"{next(self._keys)}-{key}", inside)

    def _paragraph(self, node: SyntaxTreeNode) -> Paragraph | Figure:
        inside = [child for inline in node.children for child in inline.children]
        if len(inside) == 1 and inside[0].type == "image":
            return _figure(inside[0], plain_words(self._inlines(inside[0])))
        return Paragraph(self._inlines(node))

    def _list(self, node: SyntaxTreeNode) -> Listing:
        start = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
        return Listing(tuple(self._blocks(item.children) for item in node.children), start)

    def _table(self, node: SyntaxTreeNode) -> Table:
        lines = [row.children for part in node.children for row in part.children]
        head, *rows = ([self._inlines(cell) for cell in cells] for cells in lines)
        figures = frozenset(index for index, cell in enumerate(lines[0]) if "right" in str(cell.attrs.get("style", "")))
        self._tables[self._about] += 1
        ordinal = self._tables[self._about]
        caption = f"{self._about}, {ordinal}" if ordinal > 1 else self._about
        return Table(caption, tuple(head), tuple(tuple(row) for row in rows), figures)

    def _inlines(self, node: SyntaxTreeNode) -> Inlines:
        inlines: list[Inline] = []
        for child in node.children:
            if child.type == "inline":
                inlines += self._inlines(child)
            elif child.type != "footnote_anchor":
                inlines.append(self._inline(child, follows=bool(inlines) and isinstance(inlines[-1], Note)))
        return tuple(_merge_texts(inlines))

    def _inline(self, node: SyntaxTreeNode, *, follows: bool) -> Inline:
        if node.type == "footnote_ref":
            number = node.meta["id"] + 1
            self._cited[number] += 1
            return Note(number, self._cited[number], follows)
        readers: dict[str, Callable[[SyntaxTreeNode], Inline]] = {
            "text": lambda source: Text(_xml_safe(source.content)),
            "code_inline": lambda source: Code(_xml_safe(source.content)),
            "strong": lambda source: Strong(self._inlines(source)),
            "em": lambda source: Emphasis(self._inlines(source)),
            "link": lambda source: Link(str(source.attrs["href"]), self._inlines(source)),
            "softbreak": lambda _: Text(" "),
            "hardbreak": lambda _: Break(),
        }
        if node.type not in readers:
            raise _unsupported(node)
        return readers[node.type](node)


def _figure(node: SyntaxTreeNode, alt: str) -> Figure:
    address = str(node.attrs["src"])
    if not address.startswith(PICTURE_PREFIX):
        raise LifError(
            f'The document asks for the picture "{address}", and only pictures of the report itself can stand in it.',
            f"Take it out of the template, or name one of the report: ![…]({PICTURE_PREFIX}name)",
        )
    return Figure(address.removeprefix(PICTURE_PREFIX), alt)


def _merge_texts(inlines: list[Inline]) -> Iterator[Inline]:
    """Merge neighbouring texts."""
    words = ""
    for inline in inlines:
        if isinstance(inline, Text):
            words += inline.text
            continue
        if words:
            yield Text(words)
            words = ""
        yield inline
    if words:
        yield Text(words)


def _xml_safe(text: str) -> str:
    """Text without characters that XML forbids: they are written out as <U+0001>."""
    return _NOT_IN_XML.sub(lambda match: f"<U+{ord(match[0]):04X}>", text)


def _unsupported(node: SyntaxTreeNode) -> LifError:
    where = f" in line {node.map[0] + 1}" if node.map else ""
    what = node.type.replace("_", " ")
    return LifError(
        f"The document holds something that not every format can show: {what}{where}.",
        "Its template may use headings, paragraphs, lists, quotations, tables, footnotes and the report's pictures.",
    )
