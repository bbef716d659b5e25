"""Deadlines as a calendar file (iCalendar, RFC 5545): one event for each dated deadline, the same bytes every time."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from icalendar import Alarm, Calendar, Event

from lif.analysis.deadlines.deadline import Deadline, DeadlineState
from lif.analysis.duties.agencies import name_of
from lif.model.snapshot import Snapshot
from lif.output.text.due import owner_of, title_of
from lif.output.text.terminal import safe_line

_WEEK_BEFORE = timedelta(days=-7, hours=9)
"""09:00 a week before. Outlook reads a trigger by its length alone, so that it is never after the event begins."""
_FIRST_DAY = date(2000, 1, 1)
"""Sequence numbers count the days from here: a file made later replaces what an earlier one said."""
_SHOWN_STATES = {DeadlineState.OVERDUE, DeadlineState.AHEAD}


def calendar_file(snapshot: Snapshot, deadlines: Iterable[Deadline], today: date) -> bytes:
    """The deadlines that are ahead or overdue and have a day, as all-day events; stamped with `today`, not a clock.

    An event keeps its identity as long as its record keeps its id, so that importing the file again moves events and
    does not double them. A day that is only known to lie in a span is shown on its first day.
    """
    name = snapshot.partnership.title if snapshot.partnership else ""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//lif//deadlines//EN")
    calendar.add("x-wr-calname", f"Deadlines, {safe_line(name)}")
    for deadline in deadlines:
        if deadline.due is not None and deadline.state in _SHOWN_STATES:
            calendar.add_component(_event(snapshot, deadline, deadline.due.earliest, today))
    content: bytes = calendar.to_ical()
    return content


def _event(snapshot: Snapshot, deadline: Deadline, day: date, today: date) -> Event:
    event = Event()
    event.add("uid", _identity(snapshot, deadline))
    event.add("dtstamp", datetime.combine(today, time(), UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("summary", safe_line(f"{deadline.what}: {title_of(snapshot, deadline)}"))
    says = (owner_of(snapshot, deadline), f"due {deadline.due}", deadline.why, deadline.record)
    event.add("description", "\n".join(safe_line(text) for text in says if text))
    event.add("sequence", (today - _FIRST_DAY).days)
    agencies = [safe_line(name_of(snapshot, key)) for key in deadline.agencies]
    event.add("categories", [*agencies, deadline.kind])
    if day > today:
        event.add_component(_alarm(str(event["summary"])))
    return event


def _alarm(summary: str) -> Alarm:
    """The one alarm of an event; it has to say something, and programs look for it last in the event."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", _WEEK_BEFORE)
    alarm.add("description", summary)
    return alarm


def _identity(snapshot: Snapshot, deadline: Deadline) -> str:
    partnership_title = snapshot.partnership.title if snapshot.partnership else ""
    parts = (partnership_title, deadline.kind, deadline.record, *(str(step) for step in deadline.at))
    return f"{sha256(chr(0).join(parts).encode()).hexdigest()[:32]}@lif"
