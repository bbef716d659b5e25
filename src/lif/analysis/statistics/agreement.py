"""Agreement between raters beyond chance: Krippendorff's alpha (ordinal) and Gwet's AC1.

Both are 1 for perfect agreement and about 0 for agreement as by chance; below 0 is worse than chance. Where every
rating is the same alpha is 0/0 and `nan` is returned; AC1 is 1 there, as in irrCAC.
Both are `nan` where no unit was rated twice. Neither is shown from fewer than twenty units rated twice: with ten, the
95 % interval of such a coefficient (Cohen's kappa) covers the truth only 65 % of the time (Gwet 2016). They never serve
to rank agencies or raters.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import accumulate, pairwise, product
from math import nan

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
    """Gwet's AC1 of ratings on a scale of two categories or more.

    (p_a - p_e) / (1 - p_e), with p_a the share of agreeing pairs within units rated at least twice, and
    p_e = Σ π_k (1 - π_k) / (q - 1), q the number of categories and π_k the share of each (Gwet 2008). 1 where all
    ratings are the same, nan where no unit was rated twice. Raises ValueError for rows of different lengths.
    """
    units = [unit for unit in _units(ratings) if unit]
    rated_twice = [unit for unit in units if unit.total() > 1]
    if not rated_twice:
        return nan
    observed = sum(map(_agreeing_pairs, rated_twice)) / len(rated_twice)
    shares = [sum(unit[category] / unit.total() for unit in units) / len(units) for category in categories]
    by_chance = sum(share * (1 - share) for share in shares) / (len(categories) - 1)
    return (observed - by_chance) / (1 - by_chance)


def _agreeing_pairs(unit: Counter[int]) -> float:
    """The share of the pairs of ratings of a unit that are the same."""
    return sum(count * (count - 1) for count in unit.values()) / (unit.total() * (unit.total() - 1))


def _units(ratings: Ratings) -> list[Counter[int]]:
    """How often each value was given to each unit."""
    if any(len(first) != len(second) for first, second in pairwise(ratings)):
        raise ValueError("every rater has one place for every unit")
    return [Counter(rating for rating in unit if rating is not None) for unit in zip(*ratings, strict=True)]
