from collections.abc import Callable, Sequence
from math import isnan, nan
from typing import Any

import krippendorff
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from statsmodels.stats import inter_rater  # type: ignore[import-untyped]

from lif.analysis.statistics.agreement import cohen_kappa, fleiss_kappa, gwet_ac, krippendorff_alpha

Example = Callable[[str], Any]
LEVELS = ("nominal", "ordinal", "interval", "ratio")
RATINGS = st.integers(3, 15).flatmap(
    lambda units: st.lists(
        st.lists(st.one_of(st.none(), st.integers(1, 5)), min_size=units, max_size=units), min_size=2, max_size=4
    )
)
PAIRS = st.lists(st.tuples(st.integers(1, 3), st.integers(1, 3)), min_size=3, max_size=30)
NEARLY_ALWAYS_MET = (["met"] * 18 + ["met", "not"], ["met"] * 18 + ["not", "met"])


def of_id(example: Example, name: str) -> Any:
    return next(one for one in example("agreement_examples")["examples"] if one["id"] == name)


def test_krippendorffs_own_example_comes_out(example: Example) -> None:
    one = of_id(example, "krippendorff_2011")
    for level in LEVELS:
        alpha = krippendorff_alpha(one["raters_by_units"], level)
        assert round(alpha, 3) == one["expected_alpha"][level]
        assert round(alpha, 4) == one["computed"][level]


def test_both_examples_called_fleiss_come_out(example: Example) -> None:
    one, original = of_id(example, "wikipedia_fleiss"), example("fleiss_1971")
    assert round(fleiss_kappa(one["counts"]), 2) == one["expected_kappa"]
    assert round(fleiss_kappa(one["counts"]), 4) == one["computed"]
    assert round(fleiss_kappa(original["counts"]), 3) == original["expected_kappa"]


def test_cohens_own_example_comes_out(example: Example) -> None:
    one = of_id(example, "cohen_1968_weighted")
    pairs = [(a, b) for a, row in enumerate(one["table"]) for b, many in enumerate(row) for _ in range(many)]
    first, second = [a for a, _ in pairs], [b for _, b in pairs]
    assert len(pairs) == 200
    assert round(cohen_kappa(first, second), 3) == one["expected"]["kappa"]
    weighted = cohen_kappa(first, second, one["disagreement_weights"])
    assert round(weighted, 3) == one["expected"]["weighted_kappa"]


def test_gwets_coefficients_are_what_ircac_says(example: Example) -> None:
    for one in example("gwet_irrcac")["examples"]:
        for weights, expected in one["expected"].items():
            found = gwet_ac(one["ratings"], weights, categories=one["categories"] or ())
            assert found == pytest.approx(expected, abs=1e-11)


def test_gwets_own_example_comes_out_to_the_printed_digits(example: Example) -> None:
    ratings = example("gwet_irrcac")["examples"][0]["ratings"]
    printed = {None: 0.775, "linear": 0.859, "quadratic": 0.914, "ordinal": 0.899}
    assert {weights: round(gwet_ac(ratings, weights), 3) for weights in printed} == printed


def test_where_nearly_all_is_met_only_ac1_stays() -> None:
    first, second = NEARLY_ALWAYS_MET
    assert round(cohen_kappa(first, second), 2) == -0.05
    assert round(krippendorff_alpha([first, second], "nominal"), 2) == -0.03
    assert round(gwet_ac([first, second], None), 2) == 0.89


def test_words_are_put_in_order_and_a_scale_can_be_given() -> None:
    a, b = ["a", "b", "c", "a"], ["a", "b", "b", "c"]
    numbers = [[" abc".index(one) for one in rater] for rater in (a, b)]
    assert krippendorff_alpha([a, b], "ordinal") == krippendorff_alpha(numbers, "ordinal")
    for weights in ("linear", "quadratic", "ordinal"):
        assert cohen_kappa(a, b, weights) == cohen_kappa(numbers[0], numbers[1], weights)
        assert gwet_ac([a, b], weights) == gwet_ac(numbers, weights)
    assert gwet_ac([a, b], None, categories=["a", "b", "c", "d"]) != gwet_ac([a, b], None)
    agreed = [[1, 0.5, 0], [0.5, 1, 0.5], [0, 0.5, 1]]
    assert gwet_ac([a, b], agreed) == pytest.approx(gwet_ac([a, b], "linear"))


def test_a_missing_rating_is_left_out() -> None:
    assert cohen_kappa([1, 2, None, 1], [1, 2, 2, None]) == 1
    assert krippendorff_alpha([[1, 2, nan], [1, 2, 1]], "nominal") == 1


def test_where_there_is_nothing_to_disagree_about_only_ac1_is_a_number() -> None:
    same = [[2, 2, 2], [2, 2, 2]]
    assert isnan(krippendorff_alpha(same))
    assert isnan(cohen_kappa(same[0], same[1]))
    assert isnan(fleiss_kappa([[3, 0], [3, 0]]))
    assert isnan(fleiss_kappa([]))
    assert gwet_ac(same) == 1
    assert gwet_ac(same, "linear", categories=[1, 2]) == 1
    alone: Sequence[Sequence[int | None]] = [[1, None], [None, 2]]
    assert isnan(krippendorff_alpha(alone))
    assert isnan(gwet_ac(alone))
    assert isnan(cohen_kappa(alone[0], alone[1]))


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: krippendorff_alpha([[1, 2], [1, 2]], "some"),
        lambda: krippendorff_alpha([["a", "b"], ["a", "b"]], "interval"),
        lambda: krippendorff_alpha([[-1, 2], [1, 2]], "ratio"),
        lambda: krippendorff_alpha([[1, 2], [1]]),
        lambda: gwet_ac([[1, 2], [1, 2]], "heavy"),
        lambda: cohen_kappa([1, 2], [1]),
        lambda: cohen_kappa([1, 2], [1, 2], [[0, 1]]),
        lambda: cohen_kappa([1, 2], [1, 2], [[1, 0], [0, 1]]),
        lambda: fleiss_kappa([[1, 2], [1, 1]]),
        lambda: fleiss_kappa([[1, 0]]),
    ],
)
def test_what_cannot_be_rated_is_refused(wrong: Callable[[], float]) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        wrong()


def doubled(ratings: list[list[int | None]]) -> set[int]:
    units = [[one for one in unit if one is not None] for unit in zip(*ratings, strict=True)]
    return {one for unit in units if len(unit) > 1 for one in unit}


@given(RATINGS, st.sampled_from(LEVELS))
def test_alpha_is_what_krippendorff_says(ratings: list[list[int | None]], level: str) -> None:
    assume(len(doubled(ratings)) > 1)
    data = np.array([[nan if one is None else one for one in rater] for rater in ratings])
    theirs = krippendorff.alpha(reliability_data=data, level_of_measurement=level)  # type: ignore[arg-type]
    assert krippendorff_alpha(ratings, level) == pytest.approx(theirs, abs=1e-9)


@given(PAIRS, st.sampled_from([None, "linear", "quadratic"]))
def test_cohens_kappa_is_what_statsmodels_says(pairs: list[tuple[int, int]], weights: str | None) -> None:
    table = np.zeros((3, 3))
    for a, b in pairs:
        table[a - 1, b - 1] += 1
    first, second = [a for a, _ in pairs], [b for _, b in pairs]
    assume(len({*first, *second}) > 1)
    theirs = inter_rater.cohens_kappa(table, wt=weights, return_results=False)
    assert cohen_kappa(first, second, weights) == pytest.approx(theirs, abs=1e-9)


@given(st.lists(st.integers(0, 6).map(lambda one: [one, 6 - one]), min_size=1, max_size=20))
def test_fleiss_kappa_is_what_statsmodels_says(counts: list[list[int]]) -> None:
    assume(len({row[0] for row in counts}) > 1)
    assert fleiss_kappa(counts) == pytest.approx(inter_rater.fleiss_kappa(np.array(counts)), abs=1e-9)


@given(st.lists(st.integers(1, 4), min_size=2, max_size=12), st.integers(2, 4))
def test_perfect_agreement_is_one(grades: list[int], raters: int) -> None:
    assume(len(set(grades)) > 1)
    ratings = [grades] * raters
    assert [krippendorff_alpha(ratings, level) for level in LEVELS] == [1] * 4
    assert [gwet_ac(ratings, weights) for weights in (None, "linear", "quadratic", "ordinal")] == [pytest.approx(1)] * 4
    assert cohen_kappa(grades, grades) == 1
    assert fleiss_kappa([[raters * (one == grade) for grade in range(1, 5)] for one in grades]) == pytest.approx(1)


@given(RATINGS, st.randoms(use_true_random=False))
def test_the_order_of_raters_does_not_matter(ratings: list[list[int | None]], chance: Any) -> None:
    other = list(ratings)
    chance.shuffle(other)
    assert krippendorff_alpha(other) == pytest.approx(krippendorff_alpha(ratings), nan_ok=True)
    assert gwet_ac(other) == pytest.approx(gwet_ac(ratings), nan_ok=True)
