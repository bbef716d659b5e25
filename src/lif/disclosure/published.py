"""Numbers that are public already: those of a record that names a published source with its address.

One rule for the counts that the program prints and for those that stand in the prose of a record (methods, section 3).
"""

from lif.model.kinds.finding import Finding
from lif.model.reference import RecordRef
from lif.model.sharing import Sharing
from lif.model.snapshot import Snapshot


def is_published(snapshot: Snapshot, record_id: str | None) -> bool:
    """Whether a record names a published source, or is a finding of a review or audit that does."""
    entry = snapshot.entries.get(RecordRef.parse(record_id or "").record)
    if entry is None:
        return False
    activity = snapshot.entries.get(entry.record.source) if isinstance(entry.record, Finding) else None
    sources = (*entry.record.sources, *(activity.record.sources if activity else ()))
    return any(source.address for source in sources)


def audience_of_counts(snapshot: Snapshot, audience: Sharing, *record_ids: str | None) -> Sharing:
    """The audience whose rules hold for counts from these records: what one of them has published is open to all."""
    if audience is Sharing.PUBLIC and any(is_published(snapshot, record_id) for record_id in record_ids):
        return Sharing.PARTNERSHIP
    return audience
