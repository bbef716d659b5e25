"""The verdict on a measure taken twice: whether it shows a change, or why it shows none (F7.2, F7.4).

A change needs the same measure before and after, a clear improvement in the direction that its target asks for, and
a collector other than the owner of the work. Where cases were counted, the statistics of audits decide; where both
readings are points of one indicator, its control chart does. One bare figure before and one after, or words, may be
chance. What is better and fails one of these, or falls short of its target, is no change, and the reason is told.
"""

from lif.analysis.audits.audit_comparison import AuditComparison, Barrier, ChangeWord, compare_audits
from lif.analysis.audits.comparability import sampling_barrier
from lif.analysis.impact.collector import Collector, collector_of
from lif.analysis.impact.evidenced import NEEDS_PROOF, what_is_missing
from lif.analysis.impact.measure_result import (
    counts_activity,
    counts_satisfaction,
    has_result,
    is_another_measure,
    is_no_better,
    is_worse,
    reaches_target,
    repeats_reading,
    wants_fewer,
)
from lif.analysis.lines.whose_work import is_ours
from lif.analysis.statistics.xmr import Variation
from lif.analysis.themes.indicator_readings import read_indicator
from lif.model.kinds.action import Action, Measure
from lif.model.kinds.audit import Audit
from lif.model.kinds.evaluation import Evaluation
from lif.model.kinds.indicator import Indicator
from lif.model.record import Reading
from lif.model.reference import RecordRef
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import Outcome, words

CLAIMED_OUTCOMES = {Outcome.ACHIEVED, Outcome.PARTLY}
"""The outcomes that claim a change."""
ONLY_ACTIVITY = "counts what was done, not what changed"
ONLY_SATISFACTION = "tells how people liked it, not what changed"


def is_better(before: Reading, after: Reading, target: str | None = None) -> bool:
    """Whether a second reading of the same measure is better than the first, or may be."""
    is_same_measure = not (repeats_reading(before, after) or is_another_measure(before, after))
    return is_same_measure and not is_no_better(before, after, target)


def why_no_change(snapshot: Snapshot, entry: Entry[Evaluation]) -> str:
    """Why an evaluation shows no change in practice or for families; empty when it does."""
    evaluation = entry.record
    before, after, target = evaluation.baseline, evaluation.follow_up, evaluation.target
    if evaluation.level not in NEEDS_PROOF:
        return "tells what people thought or learned, not what they did"
    missing = what_is_missing(snapshot, entry)
    if missing or before is None or after is None:
        return f"lacks {', '.join(missing)}"
    if why := _not_about_practice(evaluation.measure or ""):
        return why
    return _why_not(snapshot, before, after, target.target if target else None)


def why_measure_shows_none(snapshot: Snapshot, action: Action, measure: Measure) -> str:
    """Why a measure of an action shows no change; empty when it does."""
    before, after = measure.baseline, measure.follow_up
    if before is None or not has_result(before):
        return "lacks a baseline"
    if after is None or not has_result(after):
        return "lacks a follow-up"
    if why := _not_about_practice(measure.what):
        return why
    if _is_before_the_work(action, after):
        return "was taken again before the work was done"
    return (
        _why_not(snapshot, before, after, measure.target)
        or _why_the_group_claims_none(action)
        or _why_the_collector_shows_none(snapshot, action, after)
    )


def _not_about_practice(measure: str) -> str:
    if counts_activity(measure):
        return ONLY_ACTIVITY
    return ONLY_SATISFACTION if counts_satisfaction(measure) else ""


def _is_before_the_work(action: Action, after: Reading) -> bool:
    work = action.done or action.started
    return work is not None and after.date is not None and after.date.is_before(work)


def _why_the_group_claims_none(action: Action) -> str:
    """Why a better measure shows no change by the outcome that the group recorded."""
    if action.outcome is None or action.outcome in CLAIMED_OUTCOMES:
        return ""
    return f"is better, and the outcome recorded is: {words(action.outcome)}"


def _why_the_collector_shows_none(snapshot: Snapshot, action: Action, after: Reading) -> str:
    match collector_of(snapshot, after, action.owner.agency if action.owner else None):
        case Collector.OWNER:
            return "is better, and was taken again by the owner of the action"
        case Collector.NOT_KNOWN:
            return f"is better; who took it again: {snapshot.absent}"
    return ""


def compared_readings(
    snapshot: Snapshot, before: Reading, after: Reading, target: str | None = None
) -> AuditComparison | None:
    """Two counts of cases compared as an audit and its re-audit are; None where a reading does not count cases.

    Where the target asks for a decrease, a clear fall is the improvement.
    """
    counts = counts_of(before, after)
    if counts is None:
        return None
    thresholds = snapshot.thresholds
    return compare_audits(
        *counts,
        _barrier(snapshot, before, after),
        fewest_cases=max(1, thresholds.fewest_cases),
        percentages_from=thresholds.percentages_from,
        fewer_is_better=wants_fewer(target),
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
    """Why a second reading shows no change; empty where it does."""
    if why := _why_not_the_same(snapshot, before, after):
        return why
    if is_worse(before, after, target):
        return "was measured again: worse"
    if is_no_better(before, after, target):
        return "is no better than its baseline"
    doubt = _doubt(snapshot, before, after, target)
    if target is not None and reaches_target(target, after) is False:
        return f"{doubt or 'is better'}, and short of its target"
    return doubt


def _why_not_the_same(snapshot: Snapshot, before: Reading, after: Reading) -> str:
    """Why two readings are not the same measure taken twice of our own practice; empty where they may be."""
    if repeats_reading(before, after):
        return "has its baseline as its follow-up"
    if not all(is_ours(snapshot, reading.record) for reading in (before, after) if reading.record):
        return "was measured elsewhere, which says nothing of practice here"
    return "was measured again by another measure" if is_another_measure(before, after) else ""


def _doubt(snapshot: Snapshot, before: Reading, after: Reading, target: str | None) -> str:
    """Why a better reading may not be a change; empty where it is a clear one."""
    compared = compared_readings(snapshot, before, after, target)
    if compared is None:
        return _doubt_without_counts(snapshot, before, after)
    if compared.barrier:
        return f"is better: {compared.barrier}"
    return "" if compared.word is ChangeWord.IMPROVEMENT else "is better, and that may be chance"


def _doubt_without_counts(snapshot: Snapshot, before: Reading, after: Reading) -> str:
    """Why readings that count no cases show no change; empty where their indicator shows real change for the better."""
    if before.value is None or after.value is None:
        return "was told in words before and after, and nothing was counted"
    if before.record is None or before.record != after.record:
        return "is one figure before and one after, which may be chance"
    entry = snapshot.entries.get(before.record)
    if entry is None or not isinstance(entry.record, Indicator):
        return "is one figure before and one after, which may be chance"
    figure = read_indicator(snapshot, Entry(entry.id, entry.kind, entry.record))
    is_real = figure is not None and figure.reading.has_limits and figure.reading.variation is Variation.IMPROVEMENT
    return "" if is_real else "is a figure over time that shows no real change for the better"
