"""What came after the end of a period: two views of the same records compared, that of its last day and that of today.

Only what belongs to the period is followed: actions to which something happened in it or that were open at its end,
what shows whether they changed anything, flags, and challenges.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lif.analysis.chronology.action_events import events_in, events_of
from lif.analysis.impact.action_state import is_open
from lif.analysis.impact.shown_change import ShownChange, better_results
from lif.model.kinds.action import Action
from lif.model.kinds.challenge import Challenge
from lif.model.kinds.evaluation import Evaluation
from lif.model.kinds.flag import Flag
from lif.model.period import Period, When
from lif.model.record import Record
from lif.model.snapshot import Entry, Snapshot
from lif.model.view import View

_TOLD = ("done", "closed", "moved")
"""What is told of an action that went on after the period."""


@dataclass(frozen=True, slots=True)
class LaterEvent:
    """One thing that happened after the period: to which record, what, and when."""

    record: str
    what: str
    when: When


@dataclass(frozen=True, slots=True)
class SinceThen:
    """What came since: events of actions, flags and challenges; new evaluations; new results of measures."""

    events: tuple[LaterEvent, ...]
    evaluations: tuple[Entry[Evaluation], ...]
    measures: tuple[ShownChange, ...]


def since_then(view: View, now: View, period: Period) -> SinceThen:
    """What came between the day of the view and that of `now`, oldest first."""
    if now.day <= view.day:
        return SinceThen((), (), ())
    before, known = view.records, now.records
    of_period = set(_actions_of(before, period))
    events = (
        *_later_events(before, known, sorted(of_period), _action_events),
        *_later_events(before, known, [entry.id for entry in known.of(Flag)], _flag_events),
        *_later_events(before, known, [entry.id for entry in known.of(Challenge)], _challenge_events),
    )
    evaluations = [
        entry for entry in known.of(Evaluation) if entry.id not in before.entries and of_period & set(entry.record.of)
    ]
    known_before = {(result.record, result.claim) for result in better_results(before)}
    measures = [
        result
        for result in better_results(known)
        if result.level is None and result.record in of_period and (result.record, result.claim) not in known_before
    ]
    return SinceThen(
        tuple(sorted(events, key=lambda event: (event.when.earliest, event.record))),
        tuple(sorted(evaluations, key=lambda entry: (str(entry.record.date), entry.id))),
        tuple(measures),
    )


def _actions_of(snapshot: Snapshot, period: Period) -> list[str]:
    """The actions to which something happened in the period, or that were open at its end."""
    return [
        entry.id
        for entry in snapshot.of(Action)
        if events_in(entry.record, period) or is_open(entry.record, period.until)
    ]


def _later_events(
    before: Snapshot,
    known: Snapshot,
    record_ids: list[str],
    events: Callable[[Record], Iterator[tuple[str, When]]],
) -> Iterator[LaterEvent]:
    for record_id in record_ids:
        earlier, later = before.entries.get(record_id), known.entries.get(record_id)
        had = set(events(earlier.record)) if earlier else set()
        for what, when in events(later.record) if later else ():
            if (what, when) not in had:
                yield LaterEvent(record_id, what, when)


def _action_events(record: Record) -> Iterator[tuple[str, When]]:
    if isinstance(record, Action):
        yield from ((event.what, event.when) for event in events_of(record) if event.what.startswith(_TOLD))


def _flag_events(record: Record) -> Iterator[tuple[str, When]]:
    if isinstance(record, Flag):
        yield from (("raised", record.raised),) if record.raised else ()
        for reply in record.acknowledged:
            yield from ((f"acknowledged by {reply.agency}", reply.date),) if reply.date else ()
        yield from (("answered", record.answered),) if record.answered else ()


def _challenge_events(record: Record) -> Iterator[tuple[str, When]]:
    if isinstance(record, Challenge):
        yield from (("raised", record.raised),) if record.raised else ()
        yield from (("answered", record.answered),) if record.answered else ()
        yield from (("closed", record.closed),) if record.closed else ()
