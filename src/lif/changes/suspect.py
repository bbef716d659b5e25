"""Suspect evidence: its source changed after it was cited, and the change has not been accepted yet."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from lif.diagnostics.location import FieldPath, spelled
from lif.model.fingerprint import fingerprint
from lif.model.parts.part import Part
from lif.model.parts.shape import shape_of
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
    for at, evidence in pieces_of_evidence(entry.record):
        if evidence.record is not None:
            source = cited_part(snapshot, evidence.record)
            now = fingerprint(source) if source else None
            yield CitedEvidence(entry.id, at, evidence.record, evidence.seen, now)


def pieces_of_evidence(part: Part, at: FieldPath = ()) -> Iterator[tuple[FieldPath, Evidence]]:
    """Every piece of evidence in a record or part of one, however deep, with its place."""
    for name in _leading_to_evidence(type(part)):
        value = getattr(part, name)
        for step, inner in enumerate(value) if isinstance(value, tuple) else ((None, value),):
            place = (*at, name) if step is None else (*at, name, step)
            if isinstance(inner, Evidence):
                yield place, inner
            elif isinstance(inner, Part):
                yield from pieces_of_evidence(inner, place)


@cache
def _leading_to_evidence(model: type[Part]) -> tuple[str, ...]:
    """The fields of a part that hold evidence, or parts with evidence in them."""
    return tuple(
        name
        for name, field in shape_of(model).items()
        if field.part is not None and (issubclass(field.part, Evidence) or _leading_to_evidence(field.part))
    )


def suspects(snapshot: Snapshot) -> tuple[CitedEvidence, ...]:
    """All suspect evidence, in order of record."""
    entries = (entry for entry in snapshot.entries.values() if _has_fingerprint(entry.record))
    citations = (
        cited for entry in sorted(entries, key=lambda entry: entry.id) for cited in evidence_of(snapshot, entry)
    )
    return tuple(cited for cited in citations if cited.trust is Trust.SUSPECT)


def _has_fingerprint(record: Record) -> bool:
    """Whether any of its evidence holds a fingerprint; without one it cannot be suspect, and none is worked out."""
    return any(evidence.seen for _, evidence in pieces_of_evidence(record))


def cited_part(snapshot: Snapshot, target: str) -> Part | None:
    """The record or item with that id; None when it cannot be read or does not exist."""
    record, key = RecordRef.parse(target)
    entry = snapshot.entries.get(record)
    if entry is None or not key:
        return entry.record if entry else None
    items = getattr(entry.record, entry.items.get(key, ""), ())
    return next((item for item in items if item.key == key), None)
