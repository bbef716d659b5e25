"""The eight kinds of evidence: their words, which of them describe themselves, and how silence is ordered."""

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
