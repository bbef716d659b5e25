"""Which of all deadlines somebody asked for, and how many stand how."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from lif.analysis.deadlines.deadline import Deadline, State
from lif.model.period import months_after

_SPAN = re.compile(r"(\d{1,3})([dwm])", re.ASCII)
USUAL_SPAN = "12m"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for: until which day, of which agency, role and kind, and whether only what is overdue, or all."""

    until: date
    agency: str = ""
    role: str = ""
    kind: str = ""
    only_overdue: bool = False
    everything: bool = False

    def concerns(self, one: Deadline) -> bool:
        """Whether it is of that agency, role and kind."""
        return (
            (not self.agency or self.agency in one.agencies)
            and self.role.casefold() in one.role.casefold()
            and (not self.kind or self.kind == one.kind)
        )

    @property
    def is_narrow(self) -> bool:
        """Whether only some deadlines were asked about, so that nothing need be said of the others."""
        return bool(self.agency or self.role or self.kind or self.only_overdue)

    def shows(self, one: Deadline) -> bool:
        """Whether it is shown, of those it concerns: what is open and not due later, unless all were asked for."""
        if self.only_overdue:
            return one.state is State.OVERDUE
        return self.everything or (one.state.is_open and not self.is_later(one))

    def is_later(self, one: Deadline) -> bool:
        """Whether it is open and due only after the time that was asked about."""
        return one.state.is_open and one.due is not None and one.due.earliest > self.until


def until(today: date, text: str) -> date | None:
    """The last day of `30d`, `6w` or `3m` from today; None when it is not written so."""
    match = _SPAN.fullmatch(text)
    if not match:
        return None
    number = int(match[1])
    if match[2] == "m":
        return months_after(today, number)
    return today + timedelta(days=number * (7 if match[2] == "w" else 1))


@dataclass(frozen=True, slots=True)
class Due:
    """What is shown, and what is not: how many are due later, and how many were met or ended."""

    today: date
    shown: tuple[Deadline, ...]
    summary: dict[str, int]
    later: int
    settled: int


def asked_for(found: Iterable[Deadline], wanted: Wanted, today: date) -> Due:
    """Those that were asked for, in the order given."""
    mine = tuple(one for one in found if wanted.concerns(one))
    counts = Counter(one.state for one in mine)
    return Due(
        today=today,
        shown=tuple(one for one in mine if wanted.shows(one)),
        summary={state.value: counts[state] for state in State},
        later=sum(wanted.is_later(one) for one in mine),
        settled=sum(not one.state.is_open for one in mine),
    )
