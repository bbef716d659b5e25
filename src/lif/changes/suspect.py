"""Suspect evidence: its source changed after it was cited, and the change has not been accepted yet."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from lif.diagnostics.location import FieldPath, spelled
from lif.model.fingerprint import fingerprint
from lif.model.parts.part import Part
from lif.model.record import Evidence, Record
from lif.model.reference import RecordRef
from lif.model.snapshot import Entry, Snapshot


class Trust(StrEnum):
    """Whether the source of evidence is still as it was when it was cited."""

    AS_SEEN = "as-seen"
    SUSPECT = "suspect"
    UNREVIEWED = "unreviewed"


@dataclass(frozen=True, slots=True)
class CitedEvidence:
    """One piece of evidence that cites a record: its place, and the fingerprints of its source then and now.

    `seen` is None when no fingerprint was recorded. `now` is None when the source cannot be read or does not exist;
    the evidence is then not suspect.
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
        """Unreviewed when no fingerprint was recorded; suspect when it differs from the present one."""
        if self.seen is None:
            return Trust.UNREVIEWED
        return Trust.AS_SEEN if self.now in {None, self.seen} else Trust.SUSPECT


def evidence_of(snapshot: Snapshot, entry: Entry[Record]) -> Iterator[CitedEvidence]:
    """Every piece of evidence in a record that cites another record."""
    for index, evidence in enumerate(getattr(entry.record, "evidence", ())):
        if isinstance(evidence, Evidence) and evidence.record is not None:
            source = cited_part(snapshot, evidence.record)
            now = fingerprint(source) if source else None
            yield CitedEvidence(entry.id, ("evidence", index), evidence.record, evidence.seen, now)


def suspects(snapshot: Snapshot) -> tuple[CitedEvidence, ...]:
    """All suspect evidence, in order of record."""
    entries = (entry for entry in snapshot.with_field("evidence") if _has_fingerprint(entry.record))
    citations = (
        cited for entry in sorted(entries, key=lambda entry: entry.id) for cited in evidence_of(snapshot, entry)
    )
    return tuple(cited for cited in citations if cited.trust is Trust.SUSPECT)


def _has_fingerprint(record: Record) -> bool:
    """Whether any of its evidence holds a fingerprint; without one it cannot be suspect, and none is worked out."""
    return any(evidence.seen for evidence in getattr(record, "evidence", ()) if isinstance(evidence, Evidence))


def cited_part(snapshot: Snapshot, target: str) -> Part | None:
    """The record or item with that id; None when it cannot be read or does not exist."""
    record, key = RecordRef.parse(target)
    entry = snapshot.entries.get(record)
    if entry is None or not key:
        return entry.record if entry else None
    items = getattr(entry.record, entry.items.get(key, ""), ())
    return next((item for item in items if item.key == key), None)
