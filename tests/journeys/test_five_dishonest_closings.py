import json
import shutil
from pathlib import Path

import pytest

from support import inside
from support.inside import on_the_day
from support.process import Ran
from support.tree import ROOT

EXAMPLE = ROOT / "templates" / "example" / "records"
ACTION = "actions/2026-reasons-in-one-place"
"""Its measure has a target of 18 in 20 and a baseline of 6 in 12; nothing of it has been followed up."""
CLOSED = ("done=2026-10-30", "closed=2026-11-19")
FOLLOWED = (
    "measures[0].follow_up.of=20",
    "measures[0].follow_up.date=2026-11-12",
    "measures[0].follow_up.source=Sample",
)
DISHONEST = {
    "nothing was measured again": ("LIF512", ("outcome=achieved", "outcome_because=All agencies have the field")),
    "people were trained": (
        "LIF514",
        (
            "outcome=achieved",
            "measures[0].what=Practitioners who attended the briefing",
            "measures[0].follow_up.met=20",
            *FOLLOWED,
        ),
    ),
    "the target was missed": ("LIF515", ("outcome=achieved", "measures[0].follow_up.met=11", *FOLLOWED)),
    "nobody says why it cannot be told": ("LIF513", ("outcome=cannot-tell",)),
    "the baseline is the follow-up": (
        "LIF517",
        (
            "outcome=partly",
            "measures[0].follow_up.met=6",
            "measures[0].follow_up.of=12",
            "measures[0].follow_up.date=2026-04-16",
            "measures[0].follow_up.record=audits/2026-supervision",
        ),
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLE, tmp_path / "records")
    return tmp_path


def close(folder: Path, *changes: str) -> Ran:
    return on_the_day(folder, "set", ACTION, *CLOSED, *changes, "--format", "json")


@pytest.mark.parametrize("way", DISHONEST)
def test_closing_an_action_dishonestly_is_refused_with_the_code_and_its_page(folder: Path, way: str) -> None:
    code, changes = DISHONEST[way]
    path = folder / "records" / f"{ACTION}.yaml"
    before = path.read_bytes()
    ran = close(folder, *changes)
    assert ran.code == 1
    assert path.read_bytes() == before
    assert [diagnostic["code"] for diagnostic in json.loads(ran.out)["diagnostics"]] == [code]
    assert f"[{code}]" in ran.err
    assert "stays as it was" in ran.err
    page = inside.on_the_day(folder, "explain", code).out
    assert page.startswith(f"{code} · ")
    assert "F7.2" in page


@pytest.mark.parametrize("way", DISHONEST)
def test_what_was_written_by_hand_is_reported_by_check(folder: Path, way: str) -> None:
    code, changes = DISHONEST[way]
    path = folder / "records" / f"{ACTION}.yaml"
    text = path.read_text(encoding="utf-8")
    wanted = dict(change.split("=", 1) for change in changes)
    reading = [f"      {name.rpartition('.')[2]}: {value}\n" for name, value in wanted.items() if "follow_up" in name]
    text = text.replace("progress:\n", "".join(["    follow_up:\n", *reading] if reading else []) + "progress:\n")
    if "measures[0].what" in wanted:
        text = text.replace("Cases in which the reason for each decision can be found", wanted["measures[0].what"])
    text += "".join(f"{change.replace('=', ': ', 1)}\n" for change in (*CLOSED, *changes) if "[" not in change)
    path.write_text(text, encoding="utf-8")
    ran = inside.on_the_day(folder, "check", "--format", "json")
    assert ran.code == 1
    found = json.loads(ran.out)["diagnostics"]
    assert [
        (diagnostic["code"], diagnostic["record"]) for diagnostic in found if diagnostic["severity"] == "error"
    ] == [(code, ACTION)]


def test_closing_it_honestly_passes(folder: Path) -> None:
    ran = close(
        folder, "outcome=partly", "outcome_because=14 of 20 against 6 of 12", "measures[0].follow_up.met=14", *FOLLOWED
    )
    assert ran.code == 0, ran.err
    assert json.loads(ran.out)["owed_to_close"] == []
    assert inside.on_the_day(folder, "check", "--fail-on", "error").code == 0


def test_saying_that_it_cannot_be_told_and_why_passes(folder: Path) -> None:
    assert close(folder, "outcome=cannot-tell", "outcome_because=Two records were merged in between").code == 0


def test_an_action_that_is_done_is_told_what_it_still_owes(folder: Path) -> None:
    ran = on_the_day(folder, "set", ACTION, "done=2026-10-30")
    assert ran.code == 0
    assert "Before it can be closed it owes:" in ran.err
    for owed in ("measures[0].follow_up", "outcome=achieved, partly, not-achieved or cannot-tell", "outcome_because"):
        assert owed in ran.err


def test_everyone_agrees_closes_nothing_and_a_cited_evaluation_closes_without_a_word_of_what_it_owes(
    folder: Path,
) -> None:
    agreed = ("outcome=achieved", "outcome_because=Practice is different now", "evidence[+].unnamed=Everyone agrees")
    action = folder / "records/actions/2026-new.yaml"
    action.write_text("title: One handover form\nsharing: partnership\ndone: 2026-10-30\n", encoding="utf-8")
    ran = on_the_day(folder, "set", "actions/2026-new", "closed=2026-11-19", *agreed)
    assert ran.code == 1
    assert 'its only evidence names no record: "Everyone agrees"  [LIF553]' in ran.err
    assert "Before it can be closed it owes:" in ran.err
    cited = on_the_day(
        folder, "set", ACTION, *CLOSED, "outcome=partly", "outcome_because=Read beside it",
        "evidence[+].record=audits/2026-supervision",
    )  # fmt: skip
    assert cited.code == 0, cited.err
    assert "owes" not in cited.err
    assert "Not recorded yet:" in cited.err
    assert "measures[0].follow_up" in cited.err
    assert "recorded as partly achieved" in on_the_day(folder, "report", "actions").out
