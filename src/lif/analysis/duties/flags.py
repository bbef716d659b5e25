"""Flags: evidence that each reached its agencies and partners, its answer, and whether in time (F7.5, F7.6)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lif.analysis.chronology.record_date import days_between
from lif.analysis.deadlines.deadline import Deadline, DeadlineState, with_state
from lif.analysis.deadlines.flag_clocks import ACKNOWLEDGEMENT, ANSWER, clocks_of_flag
from lif.analysis.duties.agencies import name_of, roles_on
from lif.analysis.duties.groups import group_name
from lif.model.kinds.flag import Flag
from lif.model.period import When
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import AgencyRole, GroupTask


@dataclass(frozen=True, slots=True)
class FlagClock:
    """One clock of a flag as of a day: the due day, the state, and by how many working days it is or was late."""

    due: When | None
    state: DeadlineState
    late: str

    @property
    def is_owed(self) -> bool:
        """Whether it is certainly overdue, or owed without a due day because the day of raising is not recorded."""
        return self.state in {DeadlineState.OVERDUE, DeadlineState.NO_DAY}

    @property
    def said(self) -> str:
        """`in time`, `3 working days late`, `due 2026-09-25, 4 working days over`, `due 2026-10-02`; or empty.

        Empty where no due day is known, and where the dates are not precise enough to tell.
        """
        if self.due is None or (self.state is DeadlineState.CANNOT_TELL and not self.late):
            return ""
        if self.state is DeadlineState.MET:
            return "in time"
        if self.state is DeadlineState.MET_LATE:
            return f"{self.late} late"
        return f"due {self.due}{f', {self.late} over' if self.late else ''}"


@dataclass(frozen=True, slots=True)
class FlagRecipient:
    """An agency that was sent a flag, and when it acknowledged the flag; None where it has not.

    `as_partner`: the flag was sent to it as a safeguarding partner. `is_partner`: the partnership's list of agencies
    says that it was one. `clock` is that of its acknowledgement; None for a strength, which has none.
    """

    agency: str
    name: str
    as_partner: bool
    is_partner: bool
    acknowledged: When | None
    role: str
    days: int | None
    clock: FlagClock | None


@dataclass(frozen=True, slots=True)
class FlagReading:
    """One flag as of a day: `reached` are the agencies it was sent to; `days_open` counts to its answer or that day.

    `clock` is that of the answer; None for a strength, which has none. `executive_group` is the name of the executive
    group on the day it heard of the flag, or on that day.
    """

    id: str
    title: str
    kind: str
    is_serious: bool
    raised: When | None
    reached: tuple[FlagRecipient, ...]
    answered: When | None
    answer: str
    days_open: int | None
    clock: FlagClock | None
    reported_to_executive: When | None
    executive_group: str

    @property
    def unacknowledged(self) -> tuple[FlagRecipient, ...]:
        """The agencies that have not acknowledged the flag."""
        return tuple(recipient for recipient in self.reached if recipient.acknowledged is None)


def flag_log(snapshot: Snapshot, today: date) -> tuple[FlagReading, ...]:
    """Every flag, serious risks first, each group from the earliest raised."""
    readings = (read_flag(snapshot, entry, today) for entry in snapshot.of(Flag))
    return tuple(
        sorted(
            readings,
            key=lambda flag: (not flag.is_serious, flag.raised.earliest if flag.raised else date.max, flag.id),
        )
    )


def read_flag(snapshot: Snapshot, entry: Entry[Flag], today: date) -> FlagReading:
    """One flag, with every agency it was sent to."""
    record = entry.record
    reported = record.reported_to_executive
    clocks = [with_state(snapshot, deadline, today) for deadline in clocks_of_flag(snapshot, entry)]
    return FlagReading(
        id=entry.id,
        title=record.title,
        kind=record.flag_kind.value,
        is_serious=record.serious,
        raised=record.raised,
        reached=tuple(_recipients(snapshot, record, clocks, today)),
        answered=record.answered,
        answer=record.answer or "",
        days_open=days_between(record.raised, record.answered or When.parse(today)),
        clock=next((_clock(deadline) for deadline in clocks if deadline.kind == ANSWER), None),
        reported_to_executive=reported,
        executive_group=group_name(snapshot.partnership, GroupTask.EXECUTIVE, reported.latest if reported else today),
    )


def _clock(deadline: Deadline) -> FlagClock:
    return FlagClock(deadline.due, deadline.state, deadline.late)


def _recipients(snapshot: Snapshot, record: Flag, clocks: Iterable[Deadline], today: date) -> Iterator[FlagRecipient]:
    """Yield the agencies the flag was sent to, each once, with its first acknowledgement."""
    clock_by_agency = {clock.agencies[0]: _clock(clock) for clock in clocks if clock.kind == ACKNOWLEDGEMENT}
    replies = {reply.agency: reply for reply in reversed(record.acknowledged)}
    day = record.raised.latest if record.raised else today
    for key in dict.fromkeys((*record.to, *record.partners)):
        agency = snapshot.agency(key)
        roles = roles_on(agency, day) if agency else frozenset()
        reply = replies.get(key)
        yield FlagRecipient(
            agency=key,
            name=name_of(snapshot, key),
            as_partner=key in record.partners,
            is_partner=AgencyRole.SAFEGUARDING_PARTNER in roles,
            acknowledged=reply.date if reply else None,
            role=(reply.role if reply else None) or "",
            days=days_between(record.raised, reply.date) if reply else None,
            clock=clock_by_agency.get(key),
        )
