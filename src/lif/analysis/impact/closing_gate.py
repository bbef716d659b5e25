"""Check what an action still lacks before it can be closed (F7.2, F7.4)."""

from lif.model.kinds.action import Action
from lif.model.vocabulary import Outcome


def missing_to_close(action: Action) -> tuple[str, ...]:
    """What is missing, in words, each with its field; empty when the action can be closed.

    With the outcome "cannot tell" only the reason is needed.
    """
    because = () if action.outcome_because else ("on what that rests: outcome_because",)
    if action.outcome is Outcome.CANNOT_TELL:
        return because
    outcome = () if action.outcome else ("what came of it: outcome=achieved, partly, not-achieved or cannot-tell",)
    return (*_missing_measures(action), *outcome, *because)


def _missing_measures(action: Action) -> tuple[str, ...]:
    if not action.measures:
        return () if action.evidence else ("evidence from practice or for children: evidence, or a measure",)
    return tuple(
        f'how it is now, with date and source: measures[{index}].follow_up of "{measure.what}"'
        for index, measure in enumerate(action.measures)
        if measure.follow_up is None
    )
