"""Section 11 on a fresh workspace: a first cycle, returns, moderation, practitioners, and the cycle after it."""

from pathlib import Path

import pytest

from support.inside import run
from support.process import Ran

DAY = "2027-06-01"
NEW = ("--no-input", "--set", "sharing=partnership")


def lif(root: Path, *words: str, day: str = DAY) -> str:
    """What a command that has to work prints."""
    ran: Ran = run(root, "--today", day, *words)
    assert ran.code == 0, ran.err
    return ran.out


def checked(root: Path, day: str = DAY) -> str:
    return lif(root, "check", "--all", "--fail-on", "error", day=day)


def section(text: str, heading: str) -> str:
    return text.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    lif(
        tmp_path, "init", "ours", "--no-input", "--name", "Westmarch Safeguarding Children Partnership",
        "--partner", "council=Westmarch Council", "--partner", "police=Westmarch Police", "--service", "hub=Family hub",
        "--by", "The business unit", "--readers", "partnership", "--who", "Members of the groups", day="2026-11-30",
    )  # fmt: skip
    ours = tmp_path / "ours"
    lif(ours, "set", "partnership", "cycles[0].asked=2026-12-01", "cycles[0].due=2027-03-31", day="2026-12-01")
    return ours


def rating(at: int, standard: str, own: str, *more: str) -> list[str]:
    fields = (
        f"ratings[+].standard={standard}",
        f"ratings[{at}].own={own}",
        *(f"ratings[{at}].{each}" for each in more),
    )
    return [word for field in fields for word in ("--set", field)]


def council_return(root: Path) -> None:
    lif(
        root, "new", "assessment", "--title", "Return of the council", "--slug", "2026-council", *NEW,
        "--set", "cycle=2026-27", "--set", "agency=council", "--set", "returned=2027-03-15",
        *rating(0, "voice-of-children", "met", "evidence=A prompt in every plan", "moderated=partly-met",
                "moderated_because=Half of the plans hold no words of the child"),
        *rating(1, "supervision", "met", "evidence=Monthly figure", "moderated=met"),
        *rating(2, "induction-advice", "mostly-met", "evidence=Named in the first week"),
        "--set", "practitioner_survey[+].standard=voice-of-children",
        "--set", "practitioner_survey[0].asked=Plans hold the words of the child",
        "--set", "practitioner_survey[0].agreed=61", "--set", "practitioner_survey[0].answered=118",
    )  # fmt: skip


def test_the_first_cycle_asks_every_agency_and_commissioned_service_for_a_return(root: Path) -> None:
    council_return(root)
    report = lif(root, "report", "assessment", "--cycle", "2026-27")
    owed = section(report, "Who was asked, and who owes a return")
    assert "Westmarch Police: due 2027-03-31, and late" in owed
    assert "Family hub: due 2027-03-31, and late" in owed
    assert "2 of 3 returns are missing: Westmarch Police and Family hub" in checked(root)
    matrix = section(report, "Agencies side by side, standard by standard")
    assert "met → partly met" in matrix
    assert "Everyone who works with children has regular supervision, and it is recorded" in matrix
    assert "Induction covers where to find advice and support" in matrix
    lif(root, "set", "partnership", "cycles[0].agencies[+]=council", "cycles[0].agencies[+]=police")
    assert "asked of 2 agencies, and not of Family hub" in checked(root)


def test_where_the_evidence_differs_is_said_with_evidence_of_the_time_of_the_cycle_only(root: Path) -> None:
    council_return(root)
    for day, title in (("2027-02-10", "Children were not asked"), ("2027-04-20", "Still not asked")):
        slug = title.lower().replace(" ", "-")
        lif(root, "new", "audit", "--title", f"Audit: {title}", "--slug", slug, *NEW,
            "--set", "audit_kind=multi-agency-practice", "--set", f"life.reported={day}")  # fmt: skip
        lif(root, "new", "finding", "--from", f"audits/{slug}", "--title", title, *NEW,
            "--set", "theme=child-voice", "--set", "direction=gap")  # fmt: skip
    report = lif(root, "report", "assessment", "--cycle", "2026-27")
    differs = section(report, "Where ratings, practitioners and other evidence differ")
    assert "its own rating is met, moderation ended with partly met" in differs
    assert "61 of 118 practitioners agreed (Plans hold the words of the child)" in differs
    beside = section(report, "Other evidence on the same standards")
    assert "Children were not asked (gap)" in beside
    assert "Still not asked" not in report
    assert "%" not in report


def test_the_next_cycle_begins_with_what_moderation_left_and_says_that_it_was_carried_over(root: Path) -> None:
    council_return(root)
    lif(root, "set", "partnership", "cycles[+].key=2028-29", "cycles[1].standards_set=section-11",
        "cycles[1].due=2029-03-31")  # fmt: skip
    lif(root, "new", "assessment", "--from", "2026-council", "--title", "Council again", "--slug", "2029-council", *NEW,
        "--set", "cycle=2028-29")  # fmt: skip
    report = lif(root, "report", "assessment", "--cycle", "2028-29")
    matrix = section(report, "Agencies side by side, standard by standard")
    assert "partly met (met → partly met then)" in matrix
    assert "No rating was changed" in section(report, "What moderation changed")
    written = root / "records" / "assessments" / "2029-council.yaml"
    text = written.read_text()
    assert text.count("carried_from: assessments/2026-council") == 3
    written.write_text(text.replace("    carried_from: assessments/2026-council\n", "", 1))
    assert "[LIF739]" in checked(root)
