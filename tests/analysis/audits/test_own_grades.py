import pytest

from lif.analysis.audits.own_grades import GradeDifferences, compare_own_grades

SCALE = ("outstanding", "good", "requires-improvement", "inadequate")
GOOD, POOR = {"health": "good", "police": "good"}, {"health": "good", "police": "inadequate"}
MIXED = {"health": "good", "police": "good", "school": "outstanding"}


def test_counts_come_first_and_alone_below_twenty_cases() -> None:
    read = compare_own_grades([GOOD] * 9 + [POOR] + [MIXED] * 2 + [{"health": "good"}], SCALE)
    assert read.together == GradeDifferences(same=9, one=2, more=1)
    assert read.together.sentence == "the same grade in 9 of 12 cases, one grade apart in 2, two or more apart in 1"
    assert read.coefficient is None


def test_pairs_of_agencies_stand_in_order_of_name_not_of_agreement() -> None:
    pairs = compare_own_grades([POOR, MIXED], SCALE).pairs
    assert list(pairs) == [("health", "police"), ("health", "school"), ("police", "school")]
    assert pairs["health", "police"] == GradeDifferences(same=1, one=0, more=1)
    assert (
        pairs["police", "school"].sentence
        == "the same grade in 0 of 1 case, one grade apart in 1, two or more apart in 0"
    )


def test_from_twenty_cases_there_is_a_coefficient() -> None:
    read = compare_own_grades([GOOD] * 10 + [POOR] * 5 + [{"health": "inadequate", "police": "inadequate"}] * 5, SCALE)
    assert read.name == "Krippendorff's alpha (ordinal)"
    assert read.coefficient == pytest.approx(0.44, abs=0.2)
    assert compare_own_grades([GOOD] * 20, SCALE).coefficient is None


def test_two_grades_are_read_by_gwets_ac1() -> None:
    cases = [{"health": "met", "police": "met"}] * 18 + [{"health": "met", "police": "not"}] * 2
    read = compare_own_grades(cases, ("met", "not"))
    assert read.name == "Gwet's AC1"
    assert read.coefficient == pytest.approx(0.89, abs=0.005)
    assert compare_own_grades(cases[:18], ("met", "not"), from_cases=18).coefficient == 1


def test_a_grade_off_the_scale_is_refused() -> None:
    with pytest.raises(ValueError, match="superb is not a grade of the scale"):
        compare_own_grades([{"health": "superb"}], SCALE)
