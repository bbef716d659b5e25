"""Other evidence of the time of an assessment cycle: findings that may stand beside a standard (F4.11, F5.4)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lif.analysis.chronology.record_date import record_date
from lif.analysis.deadlines.returns import AssessmentsByCycle, assessments_by_cycle
from lif.analysis.lines.whose_work import ours
from lif.analysis.themes.replaced_themes import current_theme
from lif.model.kinds.assessment import Assessment
from lif.model.kinds.finding import Finding
from lif.model.kinds.partnership import Cycle
from lif.model.period import Period, When, months_after
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import Direction, words


@dataclass(frozen=True, slots=True)
class RelatedFinding:
    """A finding from another source on the themes of a standard; `agencies` are those it is about, if it names any."""

    record: str
    title: str
    direction: str
    when: When | None
    judged: Direction
    agencies: tuple[str, ...]


def time_of_cycle(snapshot: Snapshot, cycle: Cycle, today: date) -> Period:
    """The time whose evidence stands beside the returns of a cycle.

    It ends on the day the cycle is due, or on which its last return came where that is later; a cycle without a day
    ends today. It begins the day after the end of the cycle before, where that had a day; otherwise so many months
    before its own end as make evidence old. The cycle before is one that also asked agencies, or also the arrangements.
    """
    by_cycle = assessments_by_cycle(snapshot)
    end = _end(cycle, by_cycle) or today
    is_about_itself = _is_about_the_arrangements(by_cycle.get(cycle.key, ()))
    earlier_ends = [
        other_end
        for other in snapshot.cycles.values()
        if other.key != cycle.key
        and _is_about_the_arrangements(by_cycle.get(other.key, ())) == is_about_itself
        and (other_end := _end(other, by_cycle)) is not None
        and other_end < end
    ]
    if earlier_ends:
        return Period(max(earlier_ends) + timedelta(days=1), end, cycle.key)
    return Period(months_after(end, -snapshot.thresholds.old_after_months), end, cycle.key)


def findings_of_cycle(snapshot: Snapshot, cycle: Cycle, today: date) -> Mapping[str, Sequence[RelatedFinding]]:
    """Findings of the time of the cycle by theme, that are current and not from an assessment.

    A finding without a date is not known to be of that time, and is left out.
    """
    time = time_of_cycle(snapshot, cycle, today)
    by_theme: dict[str, list[RelatedFinding]] = {}
    for entry in ours(snapshot, snapshot.of(Finding)):
        finding = entry.record
        if finding.source.startswith("assessments/") or finding.derived_from or finding.superseded_by:
            continue
        when = record_date(snapshot, entry.id)
        if when is not None and when.overlaps(time):
            related = RelatedFinding(
                entry.id,
                finding.title,
                finding.marked(words(finding.direction), "direction", "theme"),
                when,
                finding.direction,
                finding.agencies,
            )
            by_theme.setdefault(current_theme(snapshot, finding.theme), []).append(related)
    return by_theme


def _end(cycle: Cycle, by_cycle: AssessmentsByCycle) -> date | None:
    """The last day of a cycle; None where it has no day and nothing was returned."""
    returned = [entry.record.returned for entry in by_cycle.get(cycle.key, ()) if entry.record.returned]
    return max((when.latest for when in (cycle.due or cycle.asked, *returned) if when), default=None)


def _is_about_the_arrangements(entries: Sequence[Entry[Assessment]]) -> bool:
    return bool(entries) and all(entry.record.of_partnership for entry in entries)
