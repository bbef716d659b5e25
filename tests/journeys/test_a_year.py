"""A year of a fictional partnership: every deadline comes up, is met or missed, and `lif due` says so on any day."""

import json
from pathlib import Path

import pytest

from support import process
from support.inside import run
from support.process import Ran
from support.story import action, audit, files, partnership, review

REVIEW = "reviews/2025-cedar"
RECORDS = {
    "partnership": partnership(
        clock_start="notified",
        escalation=[{"stage": "1", "formal": False, "answer_within_days": "5"}],
        framework={"title": "Framework", "approved": "2025-01-16", "review_due": "2026-01-16"},
        reports_made=[
            {"what": "executive", "date": "2025-02-13"},
            {"what": "executive", "date": "2025-08-07"},
            {"what": "annual", "date": "2024-09-19", "covers": "2023-24"},
            {"what": "annual", "date": "2025-10-16", "covers": "2024-25"},
            {"what": "framework-review", "date": "2026-01-15"},
        ],
    ),
    REVIEW: review(
        None,
        review_kind="local-child-safeguarding-practice-review",
        life={
            "aware": "2025-04-10",
            "notified": "2025-04-17",
            "rapid_review_sent": "2025-05-15",
            "commissioned": "2025-05-14",
            "published": "2025-11-12",
        },
        recommendations=[
            {"key": "one-way", "text": "One way", "form": "recommendation", "due": "2026-02-27", "made": "2025-10-01"}
        ],
        retention_review="2025-12-31",
    ),
    "actions/2025-template": action(
        owner={"agency": "council", "role": "Head of quality"}, agreed="2025-05-01", due="2025-09-30", done="2025-09-12"
    ),
    "actions/2025-rota": action(owner={"agency": "police", "role": "Inspector"}, agreed="2025-06-02", due="2025-12-19"),
    "audits/2025-neglect": audit(life={"reported": "2025-04-24", "reaudit_due": "2026-02"}),
    "audits/2026-neglect": audit(None, reaudit_of="audits/2025-neglect", life={"started": "2026-02-09"}),
    "assessments/2025-police": {
        "title": "A return", "sharing": "partnership", "cycle": "2025", "agency": "police",
        "asked": "2025-04-28", "due": "2025-07-11", "returned": "2025-07-25",
    },
    "contributions/2025-council": {
        "title": "A contribution", "sharing": "public", "agency": "council", "year": "2024-25", "due": "2025-06-13",
    },
    "challenges/2025-summaries": {
        "title": "Summaries come late", "sharing": "partnership", "to": ["police"], "raised": "2025-12-23",
        "stages": [{"stage": "1", "date": "2025-12-23"}], "answered": "2026-01-05",
    },
    "flags/2025-cover": {
        "title": "No cover", "sharing": "partnership", "flag_kind": "risk", "serious": True, "to": ["council"],
        "raised": "2025-06-05", "answered": "2025-06-26",
    },
}  # fmt: skip
STANDING = {
    "notification": {"2025-04-09": "", "2025-04-10": "ahead 2025-04-17", "2025-04-17": "met 2025-04-17"},
    "rapid-review": {
        "2025-04-17": "ahead 2025-05-13",  # Easter and a bank holiday in May lie in between
        "2025-05-13": "ahead 2025-05-13",
        "2025-05-14": "overdue 2025-05-13",
        "2025-05-15": "met-late 2025-05-13",
    },
    "publication": {"2025-05-14": "ahead 2025-11-14", "2025-11-12": "met 2025-11-14"},
    "time-public": {"2025-11-11": "", "2025-11-12": "ahead 2026-11-12", "2026-11-13": "met 2026-11-12"},
    "recommendation": {"2025-11-12": "ahead 2026-02-27", "2026-02-28": "overdue 2026-02-27"},
    "retention": {"2025-12-31": "ahead 2025-12-31", "2026-01-01": "overdue 2025-12-31"},
    "re-audit": {
        "2026-02-01": "ahead 2026-02",
        "2026-02-05": "cannot-be-told 2026-02",
        "2026-03-01": "cannot-be-told 2026-02",
    },
    "assessment": {
        "2025-07-11": "ahead 2025-07-11",
        "2025-07-12": "overdue 2025-07-11",
        "2025-07-25": "met-late 2025-07-11",
    },
    "contribution": {"2025-06-13": "ahead 2025-06-13", "2026-03-01": "overdue 2025-06-13"},
    "challenge": {
        "2025-12-23": "ahead 2026-01-02",  # over Christmas and the new year
        "2026-01-04": "overdue 2026-01-02",
        "2026-01-05": "met-late 2026-01-02",
    },
    "flag": {
        "2025-06-04": "",
        "2025-06-05": "ahead 2025-06-12",
        "2025-06-13": "overdue 2025-06-12",
        "2025-06-26": "met-late 2025-06-12",
    },
    "flag-acknowledgement": {"2025-06-06": "ahead 2025-06-06", "2025-06-09": "overdue 2025-06-06"},
    "flag-report": {"2025-12-05": "ahead 2025-12-05", "2025-12-06": "overdue 2025-12-05"},
    "framework-review": {"2025-06-01": "ahead 2026-01-16", "2026-01-15": "met 2026-01-16"},
}
"""Of each kind, what stands on which day; nothing where the clock has not begun."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path, text in files(RECORDS).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def due(folder: Path, today: str, *words: str) -> Ran:
    ran = run(folder, "due", "--today", today, *words)
    assert ran.code == 0, ran.err
    return ran


def calendar(folder: Path, today: str, **environment: str) -> str:
    """The calendar file by the real command, in this environment."""
    return process.run(folder, "due", "--format", "ics", "--today", today, environment=environment).out


def listed(folder: Path, today: str, *words: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(due(folder, today, "--all", "--format", "json", *words).out)["deadlines"]
    return found


@pytest.mark.parametrize(("kind", "today", "standing"), [
    (kind, today, standing) for kind, days in STANDING.items() for today, standing in days.items()
])  # fmt: skip
def test_on_any_day_it_says_how_each_deadline_stands(folder: Path, kind: str, today: str, standing: str) -> None:
    stands = [f"{deadline['state']} {deadline['due']}" for deadline in listed(folder, today, "--kind", kind)]
    assert stands == ([standing] if standing else [])


def test_regular_reports_follow_one_another(folder: Path) -> None:
    executive = [
        f"{deadline['state']} {deadline['due']}"
        for deadline in listed(folder, "2026-02-08", "--kind", "executive-report")
    ]
    assert executive == ["met 2025-08-13", "overdue 2026-02-07"]
    yearly = {
        deadline["what"]: deadline["state"] for deadline in listed(folder, "2026-02-08", "--kind", "yearly-report")
    }
    assert yearly == {
        "Yearly report 2023-24": "met",
        "Yearly report 2024-25": "met-late",
        "Yearly report 2025-26": "ahead",
    }


def test_what_is_open_is_shown_to_those_who_see_to_it(folder: Path) -> None:
    said = due(folder, "2026-01-04").out
    police = said.partition("The police; Inspector\n")[2].partition("\n\n")[0]
    assert "OVERDUE  2025-12-19 (16 days over): Action" in police
    assert "OVERDUE  2026-01-02 (2 days over): Answer to a challenge" in said
    assert "actions/2025-template" not in said


@pytest.mark.parametrize("today", ["2024-02-29", "2025-03-30", "2025-10-26", "2025-12-25", "2025-12-31", "2026-01-01"])
def test_no_day_of_the_calendar_stops_it(folder: Path, today: str) -> None:
    assert due(folder, today).out.startswith(f"DEADLINES as of {today}\n")


def test_the_same_records_and_day_give_the_same_bytes_wherever_it_runs(folder: Path) -> None:
    wherever = [
        calendar(folder, "2025-10-26", TZ=zone, LANG=language, HOSTNAME=host)
        for zone, language, host in (
            ("Europe/London", "C", "one"),
            ("Pacific/Kiritimati", "tr_TR.UTF-8", "two"),
            ("America/Anchorage", "de_DE.UTF-8", "three"),
        )
    ]
    assert wherever[0].startswith("BEGIN:VCALENDAR\r\n")
    assert len(set(wherever)) == 1


def test_the_check_says_the_same_as_the_list(folder: Path) -> None:
    asked = ("check", "--all", "--select", "LIF70,LIF710", "--format", "json", "--today", "2026-02-08")
    said = {
        diagnostic["code"]: diagnostic["record"] for diagnostic in json.loads(run(folder, *asked).out)["diagnostics"]
    }
    assert said == {
        "LIF702": REVIEW,
        "LIF705": "partnership",
        "LIF709": "actions/2025-rota",
    }
