"""What became of a recommendation: open, declined, accepted, being acted on, done, embedded; derived, never stored."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from lif.analysis.impact.embedding import Shown, shown_by
from lif.analysis.lines.followed_by import directly_after
from lif.model.kinds.action import Action
from lif.model.kinds.decision import Decision
from lif.model.record import Record
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import Answer


class AskedState(StrEnum):
    """Where a recommendation stands; `embedded` needs evidence in one of the three domains of impact (F7.4)."""

    OPEN = "open"
    DECLINED = "declined"
    ACCEPTED = "accepted"
    BEING_ACTED_ON = "being acted on"
    DONE = "done"
    EMBEDDED = "embedded"


@dataclass(frozen=True, slots=True)
class AskedFor:
    """A recommendation, where it stands, the decisions on it, the actions that answer it, and what shows a change."""

    id: str
    state: AskedState
    decisions: tuple[str, ...]
    actions: tuple[str, ...]
    shown: tuple[Shown, ...]


def asked_for(snapshot: Snapshot, entry: Entry[Record]) -> tuple[AskedFor, ...]:
    """Every recommendation of a review, an audit or an inspection, in its order, and where it stands."""
    asked = ("recommendations", "priority_actions")
    return tuple(
        state_of(snapshot, f"{entry.id}#{item.key}") for name in asked for item in getattr(entry.record, name, ())
    )


def state_of(snapshot: Snapshot, recommendation: str) -> AskedFor:
    """Where one recommendation stands, by the decisions on it, the actions that answer it, and their evaluations.

    It is done when every action is done, and embedded when one of them is, none is open, and something shows it.
    """
    after = tuple(directly_after(snapshot, recommendation))
    decisions = tuple(Entry(one.id, one.kind, one.record) for one in after if isinstance(one.record, Decision))
    answering = {one.id: one for one in _answering(snapshot, recommendation, decisions)}
    evaluated = {one.id: one for place in (recommendation, *answering) for one in directly_after(snapshot, place)}
    shown = shown_by([*answering.values(), *evaluated.values()])
    state = _state([one.record for one in answering.values()], [one.record for one in decisions], bool(shown))
    return AskedFor(recommendation, state, tuple(one.id for one in decisions), tuple(answering), shown)


def _answering(
    snapshot: Snapshot, recommendation: str, decisions: tuple[Entry[Decision], ...]
) -> Iterator[Entry[Action]]:
    for place in (recommendation, *(one.id for one in decisions)):
        for one in directly_after(snapshot, place):
            if isinstance(one.record, Action):
                yield Entry(one.id, one.kind, one.record)


def _state(actions: list[Action], decisions: list[Decision], is_shown: bool) -> AskedState:  # noqa: FBT001 - one fact of three
    if actions and any(one.done is None and one.closed is None for one in actions):
        return AskedState.BEING_ACTED_ON
    if is_shown:
        return AskedState.EMBEDDED
    if actions:
        return AskedState.DONE
    newest = max(
        (one for one in decisions if one.accepts in {Answer.YES, Answer.NO}),
        key=lambda one: one.date.latest.toordinal() if one.date else 0,
        default=None,
    )
    if newest is None:
        return AskedState.OPEN
    return AskedState.ACCEPTED if newest.accepts is Answer.YES else AskedState.DECLINED
