import re
import shutil
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from support.inside import on_the_day, run
from support.repository import Repo
from support.tree import ROOT

ANNUAL = ("report", "annual", "--year", "2025-26")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "templates" / "example" / "records", tmp_path / "records")
    return tmp_path


def test_a_document_is_asked_why_until_the_records_say_something_else(workspace: Path) -> None:
    assert on_the_day(workspace, "brief", "2025-hawthorn", "--output", "b.md", "--quiet").code == 0
    lines = (workspace / "b.md").read_text(encoding="utf-8").splitlines()
    number = next(at for at, line in enumerate(lines, 1) if "20 of 24 contacts were complete" in line)
    why = on_the_day(workspace, "why", f"b.md:{number}")
    assert why.code == 0
    assert "findings/2025-contacts-complete  Contacts from schools are complete and to the point" in why.out
    assert "The records still say so: lif brief reviews/2025-hawthorn --form seven-minute" in why.out
    assert on_the_day(workspace, "brief", "2025-hawthorn", "--check", "--output", "b.md").code == 0
    path = workspace / "records" / "findings" / "2025-contacts-complete.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("20 of 24 contacts", "21 of 24 contacts"), encoding="utf-8"
    )
    why = on_the_day(workspace, "why", f"b.md:{number}")
    assert why.code == 1
    assert "no longer gives this line" in why.out
    stale = on_the_day(workspace, "brief", "2025-hawthorn", "--check", "--output", "b.md")
    assert stale.code == 1
    assert "21 of 24 contacts were complete and to the point." in stale.out


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("b.md", "Which line of which document?"),
        ("b.md:x", "Which line of which document?"),
        ("none.md:1", "none.md cannot be read as a document."),
        ("b.md:9", "b.md has no line 9."),
        ("b.md:2", "Line 2 of b.md is empty."),
    ],
)
def test_a_line_that_cannot_be_asked_is_named(workspace: Path, place: str, said: str) -> None:
    (workspace / "b.md").write_text("# Of somebody else\n\nWords\n", encoding="utf-8")
    ran = on_the_day(workspace, "why", place)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.parametrize(
    ("recipe", "said"),
    [
        ("", "does not say which command it was written by"),
        ("Written by `lif report nonsense --today 2026-11-22`", "gives no document any more"),
        ("Written by `lif check --today 2026-11-22`", "gives no document any more"),
    ],
)
def test_a_document_that_cannot_be_written_again_says_so(workspace: Path, recipe: str, said: str) -> None:
    (workspace / "b.md").write_text(f"Words\n\n{recipe}\n", encoding="utf-8")
    ran = on_the_day(workspace, "why", "b.md:1")
    assert ran.code == 0
    assert said in ran.out
    assert "It names no record." in ran.out


def test_a_priority_narrows_a_report_and_leaves_out_what_is_not_kept_by_one(workspace: Path) -> None:
    said = on_the_day(workspace, *ANNUAL, "--priority", "hearing-children", "--quiet").out
    assert 'Only what belongs to the priority "Children are heard' in said
    assert "## Evidence: contributions" not in said
    assert "Contacts from schools are complete" not in said
    assert on_the_day(workspace, *ANNUAL, "--priority", "no-such").code == 2
    refused = on_the_day(workspace, *ANNUAL, "--priority", "hearing-children", "--section", "position")
    assert "The section position is not kept by priority." in refused.err


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--cycle", "3"), "annual takes no --cycle."),
        (("--section", "no-such"), 'annual has no section "no-such". Sections: foreword, judgement'),
        (("--check",), "Which document is to be checked?"),
        (("--check", "--output", "none.md"), "none.md cannot be read as a document."),
    ],
)
def test_what_a_report_does_not_take_is_refused_with_what_it_does(
    workspace: Path, asked: tuple[str, ...], said: str
) -> None:
    refused = on_the_day(workspace, *ANNUAL, *asked)
    assert (refused.code, refused.out) == (2, "")
    assert said in refused.err


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("position", "For which year? Say it: --year 2018-19"),
        ("programme", "For which year? Say it: --year 2018-19"),
        ("assessment", "assessment needs --cycle. It is asked so: lif report assessment --cycle 2025"),
        ("assessment --cycle 1999", 'has no cycle "1999". Cycles: 2023, 2025, 2026, 2027.'),
        ("assessment --cycle 2025 --audience public", "assessment is not written for a public audience"),
        (
            "flag",
            "flag needs to know what it is on. It is asked so: lif report flag flags/",
        ),
        ("flag reviews/2025-hawthorn", "flag is not written on a review. It is on one of: flags"),
        ("flag 2026-supervision-strength --audience partnership", "flag is not written for a partnership audience"),
    ],
)
def test_a_report_says_with_an_example_what_it_needs_and_for_whom_it_is(workspace: Path, asked: str, said: str) -> None:
    refused = on_the_day(workspace, "report", *asked.split())
    assert (refused.code, refused.out) == (2, "")
    assert said in refused.err


def test_the_review_of_the_framework_counts_what_the_rules_say_of_what_its_readers_see(workspace: Path) -> None:
    path = workspace / "records" / "audits" / "2026-supervision.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^practitioners: .*\n", "", text), encoding="utf-8")
    said = on_the_day(workspace, "report", "framework", "--section", "duties", "--audience", "restricted").out
    assert re.search(r"- Asked about: .*: 1 record \(LIF\d+\)\[\^audits-2026-supervision\]", said)


def test_a_template_of_ones_own_is_copied_checked_and_used(workspace: Path) -> None:
    assert on_the_day(workspace, "templates", "copy", "annual").out == "templates/annual.md.j2\n"
    assert "your own" in on_the_day(workspace, "templates").out
    path = workspace / "templates" / "annual.md.j2"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("decisions|length", "decision|length"), encoding="utf-8")
    checked = on_the_day(workspace, "templates", "check", "annual")
    assert checked.code == 1
    assert "the report has nothing called `decision` here" in checked.out
    refused = on_the_day(workspace, *ANNUAL, "--output", "a.md")
    assert refused.code == 2
    assert "the report has nothing called `decision` here" in refused.err
    assert not (workspace / "a.md").exists()
    path.write_text(text.replace("version 1", "version 0").replace("in short", "at a glance"), encoding="utf-8")
    assert (
        'the heading "The year in short" of the section `short` is missing'
        in on_the_day(workspace, "templates", "check").out
    )
    assert on_the_day(workspace, "templates", "copy", "annual").code == 2
    assert on_the_day(workspace, "templates", "copy").code == 2
    assert on_the_day(workspace, "templates", "check", "nonsense").code == 2


@pytest.mark.parametrize(("ending", "kind"), [("html", "page"), ("docx", "Word file"), ("pdf", "PDF")])
def test_a_page_a_word_file_and_a_pdf_are_told_stale_by_what_they_say_of_their_making(
    workspace: Path, ending: str, kind: str
) -> None:
    asked = ("report", "flag", "after-hours", "--output", f"f.{ending}")
    assert on_the_day(workspace, *asked, "--quiet").code == 0
    fresh = run(workspace, *asked, "--check")
    assert fresh.code == 0
    assert f"What was changed by hand in the {kind} itself is not seen." in fresh.out
    other = workspace / "records" / "reviews" / "2023-missing-from-learning.yaml"
    other.write_text(other.read_text(encoding="utf-8").replace("(fictional)", "(made up)"), encoding="utf-8")
    assert "Records that it does not use have changed since." in run(workspace, *asked, "--check").out
    flag = workspace / "records" / "flags" / "2025-after-hours.yaml"
    flag.write_text(flag.read_text(encoding="utf-8").replace("nobody to reach", "no one to reach"), encoding="utf-8")
    stale = run(workspace, *asked, "--check")
    assert stale.code == 1
    again = "lif report flag flags/2025-after-hours --audience restricted --today 2026-11-22"
    assert f"It was written by {again}, with content" in stale.out
    assert f"Write it again: {again} --output f.{ending} --force" in stale.out


def test_the_lines_of_a_word_file_are_asked_for_in_the_markdown_that_it_names(workspace: Path) -> None:
    assert on_the_day(workspace, "brief", "2025-hawthorn", "--output", "b.docx", "--quiet").code == 0
    refused = run(workspace, "why", "b.docx:12")
    assert (refused.code, refused.out) == (2, "")
    assert "b.docx is a Word file, in which lines cannot be counted; lif why reads Markdown." in refused.err
    assert "--today 2026-11-22 --output b.md writes it; then lif why b.md:LINE" in refused.err


@pytest.mark.parametrize("data", [b"PK\x03\x04 no archive", b"%PDF-1.7 of another program", b"<!DOCTYPE html><p>x"])
def test_a_document_of_another_program_cannot_be_checked(workspace: Path, data: bytes) -> None:
    (workspace / "a.docx").write_bytes(data)
    refused = on_the_day(workspace, *ANNUAL, "--check", "--output", "a.docx")
    assert (refused.code, refused.out) == (2, "")
    assert "a.docx does not say in its properties what it was written from." in refused.err


def test_a_file_that_is_no_text_is_no_document(workspace: Path) -> None:
    (workspace / "a.md").write_bytes(b"\xff\xfe")
    for asked in ((*ANNUAL, "--check", "--output", "a.md"), ("why", "a.md:1")):
        assert "a.md cannot be read as a document." in on_the_day(workspace, *asked).err


def test_the_commit_behind_a_written_document_is_said_and_that_records_were_changed_since(workspace: Path) -> None:
    def stderr_of(*more: str) -> str:
        return on_the_day(workspace, "report", "qig", "--force", "--output", "q.md", *more).err

    assert "which commit this was made from cannot be said. These records are not in a git repository." in stderr_of()
    repo = Repo.begun(workspace)
    assert "cannot be said. There is no commit here yet." in stderr_of()
    commit = repo.commit()[:10]
    assert f"lif: made from the records of commit {commit}.\n" in stderr_of()
    path = workspace / "records" / "flags" / "2025-after-hours.yaml"
    text = path.read_bytes()
    path.write_bytes(text.replace(b"\n", b"\r\n"))
    assert f"commit {commit}.\n" in stderr_of()
    path.write_bytes(text.replace(b"title: ", b"title: Changed "))
    assert f"commit {commit}, with changes not committed.\n" in stderr_of()
    assert f"commit {commit}.\n" in stderr_of("--at", "HEAD")
    assert "commit" not in on_the_day(workspace, "report", "qig").err
    assert stderr_of("--quiet") == ""


def test_a_briefing_can_be_kept_to_a_priority(workspace: Path) -> None:
    said = on_the_day(workspace, "brief", "2025-hawthorn", "--priority", "hearing-children", "--quiet").out
    assert 'Only what belongs to the priority "Children are heard' in said
    assert "20 of 24 contacts were complete" not in said
    assert "--priority hearing-children" in said


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("report annual --year 2025-26 --section learnd", "Did you mean learned? Sections: foreword, judgement, "),
        ("report annual --year 2025-26 --section done?", "Did you mean done? Sections: "),
        ("report flag after-hours --section requests", "Sections: flagged, rests-on, asked, received, answer"),
        ("brief 2025-hawthorn --section strength", "Did you mean strengths? Sections: background, why, strengths"),
    ],
)
def test_a_section_that_is_not_there_is_answered_with_those_that_are(workspace: Path, asked: str, meant: str) -> None:
    refused = on_the_day(workspace, *asked.split())
    assert refused.code == 2
    assert meant in refused.err


def test_a_part_of_an_id_that_many_records_have_means_one_that_the_report_is_written_on(workspace: Path) -> None:
    assert on_the_day(workspace, "show", "after-hours").code == 2
    assert "# " in on_the_day(workspace, "report", "flag", "after-hours", "--quiet").out
    assert "flag is not written on an audit" in on_the_day(workspace, "report", "flag", "nurses-supervision").err


def test_word_documents_take_the_look_of_a_partnerships_own_file(workspace: Path) -> None:
    def letter_in(name: str) -> bytes:
        assert on_the_day(workspace, "report", "flag", "after-hours", "--quiet", "--output", name).code == 0
        return (workspace / name).read_bytes()

    usual = letter_in("a.docx")
    assert on_the_day(workspace, "templates", "copy", "reference.docx").out == "templates/reference.docx\n"
    assert "your own        the look of Word files" in on_the_day(workspace, "templates").out
    own = workspace / "templates" / "reference.docx"
    assert letter_in("a.docx") == usual
    with ZipFile(own) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    with ZipFile(own, "w") as file:
        for name, part in parts.items():
            file.writestr(name, part.replace(b"Page ", b"Exampleshire, page "))
    with ZipFile(BytesIO(letter_in("b.docx"))) as file:
        assert b"Exampleshire, page " in file.read("word/footer1.xml")
    assert on_the_day(workspace, "templates", "check").code == 0
    own.write_bytes(b"no Word file")
    refused = on_the_day(workspace, "report", "flag", "after-hours", "--output", "c.docx")
    assert refused.code == 2
    assert refused.err.endswith(" Look at your own templates/reference.docx.\n")
    assert not (workspace / "c.docx").exists()


def test_a_small_number_in_a_records_words_keeps_a_public_document_back_and_no_other(workspace: Path) -> None:
    path = workspace / "records" / "evaluations" / "2025-voice-prompt.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("more plans hold", "3 of 7 children say that plans hold"), encoding="utf-8")
    for form in ("text", "json"):
        refused = on_the_day(workspace, *ANNUAL, "--format", form, "--output", "a.md")
        assert (refused.code, refused.out) == (1, "")
        assert '`claim` of evaluations/2025-voice-prompt says "3 of 7' in refused.err
        assert not (workspace / "a.md").exists()
    assert on_the_day(workspace, *ANNUAL, "--section", "scrutiny").code == 0
    assert "3 of 7 children" in on_the_day(workspace, *ANNUAL, "--audience", "partnership").out
