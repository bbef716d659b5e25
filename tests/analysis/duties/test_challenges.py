from typing import Any

from lif.analysis.duties.challenges import ChallengeReading, challenge_log
from support.story import TODAY, partnership, snapshot_of

ESCALATION = [{"stage": "1", "formal": False}, {"stage": "3", "formal": True}]


def challenge(**more: Any) -> dict[str, Any]:
    return {"title": "A challenge", "sharing": "public", "by": "police", "to": ["council"], **more}


def reading_of(**more: Any) -> ChallengeReading:
    (reading,) = challenge_log(
        snapshot_of({"partnership": partnership(escalation=ESCALATION), "challenges/a": challenge(**more)}), TODAY
    )
    return reading


def test_a_challenge_is_open_until_it_is_answered_closed_or_asked_about() -> None:
    assert reading_of(raised="2026-09-01").days_open == 30
    assert reading_of(raised="2026-09-01", answered="2026-09-11").days_open == 10
    assert reading_of(raised="2026-09-01", closed="2026-09-21").days_open == 20
    assert reading_of(raised="2026-09").days_open is None
    assert reading_of().days_open is None


def test_days_between_stages_are_counted_from_the_day_it_was_raised() -> None:
    stages = [
        {"stage": "1", "date": "2026-09-04"},
        {"stage": "3", "date": "2026-09-14"},
        {"stage": "4", "date": "2026"},
    ]
    steps = reading_of(raised="2026-09-01", stages=stages).steps
    assert [(step.stage, step.is_formal, step.days) for step in steps] == [
        ("1", False, 3),
        ("3", True, 10),
        ("4", False, None),
    ]


def test_it_is_late_when_the_day_is_past_or_the_answer_came_after_it() -> None:
    assert reading_of(answer_due="2026-09-30").is_late
    assert not reading_of(answer_due="2026-10-01").is_late
    assert reading_of(answer_due="2026-09-10", answered="2026-09-11").is_late
    assert not reading_of(answer_due="2026-09-10", answered="2026-09").is_late
    assert not reading_of(answer_due="2026-09-10", closed="2026-09-09").is_late
    assert not reading_of().is_late


def test_information_is_owed_until_an_answer_says_something() -> None:
    assert reading_of(asks_for_information=True).owes_information
    assert reading_of(asks_for_information=True, answered="2026-09-11").owes_information
    assert not reading_of(asks_for_information=True, response="Here it is").owes_information
    assert not reading_of(asks_for_information=False).owes_information


def test_the_log_begins_with_what_nobody_answered() -> None:
    snapshot = snapshot_of({
        "challenges/a": challenge(raised="2026-01-01", answered="2026-02-01"),
        "challenges/b": challenge(raised="2026-05-01"),
        "challenges/c": challenge(raised="2026-03-01"),
        "challenges/d": challenge(),
    })  # fmt: skip
    log = challenge_log(snapshot, TODAY)
    assert [reading.id for reading in log] == ["challenges/c", "challenges/b", "challenges/d", "challenges/a"]
    assert [step for reading in log for step in reading.steps] == []


def test_an_agency_or_a_group_challenges() -> None:
    assert (reading_of().by, reading_of().to) == ("The police", ("The council",))
    by_group = {key: value for key, value in challenge(by_group="qig").items() if key != "by"}
    (reading,) = challenge_log(snapshot_of({"challenges/a": by_group}), TODAY)
    assert reading.by == "Quality Improvement Group"
    assert reading_of(by="fire-service").by == "fire-service"
