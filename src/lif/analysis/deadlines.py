"""Everything with a date ahead or behind, as one list, each as it stands on a day."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from lif.analysis.agreed_days import actions, contributions, looked_at_again, re_audits, recommendations, returns
from lif.analysis.answers_due import challenges, flags
from lif.analysis.deadline import Deadline, has_begun, state_of
from lif.analysis.regular_reports import regular_reports
from lif.analysis.review_clocks import review_clocks
from lif.model.snapshot import Snapshot

_AGREED: tuple[Callable[[Snapshot], Iterator[Deadline]], ...] = (
    actions,
    recommendations,
    re_audits,
    returns,
    contributions,
    challenges,
    flags,
    looked_at_again,
)
_KINDS = (
    "action",
    "recommendation",
    "re-audit",
    "assessment",
    "contribution",
    "challenge",
    "flag",
    "executive-report",
    "yearly-report",
    "framework-review",
    "retention",
    "exception",
)


def deadlines(snapshot: Snapshot, today: date) -> tuple[Deadline, ...]:
    """All of them, the earliest day first, those without a day last."""
    found = (*review_clocks(snapshot, today), *agreed(snapshot, today))
    return tuple(sorted(found, key=_order))


def agreed(snapshot: Snapshot, today: date, *kinds: str) -> Iterator[Deadline]:
    """Those that no clock of the guidance sets, the yearly report apart; of these kinds, or all."""
    for source in _AGREED:
        yield from _judged(snapshot, source(snapshot), today, kinds)
    yield from _judged(snapshot, regular_reports(snapshot, today), today, kinds)


def _judged(snapshot: Snapshot, found: Iterator[Deadline], today: date, kinds: tuple[str, ...]) -> Iterator[Deadline]:
    for one in found:
        if has_begun(one.start, today) and (not kinds or one.kind in kinds):
            met = one.met if has_begun(one.met, today) else None
            yield replace(one, met=met, state=state_of(one.due, met, today, silence_means_no=snapshot.is_own))


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
