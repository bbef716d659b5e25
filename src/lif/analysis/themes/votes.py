"""The findings on each theme, and which of them have no vote: repeats, superseded ones, history (R1, R2)."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lif.analysis.audits.measured_again import measured_again
from lif.analysis.audits.measurement import Measurement
from lif.analysis.chronology.record_date import own_date, record_date
from lif.analysis.themes.replaced_themes import current_theme
from lif.analysis.themes.triangulation import CONCERNS, VERDICT_LETTERS
from lif.model.kinds.finding import Finding
from lif.model.period import Period, When
from lif.model.snapshot import Entry, Snapshot, once
from lif.model.vocabulary import Direction

ONLY_DESCRIBES = "describes practice; does not say whether it works"
"""Why a descriptive finding has no vote."""
COULD_WORK = "has potential: says what could work; does not say that it works"
"""Why a finding of something that has potential neither reassures nor raises a concern."""


@dataclass(frozen=True, slots=True)
class NotCounted:
    """A finding that has no vote, and the reason."""

    finding: str
    why: str

    @property
    def is_history(self) -> bool:
        """Whether something later took its place."""
        return self.why.startswith(("history", "superseded"))


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
    snapshot: Snapshot, on_theme: list[SourcedFinding], period: Period | None, leaving_out: Collection[str] = ()
) -> Iterator[NotCounted]:
    """Findings without a vote (R1, R2): they repeat another, are superseded, are history or only describe.

    A finding is history where a later audit measured its own standard (`measured_again`), never because an audit on the
    theme was repeated. Sources that are left out make nothing history and supersede nothing.
    """
    speaking = frozenset(sourced.finding.id for sourced in on_theme if _can_vote(sourced.finding.record))
    for sourced in on_theme:
        finding = sourced.finding.record
        measured = measured_again(snapshot, sourced.finding, speaking)
        later = next((one for one in _measured_by(measured, period) if one.audit not in leaving_out), None)
        successor = _superseded_by(snapshot, finding, period, leaving_out)
        if finding.derived_from:
            yield NotCounted(sourced.finding.id, f"repeats {finding.derived_from}")
        elif successor:
            yield NotCounted(sourced.finding.id, f"superseded by {successor}")
        elif later is not None and later.counts is not None:
            yield NotCounted(sourced.finding.id, f"history: its standard was measured again in {later.audit}")
        elif finding.direction is Direction.HAS_POTENTIAL:
            yield NotCounted(sourced.finding.id, COULD_WORK)
        elif finding.direction not in VERDICT_LETTERS:
            yield NotCounted(sourced.finding.id, ONLY_DESCRIBES)


def history_on_theme(snapshot: Snapshot, theme: str) -> frozenset[str]:
    """The findings on a theme that are no longer how things are: superseded, or their standard was measured again."""
    on_theme = findings_by_theme(snapshot).get(theme, [])
    return frozenset(
        left_out.finding for left_out in findings_not_counted(snapshot, on_theme, None) if left_out.is_history
    )


def _measured_by(measurements: Iterator[Measurement], period: Period | None) -> Iterator[Measurement]:
    """The measurements that were made by the end of the period, where one is given."""
    for measured in measurements:
        if period is None or measured.when is None or measured.when.earliest <= period.until:
            yield measured


def is_concern(finding: Finding) -> bool:
    """Whether a finding raises a concern, alone or among what works."""
    return finding.direction in CONCERNS or finding.direction is Direction.MIXED


def _superseded_by(
    snapshot: Snapshot, finding: Finding, period: Period | None, leaving_out: Collection[str]
) -> str | None:
    """The finding that superseded it by the end of the period, if any; none that comes from a source left out."""
    successor = finding.superseded_by
    entry = snapshot.entries.get(successor or "")
    if entry is not None and isinstance(entry.record, Finding) and entry.record.source in leaving_out:
        return None
    when = record_date(snapshot, successor) if successor else None
    is_later = period is not None and when is not None and when.earliest > period.until
    return None if is_later else successor


def _can_vote(finding: Finding) -> bool:
    """Whether a finding repeats no other, still stands, and has a direction that counts as a vote."""
    return not (finding.derived_from or finding.superseded_by) and finding.direction in VERDICT_LETTERS
