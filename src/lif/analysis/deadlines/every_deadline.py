"""All deadlines of a snapshot as one list, each with its state on a day."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from lif.analysis.deadlines.agreed_dates import (
    actions,
    contributions,
    looked_at_again,
    re_audits,
    recommendations,
    returns,
)
from lif.analysis.deadlines.answers_due import challenges, flags
from lif.analysis.deadlines.deadline import Deadline, State, has_begun, state_of
from lif.analysis.deadlines.recurring_reports import regular_reports
from lif.analysis.deadlines.statutory_clocks import review_clocks
from lif.model.period import When
from lif.model.snapshot import Snapshot

_SOURCES: tuple[tuple[tuple[str, ...], Callable[[Snapshot], Iterator[Deadline]]], ...] = (
    (("action",), actions),
    (("recommendation",), recommendations),
    (("re-audit",), re_audits),
    (("assessment",), returns),
    (("contribution",), contributions),
    (("challenge",), challenges),
    (("flag",), flags),
    (("retention", "exception"), looked_at_again),
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
    "flag",
    *_REGULAR,
    "retention",
    "exception",
)


def deadlines(snapshot: Snapshot, today: date) -> tuple[Deadline, ...]:
    """All deadlines, earliest due day first, deadlines without a due day last."""
    unsorted_deadlines = (*review_clocks(snapshot, today), *agreed(snapshot, today))
    return tuple(sorted(unsorted_deadlines, key=_sort_key))


def agreed(snapshot: Snapshot, today: date) -> Iterator[Deadline]:
    """Yield the deadlines that no clock of the guidance sets, and those of the yearly report."""
    for deadline in _unjudged(snapshot, today, frozenset(_KINDS)):
        yield _with_state(snapshot, deadline, today)


def overdue(snapshot: Snapshot, today: date, *kinds: str) -> Iterator[Deadline]:
    """Yield the deadlines of these kinds that are certainly overdue."""
    for deadline in _unjudged(snapshot, today, frozenset(kinds)):
        if _met_and_state(snapshot, deadline, today)[1] is State.OVERDUE:
            yield _with_state(snapshot, deadline, today)


def _unjudged(snapshot: Snapshot, today: date, kinds: frozenset[str]) -> Iterator[Deadline]:
    """Yield the deadlines of these kinds that had started by that day, before their state is worked out."""
    sources = [read(snapshot) for yielded_kinds, read in _SOURCES if not kinds.isdisjoint(yielded_kinds)]
    if not kinds.isdisjoint(_REGULAR):
        sources.append(regular_reports(snapshot, today))
    for source in sources:
        yield from (deadline for deadline in source if deadline.kind in kinds and has_begun(deadline.start, today))


def _with_state(snapshot: Snapshot, deadline: Deadline, today: date) -> Deadline:
    met, state = _met_and_state(snapshot, deadline, today)
    return replace(deadline, met=met, state=state)


def _met_and_state(snapshot: Snapshot, deadline: Deadline, today: date) -> tuple[When | None, State]:
    """When the deadline was met, as far as was known that day, and its state."""
    met = deadline.met if has_begun(deadline.met, today) else None
    return met, state_of(deadline.due, met, today, silence_means_no=snapshot.is_own)


def _sort_key(deadline: Deadline) -> tuple[bool, date, str, str, str]:
    day = deadline.due or deadline.start
    return (deadline.due is None, day.earliest if day else date.max, deadline.kind, deadline.record, str(deadline.at))


def seen_alike(whole: Snapshot, view: Snapshot, today: date) -> tuple[Deadline, ...]:
    """The deadlines an audience may see: those that are the same with and without the records withheld from it."""
    deadlines_of_whole = set(deadlines(whole, today))
    return tuple(deadline for deadline in deadlines(view, today) if deadline in deadlines_of_whole)


def kinds_of_deadline(snapshot: Snapshot) -> tuple[str, ...]:
    """The kinds of deadline: the clocks of the guidance, and the kinds set in records."""
    clocks = (clock.key for edition in snapshot.guidance for clock in edition.clocks)
    return tuple(dict.fromkeys((*clocks, *_KINDS)))
