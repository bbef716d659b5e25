"""What shows a change, in the sentences that every document uses for it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from lif.analysis.impact.shown_change import ShownChange, better_results, told_once
from lif.model.period import Period
from lif.model.sharing import Sharing
from lif.model.snapshot import Snapshot
from lif.reports.cited_sentence import Line
from lif.reports.counts import Readings, readings_text


@dataclass(frozen=True, slots=True)
class Effects:
    """How many of some actions show a change, how many are only better, and how many show neither: they add up."""

    shown: int
    better: int
    neither: int


def then_and_now(snapshot: Snapshot, record_id: str, readings: Readings, audience: Sharing) -> str:
    """Two readings, as far as they hold a figure: `3.4 then, 5.2 now`; for the public small counts in words."""
    then, now = readings_text(snapshot, record_id, readings, audience)
    return ", ".join(filter(None, (then and f"{then} then", now and f"{now} now")))


def change_line(snapshot: Snapshot, result: ShownChange, audience: Sharing) -> Line:
    """One result: what kind of evidence it is, its counts, and its verdict."""
    counts = _counts(snapshot, result, audience)
    text = f"{result.what}{f': {counts}' if counts else ''}{f'; {result.verdict}' if result.verdict else ''}"
    return Line(text, str(result.when or ""), (result.record,), result.is_change)


def measure_line(snapshot: Snapshot, result: ShownChange, audience: Sharing) -> Line:
    """A measure of an action that was taken again: `Plans with …: 4 of 12 then, 9 of 12 now (…; clear improvement)`."""
    counts = _counts(snapshot, result, audience)
    how = "; ".join(filter(None, ("a measure of the action, taken again", result.verdict)))
    text = f"{result.claim}{f': {counts}' if counts else ''} ({how})"
    return Line(text, str(result.when or ""), (result.record,), result.is_change)


def is_in(result: ShownChange, period: Period) -> bool:
    """Whether a result may lie in the period."""
    return result.when is not None and result.when.overlaps(period)


def measure_lines(snapshot: Snapshot, period: Period, audience: Sharing) -> Iterator[Line]:
    """The measures of actions that were taken again in the period and are better, oldest first.

    Those that an evaluation of the period tells are left to it.
    """
    results = told_once(result for result in better_results(snapshot) if is_in(result, period))
    measures = [result for result in results if result.level is None]
    for result in sorted(measures, key=lambda result: (str(result.when), result.record)):
        yield measure_line(snapshot, result, audience)


def effects_of(actions: Iterable[str], results: Collection[ShownChange]) -> Effects:
    """How many of these actions show a change, are only better, or show neither."""
    ids = list(actions)
    changed = {subject for result in results if result.is_change for subject in (result.record, *result.of)}
    better = {subject for result in results for subject in (result.record, *result.of)} - changed
    shown, only_better = sum(record in changed for record in ids), sum(record in better for record in ids)
    return Effects(shown, only_better, len(ids) - shown - only_better)


def _counts(snapshot: Snapshot, result: ShownChange, audience: Sharing) -> str:
    return then_and_now(snapshot, result.record, (result.before, result.after), audience)
