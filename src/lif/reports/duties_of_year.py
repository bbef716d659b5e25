"""For each duty of the framework, what the records of a year show: counts and their totals, never a score."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from lif.analysis.deadlines.deadline import Deadline, DeadlineState
from lif.analysis.duties.groups import with_group_names
from lif.diagnostics.diagnostic import Diagnostic
from lif.model.duty import DUTIES, Duty
from lif.model.kind import Kind
from lif.model.kinds.partnership import ReportMade
from lif.model.parts.part import Part
from lif.model.parts.shape import shape_of
from lif.model.record import Record
from lif.model.registry import KINDS
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import RegularReport
from lif.reports.cited_sentence import Line, Within, quantity

_DUTY_OF = {
    "action": "F7.1",
    "recommendation": "F6.7",
    "re-audit": "F4.7",
    "assessment": "F4.11",
    "contribution": "F4.12",
    "challenge": "F4.8",
    "flag": "F7.6",
    "executive-report": "F7.5",
    "yearly-report": "F7.7",
    "framework-review": "F8.1",
}
"""The duty that each kind of deadline belongs to; the deadlines of the guidance belong to F6.1."""
_REPORTS = {
    "F7.5": RegularReport.EXECUTIVE,
    "F7.7": RegularReport.ANNUAL,
    "F8.1": RegularReport.FRAMEWORK_REVIEW,
}
_DEADLINE_WORDS = {"re-audit": "re-audit", "time-public": "time a report stays public"}
_PARTNERSHIP = "partnership"
_MISSED = {DeadlineState.OVERDUE, DeadlineState.MET_LATE, DeadlineState.TOO_EARLY}
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class DutyYear:
    """One duty: the records on it, the diagnostics of the rules that ask about it, and the states of its deadlines.

    `recorded` counts the records of the period that hold something on it, `asked_about` those with a diagnostic.
    `elsewhere` says how the tool honours the duty where no field holds it, and is empty otherwise.
    """

    name: str
    says: str
    elsewhere: str
    recorded: int
    asked_about: int
    due: int
    kept: int
    shown: tuple[Line, ...]
    rules: tuple[Line, ...]
    deadlines: tuple[Line, ...]


def duty_years(
    within: Within, diagnostics: Iterable[Diagnostic], deadlines: Iterable[Deadline]
) -> tuple[DutyYear, ...]:
    """Every duty in the order of the framework."""
    of_period = [
        diagnostic for diagnostic in diagnostics if diagnostic.record == _PARTNERSHIP or within.holds(diagnostic.record)
    ]
    due = [deadline for deadline in deadlines if deadline.due is not None and deadline.due.overlaps(within.year)]
    records = _records_of_period(within)
    return tuple(_duty_year(within, duty, records, of_period, due) for duty in DUTIES)


def counts_by_duty(within: Within) -> dict[str, int]:
    """For each duty that fields write down, how many records of the period hold something on it."""
    records = _records_of_period(within)
    return {
        duty.name: sum(len(holding) for _, _, holding in _holding(duty.name, records))
        + len(_reports(within, duty.name))
        for duty in DUTIES
    }


def missed_deadlines(deadlines: Iterable[Deadline], within: Within) -> Iterator[Line]:
    """Each deadline of the period that was missed, with its state."""
    for deadline in deadlines:
        if deadline.state in _MISSED and deadline.due is not None and deadline.due.overlaps(within.year):
            met = f"; met {deadline.met}" if deadline.met else ""
            text = f"{deadline.what} ({_words(deadline.state)}; due {deadline.due}{met})"
            yield Line(text, "", (deadline.record,))


_Records = dict[Kind, list[Entry[Record]]]


def _records_of_period(within: Within) -> _Records:
    kinds = (kind for kind in KINDS if kind.folder)
    return {kind: [entry for entry in within.snapshot.of(kind.model) if within.holds(entry.id)] for kind in kinds}


def _reports(within: Within, duty: str) -> list[ReportMade]:
    """The regular reports of the period that fulfil the duty."""
    partnership = within.snapshot.partnership
    reports = partnership.reports_made if partnership else ()
    return [report for report in reports if report.what is _REPORTS.get(duty) and report.date.overlaps(within.year)]


def _report_lines(reports: list[ReportMade]) -> Iterator[Line]:
    if reports:
        days = ", ".join(str(report.date) for report in reports)
        records = tuple(report.record for report in reports if report.record)
        yield Line(f"{_words(reports[0].what)}, made {days}", "", (_PARTNERSHIP, *records))


def _duty_year(
    within: Within,
    duty: Duty,
    records: _Records,
    diagnostics: Iterable[Diagnostic],
    deadlines: Iterable[Deadline],
) -> DutyYear:
    by_kind, reports = list(_holding(duty.name, records)), _reports(within, duty.name)
    on_duty = [diagnostic for diagnostic in diagnostics if duty.name in diagnostic.code.duties]
    due = [deadline for deadline in deadlines if _duty_of(deadline) == duty.name]
    lines = (
        Line(_holding_text(kind, holding, entries), "", _first_ids(holding))
        for kind, entries, holding in by_kind
        if entries
    )
    return DutyYear(
        name=duty.name,
        says=with_group_names(within.snapshot.partnership, duty.says, within.year.until),
        elsewhere="" if _is_written_down(duty.name) else duty.honours,
        recorded=sum(len(holding) for _, _, holding in by_kind) + len(reports),
        asked_about=len({diagnostic.record for diagnostic in on_duty}),
        due=len(due),
        kept=sum(deadline.state is DeadlineState.MET for deadline in due),
        shown=(*_partnership_lines(within.snapshot, duty.name), *_report_lines(reports), *lines),
        rules=tuple(_rule_lines(on_duty)),
        deadlines=tuple(_deadline_lines(due)),
    )


def _holding_text(kind: Kind, holding: list[Entry[Record]], entries: list[Entry[Record]]) -> str:
    """`2 of 3 audits`."""
    return f"{len(holding)} of {quantity(len(entries), *kind.counted)}"


def _first_ids(entries: Iterable[Entry[Record]]) -> tuple[str, ...]:
    return tuple(entry.id for entry in entries)[:_SHOWN]


def _holding(duty: str, records: _Records) -> Iterator[tuple[Kind, list[Entry[Record]], list[Entry[Record]]]]:
    """Each kind with fields for the duty, its records of the period, and those of them that hold something on it."""
    for kind, entries in records.items():
        paths = _paths(kind.model).get(duty, ())
        if paths:
            yield kind, entries, [entry for entry in entries if any(_is_filled(entry.record, path) for path in paths)]


@cache
def _paths(model: type[Part]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """For each duty, the paths of the fields of a model in which it is written down.

    Where some of them are owed, required fields are left out: every record fills them, so they show nothing.
    """
    optional: dict[str, list[tuple[str, ...]]] = {}
    required: dict[str, list[tuple[str, ...]]] = {}
    owed: set[str] = set()
    for name, field in shape_of(model).items():
        owed |= set(field.about.duties) if field.about.owed else set()
        for duty in field.about.duties:
            (required if field.is_required else optional).setdefault(duty, []).append((name,))
        for duty, paths in (_paths(field.part) if field.part else {}).items():
            optional.setdefault(duty, []).extend((name, *path) for path in paths)
    by_duty = {duty: (*optional.get(duty, ()), *required.get(duty, ())) for duty in (*optional, *required)}
    return {duty: tuple(optional[duty]) if duty in owed & optional.keys() else paths for duty, paths in by_duty.items()}


@cache
def _is_written_down(duty: str) -> bool:
    return any(duty in _paths(kind.model) for kind in KINDS)


def _is_filled(value: Any, path: tuple[str, ...]) -> bool:
    """Whether the field at the path has a value, in any of the parts of a list."""
    if isinstance(value, tuple):
        return any(_is_filled(part, path) for part in value)
    if not path:
        return value is not None and value is not False and value != ""
    return value is not None and _is_filled(getattr(value, path[0]), path[1:])


def _partnership_lines(snapshot: Snapshot, duty: str) -> Iterator[Line]:
    """The lists of the partnership's own record that bear on a duty; that record has no year."""
    partnership = snapshot.partnership
    model = KINDS["partnership"].model
    names = dict.fromkeys(path[0] for path in _paths(model).get(duty, ()))
    list_names = (name for name in names if shape_of(model)[name].is_list and name != "reports_made")
    lists = ((name, getattr(partnership, name, ())) for name in list_names)
    counts = [f"{name.replace('_', ' ')}: {len(values)}" for name, values in lists if values]
    if counts:
        yield Line(f"in the partnership's own record, {', '.join(counts)}", "", (_PARTNERSHIP,))


def _rule_lines(diagnostics: list[Diagnostic]) -> Iterator[Line]:
    """Each rule with diagnostics, and how many records they are on."""
    for code in dict.fromkeys(diagnostic.code for diagnostic in diagnostics):
        records = tuple(dict.fromkeys(diagnostic.record for diagnostic in diagnostics if diagnostic.code == code))
        yield Line(f"{code.title}: {quantity(len(records), 'record')} ({code.name})", "", records[:_SHOWN])


def _duty_of(deadline: Deadline) -> str:
    return _DUTY_OF.get(deadline.kind, "F6.1" if deadline.edition else "")


def _deadline_lines(due: list[Deadline]) -> Iterator[Line]:
    """For each kind of deadline, how many are in each state."""
    for kind in dict.fromkeys(deadline.kind for deadline in due):
        of_kind = [deadline for deadline in due if deadline.kind == kind]
        counts = Counter(deadline.state for deadline in of_kind)
        states = ", ".join(f"{_words(state)}: {counts[state]}" for state in DeadlineState if counts[state])
        late = tuple(dict.fromkeys(deadline.record for deadline in of_kind if deadline.state in _MISSED))
        kind_words = _DEADLINE_WORDS.get(kind, _words(kind))
        yield Line(f"{quantity(len(of_kind), 'deadline')} ({kind_words}): {states}", "", late[:_SHOWN])


def _words(value: str) -> str:
    return value.replace("-", " ")
