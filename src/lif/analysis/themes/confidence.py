"""How sure anybody may be of a theme: a person sets it on four questions; a ceiling holds it down (R6).

The four questions follow GRADE-CERQual's components, put plainly; a published example rates a finding high although one
component worries its authors, so confidence cannot be computed, and is not.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from lif.analysis.themes.evidence_kind import SELF_DESCRIPTION
from lif.analysis.themes.triangulation import conflicts
from lif.model.kinds.decision import ConfidenceSet
from lif.model.vocabulary import Concern, Confidence

OLD_AFTER_MONTHS = 24
_LINES_TO_AGREE = 2
_QUESTIONS = {
    "how_well_done": "how well it was done",
    "hangs_together": "whether it hangs together",
    "enough_of_it": "whether there is enough of it",
    "about_us_now": "whether it is about us, now",
}
_ORDER = tuple(Confidence)
"""High first."""


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The highest confidence that may be set, and why it is no higher; no reasons where nothing stands against it."""

    confidence: Confidence
    reasons: tuple[str, ...]

    def holds(self, chosen: Confidence) -> bool:
        """Whether the confidence chosen is no higher than this."""
        return _ORDER.index(chosen) >= _ORDER.index(self.confidence)


def ceiling(
    verdicts: Mapping[str, str],
    newest_months: int | None,
    chosen: ConfidenceSet | None = None,
    old_after_months: int = OLD_AFTER_MONTHS,
) -> Ceiling:
    """The ceiling for one verdict per kind of evidence, the age of the newest, and the concerns a person named."""
    limits = [
        *_of_agreement(verdicts),
        *(_of_age(newest_months, old_after_months) if verdicts else ()),
        *_of_concerns(chosen),
    ]
    lowest = max((limit for limit, _ in limits), key=_ORDER.index, default=Confidence.HIGH)
    return Ceiling(lowest, tuple(why for limit, why in limits if limit is lowest))


def _of_agreement(verdicts: Mapping[str, str]) -> list[tuple[Confidence, str]]:
    if len(verdicts) < _LINES_TO_AGREE:
        return [(Confidence.LOW, "one line of evidence only" if verdicts else "no evidence")]
    if not conflicts(verdicts):
        return []
    direct = {kind: verdict for kind, verdict in verdicts.items() if kind not in SELF_DESCRIPTION}
    if len(direct) == len(set(direct.values())):
        return [(Confidence.LOW, "sources disagree")]
    how_far = "two direct kinds agree, another says otherwise" if conflicts(direct) else "direct evidence agrees"
    return [(Confidence.MODERATE, f"sources disagree ({how_far})")]


def _of_age(newest_months: int | None, old_after_months: int) -> list[tuple[Confidence, str]]:
    if newest_months is None:
        return [(Confidence.LOW, "none of the evidence is dated")]
    if newest_months > old_after_months:
        return [(Confidence.LOW, f"nothing newer than {old_after_months} months")]
    return []


def _of_concerns(chosen: ConfidenceSet | None) -> list[tuple[Confidence, str]]:
    if chosen is None:
        return []
    serious = [words for name, words in _QUESTIONS.items() if getattr(chosen, name) is Concern.SERIOUS]
    if not serious:
        return []
    limit = Confidence.MODERATE if len(serious) == 1 else Confidence.LOW
    return [(limit, f"serious concern about {' and '.join(serious)}")]
