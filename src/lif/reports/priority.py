"""The records of a priority: those that name its themes, those they rest on, and those that followed from them."""

from dataclasses import replace
from datetime import date

from lif.analysis.lines.lineage import records_on_theme, trace
from lif.analysis.themes.replaced_themes import current_theme
from lif.errors import LifError
from lif.model.reference import RecordRef
from lif.model.snapshot import Snapshot


def themes_of(snapshot: Snapshot, priority: str) -> frozenset[str]:
    """The themes of a priority, each by its current key.

    Raises LifError when the partnership has no such priority, or when the priority names no themes.
    """
    listed = snapshot.priority(priority)
    if listed is None:
        known = ", ".join(snapshot.priorities) or "none yet"
        raise LifError(f'The partnership has no priority "{priority}".', f"Priorities: {known}")
    if not listed.themes:
        raise LifError(
            f"The priority {priority} names no themes, so nothing can be said to belong to it.", "Name some."
        )
    return frozenset(current_theme(snapshot, theme) for theme in listed.themes)


def narrow_to_themes(snapshot: Snapshot, themes: frozenset[str], today: date) -> Snapshot:
    """The snapshot with only the records on the themes, and the partnership; unchanged when no theme is named."""
    if not themes:
        return snapshot
    kept = {"partnership"}
    for theme in theme_keys(snapshot, themes):
        start, carriers = records_on_theme(snapshot, theme)
        kept.update(RecordRef.parse(stop.id).record for stop in trace(snapshot, start, today, carriers).stops)
    entries = (
        replace(entry, citations=tuple(cited for cited in entry.citations if _is_kept(cited.target, kept)))
        for entry in snapshot.entries.values()
        if entry.id in kept
    )
    return snapshot.with_entries(entries)


def theme_keys(snapshot: Snapshot, themes: frozenset[str]) -> list[str]:
    """Every key of these themes: their own, and those of the themes they replaced."""
    return [key for key in snapshot.themes if current_theme(snapshot, key) in themes]


def _is_kept(target: str, kept: set[str]) -> bool:
    """Whether the citation is of a record that is kept, or of an item in a register of the partnership."""
    return "/" not in target or RecordRef.parse(target).record in kept
