"""Who took a reading: the agency that owns the work, another, or not known (F7.2).

Evidence collected by those who own an action is weaker: they want it to have worked. An audit of several agencies and
an inspection are not the owner's, whoever led them.
"""

from collections.abc import Iterable
from enum import StrEnum

from lif.model.kinds.action import Action
from lif.model.kinds.audit import Audit
from lif.model.kinds.feedback import Feedback
from lif.model.kinds.indicator import Indicator
from lif.model.kinds.inspection import Inspection
from lif.model.record import Reading
from lif.model.reference import RecordRef
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import AuditKind

_SEVERAL = {AuditKind.MULTI_AGENCY_PRACTICE, AuditKind.MULTI_AGENCY_THEMATIC}


class Collector(StrEnum):
    """Who took a reading, seen from the owner of the work."""

    OWNER = "the owner"
    OTHER = "another"
    NOT_KNOWN = "not known"


def collector_of(snapshot: Snapshot, reading: Reading, owner: str | None) -> Collector:
    """Who took the reading: the agency it names (`by`), or the one that its record says collected it."""
    if reading.by is not None:
        return _is_it(owner, reading.by)
    entry = snapshot.entries.get(RecordRef.parse(reading.record or "").record)
    record = entry.record if entry else None
    if isinstance(record, Inspection) or (isinstance(record, Audit) and record.audit_kind in _SEVERAL):
        return Collector.OTHER
    agency = (
        record.led_by
        if isinstance(record, Audit)
        else record.agency
        if isinstance(record, Feedback)
        else record.collected_by
        if isinstance(record, Indicator)
        else None
    )
    return _is_it(owner, agency) if agency else Collector.NOT_KNOWN


def _is_it(owner: str | None, agency: str) -> Collector:
    return Collector.OWNER if agency == owner else Collector.OTHER


def owners_of(snapshot: Snapshot, cited: Iterable[str]) -> frozenset[str]:
    """The agencies that own the actions among these records."""
    entries = (snapshot.entries.get(RecordRef.parse(record_id).record) for record_id in cited)
    actions = (entry.record for entry in entries if entry is not None and isinstance(entry.record, Action))
    return frozenset(action.owner.agency for action in actions if action.owner)
