"""Agreement between raters beyond chance: Krippendorff's alpha (ordinal), Gwet's AC1 and AC2, and their intervals.

All are 1 for perfect agreement and about 0 for agreement as by chance; below 0 is worse than chance. Where every
rating is the same alpha is 0/0 and `nan` is returned; AC1 and AC2 are 1 there, as in irrCAC.
All are `nan` where no unit was rated twice. None is shown from fewer than twenty units rated twice: with ten, the
95 % interval of such a coefficient (Cohen's kappa) covers the truth only 65 % of the time (Gwet 2016). They never serve
to rank agencies or raters.
"""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from itertools import accumulate, pairwise, product
from math import isnan, nan
from random import Random

Ratings = Sequence[Sequence[int | None]]
"""One row a rater, one column a unit, None where a rater gave no rating; a rating is a place on the scale."""


def krippendorff_alpha(ratings: Ratings) -> float:
    """Krippendorff's alpha for ordinal ratings.

    alpha = 1 - D_o / D_e over the coincidences of values within units rated at least twice (Krippendorff 2011). Two
    values differ by the squared count of the ratings between them, half of their own included. nan where every rating
    is the same or no unit was rated twice. Raises ValueError for rows of different lengths.
    """
    units = [unit for unit in _units(ratings) if unit.total() > 1]
    totals = sum(units, Counter[int]())
    middles = _middles(totals)
    observed = sum(_disagreement(unit, middles) / (unit.total() - 1) for unit in units)
    expected = _disagreement(totals, middles)
    return 1 - (totals.total() - 1) * observed / expected if expected else nan


def _middles(totals: Counter[int]) -> dict[int, float]:
    """How many ratings lie below each value, half of its own included."""
    values = sorted(totals)
    up_to = accumulate(totals[value] for value in values)
    return {value: through - totals[value] / 2 for value, through in zip(values, up_to, strict=True)}


def _disagreement(counts: Counter[int], middles: dict[int, float]) -> float:
    """The sum of differences over all pairs of ratings."""
    return sum(
        counts[first] * counts[second] * (middles[first] - middles[second]) ** 2
        for first, second in product(counts, repeat=2)
    )


def gwet_ac1(ratings: Ratings, categories: Collection[int]) -> float:
    """Gwet's AC1 of ratings on a scale of two categories or more; the order of the categories is nothing.

    (p_a - p_e) / (1 - p_e), with p_a the share of agreeing pairs within units rated at least twice, and
    p_e = Σ π_k (1 - π_k) / (q - 1), q the number of categories and π_k the share of each (Gwet 2008). 1 where all
    ratings are the same, nan where no unit was rated twice. Raises ValueError for rows of different lengths.
    """
    return _gwet(ratings, categories, lambda first, second: float(first == second))


def gwet_ac2(ratings: Ratings, categories: Sequence[int]) -> float:
    """Gwet's AC2 with ordinal weights, of ratings on an ordered scale of three categories or more.

    As AC1, with two ratings m places apart agreeing by 1 - m (m + 1) / (q (q - 1)), and p_e multiplied by the sum of
    all weights over q (Gwet, Handbook of Inter-Rater Reliability, 4th edition 2014; the weights of irrCAC). Unlike
    alpha it does not fall where nearly all ratings are the same.
    """
    places = {category: place for place, category in enumerate(categories)}
    widest = len(places) * (len(places) - 1)

    def weight(first: int, second: int) -> float:
        apart = abs(places[first] - places[second])
        return 1 - apart * (apart + 1) / widest

    return _gwet(ratings, categories, weight)


def _gwet(ratings: Ratings, categories: Collection[int], weight: Callable[[int, int], float]) -> float:
    units = [unit for unit in _units(ratings) if unit]
    rated_twice = [unit for unit in units if unit.total() > 1]
    if not rated_twice:
        return nan
    observed = sum(_agreeing_pairs(unit, weight) for unit in rated_twice) / len(rated_twice)
    shares = [sum(unit[category] / unit.total() for unit in units) / len(units) for category in categories]
    all_weights = sum(weight(first, second) for first, second in product(categories, repeat=2))
    spread = sum(share * (1 - share) for share in shares)
    by_chance = all_weights * spread / (len(categories) * (len(categories) - 1))
    return (observed - by_chance) / (1 - by_chance)


def _agreeing_pairs(unit: Counter[int], weight: Callable[[int, int], float]) -> float:
    """The share of the pairs of ratings of a unit that agree, each pair by its weight."""
    agreeing = sum(
        count * (unit[other] - (grade == other)) * weight(grade, other)
        for grade, count in unit.items()
        for other in unit
    )
    return agreeing / (unit.total() * (unit.total() - 1))


def bootstrap_interval(
    coefficient: Callable[[Ratings], float], ratings: Ratings, *, resamples: int = 1000
) -> tuple[float, float]:
    """The 95 % percentile interval of a coefficient over resampled units (Efron and Tibshirani 1993).

    The same ratings always give the same interval: the generator has a fixed seed. Samples in which the coefficient is
    not defined are left out; (nan, nan) where it is defined in none. Raises ValueError for rows of different lengths.
    """
    units = list(zip(*ratings, strict=True))
    chance = Random(0)  # noqa: S311 - resampling, not a secret
    samples = (chance.choices(units, k=len(units)) for _ in range(resamples if units else 0))
    found = sorted(value for sample in samples if not isnan(value := coefficient(list(zip(*sample, strict=True)))))
    if not found:
        return nan, nan
    tail = len(found) // 40
    return found[tail], found[-1 - tail]


def _units(ratings: Ratings) -> list[Counter[int]]:
    """How often each value was given to each unit."""
    if any(len(first) != len(second) for first, second in pairwise(ratings)):
        raise ValueError("every rater has one place for every unit")
    return [Counter(rating for rating in unit if rating is not None) for unit in zip(*ratings, strict=True)]
