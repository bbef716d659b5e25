"""Actions on which nothing moves: past their day, open, and not heard of for some time (F4.2, F7.2)."""

from datetime import date

from lif.model.kinds.action import Action
from lif.model.period import When, months_between


def last_heard(action: Action) -> When | None:
    """The last day on which anything is known to have happened; None where none is."""
    heard = [*(one.date for one in action.progress), *(one for one in (action.started, action.agreed) if one)]
    return max(heard, key=lambda when: when.latest, default=None)


def is_stalled(action: Action, today: date, months: int) -> bool:
    """Whether an open action is past its day and has not been heard of for so many months."""
    is_open = action.done is None and action.closed is None
    if action.draft or not is_open or action.due is None or action.due >= today:
        return False
    last = last_heard(action)
    return last is None or months_between(last.latest, today) >= months
