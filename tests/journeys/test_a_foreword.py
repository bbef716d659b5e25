import json
import subprocess
from pathlib import Path

import pytest
from pypandoc import get_pandoc_path

from support.inside import on_the_day
from support.process import Ran

FOR = ("--for", "annual/2025-26")
FOREWORD = "records/statements/2025-26-annual-foreword.yaml"
WORDS = "# Foreword\n\nOne thing we had promised came true.\n\nTwo things did not move.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A new partnership with no record but its own."""
    made = on_the_day(
        tmp_path,
        "init",
        ".",
        "--no-input",
        "--name",
        "Sampleton Safeguarding Children Partnership",
        "--by",
        "The team",
        "--own",
        "yes",
        "--readers",
        "restricted",
        "--who",
        "The team",
        "--basis",
        "Our own records",
        "--complete",
        "From today on",
    )
    assert made.code == 0, made.err
    return tmp_path


def _new(folder: Path, *words: str, code: int = 0) -> Ran:
    ran = on_the_day(folder, "new", "statement", *FOR, *words)
    assert ran.code == code, ran.err
    return ran


def _word_file(folder: Path, text: str) -> str:
    (folder / "words.md").write_text(text)
    subprocess.run([get_pandoc_path(), folder / "words.md", "-o", folder / "words.docx"], check=True)
    return str(folder / "words.docx")


def _annual(folder: Path, *words: str) -> str:
    ran = on_the_day(folder, "report", "annual", "--year", "2025-26", "--audience", "restricted", *words)
    assert ran.code == 0, ran.err
    return ran.out


def test_a_foreword_from_a_word_file_to_the_report(folder: Path) -> None:
    made = json.loads(_new(folder, "--all-owed", "--format", "json").out)
    owed = ["foreword", "judgement", "scrutineer", "next-year"]
    assert [one["id"] for one in made["statements"]] == [f"statements/2025-26-annual-{name}" for name in owed]
    waiting = (folder / FOREWORD).read_text()
    assert "# text: The words as they are to be printed" in waiting
    assert "#   ## The year in short" in waiting
    assert on_the_day(folder, "check").code == 0
    assert "## Foreword" not in _annual(folder)
    assert "The foreword, the judgement of the evidence" in _annual(folder)

    put = _new(folder, "--section", "foreword", "--text-from", _word_file(folder, WORDS))
    assert put.out == f"Put 2 paragraphs into {FOREWORD}\n"
    filled = (folder / FOREWORD).read_text()
    for line in waiting.splitlines():
        assert line in filled or line.startswith("# text:")
    said = _annual(folder, "--section", "foreword")
    assert "> One thing we had promised came true.\n>\n> Two things did not move.\n" in said
    assert "The foreword," not in said


def test_what_a_person_wrote_is_never_written_over(folder: Path) -> None:
    file = _word_file(folder, WORDS)
    _new(folder, "--section", "foreword", "--text-from", file)
    before = (folder / FOREWORD).read_bytes()
    again = _new(folder, "--section", "foreword", "--text-from", _word_file(folder, "Other words.\n"), code=1)
    assert again.err.startswith("lif: statements/2025-26-annual-foreword holds words already; nothing was written.")
    _new(folder, "--section", "foreword", code=1)
    _new(folder, "--all-owed")
    assert (folder / FOREWORD).read_bytes() == before


def test_the_reply_is_owed_once_there_is_what_it_replies_to(folder: Path) -> None:
    _new(folder, "--section", "scrutineer", "--text-from", _word_file(folder, "It holds.\n"))
    _new(folder, "--all-owed")
    reply = (folder / "records/statements/2025-26-annual-reply.yaml").read_text()
    assert "replies_to: statements/2025-26-annual-scrutineer\n" in reply
    assert "#   It holds.\n" in reply
    assert _new(folder, "--all-owed").out.count("is there already, and waits for its words") == 4


def test_a_commentary_needs_a_role_and_personal_data_is_refused(folder: Path) -> None:
    asked = _new(folder, "--section", "figures", code=2)
    assert "Who speaks in the section figures?" in asked.err
    named = _word_file(folder, "The social worker, Mrs Joan Smith, was right.\n")
    _new(folder, "--section", "figures", "--set", "by.role=Head of quality", "--text-from", named, code=1)
    assert not (folder / "records/statements").exists()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--for", "anual/2025-26", "--all-owed"), 'There is no report called "anual".'),
        (("--for", "annual", "--all-owed"), "Of which year or period?"),
        (("--for", "annual/2025", "--all-owed"), "annual is for a year, from April to March, and 2025 is none."),
        (("--for", "actions/2025-26", "--all-owed"), "Reports that are for a year or a period: annual"),
        ((*FOR,), "Which statements?"),
        ((*FOR, "--section", "forword"), "Did you mean foreword?"),
        ((*FOR, "--all-owed", "--text-from", "x.docx"), "One file holds the words of one statement."),
        ((*FOR, "--section", "foreword", "--text-from", "none.docx"), "none.docx cannot be read"),
        (("--section", "foreword"), "the document is not named"),
    ],
)
def test_what_cannot_be_done_is_said(folder: Path, words: tuple[str, ...], says: str) -> None:
    ran = on_the_day(folder, "new", "statement", *words)
    assert ran.code == 2
    assert says in ran.err
