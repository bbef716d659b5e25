from typing import Any

import pytest

from lif.analysis.statistics.xmr import Variation
from lif.analysis.themes.indicator_readings import IndicatorReading, figures_on_theme
from lif.model.snapshot import Snapshot
from support.story import partnership, snapshot_of

COMMON = [40, 42] * 7
RISEN = [40, 42] * 3 + [40, 60] + [62, 60] * 3


def _months(count: int) -> list[str]:
    return [f"{2025 + place // 12}-{place % 12 + 1:02}" for place in range(count)]


def _indicator(points: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    dated = [{"at": month, **point} for month, point in zip(_months(len(points)), points, strict=True)]
    return {
        "title": "A figure", "sharing": "public", "measure": "How many were seen", "better": "higher",
        "themes": ["early-help"], **({"series": dated} if dated else {}), **more,
    }  # fmt: skip


def _values(values: list[int], **more: Any) -> dict[str, Any]:
    return _indicator([{"value": value} for value in values], **more)


def _figure(indicator: dict[str, Any], **more: Any) -> IndicatorReading:
    (found,) = figures_on_theme(snapshot_of({"indicators/2026-a": indicator, **more}), "early-help")
    return found


def _values_read(points: list[dict[str, Any]], **more: Any) -> list[float]:
    return [point.value for point in _figure(_indicator(points, **more)).reading.points]


def test_a_figure_on_the_theme_is_read_by_the_rules_that_are_named_with_it() -> None:
    found = _figure(_values(COMMON))
    assert (found.indicator, found.measure) == ("indicators/2026-a", "How many were seen")
    assert found.said == "no sign of real change: ups and downs as usual (14 points)"
    assert found.rules.startswith("NHSRplotthedots (Making Data Count)")
    assert found.rules.endswith("with extreme ranges left out once")
    assert found.warnings == ("no sign of change is not the same as no problem",)
    assert str(found.newest) == "2026-02"


def test_figures_on_other_themes_and_figures_without_points_are_not_there() -> None:
    story = {
        "indicators/2026-b": _values(COMMON),
        "indicators/2026-a": _values(COMMON, themes=["supervision", "early-help"]),
        "indicators/2026-c": _values(COMMON, themes=["supervision"]),
        "indicators/2026-d": _indicator([]),
        "indicators/2026-e": _indicator([{"numerator": 0, "denominator": 0}, {"denominator": 4}]),
    }
    assert [figure.indicator for figure in figures_on_theme(snapshot_of(story), "early-help")] == [
        "indicators/2026-a",
        "indicators/2026-b",
    ]
    assert figures_on_theme(Snapshot.of_entries([]), "early-help") == ()


def test_the_value_counts_before_the_share_and_the_share_before_the_count() -> None:
    assert _values_read(
        [
            {"value": 12.5, "numerator": 1, "denominator": 4},
            {"numerator": 1, "denominator": 4},
            {"numerator": 0, "denominator": 4},
            {"numerator": 7},
            {"value": 0},
        ]
    ) == [12.5, 25, 0, 7, 0]


def test_a_point_out_of_none_is_no_point_and_does_not_count_as_the_newest() -> None:
    found = _figure(_indicator([{"numerator": 1, "denominator": 2}, {"numerator": 0, "denominator": 0}]))
    assert [point.value for point in found.reading.points] == [50]
    assert str(found.newest) == "2025-01"
    assert found.said == "too few points to tell: fewer than 6 (1 point)"


def test_small_denominators_are_warned_of_and_large_ones_are_not() -> None:
    def warnings(denominator: int) -> str:
        points = [{"numerator": value, "denominator": denominator} for value in [2, 3] * 6]
        return "; ".join(_figure(_indicator(points)).warnings)

    assert "percentages of small numbers (out of 8)" in warnings(8)
    assert "small numbers" not in warnings(20)
    assert "small numbers" not in "; ".join(_figure(_indicator([{"numerator": 2}, {"numerator": 3}] * 6)).warnings)


@pytest.mark.parametrize(
    ("values", "fields", "verdict"),
    [
        (COMMON, {}, None),
        (COMMON, {"target": 20}, "W"),
        (COMMON, {"target": 90}, "N"),
        (COMMON, {"target": 41}, None),
        (RISEN, {}, "M"),
        (RISEN, {"target": 50}, "M"),
        (RISEN, {"target": 20}, "W"),
        (RISEN, {"target": 90}, "M"),
        (RISEN, {"better": "lower"}, "N"),
        (RISEN, {"better": "lower", "target": 90}, "N"),
        (COMMON, {"better": "lower", "target": 90}, "W"),
        (COMMON, {"better": "lower", "target": 20}, "N"),
        (RISEN, {"better": "neutral", "target": 90}, None),
        ([40, 42, 40, 42, 40], {"target": 90}, None),
        ([0] * 14, {"better": "lower", "target": 5}, None),
    ],
)
def test_what_a_figure_says_about_its_theme(values: list[int], fields: dict[str, Any], verdict: str | None) -> None:
    assert _figure(_values(values, **fields)).verdict == verdict


def test_a_change_is_told_in_words_and_the_same_value_throughout_is_said_plainly() -> None:
    assert _figure(_values(RISEN, target=50)).said == (
        "real change for the better; will sometimes miss the target by chance (14 points)"
    )
    assert _figure(_values([0] * 4)).said == "every value is the same (4 points)"


def test_a_rebase_reads_afresh_from_the_first_point_that_begins_on_or_after_its_date() -> None:
    def groups(*since: str) -> list[int]:
        rebase = [{"since": day, "reason": "A new way of counting"} for day in since]
        found = _figure(_values(RISEN, rebase=rebase))
        return [point.group for point in found.reading.points]

    assert groups("2025-08") == [0] * 7 + [1] * 7
    assert groups("2025-08-01") == groups("2025-08") == groups("2025-07-02") == groups("2025-08", "2025-08")
    assert groups("2025-11", "2025-08") == [0] * 7 + [1] * 3 + [2] * 4


def test_a_rebase_before_the_first_or_after_the_last_point_changes_nothing() -> None:
    for since in ("2024-06", "2025-01", "2026-03", "2030"):
        rebase = [{"since": since, "reason": "A new way of counting"}]
        assert {point.group for point in _figure(_values(RISEN, rebase=rebase)).reading.points} == {0}


def test_after_a_rebase_what_was_a_change_is_the_usual() -> None:
    rebase = [{"since": "2025-08", "reason": "A new service"}]
    found = _figure(_values(RISEN, rebase=rebase))
    assert found.reading.variation is Variation.COMMON
    assert found.said.endswith("(trial limits: fewer than 12 points) (7 points since it was read afresh)")


def test_points_that_say_nothing_do_not_shift_a_rebase() -> None:
    points: list[dict[str, Any]] = [{"value": value} for value in RISEN]
    points[2] = {"numerator": 0, "denominator": 0}
    found = _figure(_indicator(points, rebase=[{"since": "2025-08", "reason": "A new service"}]))
    assert [point.group for point in found.reading.points] == [0] * 6 + [1] * 7


def test_the_partnership_says_below_how_many_points_limits_are_on_trial() -> None:
    own = {"partnership": partnership(thresholds={"trial_limits_below_points": 15})}
    assert "(trial limits: fewer than 15 points)" in _figure(_values(COMMON), **own).said
    assert "trial" not in _figure(_values(COMMON)).said


RISING_LATER = [*[40, 42] * 6, 44, 45, 47]


def test_limits_fixed_on_a_baseline_are_told_with_the_date_and_the_reason() -> None:
    found = _figure(_values(RISING_LATER, fixed=[{"until": "2025-12", "reason": "The new form came in 2026."}]))
    assert found.said == "real change for the better (15 points; limits fixed on the first 12)"
    assert [(point.mean, point.is_baseline) for point in found.reading.points[-4:]] == [
        (41, True), (41, False), (41, False), (41, False),
    ]  # fmt: skip
    assert found.warnings[-1] == ("limits are fixed on the baseline until 2025-12, because: The new form came in 2026")


def test_fixed_within_twelve_points_says_that_the_limits_are_on_trial() -> None:
    said = _figure(_values(RISING_LATER, fixed=[{"until": "2025-08", "reason": "A new form"}])).said
    assert said == (
        "real change for the better (trial limits: fixed on fewer than 12 points)"
        " (15 points; limits fixed on the first 8)"
    )
    few = _figure(_values(RISING_LATER, fixed=[{"until": "2025-04", "reason": "A new form"}]))
    assert few.said == "too few points to tell: limits are fixed on fewer than 6 (15 points)"
    assert few.verdict is None


def test_a_baseline_fixes_the_stretch_its_date_lies_in_and_no_other() -> None:
    rebase = [{"since": "2025-04", "reason": "Counted anew"}]
    first = _figure(_values(RISING_LATER, rebase=rebase, fixed=[{"until": "2025-02", "reason": "A"}]))
    assert [(baseline.group, baseline.points) for baseline in first.baselines] == [(0, 2)]
    assert first.baseline is None
    second = _figure(_values(RISING_LATER, rebase=rebase, fixed=[{"until": "2025-12", "reason": "B"}]))
    assert [(baseline.group, baseline.points) for baseline in second.baselines] == [(1, 9)]
    assert second.reading.points[0].mean == _figure(_values(RISING_LATER, rebase=rebase)).reading.points[0].mean
    assert second.said.endswith("(12 points since it was read afresh; limits fixed on the first 9)")


@pytest.mark.parametrize("until", ["2024-12", "2026-03", "2026-09", "2025-03"])
def test_a_date_without_points_of_one_stretch_on_both_sides_fixes_nothing(until: str) -> None:
    rebase = [{"since": "2025-04", "reason": "Counted anew"}]
    fixed = _figure(_values(RISING_LATER, rebase=rebase, fixed=[{"until": until, "reason": "A"}]))
    assert fixed == _figure(_values(RISING_LATER, rebase=rebase))


def test_of_two_baselines_in_a_stretch_the_earlier_counts() -> None:
    fixed = [{"until": "2026-01", "reason": "Later"}, {"until": "2025-12", "reason": "Earlier"}]
    baseline = _figure(_values(RISING_LATER, fixed=fixed)).baseline
    assert baseline is not None
    assert (baseline.reason, baseline.points) == ("Earlier", 12)


def test_a_baseline_whose_values_are_all_the_same_allows_no_limits() -> None:
    found = _figure(_values([40] * 12 + [41, 42], fixed=[{"until": "2025-12", "reason": "A"}]))
    assert found.said.startswith("almost every value of the baseline is the same")
    assert found.verdict is None


SHARE: dict[str, Any] = {"numerator": 40, "denominator": 50}


def _dated(*dates: str) -> list[dict[str, Any]]:
    return [{"at": at, "value": 40 + place % 3} for place, at in enumerate(dates)]


@pytest.mark.parametrize(
    ("points", "fields", "why"),
    [
        ([*[SHARE] * 6, {"numerator": 17}], {"unit": "percent"}, "some points are percentages, others counts"),
        ([*[SHARE] * 6, {"value": 17}], {"unit": "number"}, "some points are percentages, others plain figures"),
        ([*[SHARE, {"value": 81}] * 3, {"value": 82}], {"unit": "percent"}, ""),
        ([*[{"value": 40}, {"value": 42}] * 3, {"numerator": 17}], {"unit": "number"}, ""),
        (_dated(*_months(3), *_months(8)[4:]), {}, "a point is missing between 2025-03 and 2025-05"),
        (_dated(*_months(6), "2025-06-30"), {}, "2025-06 and 2025-06-30 overlap"),
        (_dated("2024", *_months(7)), {}, "2024 covers a longer time than other points"),
        (_dated(*_months(7), "2025"), {}, "2025-07 and 2025 overlap"),
        (_dated(*[f"{year}" for year in range(2018, 2025)], "2025-06"), {}, "lie closer together than other points"),
        (_dated(*[f"{year}-{month}" for year in (2023, 2024) for month in ("03", "06", "09", "12")]), {}, ""),
        (_dated(*_months(7)), {"seasonal": True}, "it follows the seasons"),
    ],
)
def test_points_that_do_not_compare_are_told_and_have_no_vote(
    points: list[dict[str, Any]], fields: dict[str, Any], why: str
) -> None:
    indicator = _indicator(points, target=99, target_agreed="2020-01-01", **fields)
    indicator["series"] = [{**dated, **point} for dated, point in zip(indicator["series"], points, strict=True)]
    found = _figure(indicator)
    assert found.can_vote is (not why)
    assert (found.verdict is None) is bool(why)
    assert found.said.startswith("not read for change, and not counted: ") is bool(why)
    assert why in found.said


def test_points_before_a_rebase_need_not_compare_with_those_after_it() -> None:
    points = [
        *[{"numerator": 17 + place % 3} for place in range(6)],
        *[{"value": 40 + place % 3} for place in range(7)],
    ]
    rebase = [{"since": "2025-07", "reason": "Told as a percentage from then"}]
    assert not _figure(_indicator(points, unit="percent")).can_vote
    assert _figure(_indicator(points, unit="percent", rebase=rebase)).can_vote


UNEQUAL: list[dict[str, Any]] = [
    {"numerator": met, "denominator": of}
    for met, of in [(40, 50), (160, 200), (9, 10), (150, 200), (42, 50), (8, 10), (165, 200), (7, 10), (39, 50)]
]


def test_percentages_out_of_changing_numbers_of_cases_have_limits_of_their_own() -> None:
    found = _figure(_indicator([*UNEQUAL, {"numerator": 5, "denominator": 10}], unit="percent"))
    widths = [round(point.upper - point.lower, 1) for point in found.reading.points]
    assert widths[2] > widths[0] > widths[1]
    assert found.rules.endswith("limits by Laney's P' chart, for denominators that change")
    assert found.said.startswith("no sign of real change")
    many = _figure(_indicator([*UNEQUAL, {"numerator": 110, "denominator": 200}], unit="percent"))
    assert many.said.startswith("real change for the worse")


def test_limits_are_no_lower_and_no_higher_than_a_figure_can_be() -> None:
    reading = _figure(_values([100, 60, 99, 70, 100, 55, 98, 100], unit="percent")).reading
    assert reading.points[0].upper == 100
    counts = _figure(_values([1, 9, 2, 14, 3, 11, 2, 9], unit="number")).reading
    assert counts.points[0].lower == 0
    assert counts.points[0].upper > 14
    assert _figure(_values([-1, 9, 2, 14, 3, 11, 2, 9], unit="number")).reading.points[0].lower < 0


@pytest.mark.parametrize(
    ("values", "target", "said", "verdict"),
    [
        ([40, 42, 40, 42, 38, 42, 40, 38, 40, 39], 41, "missed the target at each of the last 4 points", None),
        ([40, 38, 39], 50, "missed the target at each of the last 3 points", None),
        ([40] * 12, 50, "every value is the same, and misses the target", "N"),
        ([40] * 5, 50, "every value is the same, and misses the target", None),
        ([0] * 9 + [50], 5, "no limits can be worked out; the last value meets the target", None),
    ],
)
def test_a_target_missed_again_and_again_is_said(
    values: list[int], target: int, said: str, verdict: str | None
) -> None:
    found = _figure(_values(values, target=target))
    assert said in found.said
    assert found.verdict == verdict


def test_a_target_set_after_the_newest_figure_has_no_part_in_the_vote() -> None:
    assert _figure(_values(COMMON, target=20, target_agreed="2026-03-01")).verdict is None
    assert _figure(_values(COMMON, target=20, target_agreed="2026-02-01")).verdict == "W"


@pytest.mark.parametrize(
    ("values", "better", "is_told"),
    [
        ([80, 81] * 4 + [40, 41], "higher", True),
        ([80, 81] * 3 + [80, 40] + [41, 40], "higher", True),
        ([80, 81] * 4 + [40, 41], "lower", False),
        ([80, 81] * 4 + [80, 81], "higher", False),
        ([80, 81] * 4 + [40, 41], "neutral", False),
    ],
)
def test_a_figure_that_is_read_afresh_just_when_it_got_worse_says_so(
    values: list[int],
    better: str,
    is_told: bool,  # noqa: FBT001 - a column of the table
) -> None:
    rebase = [{"since": "2025-09", "reason": "A new way of counting"}]
    told = _figure(_values(values, better=better, rebase=rebase)).said
    assert told.endswith("; read afresh just when it had got worse") is is_told


def test_a_figure_whose_points_follow_each_other_is_not_read_for_change() -> None:
    found = _figure(_values([1, 2, 3, 4, 3, 2, 1, 0, 1, 2, 3, 4, 3, 2, 1, 0, 9]))
    assert found.verdict is None
    assert "each point follows the one before" in found.said
