"""Select deadlines by date, agency, role and kind, and count them by state."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from lif.analysis.deadlines.deadline import Deadline, DeadlineState
from lif.model.period import months_after

_SPAN = re.compile(r"(\d{1,3})([dwm])", re.ASCII)
DEFAULT_SPAN = "12m"


@dataclass(frozen=True, slots=True)
class DeadlineFilter:
    """Which deadlines to show: until which day, of which agency, role and kind, only overdue ones, or all."""

    until: date
    agency: str = ""
    role: str = ""
    kind: str = ""
    only_overdue: bool = False
    everything: bool = False

    def concerns(self, deadline: Deadline) -> bool:
        """Whether the deadline is of that agency, role and kind."""
        return (
            (not self.agency or self.agency in deadline.agencies)
            and self.role.casefold() in deadline.role.casefold()
            and (not self.kind or self.kind == deadline.kind)
        )

    @property
    def is_narrow(self) -> bool:
        """Whether only some deadlines are wanted, so that the output says nothing about the others."""
        return bool(self.agency or self.role or self.kind or self.only_overdue)

    def shows(self, deadline: Deadline) -> bool:
        """Whether to show a deadline that `concerns` accepts: open and not due later, unless all are wanted."""
        if self.only_overdue:
            return deadline.state is DeadlineState.OVERDUE
        return self.everything or (deadline.state.is_open and not self.is_later(deadline))

    def is_later(self, deadline: Deadline) -> bool:
        """Whether the deadline is open and due only after `until`."""
        return deadline.state.is_open and deadline.due is not None and deadline.due.earliest > self.until


def last_day_of(today: date, text: str) -> date | None:
    """The last day of `30d`, `6w` or `3m` from today; None where the text has another form."""
    match = _SPAN.fullmatch(text)
    if not match:
        return None
    number = int(match[1])
    if match[2] == "m":
        return months_after(today, number)
    return today + timedelta(days=number * (7 if match[2] == "w" else 1))


@dataclass(frozen=True, slots=True)
class DueList:
    """The deadlines to show, and the number in each state, those not shown included."""

    today: date
    shown: tuple[Deadline, ...]
    summary: dict[str, int]


def select_deadlines(deadlines: Iterable[Deadline], wanted: DeadlineFilter, today: date) -> DueList:
    """Select the deadlines that are wanted, in the order given."""
    concerned = tuple(deadline for deadline in deadlines if wanted.concerns(deadline))
    counts = Counter(deadline.state for deadline in concerned)
    return DueList(
        today=today,
        shown=tuple(deadline for deadline in concerned if wanted.shows(deadline)),
        summary={state.value: counts[state] for state in DeadlineState},
    )
