"""Whether two measurements of one standard can be compared: each reason why not is one function of the list."""

from collections.abc import Callable

from lif.analysis.audits.audit_comparison import Barrier
from lif.analysis.audits.measurement import Measurement
from lif.analysis.audits.repeated_audits import comes_first
from lif.model.kinds.audit import Audit
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import Selection

Check = Callable[[Snapshot, Measurement, Measurement], Barrier | None]
"""A reason why two measurements, the earlier first, cannot be compared; None where it does not hold."""


def barrier_between(snapshot: Snapshot, then: Measurement, now: Measurement) -> Barrier | None:
    """The first reason why two measurements cannot be compared, besides too few cases; None where they can."""
    return next((barrier for check in _CHECKS if (barrier := check(snapshot, then, now))), None)


def sampling_barrier(earlier: Audit, later: Audit) -> Barrier | None:
    """Why the cases of two audits cannot be compared: picked by hand, chosen in two ways, or nobody knows how."""
    return _sampling(earlier.selection, later.selection)


def _sampling(earlier: Selection | None, later: Selection | None) -> Barrier | None:
    if Selection.HAND_PICKED in {earlier, later}:
        return Barrier.HAND_PICKED
    if None in {earlier, later}:
        return Barrier.SELECTION_UNKNOWN
    return None if earlier == later else Barrier.OTHER_SAMPLING


def _picked_by_hand(_: Snapshot, then: Measurement, now: Measurement) -> Barrier | None:
    barrier = _sampling(then.selection, now.selection)
    return barrier if barrier is Barrier.HAND_PICKED else None


def _same_cases(snapshot: Snapshot, then: Measurement, now: Measurement) -> Barrier | None:
    """The same cases twice: one of the audits says so, is part of the other, or rests on the same evidence."""
    for measured, other in ((then, now), (now, then)):
        entry = snapshot.entries.get(measured.audit)
        if entry is not None and isinstance(entry.record, Audit):
            audit = entry.record
            if other.audit in {*audit.same_cases_as, *audit.same_evidence_as, audit.part_of}:
                return Barrier.SAME_CASES
    return None


def _other_words(_: Snapshot, then: Measurement, now: Measurement) -> Barrier | None:
    if then.wording == now.wording:
        return None
    return Barrier.OTHER_GRADES if now.is_graded else Barrier.OTHER_WORDS


def _other_sampling(_: Snapshot, then: Measurement, now: Measurement) -> Barrier | None:
    return _sampling(then.selection, now.selection)


def _unknown_order(snapshot: Snapshot, then: Measurement, now: Measurement) -> Barrier | None:
    return None if comes_first(snapshot, then.audit, now.audit) else Barrier.ORDER_UNKNOWN


_CHECKS: tuple[Check, ...] = (_picked_by_hand, _same_cases, _other_words, _other_sampling, _unknown_order)
"""The reasons in the order in which they are told: add one here, and every comparison keeps to it."""
