"""Actions by what has become of them and by how strong their kind is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lif.analysis.deadlines.deadline import has_begun
from lif.analysis.impact.action_strength import STRENGTH, Strength
from lif.model.kinds.action import Action
from lif.reports.chart import Chart, Columns, listed

NOT_SAID = "kind not recorded"
STATES = ("overdue", "under way", "done", "closed")
"""What has become of an action: done is not yet closed."""
STATES_OF_OTHERS = ("past its day, not known to be done", "not known to be done", "done", "closed")
"""The same where others compiled the records: what is not in the sources read may have been done."""


@dataclass(frozen=True, slots=True)
class ActionsChart(Chart):
    """How many actions there are of each strength, stronger first, in each state."""

    rows: tuple[tuple[str, tuple[int, ...]], ...]
    states: tuple[str, ...] = STATES

    @property
    def says(self) -> str:
        """How many actions, how many of which strength, and how many are in which state."""
        total = sum(sum(counts) for _, counts in self.rows)
        strengths = tuple(f"{sum(counts)} {strength}" for strength, counts in self.rows)
        states = tuple(
            f"{count} {state}"
            for at, state in enumerate(self.states)
            if (count := sum(counts[at] for _, counts in self.rows))
        )
        return f"{total} {'action' if total == 1 else 'actions'}: {listed(strengths)}; of all, {listed(states)}."

    @property
    def table(self) -> Columns:
        """A strength in each row, a state in each column."""
        rows = tuple((strength, *map(str, counts)) for strength, counts in self.rows)
        return Columns(("Strength of its kind", *self.states), rows, tuple(range(1, len(self.states) + 1)))


def actions_chart(
    name: str, actions: Iterable[Action], today: date, *, silence_means_no: bool = True
) -> ActionsChart | None:
    """The chart of these actions as they stand on the day; None where there are none."""
    states = states_in(silence_means_no=silence_means_no)
    found = [(strength_of(one), state_of(one, today, silence_means_no=silence_means_no)) for one in actions]
    strengths = (*(str(one) for one in Strength), *((NOT_SAID,) if any(one == NOT_SAID for one, _ in found) else ()))
    rows = tuple((strength, tuple(found.count((strength, state)) for state in states)) for strength in strengths)
    return ActionsChart(name, "Actions by state and strength", rows, states) if found else None


def strength_of(action: Action) -> str:
    """How strong its kind is, or that nobody said which kind it is."""
    return str(STRENGTH[action.action_kind]) if action.action_kind else NOT_SAID


def states_in(*, silence_means_no: bool) -> tuple[str, ...]:
    """The states an action can be in, as these records can know them."""
    return STATES if silence_means_no else STATES_OF_OTHERS


def state_of(action: Action, today: date, *, silence_means_no: bool) -> str:
    """What has become of an action by the day; what certainly came later has not happened."""
    late, under_way, done, closed = states_in(silence_means_no=silence_means_no)
    if has_begun(action.closed, today) and action.closed:
        return closed
    if has_begun(action.done, today) and action.done:
        return done
    return late if action.due and action.due < today else under_way
