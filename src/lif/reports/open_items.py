"""Report lines on open items: overdue deadlines, stalled actions, challenges without an answer, and flags."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from lif.analysis.deadlines.deadline import Deadline, DeadlineState
from lif.analysis.deadlines.flag_clocks import FLAG_KINDS, REPORT
from lif.analysis.deadlines.stalled_actions import is_stalled, last_activity_date
from lif.analysis.duties.agencies import name_of
from lif.analysis.duties.challenges import ChallengeReading
from lif.analysis.duties.flags import FlagClock, FlagReading, FlagRecipient
from lif.model.kinds.action import Action
from lif.model.reference import RecordRef
from lif.model.snapshot import Snapshot
from lif.reports.chart import join_words
from lif.reports.cited_sentence import Line
from lif.reports.sources_differ import sources_differ

BUSINESS_UNIT_DEADLINES = {"executive-report", "yearly-report", "framework-review", "retention", "exception", REPORT}
"""Kinds of deadline that the business unit sees to itself; meetings do not chase them."""


def overdue_lines(snapshot: Snapshot, deadlines: Iterable[Deadline]) -> Iterator[Line]:
    """Every deadline that is certainly overdue and that meetings chase, with its owner."""
    for deadline in deadlines:
        if deadline.state is DeadlineState.OVERDUE and deadline.kind not in BUSINESS_UNIT_DEADLINES:
            yield deadline_line(snapshot, deadline)


def deadline_line(snapshot: Snapshot, deadline: Deadline) -> Line:
    """A deadline as a line: what is due, on which record, by when, and who is responsible."""
    entry = snapshot.entries.get(RecordRef.parse(deadline.record).record)
    what = f"{deadline.what}: {entry.record.title}" if entry and entry.kind.folder else deadline.what
    day = f"due {deadline.due}" if deadline.due else "no day set"
    responsible = owner_names(snapshot, deadline)
    return Line("; ".join(filter(None, (what, day, responsible, _moves_or_delay(deadline)))), "", (deadline.record,))


def _moves_or_delay(deadline: Deadline) -> str:
    if deadline.kind in FLAG_KINDS:
        return f"{deadline.late} over" if deadline.late else ""
    return deadline.why if deadline.kind == "action" else ""


def owner_names(snapshot: Snapshot, deadline: Deadline) -> str:
    """The agencies with the role, or the group, that is responsible; empty where none is named."""
    if deadline.agencies:
        names = join_words(tuple(name_of(snapshot, key) for key in deadline.agencies))
        return f"{names} ({deadline.role})" if deadline.role else names
    group = snapshot.group(deadline.group)
    return deadline.group if group is None else group.name


def stalled_action_lines(snapshot: Snapshot, today: date) -> Iterator[Line]:
    """Overdue actions without news for as many months as the partnership calls stalled (F4.2)."""
    months = snapshot.thresholds.stalled_after_months
    for entry in snapshot.of(Action) if snapshot.is_own else ():
        if is_stalled(entry.record, today, months):
            last = last_activity_date(entry.record)
            news = f"last heard of {last}" if last else f"how far it came: {snapshot.absent}"
            yield Line(f"{entry.record.title}: due {entry.record.due}, {news}", "", (entry.id,))


def challenge_line(snapshot: Snapshot, reading: ChallengeReading) -> Line:
    """A challenge: from whom to whom, the stage it reached, how long it has been open, and the outcome."""
    whom = join_words(reading.to) if reading.to else snapshot.absent
    parties = f"{reading.by} to {whom}" if reading.by else f"raised by: {snapshot.absent}; to {whom}"
    stage = (
        f"stage {reading.steps[-1].stage}{', formal' if reading.steps[-1].is_formal else ''}" if reading.steps else ""
    )
    due = f"answer due {reading.answer_due}{', late' if reading.is_late else ''}" if reading.answer_due else ""
    days = f"open {_days_text(reading.days_open)}" if reading.is_unanswered and reading.days_open is not None else ""
    outcome = f"what changed: {reading.outcome}" if reading.outcome else "" if reading.is_unanswered else "answered"
    more = "more information was asked for, and none has come" if reading.owes_information else ""
    text = "; ".join(filter(None, (parties, stage, due if reading.is_unanswered else "", days, more, outcome)))
    below = sources_differ(snapshot.entries[reading.id])
    return Line(f"{reading.title}: {text}", str(reading.raised or ""), (reading.id,), below=below)


def flag_line(snapshot: Snapshot, reading: FlagReading) -> Line:
    """A flag: to whom, whether each recipient acknowledged it and it was answered, how soon, and whether in time."""
    serious = "serious " if reading.is_serious else ""
    to = (
        f"to {join_words(tuple(recipient.name for recipient in reading.reached))}"
        if reading.reached
        else f"to whom: {snapshot.absent}"
    )
    answered = f"answered {reading.answered}" if reading.answered else f"answer: {snapshot.absent}"
    days = f" after {_days_text(reading.days_open)}" if reading.answered and reading.days_open is not None else ""
    reported = reading.reported_to_executive
    clock = _in_brackets(reading.clock)
    heard = f"heard by {reading.executive_group} {reported}" if reported else ""
    text = "; ".join(filter(None, (to, _acknowledgement_text(reading), f"{answered}{days}{clock}", heard)))
    kind = f"{serious}{reading.kind}".capitalize()
    named = reading.title if reading.title.casefold().startswith(kind.casefold()) else f"{kind}: {reading.title}"
    below = sources_differ(snapshot.entries[reading.id])
    return Line(f"{named}; {text}", str(reading.raised or ""), (reading.id,), below=below)


def _acknowledgement_text(reading: FlagReading) -> str:
    """`acknowledged by 3 of 4 (Police 2 working days late); not by Health (due 2026-09-21, 7 working days over)`."""
    missing: tuple[FlagRecipient, ...] = reading.unacknowledged
    if not reading.reached:
        return ""
    names = join_words(tuple(recipient.name for recipient in missing)) if missing else ""
    silent = f"; not by {names}{_in_brackets(missing[0].clock)}" if missing else ""
    replies = [recipient for recipient in reading.reached if recipient.acknowledged is not None]
    return f"acknowledged by {len(replies)} of {len(reading.reached)}{_in_time_text(replies)}{silent}"


def _in_time_text(replies: Sequence[FlagRecipient]) -> str:
    """Whether all replies came in time, or which of them came how late; empty where that cannot be told of all."""
    clocks = [(recipient.name, recipient.clock) for recipient in replies if recipient.clock]
    late = [f"{name} {clock.said}" for name, clock in clocks if clock.state is DeadlineState.MET_LATE]
    if late:
        return f" ({', '.join(late)})"
    is_in_time = bool(clocks) and all(clock.due and clock.state is DeadlineState.MET for _, clock in clocks)
    return " (in time)" if is_in_time else ""


def _in_brackets(clock: FlagClock | None) -> str:
    return f" ({clock.said})" if clock and clock.said else ""


def _days_text(days: int) -> str:
    return "1 day" if days == 1 else f"{days} days"
