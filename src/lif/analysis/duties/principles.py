"""Each review and audit against the eight principles of the framework: met, partly or not shown, and what shows it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from lif.analysis.chronology.record_date import began
from lif.model.kinds.action import Action
from lif.model.kinds.audit import Audit
from lif.model.kinds.challenge import Challenge
from lif.model.kinds.evaluation import Evaluation
from lif.model.kinds.feedback import Feedback
from lif.model.kinds.finding import Finding
from lif.model.kinds.learning import Learning
from lif.model.kinds.review import Review
from lif.model.record import Activity, Record
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import Direction, ReviewKind, Whose

R = TypeVar("R", bound=Record)
PRINCIPLES = {
    "P1": "makes sense of the system",
    "P2": "designed to influence practice",
    "P3": "partners take part",
    "P4": "appreciates what works and what needs to improve",
    "P5": "curiosity and challenge",
    "P6": "made sense of together",
    "P7": "evaluated: what works, why, in what contexts",
    "P8": "hears practice, families and children",
}
"""The eight principles, shortened (F3.1 to F3.8)."""


class Shows(StrEnum):
    """How far the records show a principle; what they do not show may still have been so."""

    MET = "met"
    PARTLY = "partly"
    NOT_SHOWN = "not shown"


@dataclass(frozen=True, slots=True)
class Held:
    """One activity against one principle, with the records and fields that show it."""

    principle: str
    shows: Shows
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Principled:
    """One activity against all eight."""

    id: str
    title: str
    held: tuple[Held, ...]


def activities(snapshot: Snapshot) -> tuple[Entry[Activity], ...]:
    """Every review and audit of the partnership, in order of id; a national review is not its own work."""
    own = (one for one in snapshot.of(Review) if one.record.review_kind is not ReviewKind.NATIONAL_REVIEW)
    every: tuple[Entry[Activity], ...] = (*own, *snapshot.of(Audit))
    return tuple(sorted(every, key=lambda entry: entry.id))


def principled(snapshot: Snapshot, entry: Entry[Activity]) -> Principled:
    """The activity against each principle."""
    held = tuple(Held(name, *_told(check(snapshot, entry))) for name, check in _CHECKS.items())
    return Principled(entry.id, entry.record.title, held)


_Parts = tuple[tuple[str, ...], ...]
"""What a principle asks for, part by part, each with what shows it; a part that nothing shows is empty."""


def _told(parts: _Parts) -> tuple[Shows, tuple[str, ...]]:
    shown = [part for part in parts if part]
    by = tuple(dict.fromkeys(one for part in shown for one in part))
    return (Shows.MET if len(shown) == len(parts) else Shows.PARTLY if shown else Shows.NOT_SHOWN), by


def _field(entry: Entry[Activity], name: str) -> tuple[str, ...]:
    return (f"{entry.id}: {name}",) if getattr(entry.record, name) else ()


def _citing(snapshot: Snapshot, model: type[R], field: str, targets: Iterable[str]) -> list[Entry[R]]:
    """The records of one kind that name any of these in a field, in order of id."""
    found = {
        one.id: Entry(one.id, one.kind, one.record)
        for target in targets
        for one, citation in snapshot.cited_by.get(target, ())
        if isinstance(one.record, model) and citation.at[0] == field
    }
    return [found[one] for one in sorted(found)]


def _makes_sense(snapshot: Snapshot, entry: Entry[Activity]) -> _Parts:
    del snapshot
    return (_field(entry, "question"), _field(entry, "systemic_factors"))


def _designed(snapshot: Snapshot, entry: Entry[Activity]) -> _Parts:
    del snapshot
    start = began(entry.record)
    measured = [one for one in entry.record.intended if one.measure]
    in_time = [one for one in measured if one.agreed and not (start and start.is_before(one.agreed))]
    return (
        tuple(f"{entry.id}: intended, {one.key}" for one in measured),
        tuple(f"{entry.id}: intended, {one.key}, agreed" for one in in_time),
    )


def _partners(snapshot: Snapshot, entry: Entry[Activity]) -> _Parts:
    """Two agencies or more took part, or single-agency work was shared; who was asked and did not is said as well."""
    del snapshot
    several = len({one.agency for one in entry.record.took_part}) > 1
    shared = _field(entry, "shared_with_group")
    took = _field(entry, "took_part")
    asked = (*took, *_field(entry, "not_taking_part")) if took else ()
    return (asked if several else shared, asked or shared)


def _both_sides(snapshot: Snapshot, entry: Entry[Activity]) -> _Parts:
    mine = _citing(snapshot, Finding, "source", (entry.id,))
    works = {Direction.WORKING_WELL, Direction.HAS_POTENTIAL, Direction.MIXED}
    fails = {Direction.NEEDS_TO_IMPROVE, Direction.GAP, Direction.MIXED}
    return (
        tuple(one.id for one in mine if one.record.direction in works),
        tuple(one.id for one in mine if one.record.direction in fails),
    )


def _challenge(snapshot: Snapshot, entry: Entry[Activity]) -> _Parts:
    about = (entry.id, *(one.id for one in _citing(snapshot, Finding, "source", (entry.id,))))
    mine = _citing(snapshot, Challenge, "about_records", about)
    return (tuple(one.id for one in mine), tuple(f"{one.id}: outcome" for one in mine if one.record.outcome))


def _together(snapshot: Snapshot, entry: Entry[Activity]) -> _Parts:
    del snapshot
    return (_field(entry, "practitioners"),)


def _evaluated(snapshot: Snapshot, entry: Entry[Activity]) -> _Parts:
    asked = {entry.id, *(f"{entry.id}#{item.key}" for item in entry.record.recommendations)}
    asked |= {one.id for one in _citing(snapshot, Finding, "source", (entry.id,))}
    asked |= {one.id for one in _citing(snapshot, Action, "answers", asked)}
    asked |= {one.id for one in _citing(snapshot, Learning, "from_records", asked)}
    mine = _citing(snapshot, Evaluation, "of", asked)
    explained = [one for one in mine if one.record.mechanism and one.record.context]
    return (tuple(one.id for one in mine), tuple(f"{one.id}: mechanism, context" for one in explained))


def _heard(snapshot: Snapshot, entry: Entry[Activity]) -> _Parts:
    mine = _citing(snapshot, Feedback, "about", (entry.id,))
    by_staff = tuple(one.id for one in mine if one.record.whose is Whose.PRACTITIONERS)
    by_families = tuple(one.id for one in mine if one.record.whose is not Whose.PRACTITIONERS)
    return (by_staff or _field(entry, "practitioners"), by_families or _field(entry, "families"))


_CHECKS: dict[str, Callable[[Snapshot, Entry[Activity]], _Parts]] = {
    "P1": _makes_sense,
    "P2": _designed,
    "P3": _partners,
    "P4": _both_sides,
    "P5": _challenge,
    "P6": _together,
    "P7": _evaluated,
    "P8": _heard,
}
"""What each principle asks of the records."""
