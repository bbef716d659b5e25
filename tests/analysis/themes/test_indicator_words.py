import pytest

from lif.analysis.statistics.xmr import xmr
from lif.analysis.themes.indicator_words import figure_in_words, figure_verdict, rule_set, warnings_about

STEADY = [5, 7, 4, 6, 5, 7, 5, 6, 4, 7, 5, 6]
IMPROVING = [*STEADY, 14]
WORSENING = [*STEADY, -3]


@pytest.mark.parametrize(
    ("values", "target", "words", "says"),
    [
        (
            [60, 62, 61, 63, 60, 62, 61, 63, 60, 80, 81, 80, 82, 81, 80, 82],
            50,
            "real change for the better; will usually meet the target as things stand (16 points)",
            "W",
        ),
        (
            STEADY[:7],
            None,
            "no sign of real change: ups and downs as usual (trial limits: fewer than 12 points) (7 points)",
            None,
        ),
        (IMPROVING, 6, "real change for the better; will sometimes miss the target by chance (13 points)", "M"),
        (IMPROVING, 60, "real change for the better; will usually miss the target as things stand (13 points)", "M"),
        (WORSENING, None, "real change for the worse (13 points)", "N"),
        (WORSENING, -60, "real change for the worse; will usually meet the target as things stand (13 points)", "N"),
        ([3], 2, "too few points to tell: fewer than 6 (1 point)", None),
        (STEADY[:5], 2, "too few points to tell: fewer than 6 (5 points)", None),
        ([0, 0, 0, 0], None, "every value is the same (4 points)", None),
        ([4, 4, 4, 4], 4, "every value is the same, and meets the target (4 points)", None),
        ([4, 4, 4, 4], 5, "every value is the same, and misses the target (4 points)", None),
        (
            [0] * 9 + [1] + [0] * 5,
            None,
            "almost every value is the same, so that no limits can be worked out (15 points)",
            None,
        ),
    ],
)
def test_a_figure_in_words(values: list[float], target: float | None, words: str, says: str | None) -> None:
    reading = xmr(values, target=target)
    assert figure_in_words(reading) == words
    assert figure_verdict(reading) == says


RISING_TO_THE_TARGET = [52, 55, 58, 60, 61, 63, 64, 66, 73, 75, 76, 78]


def test_a_figure_that_rises_towards_its_target_is_not_said_to_miss_it_as_things_stand() -> None:
    reading = xmr(RISING_TO_THE_TARGET, target=80)
    assert reading.assurance == "consistent_fail"
    assert figure_in_words(reading) == (
        "real change for the better; the last value does not meet the target yet (12 points)"
    )
    assert figure_verdict(reading) == "M"


def test_a_figure_that_fell_away_from_a_target_it_used_to_meet_is_not_said_to_meet_it() -> None:
    reading = xmr([90, 91, 90, 92, 91, 90, 91, 92, 90, 91, 90, 91, 80, 79, 78], target=81)
    assert reading.assurance == "consistent_pass"
    assert figure_in_words(reading) == (
        "real change for the worse; missed the target at each of the last 3 points (15 points)"
    )
    assert figure_verdict(reading) == "N"


def test_of_a_target_far_away_with_no_change_it_is_said_that_it_will_be_missed() -> None:
    reading = xmr(STEADY, target=60)
    assert figure_in_words(reading).endswith("will usually miss the target as things stand (12 points)")
    assert figure_verdict(reading) == "N"


def test_where_lower_is_better_the_target_is_met_from_below() -> None:
    assert (
        figure_in_words(xmr([4, 4], better="lower", target=5))
        == "every value is the same, and meets the target (2 points)"
    )
    assert figure_in_words(xmr([4, 4], better="neutral", target=5)) == "every value is the same (2 points)"


def test_a_neutral_figure_has_no_better_and_no_target() -> None:
    reading = xmr(IMPROVING, better="neutral", target=3)
    assert figure_in_words(reading) == "real change upwards (13 points)"
    assert figure_verdict(reading) is None


def test_after_a_rebase_only_the_points_since_then_are_counted() -> None:
    said = figure_in_words(xmr([*STEADY, *STEADY[:6]], rebase=[12]), trial_below=6)
    assert said == "no sign of real change: ups and downs as usual (6 points since it was read afresh)"


def test_percentages_of_small_numbers_are_warned_about() -> None:
    said = "percentages of small numbers (out of 3 to 24): one case more or fewer moves them a long way"
    assert said in warnings_about(xmr(STEADY), denominators=[24, 3, 9])
    assert "(out of 3)" in warnings_about(xmr(STEADY), denominators=[3, 3])[0]
    assert warnings_about(xmr(IMPROVING), denominators=[20, 40]) == ()


def test_no_sign_of_change_is_not_no_problem() -> None:
    assert warnings_about(xmr(STEADY)) == ("no sign of change is not the same as no problem",)


def test_rare_events_are_shown_another_way() -> None:
    assert warnings_about(xmr([0] * 9 + [1] + [0] * 5)) == ("for rare events, show the time between them instead",)


def test_the_rules_are_named() -> None:
    rules = "NHSRplotthedots (Making Data Count): XmR, runs of 7, trends of 7, 2 of 3 near a limit"
    assert rule_set(xmr(STEADY)) == f"{rules}, with extreme ranges left out once"
    assert rule_set(xmr(STEADY, screen=False)) == f"{rules}, nothing left out, as the Excel tool"
