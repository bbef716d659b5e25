"""Deadlines in words, by who sees to them; each line fits a narrow terminal."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from lif.analysis.deadlines.deadline import Deadline, State
from lif.analysis.deadlines.due import Due
from lif.analysis.deadlines.statutory_clocks import Silent
from lif.model.kinds.partnership import Agency, Group
from lif.model.snapshot import Snapshot
from lif.output.text.terminal import counted, line, paragraph

WIDTH = 80
_LABELS = {
    State.OVERDUE: "OVERDUE",
    State.AHEAD: "ahead",
    State.NO_DAY: "open",
    State.CANNOT_TELL: "unclear",
    State.MET: "met",
    State.MET_LATE: "late",
    State.TOO_EARLY: "early",
}
_COUNTED = {
    State.OVERDUE: "overdue",
    State.AHEAD: "ahead",
    State.NO_DAY: "open with no day set",
    State.CANNOT_TELL: "cannot be told",
    State.MET: "met",
    State.MET_LATE: "met late",
    State.TOO_EARLY: "ended too early",
}
_INDENT = max(map(len, _LABELS.values())) + 4


def due_text(snapshot: Snapshot, due: Due, silent: Sequence[Silent] = ()) -> str:
    """Who has what to do, the most urgent first; then counts, what is not shown, and what is not judged and why."""
    blocks = [f"DEADLINES as of {due.today}", ""]
    for owner, theirs in by_owner(snapshot, due.shown).items():
        blocks += [paragraph(owner, width=WIDTH), *(_entry(snapshot, one, due.today) for one in theirs), ""]
    if not due.shown:
        blocks += ["Nothing that was asked for.", ""]
    blocks += [paragraph(one, hanging=2, width=WIDTH) for one in _foot(due, silent)]
    return "\n".join(blocks) + "\n"


def by_owner(snapshot: Snapshot, found: Iterable[Deadline]) -> Mapping[str, list[Deadline]]:
    """The deadlines by the agencies and the role that see to them, or the group, in the order in which they come."""
    owners: dict[str, list[Deadline]] = {}
    for one in found:
        owners.setdefault(owner_of(snapshot, one), []).append(one)
    return owners


def owner_of(snapshot: Snapshot, one: Deadline) -> str:
    """Who sees to it, in words."""
    agencies = [_named(snapshot, "agency", key) for key in one.agencies]
    if agencies:
        return f"{', '.join(agencies)}; {one.role}" if one.role else ", ".join(agencies)
    return _named(snapshot, "group", one.group) if one.group else "The partnership"


def _named(snapshot: Snapshot, register: str, key: str) -> str:
    item = snapshot.registers[register].get(key)
    return item.name if isinstance(item, (Agency, Group)) else key


def _entry(snapshot: Snapshot, one: Deadline, today: date) -> str:
    head = f"{_LABELS[one.state]:<{_INDENT - 4}}  {_day(one, today)}{one.what}"
    title = "" if one.record == "partnership" else f"{title_of(snapshot, one)} "
    says = (f"{title}[{one.record}]", *_said(snapshot, one))
    lines = (
        paragraph(head, indent=2, hanging=_INDENT - 2, width=WIDTH).replace(line(head), head),
        *(paragraph(text, indent=_INDENT, width=WIDTH) for text in says),
    )
    return "\n".join(lines)


def _day(one: Deadline, today: date) -> str:
    if one.due is None:
        return ""
    days = (one.due.earliest - today).days
    if one.state is State.OVERDUE:
        return f"{one.due} ({counted((today - one.due.latest).days, 'day')} over): "
    if one.state is State.AHEAD:
        when = f"in {counted(days, 'day')}" if days else "today"
        return f"{one.due} ({when}): "
    return f"{one.due}: "


def title_of(snapshot: Snapshot, one: Deadline) -> str:
    """The title of the record the deadline stands in."""
    return snapshot.entries[one.record.partition("#")[0]].record.title


def _said(snapshot: Snapshot, one: Deadline) -> Iterator[str]:
    """What else is known: when it was met, how the day follows, and what cannot be told."""
    if one.met is not None:
        yield f"{'taken down' if one.at[-1:] == ('withdrawn',) else 'done'} {one.met}"
    if one.why:
        yield one.why
    if one.state is State.CANNOT_TELL:
        vague = "the dates are not precise enough to tell, or it was relaxed at the time"
        asked = "is still public" if one.at[-1:] == ("withdrawn",) else "was done"
        yield f"whether it {asked}: {snapshot.absent}" if one.met is None and not snapshot.is_own else vague


def _foot(due: Due, silent: Sequence[Silent]) -> Iterator[str]:
    counts = [f"{due.summary[state.value]} {says}" for state, says in _COUNTED.items() if due.summary[state.value]]
    yield "Altogether: " + (", ".join(counts) or "no deadline")
    hidden = sum(due.summary.values()) - len(due.shown)
    if hidden:
        yield f"Not shown: {counted(hidden, 'deadline')}, due later or settled; lif due --all lists them."
    reasons: dict[str, list[str]] = {}
    for one in silent:
        reasons.setdefault(one.because, []).append(one.record)
    for because, records in reasons.items():
        yield f"No deadline of the guidance judges {counted(len(records), 'review')} ({because}): {', '.join(records)}"
