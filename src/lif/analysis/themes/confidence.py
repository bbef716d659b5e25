"""Confidence in the evidence on a theme: a person sets it on four questions, below a ceiling worked out here (R6).

The four questions put the components of GRADE-CERQual in plain words. Confidence itself is never computed: a published
example rates a finding high although one component worries its authors.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from lif.analysis.themes.evidence_kind import SELF_DESCRIPTION
from lif.analysis.themes.triangulation import count_conflicts, one_line
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
_HIGH_TO_LOW = tuple(Confidence)
"""From high to low."""


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The highest confidence that may be set, and the reasons why it is no higher (none for the highest of all)."""

    confidence: Confidence
    reasons: tuple[str, ...]

    def holds(self, chosen: Confidence) -> bool:
        """Whether the chosen confidence is at or below the ceiling."""
        return _HIGH_TO_LOW.index(chosen) >= _HIGH_TO_LOW.index(self.confidence)


def ceiling(
    verdicts: Mapping[str, str],
    newest_months: int | None,
    chosen: ConfidenceSet | None = None,
    old_after_months: int = OLD_AFTER_MONTHS,
    *,
    may_withhold: bool = False,
    doubtful: Collection[str] = (),
) -> Ceiling:
    """The ceiling for one verdict per kind of evidence, the age of the newest, and the concerns in `chosen`.

    `doubtful` are the kinds of evidence in which every source that says it works is in doubt.
    """
    limits = [
        *_limits_by_doubt(verdicts, doubtful),
        *_limits_by_agreement(verdicts, may_withhold=may_withhold),
        *_limits_by_age(verdicts, newest_months, old_after_months),
        *_limits_by_concerns(chosen),
    ]
    lowest = max((limit for limit, _ in limits), key=_HIGH_TO_LOW.index, default=Confidence.HIGH)
    return Ceiling(lowest, tuple(reason for limit, reason in limits if limit is lowest))


def _limits_by_doubt(verdicts: Mapping[str, str], doubtful: Collection[str]) -> list[tuple[Confidence, str]]:
    if not doubtful:
        return []
    is_firm = len(verdicts.keys() - set(doubtful)) >= _LINES_TO_AGREE
    return [(Confidence.MODERATE if is_firm else Confidence.LOW, "some of it rests on few or chosen cases or answers")]


def _limits_by_agreement(verdicts: Mapping[str, str], *, may_withhold: bool) -> list[tuple[Confidence, str]]:
    nothing = "without a verdict in this edition" if may_withhold else "no evidence"
    if len(verdicts) < _LINES_TO_AGREE:
        return [(Confidence.LOW, one_line(may_withhold=may_withhold) if verdicts else nothing)]
    if not count_conflicts(verdicts):
        return []
    if _direct_evidence_agrees(verdicts):
        return [(Confidence.MODERATE, "sources disagree (direct evidence agrees)")]
    return [(Confidence.LOW, "sources disagree")]


def _direct_evidence_agrees(verdicts: Mapping[str, str]) -> bool:
    """Whether two direct kinds or more all say that it works, or all that it does not; mixed is no agreement."""
    direct = [verdict for kind, verdict in verdicts.items() if kind not in SELF_DESCRIPTION]
    return len(direct) >= _LINES_TO_AGREE and (set(direct) == {"W"} or set(direct) <= {"N", "G"})


def _limits_by_age(
    verdicts: Mapping[str, str], newest_months: int | None, old_after_months: int
) -> list[tuple[Confidence, str]]:
    if not verdicts:
        return []
    if set(verdicts) <= SELF_DESCRIPTION:
        return [(Confidence.LOW, "it looks at no practice directly")]
    if newest_months is None:
        return [(Confidence.LOW, "the evidence has no date")]
    if newest_months > old_after_months:
        return [(Confidence.LOW, f"all of it older than {old_after_months} months")]
    return []


def _limits_by_concerns(chosen: ConfidenceSet | None) -> list[tuple[Confidence, str]]:
    if chosen is None:
        return []
    serious = [question for name, question in _QUESTIONS.items() if getattr(chosen, name) is Concern.SERIOUS]
    if not serious:
        return []
    limit = Confidence.MODERATE if len(serious) == 1 else Confidence.LOW
    return [(limit, f"serious concern about {' and '.join(serious)}")]
