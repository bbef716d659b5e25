"""Records that cite earlier or later ones: which should come first, and links whose dates certainly contradict that."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from lif.analysis.chronology.record_date import began, placed
from lif.diagnostics.location import FieldPath
from lif.model.kinds.action import Action
from lif.model.kinds.assessment import Assessment
from lif.model.kinds.inspection import Inspection
from lif.model.period import When
from lif.model.record import Activity, Record
from lif.model.reference import Citation, RecordRef
from lif.model.snapshot import Entry, Snapshot

_AFTER = {
    ("decision", "supersedes"): "it supersedes",
    ("audit", "reaudit_of"): "it repeats",
    ("assessment", "follows"): "it follows",
    ("finding", "recurrence_of"): "it says has come back",
    ("finding", "derived_from"): "it repeats",
    ("review", "repeat_of"): "it repeats",
    ("audit", "repeat_of"): "it repeats",
}
"""Fields that cite an earlier record or item, and what the record says about it."""
_BEFORE = {("finding", "superseded_by"): "that takes its place"}


class Reversed(NamedTuple):
    """A citation of a record or item that certainly lies on the wrong side of the citing record in time."""

    at: FieldPath
    own: When
    other: When
    cited: str
    says: str


def reversed_links(snapshot: Snapshot) -> Iterator[tuple[str, Reversed]]:
    """Yield links of records dated before what they follow, or after what replaces them, with the citing record."""
    for entry, citation in snapshot.cited.chains:
        field = (entry.kind.name, _field(citation))
        says = _AFTER.get(field) or _BEFORE.get(field)
        if says is None:
            continue
        own, other = _date_of_citing(snapshot, entry, citation), placed_or_made(snapshot, citation.target)
        if own is None or other is None:
            continue
        if own.is_before(other) if field in _AFTER else other.is_before(own):
            yield entry.id, Reversed(citation.at, own, other, citation.target, says)


def _field(citation: Citation) -> str:
    """The name of the field, in the record or in an item of it: `recommendations[0].repeat_of[0]` is `repeat_of`."""
    return next(step for step in reversed(citation.at) if isinstance(step, str))


def _date_of_citing(snapshot: Snapshot, entry: Entry[Record], citation: Citation) -> When | None:
    """The date of the record, or of the recommendation in it, that a citation stands in."""
    if citation.at[0] != "recommendations" or not isinstance(citation.at[1], int):
        return placed(snapshot, entry.id)
    item = getattr(entry.record, "recommendations")[citation.at[1]]  # noqa: B009 - only reviews and audits have them
    return placed_or_made(snapshot, entry.id_of(item.key))


def placed_or_made(snapshot: Snapshot, record_id: str) -> When | None:
    """The date of a record, or the date on which a recommendation in it was made."""
    record, key = RecordRef.parse(record_id)
    entry = snapshot.entries.get(record)
    if entry is not None and key in entry.items:
        item = next(item for item in getattr(entry.record, entry.items[key]) if item.key == key)
        made = getattr(item, "made", None)
        if isinstance(made, When):
            return made
    return placed(snapshot, record)


_BEGINS: dict[type[Record], Callable[..., When | None]] = {
    Action: lambda action: action.started or action.agreed,
    Inspection: lambda inspection: inspection.started,
    Assessment: lambda assessment: assessment.asked or assessment.returned,
}


def beginning(record: Record) -> When | None:
    """When the work in a record began, so that nothing was found or evaluated before; None where that is not known."""
    if isinstance(record, Activity):
        return began(record)
    return _BEGINS[type(record)](record) if type(record) in _BEGINS else None
