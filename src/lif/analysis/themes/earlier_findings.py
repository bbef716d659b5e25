"""Earlier findings that may say the same: offered to a person, who links them with `recurrence_of` or does not."""

from datetime import date

from lif.analysis.chronology.record_date import placed
from lif.analysis.statistics.similarity import Earlier, Index
from lif.analysis.themes.recurrence import Perhaps
from lif.model.kinds.finding import Finding
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import Direction

_CONCERNS = {Direction.NEEDS_TO_IMPROVE, Direction.GAP, Direction.MIXED}
_BEST = 3


def perhaps_found_before(snapshot: Snapshot, finding: Entry[Finding]) -> Perhaps | None:
    """The three closest earlier concerns by text, and those on the same theme about the same agency.

    None when the finding is no concern, is linked already, or nothing earlier is like it. What comes from the same
    source, and what repeats another finding, is not offered; of two findings without a date neither is the earlier.
    """
    if finding.record.direction not in _CONCERNS or finding.record.recurrence_of or finding.record.derived_from:
        return None
    day = _day(snapshot, finding.id)
    before = [
        entry
        for entry in snapshot.of(Finding)
        if entry.record.direction in _CONCERNS
        and entry.record.source != finding.record.source
        and not entry.record.derived_from
        and _day(snapshot, entry.id) < day
    ]
    index = Index(_text(entry) for entry in before)
    by_text = index.best(_text(finding).text, _BEST)
    named = {candidate.id for candidate in by_text}
    by_theme = tuple(one.id for one in index.alike(_text(finding)) if one.id not in named)
    if not by_text and not by_theme:
        return None
    return Perhaps(finding.id, finding.record.title, by_text, by_theme)


def _day(snapshot: Snapshot, record_id: str) -> date:
    when = placed(snapshot, record_id)
    return when.earliest if when else date.max


def _text(entry: Entry[Finding]) -> Earlier:
    finding = entry.record
    themes = frozenset({finding.theme, *finding.needs})
    return Earlier(entry.id, f"{finding.title} {finding.says or ''}", themes, frozenset(finding.agencies))
