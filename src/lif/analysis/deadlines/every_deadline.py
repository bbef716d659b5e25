"""All deadlines of a snapshot as one list, each with its state on a day."""

from collections.abc import Callable, Iterator
from datetime import date

from lif.analysis.deadlines.agreed_dates import (
    action_deadlines,
    contribution_deadlines,
    reaudit_deadlines,
    recommendation_deadlines,
    retention_and_exception_deadlines,
    return_deadlines,
)
from lif.analysis.deadlines.challenge_answers import challenge_deadlines
from lif.analysis.deadlines.deadline import Deadline, DeadlineState, may_have_happened, met_and_state, with_state
from lif.analysis.deadlines.flag_clocks import FLAG_KINDS, flag_deadlines
from lif.analysis.deadlines.recurring_reports import regular_report_deadlines
from lif.analysis.deadlines.statutory_clocks import review_clocks
from lif.model.snapshot import Snapshot

_SOURCES: tuple[tuple[tuple[str, ...], Callable[[Snapshot], Iterator[Deadline]]], ...] = (
    (("action",), action_deadlines),
    (("recommendation",), recommendation_deadlines),
    (("re-audit",), reaudit_deadlines),
    (("assessment",), return_deadlines),
    (("contribution",), contribution_deadlines),
    (("challenge",), challenge_deadlines),
    (FLAG_KINDS, flag_deadlines),
    (("retention", "exception"), retention_and_exception_deadlines),
)
"""The functions that read deadlines from records, each with the kinds of deadline it yields."""
_REGULAR = ("executive-report", "yearly-report", "framework-review")
_KINDS = (
    "action",
    "recommendation",
    "re-audit",
    "assessment",
    "contribution",
    "challenge",
    *FLAG_KINDS,
    *_REGULAR,
    "retention",
    "exception",
)


def deadlines(snapshot: Snapshot, today: date) -> tuple[Deadline, ...]:
    """All deadlines, earliest due day first, deadlines without a due day last."""
    unsorted_deadlines = (*review_clocks(snapshot, today), *recorded_deadlines(snapshot, today))
    return tuple(sorted(unsorted_deadlines, key=_sort_key))


def recorded_deadlines(snapshot: Snapshot, today: date) -> Iterator[Deadline]:
    """Yield the deadlines that no clock of the guidance sets, and those of the yearly report."""
    for deadline in _unjudged(snapshot, today, frozenset(_KINDS)):
        yield with_state(snapshot, deadline, today)


def overdue_deadlines(snapshot: Snapshot, today: date, *kinds: str) -> Iterator[Deadline]:
    """Yield the deadlines of these kinds that are certainly overdue."""
    for deadline in _unjudged(snapshot, today, frozenset(kinds)):
        if met_and_state(snapshot, deadline, today)[1] is DeadlineState.OVERDUE:
            yield with_state(snapshot, deadline, today)


def _unjudged(snapshot: Snapshot, today: date, kinds: frozenset[str]) -> Iterator[Deadline]:
    """Yield the deadlines of these kinds that had started by that day, before their state is worked out."""
    sources = [read(snapshot) for yielded_kinds, read in _SOURCES if not kinds.isdisjoint(yielded_kinds)]
    if not kinds.isdisjoint(_REGULAR):
        sources.append(regular_report_deadlines(snapshot, today))
    for source in sources:
        yield from (
            deadline for deadline in source if deadline.kind in kinds and may_have_happened(deadline.start, today)
        )


def _sort_key(deadline: Deadline) -> tuple[bool, date, str, str, str]:
    day = deadline.due or deadline.start
    return (deadline.due is None, day.earliest if day else date.max, deadline.kind, deadline.record, str(deadline.at))


def kinds_of_deadline(snapshot: Snapshot) -> tuple[str, ...]:
    """The kinds of deadline: the clocks of the guidance, and the kinds set in records."""
    clocks = (clock.key for edition in snapshot.guidance for clock in edition.clocks)
    return tuple(dict.fromkeys((*clocks, *_KINDS)))
