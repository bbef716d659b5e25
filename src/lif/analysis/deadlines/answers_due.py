"""Deadlines of answers: to professional challenges (F4.8) and to flagged risks (F7.6)."""

from collections.abc import Iterator

from lif.analysis.deadlines.deadline import Deadline, date_between
from lif.analysis.duties.agencies import name_of
from lif.model.kinds.challenge import Challenge
from lif.model.kinds.flag import Flag
from lif.model.period import When
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import FlagKind


def challenge_deadlines(snapshot: Snapshot) -> Iterator[Deadline]:
    """Yield the answers to challenges: due on the day set, or within the working days of the stage reached."""
    for entry in snapshot.of(Challenge):
        challenge = entry.record
        due, why = _answer_due(snapshot, challenge)
        yield Deadline(
            kind="challenge",
            what="Answer to a challenge",
            record=entry.id,
            at=("answer_due",) if challenge.answer_due else ("raised",),
            due=due,
            why=why,
            agencies=challenge.to,
            start=challenge.raised,
            met=challenge.answered or challenge.closed,
        )


def _answer_due(snapshot: Snapshot, challenge: Challenge) -> tuple[When | None, str]:
    """When the answer is due, None where no day follows from the records, and why."""
    if challenge.answer_due:
        return date_between(challenge.answer_due, challenge.answer_due), ""
    partnership = snapshot.partnership
    days_by_stage = {step.stage: step.answer_within_days for step in partnership.escalation} if partnership else {}
    last_stage = challenge.stages[-1] if challenge.stages else None
    days = days_by_stage.get(last_stage.stage) if last_stage else None
    if last_stage is None or days is None:
        return None, "no day is set for the answer"
    after = snapshot.calendar.after
    due = date_between(after(last_stage.date.earliest, days), after(last_stage.date.latest, days))
    return due, f"{days} working days from {last_stage.date}, when stage {last_stage.stage} was reached"


def _acknowledged_by(snapshot: Snapshot, flag: Flag) -> str:
    """The agencies that acknowledged the flag, and when, in words."""
    agencies = ", ".join(f"{name_of(snapshot, reply.agency)} {reply.date}" for reply in flag.acknowledged)
    return f"acknowledged by {agencies}" if agencies else f"acknowledged: {snapshot.absent}"


def flag_deadlines(snapshot: Snapshot) -> Iterator[Deadline]:
    """Yield the answers to flagged risks: they have no due day and are open from the day the flag was raised."""
    for entry in snapshot.of(Flag):
        flag = entry.record
        if flag.flag_kind is FlagKind.RISK:
            acknowledged = _acknowledged_by(snapshot, flag)
            yield Deadline(
                kind="flag",
                what="Answer to a serious risk flagged" if flag.serious else "Answer to a risk flagged",
                record=entry.id,
                at=("answered",) if flag.answered else ("raised",),
                due=None,
                why=f"raised {flag.raised}; {acknowledged}" if flag.raised else acknowledged,
                agencies=flag.to,
                start=flag.raised,
                met=flag.answered,
            )
