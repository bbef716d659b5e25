"""The state of a recommendation: open, declined, accepted, being acted on, done or embedded; derived, never stored."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from lif.analysis.impact.action_state import is_open
from lif.analysis.impact.shown_change import ShownChange, changes_on
from lif.analysis.lines.followed_by import direct_followers
from lif.model.kinds.action import Action
from lif.model.kinds.decision import Decision
from lif.model.record import Record
from lif.model.snapshot import Entry, Snapshot
from lif.model.vocabulary import Answer


class RecommendationState(StrEnum):
    """The state of a recommendation; `embedded` needs evidence in one of the three domains of impact (F7.4)."""

    OPEN = "open"
    DECLINED = "declined"
    ACCEPTED = "accepted"
    BEING_ACTED_ON = "being acted on"
    DONE = "done"
    EMBEDDED = "embedded"


@dataclass(frozen=True, slots=True)
class RecommendationProgress:
    """A recommendation with its state, the decisions on it, the actions that answer it, and the evidence of change."""

    id: str
    state: RecommendationState
    decisions: tuple[str, ...]
    actions: tuple[str, ...]
    shown: tuple[ShownChange, ...]


def progress_of_recommendations(snapshot: Snapshot, entry: Entry[Record]) -> tuple[RecommendationProgress, ...]:
    """Every recommendation of a review, an audit or an inspection with its state, in the recorded order."""
    return tuple(progress_of(snapshot, entry.id_of(item.key)) for _, _, item in entry.recommendations())


def progress_of(snapshot: Snapshot, recommendation: str) -> RecommendationProgress:
    """The state of one recommendation, from the decisions on it, the actions that answer it, and their evaluations.

    It is done when there are actions and none is open, and embedded when none is open and a change is evidenced.
    """
    after = tuple(direct_followers(snapshot, recommendation))
    decisions = tuple(
        Entry(entry.id, entry.kind, entry.record) for entry in after if isinstance(entry.record, Decision)
    )
    actions = {action.id: action for action in _answering_actions(snapshot, recommendation, decisions)}
    shown = changes_on(snapshot, (recommendation, *actions))
    state = _state(
        [action.record for action in actions.values()], [decision.record for decision in decisions], bool(shown)
    )
    return RecommendationProgress(
        recommendation, state, tuple(decision.id for decision in decisions), tuple(actions), shown
    )


def _answering_actions(
    snapshot: Snapshot, recommendation: str, decisions: tuple[Entry[Decision], ...]
) -> Iterator[Entry[Action]]:
    for cited in (recommendation, *(decision.id for decision in decisions)):
        for entry in direct_followers(snapshot, cited):
            if isinstance(entry.record, Action):
                yield Entry(entry.id, entry.kind, entry.record)


def _state(actions: list[Action], decisions: list[Decision], is_shown: bool) -> RecommendationState:  # noqa: FBT001 - one fact of three
    if actions and any(is_open(action) for action in actions):
        return RecommendationState.BEING_ACTED_ON
    if is_shown:
        return RecommendationState.EMBEDDED
    if actions:
        return RecommendationState.DONE
    newest = max(
        (decision for decision in decisions if decision.accepts in {Answer.YES, Answer.NO}),
        key=lambda decision: decision.date.latest.toordinal() if decision.date else 0,
        default=None,
    )
    if newest is None:
        return RecommendationState.OPEN
    return RecommendationState.ACCEPTED if newest.accepts is Answer.YES else RecommendationState.DECLINED
