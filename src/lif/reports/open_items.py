"""What waits for somebody: deadlines that have passed, challenges without an answer, and flags with their proof."""

from collections.abc import Iterable, Iterator
from datetime import date

from lif.analysis.deadlines.deadline import Deadline, State
from lif.analysis.deadlines.stalled_actions import is_stalled, last_heard
from lif.analysis.duties.agencies import name_of
from lif.analysis.duties.challenges import ChallengeRead
from lif.analysis.duties.flags import FlagRead, Reached
from lif.model.kinds.action import Action
from lif.model.snapshot import Snapshot
from lif.reports.chart import listed
from lif.reports.cited_sentence import Line

REPORTS = {"executive-report", "yearly-report", "framework-review", "retention", "exception"}
"""Kinds of deadline that are the business unit's own, and not for a meeting to chase."""


def overdue(snapshot: Snapshot, found: Iterable[Deadline]) -> Iterator[Line]:
    """Everything that is certainly late, with who sees to it; challenges and flags have sections of their own."""
    for one in found:
        if one.state is State.OVERDUE and one.kind not in {"challenge", "flag", *REPORTS}:
            yield told(snapshot, one)


def told(snapshot: Snapshot, one: Deadline) -> Line:
    """A deadline: what, on which record, by when, and who sees to it."""
    entry = snapshot.entries.get(one.record.partition("#")[0])
    what = f"{one.what}: {entry.record.title}" if entry and entry.kind.folder else one.what
    day = f"due {one.due}" if one.due else "no day set"
    by = owner(snapshot, one)
    return Line("; ".join(filter(None, (what, day, by, _moved(one)))), "", (one.record,))


def _moved(one: Deadline) -> str:
    return one.why if one.kind == "action" else ""


def owner(snapshot: Snapshot, one: Deadline) -> str:
    """The agencies with the role, or the group, that sees to it; empty where nobody is named."""
    if one.agencies:
        names = listed(tuple(name_of(snapshot, key) for key in one.agencies))
        return f"{names} ({one.role})" if one.role else names
    return str(getattr(snapshot.registers["group"].get(one.group), "name", one.group))


def stalled(snapshot: Snapshot, today: date) -> Iterator[Line]:
    """Actions past their day of which nothing was heard for as long as the partnership calls stalled (F4.2)."""
    months = snapshot.thresholds.stalled_after_months
    for entry in snapshot.of(Action) if snapshot.is_own else ():
        if is_stalled(entry.record, today, months):
            last = last_heard(entry.record)
            said = f"last heard of {last}" if last else f"how far it came: {snapshot.absent}"
            yield Line(f"{entry.record.title}: due {entry.record.due}, {said}", "", (entry.id,))


def challenge(snapshot: Snapshot, one: ChallengeRead) -> Line:
    """A challenge: from whom to whom, how far it went, how long it has been open, and what came of it."""
    parties = f"{one.by or 'Somebody'} to {listed(one.to) if one.to else snapshot.absent}"
    stage = f"stage {one.steps[-1].stage}{', formal' if one.steps[-1].is_formal else ''}" if one.steps else ""
    due = f"answer due {one.answer_due}{', late' if one.is_late else ''}" if one.answer_due else ""
    days = f"open {_days(one.days_open)}" if one.is_unanswered and one.days_open is not None else ""
    came = f"what changed: {one.outcome}" if one.outcome else "" if one.is_unanswered else "answered"
    more = "more information was asked for, and none has come" if one.owes_information else ""
    told = "; ".join(filter(None, (parties, stage, due if one.is_unanswered else "", days, more, came)))
    return Line(f"{one.title}: {told}", str(one.raised or ""), (one.id,))


def flag(snapshot: Snapshot, one: FlagRead) -> Line:
    """A flag: to whom, whether each says that it reached them, whether it was answered, and how long that took."""
    serious = "serious " if one.is_serious else ""
    to = (
        f"to {listed(tuple(reached.name for reached in one.reached))}" if one.reached else f"to whom: {snapshot.absent}"
    )
    answered = f"answered {one.answered}" if one.answered else f"answer: {snapshot.absent}"
    days = f" after {_days(one.days_open)}" if one.answered and one.days_open is not None else ""
    heard = f"heard by the Executive {one.reported_to_executive}" if one.reported_to_executive else ""
    told = "; ".join(filter(None, (to, _acknowledged(one), f"{answered}{days}", heard)))
    kind = f"{serious}{one.kind}".capitalize()
    named = one.title if one.title.casefold().startswith(kind.casefold()) else f"{kind}: {one.title}"
    return Line(f"{named}; {told}", str(one.raised or ""), (one.id,))


def _acknowledged(one: FlagRead) -> str:
    missing: tuple[Reached, ...] = one.unacknowledged
    if not one.reached:
        return ""
    there = len(one.reached) - len(missing)
    silent = f"; not by {listed(tuple(reached.name for reached in missing))}" if missing else ""
    return f"acknowledged by {there} of {len(one.reached)}{silent}"


def _days(days: int) -> str:
    return "1 day" if days == 1 else f"{days} days"
