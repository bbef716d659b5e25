"""What groups have decided on each theme."""

from collections.abc import Iterator
from datetime import date

from lif.analysis.themes.replaced_themes import current_theme
from lif.model.kinds.decision import Decision
from lif.model.kinds.finding import Finding
from lif.model.record import Record
from lif.model.reference import RecordRef
from lif.model.snapshot import Entry, Snapshot, once


def decisions_on(snapshot: Snapshot, theme: str) -> tuple[Entry[Decision], ...]:
    """The decisions on the theme that no other supersedes, newest first, those without a date last.

    A decision is on a theme that it names as its own or among others, and on the themes of the findings, records and
    recommendations that it is about. One on a review, audit or inspection of several themes is not on each of them.
    """
    return _decisions_by_theme(snapshot).get(theme, ())


@once
def _decisions_by_theme(snapshot: Snapshot) -> dict[str, tuple[Entry[Decision], ...]]:
    superseded = {entry.record.supersedes for entry in snapshot.of(Decision)}
    by_theme: dict[str, list[Entry[Decision]]] = {}
    for entry in sorted(snapshot.of(Decision), key=_decided_on, reverse=True):
        if entry.id not in superseded:
            for theme in dict.fromkeys(current_theme(snapshot, key) for key in _themes(snapshot, entry.record)):
                by_theme.setdefault(theme, []).append(entry)
    return {theme: tuple(decisions) for theme, decisions in by_theme.items()}


def _themes(snapshot: Snapshot, decision: Decision) -> Iterator[str]:
    if decision.theme:
        yield decision.theme
    yield from decision.themes
    for record_id in decision.about:
        ref = RecordRef.parse(record_id)
        entry = snapshot.entries.get(ref.record)
        if entry is not None:
            yield from _themes_of_item(entry, record_id) if ref.key else _own_themes(entry)


def _themes_of_item(entry: Entry[Record], item_id: str) -> tuple[str, ...]:
    """The themes of an item of a record that names some, such as a recommendation; or else those of the record."""
    items = (item for _, _, item in entry.recommendations() if entry.id_of(item.key) == item_id)
    return next((item.themes for item in items if item.themes), _own_themes(entry))


def _own_themes(entry: Entry[Record]) -> tuple[str, ...]:
    """The themes of a record that a decision on it is on too."""
    if isinstance(entry.record, Finding):
        return (entry.record.theme, *entry.record.needs)
    themes: tuple[str, ...] = getattr(entry.record, "themes", ())
    return () if entry.kind.declares.carries_themes and len(themes) > 1 else themes


def _decided_on(entry: Entry[Decision]) -> tuple[date, str]:
    return (entry.record.date.latest if entry.record.date else date.min, entry.id)
