import re
from datetime import date
from io import BytesIO
from pathlib import Path
from runpy import run_path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest

from lif.errors import LifError
from lif.output.documents import document, page
from lif.output.documents.document import DocumentContext
from lif.output.documents.formats.pdf import PDF
from lif.output.documents.formats.word import WORD, png
from lif.output.documents.markdown import escape_markdown
from lif.output.documents.page import folder
from output.texts import ALL
from support.documents import MADE, WHOLE
from support.tree import ROOT

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _parts(markdown: str) -> dict[str, ET.Element]:
    with ZipFile(BytesIO(WORD.of(markdown, MADE))) as file:
        return {name: ET.fromstring(file.read(name)) for name in file.namelist() if name.endswith(".xml")}  # noqa: S314 - our own file


WHOLE_PARTS = _parts(WHOLE)
BODY = WHOLE_PARTS["word/document.xml"]


def _words(part: ET.Element) -> str:
    return "".join(text.text or "" for text in part.iter(f"{W}t"))


def test_a_word_file_has_real_headings() -> None:
    styled = [
        (style.get(f"{W}val"), _words(paragraph))
        for paragraph in BODY.iter(f"{W}p")
        for style in paragraph.iter(f"{W}pStyle")
    ]
    assert ("Title", "The yearly report: Exampleshire") in styled
    assert ("Heading1", "What changed") in styled
    assert ("Heading2", "How many there are") in styled
    assert ("Lead", "What there is:") in styled


def test_a_word_file_has_real_footnotes_wherever_they_are_cited_written_out_the_first_time() -> None:
    notes = [_words(note).strip() for note in WHOLE_PARTS["word/footnotes.xml"] if not note.get(f"{W}type")]
    assert notes == ["reviews/2025-a A review", "reviews/2025-a, named before", "Two paragraphs.The second."]
    assert len(list(BODY.iter(f"{W}footnoteReference"))) == 3
    assert "Two," in "".join(_words(paragraph) for paragraph in BODY.iter(f"{W}p"))


def test_the_headings_of_a_table_are_repeated_on_each_page_and_say_what_they_are() -> None:
    table = next(BODY.iter(f"{W}tbl"))
    rows = list(table.iter(f"{W}tr"))
    assert [bool(list(row.iter(f"{W}tblHeader"))) for row in rows] == [True, False, False]
    assert [_words(row) for row in rows] == ["WhatHow many", "Reviews | audits3", "Actions12"]


def test_a_picture_in_a_word_file_has_its_message_and_is_drawn_in_dots() -> None:
    described = [node.get("descr") for node in BODY.iter() if node.tag.endswith("}docPr")]
    assert described == ["The message: 4 of 12 before"]
    with ZipFile(BytesIO(WORD.of(WHOLE, MADE))) as file:
        pictures = [name for name in file.namelist() if name.startswith("word/media/")]
        assert [file.read(name)[:4] for name in pictures] == [b"\x89PNG"]


def test_a_word_file_is_british_has_its_title_and_numbers_its_pages_on_a4() -> None:
    assert {language.get(f"{W}val") for language in WHOLE_PARTS["word/styles.xml"].iter(f"{W}lang")} == {"en-GB"}
    core = {node.tag.partition("}")[2]: node.text for node in WHOLE_PARTS["docProps/core.xml"]}
    assert core["title"] == "The yearly report: Exampleshire"
    assert core["language"] == "en-GB"
    assert core["created"] == core["modified"] == "2026-11-22T12:00:00Z"
    footer = WHOLE_PARTS["word/footer1.xml"]
    assert [(node.text or "").strip() for node in footer.iter(f"{W}instrText")] == ["PAGE", "NUMPAGES"]
    size = next(BODY.iter(f"{W}pgSz"))
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")


@pytest.mark.parametrize("form", [WORD, PDF], ids=["docx", "pdf"])
def test_the_same_text_day_and_pictures_are_the_same_bytes(form: document.DocumentFormat) -> None:
    first = form.of(WHOLE, MADE)
    assert form.of(WHOLE, MADE) == first
    assert form.of(WHOLE, DocumentContext(date(2026, 11, 23), MADE.pictures)) != first


def test_every_text_of_a_record_stands_in_a_word_file_as_words() -> None:
    texts = [escape_markdown(text) for text in ALL.values()]
    plain = [f"text {place}" for place, _ in enumerate(texts)]

    def elements(said: list[str]) -> list[str]:
        rows = "\n".join(f"| {text} | x |" for text in said)
        listed = "\n".join(f"- x {text}" for text in said)
        parts = _parts(f"# T\n\n{listed}\n\n| a | b |\n|---|---|\n{rows}\n")
        return [node.tag for node in parts["word/document.xml"].iter() if node.tag not in {f"{W}r", f"{W}t"}]

    assert elements(texts) == elements(plain)


def test_every_text_of_a_record_can_stand_in_a_pdf() -> None:
    said = "\n".join(f"## x {escape_markdown(text)}\n\n- x {escape_markdown(text)}\n" for text in ALL.values())
    made = PDF.of(f"# T\n\n{said}", MADE)
    assert made.startswith(b"%PDF-1.7")


@pytest.mark.parametrize(
    "text",
    ['#panic("x")', '"#panic("x")', '\\"#panic("x")', "*a* _b_ $x$ @a <b> `c`", '#read("/etc/passwd")', "]#panic()["],
)
def test_no_text_is_read_as_the_language_of_the_pdf(text: str) -> None:
    escaped = escape_markdown(text)
    markdown = f"# {escaped}\n\n## {escaped}\n\n{escaped}\n\n- {escaped}\n"
    assert PDF.of(markdown, MADE).startswith(b"%PDF")


def test_a_pdf_says_that_it_is_accessible_tagged_and_british() -> None:
    made = PDF.of(WHOLE, MADE)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
    assert b"/Lang(en-GB)" in made
    assert b"/MarkInfo<</Marked true" in made
    tags = re.findall(rb"/S/(Title|H[12]|Note|TH|Table|Figure)\b", made)
    assert tags == [b"Title", b"H1", b"Note", b"Note", b"H2", b"TH", b"TH", b"Table", b"Figure"]
    assert b"/Alt(The message: 4 of 12 before)" in made


def test_a_sign_that_no_letter_of_ours_can_show_is_named_and_no_pdf_is_made() -> None:
    with pytest.raises(LifError, match="could not be displayed") as refused:
        PDF.of("# T\n\nx \U0001f600\n", MADE)
    assert "\U0001f600" in refused.value.message
    assert refused.value.hint == "Put it right, or use --to html or --to docx."


@pytest.mark.parametrize(
    ("form", "package", "says", "do"),
    [
        (
            WORD,
            "pypandoc",
            "A Word file needs more than is installed: pypandoc.",
            "pip install pypandoc-binary resvg-py",
        ),
        (PDF, "typst", "A PDF needs more than is installed: typst.", "pip install typst"),
    ],
)
def test_a_missing_extra_is_one_line_that_says_what_to_install(
    form: document.DocumentFormat, package: str, says: str, do: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document, "find_spec", lambda name: None if name == package else object())
    with pytest.raises(LifError) as refused:
        form.of(WHOLE, MADE)
    assert (refused.value.message, refused.value.hint) == (says, do)


def test_a_picture_without_letters_is_refused_and_not_drawn_empty(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert png(MADE.pictures["done"]).startswith(b"\x89PNG")
    monkeypatch.setattr(page, "folder", lambda: tmp_path)
    with pytest.raises(LifError, match="would have no words"):
        png(MADE.pictures["done"])


def test_what_pandoc_cannot_do_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("lif.output.documents.formats.word.folder", lambda: tmp_path)
    with pytest.raises(LifError, match="pandoc could not make the Word file"):
        WORD.of("# T\n", MADE)


def test_the_look_of_a_word_file_is_what_its_script_writes() -> None:
    made = run_path(str(ROOT / "docs" / "word_reference.py"))["made"]
    assert (folder() / "reference.docx").read_bytes() == made(), "python docs/word_reference.py"
