from typing import Any

import pytest

from lif.analysis.audits.audit_chain import StandardComparison, compare_standards, reaudit_outlook
from lif.analysis.audits.audit_comparison import Barrier, ChangeWord
from lif.model.kinds.audit import Audit
from lif.model.snapshot import Snapshot
from support.story import Fields, audit, partnership, snapshot_of

FIRST, AGAIN = "audits/2024-first", "audits/2026-again"


def _result(met: int, of: int, key: str = "words", standard: str = "The child's words", **more: Any) -> dict[str, Any]:
    return {"key": key, "standard": standard, "met": met, "of": of, **more}


def _compared(
    then: dict[str, Any], now: dict[str, Any], theme: str | None = None, own: Fields | None = None
) -> tuple[StandardComparison, ...]:
    """The standards of an audit and its repeat, each told by its fields; random sampling unless they say otherwise."""
    before = audit("2024-03-01", **{"selection": "random", **then})
    after = audit("2026-03-01", **{"selection": "random", "reaudit_of": FIRST, **now})
    return compare_standards(snapshot_of({FIRST: before, AGAIN: after, "partnership": own or partnership()}), theme)


def _one(then: dict[str, Any], now: dict[str, Any], own: Fields | None = None) -> StandardComparison:
    (found,) = _compared(then, now, own=own)
    return found


def test_the_same_standard_then_and_now_is_compared_with_its_dates() -> None:
    found = _one({"results": [_result(8, 16)]}, {"results": [_result(14, 14)]})
    assert (found.standard, found.earlier, found.later) == ("The child's words", FIRST, AGAIN)
    assert (str(found.when_then), str(found.when_now)) == ("2024-03-01", "2026-03-01")
    assert found.compared.word is ChangeWord.IMPROVEMENT
    assert found.compared.sentence == "then 8 of 16, now 14 of 14: clear improvement (change, cause not shown)"


def test_an_audit_that_repeats_none_or_repeats_what_cannot_be_read_is_compared_with_nothing() -> None:
    alone = {FIRST: audit(results=[_result(8, 16)])}
    assert compare_standards(snapshot_of(alone)) == ()
    broken = {
        FIRST: {"title": "It has no kind", "sharing": "public"},
        AGAIN: audit(reaudit_of=FIRST, results=[_result(8, 16)]),
    }
    assert compare_standards(snapshot_of(broken, may_be_broken=True)) == ()
    assert compare_standards(Snapshot.of_entries([])) == ()


def test_a_citation_that_names_no_audit_is_compared_with_nothing() -> None:
    story = {
        "reviews/2024-a": {"title": "A review", "sharing": "public", "review_kind": "rapid-review"},
        AGAIN: audit(reaudit_of="reviews/2024-a", results=[_result(8, 16)]),
    }
    assert compare_standards(snapshot_of(story, may_be_broken=True)) == ()


def test_a_standard_that_was_not_looked_at_before_is_left_out() -> None:
    assert _compared({"results": [_result(8, 16)]}, {"results": [_result(8, 16, key="another")]}) == ()


def test_another_wording_is_another_standard_but_case_and_spaces_are_not() -> None:
    other = _one({"results": [_result(8, 16)]}, {"results": [_result(14, 14, standard="The child was seen")]})
    assert other.compared.barrier is Barrier.OTHER_STANDARD
    assert other.compared.word is None
    same = _one({"results": [_result(8, 16)]}, {"results": [_result(14, 14, standard="the  CHILD's words")]})
    assert same.compared.word is ChangeWord.IMPROVEMENT


@pytest.mark.parametrize(
    ("then", "now", "barrier"),
    [
        ("random", "random", None),
        ("every-case", "every-case", None),
        ("random", "every-case", Barrier.OTHER_SAMPLING),
        ("random", "sampled-by-risk", Barrier.OTHER_SAMPLING),
        ("random", None, Barrier.OTHER_SAMPLING),
        ("hand-picked", "random", Barrier.HAND_PICKED),
        ("random", "hand-picked", Barrier.HAND_PICKED),
        ("hand-picked", "hand-picked", Barrier.HAND_PICKED),
    ],
)
def test_only_cases_chosen_in_the_same_way_are_compared(
    then: str | None, now: str | None, barrier: Barrier | None
) -> None:
    def chosen(way: str | None) -> dict[str, Any]:
        return {"selection": way} if way else {}

    story = {
        FIRST: audit("2024-03-01", results=[_result(8, 16)], **chosen(then)),
        AGAIN: audit("2026-03-01", reaudit_of=FIRST, results=[_result(14, 14)], **chosen(now)),
    }
    (found,) = compare_standards(snapshot_of(story))
    assert found.compared.barrier is barrier
    assert (found.compared.word is None) is (barrier is not None)


def test_hand_picked_cases_are_named_before_another_wording() -> None:
    found = _one(
        {"results": [_result(8, 16)], "selection": "hand-picked"},
        {"results": [_result(14, 14, standard="The child was seen")]},
    )
    assert found.compared.barrier is Barrier.HAND_PICKED


def test_too_few_cases_claim_nothing_however_large_the_change() -> None:
    found = _one({"results": [_result(0, 9)]}, {"results": [_result(40, 40)]})
    assert found.compared.sentence == "then 0 of 9, now 40 of 40 (too few cases to say whether practice has changed)"


def test_the_partnership_says_how_many_cases_are_enough_and_from_when_a_percentage_is_printed() -> None:
    def sentence(**thresholds: int) -> str:
        own = partnership(thresholds=thresholds)
        return _one({"results": [_result(8, 16)]}, {"results": [_result(14, 14)]}, own).compared.sentence

    assert "too few cases" in sentence(fewest_cases=15)
    assert "clear improvement" in sentence(fewest_cases=14)
    assert "then 8 of 16 (50%), now 14 of 14 (100%)" in sentence(percentages_from=14)
    assert "%" not in sentence(percentages_from=15)


def test_counts_that_cannot_be_are_left_to_the_check_and_break_nothing() -> None:
    then = {"results": [_result(17, 16), _result(0, 0, key="none")]}
    now = {"results": [_result(14, 14), _result(3, 14, key="none")]}
    assert _compared(then, now) == ()
    assert _compared(now, then) == ()


def test_a_theme_is_that_of_the_result_and_without_one_that_of_its_audit() -> None:
    def standards(theme: str, then: dict[str, Any], now: dict[str, Any]) -> list[str]:
        return [comparison.standard for comparison in _compared(then, now, theme)]

    own = {"results": [_result(8, 16, themes=["child-voice"])], "themes": ["early-help"]}
    none = {"results": [_result(8, 16)], "themes": ["early-help"]}
    assert standards("child-voice", own, own) == ["The child's words"]
    assert standards("early-help", own, own) == []
    assert standards("early-help", none, none) == ["The child's words"]
    assert standards("early-help", none, own) == ["The child's words"]
    assert standards("child-voice", none, own) == ["The child's words"]
    assert standards("supervision", none, own) == []


def test_three_audits_in_a_chain_are_two_comparisons_oldest_first() -> None:
    story = {
        "audits/2022-z": audit("2022-03-01", selection="random", results=[_result(4, 16)]),
        "audits/2024-m": audit("2024-03-01", selection="random", reaudit_of="audits/2022-z", results=[_result(14, 16)]),
        "audits/2026-a": audit("2026-03-01", selection="random", reaudit_of="audits/2024-m", results=[_result(2, 16)]),
    }
    found = compare_standards(snapshot_of(story))
    assert [(comparison.earlier, comparison.later, comparison.compared.word) for comparison in found] == [
        ("audits/2022-z", "audits/2024-m", ChangeWord.IMPROVEMENT),
        ("audits/2024-m", "audits/2026-a", ChangeWord.DETERIORATION),
    ]


def test_standards_of_one_audit_stand_in_order_of_their_name() -> None:
    results = [_result(8, 16, key="b", standard="Seen alone"), _result(8, 16, key="a", standard="Heard")]
    assert [comparison.standard for comparison in _compared({"results": results}, {"results": results})] == [
        "Heard",
        "Seen alone",
    ]


def _outlook_of(*results: dict[str, Any], cases: int | None = None, **more: Any) -> tuple[str, ...]:
    (entry,) = snapshot_of({FIRST: audit(results=list(results), **more)}).of(Audit)
    return reaudit_outlook(entry.record, cases)


def test_what_a_reaudit_could_show_is_said_for_every_standard() -> None:
    assert _outlook_of(_result(8, 16), _result(16, 16, key="seen", standard="Seen")) == (
        "The child's words: then 8 of 16: a re-audit of 16 cases shows a clear improvement from 14 of 16",
        "Seen: then 16 of 16: a re-audit of 16 cases can never show a clear improvement, nor can a larger one",
    )


def test_the_number_of_cases_given_is_the_one_that_is_judged() -> None:
    assert "a re-audit of 40 cases shows a clear improvement from" in _outlook_of(_result(8, 16), cases=40)[0]
    assert "9 cases now: too few cases" in _outlook_of(_result(8, 16), cases=9)[0]


def test_before_few_or_impossible_cases_are_repeated_nothing_is_promised() -> None:
    assert _outlook_of(_result(1, 1))[0].endswith("each audit needs at least 10")
    assert _outlook_of(_result(3, 8))[0].endswith("each audit needs at least 10")
    assert _outlook_of(_result(9, 8), _result(0, 0, key="none")) == ()
    assert _outlook_of() == ()


def test_beside_hand_picked_cases_no_number_of_cases_is_promised_to_show_anything() -> None:
    (said,) = _outlook_of(_result(8, 16), selection="hand-picked", cases=100)
    assert said == (
        "The child's words: then 8 of 16: cases were chosen, not sampled: this describes those cases only; "
        "a re-audit cannot be compared with it"
    )


def test_what_a_reaudit_could_show_keeps_to_the_partnership_s_own_least_number() -> None:
    (entry,) = snapshot_of({FIRST: audit(results=[_result(8, 16)])}).of(Audit)
    (said,) = reaudit_outlook(entry.record, fewest_cases=17)
    assert said.endswith("each audit needs at least 17")
