"""What a change may do without anybody being told of it."""

from typing import Any

import pytest

from lif.rules.codes import CHANGE_RULES
from support.memory import brief, compared
from support.story import action, audit, decision, files, finding, written

AUDIT = "audits/2026-x"
DECISION = "decisions/2026-x"
OF_CHANGES = {rule.code.name for rule in CHANGE_RULES}


def wrong(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    return brief(compared(files({AUDIT: audit(), **before}), files({AUDIT: audit(), **after})))


def test_a_record_that_nobody_cites_may_be_taken_away() -> None:
    assert wrong({"findings/2026-x": finding(AUDIT)}, {}) == []


def test_a_record_may_travel_less_far_than_before() -> None:
    assert wrong({"findings/2026-x": finding(AUDIT)}, {"findings/2026-x": finding(AUDIT, sharing="restricted")}) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"draft": True}, {"disposition": "stabilise"}),
        ({"date": "2026-10-01"}, {"disposition": "stabilise"}),
        ({"date": "2026-12"}, {"disposition": "stabilise"}),
        ({}, {"notes": "Minutes found", "confidence": "low"}),
    ],
)
def test_a_decision_may_be_written_until_it_is_taken_and_be_filled_in_afterwards(
    before: dict[str, Any], after: dict[str, Any]
) -> None:
    whole = {"date": "2026-05-03", "disposition": "change", **before}
    assert wrong({DECISION: decision(**whole)}, {DECISION: decision(**{**whole, **after})}) == []


def test_a_decision_that_was_taken_and_cannot_be_read_whole_is_still_compared() -> None:
    """A date that is none says of no day that it is past; the rest of the record is looked at all the same."""
    sound = files({AUDIT: audit(), DECISION: decision(date="2026-05-03", disposition="change")})
    path = f"records/{DECISION}.yaml"
    no_day = {**sound, path: written(decision(date="2026-05-33", disposition="change"))}
    other = {**sound, path: written(decision(date="2026-05-33", disposition="stabilise"))}
    assert brief(compared(no_day, other)) == []
    assert brief(compared(sound, other)) == [f"LIF809 {DECISION} date"]


def test_a_day_on_which_somebody_looks_again_may_move() -> None:
    def cited(day: str, until: str) -> dict[str, Any]:
        accepted = {"by": "The chair", "date": day, "because": "Only its wording changed"}
        allow = [{"code": "LIF541", "reason": "A story", "by": "qig", "until": until}]
        return decision(evidence=[{"record": AUDIT, "seen": "000000000000", "accepted": accepted}], allow=allow)

    assert wrong({DECISION: cited("2026-05-03", "2026-06-30")}, {DECISION: cited("2026-09-01", "2027-06-30")}) == []


def test_a_day_of_closing_may_not() -> None:
    first, second = (action(closed=day, outcome="achieved") for day in ("2026-05-03", "2026-06-03"))
    assert wrong({"actions/2026-x": first}, {"actions/2026-x": second}) == ["LIF807 actions/2026-x closed"]
