from datetime import date
from typing import Any

import pytest

from lif.errors import LifError
from lif.model.period import Period
from lif.model.sharing import PARTNERSHIP
from lif.reports.builders.executive import EXECUTIVE, ExecutiveReport
from lif.reports.request import Request
from support.asking import built
from support.story import action, audit, finding, partnership, recommendation, review, snapshot_of

SUMMER = Period(date(2026, 4, 1), date(2026, 9, 30), "2026-04 to 2026-09")
TODAY = date(2026, 10, 15)
RAPID = "reviews/2026-rapid"
Records = dict[str, dict[str, Any]]


def _report_on(records: Records, period: Period | None = SUMMER, today: date = TODAY, **more: Any) -> ExecutiveReport:
    said = built(EXECUTIVE.build, snapshot_of(records), Request(today, period=period, **more), PARTNERSHIP)
    assert isinstance(said, ExecutiveReport)
    return said


def _measure_that_improved() -> dict[str, Any]:
    reading = {"met": 8, "of": 24, "date": "2026-01-10"}
    return {
        "what": "Plans seen by the child", "target": "20 of 24", "agreed": "2026-01-05", "baseline": reading,
        "follow_up": {"met": 22, "of": 24, "date": "2026-08-01", "by": "police"},
    }  # fmt: skip


def test_done_is_counted_apart_from_shown_to_have_changed_anything() -> None:
    done = {"agreed": "2026-01-02", "done": "2026-06-01", "outcome": "achieved"}
    records = {
        "actions/2026-a": action(**done, measures=[_measure_that_improved()]),
        "actions/2026-b": action(**done),
        "actions/2026-c": action(agreed="2026-01-02"),
        "actions/2026-later": action(agreed="2026-10-02", done="2026-10-03"),
    }
    said = _report_on(records)
    assert said.progress.text == "2 of 3 actions are done; of these, 1 shows that anything changed."
    assert said.progress.records == ("actions/2026-a",)
    assert [line.records for line in said.done] == [("actions/2026-a",), ("actions/2026-b",)]
    assert [line.records for line in said.without_measure] == [("actions/2026-b",), ("actions/2026-c",)]
    spring = Period(date(2026, 1, 1), date(2026, 3, 31), "spring")
    assert _report_on(records, spring).progress.text == "0 of 3 actions are done."
    assert _report_on({}).progress.text == "Actions: not recorded."
    assert _report_on({"actions/2026-a": action(**done)}).progress.text == (
        "1 of 1 action is done; of these, none show that anything changed."
    )


def test_percentages_are_given_from_twenty() -> None:
    many = {f"actions/2026-{at:02}": action(agreed="2026-01-02") for at in range(19)}
    many["actions/2026-done"] = action(agreed="2026-01-02", closed="2026-05-05")
    assert _report_on(many).progress.text.startswith("1 of 20 actions (5%) is done")
    del many["actions/2026-00"]
    assert _report_on(many).progress.text.startswith("1 of 19 actions is done")


def _flag(kind: str = "risk", **more: Any) -> dict[str, Any]:
    return {"title": "Nobody to call", "sharing": "partnership", "flag_kind": kind, "to": ["council"], **more}


def test_flags_say_whether_they_arrived_and_were_answered_and_those_raised_since_are_told_too() -> None:
    said = _report_on(
        {
            "flags/2025-open": _flag(raised="2025-12-01", serious=True),
            "flags/2025-over": _flag(raised="2025-12-01", answered="2026-01-05"),
            "flags/2026-now": _flag(
                raised="2026-05-01", acknowledged=[{"agency": "council", "date": "2026-05-02"}], answered="2026-05-11"
            ),
            "flags/2026-well": _flag("strength", raised="2026-06-01", title="Strength: supervision"),
            "flags/2026-after": _flag(raised="2026-10-03"),
            "flags/2026-bare": _flag(to=[]),
        }
    )
    to = "to The council; acknowledged by"
    assert [line.text for line in said.risks] == [
        (
            f"Serious risk: Nobody to call; {to} 0 of 1; not by The council (due 2025-12-02, 208 working days over); "
            "answer: not recorded (due 2025-12-08, 204 working days over)"
        ),
        f"Risk: Nobody to call; {to} 1 of 1 (in time); answered 2026-05-11 after 10 days (in time)",
        "Risk: Nobody to call; to whom: not recorded; answer: not recorded",
    ]
    assert [line.text[:23] for line in said.strengths] == ["Strength: supervision; "]
    assert [(line.text, line.records) for line in said.since_then] == [
        ("Nobody to call: raised", ("flags/2026-after",)),
    ]
    assert said.flags == "4 flags; acknowledged by every agency it was sent to: 1 of 4; answered: 1."
    wanted = [line.records[0] for line in said.decisions]
    assert wanted == ["flags/2025-open", "flags/2026-well", "flags/2026-bare"]
    assert _report_on({}).flags == "Flags: not recorded."
    assert _report_on({"flags/2026-a": _flag(raised="2026-05-01")}).flags.startswith("1 flag; ")


def test_better_is_what_was_looked_at_again_and_not_what_nobody_has_looked_at_since() -> None:
    said = _report_on(
        {
            "audits/2025-a": audit("2025-12-01"),
            "audits/2026-b": audit("2026-05-01"),
            "findings/2025-help": finding("audits/2025-a", "needs-to-improve", "early-help"),
            "findings/2026-help": finding("audits/2026-b", "working-well", "early-help"),
            "findings/2025-voice": finding("audits/2025-a", "gap", "child-voice"),
            "findings/2026-new": finding("audits/2026-b", "needs-to-improve", "supervision", serious_risk=True),
            "findings/2026-again": finding(
                "audits/2026-b", "needs-to-improve", "supervision", derived_from="findings/2026-new"
            ),
            "findings/2026-old-risk": finding(
                "audits/2026-b", "gap", "supervision", serious_risk=True, superseded_by="findings/2026-new"
            ),
        }
    )
    assert [(line.text, line.records) for line in said.better] == [
        (
            "Early Help: before, needs to improve; in this period, working well",
            ("findings/2025-help", "findings/2026-help"),
        )
    ]
    assert [line.text for line in said.worse] == [
        "Supervision (new): before, no verdict; in this period, needs to improve"
    ]
    assert [line.text for line in said.no_longer_seen] == [
        "Child Voice: before, a gap: nothing in place; in this period, no verdict"
    ]
    assert [line.records for line in said.serious] == [("findings/2026-new",)]
    assert [(theme.theme, len(theme.strengths), len(theme.concerns)) for theme in said.learned] == [
        ("Early Help", 1, 0),
        ("Supervision", 0, 2),
    ]
    assert said.before == "October 2025 to March 2026"


def test_the_last_report_is_the_one_before_this_one() -> None:
    made = [
        {"what": "executive", "date": "2025-11-05"},
        {
            "what": "executive",
            "date": "2026-05-06",
            "covers": "October 2025 to March 2026",
            "record": "decisions/2026-a",
        },
        {"what": "executive", "date": "2026-11-05"},
        {"what": "annual", "date": "2026-09-29", "covers": "2025-26"},
    ]
    records = {
        "partnership": partnership(reports_made=made),
        "decisions/2026-a": {"title": "Heard", "sharing": "public"},
    }
    last = _report_on(records).last_report
    assert (last.text, last.records) == (
        "2026-05-06, on October 2025 to March 2026",
        ("partnership", "decisions/2026-a"),
    )
    assert _report_on({}).last_report.records == ()


def test_what_waits_for_an_answer_stands_as_it_did_at_the_end_of_the_period() -> None:
    records = {
        RAPID: review(None, review_kind="rapid-review", life={"aware": "2026-09-01"}),
        "reviews/2026-a": review(
            recommendations=[
                recommendation("to-partners", to=["council"]),
                recommendation("a-principle", to=["council"], form="principle"),
                recommendation("to-nobody"),
            ]
        ),
        "findings/2026-a": finding("reviews/2026-a", "gap"),
        "decisions/2026-a": {
            "title": "D", "sharing": "public", "theme": "early-help", "disposition": "stabilise", "date": "2026-01-01"
        },
        "actions/2026-late": action(due="2026-09-01", owner={"agency": "council", "role": "Head"}, agreed="2026-01-01"),
        "challenges/2026-a": {
            "title": "Why?", "sharing": "partnership", "by": "police", "to": ["council"], "raised": "2026-09-05",
            "answer_due": "2026-09-10", "stages": [{"stage": "1", "date": "2026-09-05"}],
        },
    }  # fmt: skip
    said = _report_on(records)
    assert [line.text for line in said.decisions] == [
        "Accept or decline, with a reason: Do this (to The council)",
        f"A review: whether to review, and why; the partners became aware 2026-09-01 (lif report review {RAPID})",
        "Early Help: decided stabilise, because not recorded; the evidence since proposes: create",
    ]
    assert [line.text for line in said.overdue] == [
        "Action: An action; due 2026-09-01; The council (Head)",
        "Notification to the national Panel: A review; due 2026-09-08",
        "Answer to a challenge: Why?; due 2026-09-10; The council",
        "Rapid review sent to the Panel: A review; due 2026-09-22",
    ]
    assert [line.text for line in said.challenges] == [
        "Why?: The police to The council; stage 1; answer due 2026-09-10, late; open 25 days"
    ]
    own = {"by": "Others", "own": False, "basis": "public pages", "complete": "No"}
    others = _report_on({**records, "partnership": partnership(compiled=own)})
    assert others.overdue == ()
    assert [line.text[:10] for line in others.decisions] == ["Early Help"]
    assert others.progress.text == "0 of 1 action is known to be done."


@pytest.mark.parametrize(
    ("since", "until", "title"),
    [
        (date(2026, 1, 1), date(2026, 1, 31), "January 2026"),
        (date(2026, 1, 1), date(2026, 3, 31), "January to March 2026"),
        (date(2026, 1, 1), date(2026, 3, 30), "1 January 2026 to 30 March 2026"),
    ],
)
def test_a_period_is_named_as_people_say_it(since: date, until: date, title: str) -> None:
    assert (
        _report_on({}, Period(since, until, "")).head.title == f"Report to the partnership's executive group, {title}"
    )


def test_without_a_period_it_is_asked_for() -> None:
    with pytest.raises(LifError, match="For which months"):
        _report_on({}, None)


def test_of_one_priority_it_does_not_say_that_nobody_looked_at_the_others() -> None:
    records = {"reviews/2024-a": review("2024-01-05"), "findings/2024-a": finding("reviews/2024-a")}
    assert [line.text[:10] for line in _report_on(records).not_looked_at] == ["Early Help"]
    assert _report_on(records, themes=frozenset({"early-help"})).not_looked_at == ()


def test_audits_and_figures_of_the_period_are_told_and_others_are_not() -> None:
    def audited(met: int) -> list[dict[str, Any]]:
        return [{"key": "seen", "met": met, "of": 24}]

    series = [{"at": f"2026-{month:02}", "value": 80 + month % 2} for month in range(1, 10)]
    records = {
        "audits/2024-a": audit("2024-01-01", selection="random", results=audited(9)),
        "audits/2026-b": audit("2026-05-01", selection="random", results=audited(22), reaudit_of="audits/2024-a"),
        "indicators/2026-a": {
            "title": "Seen", "sharing": "public", "measure": "Children seen", "better": "higher",
            "themes": ["early-help"], "series": series,
        },
    }  # fmt: skip
    said = _report_on(records)
    assert [line.records for line in said.compared] == [("audits/2024-a", "audits/2026-b")]
    assert "clear improvement" in said.compared[0].text
    assert [line.records for line in said.figures] == [("indicators/2026-a",)]
    earlier = _report_on(records, Period(date(2025, 4, 1), date(2025, 9, 30), ""))
    assert (earlier.compared, earlier.figures) == ((), ())
