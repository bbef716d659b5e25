import json
from pathlib import Path

import pytest

from support.ws import PARTNERSHIP, Workspace, workspace

CYCLES = """\
cycles:
  - key: 2024
    due: 2024-07-12
  - key: 2026
    due: 2026-07-10
"""
LAST = """\
title: "Standards: the police, 2024"
sharing: partnership
cycle: 2024
agency: police
returned: 2024-07-01
ratings:
  - standard: supervision
    own: met
    evidence: Monthly figure
    moderated: partly-met
    moderated_because: The figure leaves some out
  - standard: induction
themes: [child-voice]
"""


@pytest.fixture
def ws(tmp_path: Path) -> Workspace:
    made = workspace(tmp_path)
    made.put("partnership", PARTNERSHIP + CYCLES)
    made.put("assessments/2024-police", LAST)
    return made


def test_a_return_begins_with_the_answers_of_the_last_one_as_moderated_each_marked_as_carried_over(
    ws: Workspace,
) -> None:
    asked = ("--from", "2024-police", "--title", "The police, 2026", "--set", "cycle=2026", "--slug", "2026-police")
    ran = ws.lif("new", "assessment", *asked, "--no-input", "--set", "sharing=partnership")
    assert ran.code == 0, ran.err
    text = ws.text("assessments/2026-police")
    lines = [line.strip() for line in text.splitlines() if not line.strip().startswith("#")]
    assert lines[lines.index("ratings:") :][:8] == [
        "ratings:",
        "- standard: supervision",
        "own: met",
        "evidence: Monthly figure",
        "moderated: partly-met",
        "moderated_because: The figure leaves some out",
        "carried_from: assessments/2024-police",
        "- standard: induction",
    ]
    assert "follows: assessments/2024-police" in lines
    assert "returned" not in " ".join(lines)


def test_a_return_without_answers_lends_none(ws: Workspace) -> None:
    ws.put("assessments/2024-police", LAST.partition("ratings:")[0])
    ran = ws.lif("new", "assessment", "--from", "2024-police", "--title", "2026", "--set", "cycle=2026", "--no-input")
    assert ran.code == 0, ran.err


FLAG = ("new", "flag", "--title", "Nobody at night", "--no-input", "--slug", "2026-night")
SERIOUS = ("--set", "flag_kind=risk", "--set", "serious=yes", "--set", "raised=2026-05-20", "--set", "to=police")


def test_what_others_still_owe_keeps_nobody_from_writing_it_down(ws: Workspace) -> None:
    ran = ws.lif(*FLAG, *SERIOUS, "--format", "json")
    assert ran.code == 0, ran.err
    codes = {diagnostic["code"] for diagnostic in json.loads(ran.out)["diagnostics"]}
    assert codes == {"LIF720", "LIF721", "LIF727"}
    assert ws.lif("check").code == 1


def test_what_readers_may_not_see_is_not_written(ws: Workspace) -> None:
    ws.put("partnership", (PARTNERSHIP + CYCLES).replace("level: restricted", "level: partnership"))
    ran = ws.lif(*FLAG, *SERIOUS, "--set", "sharing=restricted")
    assert ran.code == 1
    assert "LIF762" in ran.err
    assert not ws.path("flags/2026-night").exists()


def test_show_tells_how_a_record_stands_among_others(ws: Workspace) -> None:
    assert "The Police: came 2024-07-01; due 2024-07-12" in ws.lif("show", "2024-police").out
    standing = json.loads(ws.lif("show", "2024-police", "--format", "json").out)["standing"]
    assert [agency_return["state"] for agency_return in standing["returns"]] == ["came"]
    assert json.loads(ws.lif("show", "2026-supervision", "--format", "json").out)["standing"] is None


def test_what_an_audience_may_not_see_does_not_stand_beside_it_either(ws: Workspace) -> None:
    ws.put("assessments/2024-police", LAST.replace("sharing: partnership", "sharing: public"))
    shown = ws.lif("show", "2024-police", "--audience", "public").out
    assert "The Police: came 2024-07-01" in shown
    assert "Monthly figure" not in shown
