"""The verdict on a measure taken twice: whether it shows a change, or why it shows none.

Where cases were counted, the statistics of audits decide; where none were, the claim of the evaluation, or the outcome
that the group recorded, does. What is better and may be chance, or falls short of its target, is no change.
"""

from lif.analysis.audits.audit_comparison import AuditComparison, Barrier, ChangeWord, compare_audits
from lif.analysis.audits.comparability import sampling_barrier
from lif.analysis.impact.evidenced import impact_of
from lif.analysis.impact.measure_result import (
    counts_activity,
    has_result,
    is_no_better,
    reaches_target,
    repeats_reading,
)
from lif.model.kinds.action import Action, Measure
from lif.model.kinds.audit import Audit
from lif.model.kinds.evaluation import Evaluation
from lif.model.record import Reading
from lif.model.reference import RecordRef
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import Outcome, words

CLAIMED_OUTCOMES = {Outcome.ACHIEVED, Outcome.PARTLY}
"""The outcomes that claim a change."""
_SHORT = "and short of its target"


def is_better(before: Reading, after: Reading) -> bool:
    """Whether a second reading is better than the first, or may be."""
    return not repeats_reading(before, after) and not is_no_better(before, after)


def why_no_change(snapshot: Snapshot, entry: Entry[Evaluation]) -> str:
    """Why an evaluation at the level of practice or of children and families shows no change; empty when it does."""
    before, after, target = entry.record.baseline, entry.record.follow_up, entry.record.target
    lacks = impact_of(entry).lacks
    if lacks or before is None or after is None:
        return f"lacks {', '.join(lacks)}"
    return _why_not(snapshot, before, after, target.target if target else None)


def why_measure_shows_none(snapshot: Snapshot, action: Action, measure: Measure) -> str:
    """Why a measure of an action shows no change; empty when it does."""
    before, after = measure.baseline, measure.follow_up
    if before is None or not has_result(before):
        return "lacks a baseline"
    if after is None or not has_result(after):
        return "lacks a follow-up"
    if counts_activity(measure.what):
        return "counts what was done, not what changed"
    if _is_before_the_work(action, after):
        return "was taken again before the work was done"
    return _why_not(snapshot, before, after, measure.target) or _why_the_group_claims_none(action, before, after)


def _is_before_the_work(action: Action, after: Reading) -> bool:
    work = action.done or action.started
    return work is not None and after.date is not None and after.date.is_before(work)


def _why_the_group_claims_none(action: Action, before: Reading, after: Reading) -> str:
    """Why a better measure shows no change by the outcome that the group recorded, or for want of one."""
    if action.outcome in CLAIMED_OUTCOMES:
        return ""
    if action.outcome is not None:
        return f"is better, and the outcome recorded is: {words(action.outcome)}"
    return "" if counts_of(before, after) else "was taken again, and no outcome says whether that is a change"


def compared_readings(snapshot: Snapshot, before: Reading, after: Reading) -> AuditComparison | None:
    """Two counts of cases compared as an audit and its re-audit are; None where a reading does not count cases."""
    counts = counts_of(before, after)
    if counts is None:
        return None
    thresholds = snapshot.thresholds
    return compare_audits(
        *counts,
        _barrier(snapshot, before, after),
        fewest_cases=max(1, thresholds.fewest_cases),
        percentages_from=thresholds.percentages_from,
    )


def counts_of(before: Reading, after: Reading) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The cases that met the standard and all cases, before and after; impossible counts are none."""
    met_then, of_then, met_now, of_now = before.met, before.of, after.met, after.of
    if met_then is None or of_then is None or met_now is None or of_now is None:
        return None
    return ((met_then, of_then), (met_now, of_now)) if met_then <= of_then and met_now <= of_now else None


def _barrier(snapshot: Snapshot, before: Reading, after: Reading) -> Barrier | None:
    """Why two readings cannot be compared: the audits they come from chose their cases in another way, or by hand."""
    audits = [
        entry.record
        for reading in (before, after)
        if reading.record and (entry := snapshot.entries.get(RecordRef.parse(reading.record).record))
        if isinstance(entry.record, Audit)
    ]
    return sampling_barrier(audits[0], audits[-1]) if audits and before.record != after.record else None


def _why_not(snapshot: Snapshot, before: Reading, after: Reading, target: str | None) -> str:
    """Why a second reading shows no change; empty where it does, as far as the readings tell."""
    if repeats_reading(before, after):
        return "has its baseline as its follow-up"
    if is_no_better(before, after):
        return "is no better than its baseline"
    is_short = target is not None and reaches_target(target, after) is False
    compared = compared_readings(snapshot, before, after)
    if compared is None or compared.word is ChangeWord.IMPROVEMENT:
        return f"is better, {_SHORT}" if is_short else ""
    chance = f"is better: {compared.barrier}" if compared.barrier else "is better, and that may be chance"
    return f"{chance}, {_SHORT}" if is_short else chance
