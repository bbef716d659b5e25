"""Check each review and audit against the eight principles of the framework: met, partly met or not shown."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from lif.analysis.chronology.record_date import work_start
from lif.analysis.lines.whose_work import own_activities
from lif.model.kinds.action import Action
from lif.model.kinds.challenge import Challenge
from lif.model.kinds.evaluation import Evaluation
from lif.model.kinds.feedback import Feedback
from lif.model.kinds.finding import Finding
from lif.model.kinds.learning import Learning
from lif.model.record import Activity, Record
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import Direction, Whose

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


class HowFarShown(StrEnum):
    """How far the records show that a principle was met; a principle that is not shown may still have been met."""

    MET = "met"
    PARTLY = "partly"
    NOT_SHOWN = "not shown"


@dataclass(frozen=True, slots=True)
class PrincipleCheck:
    """One activity against one principle, with the records and fields that show it."""

    principle: str
    shows: HowFarShown
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActivityPrinciples:
    """One activity against all eight principles."""

    id: str
    title: str
    held: tuple[PrincipleCheck, ...]


def activities(snapshot: Snapshot) -> tuple[Entry[Activity], ...]:
    """Every review and audit of the partnership, in order of id; without those from elsewhere."""
    return tuple(sorted(own_activities(snapshot), key=lambda entry: entry.id))


def check_principles(snapshot: Snapshot, entry: Entry[Activity]) -> ActivityPrinciples:
    """Check the activity against each principle."""
    held = tuple(PrincipleCheck(name, *_how_far_shown(check(snapshot, entry))) for name, check in _CHECKS.items())
    return ActivityPrinciples(entry.id, entry.record.title, held)


_Parts = tuple[tuple[str, ...], ...]
"""The parts of a principle, each with the records and fields that show it; empty where nothing shows the part."""


def _how_far_shown(parts: _Parts) -> tuple[HowFarShown, tuple[str, ...]]:
    shown = [part for part in parts if part]
    by = tuple(dict.fromkeys(evidence for part in shown for evidence in part))
    return (HowFarShown.MET if len(shown) == len(parts) else HowFarShown.PARTLY if shown else HowFarShown.NOT_SHOWN), by


def _filled_field(entry: Entry[Activity], name: str) -> tuple[str, ...]:
    """The field as evidence where it is filled; empty where it is not."""
    return (f"{entry.id}: {name}",) if getattr(entry.record, name) else ()


def _citing(snapshot: Snapshot, model: type[R], field: str, targets: Iterable[str]) -> list[Entry[R]]:
    """The records of one kind that cite any of the targets in a field, in order of id."""
    citing = {
        entry.id: Entry(entry.id, entry.kind, entry.record)
        for target in targets
        for entry, citation in snapshot.cited_by.get(target, ())
        if isinstance(entry.record, model) and citation.at[0] == field
    }
    return [citing[record_id] for record_id in sorted(citing)]


def _makes_sense(snapshot: Snapshot, entry: Entry[Activity]) -> _Parts:
    del snapshot
    return (_filled_field(entry, "question"), _filled_field(entry, "systemic_factors"))


def _designed_for_influence(snapshot: Snapshot, entry: Entry[Activity]) -> _Parts:
    del snapshot
    start = work_start(entry.record)
    measured = [outcome for outcome in entry.record.intended if outcome.measure]
    in_time = [outcome for outcome in measured if outcome.agreed and not (start and start.is_before(outcome.agreed))]
    return (
        tuple(f"{entry.id}: intended, {outcome.key}" for outcome in measured),
        tuple(f"{entry.id}: intended, {outcome.key}, agreed" for outcome in in_time),
    )


def _partners_take_part(snapshot: Snapshot, entry: Entry[Activity]) -> _Parts:
    """Two or more agencies took part, or single-agency work was shared; agencies that did not take part are named."""
    del snapshot
    several = len({participant.agency for participant in entry.record.took_part}) > 1
    shared = _filled_field(entry, "shared_with_group")
    took_part = _filled_field(entry, "took_part")
    invited = (*took_part, *_filled_field(entry, "not_taking_part")) if took_part else ()
    return (invited if several else shared, invited or shared)


def _both_sides(snapshot: Snapshot, entry: Entry[Activity]) -> _Parts:
    findings = _citing(snapshot, Finding, "source", (entry.id,))
    positive = {Direction.WORKING_WELL, Direction.HAS_POTENTIAL, Direction.MIXED}
    negative = {Direction.NEEDS_TO_IMPROVE, Direction.GAP, Direction.MIXED}
    return (
        tuple(finding.id for finding in findings if finding.record.direction in positive),
        tuple(finding.id for finding in findings if finding.record.direction in negative),
    )


def _challenged(snapshot: Snapshot, entry: Entry[Activity]) -> _Parts:
    about = (entry.id, *(finding.id for finding in _citing(snapshot, Finding, "source", (entry.id,))))
    challenges = _citing(snapshot, Challenge, "about_records", about)
    return (
        tuple(challenge.id for challenge in challenges),
        tuple(f"{challenge.id}: outcome" for challenge in challenges if challenge.record.outcome),
    )


def _made_sense_of_together(snapshot: Snapshot, entry: Entry[Activity]) -> _Parts:
    """Practitioners took part, and the result was taken back: to the group, or to practitioners who spoke on it.

    A text on practitioners may only say that a chapter gives their view, and agencies that took part gave what they
    knew (P3): neither shows that the result was made sense of together.
    """
    spoke = tuple(
        answer.id
        for answer in _citing(snapshot, Feedback, "about", (entry.id,))
        if answer.record.whose is Whose.PRACTITIONERS
    )
    practitioners = _filled_field(entry, "practitioners")
    return (practitioners or spoke, (*_filled_field(entry, "shared_with_group"), *(spoke if practitioners else ())))


def _evaluated(snapshot: Snapshot, entry: Entry[Activity]) -> _Parts:
    evaluable = {entry.id, *(entry.id_of(item.key) for item in entry.record.recommendations)}
    evaluable |= {finding.id for finding in _citing(snapshot, Finding, "source", (entry.id,))}
    evaluable |= {action.id for action in _citing(snapshot, Action, "answers", evaluable)}
    evaluable |= {learning.id for learning in _citing(snapshot, Learning, "from_records", evaluable)}
    evaluations = _citing(snapshot, Evaluation, "of", evaluable)
    explained = [evaluation for evaluation in evaluations if evaluation.record.mechanism and evaluation.record.context]
    return (
        tuple(evaluation.id for evaluation in evaluations),
        tuple(f"{evaluation.id}: mechanism, context" for evaluation in explained),
    )


def _hears_practice_and_families(snapshot: Snapshot, entry: Entry[Activity]) -> _Parts:
    feedback = _citing(snapshot, Feedback, "about", (entry.id,))
    by_staff = tuple(answer.id for answer in feedback if answer.record.whose is Whose.PRACTITIONERS)
    by_families = tuple(answer.id for answer in feedback if answer.record.whose is not Whose.PRACTITIONERS)
    return (by_staff or _filled_field(entry, "practitioners"), by_families or _filled_field(entry, "families"))


_CHECKS: dict[str, Callable[[Snapshot, Entry[Activity]], _Parts]] = {
    "P1": _makes_sense,
    "P2": _designed_for_influence,
    "P3": _partners_take_part,
    "P4": _both_sides,
    "P5": _challenged,
    "P6": _made_sense_of_together,
    "P7": _evaluated,
    "P8": _hears_practice_and_families,
}
"""The check of each principle."""
