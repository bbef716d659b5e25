"""Training: places, who came, and how many used it afterwards. None of this shows an effect."""

from collections.abc import Iterator

from lif.analysis.chronology.record_date import record_date
from lif.model.kinds.learning import Attendance, Learning, Used
from lif.model.period import Period
from lif.model.snapshot import Entry, Snapshot


def attended_in(snapshot: Snapshot, year: Period) -> Iterator[Entry[Learning]]:
    """The learning that may lie in the year and of which it is recorded who came; oldest first."""
    entries = [entry for entry in snapshot.of(Learning) if entry.record.attendance and _is_in(snapshot, entry, year)]
    yield from sorted(entries, key=lambda entry: (str(record_date(snapshot, entry.id)), entry.id))


def used_in(snapshot: Snapshot, year: Period) -> Iterator[tuple[Entry[Learning], Used]]:
    """Each time in the year that people were asked whether they used what they learned, also in an earlier year.

    Without a date of its own it belongs to the date of the learning.
    """
    for entry in snapshot.of(Learning):
        for use in entry.record.used:
            if use.date.overlaps(year) if use.date else _is_in(snapshot, entry, year):
                yield entry, use


def _is_in(snapshot: Snapshot, entry: Entry[Learning], year: Period) -> bool:
    when = record_date(snapshot, entry.id)
    return when is not None and when.overlaps(year)


def impossible_attendance(row: Attendance) -> tuple[str, str]:
    """The first count of a row that cannot be true with the others, and why; two empty texts where all can."""
    unbooked = row.came_unbooked or 0
    if unbooked > row.came:
        return "came_unbooked", f"{unbooked} came without a booking, and {row.came} came in all"
    if row.booked is not None and row.came - unbooked > row.booked:
        return "came", f"{row.came} came, {unbooked} of them without a booking, and {row.booked} had booked"
    if row.places is not None and row.came > row.places + unbooked:
        return "came", f"{row.came} came, {unbooked} of them without a booking, and there were {row.places} places"
    return "", ""


def impossible_use(use: Used) -> tuple[str, str]:
    """The first count that is larger than the one it is part of, and why; two empty texts where none is."""
    if use.answered > use.asked:
        return "answered", f"{use.answered} answered, and {use.asked} were asked"
    if use.used > use.answered:
        return "used", f"{use.used} used it, and {use.answered} answered"
    return "", ""
