import pytest

from lif.analysis.audits.audit_comparison import (
    Barrier,
    ChangeWord,
    compare_audits,
    expected_by_chance,
    percent,
    what_a_reaudit_could_show,
)

OTHERWISE = "; 13 cases could, if all of them met the standard"
TOO_FEW = "too few to say"


@pytest.mark.parametrize(
    ("then", "now", "barrier", "sentence"),
    [
        ((8, 16), (10, 14), None, "then 8 of 16, now 10 of 14: no clear change: may be chance"),
        ((7, 10), (8, 10), None, "then 7 of 10, now 8 of 10: no clear change: may be chance"),
        ((3, 6), (5, 6), None, f"then 3 of 6, now 5 of 6: {TOO_FEW}"),
        (
            (2, 12),
            (9, 12),
            Barrier.HAND_PICKED,
            (
                "then 2 of 12, now 9 of 12: not comparable: cases were picked by hand, so the counts describe "
                "those cases only"
            ),
        ),
        ((8, 16), (14, 14), None, "then 8 of 16, now 14 of 14: clear improvement (change, cause not shown)"),
        (
            (38, 40),
            (21, 40),
            None,
            "then 38 of 40 (95%), now 21 of 40 (53%): clear deterioration (change, cause not shown)",
        ),
        ((38, 40), (9, 19), None, "then 38 of 40, now 9 of 19: clear deterioration (change, cause not shown)"),
        (
            (30, 40),
            (40, 40),
            Barrier.OTHER_WORDS,
            "then 30 of 40 (75%), now 40 of 40 (100%): not comparable: asked in other words",
        ),
        ((0, 0), (4, 5), None, f"then 0 of 0, now 4 of 5: {TOO_FEW}"),
    ],
)
def test_then_and_now_in_a_sentence(
    then: tuple[int, int], now: tuple[int, int], barrier: Barrier | None, sentence: str
) -> None:
    assert compare_audits(then, now, barrier).sentence == sentence


def test_a_word_stands_with_its_interval_and_a_barrier_alone() -> None:
    clear, barred = compare_audits((8, 16), (14, 14)), compare_audits((8, 16), (14, 14), Barrier.OTHER_SAMPLING)
    assert (clear.word, clear.barrier) == (ChangeWord.IMPROVEMENT, None)
    assert clear.interval is not None
    assert (barred.word, barred.barrier, barred.interval) == (None, Barrier.OTHER_SAMPLING, None)


def test_how_much_is_said_where_the_change_is_clear() -> None:
    said = "the true change could be as small as about 4 in every 100 or as large as 56"
    assert compare_audits((11, 16), (14, 14)).how_much == said
    assert compare_audits((14, 14), (11, 16)).how_much == said
    assert compare_audits((8, 16), (10, 14)).how_much == ""
    assert compare_audits((3, 6), (5, 6)).how_much == ""
    assert "as small as less than 1 in every 100" in compare_audits((2, 34), (8, 34)).how_much


def test_the_thresholds_can_be_set() -> None:
    assert compare_audits((1, 6), (6, 6), fewest_cases=6).word is ChangeWord.IMPROVEMENT
    assert "(17%)" in compare_audits((1, 6), (6, 6), fewest_cases=6, percentages_from=6).sentence


def test_percentages_are_whole_with_halves_up() -> None:
    assert [percent(*share) for share in ((1, 8), (21, 40), (1, 3), (0, 9), (9, 9))] == [13, 53, 33, 0, 100]


@pytest.mark.parametrize(
    ("then", "of_now", "said"),
    [
        ((2, 10), 10, "then 2 of 10: a re-audit of 10 cases shows a clear improvement from 7 of 10"),
        (
            (7, 10),
            10,
            f"then 7 of 10: a re-audit of 10 cases can never show a clear improvement{OTHERWISE}",
        ),
        (
            (10, 10),
            10,
            "then 10 of 10: a re-audit of 10 cases can never show a clear improvement, nor can a larger one",
        ),
        ((4, 6), 6, f"then 4 of 6, 6 cases now: {TOO_FEW}; each audit needs at least 10"),
    ],
)
def test_what_a_re_audit_could_show_is_said_beforehand(then: tuple[int, int], of_now: int, said: str) -> None:
    assert what_a_reaudit_could_show(then, of_now) == said


def test_some_of_many_standards_change_by_chance() -> None:
    assert expected_by_chance(40) == "of 40 standards compared, about 2 would look changed by chance alone"
    assert expected_by_chance(9) == ""
