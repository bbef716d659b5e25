"""Flags: the proof that each reached the agency and the safeguarding partner, and what came of it (F7.5, F7.6)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lif.analysis.chronology.record_date import days_between
from lif.analysis.duties.agencies import name_of, roles_on
from lif.model.kinds.flag import Flag
from lif.model.kinds.partnership import Agency
from lif.model.period import When
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import AgencyRole


@dataclass(frozen=True, slots=True)
class Reached:
    """One of those a flag was put in front of, and when they said that it had reached them; None when they have not.

    `as_partner`: put in front of them as a safeguarding partner; `is_partner`: the partnership's list says they were.
    """

    agency: str
    name: str
    as_partner: bool
    is_partner: bool
    acknowledged: When | None
    role: str
    days: int | None


@dataclass(frozen=True, slots=True)
class FlagRead:
    """One flag as of a day; `days_open` counts to its answer, or to that day while there is none."""

    id: str
    title: str
    kind: str
    is_serious: bool
    raised: When | None
    reached: tuple[Reached, ...]
    answered: When | None
    answer: str
    days_open: int | None
    reported_to_executive: When | None

    @property
    def unacknowledged(self) -> tuple[Reached, ...]:
        """Those of whom nothing shows that it reached them."""
        return tuple(one for one in self.reached if one.acknowledged is None)


def flags(snapshot: Snapshot, today: date) -> tuple[FlagRead, ...]:
    """Every flag: serious risk first, then from the one raised first."""
    read = (read_flag(snapshot, entry, today) for entry in snapshot.of(Flag))
    return tuple(
        sorted(read, key=lambda one: (not one.is_serious, one.raised.earliest if one.raised else date.max, one.id))
    )


def read_flag(snapshot: Snapshot, entry: Entry[Flag], today: date) -> FlagRead:
    """One flag, with everybody it was put in front of."""
    record = entry.record
    return FlagRead(
        id=entry.id,
        title=record.title,
        kind=record.flag_kind.value,
        is_serious=record.serious,
        raised=record.raised,
        reached=tuple(_reached(snapshot, record, today)),
        answered=record.answered,
        answer=record.answer or "",
        days_open=days_between(record.raised, record.answered or When.parse(today)),
        reported_to_executive=record.reported_to_executive,
    )


def _reached(snapshot: Snapshot, record: Flag, today: date) -> Iterator[Reached]:
    said = {one.agency: one for one in reversed(record.acknowledged)}
    day = record.raised.latest if record.raised else today
    for key in dict.fromkeys((*record.to, *record.partners)):
        agency = snapshot.registers["agency"].get(key)
        roles = roles_on(agency, day) if isinstance(agency, Agency) else frozenset()
        reply = said.get(key)
        yield Reached(
            agency=key,
            name=name_of(snapshot, key),
            as_partner=key in record.partners,
            is_partner=AgencyRole.SAFEGUARDING_PARTNER in roles,
            acknowledged=reply.date if reply else None,
            role=(reply.role if reply else None) or "",
            days=days_between(record.raised, reply.date) if reply else None,
        )
