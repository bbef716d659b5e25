from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lif.analysis.themes.theme_summary import ActionSummary, GradeAgreement, ThemeSummary, summarise_theme
from lif.model.period import Period
from lif.model.snapshot import Snapshot
from lif.model.vocabulary import Confidence
from support.story import (
    TODAY,
    Fields,
    action,
    audit,
    decision,
    evaluation,
    finding,
    partnership,
    recommendation,
    review,
    snapshot_of,
)

GRADES = [{"key": key, "label": key.title()} for key in ("outstanding", "good", "poor")]
SCALE = {"key": "graded", "name": "Grades", "grades": GRADES}


def _picture(story: Mapping[str, Fields], theme: str = "early-help", period: Period | None = None) -> ThemeSummary:
    return summarise_theme(snapshot_of(story), theme, TODAY, period)


def _done(**actions: Fields) -> ActionSummary:
    """What was done on the theme by these actions, which answer a finding on it unless they say otherwise."""
    named = {f"actions/2026-{name}": {"answers": ["findings/2026-a"], **fields} for name, fields in actions.items()}
    return _picture({"reviews/2026-a": review(), "findings/2026-a": finding("reviews/2026-a"), **named}).done


def _impact(**evaluations: Fields) -> list[str]:
    """The evaluations on the theme in order, with the level of each."""
    story = {
        "actions/2026-a": action(themes=["early-help"]),
        "actions/2026-b": action(themes=["supervision"]),
        **{f"evaluations/2026-{name}": fields for name, fields in evaluations.items()},
    }
    return [f"{claim.record.rpartition('-')[2]} {claim.level}" for claim in _picture(story).claims]


def test_nothing_known_is_an_empty_picture() -> None:
    found = _picture({})
    assert found.done == ActionSummary(
        (), "0 actions: 0 stronger, 0 intermediate, 0 weaker", is_only_weaker=False, overdue=()
    )
    assert found.ceiling.confidence is Confidence.LOW
    assert not any([found.standards, found.figures, found.graded, found.said_before, found.perhaps, found.claims])
    assert summarise_theme(Snapshot.of_entries([]), "early-help", TODAY).reading.lines == ()


@pytest.mark.parametrize(
    ("fields", "is_overdue"),
    [
        ({"due": "2026-09-30"}, True),
        ({"due": "2026-10-01"}, False),
        ({"due": "2026-09-30", "done": "2026-09-30"}, False),
        ({"due": "2026-09-30", "closed": "2026-10-01"}, False),
        ({}, False),
    ],
)
def test_an_action_is_overdue_the_day_after_it_was_due_unless_done_or_closed(
    fields: dict[str, str], *, is_overdue: bool
) -> None:
    assert _done(x=action(**fields)).overdue == (("actions/2026-x",) if is_overdue else ())


def test_only_weaker_actions_are_said_and_one_of_unknown_kind_may_be_more() -> None:
    training, pathway = action(action_kind="training"), action(action_kind="one-agreed-pathway")
    weak = _done(x=training, y=action(action_kind="policy-or-procedure"))
    assert weak.is_only_weaker
    assert weak.strength == "2 actions: 0 stronger, 0 intermediate, 2 weaker (all training or policy)"
    assert weak.actions == ("actions/2026-x", "actions/2026-y")
    assert not _done(x=training, y=pathway).is_only_weaker
    assert not _done(x=training, y=action()).is_only_weaker


@pytest.mark.parametrize(
    "answered",
    ["findings/2026-a", "findings/2026-need", "reviews/2026-a#inform", "decisions/2026-a", "needs/late-help"],
)
def test_an_action_is_on_the_theme_when_what_it_answers_is(answered: str) -> None:
    story = {
        "reviews/2026-a": review(recommendations=[recommendation("inform", themes=["neglect"])]),
        "findings/2026-a": finding("reviews/2026-a", theme="neglect"),
        "findings/2026-need": finding("reviews/2026-a", needs=["neglect"]),
        "decisions/2026-a": decision(theme="neglect", disposition="change"),
        "needs/late-help": {"title": "Late", "sharing": "public", "driver": "data", "themes": ["neglect"]},
        "actions/2026-x": action(answered),
    }
    assert _picture(story, "neglect").done.actions == ("actions/2026-x",)
    assert _picture(story, "supervision").done.actions == ()


def test_an_action_is_on_the_themes_it_names() -> None:
    story = {"actions/2026-x": action(themes=["supervision"])}
    assert _picture(story, "supervision").done.actions == ("actions/2026-x",)
    assert _picture(story).done.actions == ()


EVIDENCED = {
    "baseline": {"met": 8, "of": 16},
    "follow_up": {"met": 14, "of": 14, "date": "2026-05-01", "by": "police"},
    "target": {"target": "All", "set_on": "2025-01-01"},
    "independent": "yes",
}


def test_what_is_evidenced_stands_before_what_is_said_and_the_furthest_reaching_first() -> None:
    assert _impact(
        a=evaluation("actions/2026-a", level="4"),
        b=evaluation("actions/2026-a", level="1"),
        c=evaluation("actions/2026-a", **{**EVIDENCED, "level": "3"}),
        d=evaluation("actions/2026-a", **{**EVIDENCED, "level": "4", "domain": "families"}),
        e=evaluation("actions/2026-a", level="3"),
        f=evaluation("actions/2026-a", level="1"),
    ) == ["d 4", "c 3", "a 4", "e 3", "b 1", "f 1"]


def test_an_evaluation_is_listed_under_the_themes_it_names_and_those_of_what_it_evaluates() -> None:
    assert _impact(
        a=evaluation("actions/2026-b", themes=["early-help"]),
        b=evaluation("actions/2026-b"),
        c=evaluation("actions/2026-a", themes=["supervision"]),
    ) == ["a 3", "c 3"]
    story = {
        "reviews/2026-a": review(themes=["early-help"], recommendations=[recommendation("inform")]),
        "evaluations/2026-a": evaluation("reviews/2026-a#inform"),
        "evaluations/2026-b": evaluation("reviews/2026-a"),
        "evaluations/2026-c": evaluation("reviews/2026-a", themes=["supervision"]),
    }
    assert [claim.record[-1] for claim in _picture(story).claims] == ["a", "b", "c"]


def _graded(count: int, *more: Fields, **fields: Any) -> tuple[GradeAgreement, ...]:
    """The agreement in an audit of so many cases that two agencies graded alike in every second."""
    cases = [
        {
            "key": f"case-{number}",
            "grades": [
                {"agency": "police", "grade": "good"},
                {"agency": "council", "grade": "good" if number % 2 else "poor"},
            ],
        }
        for number in range(count)
    ]
    whole = {"scale": "graded", "themes": ["early-help"], "cases": [*cases, *more], **fields}
    return _picture({"partnership": partnership(scales=[SCALE]), "audits/2026-a": audit(**whole)}).graded


def test_agreement_between_agencies_is_counted_and_no_coefficient_stands_below_twenty_cases() -> None:
    (found,) = _graded(19)
    assert found.audit == "audits/2026-a"
    assert found.grades.together.sentence == (
        "the same grade in 9 of 19 cases, one grade apart in 10, two or more apart in 0"
    )
    assert found.grades.coefficient is None
    (enough,) = _graded(20)
    assert enough.grades.coefficient is not None


def test_cases_graded_once_do_not_bring_a_coefficient_nearer() -> None:
    once = {"key": "once", "grades": [{"agency": "police", "grade": "good"}]}
    (found,) = _graded(19, once)
    assert (found.grades.together.cases, found.grades.coefficient) == (19, None)


def test_the_partnership_says_from_how_many_cases_a_coefficient_stands() -> None:
    def coefficient(from_cases: int) -> float | None:
        own = partnership(scales=[SCALE], thresholds={"grades_agree_from_cases": from_cases})
        grades = [{"agency": "police", "grade": "good"}, {"agency": "council", "grade": "poor"}]
        cases = [{"key": f"case-{number}", "grades": grades} for number in range(5)]
        story = {"partnership": own, "audits/2026-a": audit(scale="graded", themes=["early-help"], cases=cases)}
        return _picture(story).graded[0].grades.coefficient

    assert coefficient(6) is None
    assert coefficient(5) is not None


def test_agencies_stand_side_by_side_in_order_of_name_and_are_never_ranked() -> None:
    (found,) = _graded(4)
    assert list(found.grades.pairs) == [("council", "police")]
    assert set(GradeAgreement.__slots__) == {"audit", "grades"}
    assert set(type(found.grades).__slots__) == {"together", "pairs", "coefficient", "name"}


def test_a_grade_that_is_not_on_the_scale_is_left_out_and_breaks_nothing() -> None:
    strange = {
        "key": "strange",
        "grades": [{"agency": "police", "grade": "superb"}, {"agency": "council", "grade": "good"}],
    }
    (found,) = _graded(3, strange)
    assert found.grades.together.cases == 3


def test_audits_off_the_theme_without_a_scale_or_with_single_grades_show_no_agreement() -> None:
    assert _graded(4, themes=["supervision"]) == ()
    assert _graded(0) == ()
    grades = [{"agency": "police", "grade": "good"}, {"agency": "council", "grade": "good"}]
    unscaled = audit(themes=["early-help"], cases=[{"key": "one", "grades": grades}])
    assert _picture({"audits/2026-a": unscaled}).graded == ()


def test_a_case_on_the_theme_brings_the_audit_into_the_picture() -> None:
    assert len(_graded(4, {"key": "own", "themes": ["early-help"]}, themes=["supervision"])) == 1


CONFIDENT = {
    "how_well_done": "none", "hangs_together": "none", "enough_of_it": "serious", "about_us_now": "serious",
    "overall": "high", "because": "We think so",
}  # fmt: skip


def test_the_ceiling_is_that_of_the_evidence_and_of_the_concerns_the_group_named() -> None:
    story = {
        "reviews/2026-a": review(),
        "audits/2026-a": audit(),
        "findings/2026-a": finding("reviews/2026-a"),
        "findings/2026-b": finding("audits/2026-a"),
    }
    assert _picture(story).ceiling.confidence is Confidence.HIGH
    decided = decision(theme="early-help", disposition="change", date="2026-05-01", confidence=CONFIDENT)
    held = _picture({**story, "decisions/2026-a": decided})
    assert held.ceiling.confidence is Confidence.LOW
    assert held.ceiling.reasons == (
        "serious concern about whether there is enough of it and whether it is about us, now",
    )
    chosen = held.reading.decision
    assert chosen is not None
    assert chosen.record.confidence is not None
    assert not held.ceiling.holds(chosen.record.confidence.overall)


def test_the_partnership_says_from_when_evidence_holds_confidence_down() -> None:
    story = {
        "partnership": partnership(thresholds={"old_after_months": 4}),
        "reviews/2026-a": review("2026-03-01"),
        "audits/2026-a": audit("2026-03-01"),
        "findings/2026-a": finding("reviews/2026-a"),
        "findings/2026-b": finding("audits/2026-a"),
    }
    assert _picture(story).ceiling.reasons == ("all of it older than 4 months",)


def test_a_period_narrows_what_sources_say_but_not_what_was_audited_done_or_achieved() -> None:
    results = [{"key": "words", "met": 8, "of": 16, "themes": ["early-help"]}]
    story = {
        "audits/2022-a": audit("2022-04-16", results=results),
        "audits/2024-a": audit("2024-04-16", reaudit_of="audits/2022-a", results=results),
        "findings/2024-a": finding("audits/2024-a"),
        "actions/2024-a": action("findings/2024-a", due="2024-10-01"),
        "evaluations/2025-a": evaluation("actions/2024-a"),
    }
    found = _picture(story, period=Period(date(2026, 1, 1), TODAY, "this year"))
    assert found.reading.lines == ()
    assert (len(found.standards), len(found.claims)) == (1, 1)
    assert found.done.overdue == ("actions/2024-a",)
    assert found.ceiling.reasons == ("no evidence",)


DAYS = st.sampled_from(["2019-02-26", "2022", "2024-06", "2025-01/2025-06", "2026-03-05"])
THEMES = st.lists(st.sampled_from(["early-help", "supervision"]), unique=True)
TEXTS = st.sampled_from(["Tell the front door", "Tell the school at once", "Hear the child", "Supervise every month"])


@st.composite
def stories(draw: st.DrawFn) -> dict[str, dict[str, Any]]:
    """Reviews that repeat what was asked, audits that repeat audits, figures, actions and evaluations."""
    story: dict[str, dict[str, Any]] = {}
    asked: list[str] = []
    for number in range(draw(st.integers(1, 4))):
        repeats = {"repeat_of": [draw(st.sampled_from(asked))]} if draw(st.booleans()) and asked else {}
        item = recommendation("one", draw(TEXTS), themes=draw(THEMES), to=["council"], **repeats)
        story[f"reviews/2026-{number}"] = review(draw(DAYS), themes=draw(THEMES), recommendations=[item])
        asked.append(f"reviews/2026-{number}#one")
    for number in range(draw(st.integers(0, 3))):
        again = {"reaudit_of": f"audits/2026-{number - 1}"} if number else {}
        result = {"key": "words", "met": draw(st.integers(0, 12)), "of": 12}
        story[f"audits/2026-{number}"] = audit(draw(DAYS), themes=["early-help"], results=[result], **again)
    sources = list(story)
    for number in range(draw(st.integers(0, 4))):
        direction = draw(st.sampled_from(["working-well", "needs-to-improve", "gap", "mixed"]))
        story[f"findings/2026-{number}"] = finding(draw(st.sampled_from(sources)), direction)
    for number in range(draw(st.integers(0, 3))):
        kind = draw(st.sampled_from(["training", "simpler-process"]))
        story[f"actions/2026-{number}"] = action(draw(st.sampled_from(asked)), action_kind=kind, due="2026-01-01")
        level = draw(st.sampled_from("1234"))
        story[f"evaluations/2026-{number}"] = evaluation(f"actions/2026-{number}", level=level)
    return story


@settings(max_examples=60, deadline=None)
@given(stories(), st.randoms())
def test_the_order_in_which_records_come_does_not_change_the_picture(
    story: dict[str, dict[str, Any]], chance: Any
) -> None:
    snapshot = snapshot_of(story)
    entries = list(snapshot.entries.values())
    chance.shuffle(entries)
    shuffled = Snapshot.of_entries(entries)
    assert summarise_theme(shuffled, "early-help", TODAY) == summarise_theme(snapshot, "early-help", TODAY)
