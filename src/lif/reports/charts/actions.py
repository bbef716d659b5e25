"""Chart of actions by state and by strength of kind."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lif.analysis.impact.action_state import ActionState, action_state, state_words
from lif.analysis.impact.action_strength import STRENGTH, Strength
from lif.model.kinds.action import Action
from lif.reports.chart import Chart, Columns, join_words

KIND_NOT_RECORDED = "kind not recorded"


@dataclass(frozen=True, slots=True)
class ActionsChart(Chart):
    """The number of actions of each strength, stronger first, in each state."""

    rows: tuple[tuple[str, tuple[int, ...]], ...]
    states: tuple[str, ...] = tuple(ActionState)

    @property
    def says(self) -> str:
        """The total, the number of each strength and the number in each state, in words."""
        total = sum(sum(counts) for _, counts in self.rows)
        strengths = tuple(f"{sum(counts)} {strength}" for strength, counts in self.rows)
        states = tuple(
            f"{count} {state}"
            for index, state in enumerate(self.states)
            if (count := sum(counts[index] for _, counts in self.rows))
        )
        return (
            f"{total} {'action' if total == 1 else 'actions'}: {join_words(strengths)}; of all, {join_words(states)}."
        )

    @property
    def table(self) -> Columns:
        """The table: one row for each strength, one column for each state."""
        rows = tuple((strength, *map(str, counts)) for strength, counts in self.rows)
        return Columns(("Strength of its kind", *self.states), rows, tuple(range(1, len(self.states) + 1)))


def actions_chart(
    name: str, actions: Iterable[Action], today: date, *, silence_means_no: bool = True
) -> ActionsChart | None:
    """Return the chart of the actions as they stand on the day; None without actions."""
    states = state_names(silence_means_no=silence_means_no)
    strengths_and_states = [
        (strength_of(action), state_of(action, today, silence_means_no=silence_means_no)) for action in actions
    ]
    strengths = (
        *(str(level) for level in Strength),
        *((KIND_NOT_RECORDED,) if any(strength == KIND_NOT_RECORDED for strength, _ in strengths_and_states) else ()),
    )
    rows = tuple(
        (strength, tuple(strengths_and_states.count((strength, state)) for state in states)) for strength in strengths
    )
    return ActionsChart(name, "Actions by state and strength", rows, states) if strengths_and_states else None


def strength_of(action: Action) -> str:
    """The strength of the kind of action, or `KIND_NOT_RECORDED`."""
    return str(STRENGTH[action.action_kind]) if action.action_kind else KIND_NOT_RECORDED


def state_names(*, silence_means_no: bool) -> tuple[str, ...]:
    """The names of the four states, depending on whether silence of the records means that an action was not done."""
    return tuple(state_words(state, silence_means_no=silence_means_no) for state in ActionState)


def state_of(action: Action, today: date, *, silence_means_no: bool) -> str:
    """The state of an action on the day, in words."""
    return state_words(action_state(action, today), silence_means_no=silence_means_no)
