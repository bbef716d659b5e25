import pytest

from lif.analysis.statistics.autocorrelation import autocorrelation, follows_itself
from lif.analysis.statistics.xmr import xmr

WAVES = [1.0, 2, 3, 4, 3, 2, 1, 0, 1, 2, 3, 4, 3, 2, 1, 0]


def test_the_formula_by_hand() -> None:
    assert autocorrelation([1, 2, 3, 4]) == pytest.approx(0.25)
    assert autocorrelation([1, -1, 1, -1]) == pytest.approx(-0.75)
    assert autocorrelation([3, 3, 3]) == autocorrelation([]) == 0


def test_a_change_after_points_that_follow_each_other_may_be_none() -> None:
    assert follows_itself(xmr([*WAVES, 9]))
    assert not follows_itself(xmr(WAVES))


def test_a_change_after_points_that_do_not_is_one_however_much_it_lifts_the_whole() -> None:
    risen = [40, 42] * 3 + [40, 60] + [62, 60] * 3
    assert autocorrelation(risen) > 0.5
    assert not follows_itself(xmr(risen))
