"""Records that cite earlier or later ones: which should come first, and links whose dates certainly contradict that."""

from collections.abc import Iterator
from typing import NamedTuple

from lif.analysis.chronology.record_date import record_date
from lif.diagnostics.location import FieldPath
from lif.model.period import When
from lif.model.record import Record
from lif.model.reference import Citation, RecordRef
from lif.model.snapshot import Entry, Snapshot


class ReversedLink(NamedTuple):
    """A citation of a record or item that certainly lies on the wrong side of the citing record in time."""

    at: FieldPath
    own: When
    other: When
    cited: str
    says: str


def reversed_links(snapshot: Snapshot) -> Iterator[tuple[str, ReversedLink]]:
    """Yield links of records dated before what they follow, or after what replaces them, with the citing record."""
    for entry, citation in snapshot.cited.chains:
        says = citation.ref.earlier or citation.ref.later
        if not says:
            continue
        own, other = _date_of_citing(snapshot, entry, citation), record_or_item_date(snapshot, citation.target)
        if own is None or other is None:
            continue
        if own.is_before(other) if citation.ref.earlier else other.is_before(own):
            yield entry.id, ReversedLink(citation.at, own, other, citation.target, says)


def _date_of_citing(snapshot: Snapshot, entry: Entry[Record], citation: Citation) -> When | None:
    """The date of the record, or of the recommendation in it, that a citation stands in."""
    where, *rest = citation.at
    if where not in entry.kind.lists_of_recommendations or not isinstance(rest[0], int):
        return record_date(snapshot, entry.id)
    item = getattr(entry.record, str(where))[rest[0]]
    return record_or_item_date(snapshot, entry.id_of(item.key))


def record_or_item_date(snapshot: Snapshot, record_id: str) -> When | None:
    """The date of a record, or the date on which a recommendation in it was made."""
    record, key = RecordRef.parse(record_id)
    entry = snapshot.entries.get(record)
    if entry is not None and key in entry.items:
        item = next(item for item in getattr(entry.record, entry.items[key]) if item.key == key)
        made = getattr(item, "made", None)
        if isinstance(made, When):
            return made
    return record_date(snapshot, record)
