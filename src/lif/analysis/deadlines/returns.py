"""Returns of a cycle of standards assessments: which agencies were asked, returned, or still owe one (F4.11)."""

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


class ReturnState(StrEnum):
    """The state of a return on a day."""

    CAME = "came"
    CAME_LATE = "came late"
    LATE = "late"
    AWAITED = "awaited"
    NOT_SAID = "no day of return"


@dataclass(frozen=True, slots=True)
class Return:
    """One agency's return in one cycle; `record` is empty where there is no return.

    `commissioned_by` is the name of the agency that commissions the service, empty for other agencies. `was_asked` when
    the records show that the return was asked for: the cycle lists the agency, or a day is given on which it was asked
    for or due. A cycle's day without a list shows it only in the partnership's own records, where it means everyone.
    """

    agency: str
    name: str
    state: ReturnState
    record: str
    asked: When | None
    due: When | None
    returned: When | None
    is_commissioned: bool
    commissioned_by: str
    was_asked: bool


AssessmentsByCycle = Mapping[str, tuple[Entry[Assessment], ...]]
"""The assessments of each cycle, in order of id."""


def assessments_by_cycle(snapshot: Snapshot) -> AssessmentsByCycle:
    """Every assessment by the cycle it belongs to."""
    entries_by_cycle: dict[str, list[Entry[Assessment]]] = {}
    for entry in snapshot.of(Assessment):
        entries_by_cycle.setdefault(entry.record.cycle, []).append(entry)
    return {cycle: tuple(entries) for cycle, entries in entries_by_cycle.items()}


def returns_of_cycle(snapshot: Snapshot, cycle: Cycle, returned: AssessmentsByCycle, today: date) -> tuple[Return, ...]:
    """The returns of the agencies asked, in their order, then of agencies that sent one unasked.

    Assessments of the arrangements themselves are left out. A cycle in which only the arrangements were assessed asked
    no agency for a return.
    """
    entries_by_agency: dict[str, list[Entry[Assessment]]] = {}
    for entry in returned.get(cycle.key, ()):
        if entry.record.agency and not entry.record.of_partnership:
            entries_by_agency.setdefault(entry.record.agency, []).append(entry)
    is_about_itself = (
        any(entry.record.of_partnership for entry in returned.get(cycle.key, ())) and not entries_by_agency
    )
    with_role = () if is_about_itself else _agencies_with_role(snapshot, cycle)
    asked_agencies = cycle.agencies or tuple(agency.key for agency in with_role)
    listed = (*asked_agencies, *(key for key in entries_by_agency if key not in asked_agencies))
    return tuple(
        _return(snapshot, cycle, key, entry, today) for key in listed for entry in entries_by_agency.get(key, (None,))
    )


def _day_of(cycle: Cycle) -> date | None:
    when = cycle.due or cycle.asked
    return when.latest if when else None


def _agencies_with_role(snapshot: Snapshot, cycle: Cycle) -> tuple[Agency, ...]:
    """The agencies that held a role on the day of the cycle; none where the cycle has no day."""
    day = _day_of(cycle)
    return agencies_on(snapshot, day) if day else ()


def _return(snapshot: Snapshot, cycle: Cycle, key: str, entry: Entry[Assessment] | None, today: date) -> Return:
    record = entry.record if entry else None
    asked = (record.asked if record else None) or cycle.asked
    due = (record.due if record else None) or cycle.due
    returned = record.returned if record else None
    agency = snapshot.agency(key)
    commissioner = agency.commissioned_by if agency else None
    roles = roles_on(agency, _day_of(cycle) or today) if agency else frozenset()
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
        was_asked=key in cycle.agencies
        or (record is not None and (record.asked or record.due) is not None)
        or (snapshot.is_own and not cycle.agencies and _day_of(cycle) is not None),
    )


def _state(due: When | None, returned: When | None, today: date) -> ReturnState:
    if returned is not None:
        return ReturnState.CAME_LATE if due is not None and due.is_before(returned) else ReturnState.CAME
    if due is None:
        return ReturnState.NOT_SAID
    return ReturnState.LATE if due.latest < today else ReturnState.AWAITED


def returns_of_agency(snapshot: Snapshot, agency: str, today: date) -> tuple[Return, ...]:
    """The returns of one agency in each cycle that asked it; in an edition only those that have a record."""
    received = assessments_by_cycle(snapshot)
    return tuple(
        expected
        for cycle in snapshot.cycles.values()
        for expected in returns_of_cycle(snapshot, cycle, received, today)
        if expected.agency == agency and (expected.record or not snapshot.can_withhold)
    )
