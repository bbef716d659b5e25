"""Evidence whose source has changed since it was cited, for an audience."""

from lif.changes.suspect import CitedEvidence, pieces_of_evidence, suspects
from lif.model.reference import RecordRef
from lif.model.snapshot import Snapshot
from lif.model.view import View


def changed_evidence(whole: Snapshot, view: View) -> tuple[CitedEvidence, ...]:
    """The evidence that the audience sees, with the record it cites, and whose source has changed since.

    Whether a source has changed is told by all that it holds: in the view alone a withheld field would look like a
    change. A source of which a part lies after the day is left out: what it held on that day is not known for certain.
    """
    return tuple(
        evidence
        for evidence in suspects(whole)
        if RecordRef.parse(evidence.target).record not in view.cut and _is_cited(view, evidence)
    )


def _is_cited(view: View, evidence: CitedEvidence) -> bool:
    """Whether the view shows the cited record, and this evidence in the record that cites it."""
    entry = view.records.entries.get(evidence.record)
    held = pieces_of_evidence(entry.record) if entry else ()
    is_shown = RecordRef.parse(evidence.target).record in view.records.entries
    return is_shown and any(piece.record == evidence.target for _, piece in held)
