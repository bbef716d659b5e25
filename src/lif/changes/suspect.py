"""Evidence whose source changed after it was cited: suspect, until somebody looks again and says so."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from lif.diagnostics.location import FieldPath, spelled
from lif.model.fingerprint import fingerprint
from lif.model.parts.part import Part
from lif.model.record import Evidence, Record
from lif.model.snapshot import Entry, Snapshot


class Trust(StrEnum):
    """How a citation stands to what it cites."""

    AS_SEEN = "as-seen"
    SUSPECT = "suspect"
    UNREVIEWED = "unreviewed"


@dataclass(frozen=True, slots=True)
class Cited:
    """One piece of evidence that names a record: where it stands, what it saw, and what is there now.

    `now` is None when the record cannot be read, or is not there; then nothing is said of it.
    """

    record: str
    at: FieldPath
    target: str
    seen: str | None
    now: str | None

    @property
    def field(self) -> str:
        """The field path as people write it."""
        return spelled(self.at)

    @property
    def trust(self) -> Trust:
        """Unreviewed when nobody wrote down what was seen; suspect when it is not what is there now."""
        if self.seen is None:
            return Trust.UNREVIEWED
        return Trust.AS_SEEN if self.now in {None, self.seen} else Trust.SUSPECT


def evidence_of(snapshot: Snapshot, entry: Entry[Record]) -> Iterator[Cited]:
    """Every piece of evidence in a record that names another one."""
    for index, one in enumerate(getattr(entry.record, "evidence", ())):
        if isinstance(one, Evidence) and one.record is not None:
            now = part_cited(snapshot, one.record)
            seen = fingerprint(now) if now else None
            yield Cited(entry.id, ("evidence", index), one.record, one.seen, seen)


def suspects(snapshot: Snapshot) -> tuple[Cited, ...]:
    """All suspect evidence, by record."""
    seen = (entry for entry in snapshot.with_field("evidence") if _says_what_it_saw(entry.record))
    every = (one for entry in sorted(seen, key=lambda entry: entry.id) for one in evidence_of(snapshot, entry))
    return tuple(one for one in every if one.trust is Trust.SUSPECT)


def _says_what_it_saw(record: Record) -> bool:
    """Whether any of its evidence holds a fingerprint; without one nothing of it is suspect, and none is taken."""
    return any(one.seen for one in getattr(record, "evidence", ()) if isinstance(one, Evidence))


def part_cited(snapshot: Snapshot, target: str) -> Part | None:
    """The record, or the item of one, that an id names; None when it cannot be read or is not there."""
    record, _, key = target.partition("#")
    entry = snapshot.entries.get(record)
    if entry is None or not key:
        return entry.record if entry else None
    listed = getattr(entry.record, entry.items.get(key, ""), ())
    return next((item for item in listed if item.key == key), None)
