"""The challenge log: how far each challenge went, how long it has been open, and what came of it (F3.5, F4.8)."""

from dataclasses import dataclass
from datetime import date

from lif.analysis.chronology.record_date import days_between
from lif.analysis.duties.agencies import name_of
from lif.model.kinds.challenge import Challenge
from lif.model.kinds.partnership import EscalationStage
from lif.model.period import When
from lif.model.snapshot import Entry, Snapshot


@dataclass(frozen=True, slots=True)
class Step:
    """A stage that was reached, and the days since the step before it; None where a day is not known exactly."""

    stage: str
    is_formal: bool
    date: When
    days: int | None


@dataclass(frozen=True, slots=True)
class ChallengeRead:
    """One challenge as of a day; what is not recorded is empty.

    `days_open` counts to the answer, or to the day asked about while there is none; None where it is not known when it
    was raised, or not to the day. `owes_information`: more information was asked for, and no answer says anything.
    """

    id: str
    title: str
    by: str
    to: tuple[str, ...]
    about: str
    raised: When | None
    steps: tuple[Step, ...]
    asked_for: str
    answer_due: date | None
    answered: When | None
    days_open: int | None
    is_late: bool
    owes_information: bool
    response: str
    outcome: str
    closed: When | None

    @property
    def is_unanswered(self) -> bool:
        """Whether nobody has answered, and nobody has closed it."""
        return self.answered is None and self.closed is None


def challenge_log(snapshot: Snapshot, today: date) -> tuple[ChallengeRead, ...]:
    """Every challenge, the unanswered first, then from the one raised first."""
    read = (read_challenge(snapshot, entry, today) for entry in snapshot.of(Challenge))
    return tuple(
        sorted(read, key=lambda one: (not one.is_unanswered, one.raised.earliest if one.raised else date.max, one.id))
    )


def read_challenge(snapshot: Snapshot, entry: Entry[Challenge], today: date) -> ChallengeRead:
    """One entry of the log."""
    record = entry.record
    open_until = record.answered or record.closed
    answered_late = record.answer_due and record.answered and record.answered.earliest > record.answer_due
    still_late = record.answer_due and open_until is None and record.answer_due < today
    return ChallengeRead(
        id=entry.id,
        title=record.title,
        by=_by(snapshot, record),
        to=tuple(name_of(snapshot, one) for one in record.to),
        about=record.about or "",
        raised=record.raised,
        steps=_steps(snapshot, record),
        asked_for=record.asked_for or "",
        answer_due=record.answer_due,
        answered=record.answered,
        days_open=days_between(record.raised, open_until or When.parse(today)),
        is_late=bool(answered_late or still_late),
        owes_information=bool(record.asks_for_information and not record.response),
        response=record.response or "",
        outcome=record.outcome or "",
        closed=record.closed,
    )


def _by(snapshot: Snapshot, record: Challenge) -> str:
    if record.by:
        return name_of(snapshot, record.by)
    group = snapshot.registers["group"].get(record.by_group or "")
    return str(getattr(group, "name", record.by_group or ""))


def _steps(snapshot: Snapshot, record: Challenge) -> tuple[Step, ...]:
    listed: tuple[EscalationStage, ...] = snapshot.partnership.escalation if snapshot.partnership else ()
    formal = {one.stage for one in listed if one.formal}
    before = (record.raised, *(one.date for one in record.stages))
    return tuple(
        Step(one.stage.value, one.stage in formal, one.date, days_between(earlier, one.date))
        for earlier, one in zip(before, record.stages, strict=False)
    )
