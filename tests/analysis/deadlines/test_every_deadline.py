from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from lif.analysis.deadlines.deadline import Deadline, DeadlineState, date_between, deadline_state, minimum_period_state
from lif.analysis.deadlines.every_deadline import deadlines, kinds_of_deadline
from lif.analysis.deadlines.statutory_clocks import unjudged_reviews
from lif.model.parts.part import changed
from lif.model.period import When
from lif.model.sharing import PARTNERSHIP, PUBLIC
from support.asking import seen
from support.story import action, assessment, audit, decided, partnership, recommendation, review, snapshot_of

TODAY = date(2026, 10, 1)
HISTORIC = {"compiled": {"by": "Others", "own": False, "basis": "Public pages", "complete": "Not complete"}}
PRACTICE_REVIEW = "local-child-safeguarding-practice-review"


def due(records: Mapping[str, Any], kind: str, today: date = TODAY, **settings: Any) -> list[Deadline]:
    """The deadlines of one kind in this story."""
    snapshot = snapshot_of({"partnership": partnership(**settings), **records})
    return [deadline for deadline in deadlines(snapshot, today) if deadline.kind == kind]


def states_of(records: Mapping[str, Any], kind: str, today: date = TODAY, **settings: Any) -> list[tuple[str, str]]:
    """When they are due, and how they stand."""
    return [(str(deadline.due), deadline.state.value) for deadline in due(records, kind, today, **settings)]


def rapid(**life: str) -> dict[str, Any]:
    return {"reviews/2026-a": review(None, review_kind="rapid-review", life=life)}


def practice(**life: str) -> dict[str, Any]:
    """A practice review; where `decided` is given, a decision on it of that day."""
    day = life.pop("decided", "")
    decision = {"decisions/2026-a": decided("reviews/2026-a", date=day)} if day else {}
    known = {"life": life} if life else {}
    return {"reviews/2026-a": review(None, review_kind=PRACTICE_REVIEW, **known), **decision}


@pytest.mark.parametrize(
    ("due_on", "met", "today", "state"),
    [
        ("2026-09-10", None, "2026-09-10", DeadlineState.AHEAD),
        ("2026-09-10", None, "2026-09-11", DeadlineState.OVERDUE),
        ("2026-09-10", "2026-09-10", "2026-10-01", DeadlineState.MET),
        ("2026-09-10", "2026-09-11", "2026-10-01", DeadlineState.MET_LATE),
        ("2026-09-10", "2026-09", "2026-10-01", DeadlineState.CANNOT_TELL),
        ("2026-09-10", "2026-08", "2026-10-01", DeadlineState.MET),
        ("2026-09-10", "2026-10", "2026-11-01", DeadlineState.MET_LATE),
        ("2026-09", None, "2026-09-20", DeadlineState.CANNOT_TELL),
        ("2026-09", None, "2026-09-01", DeadlineState.AHEAD),
        ("2026-09", None, "2026-10-01", DeadlineState.OVERDUE),
        ("2026-09", "2026-09-15", "2026-10-01", DeadlineState.CANNOT_TELL),
        (None, None, "2026-10-01", DeadlineState.NO_DAY),
        (None, "2026", "2026-10-01", DeadlineState.MET),
    ],
)
def test_late_is_only_said_when_it_is_certain(
    due_on: str | None, met: str | None, today: str, state: DeadlineState
) -> None:
    day = When.parse(due_on) if due_on else None
    done = When.parse(met) if met else None
    assert deadline_state(day, done, date.fromisoformat(today), silence_means_no=True) is state


def test_where_others_compiled_the_records_silence_means_nothing() -> None:
    assert deadline_state(When.parse("2020-01-01"), None, TODAY, silence_means_no=False) is DeadlineState.CANNOT_TELL
    assert deadline_state(None, None, TODAY, silence_means_no=False) is DeadlineState.CANNOT_TELL
    assert (
        deadline_state(When.parse("2020-01-01"), When.parse("2020-02-01"), TODAY, silence_means_no=False)
        is DeadlineState.MET_LATE
    )
    assert (
        minimum_period_state(When.parse("2020-01-01"), None, TODAY, silence_means_no=False) is DeadlineState.CANNOT_TELL
    )


@pytest.mark.parametrize(
    ("until", "ended", "state"),
    [
        ("2026-09-10", "2026-09-09", DeadlineState.TOO_EARLY),
        ("2026-09-10", "2026-09-10", DeadlineState.MET),
        ("2026-09", "2026-09-15", DeadlineState.CANNOT_TELL),
        ("2026-11-01", None, DeadlineState.AHEAD),
        ("2026-09-10", None, DeadlineState.MET),
        ("2026-09-20/2026-10-20", None, DeadlineState.CANNOT_TELL),
    ],
)
def test_a_time_that_has_to_pass_ends_too_early_or_has_passed(
    until: str, ended: str | None, state: DeadlineState
) -> None:
    done = When.parse(ended) if ended else None
    assert minimum_period_state(When.parse(until), done, TODAY, silence_means_no=True) is state


def test_the_notification_is_five_working_days_from_becoming_aware() -> None:
    assert states_of(rapid(aware="2026-05-01", notified="2026-05-11"), "notification") == [("2026-05-11", "met")]
    assert states_of(rapid(aware="2026-05-01"), "notification") == [("2026-05-11", "overdue")]
    assert states_of(rapid(aware="2026-05-01"), "notification", date(2026, 5, 8)) == [("2026-05-11", "ahead")]
    assert states_of(rapid(notified="2026-05-01"), "notification") == []
    assert states_of(rapid(aware="2026-05"), "notification") == [("2026-05-11 to 2026-06-05", "overdue")]


def test_what_does_not_meet_the_definition_is_not_notified() -> None:
    definition = {"abuse_or_neglect": "no", "died_or_seriously_harmed": "yes"}
    records = {"reviews/2026-a": {**rapid(aware="2026-05-01")["reviews/2026-a"], "definition": definition}}
    assert states_of(records, "notification") == []


@pytest.mark.parametrize(
    ("clock_start", "life", "stands"),
    [
        ({"clock_start": "aware"}, {"aware": "2022-05-30", "notified": "2022-06-01"}, "2022-06-22"),
        ({"clock_start": "notified"}, {"aware": "2022-05-27", "notified": "2022-05-30"}, "2022-06-22"),
        ({}, {"aware": "2022-05-30", "notified": "2022-06-01"}, "2022-06-22"),
        ({}, {"aware": "2025-06-02", "notified": "2025-06-06"}, "2025-06-27"),
        ({}, {"aware": "2025-06-02"}, "2025-06-23"),
    ],
)
def test_fifteen_working_days_run_from_the_event_the_partnership_counts_from(
    clock_start: dict[str, Any], life: dict[str, str], stands: str
) -> None:
    (deadline,) = due(rapid(**life), "rapid-review", **clock_start)
    assert str(deadline.due) == stands
    assert ("has not said under `clock_start`" in deadline.why) is not bool(clock_start)


def test_a_clock_that_runs_from_the_notification_has_not_begun_without_one() -> None:
    assert states_of(rapid(aware="2025-06-02"), "rapid-review", clock_start="notified") == []


def test_an_incident_is_counted_once_where_its_rapid_review_has_a_record_of_its_own() -> None:
    life = {"aware": "2026-05-01", "notified": "2026-05-05"}
    story = {
        **practice(**life, decided="2026-05-20"),
        "reviews/2026-b": review(None, review_kind="rapid-review", life=life, part_of="reviews/2026-a"),
    }
    snapshot = snapshot_of(story)
    assert {(deadline.kind, deadline.record) for deadline in deadlines(snapshot, TODAY)} >= {
        ("notification", "reviews/2026-b"),
        ("rapid-review", "reviews/2026-b"),
        ("publication", "reviews/2026-a"),
    }
    assert ("notification", "reviews/2026-a") not in {
        (deadline.kind, deadline.record) for deadline in deadlines(snapshot, TODAY)
    }


def test_each_clock_follows_the_edition_in_force_when_it_started() -> None:
    life = {"decided": "2023-10-01", "published": "2024-03-28", "withdrawn": "2025-01-31"}
    (publication,) = due(practice(**life), "publication")
    (public,) = due(practice(**life), "time-public")
    assert (publication.edition, str(publication.due), publication.is_verified) == ("wt2018", "2024-04-01", True)
    assert (public.edition, public.state) == ("wt2023", DeadlineState.TOO_EARLY)
    (later,) = due(practice(decided="2024-01-08"), "publication")
    assert not later.is_verified
    assert "not verified against the text of the guidance" in later.why


def test_a_clock_that_ran_into_a_suspension_is_not_called_late() -> None:
    life = {"aware": "2020-05-01", "notified": "2020-05-04", "rapid_review_sent": "2020-09-01"}
    (deadline,) = due(rapid(**life), "rapid-review")
    assert deadline.state is DeadlineState.CANNOT_TELL
    assert "when that ended is not in the sources read" in deadline.why
    own = {"clock": "rapid-review", "since": "2020-03-24", "until": "2020-04-30", "because": "Relaxed by the Panel"}
    (mine,) = due(rapid(**life), "rapid-review", suspensions=[own])
    assert mine.state is DeadlineState.MET_LATE
    (touched,) = due(rapid(**life), "rapid-review", suspensions=[{**own, "until": "2020-05-31"}])
    assert touched.state is DeadlineState.CANNOT_TELL
    assert "relaxed by the Panel, from 2020-03-24 to 2020-05-31" in touched.why
    (notified,) = due(rapid(**{**life, "notified": "2020-06-01"}), "notification")
    assert notified.state is DeadlineState.MET_LATE


def test_beyond_the_bank_holidays_that_are_published_it_says_so() -> None:
    (deadline,) = due(rapid(aware="2028-12-27"), "notification", date(2029, 2, 1))
    assert "bank holidays after 2028 follow from the rules and may change" in deadline.why


def test_days_and_years_are_counted_as_the_edition_says() -> None:
    snapshot = snapshot_of(rapid(aware="2024-02-28"))
    newest = next(edition for edition in snapshot.guidance if edition.name == "wt2023")
    for unit, expected in (("days", "2024-03-04"), ("years", "2029-02-28")):
        clock = changed(newest.clocks[0], unit=type(newest.clocks[0].unit)(unit))
        other = replace(snapshot, guidance=(changed(newest, clocks=(clock,)),))
        (deadline,) = deadlines(other, TODAY)[:1]
        assert str(deadline.due) == expected
        assert deadline.why.startswith(f"5 {unit} from 2024-02-28, when the partners became aware")


def test_one_of_a_unit_is_said_in_the_singular() -> None:
    clock = snapshot_of({}).guidance[1].clocks[3]
    assert changed(clock, length=1).length_in_words == "1 month"


def test_reviews_that_nothing_judges_are_named_with_the_reason() -> None:
    story = {
        "reviews/2017-scr": review("2019-01-01", review_kind="serious-case-review"),
        "reviews/2018-early": review("2018-02-01", review_kind=PRACTICE_REVIEW),
        "reviews/2020-undated": review(None, review_kind=PRACTICE_REVIEW),
        "reviews/2024-judged": review("2024-02-01", review_kind=PRACTICE_REVIEW),
        "reviews/2024-thematic": review("2024-02-01"),
    }
    assert {unjudged.record: unjudged.because for unjudged in unjudged_reviews(snapshot_of(story))} == {
        "reviews/2017-scr": "serious case review, which worked to other rules",
        "reviews/2018-early": "before Working Together to Safeguard Children 2018 came into force",
        "reviews/2020-undated": "date: not recorded",
    }
    assert [deadline.record for deadline in deadlines(snapshot_of(story), TODAY) if deadline.edition] == [
        "reviews/2024-judged",
        "partnership",
    ]


def test_an_action_is_met_when_the_work_is_done() -> None:
    story = {
        "actions/2026-a": action(due="2026-06-30", done="2026-06-12", owner={"agency": "council", "role": "Head"}),
        "actions/2026-b": action(due="2026-07-31", moved=[{"since": "2026-06-30", "to": "2026-07-31"}]),
        "actions/2026-c": action(),
    }
    first, second = due(story, "action")
    assert (first.state, first.agencies, first.role) == (DeadlineState.MET, ("council",), "Head")
    assert (second.state, second.why, second.agencies) == (DeadlineState.OVERDUE, "moved from 2026-06-30", ())


def test_a_recommendation_waits_until_an_action_takes_it_up() -> None:
    asked = [recommendation("one", due="2026-06-30", to=["council"]), recommendation("two", due="2026-06-30")]
    story = {
        "reviews/2026-a": review(recommendations=[*asked, recommendation("three")]),
        "audits/2026-b": audit(recommendations=[recommendation("four", due="2026-12-31")]),
        "inspections/2026-c": {
            "title": "An inspection", "sharing": "public", "inspection_kind": "joint-inspection", "body": "Inspectors",
            "priority_actions": [recommendation("five", due="2026-12-31")],
        },
        "actions/2026-d": action("reviews/2026-a#two"),
    }  # fmt: skip
    assert [(deadline.record, deadline.state.value) for deadline in due(story, "recommendation")] == [
        ("reviews/2026-a#one", "overdue"),
        ("audits/2026-b#four", "ahead"),
        ("inspections/2026-c#five", "ahead"),
    ]


def test_a_re_audit_is_met_by_the_audit_that_repeats_it_once_it_has_begun() -> None:
    first = audit(life={"reported": "2025-06-01", "reaudit_due": "2026-06"}, led_by="police")
    assert states_of({"audits/2025-a": first}, "re-audit") == [("2026-06", "overdue")]
    again = audit(None, reaudit_of="audits/2025-a", life={"planned": "2026-01-01"})
    assert states_of({"audits/2025-a": first, "audits/2026-b": again}, "re-audit") == [("2026-06", "overdue")]
    begun = {**again, "life": {"started": "2026-05-04"}}
    assert states_of({"audits/2025-a": first, "audits/2026-b": begun}, "re-audit") == [("2026-06", "met")]


def test_returns_and_contributions_have_the_day_that_was_set() -> None:
    story = {
        "assessments/2026-a": assessment("2026-07-20", agency="council", due="2026-07-10"),
        "assessments/2026-b": assessment("2026-07-20"),
        "contributions/2026-a": {
            "title": "A contribution", "sharing": "public", "agency": "police", "year": "2025-26", "due": "2026-06-12",
        },
        "contributions/2026-b": {"title": "Another", "sharing": "public", "agency": "council", "year": "2025-26"},
    }  # fmt: skip
    assert states_of(story, "assessment") == [("2026-07-10", "met-late")]
    assert [(deadline.state, deadline.agencies) for deadline in due(story, "contribution")] == [
        (DeadlineState.OVERDUE, ("police",))
    ]


def challenge(**more: Any) -> dict[str, Any]:
    return {"challenges/2026-a": {"title": "A challenge", "sharing": "partnership", "to": ["police"], **more}}


def test_a_challenge_is_answered_by_its_day_or_in_the_working_days_of_its_stage() -> None:
    stages = [{"stage": "1", "date": "2026-08-03"}, {"stage": "2", "date": "2026-08-27"}]
    within: dict[str, Any] = {
        "escalation": [{"stage": "2", "formal": False, "answer_within_days": "3"}, {"stage": "3", "formal": True}]
    }
    assert states_of(challenge(answer_due="2026-09-01"), "challenge") == [("2026-09-01", "overdue")]
    assert states_of(challenge(stages=stages), "challenge", **within) == [("2026-09-02", "overdue")]
    assert states_of(challenge(stages=stages, closed="2026-09-01"), "challenge", **within) == [("2026-09-02", "met")]
    later = [*stages, {"stage": "3", "date": "2026-09-10"}]
    assert states_of(challenge(stages=later), "challenge", **within) == [("None", "open-with-no-day-set")]
    assert states_of(challenge(), "challenge") == [("None", "open-with-no-day-set")]


def test_records_and_exceptions_are_looked_at_again() -> None:
    allow = [
        {"code": "LIF531", "reason": "Small", "by": "qig", "until": "2026-09-30"},
        {"code": "LIF502", "reason": "Small", "by": "The board", "until": "2026-12-31"},
        {"code": "LIF533", "reason": "Small", "by": "qig"},
    ]
    story = {"audits/2026-a": audit(retention_review="2032-01-31", allow=allow)}
    assert states_of(story, "retention") == [("2032-01-31", "ahead")]
    assert [(deadline.state, deadline.group) for deadline in due(story, "exception")] == [
        (DeadlineState.OVERDUE, "qig"),
        (DeadlineState.AHEAD, ""),
    ]


def report_made(what: str, on: str, covers: str = "") -> dict[str, str]:
    return {"what": what, "date": on, **({"covers": covers} if covers else {})}


def test_the_executive_hears_every_six_months_from_the_last_time() -> None:
    reports = [report_made("executive", "2026-03-12"), report_made("executive", "2025-08-31")]
    assert states_of({}, "executive-report", reports_made=reports) == [
        ("2026-02-28", "met-late"),
        ("2026-09-12", "overdue"),
    ]
    assert states_of({}, "executive-report") == [("None", "open-with-no-day-set")]
    quarterly: dict[str, Any] = {"report_periods": {"executive_months": "3"}, "reports_made": reports[:1]}
    assert states_of({}, "executive-report", **quarterly) == [("2026-06-12", "overdue")]


def test_the_framework_is_reviewed_by_its_day_or_a_year_after_the_last_time() -> None:
    framework = {"title": "Framework", "approved": "2025-09-11"}
    assert states_of({}, "framework-review") == [("None", "open-with-no-day-set")]
    assert states_of({}, "framework-review", framework=framework) == [("2026-09-11", "overdue")]
    with_day = {**framework, "review_due": "2026-11"}
    reviewed = [report_made("framework-review", "2025-09-11"), report_made("framework-review", "2026-09-20")]
    assert states_of({}, "framework-review", framework=with_day, reports_made=reviewed[:1]) == [("2026-11", "ahead")]
    assert states_of({}, "framework-review", framework=with_day, reports_made=reviewed) == [("2026-11", "met")]
    assert states_of({}, "framework-review", framework=framework, reports_made=reviewed) == [("2027-09-20", "ahead")]
    assert states_of({}, "framework-review", reports_made=reviewed[:1]) == [("2026-09-11", "overdue")]


def test_yearly_reports_follow_the_edition_in_force_when_the_year_ended() -> None:
    reports = [
        report_made("annual", "2021-10-01", "2020-21"),
        report_made("annual", "2022-11-15", "2021-22"),
        report_made("annual", "2024-09-12", "2023-24"),
        report_made("annual", "2024-12-12", "2023-24"),
        report_made("annual", "2025-12-01", "2024-25"),
        report_made("annual", "2026-01-01", "a year"),
    ]
    assert states_of({}, "yearly-report", reports_made=reports) == [
        ("2022-10-01", "met-late"),  # twelve months after the one before
        ("2023-11-15", "overdue"),
        ("2024-09-30", "met"),  # the first day it was published counts
        ("2025-09-30", "met-late"),
        ("2026-09-30", "overdue"),
        ("2027-09-30", "ahead"),
    ]
    assert states_of({}, "yearly-report") == [("2027-09-30", "ahead")]
    assert states_of({}, "yearly-report", date(2017, 1, 1)) == []
    assert states_of({}, "yearly-report", date(2100, 6, 1)) == []


def test_of_a_day_long_past_only_what_had_happened_is_told() -> None:
    story = {
        **practice(decided="2025-01-23", published="2025-07-16"),
        "actions/2025-a": action(agreed="2025-03-01", due="2025-06-30", done="2025-06-20"),
    }
    assert states_of(story, "publication", date(2025, 1, 22)) == []
    assert states_of(story, "publication", date(2025, 3, 1)) == [("2025-07-23", "ahead")]
    assert states_of(story, "time-public", date(2025, 7, 15)) == []
    assert states_of(story, "action", date(2025, 2, 28)) == []
    assert states_of(story, "action", date(2025, 6, 19)) == [("2025-06-30", "ahead")]
    assert states_of(story, "action", date(2025, 6, 20)) == [("2025-06-30", "met")]


def test_the_records_of_others_are_never_said_to_lack_something() -> None:
    story = {
        **practice(decided="2020-01-23"),
        "actions/2019-a": action(due="2019-06-30"),
        **challenge(answer_due="2019-06-30"),
    }
    snapshot = snapshot_of({"partnership": partnership(**HISTORIC), **story})
    assert {deadline.state for deadline in deadlines(snapshot, TODAY)} <= {
        DeadlineState.CANNOT_TELL,
        DeadlineState.AHEAD,
    }


def test_an_edition_calls_nothing_overdue_that_a_withheld_record_may_have_met() -> None:
    story = {
        "audits/2025-a": audit(life={"reported": "2025-06-01", "reaudit_due": "2026-06"}),
        "audits/2026-b": audit("2026-05-04", reaudit_of="audits/2025-a", sharing="partnership"),
        "actions/2026-a": action(due="2026-06-30"),
    }
    whole = snapshot_of(story)
    public, partners = (seen(whole, TODAY, audience).records for audience in (PUBLIC, PARTNERSHIP))
    states = {deadline.kind: deadline.state for deadline in deadlines(public, TODAY)}
    assert (states["action"], states["re-audit"]) == (DeadlineState.OVERDUE, DeadlineState.CANNOT_TELL)
    without = {record_id: fields for record_id, fields in story.items() if record_id != "audits/2026-b"}
    restricted = {"readers": {"level": "restricted", "who": "The business unit"}}
    never_there = seen(snapshot_of({**without, "partnership": partnership(**restricted)}), TODAY, PUBLIC).records
    assert deadlines(never_there, TODAY) == deadlines(public, TODAY)
    assert {deadline.kind: deadline.state for deadline in deadlines(partners, TODAY)}["re-audit"] is DeadlineState.MET


def test_the_kinds_that_can_be_asked_for_hold_every_kind_that_comes() -> None:
    snapshot = snapshot_of({**practice(aware="2026-05-01", decided="2026-05-20"), **challenge()})
    assert {deadline.kind for deadline in deadlines(snapshot, TODAY)} <= set(kinds_of_deadline(snapshot))
    assert kinds_of_deadline(snapshot)[:2] == ("notification", "rapid-review")


def test_a_span_of_one_day_is_a_day() -> None:
    assert str(date_between(date(2026, 1, 1), date(2026, 1, 1))) == "2026-01-01"
    assert str(date_between(date(2026, 1, 1), date(2026, 1, 5))) == "2026-01-01 to 2026-01-05"
