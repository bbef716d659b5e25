"""Which sources are one piece of work, so that it is counted once (R1)."""

from collections.abc import Mapping

from lif.model.record import Activity
from lif.model.snapshot import Snapshot


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

    for entry in snapshot.entries.values():
        if not isinstance(entry.record, Activity):
            continue
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
