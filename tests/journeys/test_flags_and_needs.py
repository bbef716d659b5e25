"""A fresh workspace: a serious risk is flagged and answered late, and signals become needs or are declined."""

import json
from pathlib import Path

import pytest

from support.inside import run
from support.process import Ran

DAY = "2026-11-30"
NEW = ("--no-input", "--set", "sharing=partnership")


def lif(root: Path, *words: str, day: str = DAY) -> str:
    """What a command that has to work prints."""
    ran: Ran = run(root, "--today", day, *words)
    assert ran.code == 0, ran.err
    return ran.out


def section(text: str, heading: str) -> str:
    return text.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    ours = tmp_path / "ours"
    lif(
        tmp_path, "init", "ours", "--no-input", "--name", "Westmarch Safeguarding Children Partnership",
        "--partner", "council=Westmarch Council", "--partner", "police=Westmarch Police",
        "--agency", "schools=Westmarch schools", "--priority", "infants=Infants are safe",
        "--group", "lig=Learning and Impact Group", "--group", "exec=Executive",
        "--learning-group", "lig", "--executive-group", "exec",
        "--by", "The business unit", "--readers", "restricted", "--who", "Members of the groups",
    )  # fmt: skip
    return ours


def test_a_flag_has_clocks_until_it_is_answered_and_then_says_how_late_it_was(root: Path) -> None:
    lif(
        root, "new", "flag", "--title", "Nobody to reach after hours", "--slug", "2026-hours", *NEW,
        "--set", "flag_kind=risk", "--set", "serious=yes", "--set", "raised=2026-11-02",
        "--set", "to=schools", "--set", "partners=council",
        "--set", "acknowledged[+].agency=council", "--set", "acknowledged[0].date=2026-11-03",
    )  # fmt: skip
    due = lif(root, "due", "--overdue")
    assert "2026-11-03 (27 days over): Acknowledgement of a serious risk flagged" in due
    assert "2026-11-09 (21 days over): Answer to a serious risk flagged" in due
    assert "no guidance" in due
    dated = {event["due"] for event in json.loads(lif(root, "due", "--format", "json"))["deadlines"] if event["due"]}
    assert {"2026-11-03", "2026-11-09"} <= dated
    assert "DTSTART;VALUE=DATE:20261109" in lif(root, "due", "--format", "ics")
    executive = lif(root, "report", "executive", "--period", "2026-06/2026-11")
    assert "2 things are overdue" in executive
    assert "not by Westmarch schools (due 2026-11-03, 19 working days over)" in section(executive, "Particular risks")
    assert "these numbers are lif's own, and no guidance sets them" in executive
    checked = run(root, "--today", DAY, "check", "--all")
    assert (checked.code, checked.out.count("[LIF720]"), checked.out.count("[LIF727]")) == (1, 1, 1)

    period = ("--period", "2026-06/2026-11", "--audience", "restricted")
    lif(root, "set", "flags/2026-hours", "acknowledged[+].agency=schools", "acknowledged[1].date=2026-11-05")
    lif(root, "set", "flags/2026-hours", "answered=2026-11-09", "answer=A duty worker can be reached")
    executive = lif(root, "report", "executive", *period)
    assert "0 things are overdue" in executive
    assert "acknowledged by 2 of 2 (Westmarch schools 2 working days late)" in executive
    assert "answered 2026-11-09 after 7 days (in time)" in executive
    assert "LIF72" not in lif(root, "check", "--all", "--fail-on", "error")
    before = lif(root, "report", "executive", *period, day="2026-11-06")
    assert "answer: not recorded (due 2026-11-09)" in before


def test_incidents_and_worsening_figures_wait_until_a_need_or_a_decision_answers_them(root: Path) -> None:
    lif(
        root, "new", "review", "--title", "Contact that came late", "--slug", "2026-late", *NEW,
        "--set", "review_kind=rapid-review", "--set", "life.aware=2026-05-04", "--set", "themes=information-sharing",
    )  # fmt: skip
    values = (90, 91, 89, 92, 90, 91, 89, 90, 91, 90, 89, 91, 70)
    series = [
        word
        for at, value in enumerate(values)
        for word in (
            "--set",
            f"series[+].at={2025 + at // 12}-{at % 12 + 1:02}",
            "--set",
            f"series[{at}].value={value}",
        )
    ]
    lif(
        root, "new", "indicator", "--title", "Visits in time", "--slug", "2025-visits", *NEW,
        "--set", "measure=Visits within five days", "--set", "unit=percent", "--set", "better=higher",
        "--set", "themes=changing-risk", *series,
    )  # fmt: skip
    for report in (("programme", "--year", "2026-27"), ("qig",)):
        waiting = section(lif(root, "report", *report), "What may have to be learned")
        assert "Serious incident: Contact that came late" in waiting
        assert "Data: Visits within five days: real change for the worse" in waiting
    executive = lif(root, "report", "executive", "--period", "2026-01/2026-06")
    assert "real change for the worse" in section(executive, "Particular risks")
    assert "[LIF728]" in lif(root, "check", "--all", "--fail-on", "error")

    lif(root, "new", "need", "--from", "indicators/2025-visits", "--title", "Why do visits come late?", *NEW,
        "--slug", "2026-visits")  # fmt: skip
    written = (root / "records" / "needs" / "2026-visits.yaml").read_text()
    assert "driver: data\n" in written
    assert "themes:\n  - changing-risk\n" in written
    assert "evidence:\n  - record: indicators/2025-visits\n" in written
    assert "Priority: Infants are safe: it names no themes" in lif(root, "report", "qig", "--audience", "restricted")
    lif(
        root,
        "new",
        "need",
        "--title",
        "Are infants safe?",
        *NEW,
        "--set",
        "driver=priority",
        "--set",
        "priorities=infants",
    )
    lif(root, "new", "decision", "--from", "2026-late", "--title", "Known already", *NEW, "--set", "accepts=no")
    waiting = section(lif(root, "report", "qig", "--audience", "restricted"), "What may have to be learned")
    assert waiting.strip().startswith("None: a need or a decision answers")
    risks = section(lif(root, "report", "executive", "--period", "2026-01/2026-06"), "Particular risks")
    assert "the need that answers it: Why do visits come late?" in risks
    public = section(
        lif(root, "report", "programme", "--year", "2026-27", "--audience", "public"), "What may have to be learned"
    )
    assert "None" not in public
    assert "[LIF728]" not in lif(root, "check", "--all", "--fail-on", "error")
