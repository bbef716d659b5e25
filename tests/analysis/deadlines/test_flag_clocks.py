from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from lif.analysis.deadlines.deadline import Deadline, DeadlineState
from lif.analysis.deadlines.every_deadline import deadlines
from lif.analysis.deadlines.flag_clocks import FLAG_KINDS, flag_clocks_in_words
from lif.analysis.duties.flags import read_flag
from lif.model.kinds.flag import Flag
from lif.model.settings import Thresholds
from lif.model.sharing import PARTNERSHIP, PUBLIC
from lif.model.snapshot import Snapshot
from support.asking import seen
from support.story import partnership, snapshot_of

TODAY = date(2026, 10, 1)


def flag(**more: Any) -> dict[str, Any]:
    return {
        "title": "A flag",
        "sharing": "partnership",
        "flag_kind": "risk",
        "serious": True,
        "to": ["police"],
        **({"raised": "2026-09-18"} if "raised" not in more else {}),
        **{name: value for name, value in more.items() if value is not None},
    }


def story(more: Mapping[str, Any], **settings: Any) -> Snapshot:
    return snapshot_of({"partnership": partnership(**settings), "flags/a": flag(**more)})


def clocks(today: date = TODAY, **more: Any) -> list[Deadline]:
    return [deadline for deadline in deadlines(story(more), today) if deadline.kind in FLAG_KINDS]


def states(**more: Any) -> list[tuple[str, str, str, str]]:
    """Of each clock but that of the report: whose it is, when it is due, its state and how late it is."""
    return [
        (" ".join(clock.agencies), str(clock.due), clock.state.value, clock.late)
        for clock in clocks(**more)
        if clock.kind != "flag-report"
    ]


def test_each_agency_acknowledges_and_the_flag_is_answered() -> None:
    replies = [{"agency": "police", "date": "2026-09-21"}]
    assert states(partners=["council", "police"], acknowledged=replies) == [
        ("council", "2026-09-21", "overdue", "8 working days"),
        ("police", "2026-09-21", "met", ""),
        ("police", "2026-09-25", "overdue", "4 working days"),
    ]


def test_a_risk_that_is_not_serious_has_more_days() -> None:
    assert [state[1] for state in states(serious=False)] == ["2026-09-25", "2026-10-16"]


def test_what_came_late_says_by_how_many_working_days() -> None:
    replies = [{"agency": "police", "date": "2026-09-23"}, {"agency": "police", "date": "2026-09-29"}]
    assert states(acknowledged=replies, answered="2026-09-26") == [
        ("police", "2026-09-21", "met-late", "2 working days"),
        ("police", "2026-09-25", "met-late", "less than a working day"),
    ]


def test_a_date_known_only_as_a_month_claims_nothing_that_is_not_certain() -> None:
    assert states(raised="2026-09", answered="2026-09-30") == [
        ("police", "2026-09-02 to 2026-10-01", "cannot-be-told", ""),
        ("police", "2026-09-08 to 2026-10-07", "cannot-be-told", ""),
    ]
    assert states(raised="2026-08", answered="2026-09") == [
        ("police", "2026-08-03 to 2026-09-01", "overdue", "22 to 42 working days"),
        ("police", "2026-08-07 to 2026-09-07", "cannot-be-told", ""),
    ]


def test_without_a_day_on_which_it_was_raised_nothing_has_a_due_day() -> None:
    assert [(clock.due, clock.state) for clock in clocks(raised=None)] == [(None, DeadlineState.NO_DAY)] * 3


def test_a_strength_is_only_reported_to_the_executive_group() -> None:
    (report,) = clocks(flag_kind="strength")
    assert (report.kind, str(report.due), report.state) == ("flag-report", "2027-03-18", DeadlineState.AHEAD)


def test_nothing_is_late_before_it_was_raised_nor_met_by_what_came_after_the_day() -> None:
    assert clocks(today=date(2026, 9, 17)) == []
    answer = [clock for clock in clocks(today=date(2026, 9, 28), answered="2026-09-29") if clock.kind == "flag"]
    assert [(clock.state, clock.met) for clock in answer] == [(DeadlineState.OVERDUE, None)]


def test_each_deadline_keeps_its_place_when_it_is_met() -> None:
    before = {(clock.kind, clock.at) for clock in clocks(partners=["council"])}
    replies = [{"agency": "council", "date": "2026-09-21"}]
    assert {(clock.kind, clock.at) for clock in clocks(partners=["council"], acknowledged=replies)} == before
    assert len(before) == 4


def test_records_that_others_compiled_show_nothing_as_overdue() -> None:
    compiled = {"by": "Others", "own": False, "basis": "Public pages", "complete": "Not complete"}
    flags = [item for item in deadlines(story({}, compiled=compiled), TODAY) if item.kind in {"flag", FLAG_KINDS[0]}]
    assert {item.state for item in flags} == {DeadlineState.CANNOT_TELL}


def test_an_edition_for_everybody_claims_nothing_of_answers_it_does_not_show() -> None:
    snapshot = story({"sharing": "public"}, readers={"level": "restricted", "who": "Those named"})
    everybody = seen(snapshot, TODAY, PUBLIC).records
    assert [item for item in deadlines(everybody, TODAY) if item.kind in FLAG_KINDS] == []
    partners = seen(snapshot, TODAY, PARTNERSHIP).records
    shown = [item.state for item in deadlines(partners, TODAY) if item.kind == "flag"]
    assert shown == [DeadlineState.OVERDUE]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"answered": "2026-09-25"}, "in time"),
        ({"answered": "2026-09-29"}, "2 working days late"),
        ({}, "due 2026-09-25, 4 working days over"),
        ({"raised": "2026-09-30"}, "due 2026-10-07"),
        ({"raised": "2026-09", "answered": "2026-09-30"}, ""),
    ],
)
def test_the_clock_of_an_answer_in_words(more: Mapping[str, str], said: str) -> None:
    snapshot = story(more)
    (entry,) = snapshot.of(Flag)
    clock = read_flag(snapshot, entry, TODAY).clock
    assert clock is not None
    assert clock.said == said


def test_whose_numbers_the_working_days_are_is_said() -> None:
    assert flag_clocks_in_words(Thresholds()) == (
        "a serious risk is to be acknowledged within 1 working day and answered within 5, any other risk within 5 and "
        "20; these numbers are lif's own, and no guidance sets them"
    )
    own = Thresholds(answer_risk_within_days=10)
    assert flag_clocks_in_words(own).endswith(
        "5 and 10; these numbers are the partnership's, and no guidance sets them"
    )
    why = [item.why for item in deadlines(story({}, thresholds={"answer_serious_within_days": 7}), TODAY)]
    by_the_partnership = "(the partnership's number; no guidance sets one)"
    assert f"7 working days from 2026-09-18, when it was raised {by_the_partnership}" in why
