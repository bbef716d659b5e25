"""Evidence that a change is embedded: in practice, in working together, or for families (F4.6, F7.4).

Attendance and delivery never count; neither do claims that are not evidenced and follow-ups that miss their target.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lif.analysis.impact.evidenced import LEVEL_WORDS, NEEDS_PROOF, impact_of
from lif.analysis.impact.measure_result import (
    counts_activity,
    has_result,
    is_no_better,
    reaches_target,
    repeats_reading,
)
from lif.model.kinds.action import Action, Measure
from lif.model.kinds.evaluation import Evaluation
from lif.model.period import When
from lif.model.record import Record
from lif.model.snapshot import Entry
from lif.model.vocabulary import Domain, Outcome

_DOMAIN_WORDS = {
    Domain.PRACTICE: "practice",
    Domain.WORKING_TOGETHER: "working together",
    Domain.FAMILIES: "children and families",
}
_CLAIMED_OUTCOMES = {Outcome.ACHIEVED, Outcome.PARTLY}


@dataclass(frozen=True, slots=True)
class EmbeddingEvidence:
    """One piece of evidence of a change: what it shows (`practice and working together`), when, and in which record."""

    what: str
    when: When | None
    record: str


def evidence_of_change(entries: Iterable[Entry[Record]]) -> tuple[EmbeddingEvidence, ...]:
    """The evidence of change in these actions and evaluations, in the order given."""
    return tuple(shown for entry in entries for shown in _shown_by_entry(entry))


def _shown_by_entry(entry: Entry[Record]) -> Iterator[EmbeddingEvidence]:
    record = entry.record
    if isinstance(record, Evaluation):
        if record.level in NEEDS_PROOF and not why_no_change(Entry(entry.id, entry.kind, record)):
            what = " and ".join(dict.fromkeys((LEVEL_WORDS[record.level], _DOMAIN_WORDS[record.domain])))
            yield EmbeddingEvidence(what, record.date, entry.id)
    elif isinstance(record, Action) and record.outcome in _CLAIMED_OUTCOMES:
        for measure in record.measures:
            if measure.follow_up and shows_a_change(record, measure):
                yield EmbeddingEvidence(f"its measure, taken again: {measure.what}", measure.follow_up.date, entry.id)


def shows_a_change(action: Action, measure: Measure) -> bool:
    """Whether the follow-up was taken after the work, counts more than activity, is better and meets its target."""
    before, after = measure.baseline, measure.follow_up
    if before is None or after is None or not (has_result(before) and has_result(after)):
        return False
    if counts_activity(measure.what) or reaches_target(measure.target, after) is False:
        return False
    work = action.done or action.started
    too_early = work is not None and after.date is not None and after.date.is_before(work)
    return not too_early and not repeats_reading(before, after) and not is_no_better(before, after)


def why_no_change(entry: Entry[Evaluation]) -> str:
    """Why an evaluation at the level of practice or of children and families shows no change; empty when it does."""
    before, after, target = entry.record.baseline, entry.record.follow_up, entry.record.target
    lacks = impact_of(entry).lacks
    if lacks or before is None or after is None:
        return f"lacks {' and '.join(lacks)}"
    if repeats_reading(before, after):
        return "has its baseline as its follow-up"
    if target and reaches_target(target.target, after) is False:
        return "falls short of its target"
    return "is no better than its baseline" if is_no_better(before, after) else ""
