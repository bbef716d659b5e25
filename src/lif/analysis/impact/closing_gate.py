"""What an action still owes before it can be closed honestly (F7.2, F7.4)."""

from lif.model.kinds.action import Action
from lif.model.vocabulary import Outcome


def owed_to_close(action: Action) -> tuple[str, ...]:
    """What is missing, in words, each with its field; empty when it can be closed, or says why it cannot tell."""
    because = () if action.outcome_because else ("on what that rests: outcome_because",)
    if action.outcome is Outcome.CANNOT_TELL:
        return because
    outcome = () if action.outcome else ("what came of it: outcome=achieved, partly, not-achieved or cannot-tell",)
    return (*_measured(action), *outcome, *because)


def _measured(action: Action) -> tuple[str, ...]:
    if not action.measures:
        return () if action.evidence else ("evidence from practice or for children: evidence, or a measure",)
    return tuple(
        f'how it is now, with date and source: measures[{index}].follow_up of "{measure.what}"'
        for index, measure in enumerate(action.measures)
        if measure.follow_up is None
    )
