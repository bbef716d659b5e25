import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from support import inside
from support.process import DAY, LIF, Ran, on_the_day, run
from support.story import decision, files, finding, review
from support.tree import ROOT

EXAMPLE = ROOT / "templates" / "example"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLE / "records", tmp_path / "records")
    return tmp_path


def _write(folder: Path, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("command", ["check", "list", "triangulate", "report annual --year 2018-19", "show x"])
def test_somebody_in_an_empty_folder_is_told_where_to_go(tmp_path: Path, command: str) -> None:
    ran = run(tmp_path, *command.split())
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "lif: No `records` folder in ., nor in any folder above it."
        " Go to the folder that holds `records`, or name it: lif -C FOLDER check. To begin one: lif init\n"
    )


def test_somebody_with_an_empty_records_folder_is_told_how_to_begin(tmp_path: Path) -> None:
    (tmp_path / "records").mkdir()
    assert run(tmp_path, "list") == Ran(1, "", "lif: No record found. Write the first one: lif new partnership\n")


def test_without_a_command_the_help_says_what_there_is(tmp_path: Path) -> None:
    ran = run(tmp_path)
    assert "Usage: lif" in ran.out + ran.err
    assert "triangulate" in ran.out + ran.err
    assert run(tmp_path, "--version").out.startswith("lif ")


def test_a_broken_record_is_named_with_its_place_and_left_out_of_everything_else(tmp_path: Path) -> None:
    _write(
        tmp_path,
        {
            **files({"reviews/2026-a": review(), "findings/2026-a": finding("reviews/2026-a")}),
            "records/decisions/2026-a.yaml": "title: A decision\nsharing: public\ndaet: 2026-01-01\n",
        },
    )
    checked = run(tmp_path, "check", "--select", "LIF2")
    assert checked.code == 1
    first, *_ = checked.out.splitlines()
    assert first == (
        "records/decisions/2026-a.yaml:3:1: error: `daet` is not a field of a decision. Did you mean `date`?  [LIF203]"
    )
    listed = on_the_day(tmp_path, "list", "decision")
    assert (listed.code, listed.out) == (0, "")
    assert (
        listed.err
        == "lif: 1 record has errors and is left out of what follows; lif check says what is wrong.\n0 records\n"
    )
    shown = on_the_day(tmp_path, "show", "decisions/2026-a", "--quiet")
    assert shown == Ran(
        1, "", "lif: decisions/2026-a has errors and cannot be read. See: lif check records/decisions/2026-a.yaml\n"
    )


def test_the_workspace_is_the_same_from_a_folder_below_and_from_outside(workspace: Path, tmp_path: Path) -> None:
    here = on_the_day(workspace, "list", "finding")
    assert on_the_day(workspace / "records" / "findings", "list", "finding") == here
    assert on_the_day(tmp_path.parent, "-C", str(workspace), "list", "finding") == here
    assert on_the_day(tmp_path.parent, "list", "finding", "-C", str(workspace)) == here
    below = on_the_day(workspace / "records", "check", "findings/2025-both-parents.yaml", "--format", "json")
    assert below == on_the_day(workspace, "check", "records/findings/2025-both-parents.yaml", "--format", "json")


@pytest.mark.parametrize(
    "options",
    [("--format", "json"), ("--audience", "public"), ("--today", "2025-01-01"), ("--quiet",), ("--no-color",)],
    ids=" ".join,
)
@pytest.mark.parametrize("command", ["triangulate --theme child-voice", "list finding", "report annual --year 2025-26"])
def test_options_stand_before_the_command_or_after_it(workspace: Path, options: tuple[str, ...], command: str) -> None:
    always = () if "--today" in options else ("--today", DAY)
    before = inside.run(workspace, *options, *always, *command.split())
    after = inside.run(workspace, *command.split(), *options, *always)
    assert before == after
    assert before.code == 0


def test_an_option_after_the_command_wins_over_one_before_it(workspace: Path) -> None:
    both = run(workspace, "--today", "2001-01-01", "report", "annual", "--year", "2025-26", "--today", DAY)
    assert both == on_the_day(workspace, "report", "annual", "--year", "2025-26")


ENVIRONMENTS = {
    "plain C": {"LANG": "C", "LC_ALL": "C"},
    "Windows letters": {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
    "a narrow window": {"COLUMNS": "40", "LINES": "5"},
    "one order of sets": {"PYTHONHASHSEED": "0"},
    "another order of sets": {"PYTHONHASHSEED": "1"},
    "the other side of the world": {"TZ": "Pacific/Kiritimati"},
    "a coloured terminal": {"FORCE_COLOR": "1", "TERM": "xterm-256color"},
    "no colours": {"NO_COLOR": "1"},
}


@pytest.mark.parametrize("environment", ENVIRONMENTS.values(), ids=ENVIRONMENTS)
def test_the_same_records_day_and_request_give_the_same_bytes_everywhere(environment: dict[str, str]) -> None:
    for question in ("check --all", "triangulate --theme child-voice", "report annual --year 2025-26"):
        assert on_the_day(EXAMPLE, *question.split(), environment=environment) == _plainly(question)


@cache
def _plainly(question: str) -> Ran:
    return on_the_day(EXAMPLE, *question.split())


def test_the_same_question_twice_gives_the_same_bytes_and_another_day_another_head(workspace: Path) -> None:
    asked = ("report", "annual", "--year", "2025-26")
    first = on_the_day(workspace, *asked)
    assert on_the_day(workspace, *asked) == first
    other = run(workspace, *asked, "--today", "2026-11-23")
    assert other.out != first.out
    assert other.out.replace("2026-11-23", DAY).splitlines()[0] == first.out.splitlines()[0]


def test_letters_of_every_language_come_through(tmp_path: Path) -> None:
    title = "Llanfairŷ, Señán, Zoë, O\u2019Connor \u2013 文字"
    _write(tmp_path, files({"decisions/2026-a": decision(title=title, date="2026-01-01")}))
    for environment in ({"LANG": "C", "LC_ALL": "C"}, {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}):
        assert title in on_the_day(tmp_path, "list", "decision", environment=environment).out


@pytest.mark.skipif(os.name == "nt", reason="pipes break differently on Windows")
@pytest.mark.parametrize(
    "question", ["list finding", "check --all", "report annual --year 2025-26", "show partnership"]
)
def test_a_reader_who_stops_reading_sees_no_traceback(workspace: Path, question: str) -> None:
    end, beginning = os.pipe()
    os.close(end)
    try:
        done = subprocess.run(
            [LIF, *question.split(), "--quiet"], cwd=workspace, stdout=beginning, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(beginning)
    assert done.stderr == b""
    assert done.returncode in {0, 1}


def test_the_program_runs_as_a_module_too(workspace: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "lif", "list", "finding", "--today", DAY],
        cwd=workspace,
        capture_output=True,
        check=False,
    )
    assert done.stdout.decode() == on_the_day(workspace, "list", "finding").out
