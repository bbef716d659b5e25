from typing import Any

from lif.analysis.duties.flags import FlagReading, flag_log
from support.story import TODAY, snapshot_of


def flag(**more: Any) -> dict[str, Any]:
    return {"title": "A flag", "sharing": "public", "flag_kind": "risk", "to": ["police"], **more}


def reading_of(**more: Any) -> FlagReading:
    (reading,) = flag_log(snapshot_of({"flags/a": flag(**more)}), TODAY)
    return reading


def test_each_of_those_it_went_to_is_proved_or_not() -> None:
    heard = [
        {"agency": "police", "date": "2026-09-03", "role": "Superintendent"},
        {"agency": "fire", "date": "2026-09-04"},
    ]
    reading = reading_of(raised="2026-09-01", partners=["council"], acknowledged=heard)
    assert [(who.agency, who.as_partner, who.days, who.role) for who in reading.reached] == [
        ("police", False, 2, "Superintendent"),
        ("council", True, None, ""),
    ]
    assert [who.name for who in reading.unacknowledged] == ["The council"]


def test_whoever_is_named_twice_is_asked_once_and_answered_first() -> None:
    heard = [{"agency": "police", "date": "2026-09-03"}, {"agency": "police", "date": "2026-09-05"}]
    reading = reading_of(raised="2026-09-01", partners=["police"], acknowledged=heard)
    assert [(who.agency, who.as_partner, who.days) for who in reading.reached] == [("police", True, 2)]


def test_whether_a_partner_was_one_is_read_from_the_partnerships_own_list() -> None:
    reading = reading_of(to=["police", "fire"])
    assert [(who.agency, who.is_partner) for who in reading.reached] == [("police", True), ("fire", False)]


def test_a_flag_is_open_until_it_is_answered_or_asked_about() -> None:
    assert reading_of(raised="2026-09-01").days_open == 30
    assert reading_of(raised="2026-09-01", answered="2026-09-08").days_open == 7
    assert reading_of().days_open is None


def test_serious_risk_comes_first_then_what_was_raised_first() -> None:
    snapshot = snapshot_of({
        "flags/a": flag(raised="2026-01-01"),
        "flags/b": flag(raised="2026-05-01", serious=True),
        "flags/c": flag(),
        "flags/d": flag(raised="2025-05-01"),
    })  # fmt: skip
    assert [reading.id for reading in flag_log(snapshot, TODAY)] == ["flags/b", "flags/d", "flags/a", "flags/c"]
