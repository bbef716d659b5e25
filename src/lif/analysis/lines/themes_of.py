"""The themes of a record: those it names, and those of everything it answers or follows from.

One rule for counts of a priority, for what is kept of a report on a priority, and for what shows a change on a theme.
"""

from collections.abc import Iterable

from lif.analysis.themes.replaced_themes import current_theme
from lif.model.declaration import LineStage
from lif.model.record import Record
from lif.model.reference import RecordRef
from lif.model.snapshot import Entry, Snapshot, once

_ANSWERING_STAGES = {LineStage.DECISION, LineStage.ACTION, LineStage.LEARNING, LineStage.EVALUATION}
"""Records on these stages of the line of sight belong to the themes of what they answer."""


def themes_named(snapshot: Snapshot, record_id: str) -> frozenset[str]:
    """The themes that a record or an item names itself, by their current keys.

    A finding also names the needs of children it concerns. A recommendation without themes has those of its record,
    and also those of the findings it rests on.
    """
    ref = RecordRef.parse(record_id)
    entry = snapshot.entries.get(ref.record)
    if entry is None:
        return frozenset()
    if not ref.key:
        return _current(snapshot, _themes_in(entry.record))
    item = next((item for _, _, item in entry.recommendations() if item.key == ref.key), None)
    if item is None:
        return _current(snapshot, _themes_in(entry.record))
    of_findings = (theme for finding in item.findings for theme in themes_named(snapshot, finding))
    return _current(snapshot, item.themes or _themes_in(entry.record)) | frozenset(of_findings)


def themes_answered(snapshot: Snapshot, record_id: str) -> frozenset[str]:
    """The themes of everything that a decision, action, piece of learning or evaluation answers or follows from."""
    return _answered(snapshot).themes(record_id)


def themes_of(snapshot: Snapshot, record_id: str) -> frozenset[str]:
    """The themes under which a record is listed: those it names and those of what it answers."""
    return themes_named(snapshot, record_id) | themes_answered(snapshot, record_id)


def is_on(snapshot: Snapshot, record_id: str, themes: Iterable[str]) -> bool:
    """Whether a record is listed under one of the themes; each by its current key."""
    return not themes_of(snapshot, record_id).isdisjoint(themes)


def answers_others(entry: Entry[Record]) -> bool:
    """Whether the record is one that answers others: a decision, an action, a piece of learning, an evaluation."""
    return entry.kind.declares.line_stage in _ANSWERING_STAGES


def _themes_in(record: Record) -> tuple[str, ...]:
    one = getattr(record, "theme", None)
    return (*((one,) if one else ()), *getattr(record, "themes", ()), *getattr(record, "needs", ()))


def _current(snapshot: Snapshot, themes: Iterable[str]) -> frozenset[str]:
    return frozenset(current_theme(snapshot, theme) for theme in themes)


class _Answered:
    """The themes of what each record answers, through any number of steps."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._known: dict[str, frozenset[str]] = {}

    def themes(self, record_id: str) -> frozenset[str]:
        """The themes of everything behind a record."""
        if record_id not in self._known:
            themes = (themes_named(self._snapshot, target) for target in self._behind(record_id))
            self._known[record_id] = frozenset().union(*themes)
        return self._known[record_id]

    def _behind(self, record_id: str) -> set[str]:
        behind: set[str] = set()
        to_visit = [record_id]
        while to_visit:
            for target in self._targets(to_visit.pop()):
                if target not in behind:
                    behind.add(target)
                    to_visit.append(target)
        return behind

    def _targets(self, record_id: str) -> tuple[str, ...]:
        entry = self._snapshot.entries.get(record_id)
        if entry is None or not answers_others(entry):
            return ()
        return tuple(getattr(entry.record, entry.kind.declares.follows_by, ()))


@once
def _answered(snapshot: Snapshot) -> _Answered:
    return _Answered(snapshot)
