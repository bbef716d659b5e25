"""What happened to an action in a period, and the state it was in on a day."""

from datetime import date
from typing import Any

import pytest

from lif.analysis.chronology.action_events import actions_in, events_in
from lif.analysis.impact.action_state import ActionState, action_state, is_open
from lif.model.kinds.action import Action
from lif.model.period import Period
from support.story import action, snapshot_of

LAST_YEAR = Period(date(2025, 4, 1), date(2026, 3, 31), "2025-26")
THIS_YEAR = Period(date(2026, 4, 1), date(2027, 3, 31), "2026-27")


def _told(period: Period, **fields: Any) -> list[str]:
    (entry,) = snapshot_of({"actions/2025-a": action(**fields)}).of(Action)
    return [f"{event.what} {event.when}" for event in events_in(entry.record, period)]


def test_an_action_belongs_to_each_year_in_which_something_happened_and_each_year_tells_its_own() -> None:
    """Bereavement support was in the year before, and absent from the one in which it ended."""
    fields = {"agreed": "2025-07-01", "started": "2025-09-01", "done": "2026-05-20", "closed": "2026-06-30"}
    assert _told(LAST_YEAR, **fields) == ["agreed 2025-07-01", "begun 2025-09-01"]
    assert _told(THIS_YEAR, **fields) == ["done 2026-05-20", "closed 2026-06-30"]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"due": "2026-05-01"}, ["due 2026-05-01"]),
        ({"due": "2026-05-01", "done": "2026-02-01"}, []),
        ({"progress": [{"date": "2026-04-02", "said": "Begun"}]}, ["worked on 2026-04-02"]),
        (
            {"moved": [{"since": "2026-03-01", "to": "2026-09-01", "agreed": "2026-04-03"}], "due": "2026-09-01"},
            ["moved to 2026-09-01 2026-04-03", "due 2026-09-01"],
        ),
        ({"agreed": "2026"}, ["agreed 2026"]),
        ({}, []),
    ],
)
def test_each_thing_that_happens_to_an_action_places_it(fields: dict[str, Any], told: list[str]) -> None:
    assert _told(THIS_YEAR, **fields) == told


def test_the_actions_of_a_period_stand_in_order_of_what_happened_first_in_it() -> None:
    snapshot = snapshot_of(
        {
            "actions/2025-a": action(agreed="2025-07-01", done="2026-06-01"),
            "actions/2025-b": action(agreed="2026-05-01"),
            "actions/2025-c": action(agreed="2025-05-01"),
        }
    )
    assert [entry.id for entry in actions_in(snapshot, THIS_YEAR)] == ["actions/2025-b", "actions/2025-a"]


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({"due": "2026-09-30"}, ActionState.OVERDUE),
        ({"due": "2026-10-01"}, ActionState.UNDER_WAY),
        ({"due": "2026-09-30", "done": "2026-10-01"}, ActionState.DONE),
        ({"due": "2026-09-30", "done": "2026-10-02"}, ActionState.OVERDUE),
        ({"done": "2026-09-30", "closed": "2026"}, ActionState.CLOSED),
    ],
)
def test_the_state_of_an_action_on_a_day(fields: dict[str, Any], state: ActionState) -> None:
    (entry,) = snapshot_of({"actions/2025-a": action(**fields)}).of(Action)
    assert action_state(entry.record, date(2026, 10, 1)) is state
    assert is_open(entry.record, date(2026, 10, 1)) is (state in {ActionState.OVERDUE, ActionState.UNDER_WAY})
