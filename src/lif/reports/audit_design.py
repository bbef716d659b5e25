"""How an audit was designed: its cases and how they were chosen, what was looked for, who led it and who moderated."""

from lif.analysis.duties.agencies import name_of
from lif.disclosure.small_counts import LARGEST_HIDDEN
from lif.model.kinds.audit import Audit, LookedAt
from lif.model.sharing import Sharing
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import words
from lif.reports.cited_sentence import months_of
from lif.reports.what_works import labelled


def audit_design(snapshot: Snapshot, entry: Entry[Audit], audience: Sharing) -> str:
    """`Cases: 14. How they were chosen: at random. Practice of: May 2025 to July 2025. …`, as far as it is recorded."""
    audit = entry.record
    parts = (
        ("Cases", _cases_text(audit, audience)),
        ("How they were chosen", _chosen_text(audit)),
        ("Practice of", _span_text(audit.looked_at)),
        ("Looked for", "; ".join(criterion.rstrip(".") for criterion in audit.criteria)),
        ("Led by", name_of(snapshot, audit.led_by) if audit.led_by else ""),
        ("Grades moderated by", _group_name(snapshot, audit.moderated_by)),
    )
    return labelled(
        (label, audit.marked(text, field)) for (label, text), field in zip(parts, _FIELDS, strict=True) if text
    )


_FIELDS = ("cases_looked_at", "selection", "looked_at", "criteria", "led_by", "moderated_by")


def cases_chosen(audit: Audit, audience: Sharing) -> str:
    """`14 cases; drawn at random from all plans`: how many, and how they were chosen; for the public no few cases."""
    cases = _cases_text(audit, audience)
    counted = f"{cases} {'case' if cases == '1' else 'cases'}" if cases else ""
    return "; ".join(filter(None, (counted, _chosen_text(audit))))


def _cases_text(audit: Audit, audience: Sharing) -> str:
    cases = audit.cases_looked_at
    is_shown = cases is not None and (audience is not Sharing.PUBLIC or cases > LARGEST_HIDDEN)
    return str(cases) if is_shown else ""


def _chosen_text(audit: Audit) -> str:
    return audit.selection_described or (words(audit.selection) if audit.selection else "")


def _span_text(looked_at: LookedAt | None) -> str:
    """`May 2025 to July 2025`, or one month."""
    if looked_at is None:
        return ""
    ends = (months_of(when) for when in (looked_at.since, looked_at.until) if when is not None)
    return " to ".join(dict.fromkeys(ends))


def _group_name(snapshot: Snapshot, key: str | None) -> str:
    group = snapshot.group(key)
    return key or "" if group is None else group.name
