"""What a year's records show of each duty of the framework: counts and what they are out of, never a score."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from lif.analysis.deadlines.deadline import Deadline, State
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
from lif.reports.cited_sentence import Line, Within, counted_of

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
"""The duty that each kind of deadline belongs to; the clocks of the guidance belong to F6.1."""
_REPORTS = {
    "F7.5": RegularReport.EXECUTIVE,
    "F7.7": RegularReport.ANNUAL,
    "F8.1": RegularReport.FRAMEWORK_REVIEW,
}
_SAID = {
    "learning": ("piece of learning", "pieces of learning"),
    "feedback": ("piece of feedback", "pieces of feedback"),
    "position": ("position statement", "position statements"),
}
_KIND = {"re-audit": "re-audit", "time-public": "time a report stays public"}
_PARTNERSHIP = "partnership"
_LATE = {State.OVERDUE, State.MET_LATE, State.TOO_EARLY}
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class DutyYear:
    """One duty: what is recorded on it, what the rules ask about it, and how its deadlines stand.

    `recorded` counts the records of the time that hold something on it, `asked_about` those that a rule speaks of.
    `elsewhere` says how it is honoured where no field holds it, and is empty otherwise.
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


def duty_years(within: Within, found: Iterable[Diagnostic], deadlines: Iterable[Deadline]) -> tuple[DutyYear, ...]:
    """Every duty in the order of the framework."""
    mine = [one for one in found if one.record == _PARTNERSHIP or within.holds(one.record)]
    due = [one for one in deadlines if one.due is not None and one.due.overlaps(within.year)]
    records = _of_time(within)
    return tuple(_duty_year(within, duty, records, mine, due) for duty in DUTIES)


def counts_on(within: Within) -> dict[str, int]:
    """How many records of the time hold something on each duty that fields write down."""
    records = _of_time(within)
    return {
        duty.name: sum(len(holding) for _, _, holding in _held(duty.name, records)) + len(_reports(within, duty.name))
        for duty in DUTIES
    }


def missed(deadlines: Iterable[Deadline], within: Within) -> Iterator[Line]:
    """Each deadline of the time that was not kept, with how it stands."""
    for one in deadlines:
        if one.state in _LATE and one.due is not None and one.due.overlaps(within.year):
            when = f"; met {one.met}" if one.met else ""
            yield Line(f"{one.what} ({_words(one.state)}; due {one.due}{when})", "", (one.record,))


_Records = dict[Kind, list[Entry[Record]]]


def _of_time(within: Within) -> _Records:
    folders = (kind for kind in KINDS if kind.folder)
    return {kind: [one for one in within.snapshot.of(kind.model) if within.holds(one.id)] for kind in folders}


def _reports(within: Within, duty: str) -> list[ReportMade]:
    """The regular reports of the time that keep the duty."""
    partnership = within.snapshot.partnership
    made = partnership.reports_made if partnership else ()
    return [one for one in made if one.what is _REPORTS.get(duty) and one.date.overlaps(within.year)]


def _made(reports: list[ReportMade]) -> Iterator[Line]:
    if reports:
        days = ", ".join(str(one.date) for one in reports)
        records = tuple(one.record for one in reports if one.record)
        yield Line(f"{_words(reports[0].what)}, made {days}", "", (_PARTNERSHIP, *records))


def _duty_year(
    within: Within,
    duty: Duty,
    records: _Records,
    found: Iterable[Diagnostic],
    deadlines: Iterable[Deadline],
) -> DutyYear:
    held, reports = list(_held(duty.name, records)), _reports(within, duty.name)
    asked = [one for one in found if duty.name in one.code.duties]
    due = [one for one in deadlines if _duty_of(one) == duty.name]
    lines = (Line(_of(kind, holding, every), "", _first(holding)) for kind, every, holding in held if every)
    return DutyYear(
        name=duty.name,
        says=duty.says,
        elsewhere="" if _is_written_down(duty.name) else duty.honours,
        recorded=sum(len(holding) for _, _, holding in held) + len(reports),
        asked_about=len({one.record for one in asked}),
        due=len(due),
        kept=sum(one.state is State.MET for one in due),
        shown=(*_of_partnership(within.snapshot, duty.name), *_made(reports), *lines),
        rules=tuple(_rules(asked)),
        deadlines=tuple(_stand(due)),
    )


def _of(kind: Kind, holding: list[Entry[Record]], every: list[Entry[Record]]) -> str:
    """`2 of 3 audits`."""
    return f"{len(holding)} of {counted_of(len(every), *_SAID.get(kind.name, (kind.name, kind.folder)))}"


def _first(entries: Iterable[Entry[Record]]) -> tuple[str, ...]:
    return tuple(entry.id for entry in entries)[:_SHOWN]


def _held(duty: str, records: _Records) -> Iterator[tuple[Kind, list[Entry[Record]], list[Entry[Record]]]]:
    """Each kind that writes the duty down, with its records of the time and those of them that hold something on it."""
    for kind, entries in records.items():
        paths = _paths(kind.model).get(duty, ())
        if paths:
            yield kind, entries, [one for one in entries if any(_is_filled(one.record, path) for path in paths)]


@cache
def _paths(model: type[Part]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """For each duty, the fields of a model in which it is written down.

    Where some of them are owed, those that every record must have anyway show nothing and are left out.
    """
    found: dict[str, list[tuple[str, ...]]] = {}
    always: dict[str, list[tuple[str, ...]]] = {}
    owed: set[str] = set()
    for name, field in shape_of(model).items():
        owed |= set(field.about.duties) if field.about.owed else set()
        for duty in field.about.duties:
            (always if field.is_required else found).setdefault(duty, []).append((name,))
        for duty, paths in (_paths(field.part) if field.part else {}).items():
            found.setdefault(duty, []).extend((name, *path) for path in paths)
    every = {duty: (*found.get(duty, ()), *always.get(duty, ())) for duty in (*found, *always)}
    return {duty: tuple(found[duty]) if duty in owed & found.keys() else paths for duty, paths in every.items()}


@cache
def _is_written_down(duty: str) -> bool:
    return any(duty in _paths(kind.model) for kind in KINDS)


def _is_filled(value: Any, path: tuple[str, ...]) -> bool:
    """Whether anything stands at the path, in any of the parts of a list."""
    if isinstance(value, tuple):
        return any(_is_filled(one, path) for one in value)
    if not path:
        return value is not None and value is not False and value != ""
    return value is not None and _is_filled(getattr(value, path[0]), path[1:])


def _of_partnership(snapshot: Snapshot, duty: str) -> Iterator[Line]:
    """What the partnership's own record lists on a duty; it has no year."""
    partnership = snapshot.partnership
    model = KINDS["partnership"].model
    names = dict.fromkeys(path[0] for path in _paths(model).get(duty, ()))
    listed = (name for name in names if shape_of(model)[name].is_list and name != "reports_made")
    lists = ((name, getattr(partnership, name, ())) for name in listed)
    told = [f"{name.replace('_', ' ')}: {len(values)}" for name, values in lists if values]
    if told:
        yield Line(f"in the partnership's own record, {', '.join(told)}", "", (_PARTNERSHIP,))


def _rules(asked: list[Diagnostic]) -> Iterator[Line]:
    """Each rule that speaks, with how many records it speaks of."""
    for code in dict.fromkeys(one.code for one in asked):
        records = tuple(dict.fromkeys(one.record for one in asked if one.code == code))
        yield Line(f"{code.title}: {counted_of(len(records), 'record')} ({code.name})", "", records[:_SHOWN])


def _duty_of(one: Deadline) -> str:
    return _DUTY_OF.get(one.kind, "F6.1" if one.edition else "")


def _stand(due: list[Deadline]) -> Iterator[Line]:
    """How the deadlines of each kind stand, in counts."""
    for kind in dict.fromkeys(one.kind for one in due):
        mine = [one for one in due if one.kind == kind]
        counts = Counter(one.state for one in mine)
        said = ", ".join(f"{_words(state)}: {counts[state]}" for state in State if counts[state])
        late = tuple(dict.fromkeys(one.record for one in mine if one.state in _LATE))
        yield Line(f"{counted_of(len(mine), 'deadline')} ({_KIND.get(kind, _words(kind))}): {said}", "", late[:_SHOWN])


def _words(value: str) -> str:
    return value.replace("-", " ")
