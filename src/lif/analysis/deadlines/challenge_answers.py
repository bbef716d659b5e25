"""Deadlines of answers to professional challenges (F4.8)."""

from collections.abc import Iterator

from lif.analysis.deadlines.deadline import Deadline, date_between
from lif.model.kinds.challenge import Challenge
from lif.model.period import When
from lif.model.snapshot import Snapshot


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
