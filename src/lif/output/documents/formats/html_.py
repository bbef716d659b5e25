"""Write documents as one HTML file: no script, nothing fetched, readable with a screen reader and on paper."""

from collections.abc import Iterator
from functools import partial
from html import escape
from typing import assert_never

from lif.output.documents.document import DocumentContext, DocumentFormat
from lif.output.documents.page import style_text
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
)

_LEAD = '<p class="lead">'
_PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
{origin}<style>
{style}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<main id="content" tabindex="-1">
<h1>{title}</h1>
{body}
</main>
</body>
</html>
"""


def _write(markdown: str, context: DocumentContext) -> bytes:
    document = parse(markdown)
    body = "\n".join((*(_block(context, block) for block in document.blocks), *_notes(context, document)))
    source = origin_of_markdown(markdown)
    description = f'<meta name="description" content="{escape(str(source))}">\n' if source else ""
    return _PAGE.format(
        title=escape(document.title), origin=description, style=style_text("page.css"), body=body
    ).encode()


def _blocks(context: DocumentContext, blocks: Blocks) -> str:
    """The blocks as HTML; a single paragraph has no element of its own, as in a list item."""
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        return _inlines(blocks[0].inside)
    return "\n".join(map(partial(_block, context), blocks))


def _block(context: DocumentContext, block: Block) -> str:  # noqa: PLR0911 - one line for each part a document can have
    match block:
        case Heading():
            return f'<h{block.level} id="h-{escape(block.key)}">{_inlines(block.inside)}</h{block.level}>'
        case Paragraph():
            return f"{_LEAD if block.leads else '<p>'}{_inlines(block.inside)}</p>"
        case Listing():
            return _list(context, block)
        case Quote():
            return f"<blockquote>\n{chr(10).join(_block(context, inner) for inner in block.blocks)}\n</blockquote>"
        case Table():
            return _table(block)
        case Figure():
            return f"<figure>\n{context.picture(block.name).svg}</figure>"
        case Preformatted():
            return f'<pre tabindex="0">{escape(block.text)}</pre>'
        case Rule():
            return "<hr>"
        case _:
            assert_never(block)


def _list(context: DocumentContext, listing: Listing) -> str:
    items = "\n".join(f"<li>{_blocks(context, item)}</li>" for item in listing.items)
    if listing.start is None:
        return f"<ul>\n{items}\n</ul>"
    start = f' start="{listing.start}"' if listing.start != 1 else ""
    return f"<ol{start}>\n{items}\n</ol>"


def _table(table: Table) -> str:
    classes = [' class="figure"' if index in table.figures else "" for index in range(len(table.head))]
    head = "".join(
        f'<th scope="col"{side}>{_inlines(cell)}</th>' for cell, side in zip(table.head, classes, strict=True)
    )
    rows = "\n".join(_row(row, classes) for row in table.rows)
    return (
        f'<div class="table" role="region" aria-label="{escape(table.caption)}: table" tabindex="0">\n'
        f'<table>\n<caption><span class="unseen">{escape(table.caption)}</span></caption>\n'
        f"<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{rows}\n</tbody>\n</table>\n</div>"
    )


def _row(row: tuple[Inlines, ...], classes: list[str]) -> str:
    first, *rest = map(_inlines, row)
    cells = "".join(f"<td{side}>{cell}</td>" for cell, side in zip(rest, classes[1:], strict=True))
    return f'<tr><th scope="row">{first}</th>{cells}</tr>'


def _inlines(inlines: Inlines) -> str:
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:  # noqa: PLR0911 - one line for each part a line of text can have
    match inline:
        case Text():
            return escape(inline.text)
        case Code():
            return f"<code>{escape(inline.text)}</code>"
        case Strong():
            return f"<strong>{_inlines(inline.inside)}</strong>"
        case Emphasis():
            return f"<em>{_inlines(inline.inside)}</em>"
        case Link():
            return f'<a href="{escape(inline.address)}">{_inlines(inline.inside)}</a>'
        case Break():
            return "<br>"
        case Note():
            return _citation(inline)
        case _:
            assert_never(inline)


def _citation(note: Note) -> str:
    comma = '<sup aria-hidden="true">,</sup>' if note.follows else ""
    where = f'href="#note-{note.number}" id="cited-{note.number}-{note.citation}"'
    return f'{comma}<sup><a {where} role="doc-noteref" aria-label="note {note.number}">{note.number}</a></sup>'


def _notes(context: DocumentContext, document: Document) -> Iterator[str]:
    if not document.notes:
        return
    yield '<section role="doc-endnotes" aria-labelledby="notes">\n<h2 id="notes">Notes</h2>\n<ol class="notes">'
    for number, (blocks, citations) in enumerate(zip(document.notes, document.citations, strict=True), 1):
        back = " ".join(_back_link(number, citation, citations) for citation in range(1, citations + 1))
        yield f'<li id="note-{number}">{_blocks(context, blocks)} {back}</li>'
    yield "</ol>\n</section>"


def _back_link(number: int, citation: int, citations: int) -> str:
    which = f", place {citation} of {citations}" if citations > 1 else ""
    shown = f"back {citation}" if citations > 1 else "back"
    says = f"{shown}: to where note {number} is cited{which}"
    return f'<a href="#cited-{number}-{citation}" role="doc-backlink" aria-label="{says}">{shown}</a>'


HTML = DocumentFormat("html", "A page", _write)
