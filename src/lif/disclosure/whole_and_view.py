"""What can only be judged by all records, told to those who may not see them all: what is so for both, or nothing.

A repeat audit that an audience may not see would make the one it repeats look overdue; and what stands in a record with
a field left out is never what somebody saw when they cited it. So both are judged by the whole, and of that is told
what names nothing that is withheld and follows from what is seen as well.
"""

from datetime import date

from lif.analysis.deadlines.deadline import Deadline
from lif.analysis.deadlines.every_deadline import seen_alike
from lif.analysis.deadlines.returns import Return, by_cycle, returns
from lif.changes.suspect import Cited, suspects
from lif.disclosure.request import Request
from lif.model.snapshot import Snapshot


def deadlines_for(snapshot: Snapshot, request: Request, day: date) -> tuple[Deadline, ...]:
    """Every deadline that stands on the day as the audience's records alone would have it."""
    return seen_alike(request.whole or snapshot, snapshot, day)


def returns_for(snapshot: Snapshot, request: Request, agency: str) -> tuple[Return, ...]:
    """Where the returns of one agency stand in every cycle that asked it."""
    whole = _returns(request.whole or snapshot, agency, request.today)
    return tuple(one for one in _returns(snapshot, agency, request.today) if one in whole)


def _returns(snapshot: Snapshot, agency: str, day: date) -> tuple[Return, ...]:
    cycles = snapshot.partnership.cycles if snapshot.partnership else ()
    came = by_cycle(snapshot)
    return tuple(one for cycle in cycles for one in returns(snapshot, cycle, came, day) if one.agency == agency)


def suspects_for(snapshot: Snapshot, request: Request) -> tuple[Cited, ...]:
    """Evidence whose source has changed since it was cited, where the audience may see both."""
    return tuple(
        one
        for one in suspects(request.whole or snapshot)
        if one.record in snapshot.entries and one.target.partition("#")[0] in snapshot.entries
    )
