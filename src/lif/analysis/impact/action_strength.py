"""The strength of each kind of action: stronger, intermediate or weaker.

The table is the hierarchy of the Veterans Affairs National Center for Patient Safety, as in Appendix H of the AHRQ
CANDOR toolkit's guide to event investigation and analysis (US Government work); how its rows read in safeguarding is
this program's design. The table comes from hospitals and is never a score. A weaker action is not worthless: training
may be right for a gap in knowledge. Strength follows from the kind of action, which a person chooses.
"""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from lif.model.absence import Absence
from lif.model.vocabulary import ActionKind


class Strength(StrEnum):
    """The three steps of the hierarchy."""

    STRONGER = "stronger"
    INTERMEDIATE = "intermediate"
    WEAKER = "weaker"


STRENGTH = {
    ActionKind.PHYSICAL_CHANGE: Strength.STRONGER,
    ActionKind.TOOL_TRIED_OUT_FIRST: Strength.STRONGER,
    ActionKind.FORCING_FUNCTION: Strength.STRONGER,
    ActionKind.SIMPLER_PROCESS: Strength.STRONGER,
    ActionKind.ONE_AGREED_PATHWAY: Strength.STRONGER,
    ActionKind.LEADERS_TAKE_PART: Strength.STRONGER,
    ActionKind.STAFFING_OR_WORKLOAD: Strength.INTERMEDIATE,
    ActionKind.SOFTWARE_CHANGE: Strength.INTERMEDIATE,
    ActionKind.FEWER_DISTRACTIONS: Strength.INTERMEDIATE,
    ActionKind.CHECKLIST: Strength.INTERMEDIATE,
    ActionKind.FEWER_LOOKALIKES: Strength.INTERMEDIATE,
    ActionKind.READ_BACK: Strength.INTERMEDIATE,
    ActionKind.RECORDING_OR_COMMUNICATION: Strength.INTERMEDIATE,
    ActionKind.SECOND_ROUTE: Strength.INTERMEDIATE,
    ActionKind.DOUBLE_CHECK: Strength.WEAKER,
    ActionKind.WARNING: Strength.WEAKER,
    ActionKind.POLICY_OR_PROCEDURE: Strength.WEAKER,
    ActionKind.TRAINING: Strength.WEAKER,
    ActionKind.FURTHER_STUDY: Strength.WEAKER,
}
"""Every kind of action with its strength, in the order of the published table."""

_WEAKER_WORDS = {
    ActionKind.TRAINING: "training",
    ActionKind.POLICY_OR_PROCEDURE: "policy",
    ActionKind.DOUBLE_CHECK: "double checks",
    ActionKind.WARNING: "warnings",
    ActionKind.FURTHER_STUDY: "further study",
}


def strength_summary(kinds: Iterable[ActionKind | None], absent: str = "not recorded") -> str:
    """`5 actions: 0 stronger, 1 intermediate, 4 weaker (all training or policy)`; None is a kind not recorded.

    An edition does not say of which strength there is none: such an action may be withheld.
    """
    listed = list(kinds)
    counts = Counter(STRENGTH[kind] for kind in listed if kind)
    says_none = absent != Absence.NOT_IN_EDITION
    parts = [f"{counts[strength]} {strength}" for strength in Strength if says_none or counts[strength]]
    if weaker := _weaker_kinds(listed):
        parts[-1] += weaker
    if unknown := sum(kind is None for kind in listed):
        parts.append(f"{unknown} whose kind is {absent}" if says_none else f"{unknown} of another kind")
    return f"{len(listed)} {'action' if len(listed) == 1 else 'actions'}: {', '.join(parts)}"


def _weaker_kinds(kinds: list[ActionKind | None]) -> str:
    """The kinds of the weaker actions, in brackets."""
    weaker = [kind for kind in kinds if kind in _WEAKER_WORDS]
    if not weaker:
        return ""
    *most, last = (word for kind, word in _WEAKER_WORDS.items() if kind in weaker)
    words = f"{', '.join(most)} or {last}" if most else last
    return f" (all {words})" if len(weaker) > 1 else f" ({words})"


def only_weaker(kinds: Iterable[ActionKind | None]) -> bool:
    """Whether there are actions and all are weaker; an action whose kind is not recorded may be stronger."""
    strengths = {STRENGTH[kind] if kind else None for kind in kinds}
    return strengths == {Strength.WEAKER}
