"""The sources that are one piece of work and count once (R1)."""

from collections.abc import Mapping

from lif.model.kinds.audit import Audit
from lif.model.kinds.review import Review
from lif.model.record import Activity
from lif.model.snapshot import Entry, Snapshot, once

JOINED_BY = ("part_of", "same_evidence_as")
"""The fields that join a review or an audit to others as one piece of work."""


@once
def pieces_of_work(snapshot: Snapshot) -> Mapping[str, str]:
    """For each review and audit that belongs to a larger piece of work, the id that stands for the whole.

    `part_of` and `same_evidence_as` join records; the piece is named by the record the others are part of, or else by
    the first in order of id. A record that stands alone is not in the mapping.
    """
    parents: dict[str, str] = {}
    wholes: set[str] = set()
    parts: set[str] = set()

    def root(record_id: str) -> str:
        while parents.setdefault(record_id, record_id) != record_id:
            record_id = parents[record_id]
        return record_id

    activities: list[Entry[Activity]] = [*snapshot.of(Review), *snapshot.of(Audit)]
    for entry in sorted(activities, key=lambda entry: entry.id):
        if entry.record.part_of:
            parents[root(entry.id)] = root(entry.record.part_of)
            wholes.add(entry.record.part_of)
            parts.add(entry.id)
        for other in entry.record.same_evidence_as:
            parents[root(entry.id)] = root(other)
    piece_of_root: dict[str, str] = {}
    for record_id in sorted(parents, key=lambda record_id: (record_id in parts, record_id not in wholes, record_id)):
        piece_of_root.setdefault(root(record_id), record_id)
    return {record_id: piece_of_root[root(record_id)] for record_id in parents}
