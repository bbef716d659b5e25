from typing import Any

from lif.analysis.audits.reaudit_outlook import reaudit_outlook
from lif.model.kinds.audit import Audit
from support.story import audit, result, snapshot_of

FIRST = "audits/2024-first"


def _outlook_of(*results: dict[str, Any], cases: int | None = None, fewest: int = 10, **more: Any) -> tuple[str, ...]:
    snapshot = snapshot_of({FIRST: audit(results=list(results), **more)})
    (entry,) = snapshot.of(Audit)
    return reaudit_outlook(snapshot, entry.record, cases, fewest_cases=fewest)


def test_what_a_reaudit_could_show_is_said_for_every_standard() -> None:
    assert _outlook_of(result(8, 16), result(16, 16, "seen")) == (
        "Own words: then 8 of 16: a re-audit of 16 cases shows a clear improvement from 14 of 16",
        "Seen: then 16 of 16: a re-audit of 16 cases can never show a clear improvement, nor can a larger one",
    )


def test_the_number_of_cases_given_is_the_one_that_is_judged() -> None:
    assert "a re-audit of 40 cases shows a clear improvement from" in _outlook_of(result(8, 16), cases=40)[0]
    assert "9 cases now: too few to say" in _outlook_of(result(8, 16), cases=9)[0]


def test_before_few_or_impossible_cases_are_repeated_nothing_is_promised() -> None:
    assert _outlook_of(result(1, 1))[0].endswith("each audit needs at least 10")
    assert _outlook_of(result(3, 8))[0].endswith("each audit needs at least 10")
    assert _outlook_of({"key": "planned"}, result(0, 0, "none")) == ()
    assert _outlook_of() == ()


def test_beside_hand_picked_cases_no_number_of_cases_is_promised_to_show_anything() -> None:
    (said,) = _outlook_of(result(8, 16), selection="hand-picked", cases=100)
    assert said == (
        "Own words: then 8 of 16: a re-audit is not comparable: cases were picked by hand, so the counts describe "
        "those cases only"
    )


def test_what_a_reaudit_could_show_keeps_to_the_partnership_s_own_least_number() -> None:
    (said,) = _outlook_of(result(8, 16), fewest=17)
    assert said.endswith("each audit needs at least 17")
