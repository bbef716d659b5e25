"""Evidence whose source has changed since it was cited, for an audience."""

from lif.changes.suspect import CitedEvidence, suspects
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
        if evidence.record in view.records.entries
        and RecordRef.parse(evidence.target).record in view.records.entries.keys() - view.cut
    )
