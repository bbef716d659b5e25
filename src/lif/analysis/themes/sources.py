"""What kind of evidence a source is, and which sources are one piece of work, to be counted once (R1)."""

from collections.abc import Mapping

from lif.model.kinds.audit import Audit
from lif.model.kinds.feedback import Feedback
from lif.model.kinds.review import Review
from lif.model.record import Activity, Record
from lif.model.snapshot import Entry, Snapshot, once
from lif.model.vocabulary import AuditKind, Whose

_BY_RECORD = {
    "review": "review",
    "assessment": "assessment",
    "inspection": "inspection",
    "indicator": "indicator",
    "contribution": "assessment",
    "position": "assessment",
}
"""What an agency or the partnership writes about itself, a contribution or a position, is self-description too."""


def evidence_kind(record: Record) -> str | None:
    """The kind of evidence a source is; None for a record that findings cannot come from."""
    if isinstance(record, Audit):
        multi = record.audit_kind in {AuditKind.MULTI_AGENCY_PRACTICE, AuditKind.MULTI_AGENCY_THEMATIC}
        return "audit_multi" if multi else "audit_single"
    if isinstance(record, Feedback):
        return "voice_practitioner" if record.whose is Whose.PRACTITIONERS else "voice_family"
    return _BY_RECORD.get(type(record).__name__.lower())


@once
def pieces_of_work(snapshot: Snapshot) -> Mapping[str, str]:
    """For each review and audit that belongs to a larger piece of work, the id that stands for the whole.

    `part_of` and `same_evidence_as` join records; the piece is named by the record the others are part of, or else by
    the first in order of id. A record that stands alone is not in the mapping.
    """
    joined: dict[str, str] = {}
    wholes: set[str] = set()
    parts: set[str] = set()

    def find(one: str) -> str:
        while joined.setdefault(one, one) != one:
            one = joined[one]
        return one

    activities: list[Entry[Activity]] = [*snapshot.of(Review), *snapshot.of(Audit)]
    for entry in sorted(activities, key=lambda entry: entry.id):
        if entry.record.part_of:
            joined[find(entry.id)] = find(entry.record.part_of)
            wholes.add(entry.record.part_of)
            parts.add(entry.id)
        for other in entry.record.same_evidence_as:
            joined[find(entry.id)] = find(other)
    named: dict[str, str] = {}
    for one in sorted(joined, key=lambda one: (one in parts, one not in wholes, one)):
        named.setdefault(find(one), one)
    return {one: named[find(one)] for one in joined}
