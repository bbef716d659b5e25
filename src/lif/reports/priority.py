"""What belongs to a priority: the records that name its themes, all that stands behind them, and what followed."""

from dataclasses import replace
from datetime import date

from lif.analysis.lines.lineage import on_theme, trace
from lif.analysis.themes.replaced_themes import successors
from lif.errors import LifError
from lif.model.kinds.partnership import Priority
from lif.model.snapshot import Snapshot


def themes_of(snapshot: Snapshot, priority: str) -> frozenset[str]:
    """The themes of a priority, each under the name it has now; wrong use when the partnership has no such priority."""
    found = snapshot.registers["priority"].get(priority)
    if not isinstance(found, Priority):
        known = ", ".join(snapshot.registers["priority"]) or "none yet"
        raise LifError(f'The partnership has no priority "{priority}".', f"Priorities: {known}")
    if not found.themes:
        raise LifError(
            f"The priority {priority} names no themes, so nothing can be said to belong to it.", "Name some."
        )
    return frozenset(successors(snapshot, theme) for theme in found.themes)


def on_priority(snapshot: Snapshot, themes: frozenset[str], today: date) -> Snapshot:
    """The snapshot with only what belongs to the themes, and the partnership; the same one when no theme is named."""
    if not themes:
        return snapshot
    kept = {"partnership"}
    for theme in named_by(snapshot, themes):
        start, carriers = on_theme(snapshot, theme)
        kept.update(stop.id.partition("#")[0] for stop in trace(snapshot, start, today, carriers).stops)
    entries = (
        replace(entry, citations=tuple(one for one in entry.citations if _leads(one.target, kept)))
        for entry in snapshot.entries.values()
        if entry.id in kept
    )
    return snapshot.with_entries(entries)


def named_by(snapshot: Snapshot, themes: frozenset[str]) -> list[str]:
    """The themes by every name they have had: their own, and those that each of them took the place of."""
    return [key for key in snapshot.registers["theme"] if successors(snapshot, key) in themes]


def _leads(target: str, kept: set[str]) -> bool:
    return "/" not in target or target.partition("#")[0] in kept
