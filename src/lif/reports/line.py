"""The parts that reports are made of: a sentence with its records, and what happened in a period."""

from dataclasses import dataclass
from typing import TypeVar

from lif.analysis.dates import placed
from lif.model.period import Period
from lif.model.record import Record
from lif.model.snapshot import Entry, Snapshot


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence with its date and the records it rests on; `is_evidenced` when something shows a difference."""

    text: str
    when: str
    records: tuple[str, ...]
    is_evidenced: bool = False


R = TypeVar("R", bound=Record)


class Within:
    """What happened in a year or another period."""

    def __init__(self, snapshot: Snapshot, year: Period) -> None:
        self.snapshot = snapshot
        self.year = year

    def holds(self, record_id: str) -> bool:
        """Whether the record may lie in the year: a date known only as 2019 lies in two."""
        when = placed(self.snapshot, record_id)
        return when is not None and when.overlaps(self.year)

    def all(self, model: type[R]) -> list[Entry[R]]:
        """The records of one kind in the year, oldest first."""
        mine = [entry for entry in self.snapshot.of(model) if self.holds(entry.id)]
        return sorted(mine, key=lambda entry: (str(placed(self.snapshot, entry.id)), entry.id))

    def named(self, model: type[R]) -> list[Entry[R]]:
        """The records of one kind that name the year themselves, such as contributions."""
        return [entry for entry in self.snapshot.of(model) if getattr(entry.record, "year", "") == self.year.name]
