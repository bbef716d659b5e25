"""What followed from a record: actions that answer it, decisions on it, learning from it, and their evaluations."""

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
"""The fields by which one record says that it follows from another; merely citing it as evidence is not among them."""


def directly_after(snapshot: Snapshot, record_id: str) -> Iterator[Entry[Record]]:
    """The records that say they follow from this record or item."""
    for entry, citation in snapshot.cited_by.get(record_id, ()):
        if (entry.kind.name, citation.at[0]) in _FOLLOWS:
            yield entry


def following(snapshot: Snapshot, record_id: str) -> Iterator[Entry[Record]]:
    """Everything that followed from a record, from its items, and from what followed from those, each once."""
    found = {record_id}
    way = [record_id]
    while way:
        one = way.pop()
        entry = snapshot.entries.get(one)
        for place in (one, *(f"{one}#{key}" for key in (entry.items if entry else ()))):
            for after in directly_after(snapshot, place):
                if after.id not in found:
                    found.add(after.id)
                    way.append(after.id)
                    yield after


def followers(snapshot: Snapshot, record_id: str) -> tuple[Entry[Record], ...]:
    """The same, in order of id."""
    return tuple(sorted(following(snapshot, record_id), key=lambda entry: entry.id))
