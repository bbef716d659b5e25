"""The eight kinds of evidence, and which of them a record speaks as."""

from lif.model.kinds.audit import Audit
from lif.model.kinds.feedback import Feedback
from lif.model.record import Record
from lif.model.vocabulary import AuditKind, Whose

LABELS = {
    "review": "practice reviews",
    "audit_multi": "multi-agency audits",
    "audit_single": "single-agency audits",
    "assessment": "section 11 self-assessments",
    "inspection": "inspections",
    "indicator": "figures",
    "voice_family": "children and families",
    "voice_practitioner": "practitioners",
}
"""Every kind of evidence with the words people use for it, in the order it is shown."""

SELF_DESCRIPTION = frozenset({"assessment", "voice_practitioner"})
"""Agencies or staff describing themselves; all other kinds are direct."""

SILENCE_ORDER = ("voice_family", "voice_practitioner", *(kind for kind in LABELS if not kind.startswith("voice")))
"""Silence is shown with the voice of children and families first."""

_BY_RECORD = {
    "review": "review",
    "assessment": "assessment",
    "inspection": "inspection",
    "indicator": "indicator",
    "contribution": "assessment",
    "position": "assessment",
}
"""What an agency or the partnership writes about itself, a contribution or a position, is self-description too."""


def evidence_kind(record: Record) -> str | None:
    """The kind of evidence a source is; None for a record that findings cannot come from."""
    if isinstance(record, Audit):
        multi = record.audit_kind in {AuditKind.MULTI_AGENCY_PRACTICE, AuditKind.MULTI_AGENCY_THEMATIC}
        return "audit_multi" if multi else "audit_single"
    if isinstance(record, Feedback):
        return "voice_practitioner" if record.whose is Whose.PRACTITIONERS else "voice_family"
    return _BY_RECORD.get(type(record).__name__.lower())
