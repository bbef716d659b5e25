"""The state of an action on the day of a view: overdue, under way, done or closed, and whether it is still open."""

from datetime import date
from enum import StrEnum

from lif.analysis.deadlines.deadline import may_have_happened
from lif.model.kinds.action import Action


class ActionState(StrEnum):
    """The states of an action, the most urgent first; one that is done is not yet closed."""

    OVERDUE = "overdue"
    UNDER_WAY = "under way"
    DONE = "done"
    CLOSED = "closed"


IF_COMPILED = {
    ActionState.OVERDUE: "past its day, not known to be done",
    ActionState.UNDER_WAY: "not known to be done",
}
"""The words where others compiled the records: an action may be done without the sources saying so."""


def action_state(action: Action, day: date) -> ActionState:
    """The state of an action on the day. A date that certainly lies after the day does not count yet."""
    if action.closed and may_have_happened(action.closed, day):
        return ActionState.CLOSED
    if action.done and may_have_happened(action.done, day):
        return ActionState.DONE
    return ActionState.OVERDUE if action.due and action.due < day else ActionState.UNDER_WAY


def is_open(action: Action, day: date = date.max) -> bool:
    """Whether an action was neither done nor closed on the day; without one, as the records stand."""
    return action_state(action, day) in {ActionState.OVERDUE, ActionState.UNDER_WAY}


def is_overdue(action: Action, day: date) -> bool:
    """Whether an action was due before the day and neither done nor closed on it."""
    return action_state(action, day) is ActionState.OVERDUE


def state_words(state: ActionState, *, silence_means_no: bool) -> str:
    """The state in words, depending on whether silence of the records means that an action was not done."""
    return state.value if silence_means_no else IF_COMPILED.get(state, state.value)
