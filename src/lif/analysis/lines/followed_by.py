"""Records that follow from a record: actions that answer it, decisions, learning, and their evaluations."""

from collections.abc import Iterator

from lif.model.record import Record
from lif.model.snapshot import Entry, Snapshot

_FOLLOWS = {
    ("finding", "source"),
    ("action", "answers"),
    ("decision", "about"),
    ("learning", "from_records"),
    ("evaluation", "of"),
}
"""Fields by which a record says that it follows from another; citing it as evidence is not enough."""


def directly_after(snapshot: Snapshot, record_id: str) -> Iterator[Entry[Record]]:
    """Yield the records that say they follow from this record or item."""
    for entry, citation in snapshot.cited_by.get(record_id, ()):
        if (entry.kind.name, citation.at[0]) in _FOLLOWS:
            yield entry


def following(snapshot: Snapshot, record_id: str) -> Iterator[Entry[Record]]:
    """Yield every record that follows from a record or its items, directly or through other records, each once."""
    visited = {record_id}
    to_visit = [record_id]
    while to_visit:
        visiting = to_visit.pop()
        entry = snapshot.entries.get(visiting)
        for citable_id in entry.citable_ids if entry else (visiting,):
            for follower in directly_after(snapshot, citable_id):
                if follower.id not in visited:
                    visited.add(follower.id)
                    to_visit.append(follower.id)
                    yield follower


def followers(snapshot: Snapshot, record_id: str) -> tuple[Entry[Record], ...]:
    """Every record that `following` yields, in order of id."""
    return tuple(sorted(following(snapshot, record_id), key=lambda entry: entry.id))
