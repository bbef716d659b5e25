"""Which sources are one piece of work, so that it is counted once (R1)."""

from collections.abc import Mapping

from lif.model.record import Activity
from lif.model.snapshot import Snapshot


def pieces_of_work(snapshot: Snapshot) -> Mapping[str, str]:
    """For each review and audit that belongs to a larger piece of work, the id that stands for the whole.

    `part_of` and `same_evidence_as` join records; the piece is named by the record the others are part of, or else by
    the first in order of id. A record that stands alone is not in the mapping.
    """
    leader: dict[str, str] = {}

    def find(one: str) -> str:
        while leader.get(one, one) != one:
            one = leader[one]
        return one

    for entry in snapshot.entries.values():
        if not isinstance(entry.record, Activity):
            continue
        if entry.record.part_of:
            leader[find(entry.id)] = find(entry.record.part_of)
        for other in entry.record.same_evidence_as:
            first, second = sorted((find(entry.id), find(other)))
            leader[second] = first
    return {one: find(one) for one in (*leader, *leader.values())}
