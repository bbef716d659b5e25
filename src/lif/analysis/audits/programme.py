"""The audit programme of a year, in the order people gave it, each audit with what speaks for its place (F5.2, F5.3).

The recorded order is never changed. Where what is recorded would put an audit earlier, that is said, with the reasons.
"""

from dataclasses import dataclass
from datetime import date

from lif.analysis.chronology.record_date import began, own_date
from lif.analysis.themes.replaced_themes import successors
from lif.analysis.themes.urgency import Index, Looked, Pressing, index
from lif.model.kinds.audit import Audit
from lif.model.kinds.need import Need
from lif.model.kinds.partnership import Theme
from lif.model.period import When
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import words

_NO_ORDER = 1_000_000
"""Behind every place that somebody gave."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A need that an audit answers: its driver, what shows it, and its place in the group's order (0 for none)."""

    id: str
    title: str
    driver: str
    order: int
    order_because: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Consultation:
    """Who was consulted beforehand, and how."""

    whose: str
    how: str
    date: When | None


@dataclass(frozen=True, slots=True)
class Planned:
    """One audit of the programme, with everything recorded that speaks for its place; `order` is 0 where none is."""

    id: str
    title: str
    kind: str
    order: int
    because: str
    prioritised_by: str
    needs: tuple[Answered, ...]
    last_looked: tuple[Looked, ...]
    pressing: Pressing
    consulted: tuple[Consultation, ...]

    @property
    def never_looked(self) -> tuple[str, ...]:
        """The themes that no earlier audit or review has looked at."""
        return tuple(one.label for one in self.last_looked if not one.record)

    @property
    def reasons(self) -> tuple[str, ...]:
        """What speaks for its place, strongest first, in words."""
        said = [
            _because("serious risk on it", self.pressing.serious),
            _because("it has come back after action", self.pressing.recurs),
            *(f"answers {one.title}" + (f", in place {one.order}" if one.order else "") for one in self.needs),
            *(f"nobody has looked at {label} before" for label in self.never_looked),
            *(f"{one.label} was last looked at {one.when}: {one.record}" for one in self.last_looked if one.record),
            _because("single-agency audits point there", self.pressing.single_agency),
        ]
        return tuple(filter(None, said))

    @property
    def weight(self) -> tuple[bool, bool, int, bool, date]:
        """The order in which the reasons would put it: serious risk, come back, need, never or longest not looked."""
        oldest = min((one.when.latest for one in self.last_looked if one.when), default=date.max)
        first_need = min((one.order or _NO_ORDER for one in self.needs), default=_NO_ORDER)
        return (not self.pressing.serious, not self.pressing.recurs, first_need, not self.never_looked, oldest)


@dataclass(frozen=True, slots=True)
class Differs:
    """An audit that what is recorded would put earlier than people did; both places count from 1."""

    id: str
    title: str
    place: int
    proposed: int
    reasons: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Programme:
    """The audits of one year in their recorded order, those without a place last, and where reasons differ from it."""

    year: str
    audits: tuple[Planned, ...]
    differs: tuple[Differs, ...]


def years(snapshot: Snapshot) -> tuple[str, ...]:
    """The years for which there is a programme."""
    return tuple(sorted({entry.record.programme_year for entry in snapshot.of(Audit) if entry.record.programme_year}))


def read_programme(snapshot: Snapshot, year: str, today: date) -> Programme:
    """The programme of a year, 2025-26 say; each audit is seen as of the day it began, or today while it has not."""
    known = index(snapshot)
    mine = (entry for entry in snapshot.of(Audit) if entry.record.programme_year == year)
    planned = [_planned(snapshot, entry, known, today) for entry in mine]
    ordered = tuple(sorted(planned, key=lambda one: (one.order or _NO_ORDER, one.id)))
    return Programme(year, ordered, _differs(ordered))


def _planned(snapshot: Snapshot, entry: Entry[Audit], known: Index, today: date) -> Planned:
    audit = entry.record
    start = began(audit) or audit.life.planned or own_date(audit)
    day = min(start.earliest, today) if start else today
    themes = tuple(dict.fromkeys(successors(snapshot, theme) for theme in audit.themes))
    group = snapshot.registers["group"].get(audit.prioritised_by or "")
    return Planned(
        id=entry.id,
        title=audit.title,
        kind=words(audit.audit_kind),
        order=audit.programme_order or 0,
        because=audit.programme_because or "",
        prioritised_by=str(getattr(group, "name", audit.prioritised_by or "")),
        needs=tuple(_need(snapshot, need) for need in audit.answers if need in snapshot.entries),
        last_looked=tuple(known.last_looked(entry.id, theme, _label(snapshot, theme), day) for theme in themes),
        pressing=known.pressing(entry.id, themes, day),
        consulted=tuple(Consultation(words(one.whose), one.how or "", one.date) for one in audit.consulted),
    )


def _need(snapshot: Snapshot, need_id: str) -> Answered:
    entry = snapshot.entries[need_id]
    need = entry.record if isinstance(entry.record, Need) else None
    evidence = need.evidence if need else ()
    return Answered(
        need_id,
        entry.record.title,
        words(need.driver) if need and need.driver else "",
        (need.order if need else None) or 0,
        (need.order_because if need else None) or "",
        tuple(one.record or one.unnamed or "" for one in evidence),
    )


def _label(snapshot: Snapshot, key: str) -> str:
    theme = snapshot.registers["theme"].get(key)
    return theme.label if isinstance(theme, Theme) else key


def _because(says: str, records: tuple[str, ...]) -> str:
    return f"{says}: {', '.join(records)}" if records else ""


def _differs(ordered: tuple[Planned, ...]) -> tuple[Differs, ...]:
    """Audits whose reasons would move them up; the order among equals is the recorded one."""
    proposed = sorted(ordered, key=lambda one: one.weight)
    places = {one.id: place for place, one in enumerate(ordered, 1)}
    return tuple(
        Differs(one.id, one.title, places[one.id], place, one.reasons, one.because)
        for place, one in enumerate(proposed, 1)
        if place < places[one.id]
    )
