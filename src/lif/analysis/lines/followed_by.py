"""Records that follow from a record: actions that answer it, decisions, learning, and their evaluations."""

from collections.abc import Iterator

from lif.model.record import Record
from lif.model.snapshot import Entry, Snapshot


def direct_followers(snapshot: Snapshot, record_id: str) -> Iterator[Entry[Record]]:
    """Yield the records that say they follow from this record or item, in the field their kind declares for it.

    Citing a record as evidence is not enough.
    """
    for entry, citation in snapshot.cited_by.get(record_id, ()):
        if citation.at[0] == entry.kind.declares.follows_by:
            yield entry


def unsorted_followers(snapshot: Snapshot, record_id: str) -> Iterator[Entry[Record]]:
    """Yield every record that follows from a record or its items, directly or through other records, each once."""
    visited = {record_id}
    to_visit = [record_id]
    while to_visit:
        visiting = to_visit.pop()
        entry = snapshot.entries.get(visiting)
        for citable_id in entry.citable_ids if entry else (visiting,):
            for follower in direct_followers(snapshot, citable_id):
                if follower.id not in visited:
                    visited.add(follower.id)
                    to_visit.append(follower.id)
                    yield follower


def followers(snapshot: Snapshot, record_id: str) -> tuple[Entry[Record], ...]:
    """Every record that `unsorted_followers` yields, in order of id."""
    return tuple(sorted(unsorted_followers(snapshot, record_id), key=lambda entry: entry.id))
