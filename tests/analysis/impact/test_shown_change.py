"""What shows a change: the one answer that every document gives."""

from typing import Any

import pytest

from lif.analysis.impact.shown_change import ShownChange, better_results, changes_on, changes_shown, results_on
from support.story import action, audit, evaluation, finding, review, snapshot_of

CLEAR = {
    "baseline": {"met": 4, "of": 12, "date": "2025-01-01"},
    "follow_up": {"met": 11, "of": 12, "date": "2025-09-01"},
}
WHOLE = {**CLEAR, "target": {"target": "9 of 12", "set_on": "2025-02-01"}, "independent": "yes"}


def _of_action(**fields: Any) -> tuple[ShownChange, ...]:
    measure = {"what": "Plans", **CLEAR, **fields.pop("measure", {})}
    return better_results(snapshot_of({"actions/2025-a": action(measures=[measure], **fields)}))


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"started": "2025-03-01"},
        {"done": "2025-06-01"},
        {"done": "2025-06-01", "closed": "2025-10-01", "outcome": "achieved"},
    ],
)
def test_a_measure_taken_again_and_clearly_better_shows_a_change_whether_or_not_the_action_is_closed(
    fields: dict[str, Any],
) -> None:
    (result,) = _of_action(**fields)
    assert result.is_change
    assert result.verdict == "clear improvement (change, cause not shown)"


@pytest.mark.parametrize(
    ("fields", "verdict"),
    [
        ({"measure": {"target": "all of them"}}, "better, and short of its target"),
        ({"measure": {"follow_up": {"met": 6, "of": 12}}}, "better, and that may be chance"),
        (
            {"measure": {"target": "9 of 12", "follow_up": {"met": 6, "of": 12}}},
            "better, and that may be chance, and short of its target",
        ),
        (
            {"measure": {"baseline": {"met": 1, "of": 5}, "follow_up": {"met": 5, "of": 5}}},
            "better: too few to say",
        ),
        ({"outcome": "cannot-tell"}, "better, and the outcome recorded is: cannot tell"),
    ],
)
def test_what_is_better_and_shows_no_change_says_why(fields: dict[str, Any], verdict: str) -> None:
    (result,) = _of_action(**fields)
    assert (result.is_change, result.verdict) == (False, verdict)


@pytest.mark.parametrize(
    "fields",
    [
        {"measure": {"what": "Staff who attended the training"}},
        {"measure": {"follow_up": None}},
        {"measure": {"follow_up": {"met": 3, "of": 12}}},
        {"measure": {"baseline": {"said": "Few"}, "follow_up": {"said": "Many"}}},
    ],
)
def test_activity_a_measure_not_taken_again_or_no_better_and_words_without_an_outcome_are_no_result(
    fields: dict[str, Any],
) -> None:
    measure = {
        key: value for key, value in {"what": "Plans", **CLEAR, **fields["measure"]}.items() if value is not None
    }
    assert better_results(snapshot_of({"actions/2025-a": action(measures=[measure])})) == ()


def test_words_then_and_now_show_a_change_where_the_group_recorded_that_it_was_achieved() -> None:
    (result,) = _of_action(
        outcome="achieved", measure={"baseline": {"said": "Few"}, "follow_up": {"said": "Many", "date": "2025-09-01"}}
    )
    assert (result.is_change, result.verdict) == (True, "")


def test_cases_chosen_by_hand_show_no_change_in_a_measure_either() -> None:
    """The measure and the comparison of the two audits give one answer."""
    readings = {
        "baseline": {"met": 4, "of": 12, "record": "audits/2024-a"},
        "follow_up": {"met": 11, "of": 12, "record": "audits/2025-a", "date": "2025-09-01"},
    }
    snapshot = snapshot_of(
        {
            "audits/2024-a": audit("2024-03-01", selection="random"),
            "audits/2025-a": audit("2025-09-01", selection="hand-picked"),
            "actions/2025-a": action(measures=[{"what": "Plans", **readings}]),
        }
    )
    (result,) = better_results(snapshot)
    assert result.verdict == (
        "better: not comparable: cases were picked by hand, so the counts describe those cases only"
    )


def test_an_evaluation_that_may_be_chance_is_no_change_though_it_lacks_nothing() -> None:
    """`1 shows something in practice and lacks nothing`, of a claim `No clear change`."""
    chance = {
        **WHOLE,
        "follow_up": {"met": 6, "of": 12, "date": "2025-09-01"},
        "target": {"target": "More", "set_on": "2025-02-01"},
    }
    snapshot = snapshot_of({"evaluations/2025-a": evaluation(**chance), "evaluations/2025-b": evaluation(**WHOLE)})
    assert [result.record for result in changes_shown(snapshot)] == ["evaluations/2025-b"]
    assert next(result.verdict for result in better_results(snapshot)) == "better, and that may be chance"


def test_a_change_is_listed_under_all_themes_behind_it_and_counts_as_better_only_on_those_it_names() -> None:
    records = {
        "reviews/2025-a": review("2025-01-01"),
        "findings/2025-a": finding("reviews/2025-a", theme="child-voice", needs=["neglect"]),
        "actions/2025-a": action("findings/2025-a", measures=[{"what": "Plans", **CLEAR}]),
        "evaluations/2025-a": evaluation("actions/2025-a", themes=["early-help"], **WHOLE),
    }
    measure, evaluated = changes_shown(snapshot_of(records))
    assert evaluated.themes == {"early-help", "child-voice", "neglect"}
    assert evaluated.better_on == {"early-help"}
    assert measure.better_on == measure.themes == {"child-voice", "neglect"}


def test_a_measure_that_an_evaluation_tells_too_is_told_once() -> None:
    records = {
        "actions/2025-a": action(measures=[{"what": "Plans", **CLEAR}]),
        "evaluations/2025-a": evaluation("actions/2025-a", **WHOLE),
    }
    snapshot = snapshot_of(records)
    assert [result.record for result in results_on(snapshot, "actions/2025-a")] == ["evaluations/2025-a"]
    assert len(changes_on(snapshot, ("actions/2025-a",))) == 1
