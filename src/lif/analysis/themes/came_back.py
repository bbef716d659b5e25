"""What came back: findings that a person linked to earlier ones, and proposals for a person to link or not."""

from dataclasses import dataclass

from lif.analysis.audits.repeated_audits import repeats_audit
from lif.analysis.chronology.record_date import record_date
from lif.analysis.lines.whose_work import ours
from lif.analysis.statistics.similarity import EarlierText, SimilarityIndex, terms
from lif.analysis.themes.replaced_themes import current_theme
from lif.analysis.themes.sources import pieces_of_work
from lif.analysis.themes.votes import is_concern
from lif.model.kinds.finding import Finding
from lif.model.period import When
from lif.model.snapshot import Entry, Snapshot, once

_READ = 50
"""So many of the most alike concerns are read for an earlier one, so that the work grows with their number only."""
_SHARED_TERMS = 2
"""So many words, besides those of the theme, make two texts alike enough to propose a link."""


@dataclass(frozen=True, slots=True)
class DatedFinding:
    """What a finding says, with its id and date."""

    id: str
    says: str
    when: When | None


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A concern with the earlier ones that it repeats, oldest first; `is_our_reading` where the compiler linked it."""

    finding: DatedFinding
    earlier: tuple[DatedFinding, ...]
    is_our_reading: bool = False


def linked_recurrences(snapshot: Snapshot, theme: str | None = None) -> tuple[Recurrence, ...]:
    """Findings that a person linked to an earlier one by `recurrence_of`, on the theme where one is given."""
    return tuple(
        Recurrence(
            _dated(snapshot, entry),
            tuple(_dated(snapshot, earlier) for earlier in _chain(snapshot, entry)),
            entry.record.is_inferred("recurrence_of"),
        )
        for entry in _findings(snapshot).values()
        if _is_on(snapshot, entry.record, theme) and _chain(snapshot, entry)
    )


def _chain(snapshot: Snapshot, entry: Entry[Finding]) -> list[Entry[Finding]]:
    """The findings that it repeats, directly or through others, oldest first."""
    by_id = _findings(snapshot)
    chain: list[Entry[Finding]] = []
    seen = {entry.id}
    earlier = entry.record.recurrence_of
    while earlier and earlier in by_id and earlier not in seen:
        seen.add(earlier)
        chain.append(by_id[earlier])
        earlier = by_id[earlier].record.recurrence_of
    return chain[::-1]


@once
def _findings(snapshot: Snapshot) -> dict[str, Entry[Finding]]:
    """Our own findings by id: what was found elsewhere does not come back here."""
    return {entry.id: entry for entry in ours(snapshot, snapshot.of(Finding))}


def proposed_recurrences(snapshot: Snapshot, theme: str | None = None) -> tuple[Recurrence, ...]:
    """Concerns that may have come back, the most alike first; none counts until a person links it.

    The earlier concern has the same practice theme, comes from another piece of work of an earlier day, and shares two
    words or more besides those of the theme's label. Of several the most alike is proposed. A finding that repeats
    another, was superseded or is linked already is no proposal, nor is one of an audit that repeats the earlier audit.
    """
    return tuple(proposed for proposed, on_theme in _proposals(snapshot) if theme is None or theme == on_theme)


@once
def _proposals(snapshot: Snapshot) -> tuple[tuple[Recurrence, str], ...]:
    by_theme: dict[str, list[Entry[Finding]]] = {}
    for entry in _findings(snapshot).values():
        if is_concern(entry.record) and not entry.record.derived_from:
            by_theme.setdefault(current_theme(snapshot, entry.record.theme), []).append(entry)
    found = []
    for theme, concerns in by_theme.items():
        in_register = snapshot.theme(theme)
        own_words = frozenset(terms(f"{theme} {in_register.label if in_register else ''}"))
        index = SimilarityIndex(EarlierText(entry.id, _says(entry)) for entry in concerns)
        for entry in concerns:
            is_settled = entry.record.recurrence_of or entry.record.superseded_by
            closest = None if is_settled else _closest(snapshot, entry, index, own_words)
            if closest is not None:
                likeness, earlier = closest
                recurrence = Recurrence(_dated(snapshot, entry), (_dated(snapshot, _findings(snapshot)[earlier]),))
                found.append((-likeness, entry.id, recurrence, theme))
    return tuple((recurrence, theme) for _, _, recurrence, theme in sorted(found, key=lambda row: row[:2]))


def _closest(
    snapshot: Snapshot, entry: Entry[Finding], index: SimilarityIndex, own_words: frozenset[str]
) -> tuple[float, str] | None:
    """The most alike of the earlier concerns from other pieces of work, with its likeness, for ordering only."""
    pieces = pieces_of_work(snapshot)
    piece = pieces.get(entry.record.source, entry.record.source)
    day = record_date(snapshot, entry.id)
    for candidate in index.best(_says(entry), _READ):
        other = _findings(snapshot)[candidate.id].record
        before = record_date(snapshot, candidate.id)
        is_earlier = day is not None and before is not None and before.is_before(day)
        is_other_work = pieces.get(other.source, other.source) != piece and not repeats_audit(
            snapshot, entry.record.source, other.source
        )
        if is_earlier and is_other_work and len(set(candidate.shared) - own_words) >= _SHARED_TERMS:
            return candidate.similarity, candidate.id
    return None


def _is_on(snapshot: Snapshot, finding: Finding, theme: str | None) -> bool:
    return theme is None or theme in {current_theme(snapshot, key) for key in (finding.theme, *finding.needs)}


def _says(entry: Entry[Finding]) -> str:
    return entry.record.says or entry.record.title


def _dated(snapshot: Snapshot, entry: Entry[Finding]) -> DatedFinding:
    return DatedFinding(entry.id, _says(entry), record_date(snapshot, entry.id))
