import subprocess
from pathlib import Path

import pytest
from pypandoc import get_pandoc_path

from lif.errors import LifError
from lif.output.documents.paragraphs import paragraphs_of

MARKDOWN = "# Foreword\n\nOne thing changed\nthis year.\n\n- First this\n- Then that\n\n2. Second\n"


def test_lines_of_a_paragraph_are_joined_and_items_of_a_list_stand_alone() -> None:
    read = paragraphs_of("foreword.md", MARKDOWN.encode())
    assert read == ("Foreword", "One thing changed this year.", "First this", "Then that", "2. Second")


def test_plain_text_keeps_its_number_signs() -> None:
    assert paragraphs_of("a.txt", b"# 12 of us\n\nsay so") == ("# 12 of us", "say so")


def test_what_cannot_be_seen_is_taken_out() -> None:
    text = "\ufeffWe\u00a0said\u00ad so\u200b.\r\n\r\nTwice.\r\n"
    assert paragraphs_of("a.txt", text.encode()) == ("We said so.", "Twice.")


def test_a_word_file_says_what_stands_in_it(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text('"Two" things: *nothing* is [lost](https://example.org), £5 & 3 < 4.\n\nEnd.\n')
    subprocess.run([get_pandoc_path(), tmp_path / "a.md", "-o", tmp_path / "a.docx"], check=True)
    read = paragraphs_of("a.DOCX", (tmp_path / "a.docx").read_bytes())
    assert [text.replace("“", '"').replace("”", '"') for text in read] == [
        '"Two" things: nothing is lost, £5 & 3 < 4.',
        "End.",
    ]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.pdf", b"%PDF", "should end in one of"),
        ("a.docx", b"not a Word file", "cannot be read as a Word file"),
        ("a.txt", "é".encode("latin-1"), "is not UTF-8"),
        ("a.txt", b" \n\n", "holds no text"),
    ],
)
def test_what_cannot_be_read_is_said(name: str, data: bytes, says: str) -> None:
    with pytest.raises(LifError) as refused:
        paragraphs_of(name, data)
    assert says in f"{refused.value.message} {refused.value.hint}"
