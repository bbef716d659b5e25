"""What was looked at on a theme, and when last."""

from dataclasses import dataclass
from datetime import date

from lif.analysis.themes.on_theme import OnTheme, evidence_by_theme
from lif.model.declaration import EvidenceKind
from lif.model.kinds.contribution import Contribution
from lif.model.period import Period, When
from lif.model.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Look:
    """One look at a theme: the record that looked, or the finding of one, and its date, None where none is known."""

    record: str
    source: str
    when: When | None


def looks_at(snapshot: Snapshot, theme: str) -> tuple[Look, ...]:
    """Every look at the theme, oldest first, those without a date before all others.

    Reviews, audits, assessments, inspections and feedback that name the theme look at it at their date; an indicator at
    the date of each of its points; findings, of any source, at theirs. Statements of the partnership and contributions
    look at nothing: only the findings that were made of them do.
    """
    looks = (
        Look(record.id, record.source, when)
        for record in evidence_by_theme(snapshot).get(theme, ())
        if not _only_says(snapshot, record)
        for when in record.dates or (None,)
    )
    return tuple(sorted(looks, key=_latest_day))


def _only_says(snapshot: Snapshot, record: OnTheme) -> bool:
    is_statement = record.kind is EvidenceKind.STATEMENT
    is_said = is_statement or isinstance(snapshot.entries[record.source].record, Contribution)
    return record.id == record.source and is_said


def last_look(looks: tuple[Look, ...]) -> Look | None:
    """The newest of these looks, by the last day on which it may have been; None where there is none."""
    return max(looks, key=_latest_day, default=None)


def is_looked_at_in(looks: tuple[Look, ...], period: Period) -> bool:
    """Whether one of these looks may lie in the period."""
    return any(look.when is not None and look.when.overlaps(period) for look in looks)


def _latest_day(look: Look) -> tuple[date, bool, str]:
    """The sort key: of several looks of one day, that of the record itself comes after those of its findings."""
    return (look.when.latest if look.when else date.min, look.record == look.source, look.record)
