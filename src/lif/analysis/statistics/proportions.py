"""Statistics of proportions: Wilson's interval of one proportion, Newcombe's method 10 for the difference of two.

Cases are counted, shares are between 0 and 1, intervals are 95 % unless said otherwise. The two groups must be
samples of different cases: none of this holds where the same children are looked at twice.
"""

from collections.abc import Sequence
from math import sqrt

CONFIDENCE = 0.95
MOST_CASES = 200
"""No larger re-audit is proposed."""
_SURE = 1 - 1e-6
"""The highest confidence that is asked for."""


def wilson(met: int, of: int, confidence: float = CONFIDENCE) -> tuple[float, float]:
    """The confidence interval of a proportion: (lower, upper), both from 0 to 1.

    (x + z²/2) / (n + z²) ± z / (n + z²) · √(n·p·(1 - p) + z²/4), x = met, n = of, p = x/n, z = 1.959964 for 95 %.
    Wilson 1927; the method of the Public Health Outcomes Framework (Fingertips). Raises ValueError unless
    0 <= met <= of, of > 0 and 0 < confidence < 1.
    """
    share = _share(met, of)
    from statistics import NormalDist  # slow to import, rarely needed

    z = NormalDist().inv_cdf((1 + confidence) / 2)
    middle = (met + z * z / 2) / (of + z * z)
    half = z / (of + z * z) * sqrt(of * share * (1 - share) + z * z / 4)
    lower = 0.0 if met == 0 else max(0.0, middle - half)
    upper = 1.0 if met == of else min(1.0, middle + half)
    return lower, upper


def newcombe(
    met_then: int, of_then: int, met_now: int, of_now: int, confidence: float = CONFIDENCE
) -> tuple[float, float]:
    """The confidence interval of the difference now minus then: (lower, upper), from -1 to 1; above 0 is improvement.

    With p and the Wilson limits l, u of each, and d = p_now - p_then:
    lower = d - √((p_now - l_now)² + (u_then - p_then)²), upper = d + √((u_now - p_now)² + (p_then - l_then)²).
    Newcombe, Stat Med 1998;17:873-890, method 10; his Table II gives p1 - p2, so that his group 1 is `now` here.
    Raises ValueError as `wilson` does.
    """
    then, now = _share(met_then, of_then), _share(met_now, of_now)
    lower_then, upper_then = wilson(met_then, of_then, confidence)
    lower_now, upper_now = wilson(met_now, of_now, confidence)
    difference = now - then
    lower = difference - sqrt((now - lower_now) ** 2 + (upper_then - then) ** 2)
    upper = difference + sqrt((upper_now - now) ** 2 + (then - lower_then) ** 2)
    return max(-1.0, lower), min(1.0, upper)


def chance_of_difference(met_then: int, of_then: int, met_now: int, of_now: int) -> float:
    """The p-value that belongs to Newcombe's interval, from 0 to 1: the smallest 1 - confidence that excludes 0.

    Found by halving, to 1e-6. 1 where the two shares are equal. Raises ValueError as `wilson` does.
    """
    lower, upper = newcombe(met_then, of_then, met_now, of_now, confidence=_SURE)
    if lower > 0 or upper < 0:
        return 1 - _SURE
    low, high = 0.0, _SURE
    while high - low > 1 - _SURE:
        confidence = (low + high) / 2
        lower, upper = newcombe(met_then, of_then, met_now, of_now, confidence)
        low, high = (confidence, high) if lower > 0 or upper < 0 else (low, confidence)
    return 1 - low


def clear_after_holm(chances: Sequence[float], risk: float = 1 - CONFIDENCE) -> tuple[bool, ...]:
    """Which of several p-values stay below the risk when all are looked at together, by Holm's step-down rule.

    The smallest of n is held against risk / n, the next against risk / (n - 1), and so on; the first that fails ends
    it. So the chance that any difference is called clear where none is stays below the risk, however many are compared.
    Holm, Scandinavian Journal of Statistics 1979;6:65-70.
    """
    clear = [False] * len(chances)
    for rank, index in enumerate(sorted(range(len(chances)), key=chances.__getitem__)):
        if chances[index] > risk / (len(chances) - rank):
            break
        clear[index] = True
    return tuple(clear)


def smallest_clear_improvement(met_then: int, of_then: int, of_now: int) -> int | None:
    """The fewest cases out of `of_now` that must meet the standard for a clear improvement; None if none can show it.

    Clear: the whole Newcombe interval of now minus then lies above 0. Raises ValueError as `wilson` does.
    """
    return next((met for met in range(of_now + 1) if newcombe(met_then, of_then, met, of_now)[0] > 0), None)


def fewest_cases_to_show(met_then: int, of_then: int) -> int | None:
    """The fewest cases, all meeting the standard, that show a clear improvement; None if `MOST_CASES` could not."""
    return next((of for of in range(1, MOST_CASES + 1) if newcombe(met_then, of_then, of, of)[0] > 0), None)


def _share(met: int, of: int) -> float:
    if not 0 <= met <= of or of == 0:
        raise ValueError(f"{met} of {of} is no share of cases")
    return met / of
