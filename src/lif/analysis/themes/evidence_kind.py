"""The eight kinds of evidence: their labels, which are self-description, and the order of silent ones."""

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
"""The label of each kind of evidence, in the order in which they are shown."""

SELF_DESCRIPTION = frozenset({"assessment", "voice_practitioner"})
"""The kinds in which agencies or staff describe themselves; all others are direct evidence."""

SILENCE_ORDER = ("voice_family", "voice_practitioner", *(kind for kind in LABELS if not kind.startswith("voice")))
"""The order in which silent kinds are shown: the voice of children and families first."""
