"""Writes the Word file from which documents take their look: paper, letters, headings, tables, page numbers.

`python docs/word_reference.py` writes it anew; a test compares it with what is shipped.
"""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

PLACE = Path(__file__).parents[1] / "src" / "lif" / "output" / "documents" / "look" / "reference.docx"
BLUE, INK, GREY, TINT = "12436D", "1A1A1A", "3D3D3D", "F3F5F8"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MARGINS = {"top": 1134, "right": 1247, "bottom": 1134, "left": 1247, "header": 567, "footer": 567, "gutter": 0}
DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def style(name: str, key: str, *, based: str = "Normal", paragraph: str = "", run: str = "", then: str = "") -> str:
    """A style of paragraphs."""
    following = f'<w:next w:val="{then}"/>' if then else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="{based}"/>{following}'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def letters(name: str, key: str, run: str) -> str:
    """A style of letters."""
    return f'<w:style w:type="character" w:styleId="{key}"><w:name w:val="{name}"/><w:rPr>{run}</w:rPr></w:style>'


def space(before: int, after: int) -> str:
    """Space before and after, in twentieths of a point."""
    return f'<w:spacing w:before="{before}" w:after="{after}"/>'


def heading(level: int, half_points: int, before: int) -> str:
    """A heading: it stays with what follows it."""
    outline = f'<w:outlineLvl w:val="{level - 1}"/>'
    return style(
        f"heading {level}",
        f"Heading{level}",
        paragraph=f"<w:keepNext/><w:keepLines/>{space(before, 80)}{outline}",
        run=f'<w:b/><w:color w:val="{BLUE}"/><w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>',
        then="BodyText",
    )


def styles() -> str:
    """Every style that pandoc asks for by name."""
    fonts = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/>'
    language = '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>'
    run = f'{fonts}<w:color w:val="{INK}"/><w:sz w:val="22"/><w:szCs w:val="22"/>{language}'
    spread = '<w:spacing w:after="120" w:line="276" w:lineRule="auto"/>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{spread}</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    small = '<w:sz w:val="18"/><w:szCs w:val="18"/>'
    quote = (
        f'<w:pBdr><w:left w:val="single" w:sz="36" w:space="8" w:color="{BLUE}"/></w:pBdr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/>{space(80, 120)}<w:ind w:left="284" w:right="284"/>'
    )
    return "".join(
        (
            f"{DECLARED}<w:styles {W}>{defaults}",
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
            style("Body Text", "BodyText", paragraph=space(0, 120)),
            style("First Paragraph", "FirstParagraph", based="BodyText", paragraph=space(80, 120), then="BodyText"),
            style("Lead", "Lead", based="BodyText", paragraph=f"<w:keepNext/>{space(80, 120)}"),
            style("Compact", "Compact", based="BodyText", paragraph=space(20, 40)),
            style(
                "Title",
                "Title",
                paragraph=f"<w:keepNext/>{space(0, 200)}",
                run=f'<w:b/><w:color w:val="{BLUE}"/><w:sz w:val="40"/><w:szCs w:val="40"/>',
                then="BodyText",
            ),
            heading(1, 30, 360),
            heading(2, 25, 240),
            heading(3, 22, 200),
            heading(4, 22, 160),
            heading(5, 22, 160),
            style("Block Text", "BlockText", based="BodyText", paragraph=quote),
            style("footnote text", "FootnoteText", paragraph=space(0, 20), run=small),
            style("Footnote Block Text", "FootnoteBlockText", based="FootnoteText"),
            style("Source Code", "SourceCode", paragraph=space(0, 120), run='<w:rFonts w:ascii="Consolas"/>'),
            style("header", "Header", run=small),
            style("footer", "Footer", paragraph='<w:jc w:val="right"/>', run=f'{small}<w:color w:val="{GREY}"/>'),
            letters(
                "Verbatim Char",
                "VerbatimChar",
                '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/><w:noProof/>',
            ),
            letters("footnote reference", "FootnoteReference", '<w:vertAlign w:val="superscript"/>'),
            letters("Hyperlink", "Hyperlink", f'<w:color w:val="{BLUE}"/><w:u w:val="single"/>'),
            table(),
            "</w:styles>",
        )
    )


def table() -> str:
    """Tables: a line under each row, the headings shaded, and no row broken over two pages."""
    line = '<w:{} w:val="single" w:sz="4" w:space="0" w:color="767676"/>'
    borders = "".join(line.format(side) for side in ("top", "bottom", "insideH"))
    margins = '<w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/>'
    first = (
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr>'
        f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/>'
        f'<w:tcBorders><w:bottom w:val="single" w:sz="12" w:space="0" w:color="{BLUE}"/></w:tcBorders></w:tcPr>'
        "</w:tblStylePr>"
    )
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>'
        '<w:style w:type="table" w:styleId="Table"><w:name w:val="Table"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders>"
        f'<w:tblCellMar>{margins}<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:trPr><w:cantSplit/></w:trPr>{first}</w:style>"
    )


def field(instruction: str) -> str:
    """A number that Word works out."""
    parts = ('<w:fldChar w:fldCharType="begin"/>', f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>',
             '<w:fldChar w:fldCharType="separate"/>', "<w:t>1</w:t>", '<w:fldChar w:fldCharType="end"/>')  # fmt: skip
    return "".join(f"<w:r>{part}</w:r>" for part in parts)


def footer() -> str:
    """`Page 2 of 9`."""
    words = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    line = f"{words.format('Page ')}{field('PAGE')}{words.format(' of ')}{field('NUMPAGES')}"
    return f'{DECLARED}<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{line}</w:p></w:ftr>'


def document() -> str:
    """A4, with room to write in the margins."""
    page = '<w:pgSz w:w="11906" w:h="16838"/>'
    sides = " ".join(f'w:{side}="{wide}"' for side, wide in MARGINS.items())
    section = f'<w:sectPr><w:footerReference w:type="default" r:id="rId3"/>{page}<w:pgMar {sides}/></w:sectPr>'
    return f"{DECLARED}<w:document {W} {R}><w:body><w:p/>{section}</w:body></w:document>"


def relations(*targets: tuple[str, str]) -> str:
    """Which part of the file refers to which."""
    said = "".join(
        f'<Relationship Id="rId{place}" Type="{kind}" Target="{target}"/>'
        for place, (kind, target) in enumerate(targets, 1)
    )
    return f'{DECLARED}<Relationships xmlns="{PACKAGE}/relationships">{said}</Relationships>'


def parts() -> dict[str, str]:
    """Every part of the file by its name."""
    kinds = {"document": "document.main", "styles": "styles", "settings": "settings", "footer1": "footer"}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{MAIN}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    types = (
        f'{DECLARED}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
    settings = f'{DECLARED}<w:settings {W}><w:themeFontLang w:val="en-GB"/></w:settings>'
    return {
        "[Content_Types].xml": types,
        "_rels/.rels": relations((f"{OFFICE}/officeDocument", "word/document.xml")),
        "word/document.xml": document(),
        "word/styles.xml": styles(),
        "word/settings.xml": settings,
        "word/footer1.xml": footer(),
        "word/_rels/document.xml.rels": relations(
            (f"{OFFICE}/styles", "styles.xml"),
            (f"{OFFICE}/settings", "settings.xml"),
            (f"{OFFICE}/footer", "footer1.xml"),
        ),
    }


def made() -> bytes:
    """The whole file: not squeezed, and with no time of its making, so that it is the same wherever it is made."""
    held = BytesIO()
    with ZipFile(held, "w", ZIP_STORED) as file:
        for name, text in parts().items():
            file.writestr(ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text)
    return held.getvalue()


if __name__ == "__main__":
    PLACE.write_bytes(made())
