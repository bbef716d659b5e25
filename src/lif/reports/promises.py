"""What was promised for a year in the report before it, and what became of each promise."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lif.analysis.duties.statements import Promise, promises_in
from lif.analysis.impact.action_state import action_state, state_words
from lif.analysis.impact.shown_change import results_on
from lif.model.snapshot import Snapshot
from lif.reports.change_lines import change_line
from lif.reports.cited_sentence import Line, Within
from lif.reports.heading import long_date
from lif.reports.money_table import year_before
from lif.reports.people_words import owner_of
from lif.reports.sentences import evaluation_line


@dataclass(frozen=True, slots=True)
class PromiseKept:
    """A commitment of the year before, and what followed from it; `became` is empty where no record follows."""

    promise: Line
    became: tuple[Line, ...]


def promises_for(within: Within, report: str, day: date) -> Iterator[PromiseKept]:
    """Each commitment of the report before, with the state of its actions on the day and what evaluations show."""
    for promise in promises_in(within.snapshot, report, year_before(within.year)):
        yield PromiseKept(_promise_line(within.snapshot, promise), tuple(_became(within, promise, day)))


def _promise_line(snapshot: Snapshot, promise: Promise) -> Line:
    one = promise.commitment
    details = "; ".join(
        filter(
            None,
            (
                one.measure and f"measure: {one.measure}",
                one.target and f"target: {one.target}",
                f"by {long_date(one.due)}" if one.due else "",
                owner_of(snapshot, one),
            ),
        )
    )
    return Line(f"{one.outcome}{f' ({details})' if details else ''}", "", (promise.id,))


def _became(within: Within, promise: Promise, day: date) -> Iterator[Line]:
    """A line for each action that answers it, for each measure of theirs taken again, and for each evaluation."""
    snapshot = within.snapshot
    for action in promise.actions:
        state = state_words(action_state(action.record, day), silence_means_no=snapshot.silence_means_no)
        yield Line(f"{action.record.marked(action.record.title, 'title', 'answers')}: {state}", "", (action.id,))
        for result in results_on(snapshot, action.id):
            if result.level is None:
                yield change_line(snapshot, result, within.audience)
    for evaluation in promise.evaluations:
        yield evaluation_line(within, evaluation)
