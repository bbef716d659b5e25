import os
import shutil
from pathlib import Path

import pytest

from support.inside import on_the_day
from support.process import Ran
from support.tree import ROOT

ASKED = ("report", "annual", "--year", "2025-26", "--quiet")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "templates" / "example" / "records", tmp_path / "records")
    return tmp_path


def test_a_report_is_written_once_accepted_unchanged_and_replaced_only_by_force(workspace: Path) -> None:
    out = workspace / "annual.md"
    written = on_the_day(workspace, *ASKED, "--output", "annual.md")
    assert written == Ran(0, "annual.md\n", "")
    said = on_the_day(workspace, *ASKED).out
    assert out.read_bytes().decode() == said
    assert on_the_day(workspace, *ASKED, "--output", "annual.md").code == 0
    out.write_text("Somebody's own words\n", encoding="utf-8")
    refused = on_the_day(workspace, *ASKED, "--output", "annual.md")
    assert refused == Ran(2, "", "lif: annual.md is already there and differs. Add --force to write over it.\n")
    assert out.read_text(encoding="utf-8") == "Somebody's own words\n"
    assert on_the_day(workspace, *ASKED, "--output", "annual.md", "--force").code == 0
    assert out.read_bytes().decode() == said
    assert sorted(path.name for path in workspace.iterdir()) == ["annual.md", "records"]


def test_a_hyphen_or_nothing_is_the_terminal(workspace: Path) -> None:
    assert on_the_day(workspace, *ASKED, "--output", "-") == on_the_day(workspace, *ASKED)
    assert [path.name for path in workspace.iterdir()] == ["records"]


def test_a_report_as_json_goes_into_a_file_too(workspace: Path) -> None:
    assert on_the_day(workspace, *ASKED, "--format", "json", "--output", "annual.json").code == 0
    told = on_the_day(workspace, *ASKED, "--format", "json").out
    assert (workspace / "annual.json").read_bytes().decode() == told


def test_a_file_stands_where_a_folder_should(workspace: Path) -> None:
    (workspace / "reports").write_text("no folder", encoding="utf-8")
    refused = on_the_day(workspace, *ASKED, "--output", "reports/annual.md")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith("lif: ")
    assert refused.err.count("\n") == 1
    assert (workspace / "reports").read_text(encoding="utf-8") == "no folder"


def test_a_folder_or_a_link_is_no_file_to_write(workspace: Path) -> None:
    (workspace / "reports").mkdir()
    refused = on_the_day(workspace, *ASKED, "--output", "reports")
    assert refused == Ran(2, "", "lif: reports is not a plain file, so nothing was written. Choose another name.\n")


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_is_not_followed(workspace: Path) -> None:
    (workspace / "elsewhere.md").write_text("precious\n", encoding="utf-8")
    (workspace / "annual.md").symlink_to("elsewhere.md")
    assert on_the_day(workspace, *ASKED, "--output", "annual.md", "--force").code == 2
    assert (workspace / "elsewhere.md").read_text(encoding="utf-8") == "precious\n"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever may do everything is refused nothing")
def test_a_folder_in_which_nobody_may_write_is_named(workspace: Path) -> None:
    closed = workspace / "closed"
    closed.mkdir(mode=0o555)
    refused = on_the_day(workspace, *ASKED, "--output", "closed/annual.md")
    assert refused == Ran(
        2, "", "lif: closed/annual.md could not be written: you may not write in that folder. Nothing was changed.\n"
    )
    assert list(closed.iterdir()) == []


@pytest.mark.parametrize(("ending", "begins"), [("html", b"<!DOCTYPE html>"), ("docx", b"PK"), ("pdf", b"%PDF-1.7")])
def test_a_file_is_written_in_the_format_its_name_ends_in_and_again_as_the_same_bytes(
    workspace: Path, ending: str, begins: bytes
) -> None:
    assert on_the_day(workspace, *ASKED, "--output", f"annual.{ending}").code == 0
    first = (workspace / f"annual.{ending}").read_bytes()
    assert first.startswith(begins)
    assert on_the_day(workspace, *ASKED, "--output", f"annual.{ending}") == Ran(0, f"annual.{ending}\n", "")
    assert (workspace / f"annual.{ending}").read_bytes() == first


def test_the_format_that_is_named_wins_over_the_name_of_the_file(workspace: Path) -> None:
    assert on_the_day(workspace, *ASKED, "--to", "md", "--output", "annual.html").code == 0
    assert (workspace / "annual.html").read_text(encoding="utf-8").startswith("# Yearly report")


@pytest.mark.parametrize(
    ("to", "says"),
    [
        ("odt", 'lif: There is no format "odt" for documents. Formats: md, html, docx, pdf\n'),
        ("docx", "lif: A Word file cannot be shown here. Name a file for it: --output report.docx\n"),
    ],
)
def test_a_format_that_is_not_there_or_cannot_be_shown_is_said(workspace: Path, to: str, says: str) -> None:
    assert on_the_day(workspace, *ASKED, "--to", to) == Ran(2, "", says)
