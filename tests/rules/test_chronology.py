from datetime import date
from typing import Any

import pytest

from lif.diagnostics.code import Severity
from support.memory import checked
from support.story import action, assessment, audit, decision, evaluation, files, finding, recommendation, review

Fields = dict[str, Any]
TODAY = date(2026, 10, 1)
PEERS = {"title": "Peer review", "sharing": "public", "inspection_kind": "peer-review", "body": "Peers"}


def diagnostics_of(code: str, records: dict[str, Fields]) -> list[str]:
    """Where this code is given, and in what words."""
    diagnostics = checked(files(records), TODAY)
    return [
        f"{diagnostic.record} {diagnostic.field}: {diagnostic.message}"
        for diagnostic in diagnostics
        if diagnostic.code.name == code
    ]


def of_review(**life: str) -> list[str]:
    kind = life.pop("kind", "learning-review")
    return diagnostics_of("LIF401", {"reviews/2026-a": review(None, review_kind=kind, life=life)})


def test_a_review_completed_before_it_began_is_told_with_both_dates_and_both_fields() -> None:
    assert of_review(started="2026-03-02", completed="2026-02-20") == [
        (
            "reviews/2026-a life.completed: completed 2026-02-20 (`life.completed`), "
            "before it was begun 2026-03-02 (`life.started`)"
        )
    ]


@pytest.mark.parametrize(
    ("life", "wrong"),
    [
        ({"started": "2026-03", "completed": "2026-03-02"}, []),
        ({"started": "2026-03", "completed": "2026-02-28"}, ["life.completed"]),
        ({"commissioned": "2026-03-02", "published": "2026-03-01"}, ["life.published"]),
        ({"published": "2026-03-02", "withdrawn": "2026-03-01"}, ["life.withdrawn"]),
        ({"published": "2026-03-02", "withdrawn": "2026-03-02"}, []),
        ({"aware": "2026-03-02", "notified": "2026-03-01"}, ["life.notified"]),
        ({"notified": "2026-03-02", "rapid_review_sent": "2026-03-01"}, []),
        (
            {"aware": "2026-03-02", "rapid_review_sent": "2026-03-05", "panel_replied": "2026-03-04"},
            ["life.panel_replied"],
        ),
        ({"aware": "2026-03-02", "panel_replied": "2026-03-01"}, ["life.panel_replied"]),
        (
            {"started": "2026-03-02", "completed": "2026-02-01", "published": "2026-02-20"},
            ["life.completed", "life.published"],
        ),
    ],
)
def test_only_what_is_certainly_out_of_order_is_told(life: dict[str, str], wrong: list[str]) -> None:
    assert [line.split()[1].rstrip(":") for line in of_review(**life)] == wrong


@pytest.mark.parametrize(
    ("record", "fields", "wrong"),
    [
        ("audits/2026-a", audit(None, life={"started": "2026-05-01", "reported": "2026-04-01"}), "life.reported"),
        ("audits/2026-a", audit(None, life={"reported": "2026-04", "reaudit_due": "2026-03-01"}), "life.reaudit_due"),
        ("assessments/2026-a", assessment("2026-02-10", asked="2026-03-01"), "returned"),
        ("actions/2026-a", action(agreed="2026-02-10", due="2026-02-01"), "due"),
        ("actions/2026-a", action(started="2026-02-10", done="2026-02-01"), "done"),
        ("actions/2026-a", action(done="2026-02-10", closed="2026-02-01"), "closed"),
        (
            "learning/2026-a",
            {
                "title": "A briefing", "sharing": "public", "form": "briefing", "date": "2026-05-01",
                "received": [{"number": 3}, {"date": "2026-04-01"}],
            },
            "received[1].date",
        ),
        (
            "flags/2026-a",
            {"title": "A risk", "sharing": "public", "flag_kind": "risk", "raised": "2026-05", "answered": "2026-04"},
            "answered",
        ),
    ],
)  # fmt: skip
def test_every_kind_with_a_course_is_held_to_it(record: str, fields: Fields, wrong: str) -> None:
    assert [line.split()[1] for line in diagnostics_of("LIF401", {record: fields})] == [f"{wrong}:"]


def test_those_who_acknowledge_a_flag_do_so_in_any_order_and_not_before_it_was_raised() -> None:
    flag: Fields = {"title": "A risk", "sharing": "public", "flag_kind": "risk", "raised": "2026-05-02"}
    heard = [{"agency": "police", "date": "2026-05-04"}, {"agency": "council", "date": "2026-05-03"}]
    assert diagnostics_of("LIF401", {"flags/2026-a": {**flag, "acknowledged": heard}}) == []
    early = [*heard, {"agency": "council", "date": "2026-05-01"}]
    (said,) = diagnostics_of("LIF401", {"flags/2026-a": {**flag, "acknowledged": early}})
    assert said.split()[1] == "acknowledged[2].date:"


def test_a_date_in_two_courses_is_told_once() -> None:
    wrong = action(agreed="2026-01-01", started="2026-01-02", done="2026-03-01", closed="2026-02-01")
    assert len(diagnostics_of("LIF401", {"actions/2026-a": wrong})) == 1


def test_a_span_that_runs_backwards_is_told_and_one_that_may_not_is_left() -> None:
    backwards = audit(looked_at={"since": "2026-03-01", "until": "2026-02-01"})
    assert diagnostics_of("LIF402", {"audits/2026-a": backwards}) == [
        "audits/2026-a looked_at.until: ends 2026-02-01 (`until`), before it begins 2026-03-01 (`since`)"
    ]
    assert not diagnostics_of("LIF402", {"audits/2026-a": audit(looked_at={"since": "2026-03-01", "until": "2026"})})


def test_what_is_said_to_have_happened_does_not_lie_ahead() -> None:
    ahead = action(done="2026-10-02", due="2027-01-01", progress=[{"date": "2026-11", "said": "Half done"}])
    assert [line.split(":")[0] for line in diagnostics_of("LIF403", {"actions/2026-a": ahead})] == [
        "actions/2026-a done",
        "actions/2026-a progress[0].date",
    ]
    today = action(done="2026-10-01", progress=[{"date": "2026-10", "said": "Half done"}])
    assert not diagnostics_of("LIF403", {"actions/2026-a": today})


def test_what_is_planned_due_or_to_take_effect_may_lie_ahead() -> None:
    ahead = {
        "audits/2026-a": audit(None, life={"planned": "2027-01", "reaudit_due": "2028-01"}),
        "decisions/2026-a": decision(takes_effect="2027-01-01", retention_review="2030-01-01"),
    }
    assert not diagnostics_of("LIF403", ahead)


def moved(*moves: tuple[str, str], due: str | None = None) -> Fields:
    steps = [{"since": since, "to": to, "reason": "The system came late"} for since, to in moves]
    return action(moved=steps, **({"due": due} if due else {}))


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        (moved(("2026-03-01", "2026-06-01"), due="2026-06-01"), []),
        (moved(("2026-03-01", "2026-06-01"), due="2026-07-01"), ["moved[0].to"]),
        (moved(("2026-03-01", "2026-06-01")), ["moved[0].to"]),
        (moved(("2026-03-01", "2026-03-01"), due="2026-03-01"), ["moved[0].to"]),
        (moved(("2026-03-01", "2026-06-01"), ("2026-05-01", "2026-07-01"), due="2026-07-01"), ["moved[1].since"]),
        (action(due="2026-06-01"), []),
    ],
)
def test_moves_make_a_chain_that_ends_in_the_due_date(fields: Fields, wrong: list[str]) -> None:
    assert [line.split()[1].rstrip(":") for line in diagnostics_of("LIF404", {"actions/2026-a": fields})] == wrong


def test_a_move_without_a_reason_and_the_third_move_are_told() -> None:
    chain = moved(
        ("2026-01-01", "2026-03-01"), ("2026-03-01", "2026-05-01"), ("2026-05-01", "2026-07-01"), due="2026-07-01"
    )
    assert [line.split()[1] for line in diagnostics_of("LIF405", {"actions/2026-a": chain})] == ["moved:"]
    bare = action(due="2026-06-01", moved=[{"since": "2026-03-01", "to": "2026-06-01"}])
    assert [line.split()[1] for line in diagnostics_of("LIF405", {"actions/2026-a": bare})] == ["moved[0]:"]


def measured(then: str, now: str, **more: Any) -> Fields:
    before, after = {"met": 1, "of": 9, "date": then}, {"met": 8, "of": 9, "date": now}
    return action(measures=[{"what": "In time", "baseline": before, "follow_up": after}], **more)


def test_a_follow_up_comes_after_the_baseline_and_after_the_start() -> None:
    assert diagnostics_of("LIF406", {"actions/2026-a": measured("2026-03-01", "2026-02-01")}) == [
        (
            "actions/2026-a measures[0].follow_up.date: taken again 2026-02-01 (`follow_up.date`), "
            "before the baseline of 2026-03-01 (`baseline.date`)"
        )
    ]
    assert (
        "before the action began 2026-04-01 (`started`)"
        in diagnostics_of("LIF406", {"actions/2026-a": measured("2026-02-01", "2026-03-01", started="2026-04-01")})[0]
    )
    assert (
        "(`agreed`)"
        in diagnostics_of("LIF406", {"actions/2026-a": measured("2026-02-01", "2026-03-01", agreed="2026-04")})[0]
    )
    assert not diagnostics_of("LIF406", {"actions/2026-a": measured("2026-03-01", "2026-03")})
    bare = evaluation(baseline={"value": 3, "date": "2026-03-01"}, follow_up={"value": 5, "date": "2026-02-01"})
    assert len(diagnostics_of("LIF406", {"evaluations/2026-a": bare})) == 1


@pytest.mark.parametrize(
    ("target", "fields", "is_wrong"),
    [
        ("actions/2026-a", action(started="2026-05-01"), True),
        ("actions/2026-a", action(agreed="2026-05-01"), True),
        ("actions/2026-a", action(), False),
        ("reviews/2026-a", review(None, life={"commissioned": "2026-05"}), True),
        ("audits/2026-a", audit(None, life={"started": "2026-04"}), False),
        ("learning/2026-a", {"title": "L", "sharing": "public", "form": "briefing", "date": "2026-05-01"}, True),
        ("decisions/2026-a", decision(date="2026-05-01"), False),
    ],
)
def test_nothing_is_evaluated_before_it_began(target: str, fields: Fields, is_wrong: bool) -> None:  # noqa: FBT001 - a column of the table
    found = diagnostics_of("LIF407", {target: fields, "evaluations/2026-a": evaluation(target, date="2026-04-20")})
    assert bool(found) is is_wrong


@pytest.mark.parametrize(
    ("source", "fields", "is_wrong"),
    [
        ("audits/2026-a", audit(None, life={"started": "2026-05-04"}), True),
        ("audits/2026-a", audit("2026-05-04"), False),
        ("assessments/2026-a", assessment("2026-05-04"), True),
        (
            "inspections/2026-a",
            {
                "title": "I",
                "sharing": "public",
                "inspection_kind": "peer-review",
                "body": "Peers",
                "started": "2026-05",
            },
            True,
        ),
        ("feedback/2026-a", {"title": "F", "sharing": "public", "whose": "children", "date": "2026-05"}, False),
    ],
)
def test_nothing_is_found_before_its_source_began(source: str, fields: Fields, is_wrong: bool) -> None:  # noqa: FBT001 - a column of the table
    found = diagnostics_of("LIF408", {source: fields, "findings/2026-a": finding(source, date="2026-02-10")})
    assert bool(found) is is_wrong


def test_what_supersedes_repeats_or_comes_back_is_later() -> None:
    records = {
        "audits/2025-a": audit("2025-04-01", reaudit_of="audits/2026-a"),
        "audits/2026-a": audit("2026-04-01", recommendations=[recommendation("form", made="2026-03-01")]),
        "reviews/2024-a": review(
            "2024-01-01",
            recommendations=[recommendation("form", made="2024-02-01", repeat_of=["audits/2026-a#form"])],
        ),
        "findings/2026-old": finding("audits/2025-a", superseded_by="findings/2025-new", date="2026-01-01"),
        "findings/2025-new": finding("audits/2025-a", date="2025-04-01", recurrence_of="findings/2026-old"),
        "decisions/2025-a": decision(supersedes="decisions/2026-a", date="2025-06-12"),
        "decisions/2026-a": decision(date="2026-06-11"),
    }
    found = diagnostics_of("LIF409", records)
    assert [line.split(":")[0] for line in found] == [
        "audits/2025-a reaudit_of",
        "decisions/2025-a supersedes",
        "findings/2025-new recurrence_of",
        "findings/2026-old superseded_by",
        "reviews/2024-a recommendations[0].repeat_of[0]",
    ]
    assert "dated 2025-06-12, before decisions/2026-a it supersedes, which is dated 2026-06-11" in found[1]
    assert "dated 2026-01-01, after findings/2025-new that takes its place, which is dated 2025-04-01" in found[3]


def test_what_has_no_date_or_is_missing_is_not_called_later() -> None:
    records = {
        "decisions/2025-a": decision(supersedes="decisions/2026-a"),
        "decisions/2026-a": decision(date="2026-06-11", supersedes="decisions/2024-gone"),
        "reviews/2024-a": review("2024-01-01", recommendations=[recommendation("a", repeat_of=["audits/2020-a#b"])]),
        "audits/2020-a": audit("2020-01-01", recommendations=[recommendation("b")]),
    }
    assert not diagnostics_of("LIF409", records)


def test_an_action_closed_before_its_evidence_is_told() -> None:
    late = measured("2026-01-01", "2026-09-01", closed="2026-05-01", outcome="achieved")
    assert diagnostics_of("LIF410", {"actions/2026-a": late}) == [
        (
            "actions/2026-a closed: closed 2026-05-01 (`closed`), "
            "and the first thing that shows a difference is dated 2026-09-01"
        )
    ]
    looked = {"actions/2026-a": late, "evaluations/2026-a": evaluation("actions/2026-a", date="2026-04-20")}
    assert not diagnostics_of("LIF410", looked)
    undated = measured("2026-01-01", "2026-09-01", closed="2026-05-01", evidence=[{"unnamed": "An audit"}])
    assert not diagnostics_of("LIF410", {"actions/2026-a": undated})


def test_orders_that_cannot_be_are_errors_and_habits_are_warnings() -> None:
    wrong = {"actions/2026-a": {**measured("2026-03-01", "2026-02-01"), "done": "2026-10-02"}}
    severities = {
        diagnostic.code.name: diagnostic.severity
        for diagnostic in checked(files(wrong), TODAY)
        if diagnostic.code.name.startswith("LIF4")
    }
    assert severities == {"LIF403": Severity.ERROR, "LIF406": Severity.ERROR}
