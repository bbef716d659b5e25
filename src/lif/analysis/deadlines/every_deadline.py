"""Everything with a date ahead or behind, as one list, each as it stands on a day."""

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

_AGREED: tuple[tuple[tuple[str, ...], Callable[[Snapshot], Iterator[Deadline]]], ...] = (
    (("action",), actions),
    (("recommendation",), recommendations),
    (("re-audit",), re_audits),
    (("assessment",), returns),
    (("contribution",), contributions),
    (("challenge",), challenges),
    (("flag",), flags),
    (("retention", "exception"), looked_at_again),
)
"""What the records set, each with the kinds of deadline it gives."""
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
    """All of them, the earliest day first, those without a day last."""
    found = (*review_clocks(snapshot, today), *agreed(snapshot, today))
    return tuple(sorted(found, key=_order))


def agreed(snapshot: Snapshot, today: date) -> Iterator[Deadline]:
    """Those that no clock of the guidance sets, the yearly report apart."""
    for one in _found(snapshot, today, frozenset(_KINDS)):
        yield _judged(snapshot, one, today)


def overdue(snapshot: Snapshot, today: date, *kinds: str) -> Iterator[Deadline]:
    """Those of them that are of these kinds and certainly overdue."""
    for one in _found(snapshot, today, frozenset(kinds)):
        if _stands(snapshot, one, today)[1] is State.OVERDUE:
            yield _judged(snapshot, one, today)


def _found(snapshot: Snapshot, today: date, kinds: frozenset[str]) -> Iterator[Deadline]:
    """Whatever had begun by then, of these kinds."""
    sources = [source(snapshot) for gives, source in _AGREED if not kinds.isdisjoint(gives)]
    if not kinds.isdisjoint(_REGULAR):
        sources.append(regular_reports(snapshot, today))
    for source in sources:
        yield from (one for one in source if one.kind in kinds and has_begun(one.start, today))


def _judged(snapshot: Snapshot, one: Deadline, today: date) -> Deadline:
    met, state = _stands(snapshot, one, today)
    return replace(one, met=met, state=state)


def _stands(snapshot: Snapshot, one: Deadline, today: date) -> tuple[When | None, State]:
    """When it was met, as far as anybody knew that day, and how it stands."""
    met = one.met if has_begun(one.met, today) else None
    return met, state_of(one.due, met, today, silence_means_no=snapshot.is_own)


def _order(one: Deadline) -> tuple[bool, date, str, str, str]:
    day = one.due or one.start
    return (one.due is None, day.earliest if day else date.max, one.kind, one.record, str(one.at))


def seen_alike(whole: Snapshot, view: Snapshot, today: date) -> tuple[Deadline, ...]:
    """What an audience may be told: deadlines that stand the same whether or not what it may not see is counted."""
    known = set(deadlines(whole, today))
    return tuple(one for one in deadlines(view, today) if one in known)


def kinds_of_deadline(snapshot: Snapshot) -> tuple[str, ...]:
    """The kinds that a deadline can be of: the clocks of the guidance, and what the records set."""
    clocks = (clock.key for edition in snapshot.guidance for clock in edition.clocks)
    return tuple(dict.fromkeys((*clocks, *_KINDS)))
