"""What reviews and audits on a line of sight name in the system: factors, never persons (F3.1)."""

from collections.abc import Iterable
from dataclasses import dataclass

from lif.analysis.lines.lineage import Stop
from lif.model.record import Activity
from lif.model.reference import RecordRef
from lif.model.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class SystemFactors:
    """The factors in the system that one review or audit names.

    No named tuple: `lif trace --format json` shows its fields by name.
    """

    record: str
    factors: tuple[str, ...]


def system_factors(snapshot: Snapshot, stops: Iterable[Stop]) -> tuple[SystemFactors, ...]:
    """The factors of each review and audit among the stops, in their order; none of one that names none."""
    ids = dict.fromkeys(RecordRef.parse(stop.id).record for stop in stops)
    entries = (entry for record_id in ids if (entry := snapshot.entries.get(record_id)))
    return tuple(
        SystemFactors(
            entry.id,
            tuple(entry.record.marked(factor, "systemic_factors") for factor in entry.record.systemic_factors),
        )
        for entry in entries
        if isinstance(entry.record, Activity) and entry.record.systemic_factors
    )
