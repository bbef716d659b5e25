"""The parts that reports are made of: a sentence with its records, and what happened in a period."""

from dataclasses import dataclass
from typing import TypeVar

from lif.analysis.chronology.record_date import placed
from lif.analysis.themes.replaced_themes import successors
from lif.model.kinds.partnership import Theme
from lif.model.period import Period
from lif.model.record import Record
from lif.model.sharing import Sharing
from lif.model.snapshot import Entry, Snapshot


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence with its date and the records it rests on; `is_evidenced` when something shows a difference."""

    text: str
    when: str
    records: tuple[str, ...]
    is_evidenced: bool = False


def month_of(snapshot: Snapshot, record_id: str) -> str:
    """`July 2025`, or `2025` where no more is known: when a record is placed, no more precisely than by month.

    A day could let somebody who lives near recognise whom it is about. Empty for a record without a date.
    """
    when = placed(snapshot, record_id)
    if when is None:
        return ""
    first, last = (f"{day:%B %Y}" for day in (when.earliest, when.latest))
    if first == last:
        return first
    years = {when.earliest.year, when.latest.year}
    return str(when.latest.year) if len(years) == 1 else f"{when.earliest.year} to {when.latest.year}"


def label_of(snapshot: Snapshot, theme: str) -> str:
    """What a theme is called now; its key where the partnership does not list it."""
    found = snapshot.registers["theme"].get(successors(snapshot, theme))
    return found.label if isinstance(found, Theme) else theme


def counted_of(count: int, what: str, more: str = "") -> str:
    """`1 need`, `2 needs`; `more` where the plural is not made with an s."""
    return f"{count} {what if count == 1 else more or f'{what}s'}"


R = TypeVar("R", bound=Record)


class Within:
    """What happened in a year or another period, told to an audience."""

    def __init__(self, snapshot: Snapshot, year: Period, audience: Sharing = Sharing.RESTRICTED) -> None:
        self.snapshot = snapshot
        self.year = year
        self.audience = audience

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
