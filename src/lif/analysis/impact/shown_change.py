"""What shows a change: complete evaluations and measures taken again, each with its verdict (F4.6, F7.4).

The one answer to the question, for every document, rule and command. An evaluation counts where it is made on level 3
or 4 and lacks nothing, a measure where it was taken again after the work, whether or not the action is closed. What
else a change needs stands in `reading_verdict`. What is better and fails one of these is told as that and is no change.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lif.analysis.audits.audit_comparison import CAUSE_NOT_SHOWN, AuditComparison, ChangeWord
from lif.analysis.chronology.record_date import record_date
from lif.analysis.impact.evidenced import LEVEL_WORDS, NEEDS_PROOF, what_is_missing
from lif.analysis.impact.reading_verdict import (
    CLAIMED_OUTCOMES,
    ONLY_ACTIVITY,
    ONLY_SATISFACTION,
    compared_readings,
    counts_of,
    is_better,
    why_measure_shows_none,
    why_no_change,
)
from lif.analysis.lines.themes_of import themes_answered, themes_named
from lif.model.kinds.action import Action
from lif.model.kinds.evaluation import Evaluation
from lif.model.period import When
from lif.model.record import Reading, Record
from lif.model.snapshot import Entry, Snapshot, once
from lif.model.vocabulary import Domain, Level

_DOMAIN_WORDS = {
    Domain.PRACTICE: "practice",
    Domain.WORKING_TOGETHER: "working together",
    Domain.FAMILIES: "children and families",
}


@dataclass(frozen=True, slots=True)
class ShownChange:
    """A result that is better than before: a change, or what speaks against calling it one (`but`, empty for a change).

    `what` says what kind of evidence it is (`practice and working together`), `claim` what is different, in the words
    of the record. `of` are the ids of what it is evidence about. `themes` are all themes under which it is listed;
    `better_on` are those on which it counts as better: only those that the record names, if it names any.
    """

    record: str
    what: str
    claim: str
    of: tuple[str, ...]
    when: When | None
    level: Level | None
    before: Reading
    after: Reading
    compared: AuditComparison | None
    but: str
    themes: frozenset[str]
    better_on: frozenset[str]

    @property
    def is_change(self) -> bool:
        """Whether it shows a change."""
        return not self.but

    @property
    def verdict(self) -> str:
        """`clear improvement (change, cause not shown)`, or why it is no change; empty for a claim without counts."""
        if self.but:
            return self.but.removeprefix("is ")
        return f"{ChangeWord.IMPROVEMENT} ({CAUSE_NOT_SHOWN})" if self.compared else ""


def changes_shown(snapshot: Snapshot) -> tuple[ShownChange, ...]:
    """Everything that shows a change, by record, and in the order of the measures of an action."""
    return tuple(result for result in better_results(snapshot) if result.is_change)


@once
def better_results(snapshot: Snapshot) -> tuple[ShownChange, ...]:
    """Every result that is better than before, also where that may be chance or falls short of its target."""
    evaluations = (result for entry in snapshot.of(Evaluation) for result in _of_evaluation(snapshot, entry))
    return (*(result for entry in snapshot.of(Action) for result in _of_action(snapshot, entry)), *evaluations)


def results_on(snapshot: Snapshot, record_id: str) -> tuple[ShownChange, ...]:
    """The better results of an action's own measures, and of the evaluations that are made of a record or an item.

    A measure with the readings and the verdict of such an evaluation is not told a second time.
    """
    return _by_subject(snapshot).get(record_id, ())


def changes_on(snapshot: Snapshot, record_ids: Iterable[str]) -> tuple[ShownChange, ...]:
    """What shows a change of these records or items, each once: their own results, and evaluations of them."""
    found = {id(result): result for record_id in record_ids for result in results_on(snapshot, record_id)}
    return tuple(result for result in found.values() if result.is_change)


def changes_in(snapshot: Snapshot, record_ids: Iterable[str]) -> tuple[ShownChange, ...]:
    """What these evaluations and actions show themselves to have changed."""
    return tuple(result for result in better_results_in(snapshot, record_ids) if result.is_change)


def better_results_in(snapshot: Snapshot, record_ids: Iterable[str]) -> tuple[ShownChange, ...]:
    """The better results that these evaluations and actions hold themselves."""
    by_record = _by_record(snapshot)
    return tuple(result for record_id in sorted(set(record_ids)) for result in by_record.get(record_id, ()))


@once
def _by_record(snapshot: Snapshot) -> dict[str, list[ShownChange]]:
    found: dict[str, list[ShownChange]] = {}
    for result in better_results(snapshot):
        found.setdefault(result.record, []).append(result)
    return found


@once
def _by_subject(snapshot: Snapshot) -> dict[str, tuple[ShownChange, ...]]:
    found: dict[str, list[ShownChange]] = {}
    for result in better_results(snapshot):
        for subject in dict.fromkeys((result.record, *result.of)):
            found.setdefault(subject, []).append(result)
    return {subject: tuple(told_once(results)) for subject, results in found.items()}


def told_once(results: Iterable[ShownChange]) -> Iterator[ShownChange]:
    """The results without the measures of actions that an evaluation of the action tells too."""
    listed = list(results)
    evaluated = {(subject, _figures(result)) for result in listed if result.level is not None for subject in result.of}
    for result in listed:
        if result.level is not None or (result.record, _figures(result)) not in evaluated:
            yield result


def _figures(result: ShownChange) -> tuple[object, ...]:
    before, after = result.before, result.after
    return (before.met, before.of, before.value, before.said, after.met, after.of, after.value, after.said, result.but)


def shows_a_change(snapshot: Snapshot, record_id: str) -> bool:
    """Whether an evaluation, or a measure of an action, shows a change itself."""
    return bool(changes_in(snapshot, (record_id,)))


def is_outcome_shown(snapshot: Snapshot, entry: Entry[Action]) -> bool:
    """Whether an outcome may stand as a fact: it claims no change, or something shows the change that it claims."""
    return entry.record.outcome not in CLAIMED_OUTCOMES or bool(changes_on(snapshot, (entry.id,)))


def _of_evaluation(snapshot: Snapshot, entry: Entry[Evaluation]) -> Iterator[ShownChange]:
    record = entry.record
    before, after = record.baseline, record.follow_up
    if record.level not in NEEDS_PROOF or what_is_missing(snapshot, entry) or before is None or after is None:
        return
    target = record.target.target if record.target else None
    what = " and ".join(dict.fromkeys((LEVEL_WORDS[record.level], _DOMAIN_WORDS[record.domain])))
    if is_better(before, after, target):
        themes, better_on = _themes(snapshot, entry)
        yield ShownChange(
            record=entry.id,
            what=what,
            claim=record.claim or record.title,
            of=record.of,
            when=record_date(snapshot, entry.id),
            level=record.level,
            before=before,
            after=after,
            compared=compared_readings(snapshot, before, after, target),
            but=why_no_change(snapshot, entry),
            themes=themes,
            better_on=better_on,
        )


def _of_action(snapshot: Snapshot, entry: Entry[Action]) -> Iterator[ShownChange]:
    themes, better_on = _themes(snapshot, entry)
    for measure in entry.record.measures:
        because = why_measure_shows_none(snapshot, entry.record, measure)
        before, after = measure.baseline, measure.follow_up
        if before is None or after is None or because in {ONLY_ACTIVITY, ONLY_SATISFACTION}:
            continue
        if is_better(before, after, measure.target) and not _is_told_in_words(before, after):
            yield ShownChange(
                record=entry.id,
                what=f"its measure, taken again: {measure.what}",
                claim=measure.what,
                of=(entry.id,),
                when=after.date,
                level=None,
                before=before,
                after=after,
                compared=compared_readings(snapshot, before, after, measure.target),
                but=because,
                themes=themes,
                better_on=better_on,
            )


def _is_told_in_words(before: Reading, after: Reading) -> bool:
    """Whether neither cases nor a figure say which reading is better."""
    return counts_of(before, after) is None and None in {before.value, after.value}


def _themes(snapshot: Snapshot, entry: Entry[Record]) -> tuple[frozenset[str], frozenset[str]]:
    """The themes under which a result of the record is listed, and those on which it counts as better."""
    named, answered = themes_named(snapshot, entry.id), themes_answered(snapshot, entry.id)
    return named | answered, named or answered
