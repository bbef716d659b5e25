from typing import Any

from lif.analysis.audits.graded_audits import graded_chains
from lif.analysis.audits.standard_chain import StandardChain
from support.story import Fields, audit, partnership, snapshot_of

SCALE: dict[str, Any] = {
    "key": "four",
    "name": "Four grades",
    "grades": [{"key": key, "label": key.title()} for key in ("strong", "sound", "weak", "none")],
    "not_applicable": "none",
}
FIRST, AGAIN = "audits/2024-a", "audits/2026-a"


def _graded(day: str, strong: int, weak: int, **more: Any) -> dict[str, Any]:
    counts = [
        {"grade": "strong", "moderated": strong, "own": strong + 1},
        {"grade": "weak", "moderated": weak, "own": weak - 1},
        {"grade": "none", "moderated": 9, "own": 9},
    ]
    return audit(day, **{"selection": "random", "scale": "four", "good_enough": "sound", "grades": counts, **more})


def _chains(records: dict[str, Fields], **scale: Any) -> tuple[StandardChain, ...]:
    return graded_chains(snapshot_of({"partnership": partnership(scales=[{**SCALE, **scale}]), **records}))


def _pair(**later: Any) -> dict[str, Fields]:
    """Four of twenty strong, then eighteen of twenty."""
    return {
        FIRST: _graded("2024-03-01", 4, 16),
        AGAIN: _graded("2026-03-01", 18, 2, **{"reaudit_of": FIRST, **later}),
    }


def test_the_share_that_is_good_enough_is_compared_with_own_grades_beside_it() -> None:
    (chain,) = _chains(_pair())
    (line,) = chain.lines
    assert chain.text == "Cases graded sound or better, as the panel agreed them"
    assert [measured.counts for measured in line.measurements] == [(4, 20), (18, 20)]
    assert line.measurements[0].beside == "own grades before moderation, 5 of 20 at least as good"
    assert [step.verdict for step in line.steps] == ["clear improvement"]


def test_a_scale_whose_best_grade_stands_last_is_read_from_that_end() -> None:
    backwards = {"grades": SCALE["grades"][::-1], "best": "last"}
    (chain,) = _chains(_pair(), **backwards)
    assert [measured.counts for measured in chain.lines[0].measurements] == [(4, 20), (18, 20)]


def test_grades_of_cases_are_counted_where_they_may_be_seen_and_agreement_is_told() -> None:
    def case(number: int, council: str, police: str, moderated: str) -> dict[str, Any]:
        grades = [{"agency": "council", "grade": council}, {"agency": "police", "grade": police}]
        return {"key": f"case-{number}", "grades": grades, "moderated": moderated}

    cases = [case(1, "strong", "weak", "weak"), case(2, "sound", "sound", "sound"), case(3, "none", "none", "none")]
    (chain,) = _chains({FIRST: _graded("2024-03-01", 0, 1, grades=[], cases=cases)})
    (measured,) = chain.lines[0].measurements
    assert measured.counts == (1, 2)
    assert measured.beside == (
        "own grades before moderation, 3 of 4 at least as good; agencies gave the same grade in 1 of 2 cases, "
        "one grade apart in 0, two or more apart in 1"
    )


def test_where_another_grade_is_good_enough_nothing_is_claimed() -> None:
    (chain,) = _chains(_pair(good_enough="strong"))
    assert [step.verdict for step in chain.lines[0].steps] == [
        "not comparable: another scale, or another grade counts as good enough"
    ]


def test_one_grade_named_in_a_chain_of_audits_is_meant_for_all_of_them() -> None:
    records = _pair()
    records[FIRST] = {name: value for name, value in records[FIRST].items() if name != "good_enough"}
    (chain,) = _chains(records)
    assert [step.verdict for step in chain.lines[0].steps] == ["clear improvement"]


def test_audits_that_do_not_repeat_each_other_or_name_no_grade_that_is_enough_are_not_compared() -> None:
    apart = {**_pair(), AGAIN: _graded("2026-03-01", 18, 2)}
    assert [len(chain.lines[0].steps) for chain in _chains(apart)] == [0, 0]
    nameless: dict[str, Fields] = {
        record_id: {name: value for name, value in fields.items() if name != "good_enough"}
        for record_id, fields in _pair().items()
    }
    assert _chains(nameless) == ()


def test_the_grade_in_the_words_is_that_of_the_newest_audit_that_names_one() -> None:
    later = _graded("2026-03-01", 18, 2, reaudit_of=AGAIN, good_enough=None)
    del later["good_enough"]
    (chain,) = _chains({**_pair(good_enough="strong"), "audits/2026-b": later})
    assert chain.text == "Cases graded strong or better, as the panel agreed them"
