"""The audit programme of a year, in its recorded order, each audit with the reasons for its place (F5.2, F5.3).

The recorded order is never changed. Where the records give reasons to put an audit earlier, it is reported with them.
"""

from dataclasses import dataclass
from datetime import date

from lif.analysis.chronology.record_date import own_date, work_start
from lif.analysis.lines.whose_work import ours
from lif.analysis.themes.replaced_themes import current_theme
from lif.analysis.themes.urgency import LastLook, UrgencyIndex, UrgentRecords, build_urgency_index
from lif.model.kinds.audit import Audit
from lif.model.kinds.need import Need
from lif.model.period import When
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import words

_NO_ORDER = 1_000_000
"""Sorts behind every recorded place."""


@dataclass(frozen=True, slots=True)
class AnsweredNeed:
    """A need that an audit answers: its driver, its evidence, and its place in the group's order (0 for none)."""

    id: str
    title: str
    driver: str
    order: int
    order_because: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Consultation:
    """A consultation before the audit: whose views, and how they were asked for."""

    whose: str
    how: str
    date: When | None


@dataclass(frozen=True, slots=True)
class PlannedAudit:
    """One audit of the programme, with every recorded reason for its place; `order` is 0 where none is recorded."""

    id: str
    title: str
    kind: str
    order: int
    because: str
    prioritised_by: str
    needs: tuple[AnsweredNeed, ...]
    last_looked: tuple[LastLook, ...]
    pressing: UrgentRecords
    consulted: tuple[Consultation, ...]

    @property
    def never_looked(self) -> tuple[str, ...]:
        """The labels of themes on which no earlier look is recorded."""
        return tuple(look.label for look in self.last_looked if not look.record)

    @property
    def reasons(self) -> tuple[str, ...]:
        """The reasons for its place in words, strongest first."""
        reasons = [
            _reason("serious risk on it", self.pressing.serious),
            _reason("a standard on it is clearly worse", self.pressing.worse),
            _reason("it has come back after action", self.pressing.recurs),
            *(f"answers {need.title}" + (f", in place {need.order}" if need.order else "") for need in self.needs),
            *(f"no earlier look at {label} is recorded" for label in self.never_looked),
            *(
                f"{look.label} was last looked at {look.when}: {look.record}"
                for look in self.last_looked
                if look.record
            ),
            _reason("single-agency audits point there", self.pressing.single_agency),
        ]
        return tuple(filter(None, reasons))

    @property
    def weight(self) -> tuple[bool, bool, bool, int, bool, date]:
        """The sort key: serious risk, a worse standard, recurrence, first need, never or longest not looked at."""
        oldest = min((look.when.latest for look in self.last_looked if look.when), default=date.max)
        first_need = min((need.order or _NO_ORDER for need in self.needs), default=_NO_ORDER)
        return (
            not self.pressing.serious,
            not self.pressing.worse,
            not self.pressing.recurs,
            first_need,
            not self.never_looked,
            oldest,
        )


@dataclass(frozen=True, slots=True)
class OrderDifference:
    """An audit whose reasons would put it earlier than its recorded place; both places count from 1."""

    id: str
    title: str
    place: int
    proposed: int
    reasons: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Programme:
    """The audits of one year in their recorded order, those without a place last, and where the reasons differ."""

    year: str
    audits: tuple[PlannedAudit, ...]
    differs: tuple[OrderDifference, ...]


def read_programme(snapshot: Snapshot, year: str, today: date) -> Programme:
    """The programme of a year (`2025-26`); each audit is judged as of the day it began, or today before that."""
    urgency = build_urgency_index(snapshot)
    in_year = (entry for entry in ours(snapshot, snapshot.of(Audit)) if entry.record.programme_year == year)
    planned = [_planned_audit(snapshot, entry, urgency, today) for entry in in_year]
    ordered = tuple(sorted(planned, key=lambda audit: (audit.order or _NO_ORDER, audit.id)))
    return Programme(year, ordered, _differs(ordered))


def _planned_audit(snapshot: Snapshot, entry: Entry[Audit], urgency: UrgencyIndex, today: date) -> PlannedAudit:
    audit = entry.record
    start = work_start(audit) or audit.life.planned or own_date(audit)
    day = min(start.earliest, today) if start else today
    themes = tuple(dict.fromkeys(current_theme(snapshot, theme) for theme in audit.themes))
    group = snapshot.group(audit.prioritised_by)
    return PlannedAudit(
        id=entry.id,
        title=audit.title,
        kind=words(audit.audit_kind),
        order=audit.programme_order or 0,
        because=audit.programme_because or "",
        prioritised_by=group.name if group else audit.prioritised_by or "",
        needs=tuple(_answered_need(snapshot, need_id) for need_id in audit.answers if need_id in snapshot.entries),
        last_looked=tuple(urgency.last_looked(entry.id, theme, _label(snapshot, theme), day) for theme in themes),
        pressing=urgency.pressing(entry.id, themes, day),
        consulted=tuple(Consultation(words(view.whose), view.how or "", view.date) for view in audit.consulted),
    )


def _answered_need(snapshot: Snapshot, need_id: str) -> AnsweredNeed:
    entry = snapshot.entries[need_id]
    need = entry.record if isinstance(entry.record, Need) else None
    evidence = need.evidence if need else ()
    return AnsweredNeed(
        need_id,
        entry.record.title,
        words(need.driver) if need and need.driver else "",
        (need.order if need else None) or 0,
        (need.order_because if need else None) or "",
        tuple(source.record or source.unnamed or "" for source in evidence),
    )


def _label(snapshot: Snapshot, key: str) -> str:
    theme = snapshot.theme(key)
    return theme.label if theme else key


def _reason(text: str, records: tuple[str, ...]) -> str:
    return f"{text}: {', '.join(records)}" if records else ""


def _differs(ordered: tuple[PlannedAudit, ...]) -> tuple[OrderDifference, ...]:
    """Audits whose reasons would move them up; the order among equals is the recorded one."""
    proposed = sorted(ordered, key=lambda audit: audit.weight)
    places = {audit.id: place for place, audit in enumerate(ordered, 1)}
    return tuple(
        OrderDifference(audit.id, audit.title, places[audit.id], place, audit.reasons, audit.because)
        for place, audit in enumerate(proposed, 1)
        if place < places[audit.id]
    )
