"""Find earlier findings that may say the same as a new one; a person decides whether to link them (`recurrence_of`)."""

from datetime import date

from lif.analysis.chronology.record_date import record_date
from lif.analysis.statistics.similarity import EarlierText, SimilarityIndex
from lif.analysis.themes.recurrence import PossibleRepeat
from lif.model.kinds.finding import Finding
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import Direction

_CONCERNS = {Direction.NEEDS_TO_IMPROVE, Direction.GAP, Direction.MIXED}
_OFFERED = 3


def possible_repeat_of_finding(snapshot: Snapshot, finding: Entry[Finding]) -> PossibleRepeat | None:
    """The three closest earlier concerns by text, and those on the same theme about the same agency.

    None when the finding is no concern, is linked already, or has nothing similar before it. Findings from the same
    source and findings that repeat another are not offered. Of two findings without a date neither is the earlier.
    """
    if finding.record.direction not in _CONCERNS or finding.record.recurrence_of or finding.record.derived_from:
        return None
    day = _first_day(snapshot, finding.id)
    earlier_concerns = [
        entry
        for entry in snapshot.of(Finding)
        if entry.record.direction in _CONCERNS
        and entry.record.source != finding.record.source
        and not entry.record.derived_from
        and _first_day(snapshot, entry.id) < day
    ]
    index = SimilarityIndex(_as_text(entry) for entry in earlier_concerns)
    by_text = index.best(_as_text(finding).text, _OFFERED)
    offered = {candidate.id for candidate in by_text}
    by_theme = tuple(
        candidate.id for candidate in index.on_same_theme_and_agency(_as_text(finding)) if candidate.id not in offered
    )
    if not by_text and not by_theme:
        return None
    return PossibleRepeat(finding.id, finding.record.title, by_text, by_theme)


def _first_day(snapshot: Snapshot, record_id: str) -> date:
    when = record_date(snapshot, record_id)
    return when.earliest if when else date.max


def _as_text(entry: Entry[Finding]) -> EarlierText:
    finding = entry.record
    themes = frozenset({finding.theme, *finding.needs})
    return EarlierText(entry.id, f"{finding.title} {finding.says or ''}", themes, frozenset(finding.agencies))
