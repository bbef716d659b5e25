"""Records that follow one another: which is the earlier, and where their dates certainly say otherwise."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from lif.analysis.chronology.record_date import began, placed
from lif.diagnostics.location import FieldPath
from lif.model.kinds.action import Action
from lif.model.kinds.assessment import Assessment
from lif.model.kinds.inspection import Inspection
from lif.model.period import When
from lif.model.record import Activity, Record
from lif.model.reference import Citation
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
"""Fields that name something earlier, and what the record says of it."""
_BEFORE = {("finding", "superseded_by"): "that takes its place"}


class Reversed(NamedTuple):
    """A citation of something that certainly lies on the wrong side of the record that cites it."""

    at: FieldPath
    own: When
    other: When
    cited: str
    says: str


def reversed_links(snapshot: Snapshot) -> Iterator[tuple[str, Reversed]]:
    """Where a record comes before what it says it follows, or after what it says takes its place; by record."""
    for entry, citation in snapshot.cited.chains:
        field = (entry.kind.name, _field(citation))
        says = _AFTER.get(field) or _BEFORE.get(field)
        if says is None:
            continue
        own, other = _own(snapshot, entry, citation), placed_or_made(snapshot, citation.target)
        if own is None or other is None:
            continue
        if own.is_before(other) if field in _AFTER else other.is_before(own):
            yield entry.id, Reversed(citation.at, own, other, citation.target, says)


def _field(citation: Citation) -> str:
    """The name of the field, in the record or in an item of it: `recommendations[0].repeat_of[0]` is `repeat_of`."""
    return next(step for step in reversed(citation.at) if isinstance(step, str))


def _own(snapshot: Snapshot, entry: Entry[Record], citation: Citation) -> When | None:
    if citation.at[0] != "recommendations" or not isinstance(citation.at[1], int):
        return placed(snapshot, entry.id)
    item = getattr(entry.record, "recommendations")[citation.at[1]]  # noqa: B009 - only reviews and audits have them
    return placed_or_made(snapshot, f"{entry.id}#{item.key}")


def placed_or_made(snapshot: Snapshot, record_id: str) -> When | None:
    """When a record is placed, or when a recommendation in it was made."""
    record, _, key = record_id.partition("#")
    entry = snapshot.entries.get(record)
    if entry is not None and key in entry.items:
        item = next(one for one in getattr(entry.record, entry.items[key]) if one.key == key)
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
    """When a record's work began: nothing was found or evaluated in it before; None when that is not known."""
    if isinstance(record, Activity):
        return began(record)
    return _BEGINS[type(record)](record) if type(record) in _BEGINS else None
