"""A signal that something may have to be learned, and the needs and decisions that answer signals (F5.1, F5.5)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lif.model.kinds.decision import Decision
from lif.model.kinds.need import Need
from lif.model.period import When, months_between
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import Answer, Driver


@dataclass(frozen=True, slots=True)
class Signal:
    """One signal: the driver, the record or item that shows it, its themes and what it says.

    `when` is its date, None where none is known. `need` is the id of a need that cites the record, `decision` that of a
    decision that declines a need; each is empty where there is none. `priority` is the key of a priority without
    evidence, which has no record of its own: `record` is then the position statement that names it, or the partnership.
    """

    driver: Driver
    record: str
    themes: frozenset[str]
    says: str
    when: When | None
    need: str = ""
    decision: str = ""
    priority: str = ""

    @property
    def is_answered(self) -> bool:
        """Whether a need or a decision answers it."""
        return bool(self.need or self.decision)


class SignalAnswers:
    """The needs and decisions that answer signals, by the ids that they cite."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self.needs = snapshot.of(Need)
        superseded = {entry.record.supersedes for entry in snapshot.of(Decision)}
        self.declining = [
            entry for entry in snapshot.of(Decision) if entry.record.accepts is Answer.NO and entry.id not in superseded
        ]

    def need_on(self, shown_by: Iterable[str]) -> str:
        """The first need whose evidence cites one of these ids, or that one of these records was made to answer."""
        ids = frozenset(shown_by)
        cited = ((entry.id, piece.record) for entry in self.needs for piece in entry.record.evidence)
        entries = [
            self._snapshot.entries[record_id] for record_id in sorted(ids) if record_id in self._snapshot.entries
        ]
        answered = {need for entry in entries for need in getattr(entry.record, "answers", ())}
        needs = (need for need, record in cited if record in ids)
        return next(needs, "") or next((entry.id for entry in self.needs if entry.id in answered), "")

    def decision_about(self, shown_by: Iterable[str]) -> str:
        """The first decision that declines one of these ids."""
        ids = frozenset(shown_by)
        return next((entry.id for entry in self.declining if not ids.isdisjoint(entry.record.about)), "")


def is_recent(snapshot: Snapshot, when: When | None, day: date) -> bool:
    """Whether something is neither later than the day nor as old as evidence that is called old.

    Something without a date is, in a partnership's own records: there it is new rather than lost.
    """
    if when is None:
        return snapshot.is_own
    return when.earliest <= day and months_between(when.latest, day) < snapshot.thresholds.old_after_months
