"""Returns of a cycle of standards assessments: who was asked, whose came and when, and who still owes one (F4.11)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lif.analysis.duties.agencies import agencies_on, name_of, roles_on
from lif.model.kinds.assessment import Assessment
from lif.model.kinds.partnership import Agency, Cycle
from lif.model.period import When
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import AgencyRole


class State(StrEnum):
    """Where a return stands on a day."""

    CAME = "came"
    CAME_LATE = "came late"
    LATE = "late"
    AWAITED = "awaited"
    NOT_SAID = "no day of return"


@dataclass(frozen=True, slots=True)
class Return:
    """One agency's return in one cycle; `record` is empty where there is none.

    `commissioned_by` is the name of the agency that commissions the service, empty for all others.
    """

    agency: str
    name: str
    state: State
    record: str
    asked: When | None
    due: When | None
    returned: When | None
    is_commissioned: bool
    commissioned_by: str


Returned = Mapping[str, tuple[Entry[Assessment], ...]]
"""The assessments of each cycle, in order of id."""


def by_cycle(snapshot: Snapshot) -> Returned:
    """Every assessment by the cycle it belongs to."""
    found: dict[str, list[Entry[Assessment]]] = {}
    for entry in snapshot.of(Assessment):
        found.setdefault(entry.record.cycle, []).append(entry)
    return {cycle: tuple(entries) for cycle, entries in found.items()}


def returns(snapshot: Snapshot, cycle: Cycle, came: Returned, today: date) -> tuple[Return, ...]:
    """Those asked in their order, then agencies that sent a return unasked; never the arrangements themselves.

    A cycle in which only the arrangements were assessed asked nobody for a return.
    """
    sent: dict[str, list[Entry[Assessment]]] = {}
    for entry in came.get(cycle.key, ()):
        if entry.record.agency and not entry.record.of_partnership:
            sent.setdefault(entry.record.agency, []).append(entry)
    about_itself = any(entry.record.of_partnership for entry in came.get(cycle.key, ())) and not sent
    everybody = () if about_itself else _with_a_role(snapshot, cycle)
    asked = cycle.agencies or tuple(one.key for one in everybody)
    listed = (*asked, *(agency for agency in sent if agency not in asked))
    return tuple(
        _return(snapshot, cycle, agency, entry, today) for agency in listed for entry in sent.get(agency, (None,))
    )


def _day_of(cycle: Cycle) -> date | None:
    when = cycle.due or cycle.asked
    return when.latest if when else None


def _with_a_role(snapshot: Snapshot, cycle: Cycle) -> tuple[Agency, ...]:
    """Without a day nobody can say who was asked."""
    day = _day_of(cycle)
    return agencies_on(snapshot, day) if day else ()


def _return(snapshot: Snapshot, cycle: Cycle, key: str, entry: Entry[Assessment] | None, today: date) -> Return:
    record = entry.record if entry else None
    asked = (record.asked if record else None) or cycle.asked
    due = (record.due if record else None) or cycle.due
    returned = record.returned if record else None
    agency = snapshot.registers["agency"].get(key)
    commissioner = agency.commissioned_by if isinstance(agency, Agency) else None
    roles = roles_on(agency, _day_of(cycle) or today) if isinstance(agency, Agency) else frozenset()
    return Return(
        agency=key,
        name=name_of(snapshot, key),
        state=_state(due, returned, today),
        record=entry.id if entry else "",
        asked=asked,
        due=due,
        returned=returned,
        is_commissioned=AgencyRole.COMMISSIONED_SERVICE in roles,
        commissioned_by=name_of(snapshot, commissioner) if commissioner else "",
    )


def _state(due: When | None, returned: When | None, today: date) -> State:
    if returned is not None:
        return State.CAME_LATE if due is not None and due.is_before(returned) else State.CAME
    if due is None:
        return State.NOT_SAID
    return State.LATE if due.latest < today else State.AWAITED
