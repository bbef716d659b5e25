import pytest

from lif.model.vocabulary import Influence
from rules.duties import messages, places_of

REVIEW = "title: A review\nsharing: partnership\nreview_kind: {kind}\n"
LEARNING = REVIEW.format(kind="learning-review")
DECISION = (
    "title: To review\nsharing: partnership\nabout: [reviews/2026-x]\n{more}review_decision:\n  to_review: {held}\n"
)
WHOLE = "group: qig\ndate: 2026-03-05\nbecause: It recurs\n"


def _decision(held: str = "yes", more: str = WHOLE) -> str:
    return DECISION.format(held=held, more=more)


def _influences(answer: str, count: int = len(Influence)) -> str:
    answers = "".join(f"    - influence: {influence}\n      {answer}\n" for influence in list(Influence)[:count])
    return f"  influences:\n{answers}"


@pytest.mark.parametrize("stage", ["commissioned", "started", "completed", "published"])
def test_a_review_that_has_begun_owes_a_decision_and_its_influences(stage: str) -> None:
    begun = LEARNING + f"life:\n  {stage}: 2026-03-12\n"
    assert messages("LIF746", reviews__2026_x=begun) == ["whether to review, who decided, when and why: not recorded"]
    assert places_of("LIF747", reviews__2026_x=begun) == ["reviews/2026-x"]


def test_a_review_nobody_has_decided_on_owes_no_decision() -> None:
    aware = REVIEW.format(kind="rapid-review") + "life:\n  aware: 2026-03-01\n"
    assert places_of("LIF746", reviews__2026_x=aware) == places_of("LIF747", reviews__2026_x=aware) == []


def test_a_decision_with_its_answer_group_reason_and_day_is_whole() -> None:
    assert places_of("LIF746", reviews__2026_x=LEARNING, decisions__2026_d=_decision()) == []
    without = _decision(more=WHOLE.replace("because: It recurs\n", ""))
    assert messages("LIF746", reviews__2026_x=LEARNING, decisions__2026_d=without) == ["why: not recorded"]
    assert places_of("LIF746", reviews__2026_x=LEARNING, decisions__2026_d=without) == ["decisions/2026-d because"]


def test_a_decision_that_is_not_filled_in_yet_decides_nothing() -> None:
    begun = _decision("not-known") + _influences("applies: not-known")
    assert messages("LIF746", reviews__2026_x=LEARNING, decisions__2026_d=begun) == ["whether to review: not recorded"]
    assert messages("LIF747", reviews__2026_x=LEARNING, decisions__2026_d=begun) == [
        "8 of the 8 influences on the decision: not recorded"
    ]


def test_influences_that_were_left_out_are_named_and_not_known_with_a_reason_is_an_answer() -> None:
    some = _decision() + _influences("applies: no", 1)
    (said,) = messages("LIF747", reviews__2026_x=LEARNING, decisions__2026_d=some)
    assert said.startswith("7 of the 8 influences on the decision (recurrent theme, agencies working together")
    reasoned = _decision() + _influences("applies: not-known\n      because: The records had not come")
    assert messages("LIF747", reviews__2026_x=LEARNING, decisions__2026_d=reasoned) == []


def test_two_decisions_that_say_yes_and_no_contradict_unless_one_supersedes_the_other() -> None:
    later = _decision("no", WHOLE.replace("2026-03-05", "2026-04-09"))
    both = {"reviews__2026_x": LEARNING, "decisions__2026_d": _decision()}
    assert messages("LIF748", **both, decisions__2026_e=later) == [
        "to review reviews/2026-x: no, and decisions/2026-d says yes"
    ]
    superseding = later.replace("review_decision:", "review_decision:", 1) + "supersedes: decisions/2026-d\n"
    assert messages("LIF748", **both, decisions__2026_e=superseding) == []
    assert messages("LIF748", **both, decisions__2026_e=later.replace("to_review: no", "to_review: yes")) == []


@pytest.mark.parametrize("about", ["", "about: [findings/2026-f]\n"])
def test_a_decision_to_review_names_the_review(about: str) -> None:
    lost = _decision().replace("about: [reviews/2026-x]\n", about)
    assert places_of("LIF749", reviews__2026_x=LEARNING, decisions__2026_d=lost) == ["decisions/2026-d review_decision"]
    assert places_of("LIF749", reviews__2026_x=LEARNING, decisions__2026_d=_decision()) == []


def test_a_decision_on_a_review_that_cannot_be_read_is_not_called_lost() -> None:
    assert places_of("LIF749", reviews__2026_x="title: A review\n", decisions__2026_d=_decision()) == []


@pytest.mark.parametrize(
    ("kind", "life", "said"),
    [
        ("learning-review", "started: 2026-03-01", "after reviews/2026-x was begun 2026-03-01"),
        ("learning-review", "commissioned: 2026-03-01", "after reviews/2026-x was commissioned 2026-03-01"),
        ("learning-review", "aware: 2026-04-01", "before reviews/2026-x was known to the partners 2026-04-01"),
        ("rapid-review", "started: 2026-04-01", "before reviews/2026-x was begun 2026-04-01"),
        ("rapid-review", "started: 2026-03-01", ""),
        ("learning-review", "started: 2026-04-01", ""),
        ("learning-review", "started: 2026-03", ""),
        ("learning-review", "aware: 2026-03-01", ""),
    ],
)
def test_a_review_is_decided_on_before_it_begins_and_a_rapid_review_at_its_end(kind: str, life: str, said: str) -> None:
    review = REVIEW.format(kind=kind) + f"life:\n  {life}\n"
    expected = [f"decided on 2026-03-05, {said}"] if said else []
    assert messages("LIF411", reviews__2026_x=review, decisions__2026_d=_decision()) == expected
