"""Actions by what has become of them and by how strong their kind is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lif.analysis.strength import STRENGTH, Strength
from lif.model.kinds.action import Action
from lif.reports.chart import Chart, Columns, listed

NOT_SAID = "kind not recorded"
STATES = ("overdue", "under way", "done", "closed")
"""What has become of an action: done is not yet closed."""


@dataclass(frozen=True, slots=True)
class ActionsChart(Chart):
    """How many actions there are of each strength, stronger first, in each state."""

    rows: tuple[tuple[str, tuple[int, ...]], ...]

    @property
    def says(self) -> str:
        """How many actions, how many of which strength, and how many are in which state."""
        total = sum(sum(counts) for _, counts in self.rows)
        strengths = tuple(f"{sum(counts)} {strength}" for strength, counts in self.rows)
        states = tuple(
            f"{count} {state}"
            for at, state in enumerate(STATES)
            if (count := sum(counts[at] for _, counts in self.rows))
        )
        return f"{total} {'action' if total == 1 else 'actions'}: {listed(strengths)}; of all, {listed(states)}."

    @property
    def table(self) -> Columns:
        """A strength in each row, a state in each column."""
        rows = tuple((strength, *map(str, counts)) for strength, counts in self.rows)
        return Columns(("Strength of its kind", *STATES), rows, tuple(range(1, len(STATES) + 1)))


def actions_chart(name: str, actions: Iterable[Action], today: date) -> ActionsChart | None:
    """The chart of these actions as they stand on the day; None where there are none."""
    found = [(_strength(action), _state(action, today)) for action in actions]
    strengths = (*(str(one) for one in Strength), *((NOT_SAID,) if any(one == NOT_SAID for one, _ in found) else ()))
    rows = tuple((strength, tuple(found.count((strength, state)) for state in STATES)) for strength in strengths)
    return ActionsChart(name, "Actions by state and strength", rows) if found else None


def _strength(action: Action) -> str:
    return str(STRENGTH[action.action_kind]) if action.action_kind else NOT_SAID


def _state(action: Action, today: date) -> str:
    if action.closed:
        return "closed"
    if action.done:
        return "done"
    return "overdue" if action.due and action.due < today else "under way"
