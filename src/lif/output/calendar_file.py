"""Deadlines as a calendar file (iCalendar, RFC 5545): one event a day that is due, the same bytes every time."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from icalendar import Calendar, Event

from lif.analysis.deadlines.deadline import Deadline, State
from lif.model.snapshot import Snapshot
from lif.output.text.due import owner_of, title_of
from lif.output.text.terminal import line

_TO_DO = {State.OVERDUE, State.AHEAD}


def calendar_file(snapshot: Snapshot, found: Iterable[Deadline], today: date) -> bytes:
    """What is ahead or overdue and has a day, as events of a whole day; stamped with `today`, never with a clock.

    An event keeps its identity as long as the record it stands in keeps its id, so that taking the file in again
    moves events and does not double them. A day that is only known to lie in a span is shown on its first day.
    """
    name = snapshot.partnership.title if snapshot.partnership else ""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//lif//deadlines//EN")
    calendar.add("x-wr-calname", f"Deadlines, {line(name)}")
    for one in found:
        if one.due is not None and one.state in _TO_DO:
            calendar.add_component(_event(snapshot, one, one.due.earliest, today))
    written: bytes = calendar.to_ical()
    return written


def _event(snapshot: Snapshot, one: Deadline, day: date, today: date) -> Event:
    event = Event()
    event.add("uid", _identity(snapshot, one))
    event.add("dtstamp", datetime.combine(today, time(), UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("summary", line(f"{one.what}: {title_of(snapshot, one)}"))
    says = (owner_of(snapshot, one), f"due {one.due}", one.why, one.record)
    event.add("description", "\n".join(line(text) for text in says if text))
    return event


def _identity(snapshot: Snapshot, one: Deadline) -> str:
    whose = snapshot.partnership.title if snapshot.partnership else ""
    parts = (whose, one.kind, one.record, *(str(step) for step in one.at))
    return f"{sha256(chr(0).join(parts).encode()).hexdigest()[:32]}@lif"
