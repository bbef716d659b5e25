"""Priorities in force without evidence: signals that have no record of their own (F5.1, F2.2)."""

from collections.abc import Iterable, Iterator
from datetime import date

from lif.analysis.duties.signal import Signal, SignalAnswers
from lif.analysis.themes.looked_at import looks_at
from lif.analysis.themes.replaced_themes import current_theme
from lif.model.kinds.decision import Decision
from lif.model.kinds.partnership import Priority
from lif.model.kinds.position import Position
from lif.model.period import months_after
from lif.model.reference import RecordRef
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import Driver


def priorities_without_evidence(snapshot: Snapshot, day: date, answers: SignalAnswers) -> Iterator[Signal]:
    """Yield the priorities in force that name no theme, or none that a record of the last months looks at."""
    partnership = snapshot.partnership
    if partnership is None or not snapshot.silence_means_no:
        return
    months = snapshot.thresholds.old_after_months
    for priority in partnership.priorities:
        themes = frozenset(current_theme(snapshot, theme) for theme in priority.themes)
        if not priority.span.covers(day) or _is_looked_at(snapshot, themes, day):
            continue
        why = (
            f"no record of the last {months} months looks at any of its themes"
            if themes
            else "it names no themes, so that no evidence can be found on it"
        )
        yield Signal(
            Driver.PRIORITY,
            _statement_naming(snapshot, priority, day),
            themes,
            f"{priority.name}: {why}",
            priority.since,
            next((entry.id for entry in answers.needs if priority.key in entry.record.priorities), ""),
            next((entry.id for entry in answers.declining if _declines(snapshot, entry, themes)), ""),
            priority.key,
        )


def _is_looked_at(snapshot: Snapshot, themes: Iterable[str], day: date) -> bool:
    since = months_after(day, -snapshot.thresholds.old_after_months)
    return any(
        look.when is None or (look.when.latest > since and look.when.earliest <= day)
        for theme in themes
        for look in looks_at(snapshot, theme)
    )


def _statement_naming(snapshot: Snapshot, priority: Priority, day: date) -> str:
    """The newest position statement of that day that names the priority; the partnership where none does."""
    named_in = [
        (entry.record.year, entry.id)
        for entry in snapshot.of(Position)
        if priority.key in entry.record.priorities and (not entry.record.agreed or entry.record.agreed.earliest <= day)
    ]
    return max(named_in, default=("", "partnership"))[1]


def _declines(snapshot: Snapshot, entry: Entry[Decision], themes: frozenset[str]) -> bool:
    """Whether a decision declines to look at these themes: all of them, and about no record but a statement."""
    decided = {current_theme(snapshot, theme) for theme in (entry.record.theme, *entry.record.themes) if theme}
    is_of_priorities = all(RecordRef.parse(target).record.startswith("positions/") for target in entry.record.about)
    return bool(themes) and themes <= decided and is_of_priorities
