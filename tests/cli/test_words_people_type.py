import json
from pathlib import Path

import pytest

from lif.model.duty import DUTIES
from lif.model.parts.shape import shape_of
from lif.model.registry import KINDS
from support.inside import on_the_day, run
from support.tree import ROOT

EXAMPLE = ROOT / "templates" / "example"


@pytest.mark.parametrize("name", ["annual.xlsx", "annual.doc", "annual.rtf"])
def test_a_document_is_never_written_under_an_ending_that_lies(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    asked = ("report", "annual", "--year", "2025-26", "--output", str(file))
    ran = on_the_day(EXAMPLE, *asked)
    assert ran.code == 2
    assert f"No document can be written as .{name.partition('.')[2]}." in ran.err
    assert ".md, " in ran.err
    assert not file.exists()
    assert on_the_day(EXAMPLE, *asked, "--to", "md").code == 0


def test_what_may_be_a_year_or_a_month_is_asked_back_and_both_spellings_work() -> None:
    asked = ("report", "executive", "--period")
    ran = on_the_day(EXAMPLE, *asked, "2009-10")
    assert ran.code == 2
    assert "Write 2009/10 for the year, or 2009-10/2009-10 for the month." in ran.err
    assert "April 2009 to March 2010" in on_the_day(EXAMPLE, *asked, "2009/10").out
    assert "October 2009" in on_the_day(EXAMPLE, *asked, "2009-10/2009-10").out
    assert on_the_day(EXAMPLE, "report", "annual", "--year", "2009-10").code == 0


@pytest.mark.parametrize(
    ("words", "guess"),
    [(("report", "anual"), "annual"), (("list", "acton"), "action"), (("new", "reveiw", "--no-input"), "review")],
)
def test_a_slip_of_the_hand_is_guessed(words: tuple[str, ...], guess: str) -> None:
    assert f"Did you mean {guess}?" in on_the_day(EXAMPLE, *words).err


def test_every_duty_of_the_framework_is_explained() -> None:
    for duty in DUTIES:
        assert run(EXAMPLE, "explain", duty.name.lower()).out.startswith(f"{duty.name} · {duty.says}\n")
    assert json.loads(run(EXAMPLE, "explain", "F7.6", "--format", "json").out)["codes"]


def test_a_duty_names_the_fields_inside_sets_of_fields_too() -> None:
    assert "review.life.aware" in json.loads(run(EXAMPLE, "explain", "F6.1", "--format", "json").out)["fields"]


@pytest.mark.parametrize("kind", KINDS.names)
def test_every_kind_and_its_fields_are_explained(kind: str) -> None:
    said = run(EXAMPLE, "explain", kind).out
    for name in shape_of(KINDS[kind].model):
        assert f"\n  {name} " in said
    last = list(shape_of(KINDS[kind].model))[-1]
    assert run(EXAMPLE, "explain", f"{kind}.{last}").out.startswith(f"{kind}.{last}\n\n  ")


def test_choices_and_the_fields_of_a_set_are_explained_and_what_is_unknown_is_said() -> None:
    assert "needs-to-improve  it is done, and not well enough" in run(EXAMPLE, "explain", "finding.direction").out
    life = run(EXAMPLE, "explain", "review.life").out
    assert "The dates of a review's life" in life
    assert "aware " in life
    assert "The partners became aware." in run(EXAMPLE, "explain", "review.life.aware").out
    for name in ("", "nonsense", "action.nonsense", "action.due.nonsense"):
        ran = run(EXAMPLE, "explain", name)
        assert (ran.code, ran.out) == (2, "")
        assert "is no code, duty, kind or field" in ran.err


def test_every_summary_in_the_help_is_whole_at_eighty_columns() -> None:
    told = run(EXAMPLE, "--help", environment={"COLUMNS": "80"}).out
    assert max(map(len, told.splitlines())) <= 80
    assert "..." not in told.partition("Options:")[2]
    headings = [line for line in told.splitlines() if line.endswith(":") and not line.startswith(" ")]
    assert headings == ["Options:", "Write:", "Look:", "Ask:", "Report:", "Review changes:", "Set up:"]
