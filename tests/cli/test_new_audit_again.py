import json
from pathlib import Path

import pytest

from support.ws import Ran, Workspace, workspace

BEFORE = """\
title: Voice in plans
sharing: public
audit_kind: dip-sample
selection: random
results:
  - key: words
    met: 8
    of: 16
  - key: alone
    met: 16
    of: 16
"""
SAID = "Before you begin:\n"


@pytest.fixture
def ws(tmp_path: Path) -> Workspace:
    """A partnership with an audit that may be repeated."""
    made = workspace(tmp_path)
    made.put("audits/2025-voice", BEFORE)
    return made


def _again(ws: Workspace, *words: str) -> Ran:
    return ws.lif("new", "audit", "--from", "voice", "--no-input", "--title", "Voice once more", *words)


def _stderr_of(ran: Ran) -> str:
    """What was said on stderr, on one line."""
    return " ".join(ran.err.split())


def test_with_as_many_cases_as_then_it_says_for_every_standard_what_could_be_shown(ws: Workspace) -> None:
    ran = _again(ws)
    assert ran.code == 0
    assert ran.err.startswith(SAID)
    assert (
        "The child's own words stand in the plan: then 8 of 16: a re-audit of 16 cases shows a clear improvement "
        "from 14 of 16" in _stderr_of(ran)
    )
    assert (
        "then 16 of 16: a re-audit of 16 cases can never show a clear improvement, nor can a larger one"
        in _stderr_of(ran)
    )
    assert "reaudit_of: audits/2025-voice" in ws.text("audits/voice-once-more")


@pytest.mark.parametrize(
    ("cases", "said"),
    [
        ("20", "then 8 of 16: a re-audit of 20 cases shows a clear improvement from 17 of 20"),
        (
            "9",
            "then 8 of 16, 9 cases now: too few to say; each audit needs at least",
        ),
        ("many", "then 8 of 16: a re-audit of 16 cases"),
    ],
)
def test_with_a_number_of_cases_it_says_what_that_many_could_show(ws: Workspace, cases: str, said: str) -> None:
    assert said in _stderr_of(_again(ws, "--set", f"cases_looked_at={cases}"))


def test_it_is_said_before_anything_is_written_so_that_a_refusal_has_been_told_it(ws: Workspace) -> None:
    before = ws.everything()
    ran = ws.lif("new", "audit", "--from", "voice", "--no-input")
    assert ran.code == 2
    assert ran.err.startswith(SAID)
    assert ran.err.index("a re-audit of 16 cases") < ran.err.index("--title")
    assert ws.everything() == before


def test_it_stays_off_the_result(ws: Workspace) -> None:
    ran = _again(ws, "--format", "json")
    assert json.loads(ran.out)["id"] == "audits/voice-once-more"
    assert SAID in ran.err
    assert "Before you begin" not in _again(ws, "--slug", "another").out


def test_it_is_said_to_people_who_are_asked_too(ws: Workspace) -> None:
    ran = ws.lif("new", "audits", "--from", "voice", typed="")
    assert ran.err.startswith(SAID)


def test_who_wants_quiet_has_it(ws: Workspace) -> None:
    ran = _again(ws, "--quiet")
    assert (ran.code, ran.err) == (0, "")


def test_beside_hand_picked_cases_nothing_is_promised(ws: Workspace) -> None:
    ws.put("audits/2025-voice", BEFORE.replace("random", "hand-picked"))
    ran = _again(ws)
    assert "clear improvement" not in ran.err
    assert "a re-audit is not comparable: cases were picked by hand" in _stderr_of(ran)


@pytest.mark.parametrize("text", [BEFORE.partition("results:")[0], BEFORE.replace("met: 8", "met: 17")])
def test_about_an_audit_without_counts_that_can_be_nothing_is_said_of_them(ws: Workspace, text: str) -> None:
    ws.put("audits/2025-voice", text)
    assert "then 17" not in _again(ws).err
    assert "own words" not in _again(ws, "--slug", "another").err


def test_a_first_audit_and_other_records_from_an_audit_are_told_nothing(ws: Workspace) -> None:
    first = ws.lif("new", "audit", "--no-input", "--title", "New", "--set", "audit_kind=dip-sample")
    assert (first.code, first.err) == (0, "")
    given = ("--set", "theme=neglect", "--set", "direction=gap")
    other = ws.lif("new", "finding", "--from", "voice", "--no-input", "--title", "New", *given)
    assert (other.code, other.err) == (0, "")


def test_an_audit_that_answers_a_need_repeats_nothing(ws: Workspace) -> None:
    ws.put("needs/late", "title: Late\nsharing: public\ndriver: data\n")
    made = ("--no-input", "--title", "New", "--set", "audit_kind=dip-sample")
    ran = ws.lif("new", "audit", "--from", "needs/late", *made)
    assert (ran.code, ran.err) == (0, "")


def test_an_audit_that_nobody_knows_is_not_found(ws: Workspace) -> None:
    ran = ws.lif("new", "audit", "--from", "voise-x", "--no-input", "--title", "New")
    assert (ran.code, ran.out) == (1, "")
    assert 'No record is called "voise-x"' in ran.err
