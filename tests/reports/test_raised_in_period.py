from datetime import date
from typing import Any

from lif.model.period import Period
from lif.model.sharing import PARTNERSHIP
from lif.reports.cited_sentence import Within
from lif.reports.raised_in_period import RaisedInPeriod, closed_challenges, raised_in_period
from support.asking import seen
from support.story import Fields, snapshot_of

YEAR = Period.year("2025-26") or Period(date.min, date.max, "")
END = date(2026, 3, 31)


def _challenge(title: str, **more: Any) -> Fields:
    return {"title": title, "sharing": "partnership", "by": "police", "to": ["council"], **more}


def _flag(title: str, **more: Any) -> Fields:
    return {"title": title, "sharing": "partnership", "flag_kind": "risk", "to": ["council"], **more}


CHALLENGES = {
    "challenges/2024-waits": _challenge("It waits", raised="2024-11-01"),
    "challenges/2024-over": _challenge("Over before", raised="2024-04-05", answered="2024-05-01", closed="2024-06-01"),
    "challenges/2025-closed": _challenge("Closed", raised="2025-05-01", answered="2025-06-01", closed="2025-07-01",
                                         outcome="The rating was lowered"),
    "challenges/2025-undated": _challenge("Without a date"),
    "challenges/2026-later": _challenge("Raised later", raised="2026-05-01"),
}  # fmt: skip
FLAGS = {
    "flags/2025-plain": _flag("Plain", raised="2025-09-18"),
    "flags/2025-serious": _flag("Worse", raised="2025-10-18", serious="yes", answered="2025-10-20",
                                acknowledged=[{"agency": "council", "date": "2025-10-18"}]),
    "flags/2025-strength": {**_flag("Good", raised="2025-11-18"), "flag_kind": "strength"},
}  # fmt: skip


def _raised(records: dict[str, Fields]) -> RaisedInPeriod:
    view = seen(snapshot_of(records), END, PARTNERSHIP, YEAR)
    return raised_in_period(Within(view.records, YEAR, PARTNERSHIP), END)


def test_challenges_of_the_year_and_those_that_waited_through_it_are_counted_and_those_that_wait_stand_first() -> None:
    raised = _raised(CHALLENGES)
    assert raised.challenges is not None
    assert raised.challenges.text == "2 challenges between agencies; closed: 1; without an answer: 1"
    assert raised.challenges.records == ("challenges/2024-waits", "challenges/2025-closed")
    assert [line.records[0] for line in raised.challenge_lines] == list(raised.challenges.records)


def test_flags_are_counted_by_kind_and_a_serious_risk_stands_first() -> None:
    raised = _raised(FLAGS)
    assert raised.flags is not None
    assert raised.flags.text == (
        "2 risks and 1 strength flagged; serious: 1; acknowledged by all they were sent to: 1; answered: 1"
    )
    assert raised.flag_lines[0].records == ("flags/2025-serious",)


def test_no_more_than_five_are_told_one_by_one() -> None:
    many = {f"challenges/2025-{number}": _challenge(f"Number {number}", raised="2025-05-01") for number in range(7)}
    raised = _raised(many)
    assert raised.challenges is not None
    assert raised.challenges.text.startswith("7 challenges")
    assert len(raised.challenge_lines) == 5
    assert _raised({}) == RaisedInPeriod(None, (), None, ())


def test_the_challenges_closed_in_a_period_are_told_with_what_changed() -> None:
    (line,) = closed_challenges(snapshot_of(CHALLENGES), END, YEAR)
    assert line.records == ("challenges/2025-closed",)
    assert "what changed: The rating was lowered" in line.text
