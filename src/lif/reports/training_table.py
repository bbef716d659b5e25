"""Training in a report: places, bookings and who came, and how many used it; none of it is called an effect."""

from collections.abc import Iterator
from dataclasses import dataclass

from lif.analysis.duties.agencies import name_of
from lif.analysis.impact.training import attended_in, used_in
from lif.model.kinds.learning import Learning
from lif.model.period import Period
from lif.model.snapshot import Entry, Snapshot
from lif.reports.cited_sentence import Line
from lif.reports.people_words import date_text

NOT_COUNTED = "–"  # noqa: RUF001 - the dash that stands for no figure
"""In a cell: the record holds no such count."""


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """Who came to one piece of learning, from one agency or from all; a count that is not recorded is a dash."""

    learning: Line
    agency: str
    places: str
    booked: str
    came: str
    unbooked: str


def attendance_rows(snapshot: Snapshot, year: Period) -> Iterator[AttendanceRow]:
    """A row for each agency of each piece of learning of the year of which it is recorded who came."""
    for entry in attended_in(snapshot, year):
        for row in entry.record.attendance:
            yield AttendanceRow(
                learning=Line(_title(entry), "", (entry.id,)),
                agency=name_of(snapshot, row.agency) if row.agency else "all",
                places=_count(row.places),
                booked=_count(row.booked),
                came=str(row.came),
                unbooked=_count(row.came_unbooked),
            )


def used_lines(snapshot: Snapshot, year: Period) -> Iterator[Line]:
    """How many used it, each time that was asked in the year, each count out of the one it is part of."""
    for entry, use in used_in(snapshot, year):
        text = f"{_title(entry)}: {use.used} of {use.answered} who answered had used it; {use.asked} were asked"
        yield Line(text, date_text(use.date) if use.date else "", (entry.id,))


def _title(entry: Entry[Learning]) -> str:
    return entry.record.marked(entry.record.title, "title", "attendance", "used")


def _count(count: int | None) -> str:
    return NOT_COUNTED if count is None else str(count)
