"""Deadlines as text, by who is responsible; each line fits a terminal of 80 columns."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from lif.analysis.deadlines.deadline import Deadline, DeadlineState
from lif.analysis.deadlines.due import DueList
from lif.analysis.deadlines.statutory_clocks import UnjudgedReview
from lif.model.kinds.partnership import Agency, Group
from lif.model.reference import RecordRef
from lif.model.snapshot import Snapshot
from lif.output.text.terminal import count_noun, paragraph

WIDTH = 80
_LABELS = {
    DeadlineState.OVERDUE: "OVERDUE",
    DeadlineState.AHEAD: "ahead",
    DeadlineState.NO_DAY: "open",
    DeadlineState.CANNOT_TELL: "unclear",
    DeadlineState.MET: "met",
    DeadlineState.MET_LATE: "late",
    DeadlineState.TOO_EARLY: "early",
}
_COUNT_LABELS = {
    DeadlineState.OVERDUE: "overdue",
    DeadlineState.AHEAD: "ahead",
    DeadlineState.NO_DAY: "open with no day set",
    DeadlineState.CANNOT_TELL: "cannot be told",
    DeadlineState.MET: "met",
    DeadlineState.MET_LATE: "met late",
    DeadlineState.TOO_EARLY: "ended too early",
}
_INDENT = max(map(len, _LABELS.values())) + 4


def due_text(snapshot: Snapshot, due: DueList, silent: Sequence[UnjudgedReview] = ()) -> str:
    """The deadlines by owner, the most urgent first; then counts, what is not shown, and what is not judged and why."""
    blocks = [f"DEADLINES as of {due.today}", ""]
    for owner, owner_deadlines in by_owner(snapshot, due.shown).items():
        blocks += [
            paragraph(owner, width=WIDTH),
            *(_entry(snapshot, deadline, due.today) for deadline in owner_deadlines),
            "",
        ]
    if not due.shown:
        blocks += ["Nothing that was asked for.", ""]
    blocks += [paragraph(text, hanging=2, width=WIDTH) for text in _foot(due, silent)]
    return "\n".join(blocks) + "\n"


def by_owner(snapshot: Snapshot, deadlines: Iterable[Deadline]) -> Mapping[str, list[Deadline]]:
    """The deadlines by the agencies and role, or the group, responsible for them; the order is kept."""
    owners: dict[str, list[Deadline]] = {}
    for deadline in deadlines:
        owners.setdefault(owner_of(snapshot, deadline), []).append(deadline)
    return owners


def owner_of(snapshot: Snapshot, deadline: Deadline) -> str:
    """The names of the agencies and the role, or of the group, responsible for a deadline."""
    agencies = [_name_or_key(snapshot.agency(key), key) for key in deadline.agencies]
    if agencies:
        return f"{', '.join(agencies)}; {deadline.role}" if deadline.role else ", ".join(agencies)
    return _name_or_key(snapshot.group(deadline.group), deadline.group) if deadline.group else "The partnership"


def _name_or_key(item: Agency | Group | None, key: str) -> str:
    return item.name if item else key


def _entry(snapshot: Snapshot, deadline: Deadline, today: date) -> str:
    label = f"  {_LABELS[deadline.state]:<{_INDENT - 4}}  "
    dated = paragraph(f"{_day(deadline, today)}{deadline.what}", indent=_INDENT, width=WIDTH)
    title = "" if deadline.record == "partnership" else f"{title_of(snapshot, deadline)} "
    says = (f"{title}[{deadline.record}]", *_details(snapshot, deadline))
    lines = (
        f"{label}{dated[_INDENT:]}",
        *(paragraph(text, indent=_INDENT, width=WIDTH) for text in says),
    )
    return "\n".join(lines)


def _day(deadline: Deadline, today: date) -> str:
    if deadline.due is None:
        return ""
    days = (deadline.due.earliest - today).days
    if deadline.state is DeadlineState.OVERDUE:
        return f"{deadline.due} ({count_noun((today - deadline.due.latest).days, 'day')} over): "
    if deadline.state is DeadlineState.AHEAD:
        when = f"in {count_noun(days, 'day')}" if days else "today"
        return f"{deadline.due} ({when}): "
    return f"{deadline.due}: "


def title_of(snapshot: Snapshot, deadline: Deadline) -> str:
    """The title of the record in which the deadline stands."""
    return snapshot.entries[RecordRef.parse(deadline.record).record].record.title


def _details(snapshot: Snapshot, deadline: Deadline) -> Iterator[str]:
    """What else is known of a deadline: when it was met, how its day follows, and what cannot be told."""
    if deadline.met is not None:
        late = f", {deadline.late} late" if deadline.late else ""
        yield f"{'taken down' if deadline.at[-1:] == ('withdrawn',) else 'done'} {deadline.met}{late}"
    elif deadline.late:
        yield f"{deadline.late} over"
    if deadline.why:
        yield deadline.why
    if deadline.state is DeadlineState.CANNOT_TELL:
        vague = "the dates are not precise enough to tell, or it was relaxed at the time"
        question = "is still public" if deadline.at[-1:] == ("withdrawn",) else "was done"
        yield f"whether it {question}: {snapshot.absent}" if deadline.met is None and not snapshot.is_own else vague


def _foot(due: DueList, silent: Sequence[UnjudgedReview]) -> Iterator[str]:
    counts = [f"{due.summary[state.value]} {says}" for state, says in _COUNT_LABELS.items() if due.summary[state.value]]
    yield "Altogether: " + (", ".join(counts) or "no deadline")
    hidden = sum(due.summary.values()) - len(due.shown)
    if hidden:
        yield f"Not shown: {count_noun(hidden, 'deadline')}, due later or settled; lif due --all lists them."
    reasons: dict[str, list[str]] = {}
    for review in silent:
        reasons.setdefault(review.because, []).append(review.record)
    for because, records in reasons.items():
        reviews = count_noun(len(records), "review")
        yield f"No deadline of the guidance judges {reviews} ({because}): {', '.join(records)}"
