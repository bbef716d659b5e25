"""The themes that a change can affect, so that only these are triangulated again."""

from collections.abc import Iterable, Iterator

from lif.analysis.audits.standard_identity import same_standard
from lif.analysis.audits.standards_over_time import chain_of
from lif.analysis.themes.replaced_themes import current_theme
from lif.analysis.themes.sources import pieces_of_work
from lif.changes.change import Changes
from lif.model.kinds.audit import Audit
from lif.model.kinds.finding import Finding
from lif.model.record import Record
from lif.model.snapshot import Broken, Entry, Snapshot

_JOINS = ("sharing", "draft", "part_of", "same_evidence_as", "reaudit_of", "elsewhere")
"""Fields that decide whether a record counts and with which others, whose findings may be on any theme."""


def themes_touched(before: Snapshot, after: Snapshot, changes: Changes) -> frozenset[str]:
    """The current themes on which the evidence may differ; all themes where that cannot be narrowed down.

    They are the themes of the changed records, and of the findings that cite a changed record or a record that belongs
    to the same piece of work. Of the standards that a changed record measured or is about they are also the themes, and
    those of the findings on them: counts make findings of other audits history, and can be a concern of their own.
    """
    all_themes = frozenset({**before.themes, **after.themes})
    ids = {record_id for change in changes.records for record_id in (change.id, change.was) if record_id}
    ids |= {*changes.following}
    if "partnership" in ids or any(change.touches(*_JOINS) and change.before for change in changes.records):
        return all_themes
    touched = set()
    for snapshot in (before, after):
        pieces = pieces_of_work(snapshot)
        changed_pieces = {pieces[record_id] for record_id in ids if record_id in pieces}
        related_ids = ids | {record_id for record_id, piece in pieces.items() if piece in changed_pieces}
        changed = (entry for entry in map(snapshot.find, ids) if entry is not None)
        citing = (
            finding
            for finding in snapshot.of(Finding)
            if any(citation.record in related_ids for citation in finding.citations)
        )
        cited_themes = {theme for entry in (*changed, *citing) for theme in _themes(entry)}
        cited_themes |= set(_themes_of_standards(snapshot, related_ids))
        touched |= {current_theme(after, theme) for theme in cited_themes}
    return frozenset(touched & all_themes)


def _themes(entry: Entry[Record] | Broken) -> Iterator[str]:
    return (citation.target for citation in entry.citations if "theme" in citation.ref.to)


def _themes_of_standards(snapshot: Snapshot, ids: Iterable[str]) -> Iterator[str]:
    """The themes of the standards that these records measured or are about, and of every finding on such a standard."""
    records = [entry.record for record_id in ids if (entry := snapshot.entries.get(record_id)) is not None]
    named = {result.key for record in records if isinstance(record, Audit) for result in record.results}
    named |= {record.standard for record in records if isinstance(record, Finding) and record.standard}
    standards = {same_standard(snapshot, key) for key in named}
    for key in standards:
        chain = chain_of(snapshot, key)
        yield from chain.themes if chain else ()
    for finding in snapshot.of(Finding):
        if finding.record.standard and same_standard(snapshot, finding.record.standard) in standards:
            yield from (finding.record.theme, *finding.record.needs)
