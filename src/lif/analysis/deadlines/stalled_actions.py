"""Stalled actions: open, overdue, and without recorded progress for some months (F4.2, F7.2)."""

from datetime import date

from lif.analysis.impact.action_state import is_open
from lif.model.kinds.action import Action
from lif.model.period import When, months_between


def last_activity_date(action: Action) -> When | None:
    """The last date on which something is known to have happened on the action; None where no date is known."""
    dates = [*(step.date for step in action.progress), *(when for when in (action.started, action.agreed) if when)]
    return max(dates, key=lambda when: when.latest, default=None)


def is_stalled(action: Action, today: date, months: int) -> bool:
    """Whether an open action is past its due day and has had no recorded progress for so many months."""
    if action.draft or not is_open(action) or action.due is None or action.due >= today:
        return False
    last = last_activity_date(action)
    return last is None or months_between(last.latest, today) >= months
