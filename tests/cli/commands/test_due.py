import json
import sys
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from support.ws import PARTNERSHIP, Workspace, workspace

ACTION = """\
title: A reply to every referrer
sharing: public
owner:
  agency: {agency}
  role: {role}
due: {due}
"""
FLAG = "title: Nobody to reach\nsharing: restricted\nflag_kind: risk\nserious: yes\nraised: 2026-05-04\nto: [police]\n"


@pytest.fixture
def ws(tmp_path: Path) -> Workspace:
    """An action overdue, one in nine days, one far ahead, and a flag without an answer; it is 2026-06-01."""
    made = workspace(tmp_path)
    made.put("partnership", PARTNERSHIP + "framework:\n  title: Framework\n  review_due: 2026-06-10\n")
    made.put("actions/2026-a", ACTION.format(agency="police", role="Head of training", due="2026-05-29"))
    made.put("actions/2026-b", ACTION.format(agency="social-care", role="Head of quality", due="2026-06-10"))
    made.put("actions/2026-c", ACTION.format(agency="police", role="Sergeant", due="2028-06-10"))
    made.put("flags/2026-a", FLAG)
    return made


def events_in(text: str) -> list[Any]:
    """The events of a calendar file."""
    return list(Calendar.from_ical(text).walk("VEVENT"))


def kinds(ws: Workspace, *words: str) -> list[str]:
    """The records that are listed, in order."""
    ran = ws.lif("due", "--format", "json", *words)
    assert ran.code == 0, ran.err
    return [deadline["record"] for deadline in json.loads(ran.out)["deadlines"]]


def test_it_lists_who_has_what_to_do_the_most_urgent_first_and_counts(ws: Workspace) -> None:
    ran = ws.lif("due")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(
        "DEADLINES as of 2026-06-01\n\nThe Police\n  OVERDUE  2026-05-05 (27 days over): Acknowledgement of a "
    )
    owners = [line for line in ran.out.splitlines() if line and not line.startswith((" ", "DEAD", "Alto", "Not"))]
    assert owners == [
        "The Police",
        "The Police; Head of training",
        "Children's social care; Head of quality",
        "The partnership",
    ]
    assert "  OVERDUE  2026-05-11 (21 days over): Answer to a serious risk flagged\n" in ran.out
    assert "5 working days from 2026-05-04, when it was raised" in ran.out
    assert "no guidance sets one" in " ".join(ran.out.split())
    assert "Altogether: 3 overdue, 5 ahead, 1 open with no day set" in ran.out
    assert "Not shown: 2 deadlines, due later or settled; lif due --all lists them." in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


@pytest.mark.parametrize(
    ("words", "records"),
    [
        ("--overdue", ["flags/2026-a", "flags/2026-a", "actions/2026-a"]),
        ("--agency police", ["flags/2026-a", "flags/2026-a", "actions/2026-a"]),
        ("--agency police --role SERGEANT --all", ["actions/2026-c"]),
        ("--kind action --within 8d", ["actions/2026-a"]),
        ("--kind action --within 2w", ["actions/2026-a", "actions/2026-b"]),
        ("--kind action --within 25m", ["actions/2026-a", "actions/2026-b", "actions/2026-c"]),
        ("--kind action --all", ["actions/2026-a", "actions/2026-b", "actions/2026-c"]),
        ("--kind flag", ["flags/2026-a"]),
        ("--kind notification", []),
    ],
)
def test_it_can_be_asked_for_less_or_more(ws: Workspace, words: str, records: list[str]) -> None:
    assert kinds(ws, *words.split()) == records


def test_when_nothing_is_due_it_says_so(ws: Workspace) -> None:
    ran = ws.lif("due", "--kind", "notification")
    assert "Nothing that was asked for.\n\nAltogether: no deadline\n" in ran.out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("--within soon", 'I don\'t know the time "soon". Days, weeks or months: 30d, 6w or 3m'),
        ("--within -3d", 'I don\'t know the time "-3d".'),
        ("--agency polic", 'The partnership has no agency "polic". Did you mean police?'),
        ("--agency nowhere-near", "Agencies: police, social-care"),
        ("--kind actoin", 'There is no kind of deadline called "actoin". Kinds: notification, rapid-review'),
    ],
)
def test_what_it_does_not_understand_is_said_with_what_to_write(ws: Workspace, words: str, says: str) -> None:
    ran = ws.lif("due", *words.split())
    assert ran.code == 2
    assert says in ran.err


def test_an_audience_is_shown_only_what_it_may_see(ws: Workspace) -> None:
    assert "flags/2026-a" in kinds(ws)
    assert "flags/2026-a" not in kinds(ws, "--audience", "partnership")


def test_the_calendar_holds_what_is_to_be_done_and_is_the_same_every_time(ws: Workspace) -> None:
    first, second = (ws.lif("due", "--format", "ics").out for _ in range(2))
    assert first == second
    events = events_in(first)
    assert [str(event["dtstart"].dt) for event in events] == [
        "2026-05-05", "2026-05-11", "2026-05-29", "2026-06-10", "2026-06-10", "2026-11-04"
    ]  # fmt: skip
    event = events[3]
    assert str(event["summary"]) == "Action: A reply to every referrer"
    assert str(event["dtend"].dt) == "2026-06-11"
    assert event["dtstamp"].dt.isoformat() == "2026-06-01T00:00:00+00:00"
    assert "Children's social care; Head of quality\ndue 2026-06-10\nactions/2026-b" in str(event["description"])
    assert len({str(event["uid"]) for event in events}) == 6


def test_an_event_that_is_ahead_warns_once_a_week_before_with_its_agency_and_kind(ws: Workspace) -> None:
    events = events_in(ws.lif("due", "--format", "ics").out)
    assert [len(event.walk("VALARM")) for event in events] == [0, 0, 0, 1, 1, 1]
    alarm = events[3].walk("VALARM")[0]
    assert alarm["trigger"].dt == timedelta(days=-7, hours=9)
    assert str(alarm["description"]) == "Action: A reply to every referrer"
    assert [str(word) for word in events[3]["categories"].cats] == ["Children's social care", "action"]
    text = events[3].to_ical().decode()
    assert text.rstrip().endswith("END:VALARM\r\nEND:VEVENT")
    assert "TRIGGER:-P6DT15H" in text
    later = events_in(ws.lif("due", "--format", "ics", "--today", "2026-06-02").out)
    assert later[3]["sequence"] == events[3]["sequence"] + 1


def test_a_draft_for_each_agency_says_what_is_due_without_any_address(ws: Workspace) -> None:
    folder = ws.root.parent / f"{ws.root.name}-due"
    ran = ws.lif("due", "--format", "eml", "--output", str(folder))
    assert ran.code == 0, ran.err
    assert sorted(file.name for file in folder.iterdir()) == ["police.eml", "social-care.eml"]
    content = (folder / "police.eml").read_bytes()
    mail = message_from_bytes(content, policy=default)
    assert (mail["X-Unsent"], mail["To"], mail["From"], mail["Date"]) == ("1", "", None, None)
    assert mail["Subject"] == "What is due from The Police, 1 June 2026"
    body = mail.get_content().replace("\r\n", "\n")
    assert "Overdue\n- 2026-05-29: Action: A reply to every referrer (Head of training) [actions/2026-a]" in body
    assert "flags/2026-a" not in body  # restricted, and mail is for the partnership's agencies
    assert ws.lif("due", "--format", "eml", "--output", str(folder)).code == 0
    assert (folder / "police.eml").read_bytes() == content


def test_drafts_need_a_folder_outside_of_the_repository_and_something_due(ws: Workspace) -> None:
    assert "Add --output" in ws.lif("due", "--format", "eml").err
    assert "would stand in a repository" in ws.lif("due", "--format", "eml", "--output", str(ws.root / "due")).err
    folder = ws.root.parent / f"{ws.root.name}-none"
    ran = ws.lif("due", "--format", "eml", "--kind", "notification", "--output", str(folder))
    assert "no agency has anything due" in ran.err
    assert not folder.exists()


def test_an_event_keeps_its_identity_when_its_day_moves(ws: Workspace) -> None:
    def identities() -> set[str]:
        return {str(event["uid"]) for event in events_in(ws.lif("due", "--format", "ics").out)}

    before = identities()
    ws.put("actions/2026-b", ACTION.format(agency="social-care", role="Head of quality", due="2026-07-10"))
    assert identities() == before


def test_the_calendar_goes_to_a_file_and_not_over_another_one_unasked(ws: Workspace) -> None:
    target = ws.root / "deadlines.ics"
    asked = ("due", "--format", "ics", "--output", str(target))
    assert ws.lif(*asked).code == 0
    assert target.read_bytes().startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    target.write_bytes(b"somebody's own")
    assert ws.lif(*asked).code == 2
    assert ws.lif(*asked, "--force").code == 0
    assert ws.lif("due", "--output", "-").out.startswith("DEADLINES")


def test_without_the_calendar_package_it_says_what_to_install(ws: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    monkeypatch.delitem(sys.modules, "lif.output.calendar_file", raising=False)
    ran = ws.lif("due", "--format", "ics")
    assert ran.code == 2
    assert ran.err.endswith("Install it with: pip install icalendar")
    assert ws.lif("due").code == 0


def test_reviews_that_no_deadline_judges_are_named_and_shown_with_the_reason(ws: Workspace) -> None:
    kind = "review_kind: serious-case-review\nlife:\n  published: 2017-02-01\n"
    ws.put("reviews/2017-scr", f"title: A serious case review\nsharing: public\n{kind}")
    because = "serious case review, which worked to other rules"
    assert f"No deadline of the guidance judges 1 review ({because}):" in " ".join(ws.lif("due").out.split())
    assert "No deadline" not in ws.lif("due", "--overdue").out
    assert json.loads(ws.lif("due", "--format", "json").out)["not_judged"] == [["reviews/2017-scr", because]]
    assert f"no deadline of the guidance judges this review ({because})\n" in ws.lif("show", "2017-scr").out
    assert json.loads(ws.lif("show", "2017-scr", "--format", "json").out)["not_judged_by_guidance"] == because
    assert "guidance" not in ws.lif("show", "missing-education").out


def test_dates_too_vague_to_judge_are_said_to_be_so(ws: Workspace) -> None:
    audit = "title: An audit\nsharing: public\naudit_kind: dip-sample\nled_by: police\nlife:\n  reaudit_due: 2026\n"
    ws.put("audits/2025-a", audit)
    said = ws.lif("due", "--kind", "re-audit").out
    assert "  unclear  2026: Re-audit\n" in said
    assert "the dates are not precise enough to tell" in said


def test_what_was_done_is_told_with_its_day(ws: Workspace) -> None:
    life = "life:\n  published: 2024-02-01\n  withdrawn: 2024-03-01\n"
    kind = "review_kind: local-child-safeguarding-practice-review\ncommissioner: qig\n"
    ws.put("reviews/2024-a", f"title: A review\nsharing: public\n{kind}{life}")
    said = ws.lif("due", "--all").out
    assert "Quality Improvement Group\n  early    2025-02-01: Until then the report stays public\n" in said
    assert "           taken down 2024-03-01\n" in said


def test_today_is_today(ws: Workspace) -> None:
    ws.put("actions/2026-d", ACTION.format(agency="police", role="Clerk", due="2026-06-01"))
    assert "  ahead    2026-06-01 (today): Action\n" in ws.lif("due", "--role", "clerk").out


def test_text_of_a_record_is_safe_and_long_deadlines_stay_aligned(ws: Workspace) -> None:
    allowed = "allow:\n  - code: '{code}'\n    reason: Agreed\n    by: The group\n    until: 2026-06-20\n"
    for name, code in {"x": "::error", "y": "LIF531 and then several more words"}.items():
        action = ACTION.format(agency="police", role="Sergeant", due="2028-06-10")
        ws.put(f"actions/2026-{name}", action + allowed.format(code=code))
    out = ws.lif("due").out
    assert "  ahead    2026-06-20 (in 19 days): Look again at the exception from\n           <U+003A>:error\n" in out
    assert "19 days): Look again at the exception from LIF531 and\n           then several" in out
    assert out.count("  ahead    2026-06-20 (in 19 days): ") == 2
