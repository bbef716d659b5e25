"""What shows a change: the one answer that every document gives."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.analysis.impact.reading_verdict import why_no_change
from lif.analysis.impact.shown_change import ShownChange, better_results, changes_on, changes_shown, results_on
from lif.model.kinds.evaluation import Evaluation
from support.story import ANOTHER, action, audit, evaluation, feedback, finding, review, snapshot_of

CLEAR = {
    "baseline": {"met": 4, "of": 12, "date": "2025-01-01"},
    "follow_up": {"met": 11, "of": 12, "date": "2025-09-01", "by": "police"},
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
        ({"measure": {"follow_up": {"met": 6, "of": 12, "by": "police"}}}, "better, and that may be chance"),
        (
            {"measure": {"target": "9 of 12", "follow_up": {"met": 6, "of": 12, "by": "police"}}},
            "better, and that may be chance, and short of its target",
        ),
        (
            {"measure": {"baseline": {"met": 1, "of": 5}, "follow_up": {"met": 5, "of": 5, "by": "police"}}},
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
        {"measure": {"follow_up": {"met": 3, "of": 12, "by": "police"}}},
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


def test_words_then_and_now_show_no_change_though_the_group_recorded_that_it_was_achieved() -> None:
    words = {"baseline": {"said": "Few"}, "follow_up": {"said": "Many", "date": "2025-09-01"}}
    assert _of_action(outcome="achieved", measure=words) == ()
    told = {**WHOLE, "baseline": words["baseline"], "follow_up": words["follow_up"]}
    (result,) = better_results(snapshot_of({"evaluations/2025-a": evaluation(**told)}))
    assert result.verdict == "was told in words before and after, and nothing was counted"


@pytest.mark.parametrize(
    ("follow_up", "verdict"),
    [
        ({"by": "council"}, "better, and was taken again by the owner of the action"),
        ({}, "better; who took it again: not recorded"),
        ({"record": "audits/2025-own"}, "better, and was taken again by the owner of the action"),
        ({"record": "audits/2025-all"}, "clear improvement (change, cause not shown)"),
        ({"record": "feedback/2025-a"}, "clear improvement (change, cause not shown)"),
        ({"record": "inspections/2025-a"}, "clear improvement (change, cause not shown)"),
    ],
)
def test_a_measure_counts_only_where_another_than_the_owner_took_it_again(
    follow_up: dict[str, Any], verdict: str
) -> None:
    measure = {
        "what": "Plans",
        "baseline": CLEAR["baseline"],
        "follow_up": {"met": 11, "of": 12, "date": "2025-09-01", **follow_up},
    }
    records: dict[str, Any] = {
        "audits/2025-own": audit("2025-09-01", "single-agency", led_by="council", selection="random"),
        "audits/2025-all": audit("2025-09-01", selection="random"),
        "feedback/2025-a": feedback(agency="police"),
        "inspections/2025-a": {
            "title": "An inspection", "sharing": "public", "body": "Ofsted", "inspection_kind": "statutory-inspection",
        },
        "actions/2025-a": action(owner={"agency": "council"}, measures=[measure]),
    }  # fmt: skip
    (result,) = better_results(snapshot_of(records))
    assert result.verdict == verdict


def _of_evaluation(**fields: Any) -> str:
    """Why an evaluation that is otherwise whole shows no change; empty where it shows one."""
    snapshot = snapshot_of({"evaluations/2025-a": evaluation(**{**WHOLE, **fields})})
    (entry,) = snapshot.of(Evaluation)
    return why_no_change(snapshot, entry)


def _reading(date: str, **fields: Any) -> dict[str, Any]:
    return {**fields, "date": date}


@pytest.mark.parametrize(
    ("fields", "because"),
    [
        ({}, ""),
        ({"follow_up": _reading("2025-09-01", met=1, of=12)}, "was measured again: worse"),
        ({"follow_up": _reading("2025-09-01", met=4, of=12)}, "is no better than its baseline"),
        ({"follow_up": _reading("2025-09-01", value=92)}, "was measured again by another measure"),
        ({"measure": "Parents who were satisfied"}, "tells how people liked it, not what changed"),
        ({"measure": "Practitioners who attended the training"}, "counts what was done, not what changed"),
        ({"level": "1"}, "tells what people thought or learned, not what they did"),
        (
            {"baseline": _reading("2025-01-01", value=24), "follow_up": _reading("2025-09-01", value=15)},
            "is one figure before and one after, which may be chance",
        ),
        (
            {"baseline": _reading("2025-01-01", met=1, of=2), "follow_up": _reading("2025-09-01", met=2, of=2)},
            "is better: too few to say",
        ),
    ],
)
def test_each_weaker_case_has_its_own_sentence(fields: dict[str, Any], because: str) -> None:
    assert _of_evaluation(**fields) == because


def test_a_target_that_asks_for_a_decrease_turns_the_direction_round() -> None:
    many, few = {"met": 16, "of": 20}, {"met": 3, "of": 20}
    target = {"target": "At most 4 of 20", "set_on": "2025-02-01"}
    fall = {"baseline": _reading("2025-01-01", **many), "follow_up": _reading("2025-09-01", **few)}
    rise = {"baseline": _reading("2025-01-01", **few), "follow_up": _reading("2025-09-01", **many)}
    assert _of_evaluation(target=target, **fall) == ""
    assert _of_evaluation(target=target, **rise) == "was measured again: worse"


SHARES = st.integers(1, 40).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


@given(SHARES, SHARES)
def test_before_and_after_swapped_are_never_both_a_change(first: tuple[int, int], second: tuple[int, int]) -> None:
    def shows(then: tuple[int, int], now: tuple[int, int]) -> bool:
        readings = {
            "baseline": _reading("2025-01-01", met=then[0], of=then[1]),
            "follow_up": _reading("2025-09-01", met=now[0], of=now[1]),
        }
        return not _of_evaluation(target={"target": "More", "set_on": "2025-02-01"}, **readings)

    assert not (shows(first, second) and shows(second, first))


@pytest.mark.parametrize(
    ("values", "is_change"),
    [
        ((50, 52, 49, 51, 50, 48, 51, 49, 90), True),
        ((50, 51, 52, 53, 54, 55, 56, 57, 58), True),
        ((50, 52, 49, 51, 50, 48, 51, 49, 52), False),
        ((50, 60), False),
    ],
)
def test_two_points_of_an_indicator_show_a_change_where_its_chart_shows_one(
    values: tuple[int, ...], *, is_change: bool
) -> None:
    series = [{"at": f"2025-{month:02}", "value": value} for month, value in enumerate(values, 1)]
    last = f"2025-{len(values):02}"
    records: dict[str, Any] = {
        "indicators/a": {
            "title": "A figure", "sharing": "public", "measure": "Plans", "better": "higher", "series": series,
        },
        "evaluations/2025-a": evaluation(
            independent="yes",
            target={"target": "More", "set_on": "2024-02-01"},
            baseline={"value": 50, "date": "2025-01", "record": "indicators/a"},
            follow_up={"value": values[-1], "date": last, "record": "indicators/a"},
        ),
    }  # fmt: skip
    (result,) = better_results(snapshot_of(records))
    assert result.is_change is is_change


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
        "follow_up": {"met": 6, "of": 12, "date": "2025-09-01", "by": "police"},
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


def test_what_was_counted_elsewhere_shows_no_change_here() -> None:
    after = {**CLEAR["follow_up"], "record": "audits/2025-n"}
    done = {"actions/2025-a": action(measures=[{"what": "Plans", **CLEAR, "follow_up": after}])}
    (own,) = better_results(snapshot_of({**done, "audits/2025-n": audit(selection="random")}))
    (other,) = better_results(snapshot_of({**done, "audits/2025-n": audit(selection="random", **ANOTHER)}))
    assert own.is_change
    assert other.but == "was measured elsewhere, which says nothing of practice here"
