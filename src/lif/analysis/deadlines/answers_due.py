"""Answers that are waited for: to professional challenges (F4.8), and to risks that were flagged (F7.6)."""

from collections.abc import Iterator

from lif.analysis.deadlines.deadline import Deadline, span
from lif.analysis.duties.agencies import name_of
from lif.model.kinds.challenge import Challenge
from lif.model.kinds.flag import Flag
from lif.model.period import When
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import FlagKind


def challenges(snapshot: Snapshot) -> Iterator[Deadline]:
    """The answer to a challenge: by the day that was set, or within the working days of the stage it has reached."""
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
    if challenge.answer_due:
        return span(challenge.answer_due, challenge.answer_due), ""
    partnership = snapshot.partnership
    within = {one.stage: one.answer_within_days for one in partnership.escalation} if partnership else {}
    reached = challenge.stages[-1] if challenge.stages else None
    days = within.get(reached.stage) if reached else None
    if reached is None or days is None:
        return None, "no day is set for the answer"
    after = snapshot.calendar.after
    due = span(after(reached.date.earliest, days), after(reached.date.latest, days))
    return due, f"{days} working days from {reached.date}, when stage {reached.stage} was reached"


def _heard(snapshot: Snapshot, flag: Flag) -> str:
    """Who has said that it reached them."""
    said = ", ".join(f"{name_of(snapshot, one.agency)} {one.date}" for one in flag.acknowledged)
    return f"acknowledged by {said}" if said else f"acknowledged: {snapshot.absent}"


def flags(snapshot: Snapshot) -> Iterator[Deadline]:
    """The answer to a risk that was flagged: it has no day, and is waited for from the day it was raised."""
    for entry in snapshot.of(Flag):
        flag = entry.record
        if flag.flag_kind is FlagKind.RISK:
            heard = _heard(snapshot, flag)
            yield Deadline(
                kind="flag",
                what="Answer to a serious risk flagged" if flag.serious else "Answer to a risk flagged",
                record=entry.id,
                at=("answered",) if flag.answered else ("raised",),
                due=None,
                why=f"raised {flag.raised}; {heard}" if flag.raised else heard,
                agencies=flag.to,
                start=flag.raised,
                met=flag.answered,
            )
