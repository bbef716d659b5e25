"""The findings on each theme, and which of them have no vote: repeats, superseded ones, history (R1, R2)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from lif.analysis.chronology.record_date import own_date, record_date
from lif.analysis.themes.replaced_themes import current_theme
from lif.analysis.themes.triangulation import CONCERNS, VERDICT_LETTERS
from lif.model.kinds.audit import Audit
from lif.model.kinds.finding import Finding
from lif.model.period import Period, When
from lif.model.snapshot import Entry, Snapshot, once
from lif.model.vocabulary import Direction

ONLY_DESCRIBES = "describes practice; does not say whether it works"
"""Why a descriptive finding has no vote."""


@dataclass(frozen=True, slots=True)
class NotCounted:
    """A finding that has no vote, and the reason."""

    finding: str
    why: str


class SourcedFinding(NamedTuple):
    """A finding on a theme with its source, its kind of evidence and its date."""

    finding: Entry[Finding]
    source: str
    kind: str
    when: When | None


@once
def findings_by_theme(snapshot: Snapshot) -> dict[str, list[SourcedFinding]]:
    """The findings on each theme, in order of id."""
    by_theme: dict[str, list[SourcedFinding]] = {}
    for entry in snapshot.of(Finding):
        source = snapshot.entries.get(entry.record.source)
        kind = source.record.evidence_kind if source else None
        if source and kind:
            sourced = SourcedFinding(entry, source.id, kind, entry.record.date or own_date(source.record))
            for theme in {current_theme(snapshot, key): None for key in (entry.record.theme, *entry.record.needs)}:
                by_theme.setdefault(theme, []).append(sourced)
    return by_theme


def findings_not_counted(
    snapshot: Snapshot, on_theme: list[SourcedFinding], period: Period | None
) -> Iterator[NotCounted]:
    """Findings without a vote (R1, R2): they repeat another, are superseded, were re-audited or only describe."""
    repeats = _newest_repeats(snapshot, {sourced.source for sourced in on_theme if _can_vote(sourced.finding.record)})
    for sourced in on_theme:
        finding = sourced.finding.record
        if finding.derived_from:
            yield NotCounted(sourced.finding.id, f"repeats {finding.derived_from}")
        elif finding.superseded_by and not _comes_after(snapshot, finding.superseded_by, period):
            yield NotCounted(sourced.finding.id, f"superseded by {finding.superseded_by}")
        elif sourced.source in repeats:
            yield NotCounted(sourced.finding.id, f"history: audited again in {repeats[sourced.source]}")
        elif finding.direction not in VERDICT_LETTERS:
            yield NotCounted(sourced.finding.id, ONLY_DESCRIBES)


def is_concern(finding: Finding) -> bool:
    """Whether a finding raises a concern, alone or among what works."""
    return finding.direction in CONCERNS or finding.direction is Direction.MIXED


def _comes_after(snapshot: Snapshot, finding: str, period: Period | None) -> bool:
    """Whether a finding was made only after the period, so that it was not yet known in the period."""
    when = record_date(snapshot, finding)
    return period is not None and when is not None and when.earliest > period.until


def _can_vote(finding: Finding) -> bool:
    """Whether a finding repeats no other, still stands, and has a direction that counts as a vote."""
    return not (finding.derived_from or finding.superseded_by) and finding.direction in VERDICT_LETTERS


def _newest_repeats(snapshot: Snapshot, voting_sources: set[str]) -> dict[str, str]:
    """Audits that were repeated, directly or through others, each with its newest repeat among the voting sources."""
    reaudit_of = _repeated_audits(snapshot)
    newest: dict[str, str] = {}
    for audit in sorted(voting_sources & reaudit_of.keys(), key=lambda audit_id: _first_day_and_id(snapshot, audit_id)):
        earlier = reaudit_of[audit]
        seen = {audit}
        while earlier and earlier not in seen:
            newest[earlier] = audit
            seen.add(earlier)
            earlier = reaudit_of.get(earlier)
    return newest


def repeats_audit(snapshot: Snapshot, audit: str, earlier: str) -> bool:
    """Whether an audit repeats the earlier one, directly or through others."""
    reaudit_of = _repeated_audits(snapshot)
    seen: set[str] = set()
    repeated = reaudit_of.get(audit)
    while repeated and repeated not in seen:
        if repeated == earlier:
            return True
        seen.add(repeated)
        repeated = reaudit_of.get(repeated)
    return False


@once
def _repeated_audits(snapshot: Snapshot) -> dict[str, str | None]:
    """Each audit with the audit that it repeats, None for a first one."""
    return {audit.id: audit.record.reaudit_of for audit in snapshot.of(Audit)}


def _first_day_and_id(snapshot: Snapshot, record_id: str) -> tuple[date, str]:
    when = record_date(snapshot, record_id)
    return (when.earliest if when else date.min, record_id)
