"""An audit beside its re-audit: one of three words, or why nothing is claimed.

Section 3 of the methods: counts first; nothing said below ten cases in either audit, nor of hand-picked cases, nor of
another standard or sampling; percentages only from twenty cases. That minimum is a convention, not science: at ten
cases a false "clear change" comes in at most 4.2 % of comparisons where nothing changed. One rule decides, Newcombe's
method 10 at 95 %; Fisher's test may differ at the edge and is not asked.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from lif.analysis.statistics.proportions import fewest_cases_to_show, newcombe, smallest_clear_improvement

FEWEST_CASES = 10
PERCENTAGES_FROM = 20
CAUSE_NOT_SHOWN = "change, cause not shown"
"""Stands beside every improvement: without a comparison group, an audit and its re-audit show no more."""
_BY_CHANCE = 20


class Met(NamedTuple):
    """In how many cases a standard was met, out of how many."""

    met: int
    of: int


class Word(StrEnum):
    """The three words."""

    IMPROVEMENT = "clear improvement"
    DETERIORATION = "clear deterioration"
    NO_CLEAR_CHANGE = "no clear change"


class Barrier(StrEnum):
    """Why nothing is claimed, in the words that are printed."""

    OTHER_STANDARD = "another standard: not comparable"
    OTHER_SAMPLING = "cases were chosen in another way: not comparable"
    HAND_PICKED = "cases were chosen, not sampled: this describes those cases only"
    SAME_CASES = "the same cases were looked at twice: not comparable in this way"
    TOO_FEW = "too few cases to say whether practice has changed"


@dataclass(frozen=True, slots=True)
class ThenAndNow:
    """Two audits of one standard compared; `word` or `barrier` is set, never both.

    `interval` is that of now minus then, as shares; it stands only beside a word.
    """

    then: Met
    now: Met
    word: Word | None
    barrier: Barrier | None
    interval: tuple[float, float] | None
    percentages_from: int = PERCENTAGES_FROM

    @property
    def sentence(self) -> str:
        """`then 8 of 16, now 10 of 14: no clear change: this could be chance either way`."""
        return f"then {self._count(self.then)}, now {self._count(self.now)}{self.verdict}"

    @property
    def verdict(self) -> str:
        """What follows the counts: ` (too few cases …)`, `: clear improvement (…)`."""
        if self.barrier:
            return f" ({self.barrier})"
        if self.word is Word.NO_CLEAR_CHANGE:
            return f": {self.word}: this could be chance either way"
        return f": {self.word} ({CAUSE_NOT_SHOWN})"

    @property
    def how_much(self) -> str:
        """How small or large the true change could be, in cases of every hundred; empty unless it is clear."""
        if self.interval is None or self.word is Word.NO_CLEAR_CHANGE:
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


def then_and_now(
    then: tuple[int, int],
    now: tuple[int, int],
    barrier: Barrier | None = None,
    *,
    fewest_cases: int = FEWEST_CASES,
    percentages_from: int = PERCENTAGES_FROM,
) -> ThenAndNow:
    """Compare (met, of) then with (met, of) now; `barrier` is what the caller knows to stand against it.

    An improvement is clear when the whole Newcombe interval lies above 0, a deterioration when it lies below. Too few
    cases are seen here. Raises ValueError for counts that are no share of cases, unless there is a barrier.
    """
    before, after = Met(*then), Met(*now)
    if barrier is None and min(before.of, after.of) < fewest_cases:
        barrier = Barrier.TOO_FEW
    if barrier is not None:
        return ThenAndNow(before, after, None, barrier, None, percentages_from)
    interval = newcombe(*before, *after)
    return ThenAndNow(before, after, _word(*interval), None, interval, percentages_from)


def _word(lower: float, upper: float) -> Word:
    if lower > 0:
        return Word.IMPROVEMENT
    return Word.DETERIORATION if upper < 0 else Word.NO_CLEAR_CHANGE


def what_a_reaudit_could_show(then: tuple[int, int], of_now: int, *, fewest_cases: int = FEWEST_CASES) -> str:
    """What is said before a re-audit of `of_now` cases is commissioned, for a standard met (met, of) then."""
    met, of = then
    said = f"then {met} of {of}"
    if min(of, of_now) < fewest_cases:
        return f"{said}, {of_now} cases now: {Barrier.TOO_FEW}; each audit needs at least {fewest_cases}"
    needed = smallest_clear_improvement(met, of, of_now)
    if needed is None:
        return f"{said}: a re-audit of {of_now} cases can never show a clear improvement{_instead(met, of)}"
    return f"{said}: a re-audit of {of_now} cases shows a clear improvement from {needed} of {of_now}"


def _instead(met: int, of: int) -> str:
    enough = fewest_cases_to_show(met, of)
    return f"; {enough} cases could, if all of them met the standard" if enough else ", nor can a larger one"


def changed_by_chance(standards: int) -> str:
    """How many of so many compared standards would look changed though nothing did; empty below ten standards."""
    about = (2 * standards + _BY_CHANCE) // (2 * _BY_CHANCE)
    if not about:
        return ""
    return f"of {standards} standards compared, about {about} would look changed by chance alone"
