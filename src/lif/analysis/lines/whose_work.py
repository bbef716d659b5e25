"""Whose work a record is: ours, or that of another partnership or a national body, which is learning from elsewhere."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from lif.model.elsewhere import Elsewhere, FromElsewhere
from lif.model.kinds.audit import Audit
from lif.model.kinds.finding import Finding
from lif.model.kinds.review import Review
from lif.model.record import Activity, Record
from lif.model.reference import RecordRef
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import words

R = TypeVar("R", bound=Record)


def elsewhere_of(snapshot: Snapshot, record_id: str) -> Elsewhere | None:
    """Whose work a record is, or the record that an item is in or a finding comes from; None where it is ours."""
    entry = snapshot.entries.get(RecordRef.parse(record_id).record)
    if entry is not None and isinstance(entry.record, Finding):
        entry = snapshot.entries.get(RecordRef.parse(entry.record.source).record)
    held: Elsewhere | None = getattr(entry.record, "elsewhere", None) if entry is not None else None
    return held


def is_ours(snapshot: Snapshot, record_id: str) -> bool:
    """Whether a record, or the record that it comes from, is our own work."""
    return elsewhere_of(snapshot, record_id) is None


def ours(snapshot: Snapshot, entries: Iterable[Entry[R]]) -> Iterator[Entry[R]]:
    """The records that are our own work."""
    return (entry for entry in entries if is_ours(snapshot, entry.id))


def own_activities(snapshot: Snapshot) -> tuple[Entry[Activity], ...]:
    """Our own reviews and audits, the reviews first."""
    activities: tuple[Entry[Activity], ...] = (*snapshot.of(Review), *snapshot.of(Audit))
    return tuple(entry for entry in activities if not entry.record.is_elsewhere)


def whose_in_words(elsewhere: Elsewhere) -> str:
    """`another partnership: Northshire`, `national: the Panel`; the first alone where no name is recorded."""
    whose = words(FromElsewhere(elsewhere.whose))
    return f"{whose}: {elsewhere.name}" if elsewhere.name else whose
