"""Compare two audits of one standard: one of three verdicts, or the reason why nothing is claimed.

Section 3 of the methods: counts come first. Nothing is claimed below ten cases in either audit, for hand-picked cases,
or where the standard or the sampling differs. Percentages are shown only from twenty cases. The minimum of ten is a
convention, not science: at ten cases a false "clear change" comes in at most 4.2 % of comparisons where nothing
changed. Newcombe's method 10 at 95 % decides alone; Fisher's test may differ at the edge and is not used.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from lif.analysis.statistics.proportions import fewest_cases_to_show, newcombe, smallest_clear_improvement

FEWEST_CASES = 10
PERCENTAGES_FROM = 20
CAUSE_NOT_SHOWN = "change, cause not shown"
"""Printed with every clear change: without a comparison group, an audit and its re-audit cannot show the cause."""
_ONE_IN = 20
"""One in so many comparisons looks changed by chance alone."""


class Met(NamedTuple):
    """The number of cases in which a standard was met, out of the number of cases looked at."""

    met: int
    of: int


class ChangeWord(StrEnum):
    """The three verdicts on a change, in the words that stand everywhere."""

    IMPROVEMENT = "clear improvement"
    DETERIORATION = "clear deterioration"
    NO_CLEAR_CHANGE = "no clear change: may be chance"


class Barrier(StrEnum):
    """Why nothing is claimed, as printed."""

    HAND_PICKED = "not comparable: cases were picked by hand, so the counts describe those cases only"
    SAME_CASES = "not comparable: the same cases were looked at twice"
    OTHER_WORDS = "not comparable: asked in other words"
    OTHER_GRADES = "not comparable: another scale, or another grade counts as good enough"
    SELECTION_UNKNOWN = "not comparable: how the cases were chosen is not recorded"
    OTHER_SAMPLING = "not comparable: cases were chosen in another way"
    ORDER_UNKNOWN = "not comparable: the dates do not say which came first"
    TOO_FEW = "too few to say"
    NOT_MEASURED = "not measured"


@dataclass(frozen=True, slots=True)
class AuditComparison:
    """The comparison of two audits of one standard; either `word` or `barrier` is set, never both.

    `interval` is that of the difference now minus then, as shares; it is set where `word` is. `among` is the number of
    comparisons of one year among which an improvement that is clear by itself may be chance; 0 otherwise.
    """

    then: Met
    now: Met
    word: ChangeWord | None
    barrier: Barrier | None
    interval: tuple[float, float] | None
    percentages_from: int = PERCENTAGES_FROM
    among: int = 0

    @property
    def sentence(self) -> str:
        """`then 8 of 16, now 10 of 14: no clear change: may be chance`."""
        return f"then {self._count(self.then)}, now {self._count(self.now)}{self.verdict}"

    @property
    def verdict(self) -> str:
        """The words after the counts: `: too few to say`, `: clear improvement (change, cause not shown)`."""
        return f": {self.conclusion}"

    @property
    def conclusion(self) -> str:
        """What can be said: `too few to say`, `clear improvement (change, cause not shown)`."""
        if self.among:
            return f"{self.word}, as one of {self.among} comparisons of that year"
        is_clear = self.word in {ChangeWord.IMPROVEMENT, ChangeWord.DETERIORATION}
        return f"{self.word} ({CAUSE_NOT_SHOWN})" if is_clear else str(self.word or self.barrier)

    @property
    def how_much(self) -> str:
        """How small or large the true change could be, in cases of every hundred; empty unless the change is clear."""
        if self.interval is None or self.word is ChangeWord.NO_CLEAR_CHANGE:
            return ""
        small, large = sorted(round(100 * abs(limit)) for limit in self.interval)
        least = f"about {small}" if small else "less than 1"
        return f"the true change could be as small as {least} in every 100 or as large as {large}"

    def _count(self, share: Met) -> str:
        if min(self.then.of, self.now.of) < self.percentages_from:
            return f"{share.met} of {share.of}"
        return f"{share.met} of {share.of} ({percent(*share)}%)"


def percent(met: int, of: int) -> int:
    """The share as a whole percentage, halves up."""
    return (200 * met + of) // (2 * of)


def compare_audits(
    then: tuple[int, int],
    now: tuple[int, int],
    barrier: Barrier | None = None,
    *,
    fewest_cases: int = FEWEST_CASES,
    percentages_from: int = PERCENTAGES_FROM,
    fewer_is_better: bool = False,
) -> AuditComparison:
    """Compare (met, of) then with (met, of) now; `barrier` is a reason not to compare them that the caller knows.

    An improvement is clear when the whole Newcombe interval lies above 0, a deterioration when it lies below; the other
    way round where `fewer_is_better`. Too few cases are recognised here. Raises ValueError for impossible counts
    (met > of), unless there is a barrier.
    """
    before, after = Met(*then), Met(*now)
    if barrier is None and min(before.of, after.of) < fewest_cases:
        barrier = Barrier.TOO_FEW
    if barrier is not None:
        return AuditComparison(before, after, None, barrier, None, percentages_from)
    interval = newcombe(*before, *after)
    lower, upper = interval
    word = _word(-upper, -lower) if fewer_is_better else _word(lower, upper)
    return AuditComparison(before, after, word, None, interval, percentages_from)


def _word(lower: float, upper: float) -> ChangeWord:
    if lower > 0:
        return ChangeWord.IMPROVEMENT
    return ChangeWord.DETERIORATION if upper < 0 else ChangeWord.NO_CLEAR_CHANGE


def what_a_reaudit_could_show(then: tuple[int, int], of_now: int, *, fewest_cases: int = FEWEST_CASES) -> str:
    """Say, before it is commissioned, what a re-audit of `of_now` cases could show; `then` is (met, of) before."""
    met, of = then
    start = f"then {met} of {of}"
    if min(of, of_now) < fewest_cases:
        return f"{start}, {of_now} cases now: {Barrier.TOO_FEW}; each audit needs at least {fewest_cases}"
    needed = smallest_clear_improvement(met, of, of_now)
    if needed is None:
        return f"{start}: a re-audit of {of_now} cases can never show a clear improvement{_larger_reaudit(met, of)}"
    return f"{start}: a re-audit of {of_now} cases shows a clear improvement from {needed} of {of_now}"


def _larger_reaudit(met: int, of: int) -> str:
    cases_needed = fewest_cases_to_show(met, of)
    return (
        f"; {cases_needed} cases could, if all of them met the standard" if cases_needed else ", nor can a larger one"
    )


def expected_by_chance(standards: int) -> str:
    """How many of so many compared standards would look changed by chance; empty below ten standards."""
    expected = (2 * standards + _ONE_IN) // (2 * _ONE_IN)
    if not expected:
        return ""
    return f"of {standards} standards compared, about {expected} would look changed by chance alone"
