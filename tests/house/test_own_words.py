"""Groups, months between reports and editions are the partnership's own: no words of another partnership, anywhere."""

import re
import shutil
from pathlib import Path

import pytest

from lif.reports.registry import BRIEFINGS, REPORTS
from support.inside import on_the_day
from support.tree import ROOT, nothing

FOREIGN = re.compile(
    r"Quality Improvement Group|Practice Review Group|Safeguarding Partners' Executive|half-year"
    r"|guidance in force[^:]*: none",
    re.IGNORECASE,
)
"""Words of another partnership, and what only half-yearly reports or a partnership without an edition may say."""
OWN = {
    "Quality Improvement Group": "Learning and Impact Group",
    "Practice Review Group": "Review Panel",
    "Safeguarding Partners' Executive": "Executive",
    "Sets direction, receives risks and strengths every six months": "Sets direction",
    "executive_months: 6": "executive_months: 3",
}
"""The words of the example, and those of the partnership of this test."""
SHIPPED = ("src/lif", "templates", "docs/rules", "docs/guides", "docs/explanation")
ASKED = {
    "annual": "--year 2025-26",
    "executive": "--period 2026-Q2",
    "agency": "social-care",
    "review": "reviews/2026-harm-outside-home",
    "flag": "flags/2025-after-hours",
    "programme": "--year 2025-26",
    "assessment": "--cycle 2025",
    "position": "--year 2025-26",
}
"""What a report needs to be told, by its name."""
COMMANDS = (
    "report",
    "report executive",
    "check --all",
    "check",
    "due --all",
    "triangulate",
    "principles",
    "trace child-voice",
    "decide 2025-hawthorn-rapid",
    "show partnership",
    "show reviews/2026-harm-outside-home",
    "show flags/2025-after-hours",
    "brief 2025-hawthorn",
    "explain LIF546",
    "explain LIF705",
    "init --help",
    "report --help",
    *(f"report {name} {ASKED.get(name, '')}" for name in REPORTS.names),
    *(f"brief child-voice --form {name}" for name in BRIEFINGS.names),
)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example as a partnership with other groups, quarterly reports and no dates of the guidance would have it."""
    root = tmp_path_factory.mktemp("own")
    shutil.copytree(ROOT / "templates" / "example" / "records", root / "records")
    for path in (root / "records").rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        for theirs, ours in OWN.items():
            text = text.replace(theirs, ours)
        text = re.sub(r"^shared_with_group: .*\n", "", text, flags=re.MULTILINE)
        path.write_text(re.sub(r"^guidance:\n(?: .*\n)+", "", text, flags=re.MULTILINE), encoding="utf-8")
    return root


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_speaks_in_the_words_of_another_partnership(command: str, own: Path) -> None:
    ran = on_the_day(own, *command.split())
    assert ran.code in {0, 1}, ran.err
    nothing(FOREIGN.findall(ran.out + ran.err), f"lif {command} says:")


def test_documents_and_messages_use_the_partnerships_own_names(own: Path) -> None:
    assert on_the_day(own, "report", "qig").out.startswith("# Meeting pack of the Learning and Impact Group: ")
    assert on_the_day(own, "report", "executive", "--period", "2026-Q2").out.startswith(
        "# Report to the Executive, July to September 2026: "
    )
    assert "when the Learning and Impact Group heard of it" in on_the_day(own, "check", "--all").out
    assert "The Executive heard of it on" in on_the_day(own, "report", "flag", "flags/2025-after-hours").out
    assert "Report to the Executive\n" in on_the_day(own, "due").out
    listed = on_the_day(own, "report").out
    assert "The meeting pack of the Learning and Impact Group" in listed
    assert "The report to the Executive: risks" in listed
    assert "; every 3 months" in listed


def test_the_usual_period_follows_the_partnerships_own_months(own: Path) -> None:
    assert "this is on 2026-07/2026-09, the newest that has ended" in on_the_day(own, "report", "executive").err


def test_the_settings_of_a_partnership_reach_documents_for_every_audience(own: Path, tmp_path: Path) -> None:
    shutil.copytree(own / "records", tmp_path / "records")
    path = tmp_path / "records" / "partnership.yaml"
    text = path.read_text(encoding="utf-8").replace("fewest_cases: 10", "fewest_cases: 7")
    path.write_text(text, encoding="utf-8")
    for audience in ("public", "partnership", "restricted"):
        made = on_the_day(tmp_path, "report", "annual", "--year", "2025-26", "--audience", audience)
        assert "nothing is said of change below 7 cases" in made.out


def test_outside_of_a_workspace_reports_are_listed_in_general_words(tmp_path: Path) -> None:
    ran = on_the_day(tmp_path, "report")
    assert ran.code == 0
    assert "The meeting pack of the group that oversees learning" in ran.out
    assert "every" not in ran.out.partition("framework")[0]


def test_nothing_that_ships_names_a_group_of_one_partnership() -> None:
    named = re.compile(r"(Quality Improvement|Practice Review) Group|half-yearly")
    files = (path for folder in SHIPPED for path in (ROOT / folder).rglob("*") if path.is_file())
    texts = {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8", errors="replace")
        for path in files
        if "__pycache__" not in path.parts and "example" not in path.parts
    }
    nothing((name for name, text in texts.items() if named.search(text)), "these name a group of one partnership:")
