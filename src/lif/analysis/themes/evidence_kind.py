"""The nine kinds of evidence: their labels, which are self-description, and the order of silent ones."""

from lif.model.declaration import EvidenceKind

LABELS: dict[str, str] = {
    EvidenceKind.REVIEW: "practice reviews",
    EvidenceKind.AUDIT_MULTI: "multi-agency audits",
    EvidenceKind.AUDIT_SINGLE: "single-agency audits",
    EvidenceKind.ASSESSMENT: "section 11 and other self-assessments",
    EvidenceKind.STATEMENT: "the partnership's own statements",
    EvidenceKind.INSPECTION: "inspections",
    EvidenceKind.INDICATOR: "figures",
    EvidenceKind.VOICE_FAMILY: "children and families",
    EvidenceKind.VOICE_PRACTITIONER: "practitioners",
}
"""The label of each kind of evidence, in the order in which they are shown."""

SELF_DESCRIPTION = frozenset({EvidenceKind.ASSESSMENT, EvidenceKind.STATEMENT, EvidenceKind.VOICE_PRACTITIONER})
"""The kinds in which agencies, the partnership or staff describe themselves; all others are direct evidence."""

_VOICES = (EvidenceKind.VOICE_FAMILY, EvidenceKind.VOICE_PRACTITIONER)
SILENCE_ORDER = (*_VOICES, *(kind for kind in EvidenceKind if kind not in _VOICES))
"""The order in which silent kinds are shown: the voice of children and families first."""
