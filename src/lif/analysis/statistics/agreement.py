"""Agreement between raters beyond chance: Krippendorff's alpha, Gwet's AC1 and AC2, Cohen's and Fleiss's kappa.

All are 1 for perfect agreement and about 0 for agreement as by chance; below 0 is worse than chance. Where every rating
is the same or no unit was rated twice, alpha and the kappas are 0/0 and `nan` is returned, as the packages krippendorff
and scikit-learn do. Where every rating is the same AC1 and AC2 are 1, as in irrCAC, since every scale of two or more
grades gives that. None of them is shown from fewer than twenty units rated twice: with ten, a 95 % interval of kappa
covers the truth only 65 % of the time (Gwet 2016). They never serve to rank agencies or raters.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from itertools import pairwise, product
from math import comb, isclose, nan
from typing import TypeVar

Rating = Hashable
_Ratings = Sequence[Sequence[Rating | None]]
_Weights = str | Sequence[Sequence[float]] | None
_Place = TypeVar("_Place")
_Difference = Callable[[int, int], float]
_UNWEIGHTED = {None, "unweighted", "identity", "nominal"}


def krippendorff_alpha(ratings: _Ratings, level: str = "ordinal") -> float:
    """Krippendorff's alpha; one row a rater, one column a unit, None where a rater gave no rating.

    alpha = 1 - D_o / D_e over the coincidences of values within units rated at least twice (Krippendorff 2011). `level`
    says how far two values differ: `nominal` (same or not), `ordinal` (squared count of ratings between them),
    `interval` (squared difference) or `ratio` (squared difference over sum). Ordinal sorts the values; interval and
    ratio need numbers. nan where every rating is the same or no unit was rated twice.
    Raises ValueError for an unknown level or rows of different lengths.
    """
    units = [unit for unit in _units(ratings) if unit.total() > 1]
    totals = sum(units, Counter[Rating]())
    values = _sorted(totals)
    difference = _difference_of_level(level, values, [totals[value] for value in values])
    observed = sum(_disagreement(unit, values, difference) / (unit.total() - 1) for unit in units)
    expected = _disagreement(totals, values, difference)
    return 1 - (totals.total() - 1) * observed / expected if expected else nan


def _disagreement(counts: Counter[Rating], values: Sequence[Rating], difference: _Difference) -> float:
    """The sum of differences over all pairs of ratings."""
    present = [(place, counts[value]) for place, value in enumerate(values) if counts[value]]
    return sum(
        first_count * second_count * difference(first, second)
        for (first, first_count), (second, second_count) in product(present, repeat=2)
    )


def _difference_of_level(level: str, values: Sequence[Rating], counts: Sequence[int]) -> _Difference:
    """How far two values differ at a level of measurement, given the places of both in `values`."""
    if level == "nominal":
        return lambda first, second: float(first != second)
    if level == "ordinal":

        def squared_ratings_between(first: int, second: int) -> float:
            low, high = min(first, second), max(first, second)
            between: float = sum(counts[low : high + 1]) - (counts[low] + counts[high]) / 2
            return between * between

        return squared_ratings_between
    if level not in {"interval", "ratio"}:
        raise ValueError(f"{level!r} is no level; nominal, ordinal, interval and ratio are")
    numbers = _numbers(values)
    if level == "interval":
        return lambda first, second: (numbers[first] - numbers[second]) ** 2
    if any(number < 0 for number in numbers):
        raise ValueError("ratio is a level of numbers from 0 up")

    def squared_ratio(first: int, second: int) -> float:
        ratio = (numbers[first] - numbers[second]) / (numbers[first] + numbers[second]) if first != second else 0.0
        return ratio * ratio

    return squared_ratio


def gwet_ac(ratings: _Ratings, weights: _Weights = None, *, categories: Sequence[Rating] = ()) -> float:
    """Gwet's AC1 without weights, AC2 with them; one row a rater, None where a rater gave no rating.

    (p_a - p_e) / (1 - p_e), with p_a the weighted agreement within units rated at least twice, and
    p_e = T / (q (q - 1)) · Σ π_k (1 - π_k), T the sum of all weights, q the number of categories (Gwet 2008, 2014).
    `weights` are `unweighted` (or None), `linear`, `quadratic`, `ordinal`, or a matrix of agreement weights with 1 in
    its diagonal. The categories are the values that occur, unless the whole scale is given. 1 where all ratings are the
    same, nan where no unit was rated twice. Raises ValueError for unknown weights or rows of different lengths.
    """
    units = [unit for unit in _units(ratings) if unit]
    values = list(categories) or _sorted(sum(units, Counter[Rating]()))
    weight_table = _agreement_weights(weights, values)
    rated_twice = [unit for unit in units if unit.total() > 1]
    if not rated_twice:
        return nan
    if len(values) == 1:
        return 1.0
    observed = sum(_mean_weight(unit, values, weight_table) for unit in rated_twice) / len(rated_twice)
    shares = [sum(unit[value] / unit.total() for unit in units) / len(units) for value in values]
    spread = sum(share * (1 - share) for share in shares)
    by_chance = sum(map(sum, weight_table)) / (len(values) * (len(values) - 1)) * spread
    return (observed - by_chance) / (1 - by_chance)


def _mean_weight(unit: Counter[Rating], values: Sequence[Rating], weight_table: Sequence[Sequence[float]]) -> float:
    """The mean weight of all pairs of different ratings within a unit."""
    counts = [unit[value] for value in values]
    weighted = sum(
        first_count * second_count * weight
        for first_count, row in zip(counts, weight_table, strict=True)
        for second_count, weight in zip(counts, row, strict=True)
    )
    return (weighted - unit.total()) / (unit.total() * (unit.total() - 1))


def cohen_kappa(
    a: Sequence[Rating | None],
    b: Sequence[Rating | None],
    weights: _Weights = None,
    *,
    categories: Sequence[Rating] = (),
) -> float:
    """Cohen's kappa of two raters, weighted where `weights` are given; units that either did not rate are left out.

    1 - Σ v·o / Σ v·e over all pairs of categories, with o the observed, e the expected share, v the disagreement: 1
    off the diagonal for `unweighted`, growing with the distance for `linear`, `quadratic` and `ordinal`, or a matrix of
    disagreement weights with 0 in its diagonal, rows and columns in the order of the categories (Cohen 1960, 1968).
    nan where there is nothing to disagree about. Raises ValueError for unknown weights or different lengths.
    """
    rated_by_both = [pair for pair in zip(a, b, strict=True) if not any(map(_is_missing, pair))]
    values = list(categories) or _sorted({rating for pair in rated_by_both for rating in pair})
    disagreement = _disagreement_weights(weights, values)
    places = {value: place for place, value in enumerate(values)}
    pairs = [(places[first], places[second]) for first, second in rated_by_both]
    firsts, seconds = Counter(first for first, _ in pairs), Counter(second for _, second in pairs)
    observed = sum(disagreement[first][second] for first, second in pairs) * len(pairs)
    expected = sum(
        firsts[first] * seconds[second] * disagreement[first][second] for first, second in product(firsts, seconds)
    )
    return 1 - observed / expected if expected else nan


def fleiss_kappa(counts: Sequence[Sequence[int]]) -> float:
    """Fleiss's kappa; one row a unit, one column a category, each cell how many raters chose it.

    (P - P_e) / (1 - P_e), P the mean share of agreeing pairs within a unit, P_e the sum of squared shares of the
    categories (Fleiss 1971). nan where every rating is the same, or there is none. Raises ValueError unless every unit
    has the same number of ratings, two or more.
    """
    raters = {sum(row) for row in counts}
    if not raters:
        return nan
    if len(raters) > 1 or (each := raters.pop()) < 2:  # noqa: PLR2004 - a pair
        raise ValueError("every unit needs the same number of ratings, at least two")
    total = each * len(counts)
    agreeing = sum((sum(count * count for count in row) - each) / (each * (each - 1)) for row in counts) / len(counts)
    chosen: list[int] = [sum(column) for column in zip(*counts, strict=True)]
    if total in chosen:
        return nan
    by_chance = sum(count * count for count in chosen) / (total * total)
    return (agreeing - by_chance) / (1 - by_chance)


def _units(ratings: _Ratings) -> list[Counter[Rating]]:
    """How often each value was given to each unit."""
    if any(len(first) != len(second) for first, second in pairwise(ratings)):
        raise ValueError("every rater has one place for every unit")
    return [Counter(rating for rating in unit if not _is_missing(rating)) for unit in zip(*ratings, strict=True)]


def _is_missing(rating: Rating | None) -> bool:
    return rating is None or rating != rating  # noqa: PLR0124 - nan


def _sorted(values: Mapping[Rating, int] | set[Rating]) -> list[Rating]:
    """The values sorted: numbers by size, other values as text."""
    numeric = all(isinstance(value, int | float) for value in values)
    return sorted(values, key=float if numeric else str)  # type: ignore[arg-type]


def _numbers(values: Sequence[Rating]) -> list[float]:
    try:
        return [float(value) for value in values]  # type: ignore[arg-type]
    except (TypeError, ValueError):
        raise ValueError("interval and ratio are levels of numbers") from None


def _positions(values: Sequence[Rating]) -> list[float]:
    """The position of each category: its value for numbers, as in irrCAC; for other values its place in the order."""
    if all(isinstance(value, int | float) for value in values):
        return _numbers(values)
    return [float(place) for place in range(len(values))]


def _agreement_weights(weights: _Weights, values: Sequence[Rating]) -> list[list[float]]:
    if weights is None or isinstance(weights, str):
        disagreement = _named_weights(weights, values)
        largest = max((weight for row in disagreement for weight in row), default=0.0) or 1.0
        return [[1 - weight / largest for weight in row] for row in disagreement]
    return _checked_table(weights, len(values), diagonal=1.0)


def _disagreement_weights(weights: _Weights, values: Sequence[Rating]) -> list[list[float]]:
    if weights is None or isinstance(weights, str):
        return _named_weights(weights, values)
    return _checked_table(weights, len(values), diagonal=0.0)


def _named_weights(name: str | None, values: Sequence[Rating]) -> list[list[float]]:
    """The disagreement weights of that name."""
    if name in _UNWEIGHTED:
        return _table(range(len(values)), lambda first, second: float(first != second))
    if name == "linear":
        return _table(_positions(values), lambda first, second: abs(first - second))
    if name == "quadratic":
        return _table(_positions(values), lambda first, second: (first - second) ** 2)
    if name == "ordinal":
        return _table(range(len(values)), lambda first, second: float(comb(abs(first - second) + 1, 2)))
    raise ValueError(f"{name!r} are no weights; unweighted, linear, quadratic and ordinal are")


def _table(places: Sequence[_Place], difference: Callable[[_Place, _Place], float]) -> list[list[float]]:
    return [[difference(first, second) for second in places] for first in places]


def _checked_table(weights: Sequence[Sequence[float]], size: int, diagonal: float) -> list[list[float]]:
    table = [[float(weight) for weight in row] for row in weights]
    if len(table) != size or any(len(row) != size for row in table):
        raise ValueError(f"the weights need {size} rows and columns, one for each category")
    if not all(isclose(table[place][place], diagonal) for place in range(size)):
        raise ValueError(f"the weights of a category with itself are {diagonal:g}")
    return table
