"""The challenge log: stages reached, days open and outcome of each professional challenge (F3.5, F4.8)."""

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
    """A stage that was reached, and the days since the previous step; None where a day is not known exactly."""

    stage: str
    is_formal: bool
    date: When
    days: int | None


@dataclass(frozen=True, slots=True)
class ChallengeReading:
    """One challenge as of a day; a field is empty where nothing is recorded.

    `days_open` counts to the answer, or to that day while there is none; None where the day on which it was raised is
    not known exactly. `owes_information`: the challenge asks for more information, and no response is recorded.
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
        """Whether it has been neither answered nor closed."""
        return self.answered is None and self.closed is None


def challenge_log(snapshot: Snapshot, today: date) -> tuple[ChallengeReading, ...]:
    """Every challenge, unanswered ones first, each group from the earliest raised."""
    readings = (read_challenge(snapshot, entry, today) for entry in snapshot.of(Challenge))
    return tuple(
        sorted(
            readings,
            key=lambda reading: (
                not reading.is_unanswered,
                reading.raised.earliest if reading.raised else date.max,
                reading.id,
            ),
        )
    )


def read_challenge(snapshot: Snapshot, entry: Entry[Challenge], today: date) -> ChallengeReading:
    """One entry of the log."""
    record = entry.record
    open_until = record.answered or record.closed
    answered_late = record.answer_due and record.answered and record.answered.earliest > record.answer_due
    still_late = record.answer_due and open_until is None and record.answer_due < today
    return ChallengeReading(
        id=entry.id,
        title=record.title,
        by=_raised_by(snapshot, record),
        to=tuple(name_of(snapshot, key) for key in record.to),
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


def _raised_by(snapshot: Snapshot, record: Challenge) -> str:
    """The name of the agency or group that raised the challenge."""
    if record.by:
        return name_of(snapshot, record.by)
    group = snapshot.group(record.by_group)
    return group.name if group else record.by_group or ""


def _steps(snapshot: Snapshot, record: Challenge) -> tuple[Step, ...]:
    policy: tuple[EscalationStage, ...] = snapshot.partnership.escalation if snapshot.partnership else ()
    formal = {step.stage for step in policy if step.formal}
    previous_dates = (record.raised, *(step.date for step in record.stages))
    return tuple(
        Step(step.stage.value, step.stage in formal, step.date, days_between(previous, step.date))
        for previous, step in zip(previous_dates, record.stages, strict=False)
    )
