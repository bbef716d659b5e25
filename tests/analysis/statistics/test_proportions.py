from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import (  # type: ignore[import-untyped]
    confint_proportions_2indep,
    proportion_confint,
)

from lif.analysis.statistics.proportions import (
    chance_of_difference,
    clear_after_holm,
    fewest_cases_to_show,
    newcombe,
    smallest_clear_improvement,
    wilson,
)

Rows = list[dict[str, str]]
SHARE = st.integers(1, 60).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


def test_wilson_gives_the_published_limits(rows: Callable[[str], Rows]) -> None:
    for row in rows("wilson_phe"):
        limits = wilson(int(row["x"]), int(row["n"]), float(row["confidence"]))
        assert limits == pytest.approx((float(row["lower"]), float(row["upper"])), abs=1e-12)


def test_newcombe_gives_table_two_with_its_first_group_as_now(rows: Callable[[str], Rows]) -> None:
    for row in rows("newcombe1998_examples"):
        limits = newcombe(int(row["x2"]), int(row["n2"]), int(row["x1"]), int(row["n1"]))
        assert [f"{limit:.4f}" for limit in limits] == [row["lower"], row["upper"]]
    for row in rows("newcombe1998_table2_method10"):
        limits = newcombe(int(row["x2"]), int(row["n2"]), int(row["x1"]), int(row["n1"]))
        assert limits == pytest.approx((float(row["lower_full"]), float(row["upper_full"])), abs=1e-12)


def test_the_real_re_audit_comes_out(rows: Callable[[str], Rows]) -> None:
    for row in rows("reaudit_burns_safeguarding"):
        counts = int(row["then_met"]), int(row["then_n"]), int(row["now_met"]), int(row["now_n"])
        lower, upper = newcombe(*counts)
        assert (round(lower, 4), round(upper, 4)) == (float(row["newcombe_lower"]), float(row["newcombe_upper"]))


def test_the_published_slip_of_71_of_99_is_seen() -> None:
    assert [round(100 * limit) for limit in wilson(71, 99)] == [62, 80]


def test_the_least_that_shows_an_improvement_is_as_published(rows: Callable[[str], Rows]) -> None:
    for row in rows("smallest_clear_improvement"):
        least = smallest_clear_improvement(int(row["met_then"]), int(row["of_then"]), int(row["of_now"]))
        assert least == (int(row["least"]) if row["least"] else None)


def test_a_larger_re_audit_may_show_what_a_small_one_cannot() -> None:
    assert fewest_cases_to_show(7, 10) == 13
    assert smallest_clear_improvement(7, 10, 13) == 13
    assert smallest_clear_improvement(7, 10, 12) is None
    assert fewest_cases_to_show(10, 10) is None


@pytest.mark.parametrize(("met", "of"), [(1, 0), (0, 0), (3, 2), (-1, 4)])
def test_what_is_no_share_is_refused(met: int, of: int) -> None:
    with pytest.raises(ValueError, match="is no share of cases"):
        wilson(met, of)
    with pytest.raises(ValueError, match="is no share of cases"):
        newcombe(1, 2, met, of)


@given(SHARE)
def test_wilson_lies_within_nought_and_one_around_the_share(share: tuple[int, int]) -> None:
    lower, upper = wilson(*share)
    assert 0 <= lower <= share[0] / share[1] <= upper <= 1
    assert (lower, upper) == pytest.approx(
        tuple(1 - limit for limit in reversed(wilson(share[1] - share[0], share[1])))
    )


@given(SHARE)
def test_wilson_is_what_statsmodels_says(share: tuple[int, int]) -> None:
    assert wilson(*share) == pytest.approx(proportion_confint(*share, method="wilson"), abs=1e-9)


@given(SHARE, SHARE)
def test_newcombe_is_what_statsmodels_says(then: tuple[int, int], now: tuple[int, int]) -> None:
    theirs = confint_proportions_2indep(*now, *then, method="newcomb", compare="diff")
    assert newcombe(*then, *now) == pytest.approx(theirs, abs=1e-9)


@given(SHARE, SHARE)
def test_newcombe_turned_round_changes_its_sign(then: tuple[int, int], now: tuple[int, int]) -> None:
    lower, upper = newcombe(*then, *now)
    assert newcombe(*now, *then) == pytest.approx((-upper, -lower))
    assert -1 <= lower <= now[0] / now[1] - then[0] / then[1] <= upper <= 1


@given(SHARE, st.integers(1, 40))
def test_one_case_fewer_than_the_least_is_not_enough(then: tuple[int, int], of: int) -> None:
    least = smallest_clear_improvement(*then, of)
    if least:
        assert newcombe(*then, least, of)[0] > 0 >= newcombe(*then, least - 1, of)[0]


@given(SHARE, SHARE)
def test_a_difference_is_clear_at_95_percent_where_its_chance_is_below_5(
    then: tuple[int, int], now: tuple[int, int]
) -> None:
    chance = chance_of_difference(*then, *now)
    lower, upper = newcombe(*then, *now)
    if abs(chance - 0.05) > 1e-5:
        assert (lower > 0 or upper < 0) == (chance < 0.05)


def test_the_same_share_twice_is_certain_chance() -> None:
    assert chance_of_difference(5, 10, 5, 10) == pytest.approx(1, abs=1e-5)
    assert chance_of_difference(0, 200, 200, 200) < 1e-5


def test_holm_holds_the_smallest_against_the_whole_number_and_stops_at_the_first_that_fails() -> None:
    assert clear_after_holm([0.01, 0.04, 0.03, 0.005]) == (True, False, False, True)
    assert clear_after_holm([0.04]) == (True,)
    assert clear_after_holm([0.04, 0.04]) == (False, False)
    assert clear_after_holm([]) == ()
