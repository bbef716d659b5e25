"""What is due: one row a deadline that is open. Nothing of it comes back; it follows from the records."""

from collections.abc import Iterator
from typing import cast

from lif.analysis.deadlines.deadline import Deadline, DeadlineState
from lif.analysis.deadlines.due import DeadlineFilter, select_deadlines
from lif.analysis.deadlines.every_deadline import deadlines
from lif.analysis.duties.agencies import name_of
from lif.exchange.ask import Ask
from lif.exchange.column import computed, reference
from lif.exchange.layout import Layout
from lif.exchange.subject import Subject
from lif.model.period import months_after
from lif.model.reference import RecordRef
from lif.model.view import View

_MONTHS = 12
"""How far ahead, as `lif due` looks."""
_WORDS = {
    DeadlineState.OVERDUE: "OVERDUE",
    DeadlineState.AHEAD: "ahead",
    DeadlineState.NO_DAY: "open, with no day set",
    DeadlineState.CANNOT_TELL: "cannot be told",
}


def _rows(view: View, ask: Ask) -> Iterator[Subject]:
    wanted = DeadlineFilter(months_after(view.day, _MONTHS), agency=ask.agency)
    for deadline in select_deadlines(deadlines(view.records, view.day), wanted, view.day).shown:
        entry = view.records.entries[RecordRef.parse(deadline.record).record]
        yield Subject(view, entry, None, deadline=deadline)


def _of(subject: Subject) -> Deadline:
    return cast("Deadline", subject.deadline)


def _who(subject: Subject) -> str:
    return "\n".join(name_of(subject.view.records, key) for key in _of(subject).agencies)


def _group(subject: Subject) -> str:
    group = subject.view.records.group(_of(subject).group)
    return group.name if group else ""


DUE = Layout(
    "due",
    "What is due",
    "partnership",
    (
        reference(),
        computed("state", "State", lambda subject: _WORDS[_of(subject).state]),
        computed("due", "Due", lambda subject: _of(subject).due),
        computed("what", "What", lambda subject: _of(subject).what),
        computed("about", "About", lambda subject: subject.entry.record.title),
        computed("agencies", "Agencies", _who),
        computed("role", "Role", lambda subject: _of(subject).role),
        computed("group", "Group", _group),
        computed("why", "How the day follows", lambda subject: _of(subject).why),
    ),
    rows=_rows,
    asks_itself=True,
)
