"""What people see on a terminal: as wide as it is, with ids whole, in colour unless they want none."""

import re
from pathlib import Path

import pytest

from lif.output.text.screen import fitted
from support.inside import on_the_day, run, seen
from support.process import DAY
from support.tree import ROOT

EXAMPLE = ROOT / "templates" / "example"
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
ID = re.compile(r"[a-z]+/\d{4}-[\w-]+(?:#[\w-]+)?")
COMMANDS = [
    (),
    ("check", "--all"),
    ("due", "--all"),
    ("list",),
    ("list", "action"),
    ("list", "finding"),
    ("show", "actions/2025-one-school-pathway"),
    ("trace", "reviews/2025-hawthorn"),
    ("triangulate",),
    ("decide", "reviews/2025-hawthorn"),
    ("principles",),
    ("principles", "reviews/2025-hawthorn"),
    ("report",),
    ("export",),
    ("explain", "LIF512"),
    ("explain", "action.due"),
]


@pytest.mark.parametrize("columns", [60, 80, 120, 160])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_line_is_wider_than_the_terminal_and_no_id_is_cut(command: tuple[str, ...], columns: int) -> None:
    lines = COLOUR.sub("", seen(EXAMPLE, *command, columns=columns)).splitlines()
    assert lines
    too_wide = [line for line in lines if len(line) > columns and len(line.split()) > 1]
    assert too_wide == []
    piped = on_the_day(EXAMPLE, *command).out
    assert set(ID.findall("\n".join(lines))) <= set(ID.findall(piped))


@pytest.mark.parametrize("command", [command for command in COMMANDS if command[:1] != ("list",)], ids=" ".join)
def test_the_terminal_shows_the_words_that_are_piped_on(command: tuple[str, ...]) -> None:
    shown = COLOUR.sub("", seen(EXAMPLE, *command, columns=80))
    assert shown.split() == on_the_day(EXAMPLE, *command).out.split()


def test_colour_is_there_and_goes_away_when_it_is_not_wanted() -> None:
    command = ("triangulate", "--theme", "child-voice")
    assert COLOUR.search(seen(EXAMPLE, *command, columns=80))
    assert not COLOUR.search(seen(EXAMPLE, *command, "--no-color", columns=80))
    for environment in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        assert not re.search(r"\x1b\[[0-9;]*3\d", seen(EXAMPLE, *command, columns=80, environment=environment))


def test_a_pipe_gets_the_same_bytes_whatever_the_environment_says() -> None:
    loud = {"FORCE_COLOR": "1", "CLICOLOR_FORCE": "1", "COLUMNS": "60", "TERM": "xterm-256color", "TTY_COMPATIBLE": "1"}
    for command in (*COMMANDS, ("report", "executive", "--period", "2026-04/2026-09")):
        told = (*command, "--today", DAY)
        assert run(EXAMPLE, *told, environment=loud).out == run(EXAMPLE, *told).out


def test_a_report_is_laid_out_on_a_terminal_with_a_number_for_each_note() -> None:
    command = ("report", "executive", "--period", "2026-04/2026-09")
    shown = COLOUR.sub("", seen(EXAMPLE, *command, columns=80))
    assert max(map(len, shown.splitlines())) <= 80
    assert "[^" not in shown
    assert "[1]" in shown
    assert "## " not in shown
    assert "[^" in COLOUR.sub("", seen(EXAMPLE, *command, "--to", "md", columns=80))


def test_what_is_too_long_goes_on_under_its_column_or_a_step_further_in() -> None:
    assert fitted("  a     one two three\n", 14) == "  a     one\n        two\n        three\n"
    assert fitted("records/a-long-id  one two\n", 18) == "records/a-long-id\n    one two\n"
    assert fitted("  one two three\n", 11) == "  one two\n      three\n"


def test_lif_alone_says_what_is_here_and_what_to_do_next(tmp_path: Path) -> None:
    told = on_the_day(EXAMPLE).out
    assert told.startswith("Exampleshire Safeguarding Children Partnership (fictional)\n")
    assert "33 findings" in told
    assert "lif report annual --year 2025-26" in told
    assert run(tmp_path).out.partition("\n")[2] == run(tmp_path, "--help").out.partition("\n")[2]


def test_an_edition_claims_no_absence_in_what_lif_says_alone_or_of_all_themes() -> None:
    told = on_the_day(EXAMPLE, "--audience", "public").out
    assert "Overdue: nothing in this edition (may be withheld)." in told
    table = on_the_day(EXAMPLE, "triangulate", "--audience", "public").out.partition("\n\n")[0]
    assert "nothing in this edition (may be withheld)" in table
    assert "none yet" not in table
    assert "no verdict" not in table


def test_a_record_that_cannot_be_read_comes_first_in_what_to_do_next(tmp_path: Path) -> None:
    assert run(tmp_path, "init", "--no-input", "--example", "w").code == 0
    record = next((tmp_path / "w" / "records" / "actions").glob("*.yaml"))
    record.write_text("title: [", encoding="utf-8")
    told = on_the_day(tmp_path / "w").out
    assert re.search(r"What to do next\n  lif check +1 record cannot be read", told)


def test_without_a_period_a_report_takes_the_newest_that_has_ended_and_says_so() -> None:
    asked = on_the_day(EXAMPLE, "report", "executive")
    assert "lif: no --period was named, so this is on 2026-04/2026-09, the newest that has ended." in asked.err
    assert asked.out == on_the_day(EXAMPLE, "report", "executive", "--period", "last half-year").out
    assert (
        "January to March 2026"
        in run(EXAMPLE, "report", "executive", "--period", "last quarter", "--today", "2026-05-01").out
    )
    refused = on_the_day(EXAMPLE, "report", "executive", "--period", "last week")
    assert (refused.code, refused.out) == (2, "")
