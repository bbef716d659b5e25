from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lif.analysis.audits.audit_comparison import Barrier, ChangeWord
from lif.analysis.audits.chain_words import chain_notes, conclusions, register_notes, whose_audits
from lif.analysis.audits.standard_chain import MeasuredLine, StandardChain, improved
from lif.analysis.audits.standards_over_time import chain_of, standards_over_time
from lif.model.snapshot import Snapshot
from support.story import Fields, audit, partnership, result, snapshot_of, standard

FIRST, AGAIN, THIRD = "audits/2022-z", "audits/2024-m", "audits/2026-a"
DAYS = {FIRST: "2022-03-01", AGAIN: "2024-03-01", THIRD: "2026-03-01"}
REGISTER = [
    standard("own-words", "The child's own words stand in the plan", themes=["child-voice"]),
    standard("alone", "The child was seen alone", themes=["child-voice"]),
]


def _told(records: dict[str, Fields], register: list[dict[str, Any]] | None = None, **more: Any) -> Snapshot:
    return snapshot_of({"partnership": partnership(practice_standards=register or REGISTER, **more), **records})


def _audits(*counts: tuple[int, int], **more: Any) -> dict[str, Fields]:
    """Audits of 2022, 2024 and 2026 that measured the child's own words, with these counts."""
    return {
        record_id: audit(day, **{"selection": "random", "results": [result(*met_of)], **more})
        for (record_id, day), met_of in zip(DAYS.items(), counts, strict=False)
    }


def _chain(snapshot: Snapshot) -> StandardChain:
    found = chain_of(snapshot, "own-words")
    assert found is not None
    return found


def _line(records: dict[str, Fields], **more: Any) -> MeasuredLine:
    (line,) = _chain(_told(records, **more)).lines
    return line


def _verdicts(line: MeasuredLine) -> tuple[str, ...]:
    return tuple(step.verdict for step in line.comparisons)


def test_three_audits_are_one_chain_with_the_last_step_and_the_whole() -> None:
    """8 of 16, 22 of 31, 34 of 40: each pair says nothing, the whole is a clear improvement."""
    line = _line(_audits((8, 16), (22, 31), (34, 40)))
    assert [measured.counts for measured in line.measurements] == [(8, 16), (22, 31), (34, 40)]
    assert [str(measured.when) for measured in line.measurements] == list(DAYS.values())
    assert _verdicts(line) == ("no clear change: may be chance", "clear improvement")
    assert conclusions(_told(_audits((8, 16), (22, 31), (34, 40))), line) == (
        "last step: no clear change: may be chance",
        "first to last: clear improvement (change, cause not shown)",
    )


def test_what_links_measurements_is_the_standard_and_not_the_repeat() -> None:
    alone, repeated = _audits((8, 16), (14, 14)), _audits((8, 16), (14, 14))
    repeated[AGAIN] = {**repeated[AGAIN], "reaudit_of": FIRST}
    assert _verdicts(_line(alone)) == _verdicts(_line(repeated)) == ("clear improvement",)


def test_after_one_measurement_nothing_is_said_of_a_change() -> None:
    snapshot = _told(_audits((8, 16)))
    (line,) = _chain(snapshot).lines
    assert (line.steps, line.overall, line.last) == ((), None, None)
    assert conclusions(snapshot, line) == ("measured once; another measurement: not recorded",)


def test_a_standard_that_a_repeat_left_out_is_not_measured_there_and_one_it_added_is_new() -> None:
    records = _audits((8, 16), (20, 30))
    records[AGAIN] = {**records[AGAIN], "reaudit_of": FIRST, "results": [result(16, 16, "alone")]}
    snapshot = _told(records)
    (left_out,) = _chain(snapshot).lines
    assert _verdicts(left_out) == ("not measured",)
    assert left_out.measurements[-1].audit == AGAIN
    new = chain_of(snapshot, "alone")
    assert new is not None
    assert new.lines[0].new_since == (FIRST,)
    assert list(chain_notes(new, new.lines[0])) == [f"new: {FIRST} did not measure it"]


def test_a_standard_left_out_once_is_compared_with_the_time_before() -> None:
    records = _audits((8, 16), (1, 1), (16, 16))
    records[AGAIN] = {**records[AGAIN], "reaudit_of": FIRST, "results": [result(16, 16, "alone")]}
    line = _line(records)
    assert [step.verdict for step in line.steps] == ["not measured", "clear improvement"]
    assert line.overall is None


def test_a_standard_planned_for_an_audit_that_is_not_reported_is_no_measurement_yet() -> None:
    records = _audits((8, 16))
    planned: dict[str, Fields] = {AGAIN: audit(None, life={"planned": "2024-03-01"}, results=[{"key": "own-words"}])}
    assert len(_line({**records, **planned}).measurements) == 1
    reported: dict[str, Fields] = {AGAIN: audit("2024-03-01", results=[{"key": "own-words"}])}
    assert _verdicts(_line({**records, **reported})) == ("not measured",)


def test_cases_to_which_a_standard_does_not_apply_are_in_no_count() -> None:
    records = _audits((8, 16))
    records[AGAIN] = audit(DAYS[AGAIN], selection="random", results=[result(14, 14, not_applicable=6)])
    snapshot = _told(records)
    (line,) = _chain(snapshot).lines
    assert line.measurements[-1].counts == (14, 14)
    assert f"did not apply to 6 more cases of {AGAIN}" in list(chain_notes(_chain(snapshot), line))


@pytest.mark.parametrize(
    ("then", "now", "barrier"),
    [
        ("random", "random", None),
        ("every-case", "every-case", None),
        (None, None, Barrier.SELECTION_UNKNOWN),
        ("random", "every-case", Barrier.OTHER_SAMPLING),
        ("random", "sampled-by-risk", Barrier.OTHER_SAMPLING),
        ("random", None, Barrier.SELECTION_UNKNOWN),
        ("hand-picked", "random", Barrier.HAND_PICKED),
        ("random", "hand-picked", Barrier.HAND_PICKED),
        ("hand-picked", "hand-picked", Barrier.HAND_PICKED),
    ],
)
def test_only_cases_chosen_in_the_same_way_are_compared(
    then: str | None, now: str | None, barrier: Barrier | None
) -> None:
    records: dict[str, Fields] = {
        record_id: audit(DAYS[record_id], results=[result(*met_of)], **({"selection": way} if way else {}))
        for record_id, met_of, way in ((FIRST, (8, 16), then), (AGAIN, (14, 14), now))
    }
    step = _line(records).last
    assert step is not None
    assert step.barrier is barrier
    assert (step.word is None) is (barrier is not None)


@pytest.mark.parametrize(
    "same",
    [{"same_cases_as": [FIRST]}, {"same_evidence_as": [FIRST]}, {"part_of": FIRST}],
)
def test_of_the_same_cases_looked_at_twice_nothing_is_claimed(same: Fields) -> None:
    records = _audits((8, 16), (14, 14))
    records[AGAIN] = {**records[AGAIN], **same}
    assert _verdicts(_line(records)) == ("not comparable: the same cases were looked at twice",)


def test_too_few_cases_claim_nothing_however_large_the_change() -> None:
    assert _verdicts(_line(_audits((0, 9), (40, 40)))) == ("too few to say",)
    assert _verdicts(_line(_audits((0, 9), (40, 40)), thresholds={"fewest_cases": 9})) == ("clear improvement",)


def test_two_audits_of_one_day_have_no_order() -> None:
    records = _audits((8, 16), (14, 14))
    records[AGAIN] = {**records[AGAIN], "life": {"reported": DAYS[FIRST]}}
    assert _verdicts(_line(records)) == ("not comparable: the dates do not say which came first",)
    records[AGAIN] = {**records[AGAIN], "reaudit_of": FIRST}
    assert _verdicts(_line(records)) == ("clear improvement",)


def test_an_audit_without_a_date_stands_where_the_repeat_puts_it() -> None:
    records = _audits((8, 16), (14, 14))
    records[FIRST] = {name: value for name, value in records[FIRST].items() if name != "life"}
    records[AGAIN] = {**records[AGAIN], "reaudit_of": FIRST}
    assert _verdicts(_line(records)) == ("clear improvement",)


def test_other_words_are_not_compared_unless_a_person_says_why_they_ask_the_same() -> None:
    def verdicts(asked: str, **more: Any) -> tuple[str, ...]:
        records = _audits((8, 16))
        records[AGAIN] = audit(DAYS[AGAIN], selection="random", results=[result(14, 14, asked=asked, **more)])
        return _verdicts(_line(records))

    assert verdicts("The child was heard") == ("not comparable: asked in other words",)
    assert verdicts("The child was heard", same_because="The same prompt") == ("clear improvement",)
    assert verdicts("the  CHILD's own words stand in the plan.") == ("clear improvement",)


def test_words_that_were_reworded_twice_in_the_same_way_are_compared_with_each_other() -> None:
    reworded = [result(8, 16, asked="The child was heard")], [result(14, 14, asked="The child was heard.")]
    records = _audits((8, 16), (1, 1), (1, 1))
    for record_id, results in zip((AGAIN, THIRD), reworded, strict=True):
        records[record_id] = audit(DAYS[record_id], selection="random", results=results)
    line = _line(records)
    assert [step.verdict for step in line.steps] == ["not comparable: asked in other words", "clear improvement"]
    assert line.overall is not None
    assert line.overall.then.audit == AGAIN
    assert conclusions(_told(records), line)[-1].startswith("first that can be compared (2024-03-01) to last: clear")


def _two_keys(**more: Any) -> Snapshot:
    records = _audits((8, 16))
    records[AGAIN] = audit(DAYS[AGAIN], selection="random", results=[result(14, 14, "in-own-words")])
    later = standard("in-own-words", "The plan quotes the child", themes=["child-voice"], **more)
    return _told(records, [*REGISTER, later])


def test_another_key_is_another_standard_unless_a_person_says_that_it_is_the_same() -> None:
    apart = _two_keys()
    assert len(standards_over_time(apart)) == 2
    assert [len(chain.lines[0].steps) for chain in standards_over_time(apart)] == [0, 0]
    joined = _two_keys(same_as="own-words", same_because="Both count quotations", by="Audit panel")
    (chain,) = standards_over_time(joined)
    assert _verdicts(chain.lines[0]) == ("clear improvement",)
    assert chain.text == "The plan quotes the child"
    assert list(register_notes(joined, chain)) == [
        "measured under more than one key, which people judge to be the same: Both count quotations (Audit panel)"
    ]


def test_what_took_the_place_of_a_standard_is_named_and_not_compared_with_it() -> None:
    records = _audits((8, 16))
    records[AGAIN] = audit(DAYS[AGAIN], selection="random", results=[result(14, 14, "alone")])
    old, new = ({**known} for known in REGISTER)
    snapshot = _told(records, [{**old, "replaced_by": "alone"}, new])
    assert [chain.standard for chain in standards_over_time(snapshot)] == ["alone", "own-words"]
    after, before = standards_over_time(snapshot)
    assert (before.replaced_by, after.replaced) == ("alone", ("own-words",))
    assert list(register_notes(snapshot, after)) == [
        'it took the place of "The child\'s own words stand in the plan", which is not compared with it'
    ]


def test_single_agency_audits_of_the_same_standard_are_a_line_of_their_own_for_each_agency() -> None:
    single = {"kind": "single-agency", "selection": "random"}
    records = {
        **_audits((8, 16), (14, 14)),
        "audits/2023-p": audit("2023-03-01", led_by="police", results=[result(24, 25)], **single),
        "audits/2025-p": audit("2025-03-01", led_by="police", results=[result(12, 25)], **single),
        "audits/2025-c": audit("2025-04-01", led_by="council", results=[result(9, 25)], **single),
        "audits/2025-unknown": audit("2025-05-01", results=[result(3, 25)], **single),
    }
    snapshot = _told(records)
    told = [
        (whose_audits(snapshot, line), [measured.counts for measured in line.measurements])
        for line in _chain(snapshot).lines
    ]
    assert told == [
        ("audits of several agencies", [(8, 16), (14, 14)]),
        ("single-agency audits (whose: not recorded)", [(3, 25)]),
        ("single-agency audits of The council", [(9, 25)]),
        ("single-agency audits of The police", [(24, 25), (12, 25)]),
    ]


def test_single_agency_audits_that_repeat_each_other_are_a_line_also_where_their_agency_is_not_known() -> None:
    records = _audits((8, 16), (14, 14), kind="dip-sample")
    records[AGAIN] = {**records[AGAIN], "reaudit_of": FIRST}
    assert _verdicts(_line(records)) == ("clear improvement",)


def test_a_theme_is_that_of_the_standard_and_of_the_result_and_without_one_that_of_the_audit() -> None:
    records = _audits((8, 16), themes=["early-help"])
    assert [len(standards_over_time(_told(records), theme)) for theme in ("child-voice", "early-help")] == [1, 0]
    bare = [standard("own-words", "Words")]
    assert [len(standards_over_time(_told(records, bare), theme)) for theme in ("child-voice", "early-help")] == [0, 1]
    named = _audits((8, 16), results=[result(8, 16, themes=["supervision"])], themes=["early-help"])
    assert [len(standards_over_time(_told(named), theme)) for theme in ("supervision", "child-voice")] == [1, 1]


def test_a_deterioration_stands_also_after_the_standard_was_left_out() -> None:
    records = _audits((20, 31), (5, 40), (1, 1))
    records[THIRD] = {**records[THIRD], "reaudit_of": AGAIN, "results": [result(16, 16, "alone")]}
    line = _line(records)
    assert line.last is not None
    assert line.last.verdict == "not measured"
    assert [step.verdict for step in line.deteriorations] == ["clear deterioration"]


@pytest.mark.parametrize(
    ("counts", "worse"),
    [
        (((30, 40), (5, 40), (18, 40)), 1),
        (((18, 40), (5, 40), (30, 40)), 0),
        (((30, 40), (25, 40), (17, 40)), 1),
        (((5, 40), (30, 40), (5, 40)), 1),
    ],
    ids=["worse than at first", "worse in between", "worse as a whole", "worse in the last step"],
)
def test_a_deterioration_is_that_of_the_last_step_or_of_the_whole(
    counts: tuple[tuple[int, int], ...], worse: int
) -> None:
    assert len(_line(_audits(*counts)).deteriorations) == worse


def test_counts_that_cannot_be_are_left_to_the_check_and_break_nothing() -> None:
    records = snapshot_of({FIRST: audit(results=[result(0, 0), {"key": "planned"}])})
    assert standards_over_time(records) == ()
    assert standards_over_time(Snapshot.of_entries([])) == ()


SHARES = st.tuples(st.integers(0, 40), st.integers(10, 40)).filter(lambda share: share[0] <= share[1])
SWAPPED = {
    ChangeWord.IMPROVEMENT: ChangeWord.DETERIORATION,
    ChangeWord.DETERIORATION: ChangeWord.IMPROVEMENT,
    ChangeWord.NO_CLEAR_CHANGE: ChangeWord.NO_CLEAR_CHANGE,
}


@settings(max_examples=60, deadline=None)
@given(SHARES, SHARES)
def test_then_and_now_swapped_swap_improvement_and_deterioration(then: tuple[int, int], now: tuple[int, int]) -> None:
    forwards, backwards = _line(_audits(then, now)).last, _line(_audits(now, then)).last
    assert forwards is not None
    assert backwards is not None
    assert forwards.word is not None
    assert backwards.word is SWAPPED[forwards.word]


@settings(max_examples=30, deadline=None)
@given(st.lists(SHARES, min_size=3, max_size=3), st.permutations(list(DAYS)))
def test_the_order_in_which_audits_are_named_and_read_is_nothing(
    counts: list[tuple[int, int]], names: list[str]
) -> None:
    usual = _audits(*counts)
    renamed = {name: usual[record_id] for name, record_id in zip(names, DAYS, strict=True)}
    assert [step.verdict for step in _line(renamed).steps] == [step.verdict for step in _line(usual).steps]
    assert _verdicts(_line(dict(reversed(usual.items())))) == _verdicts(_line(usual))


def test_a_standard_that_fell_and_rose_again_to_where_it_began_has_not_improved() -> None:
    line = _line(_audits((11, 20), (4, 20), (11, 20)))
    assert _verdicts(line) == ("clear improvement", "no clear change: may be chance")
    assert not improved(line)
    assert conclusions(_told(_audits((11, 20), (4, 20), (11, 20))), line)[-1] == (
        "first to last: no clear change: may be chance; it rose again after a fall"
    )
    assert improved(_line(_audits((4, 20), (5, 20), (19, 20))))
