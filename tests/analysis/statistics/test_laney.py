import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.analysis.statistics.laney import laney

SHARES = st.lists(
    st.integers(1, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))), min_size=2, max_size=30
)


def test_limits_follow_the_formula_by_hand() -> None:
    chart = laney([(10, 100), (20, 100), (30, 100)])
    assert chart.mean == pytest.approx(0.2)
    assert chart.spread == pytest.approx(2.5 / 1.128)
    assert chart.points[0].upper == pytest.approx(0.2 + 3 * 0.04 * 2.5 / 1.128)
    assert chart.points[0].lower == 0


def test_a_small_denominator_has_wider_limits_than_a_large_one() -> None:
    small, large = laney([(5, 10), (500, 1000), (4, 10), (520, 1000)]).points[:2]
    assert small.upper - small.lower > large.upper - large.lower


def test_mean_and_spread_come_from_the_baseline_alone_where_one_is_fixed() -> None:
    counts = [(10, 100), (20, 100), (30, 100)]
    fixed, whole = laney([*counts, (90, 100)], fixed_after=3), laney(counts)
    assert (fixed.mean, fixed.spread, fixed.points[:3]) == (whole.mean, whole.spread, whole.points)
    assert fixed.points[3].score == pytest.approx((0.9 - 0.2) / 0.04)


def test_cases_that_are_all_alike_have_no_spread() -> None:
    chart = laney([(10, 10), (20, 20)])
    assert (chart.mean, chart.spread) == (1, 0)
    assert {(point.lower, point.upper) for point in chart.points} == {(1, 1)}


@given(SHARES)
def test_limits_stay_inside_what_is_possible_and_hold_the_mean(counts: list[tuple[int, int]]) -> None:
    chart = laney(counts)
    assert all(
        0 <= point.lower <= chart.mean + 1e-12 and chart.mean - 1e-12 <= point.upper <= 1 for point in chart.points
    )


@pytest.mark.parametrize("counts", [[], [(1, 2)], [(1, 2), (3, 2)], [(0, 0), (1, 2)], [(-1, 2), (1, 2)]])
def test_impossible_counts_are_refused(counts: list[tuple[int, int]]) -> None:
    with pytest.raises(ValueError, match="two shares of cases"):
        laney(counts)
