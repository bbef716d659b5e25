"""Documents as one HTML file: no script, nothing fetched from anywhere, readable with a screen reader and on paper."""

from collections.abc import Iterator
from functools import partial
from html import escape
from typing import assert_never

from lif.output.documents.document import DocumentFormat, Made
from lif.output.documents.page import text_of
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


def _write(markdown: str, made: Made) -> bytes:
    document = parse(markdown)
    body = "\n".join((*(_block(made, one) for one in document.blocks), *_notes(made, document)))
    said = origin(markdown)
    about = f'<meta name="description" content="{escape(str(said))}">\n' if said else ""
    return _PAGE.format(title=escape(document.title), origin=about, style=text_of("page.css"), body=body).encode()


def _blocks(made: Made, blocks: Blocks) -> str:
    """The parts; a single paragraph without its own element, as in the item of a list."""
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        return _inlines(blocks[0].inside)
    return "\n".join(map(partial(_block, made), blocks))


def _block(made: Made, one: Block) -> str:  # noqa: PLR0911 - one line for each part a document can have
    match one:
        case Heading():
            return f'<h{one.level} id="h-{escape(one.key)}">{_inlines(one.inside)}</h{one.level}>'
        case Paragraph():
            return f"{_LEAD if one.leads else '<p>'}{_inlines(one.inside)}</p>"
        case Listing():
            return _list(made, one)
        case Quote():
            return f"<blockquote>\n{chr(10).join(_block(made, inner) for inner in one.blocks)}\n</blockquote>"
        case Table():
            return _table(one)
        case Figure():
            return f"<figure>\n{made.picture(one.name).svg}</figure>"
        case Preformatted():
            return f'<pre tabindex="0">{escape(one.text)}</pre>'
        case Rule():
            return "<hr>"
        case _:
            assert_never(one)


def _list(made: Made, one: Listing) -> str:
    items = "\n".join(f"<li>{_blocks(made, item)}</li>" for item in one.items)
    if one.start is None:
        return f"<ul>\n{items}\n</ul>"
    start = f' start="{one.start}"' if one.start != 1 else ""
    return f"<ol{start}>\n{items}\n</ol>"


def _table(one: Table) -> str:
    right = [' class="figure"' if at in one.figures else "" for at in range(len(one.head))]
    head = "".join(f'<th scope="col"{side}>{_inlines(cell)}</th>' for cell, side in zip(one.head, right, strict=True))
    rows = "\n".join(_row(row, right) for row in one.rows)
    return (
        f'<div class="table" role="region" aria-label="{escape(one.caption)}: table" tabindex="0">\n'
        f'<table>\n<caption><span class="unseen">{escape(one.caption)}</span></caption>\n'
        f"<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{rows}\n</tbody>\n</table>\n</div>"
    )


def _row(row: tuple[Inlines, ...], right: list[str]) -> str:
    first, *rest = map(_inlines, row)
    cells = "".join(f"<td{side}>{cell}</td>" for cell, side in zip(rest, right[1:], strict=True))
    return f'<tr><th scope="row">{first}</th>{cells}</tr>'


def _inlines(inlines: Inlines) -> str:
    return "".join(map(_inline, inlines))


def _inline(one: Inline) -> str:  # noqa: PLR0911 - one line for each part a line of text can have
    match one:
        case Text():
            return escape(one.text)
        case Code():
            return f"<code>{escape(one.text)}</code>"
        case Strong():
            return f"<strong>{_inlines(one.inside)}</strong>"
        case Emphasis():
            return f"<em>{_inlines(one.inside)}</em>"
        case Link():
            return f'<a href="{escape(one.address)}">{_inlines(one.inside)}</a>'
        case Break():
            return "<br>"
        case Note():
            return _cited(one)
        case _:
            assert_never(one)


def _cited(note: Note) -> str:
    comma = '<sup aria-hidden="true">,</sup>' if note.follows else ""
    where = f'href="#note-{note.number}" id="cited-{note.number}-{note.citation}"'
    return f'{comma}<sup><a {where} role="doc-noteref" aria-label="note {note.number}">{note.number}</a></sup>'


def _notes(made: Made, document: Document) -> Iterator[str]:
    if not document.notes:
        return
    yield '<section role="doc-endnotes" aria-labelledby="notes">\n<h2 id="notes">Notes</h2>\n<ol class="notes">'
    for number, (blocks, citations) in enumerate(zip(document.notes, document.citations, strict=True), 1):
        back = " ".join(_back(number, citation, citations) for citation in range(1, citations + 1))
        yield f'<li id="note-{number}">{_blocks(made, blocks)} {back}</li>'
    yield "</ol>\n</section>"


def _back(number: int, citation: int, citations: int) -> str:
    which = f", place {citation} of {citations}" if citations > 1 else ""
    shown = f"back {citation}" if citations > 1 else "back"
    says = f"{shown}: to where note {number} is cited{which}"
    return f'<a href="#cited-{number}-{citation}" role="doc-backlink" aria-label="{says}">{shown}</a>'


HTML = DocumentFormat("html", "A page", _write)
