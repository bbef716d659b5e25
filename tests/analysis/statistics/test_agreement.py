from collections.abc import Callable, Sequence
from math import isnan, nan
from typing import Any

import krippendorff
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lif.analysis.statistics.agreement import bootstrap_interval, gwet_ac1, gwet_ac2, krippendorff_alpha

Example = Callable[[str], Any]
RATINGS = st.integers(3, 15).flatmap(
    lambda units: st.lists(
        st.lists(st.one_of(st.none(), st.integers(1, 5)), min_size=units, max_size=units), min_size=2, max_size=4
    )
)
MET, NOT_MET = 0, 1
NEARLY_ALWAYS_MET = ([MET] * 18 + [MET, NOT_MET], [MET] * 18 + [NOT_MET, MET])


def test_krippendorffs_own_example_comes_out(example: Example) -> None:
    published = example("krippendorff_2011")
    alpha = krippendorff_alpha(published["raters_by_units"])
    assert round(alpha, 3) == published["expected_alpha"]
    assert round(alpha, 4) == published["computed"]


def test_gwets_coefficient_is_what_ircac_says(example: Example) -> None:
    for case in example("gwet_irrcac")["examples"]:
        categories = case["categories"] or {rating for row in case["ratings"] for rating in row} - {None}
        assert gwet_ac1(case["ratings"], categories) == pytest.approx(case["expected"], abs=1e-11)


def test_gwets_own_example_comes_out_to_the_printed_digits(example: Example) -> None:
    ratings = example("gwet_irrcac")["examples"][0]["ratings"]
    assert round(gwet_ac1(ratings, range(1, 6)), 3) == 0.775


def test_where_nearly_all_is_met_only_ac1_stays() -> None:
    assert round(krippendorff_alpha(NEARLY_ALWAYS_MET), 2) == -0.03
    assert round(gwet_ac1(NEARLY_ALWAYS_MET, (MET, NOT_MET)), 2) == 0.89


def test_a_category_that_was_not_chosen_counts_as_part_of_the_scale() -> None:
    ratings = [[1, 2, 3, 1], [1, 2, 2, 3]]
    assert gwet_ac1(ratings, range(1, 5)) != gwet_ac1(ratings, range(1, 4))


def test_a_missing_rating_is_left_out() -> None:
    assert krippendorff_alpha([[1, 2, None], [1, 2, 1]]) == 1


def test_where_there_is_nothing_to_disagree_about_only_ac1_is_a_number() -> None:
    same = [[2, 2, 2], [2, 2, 2]]
    assert isnan(krippendorff_alpha(same))
    assert gwet_ac1(same, (1, 2)) == 1
    alone: Sequence[Sequence[int | None]] = [[1, None], [None, 2]]
    assert isnan(krippendorff_alpha(alone))
    assert isnan(gwet_ac1(alone, (1, 2)))


def test_rows_of_different_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="one place for every unit"):
        krippendorff_alpha([[1, 2], [1]])
    with pytest.raises(ValueError, match="one place for every unit"):
        gwet_ac1([[1, 2], [1]], (1, 2))


def values_rated_twice(ratings: list[list[int | None]]) -> set[int]:
    units = [[rating for rating in unit if rating is not None] for unit in zip(*ratings, strict=True)]
    return {rating for unit in units if len(unit) > 1 for rating in unit}


@given(RATINGS)
def test_alpha_is_what_krippendorff_says(ratings: list[list[int | None]]) -> None:
    assume(len(values_rated_twice(ratings)) > 1)
    data = np.array([[nan if rating is None else rating for rating in row] for row in ratings])
    theirs = krippendorff.alpha(reliability_data=data, level_of_measurement="ordinal")
    assert krippendorff_alpha(ratings) == pytest.approx(theirs, abs=1e-9)


@given(st.lists(st.integers(1, 4), min_size=2, max_size=12), st.integers(2, 4))
def test_perfect_agreement_is_one(grades: list[int], raters: int) -> None:
    assume(len(set(grades)) > 1)
    assert krippendorff_alpha([grades] * raters) == 1
    assert gwet_ac1([grades] * raters, range(1, 5)) == pytest.approx(1)


@given(RATINGS, st.randoms(use_true_random=False))
def test_the_order_of_raters_does_not_matter(ratings: list[list[int | None]], chance: Any) -> None:
    other = list(ratings)
    chance.shuffle(other)
    assert krippendorff_alpha(other) == pytest.approx(krippendorff_alpha(ratings), nan_ok=True)
    assert gwet_ac1(other, range(1, 6)) == pytest.approx(gwet_ac1(ratings, range(1, 6)), nan_ok=True)


def test_ac2_of_gwets_own_example_comes_out_to_the_printed_digits(example: Example) -> None:
    ratings = example("gwet_irrcac")["examples"][0]["ratings"]
    assert round(gwet_ac2(ratings, range(1, 6)), 3) == 0.899


def test_ac2_does_not_fall_where_nearly_all_grades_are_the_same() -> None:
    met, partly = 1, 2
    ratings = [[met] * 18 + [met, partly], [met] * 18 + [partly, met]]
    assert krippendorff_alpha(ratings) < 0
    assert gwet_ac2(ratings, (1, 2, 3)) > 0.9


def test_ac2_on_two_grades_is_ac1() -> None:
    ratings = [[1, 2, 1, 1], [1, 1, 2, 1]]
    assert gwet_ac2(ratings, (1, 2)) == pytest.approx(gwet_ac1(ratings, (1, 2)))


def test_an_interval_holds_its_coefficient_is_the_same_every_time_and_narrows_with_more_units() -> None:
    few = [[1, 2, 3, 1, 2, 3, 1, 2, 3, 1] * 2, [1, 2, 3, 2, 2, 3, 1, 1, 3, 1] * 2]
    many = [row * 10 for row in few]
    lower, upper = bootstrap_interval(krippendorff_alpha, few)
    assert lower < krippendorff_alpha(few) < upper
    assert bootstrap_interval(krippendorff_alpha, few) == (lower, upper)
    narrow = bootstrap_interval(krippendorff_alpha, many, resamples=200)
    assert narrow[1] - narrow[0] < upper - lower


def test_an_interval_of_nothing_is_none() -> None:
    assert all(isnan(limit) for limit in bootstrap_interval(krippendorff_alpha, [[], []]))
    assert all(isnan(limit) for limit in bootstrap_interval(krippendorff_alpha, [[1, 1], [1, 1]]))
