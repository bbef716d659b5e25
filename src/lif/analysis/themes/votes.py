"""What was heard on each theme, and which findings have no vote there: repeats, superseded ones, history (R1, R2)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lif.analysis.chronology.record_date import own_date, placed
from lif.analysis.themes.replaced_themes import successors
from lif.analysis.themes.sources import evidence_kind
from lif.analysis.themes.triangulation import LETTERS
from lif.model.kinds.audit import Audit
from lif.model.kinds.finding import Finding
from lif.model.period import Period, When
from lif.model.snapshot import Entry, Snapshot, once


@dataclass(frozen=True, slots=True)
class NotCounted:
    """A finding that has no vote, and why."""

    finding: str
    why: str


@dataclass(frozen=True, slots=True)
class Heard:
    """A finding on the theme with its source."""

    finding: Entry[Finding]
    source: str
    kind: str
    when: When | None


@once
def heard_on(snapshot: Snapshot) -> dict[str, list[Heard]]:
    """The findings on each theme, in order of id."""
    found: dict[str, list[Heard]] = {}
    for entry in snapshot.of(Finding):
        source = snapshot.entries.get(entry.record.source)
        kind = evidence_kind(source.record) if source else None
        if source and kind:
            heard = Heard(entry, source.id, kind, entry.record.date or own_date(source.record))
            for theme in {successors(snapshot, key): None for key in (entry.record.theme, *entry.record.needs)}:
                found.setdefault(theme, []).append(heard)
    return found


def not_counted(snapshot: Snapshot, heard: list[Heard], period: Period | None) -> Iterator[NotCounted]:
    """R1 and R2: what repeats another finding, was superseded, was re-audited or only describes has no vote."""
    repeated = _audited_again(snapshot, {one.source for one in heard if _speaks(one.finding.record)})
    for one in heard:
        finding = one.finding.record
        if finding.derived_from:
            yield NotCounted(one.finding.id, f"repeats {finding.derived_from}")
        elif finding.superseded_by and not _comes_after(snapshot, finding.superseded_by, period):
            yield NotCounted(one.finding.id, f"superseded by {finding.superseded_by}")
        elif one.source in repeated:
            yield NotCounted(one.finding.id, f"history: audited again in {repeated[one.source]}")
        elif finding.direction not in LETTERS:
            yield NotCounted(one.finding.id, "describes, without saying whether it works")


def _comes_after(snapshot: Snapshot, finding: str, period: Period | None) -> bool:
    """Whether a finding was only made after the period, so that nothing in the period knew of it."""
    when = placed(snapshot, finding)
    return period is not None and when is not None and when.earliest > period.until


def _speaks(finding: Finding) -> bool:
    """Whether a finding says something of its own that still stands, and which way it points."""
    return not (finding.derived_from or finding.superseded_by) and finding.direction in LETTERS


def _audited_again(snapshot: Snapshot, speaking: set[str]) -> dict[str, str]:
    """Audits that are history, each with the newest repeat that speaks on the theme, however often it was repeated."""
    earlier = _before(snapshot)
    repeated: dict[str, str] = {}
    for audit in sorted(speaking & earlier.keys(), key=lambda one: _placed_from(snapshot, one)):
        before = earlier[audit]
        seen = {audit}
        while before and before not in seen:
            repeated[before] = audit
            seen.add(before)
            before = earlier.get(before)
    return repeated


@once
def _before(snapshot: Snapshot) -> dict[str, str | None]:
    """Each audit with the one that it repeats."""
    return {audit.id: audit.record.reaudit_of for audit in snapshot.of(Audit)}


def _placed_from(snapshot: Snapshot, record_id: str) -> tuple[date, str]:
    when = placed(snapshot, record_id)
    return (when.earliest if when else date.min, record_id)
