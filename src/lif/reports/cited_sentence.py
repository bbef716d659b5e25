"""The parts that reports are made of: a sentence with the records it cites, and the records of a period."""

from dataclasses import dataclass
from typing import TypeVar

from lif.analysis.chronology.record_date import record_date
from lif.analysis.lines.whose_work import ours
from lif.analysis.themes.replaced_themes import current_theme
from lif.model.period import Period, When
from lif.model.record import Record
from lif.model.sharing import Sharing
from lif.model.snapshot import Entry, Snapshot

RESTS_ON = ("title", "says", "claim", "theme", "needs", "direction")
"""The fields that a line on a record rests on, and the list it stands in, in whichever kind they are."""


@dataclass(frozen=True, slots=True)
class Detail:
    """More about what a line tells, printed below it: sentences with the ids they rest on."""

    text: str
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence with its date and the ids it rests on; `is_evidenced` when something shows a difference.

    `below` is printed under it where the document lists lines.
    """

    text: str
    when: str
    records: tuple[str, ...]
    is_evidenced: bool = False
    below: tuple[Detail, ...] = ()


def month_of(snapshot: Snapshot, record_id: str) -> str:
    """The date of a record, no more precise than the month: `July 2025`, or `2025` where no more is known.

    With the exact day, people who live near could recognise the child. Empty for a record without a date.
    """
    when = record_date(snapshot, record_id)
    return months_of(when) if when else ""


def months_of(when: When) -> str:
    """A date no more precise than the month: `July 2025`, or `2025` where no more is known."""
    first, last = (f"{day:%B %Y}" for day in (when.earliest, when.latest))
    if first == last:
        return first
    years = {when.earliest.year, when.latest.year}
    return str(when.latest.year) if len(years) == 1 else f"{when.earliest.year} to {when.latest.year}"


def sentence(text: str) -> str:
    """The text with a full stop at its end unless it ends a sentence already."""
    return text if text.endswith((".", "?", "!", ".”", "?”", "!”")) else f"{text}."


def theme_label(snapshot: Snapshot, key: str) -> str:
    """The label of the theme with that key; the key where the partnership does not list it."""
    theme = snapshot.theme(key)
    return key if theme is None else theme.label


def current_label(snapshot: Snapshot, key: str) -> str:
    """The label of the theme that stands for the one with that key now; the key where the partnership lists none."""
    current = snapshot.theme(current_theme(snapshot, key))
    return key if current is None else current.label


def quantity(count: int, what: str, more: str = "") -> str:
    """`1 need`, `2 needs`; `more` is the plural where it is not made with an s."""
    return f"{count} {what if count == 1 else more or f'{what}s'}"


def time_in(when: When, period: Period) -> str:
    """A date as told in a report on a period: `some time in 2025` where it may also lie before or after the period."""
    return vaguely(str(when), when, period)


def vaguely(text: str, when: When, period: Period) -> str:
    """The text of a date, with `some time in` before it where the date may also lie before or after the period."""
    is_within = period.since <= when.earliest and when.latest <= period.until
    if is_within or not when.overlaps(period):
        return text
    return f"some time {'from' if ' to ' in text else 'in'} {text}"


R = TypeVar("R", bound=Record)


class Within:
    """The records of a year or another period, for an audience.

    `known` are the records as they are known today, which may be after the period; without them those of the period.
    """

    def __init__(
        self,
        snapshot: Snapshot,
        year: Period,
        audience: Sharing = Sharing.RESTRICTED,
        known: Snapshot | None = None,
    ) -> None:
        self.snapshot = snapshot
        self.year = year
        self.audience = audience
        self.known = known or snapshot

    def holds(self, record_id: str) -> bool:
        """Whether the record may lie in the year: a date known only as 2019 lies in two."""
        when = record_date(self.snapshot, record_id)
        return when is not None and when.overlaps(self.year)

    def all(self, model: type[R]) -> list[Entry[R]]:
        """Our own records of one kind in the year, oldest first: without learning from elsewhere."""
        entries = [entry for entry in ours(self.snapshot, self.snapshot.of(model)) if self.holds(entry.id)]
        return sorted(entries, key=lambda entry: (str(record_date(self.snapshot, entry.id)), entry.id))

    def named(self, model: type[R]) -> list[Entry[R]]:
        """The records of one kind that name the year themselves, such as contributions, even if they came after it."""
        return [entry for entry in self.known.of(model) if getattr(entry.record, "year", "") == self.year.name]
