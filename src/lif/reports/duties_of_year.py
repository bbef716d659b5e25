"""For each duty of the framework, what the records of a year show: counts and their totals, never a score."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lif.analysis.deadlines.deadline import Deadline, DeadlineState
from lif.analysis.duties.groups import with_group_names
from lif.diagnostics.diagnostic import Diagnostic
from lif.model.duty import DUTIES, Duty
from lif.model.kinds.partnership import ReportMade
from lif.model.parts.shape import shape_of
from lif.model.registry import KINDS
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import RegularReport
from lif.model.yearly_item import YearlyItem
from lif.reports.cited_sentence import Line, Within, quantity
from lif.reports.duty_fields import (
    RecordsByKind,
    duty_paths,
    fields_counted,
    is_written_down,
    records_holding,
    records_line,
    records_of_period,
)
from lif.reports.guidance_items import judge_item, missing_in_words, standing_in_words

_DUTY_OF = {
    "action": "F7.1",
    "recommendation": "F6.7",
    "re-audit": "F4.7",
    "assessment": "F4.11",
    "contribution": "F4.12",
    "challenge": "F4.8",
    "flag-acknowledgement": "F7.6",
    "flag": "F7.6",
    "flag-report": "F7.5",
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
_DEADLINE_WORDS = {
    "re-audit": "re-audit",
    "time-public": "time a report stays public",
    "flag-acknowledgement": "acknowledgement of a flag",
    "flag": "answer to a flag",
    "flag-report": "report of a flag",
}
_PARTNERSHIP = "partnership"
_MISSED = {DeadlineState.OVERDUE, DeadlineState.MET_LATE, DeadlineState.TOO_EARLY}
_SHOWN = 3
_CITED = 5
_ITEMS = {"F3.8": YearlyItem.FAMILIES, "F7.4": YearlyItem.IMPACT}
"""The duties for which the guidance asks the yearly report for the same."""


@dataclass(frozen=True, slots=True)
class DutyYear:
    """One duty: the records on it, the diagnostics of the rules that ask about it, and the states of its deadlines.

    `recorded` counts the records of the period that hold something on it, `asked_about` those with a diagnostic.
    `shown` are at most three lines: the partnership's own record, the regular reports, and the records of every kind.
    `judged` is the answer of the yearly report where the guidance asks for the same, and `counted` says what a record
    has to give in order to be counted. `elsewhere` says how the tool honours the duty where no field holds it, and is
    empty otherwise.
    """

    name: str
    says: str
    elsewhere: str
    recorded: int
    asked_about: int
    due: int
    kept: int
    shown: tuple[Line, ...]
    judged: Line
    counted: str
    rules: tuple[Line, ...]
    deadlines: tuple[Line, ...]

    @property
    def is_told(self) -> bool:
        """Whether there is anything to say of it: a record, a diagnostic, a deadline, or how the tool honours it."""
        is_shown = any(line.records for line in (*self.shown, self.judged))
        return bool(is_shown or self.rules or self.deadlines or self.elsewhere)


def duty_years(
    within: Within, diagnostics: Iterable[Diagnostic], deadlines: Iterable[Deadline]
) -> tuple[DutyYear, ...]:
    """Every duty in the order of the framework."""
    of_period = [
        diagnostic for diagnostic in diagnostics if diagnostic.record == _PARTNERSHIP or within.holds(diagnostic.record)
    ]
    due = [deadline for deadline in deadlines if deadline.due is not None and deadline.due.overlaps(within.year)]
    records = records_of_period(within)
    return tuple(_duty_year(within, duty, records, of_period, due) for duty in DUTIES)


def counts_by_duty(within: Within) -> dict[str, int]:
    """For each duty that fields write down, how many records of the period hold something on it."""
    records = records_of_period(within)
    return {
        duty.name: sum(len(holding) for _, _, holding in records_holding(duty.name, records))
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
    records: RecordsByKind,
    diagnostics: Iterable[Diagnostic],
    deadlines: Iterable[Deadline],
) -> DutyYear:
    by_kind, reports = list(records_holding(duty.name, records)), _reports(within, duty.name)
    on_duty = [diagnostic for diagnostic in diagnostics if duty.name in diagnostic.code.duties]
    due = [deadline for deadline in deadlines if _duty_of(deadline) == duty.name]
    of_records = records_line(within, duty.name, by_kind)
    return DutyYear(
        name=duty.name,
        says=with_group_names(within.snapshot.partnership, duty.says, within.year.until),
        elsewhere="" if is_written_down(duty.name) else duty.honours,
        recorded=sum(len(holding) for _, _, holding in by_kind) + len(reports),
        asked_about=len({diagnostic.record for diagnostic in on_duty}),
        due=len(due),
        kept=sum(deadline.state is DeadlineState.MET for deadline in due),
        shown=(*_partnership_lines(within.snapshot, duty.name), *_report_lines(reports), *of_records),
        judged=_judged_line(within, duty.name),
        counted=fields_counted(within, duty.name, by_kind),
        rules=tuple(_rule_lines(on_duty)),
        deadlines=tuple(_deadline_lines(due)),
    )


def _judged_line(within: Within, duty: str) -> Line:
    """What the yearly report answers to the item of the guidance that asks for the same; empty where none does."""
    item = _ITEMS.get(duty)
    if item is None:
        return Line("", "", ())
    judged, absent = judge_item(within, item), within.snapshot.absent
    parts = (standing_in_words(judged.standing, absent), judged.says, missing_in_words(judged, absent))
    return Line("; ".join(filter(None, parts)), "", judged.records[:_CITED])


def _partnership_lines(snapshot: Snapshot, duty: str) -> Iterator[Line]:
    """The lists of the partnership's own record that bear on a duty; that record has no year."""
    partnership = snapshot.partnership
    model = KINDS["partnership"].model
    names = dict.fromkeys(path[0] for path in duty_paths(model).get(duty, ()))
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
