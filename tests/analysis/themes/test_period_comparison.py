from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.analysis.themes.period_comparison import Movement, ThemeMovement, preceding_period, theme_movements
from lif.model.period import Period
from support.story import TODAY, Fields, audit, feedback, finding, review, snapshot_of

NOW = Period(date(2025, 1, 1), date(2025, 12, 31), "2025")
THEN = {"well": "working-well", "poor": "needs-to-improve", "gap": "gap", "mixed": "mixed"}


def _moved(story: Mapping[str, Fields], period: Period = NOW) -> tuple[ThemeMovement, ...]:
    return theme_movements(snapshot_of(story), ("early-help", "child-voice"), period, TODAY)


def _story(then: str | None, now: str | None) -> dict[str, Fields]:
    """A review of the span before and an audit of this one, each with one finding unless it is silent."""
    story: dict[str, Fields] = {"reviews/2024-a": review("2024-06-01"), "audits/2025-a": audit("2025-06-01")}
    if then:
        story["findings/2024-a"] = finding("reviews/2024-a", THEN[then])
    if now:
        story["findings/2025-a"] = finding("audits/2025-a", THEN[now])
    return story


@pytest.mark.parametrize(
    ("then", "now", "movement"),
    [
        ("poor", "poor", "still to develop"),
        ("gap", "poor", "still to develop"),
        ("mixed", "gap", "new"),
        ("poor", "well", "improving"),
        ("gap", "well", "improving"),
        (None, "poor", "new"),
        (None, "gap", "new"),
        ("well", "poor", "new"),
        ("poor", None, "no longer seen"),
        ("gap", None, "no longer seen"),
        ("poor", "mixed", "still to develop"),
    ],
)
def test_a_theme_is_still_to_develop_improving_new_or_no_longer_seen(
    then: str | None, now: str | None, movement: str
) -> None:
    (found,) = _moved(_story(then, now))
    assert (found.theme, found.label, found.movement) == ("early-help", "Early Help", movement)
    assert (found.then is None, found.now is None) == (then is None, now is None)


@pytest.mark.parametrize(("then", "now"), [(None, None), (None, "well"), ("well", None), ("well", "well")])
def test_a_theme_that_gave_no_concern_in_either_span_is_left_out(then: str | None, now: str | None) -> None:
    assert _moved(_story(then, now)) == ()


def test_a_concern_of_the_period_that_is_history_by_its_end_still_is_no_better() -> None:
    story = {
        **_story("poor", "well"),
        "reviews/2025-b": review("2025-02-01"),
        "findings/2025-b": finding("reviews/2025-b", superseded_by="findings/2025-a"),
    }
    (found,) = _moved(story)
    assert found.movement is Movement.STILL_TO_DEVELOP


def test_self_description_alone_makes_nothing_better() -> None:
    story = {**_story("poor", None), "feedback/2025-a": feedback("practitioners", date="2025-06-01")}
    story["findings/2025-a"] = finding("feedback/2025-a", "working-well")
    (found,) = _moved(story)
    assert found.movement is Movement.ONLY_SAID


def test_what_speaks_without_a_verdict_makes_nothing_better() -> None:
    (found,) = _moved({**_story("poor", None), "feedback/2025-a": feedback(date="2025-06-01", themes=["early-help"])})
    assert found.movement is Movement.NO_LONGER_SEEN


def test_silence_is_never_said_to_be_well() -> None:
    (found,) = _moved(_story("poor", None))
    assert found.movement is not Movement.IMPROVING
    assert (found.then, found.now) == ("N", None)


def test_what_lies_before_both_spans_or_after_them_moves_nothing() -> None:
    story = {
        "reviews/2023-a": review("2023-12-30"),
        "findings/2023-a": finding("reviews/2023-a"),
        "reviews/2026-a": review("2026-01-01"),
        "findings/2026-a": finding("reviews/2026-a"),
    }
    assert _moved(story) == ()


def test_themes_stand_in_the_order_in_which_they_were_asked_for() -> None:
    story = {
        "reviews/2025-a": review("2025-06-01"),
        "findings/2025-a": finding("reviews/2025-a", theme="child-voice"),
        "findings/2025-b": finding("reviews/2025-a"),
    }
    assert [movement.theme for movement in _moved(story)] == ["early-help", "child-voice"]
    assert [
        movement.theme for movement in theme_movements(snapshot_of(story), ("child-voice", "early-help"), NOW, TODAY)
    ] == [
        "child-voice",
        "early-help",
    ]


@pytest.mark.parametrize(
    ("since", "until", "before"),
    [
        ("2025-01-01", "2025-12-31", "2024-01-01 to 2024-12-31"),
        ("2024-04-01", "2025-03-31", "2023-04-01 to 2024-03-31"),
        ("2025-04-01", "2025-06-30", "2025-01-01 to 2025-03-31"),
        ("2025-02-01", "2025-02-28", "2025-01-01 to 2025-01-31"),
        ("2025-01-10", "2025-01-19", "2024-12-31 to 2025-01-09"),
        ("2025-03-15", "2025-03-15", "2025-03-14 to 2025-03-14"),
        ("0001-02-01", "0001-04-30", "0001-01-01 to 0001-01-31"),
        ("0001-01-05", "9999-12-31", "0001-01-01 to 0001-01-04"),
    ],
)
def test_the_span_before_has_as_many_whole_months_or_else_as_many_days(since: str, until: str, before: str) -> None:
    found = preceding_period(Period(date.fromisoformat(since), date.fromisoformat(until), ""))
    assert f"{found.since} to {found.until}" == found.name == before


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(0, 3000))
def test_two_spans_touch_and_never_overlap(since: date, days: int) -> None:
    before = preceding_period(Period(since, since + timedelta(days), ""))
    assert before.since <= before.until
    assert before.until + timedelta(1) == since


def test_before_the_calendar_begins_there_is_nothing_to_compare_with() -> None:
    before = preceding_period(Period(date.min, date(2026, 1, 1), "all"))
    assert (before.since, before.until) == (date.min, date.min)
