from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import groupby, pairwise
from math import inf, isnan, nan
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lif.analysis.statistics.control_limits import PointFlag
from lif.analysis.statistics.xmr import Assurance, SeriesReading, Variation, xmr

Rows = list[dict[str, str]]
RISING, STEADY = "higher", [5, 7, 4, 6, 5, 7, 5, 6, 4, 7, 5, 6]
WAYS = {"increase": "higher", "decrease": "lower", "neutral": "neutral"}
TO_THE_DIGITS = 1e-13
WHOLE = st.lists(st.integers(0, 12), min_size=1, max_size=30)


def cases(table: Rows) -> Iterator[Rows]:
    for _, case in groupby(table, key=lambda row: row["case"]):
        yield list(case)


def read(case: Rows) -> SeriesReading:
    groups = [row["rebase_group"] for row in case]
    return xmr(
        [float(row["y"]) for row in case],
        better=WAYS[case[0]["direction"]],
        target=float(case[0]["target"]) if case[0]["target"] else None,
        screen=case[0]["screen_outliers"] == "TRUE",
        rebase=[at for at, (before, after) in enumerate(pairwise(groups), 1) if before != after],
        fixed_after=int(case[0]["fix_after_n_points"]) if case[0]["fix_after_n_points"] else None,
    )


def test_every_golden_row_comes_out_to_the_printed_digits(rows: Callable[[str], Rows]) -> None:
    for case in cases(rows("xmr_golden")):
        for point, row in zip(read(case).points, case, strict=True):
            assert point.mean == pytest.approx(float(row["mean_col"]), rel=TO_THE_DIGITS)
            assert point.lower == pytest.approx(float(row["lpl"]), rel=TO_THE_DIGITS)
            assert point.upper == pytest.approx(float(row["upl"]), rel=TO_THE_DIGITS)
            assert point.flag == row["special_cause_type"]
            assert point.meaning == row["point_type"]
            assert point.group == int(row["rebase_group"])
            assert point.is_outside is (row["outside_limits"] == "TRUE")
            assert point.is_near is (row["close_to_limits"] == "TRUE")


def test_every_golden_case_is_read_by_its_last_point(rows: Callable[[str], Rows]) -> None:
    for case in cases(rows("xmr_golden")):
        assert read(case).variation == case[-1]["point_type"]
        assert (read(case).assurance or "") == case[-1]["assurance_type"]


def test_the_numbers_of_the_vignette_and_the_snapshots_come_out(
    rows: Callable[[str], Rows], example: Callable[[str], Any]
) -> None:
    of_case = {case[0]["case"]: [float(row["y"]) for row in case] for case in cases(rows("xmr_golden"))}
    vignette, outlier = of_case["vignette_deviations_noscreen"], of_case["snapshot_rnorm_r3_noscreen"]
    charts = (
        (xmr(vignette), 2),
        (xmr(vignette, screen=False), 2),
        (xmr(of_case["snapshot_rnorm_r1"]), 6),
        (xmr(outlier), 6),
        (xmr(outlier, screen=False), 6),
    )
    for (chart, digits), printed in zip(charts, example("xmr_expected_summary")["published_numbers"], strict=True):
        last = chart.points[-1]
        assert round(last.mean, digits) == round(printed["mean"], digits)
        assert round(last.lower, digits) == round(printed["lpl"], digits)
        assert round(last.upper, digits) == round(printed["upl"], digits)


def test_without_its_rebase_all_points_of_the_real_series_are_flagged(rows: Callable[[str], Rows]) -> None:
    case = next(case for case in cases(rows("xmr_golden")) if case[0]["case"] == "ae_rrk_rebase_2018_07")
    assert all(point.flag for point in xmr([float(row["y"]) for row in case], better="lower").points)


def test_the_packages_own_tests_of_assurance_hold(example: Callable[[str], Any]) -> None:
    for row in example("xmr_expected_summary")["assurance_tests"]:
        middle, width = (row["lpl"] + row["upl"]) / 2, (row["upl"] - row["lpl"]) / 2
        step = Fraction(width) / Fraction("2.66")
        values = [Decimal(str(middle)), Decimal(str(middle)) + Decimal(str(round(float(step), 12)))]
        for better, word in (("higher", row["increase"]), ("lower", row["decrease"])):
            assert xmr(values, better=better, target=row["target"]).assurance == word
        assert xmr(values, better="neutral", target=row["target"]).assurance is None


def test_a_target_on_a_limit_is_neither_met_nor_missed() -> None:
    upper = xmr(STEADY).points[-1].upper
    assert xmr(STEADY, target=upper).assurance is Assurance.INCONSISTENT
    assert xmr(STEADY, target=upper + 1).assurance is Assurance.FAIL


@pytest.mark.parametrize("screen", [True, False])
def test_a_constant_series_is_said_plainly(screen: bool) -> None:  # noqa: FBT001 - a parameter of the test
    reading = xmr([0, 0, 0, 0], better="lower", target=1, screen=screen)
    assert reading.is_constant
    assert not reading.has_limits
    assert reading.variation is Variation.SAME
    assert reading.assurance is Assurance.UNKNOWN
    assert not any(isnan(number) for point in reading.points for number in (point.mean, point.lower, point.upper))
    assert not any(point.flag for point in reading.points)


def test_one_rare_event_leaves_no_limits_to_read_though_the_package_flags_every_point() -> None:
    reading = xmr([0] * 9 + [1] + [0] * 5, better="lower")
    assert all(point.flag for point in reading.points)
    assert reading.is_nearly_constant
    assert not reading.has_limits


def test_one_point_says_nothing() -> None:
    reading = xmr([3], target=2)
    assert not reading.is_constant
    assert not reading.is_nearly_constant
    assert reading.variation is Variation.UNKNOWN
    assert reading.assurance is Assurance.UNKNOWN


def test_no_limits_are_claimed_below_six_points() -> None:
    assert not xmr(STEADY[:5]).has_limits
    assert xmr(STEADY[:6]).has_limits


def test_a_rebase_starts_limits_and_runs_afresh() -> None:
    alone, after = xmr([1, 2, 3, 4]), xmr([9, 8, 9, 1, 2, 3, 4], rebase=[3])
    assert [point.mean for point in after.current] == [point.mean for point in alone.points]
    assert [point.group for point in after.points] == [0, 0, 0, 1, 1, 1, 1]
    assert not any(point.flag for point in after.points)
    assert xmr([1, 2, 3, 9], rebase=(0, 0)) == xmr([1, 2, 3, 9])


def test_seven_points_make_a_trend_and_a_tie_breaks_it() -> None:
    slow = [0, 9, 0, 9, 0, 9, 0, 9, 1, 2, 3, 4, 5, 6, 7]
    assert [point.flag for point in xmr(slow).points][-7:] == [PointFlag.RISING] * 7
    assert xmr([-value for value in slow], better="lower").variation is Variation.IMPROVEMENT
    assert not any(point.flag for point in xmr([0, 9, 0, 9, 0, 9, 0, 9, 1, 2, 3, 4, 4, 5, 6]).points)


def test_the_last_point_of_a_trend_keeps_its_own_direction() -> None:
    restless = [0, 20] * 8
    climb = [*restless, 4, 5, 6, 7, 8, 9, 10, 10, 11, 12, 13, 14, 15, 16]
    flags = [point.flag for point in xmr(climb).points]
    assert flags[len(restless) + 6] is PointFlag.RISING


def test_a_point_where_two_trends_meet_belongs_to_the_later_one() -> None:
    restless = [0, 20] * 8
    peak = [*restless, 4, 5, 6, 7, 8, 9, 10, 9, 8, 7, 6, 5, 4]
    flags = [point.flag for point in xmr(peak).points]
    assert flags[len(restless) + 6] is PointFlag.FALLING
    assert flags[len(restless) + 5] is PointFlag.RISING


def test_seven_on_one_side_of_the_mean_make_a_run_and_one_on_it_breaks_it() -> None:
    run = [3, 4, 3, 4, 3, 4, 3, 7, 6, 7, 6, 7, 6, 7]
    assert {point.flag for point in xmr(run).points} == {PointFlag.SEVEN_BELOW, PointFlag.SEVEN_ABOVE}
    broken: list[float] = [3, 4, 3, 5, 4, 3, 3, 7, 6, 7, 5, 7, 6, 7, 5]
    assert xmr(broken).points[0].mean == 5
    assert not any(point.flag for point in xmr(broken).points)


def test_only_the_near_points_of_two_in_three_are_flagged() -> None:
    values = [5, 6, 5, 4, 5, 6, 5, 4, 5, 6, 5, 4, 5, 6, 5, 4, 5, 6, 8, 6, 8, 6, 4]
    flags = [point.flag for point in xmr(values).points]
    assert flags[-5:] == [
        PointFlag.NEAR_UPPER,
        PointFlag.COMMON,
        PointFlag.NEAR_UPPER,
        PointFlag.COMMON,
        PointFlag.COMMON,
    ]
    assert [point.flag for point in xmr([-value for value in values]).points][-5] is PointFlag.NEAR_LOWER


def test_a_neutral_figure_goes_up_or_down() -> None:
    assert xmr([*STEADY, 30], better="neutral").variation is Variation.HIGH
    assert xmr([*STEADY, -30], better="neutral").variation is Variation.LOW
    assert xmr([*STEADY, -30]).points[-1].flag is PointFlag.BELOW_LIMIT
    assert [flag.direction for flag in PointFlag] == [1, -1] * 4 + [0]


def test_decimals_are_read_as_they_are_written() -> None:
    values: list[float | Decimal] = [Decimal("0.1"), 0.2, Decimal("0.3"), 0.2, 0.1, 0.3]
    assert xmr(values).points[0].mean == 0.2


@pytest.mark.parametrize(
    ("values", "rebase", "better"),
    [([], (), RISING), ([1, nan], (), RISING), ([1, inf], (), RISING), ([1, 2], (2,), RISING), ([1, 2], (), "up")],
)
def test_what_is_no_series_is_refused(values: list[float], rebase: tuple[int, ...], better: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        xmr(values, rebase=rebase, better=better)
    with pytest.raises(ValueError, match="one point or more"):
        xmr([1, 2], fixed_after=0)


@given(WHOLE, st.integers(-50, 50), st.integers(1, 9), st.sampled_from(["higher", "lower", "neutral"]))
def test_shift_and_scale_change_no_flag(values: list[int], shift: int, scale: int, better: str) -> None:
    before, after = xmr(values, better=better), xmr([shift + scale * value for value in values], better=better)
    for point, other in zip(before.points, after.points, strict=True):
        assert (point.flag, point.meaning, point.is_near) == (other.flag, other.meaning, other.is_near)
        assert other.upper == pytest.approx(shift + scale * point.upper)
    assert before.variation == after.variation


@given(WHOLE)
def test_turned_upside_down_better_is_worse(values: list[int]) -> None:
    turned = xmr([-value for value in values], better="lower")
    assert [point.meaning for point in xmr(values).points] == [point.meaning for point in turned.points]


FIXED = st.one_of(st.none(), st.integers(2, 20))


@given(WHOLE, st.booleans(), FIXED)
def test_it_is_what_the_packages_code_says(values: list[int], screen: bool, fixed_after: int | None) -> None:  # noqa: FBT001 - drawn
    assume(len(set(values[:fixed_after])) > 1)
    flags, mean, lower, upper = as_in_the_package(values, screen=screen, fixed_after=fixed_after)
    points = xmr(values, screen=screen, fixed_after=fixed_after).points
    assert [point.flag for point in points] == flags
    assert {(point.mean, point.lower, point.upper) for point in points} == {(float(mean), float(lower), float(upper))}


@given(WHOLE, WHOLE, st.integers(1, 12))
def test_each_stretch_is_fixed_by_itself(first: list[int], second: list[int], fixed_after: int) -> None:
    both = xmr([*first, *second], rebase=[len(first)], fixed_after=fixed_after).points
    alone = [point for values in (first, second) for point in xmr(values, fixed_after=fixed_after).points]
    assert [(point.mean, point.upper, point.flag) for point in both] == [
        (point.mean, point.upper, point.flag) for point in alone
    ]


def test_points_after_the_fixing_move_neither_the_mean_nor_the_limits() -> None:
    reading = xmr([*STEADY, 40, 41, 2, 40], fixed_after=len(STEADY))
    alone = xmr(STEADY).points[-1]
    assert {(point.mean, point.lower, point.upper) for point in reading.points} == {
        (alone.mean, alone.lower, alone.upper)
    }
    assert [point.flag for point in reading.points[-4:]] == [
        PointFlag.ABOVE_LIMIT, PointFlag.ABOVE_LIMIT, PointFlag.COMMON, PointFlag.ABOVE_LIMIT,
    ]  # fmt: skip
    assert reading.is_fixed
    assert len(reading.baseline) == len(STEADY)


def test_an_extreme_range_after_the_fixing_has_no_part_in_the_screening() -> None:
    baseline = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1]
    assert xmr([*baseline, 900, 1], fixed_after=12).points[0].upper == xmr(baseline).points[0].upper


def test_a_run_may_begin_on_the_baseline_and_end_after_it() -> None:
    reading = xmr([*STEADY[:9], 4, 3, 4, 4, 3, 4, 3], fixed_after=12)
    assert [point.flag for point in reading.points[-7:]] == [PointFlag.SEVEN_BELOW] * 7


def test_only_the_stretch_that_is_named_is_fixed_and_a_short_stretch_is_not() -> None:
    values = [*STEADY, 30, *STEADY, 30]
    second = xmr(values, rebase=[13], fixed_after={1: 12})
    assert [point.is_baseline for point in second.points] == [True] * 25 + [False]
    assert second.points[0].mean == xmr(values[:13]).points[0].mean
    assert not xmr(STEADY, fixed_after=12).is_fixed
    assert not xmr(STEADY, fixed_after=40).is_fixed


def test_limits_fixed_on_fewer_than_six_points_are_not_claimed() -> None:
    assert not xmr(STEADY, fixed_after=5).has_limits
    assert xmr(STEADY, fixed_after=6).has_limits
    assert not xmr([5] * 8 + [6, 7], fixed_after=8).has_limits


def as_in_the_package(
    values: Sequence[int], *, screen: bool, fixed_after: int | None
) -> tuple[list[str], Fraction, Fraction, Fraction]:
    """ptd_spc_standard.R and ptd_calculate_point_type.R, line by line, in exact numbers."""
    fix_y = values[: fixed_after or len(values)]
    mean = Fraction(sum(fix_y), len(fix_y))
    mr = [abs(b - a) for a, b in pairwise(fix_y)]
    amr = Fraction(sum(mr), len(mr))
    if screen:
        kept = [moving_range for moving_range in mr if moving_range < Fraction("3.267") * amr]
        amr = Fraction(sum(kept), len(kept)) if kept else Fraction(0)
    limit = Fraction("2.66")
    outside = [y > mean + limit * amr or y < mean - limit * amr for y in values]
    close = [
        not out and (y < mean - 2 * (limit / 3) * amr or y > mean + 2 * (limit / 3) * amr)
        for y, out in zip(values, outside, strict=True)
    ]
    rtm = [(y > mean) - (y < mean) for y in values]
    n = len(values)

    def seven(ends: list[int]) -> list[bool]:
        return [any(ends[i : i + 7]) for i in range(n)]

    sign = [(b > a) - (b < a) for a, b in pairwise(values)]
    trend_end = [int(i >= 6 and abs(sum(sign[i - 6 : i])) == 6) for i in range(n)]
    side_end = [int(i >= 6 and abs(sum(rtm[i - 6 : i + 1])) == 7) for i in range(n)]
    part_trend, part_side = seven(trend_end), seven(side_end)
    vp, rp = [0, 0, *map(int, close), 0, 0], [0, 0, *rtm, 0, 0]
    part_two = [
        close[i] and any(sum(vp[j : j + 3]) >= 2 and abs(sum(rp[j : j + 3])) == 3 for j in (i, i + 1, i + 2))
        for i in range(n)
    ]
    answer = []
    for i in range(n):
        above = "Above" if rtm[i] > 0 else "Below"
        is_right = part_trend[i] and i + 1 < n and part_trend[i + 1]
        sdy = sign[i] if is_right else (sign[i - 1] if i else 0)
        if outside[i]:
            answer.append("Above UCL" if rtm[i] == 1 else "Below LCL")
        elif part_trend[i]:
            answer.append(f"7 Point Trend ({'In' if sdy == 1 else 'De'}creasing)")
        elif part_two[i]:
            answer.append(f"2 in 3 {above} CL")
        else:
            answer.append(f"7 Points {above} CL" if part_side[i] else "Common Cause")
    return answer, mean, mean - limit * amr, mean + limit * amr
