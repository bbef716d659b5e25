"""Deadlines, returns and suspect evidence for an audience, worked out from all records and limited to its view.

In the audience's view alone, an audit would look overdue where its re-audit is withheld, and evidence would look
suspect where its source lost a field. So these are worked out from all records. An audience is shown only the results
that name no withheld record and, for deadlines and returns, also follow from its view.
"""

from datetime import date

from lif.analysis.deadlines.deadline import Deadline
from lif.analysis.deadlines.every_deadline import disclosable_deadlines
from lif.analysis.deadlines.returns import Return, assessments_by_cycle, returns_of_cycle
from lif.changes.suspect import CitedEvidence, suspects
from lif.disclosure.request import Request
from lif.model.reference import RecordRef
from lif.model.snapshot import Snapshot


def deadlines_for(snapshot: Snapshot, request: Request, day: date) -> tuple[Deadline, ...]:
    """The deadlines on the day that are the same in all records and in the audience's view."""
    return disclosable_deadlines(request.whole or snapshot, snapshot, day)


def returns_for(snapshot: Snapshot, request: Request, agency: str) -> tuple[Return, ...]:
    """The state of the returns of one agency in each cycle that asked it."""
    whole = _returns(request.whole or snapshot, agency, request.today)
    return tuple(expected for expected in _returns(snapshot, agency, request.today) if expected in whole)


def _returns(snapshot: Snapshot, agency: str, day: date) -> tuple[Return, ...]:
    cycles = snapshot.partnership.cycles if snapshot.partnership else ()
    received = assessments_by_cycle(snapshot)
    return tuple(
        expected
        for cycle in cycles
        for expected in returns_of_cycle(snapshot, cycle, received, day)
        if expected.agency == agency
    )


def suspects_for(snapshot: Snapshot, request: Request) -> tuple[CitedEvidence, ...]:
    """Evidence whose source has changed since it was cited, where the audience may see both."""
    return tuple(
        evidence
        for evidence in suspects(request.whole or snapshot)
        if evidence.record in snapshot.entries and RecordRef.parse(evidence.target).record in snapshot.entries
    )
