"""What happened to an action, and what happened in a period: agreed, begun, worked on, moved, due, done or closed.

An action belongs to every period in which one of these may lie.
"""

from collections.abc import Iterator
from typing import NamedTuple

from lif.model.kinds.action import Action
from lif.model.period import Period, When
from lif.model.snapshot import Entry, Snapshot


class ActionEvent(NamedTuple):
    """One thing that happened to an action: `agreed`, `moved to 2026-03-31`, `was due`, `done` …, and when."""

    what: str
    when: When


def events_of(action: Action) -> Iterator[ActionEvent]:
    """Everything dated that happened to an action, in the order of its life; a day on which it is due is one of them.

    A day on which it was due counts only where it was not certainly done or closed before.
    """
    dated = [
        ("agreed", action.agreed),
        ("begun", action.started),
        *(("worked on", step.date) for step in action.progress),
        *((f"moved to {move.to}", move.agreed) for move in action.moved),
        ("due", _due(action)),
        ("done", action.done),
        ("closed", action.closed),
    ]
    for what, when in dated:
        if when is not None:
            yield ActionEvent(what, when)


def _due(action: Action) -> When | None:
    if action.due is None:
        return None
    due = When.parse(action.due)
    is_finished = any(when is not None and when.is_before(due) for when in (action.done, action.closed))
    return None if is_finished else due


def events_in(action: Action, period: Period) -> tuple[ActionEvent, ...]:
    """What happened to the action in the period, or may have."""
    return tuple(event for event in events_of(action) if event.when.overlaps(period))


def actions_in(snapshot: Snapshot, period: Period) -> tuple[Entry[Action], ...]:
    """The actions to which anything happened in the period, in order of the first such date."""
    entries = [entry for entry in snapshot.of(Action) if events_in(entry.record, period)]
    return tuple(sorted(entries, key=lambda entry: (_first_day(entry, period), entry.id)))


def _first_day(entry: Entry[Action], period: Period) -> str:
    return min(str(event.when.earliest) for event in events_in(entry.record, period))
