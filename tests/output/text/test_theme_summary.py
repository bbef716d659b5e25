from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from lif.analysis.themes.period_comparison import Movement, ThemeMovement
from lif.analysis.themes.theme_summary import summarise_theme
from lif.model.period import Period
from lif.output.text.theme_summary import movement_text, theme_summary_text
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

COMMON = [40, 42] * 7
FIRST, AGAIN = "audits/2024-first", "audits/2026-again"
SURE = dict.fromkeys(("how_well_done", "hangs_together", "enough_of_it", "about_us_now"), "none")


def _summary_of(story: Mapping[str, Fields], *, numbers: bool = False, theme: str = "early-help") -> str:
    """What is said on the theme, in one line."""
    snapshot = snapshot_of(story)
    return " ".join(
        theme_summary_text(snapshot, summarise_theme(snapshot, theme, TODAY), "not recorded", numbers=numbers).split()
    )


def _result(met: int, of: int, number: int = 0) -> dict[str, Any]:
    return {"key": f"standard-{number}", "met": met, "of": of}


def _audits(then: list[dict[str, Any]], now: list[dict[str, Any]]) -> dict[str, Fields]:
    both: dict[str, Any] = {"selection": "random", "themes": ["early-help"]}
    return {
        FIRST: audit("2024-03-01", results=then, **both),
        AGAIN: audit("2026-03-01", results=now, reaudit_of=FIRST, **both),
    }


def _graded(cases: int, *pairs: tuple[str, str]) -> dict[str, Fields]:
    """An audit in which the council and the police graded the same cases, as the pairs say, then both `good`."""
    scale = {
        "key": "graded",
        "name": "Grades",
        "grades": [{"key": key, "label": key} for key in ("best", "good", "poor")],
    }
    every = [*pairs, *[("good", "good")] * (cases - len(pairs))]
    told_cases = [
        {
            "key": f"case-{number}",
            "grades": [{"agency": "council", "grade": first}, {"agency": "police", "grade": other}],
        }
        for number, (first, other) in enumerate(every)
    ]
    return {
        "partnership": partnership(scales=[scale]),
        "audits/2026-a": audit(scale="graded", themes=["early-help"], cases=told_cases),
    }


def _figure(values: list[int], **more: Any) -> dict[str, Fields]:
    series = [{"at": f"{2025 + place // 12}-{place % 12 + 1:02}", "value": value} for place, value in enumerate(values)]
    return {
        "indicators/2026-a": {
            "title": "A figure", "sharing": "public", "measure": "How many were seen", "better": "higher",
            "themes": ["early-help"], "series": series, **more,
        }
    }  # fmt: skip


def _findings_of(*directions: str) -> dict[str, Fields]:
    """A review and, for a second direction, an audit, each with a finding on the theme."""
    sources: list[tuple[str, Fields]] = [("reviews/2026-a", review()), ("audits/2026-b", audit())]
    story: dict[str, Fields] = {}
    for number, (direction, (source, fields)) in enumerate(zip(directions, sources, strict=False)):
        story |= {source: fields, f"findings/2026-{number}": finding(source, direction)}
    return story


def test_nothing_known_says_only_that_nothing_was_done_or_achieved() -> None:
    said = _summary_of({})
    assert "Actions: not recorded. Impact so far: not recorded. Decision of the group: ______" in said
    for heading in ("Audit then and now", "Figures", "Agencies' own grades", "Confidence", "ade before"):
        assert heading not in said


def test_a_standard_stands_with_every_date_count_and_audit_and_what_can_be_said() -> None:
    assert (
        "Standards that audits measured, year by year: Standard 0 [standard-0] audits of several agencies: "
        f"2024-03-01 8 of 16 random {FIRST} 2026-03-01 14 of 14 random {AGAIN} "
        "Last step: clear improvement (change, cause not shown)."
    ) in _summary_of(_audits([_result(8, 16)], [_result(14, 14)]))


def test_audits_without_a_date_are_said_to_have_none() -> None:
    story = {
        FIRST: audit(None, results=[_result(8, 16)], themes=["early-help"]),
        AGAIN: audit(None, results=[_result(14, 14)], reaudit_of=FIRST),
    }
    assert f"no date 8 of 16 how chosen: not recorded {FIRST} no date 14 of 14" in _summary_of(story)


@pytest.mark.parametrize(("standards", "is_warned"), [(9, False), (10, True)])
def test_of_many_standards_it_is_said_how_many_change_by_chance(standards: int, is_warned: bool) -> None:  # noqa: FBT001
    results = [_result(8, 16, number) for number in range(standards)]
    warning = "Of 10 standards compared, about 1 would look changed by chance alone."
    assert (warning in _summary_of(_audits(results, results))) is is_warned
    assert ("by chance alone" in _summary_of(_audits(results, results))) is is_warned


def test_a_figure_is_told_in_words_with_its_warnings_and_without_numbers() -> None:
    said = _summary_of(_figure(COMMON))
    assert (
        "Figures - How many were seen: no sign of real change: ups and downs as usual (14 points). [indicators/2026-a]"
        " Mind: no sign of change is not the same as no problem."
    ) in said
    assert "limits" not in said


def test_agencies_own_grades_are_counted_in_cases() -> None:
    assert (
        "Agencies' own grades before moderation: the same grade in 1 of 3 cases, one grade apart in 1, two or more"
        " apart in 1. [audits/2026-a]"
    ) in _summary_of(_graded(3, ("best", "good"), ("best", "poor")))


def test_confidence_nobody_set_is_said_to_be_unset_with_the_most_it_can_be_and_why() -> None:
    assert "Confidence: not set by a person yet; can be no higher than LOW (one line of evidence only)." in _summary_of(
        _findings_of("gap")
    )
    disagreeing = _summary_of(_findings_of("working-well", "gap"))
    assert "not set by a person yet; can be no higher than LOW (sources disagree)." in disagreeing


def _decided(overall: str, **more: Any) -> dict[str, Fields]:
    confidence = {**SURE, "overall": overall, "because": "Two agree", **more}
    return {"decisions/2026-a": decision(theme="early-help", disposition="change", confidence=confidence)}


def test_confidence_a_person_set_stands_with_its_reason_and_is_held_to_its_ceiling() -> None:
    agreed = _findings_of("gap", "gap")
    assert "Confidence: high, because Two agree. [decisions/2026-a]" in _summary_of({**agreed, **_decided("high")})
    alone = _findings_of("gap")
    assert (
        "Confidence: moderate, because Two agree; that is too high: it can be no higher than LOW (one line of evidence"
        " only). [decisions/2026-a]"
    ) in _summary_of({**alone, **_decided("moderate")})
    assert "too high" not in _summary_of({**alone, **_decided("low")})
    worried = _summary_of({**agreed, **_decided("high", enough_of_it="serious")})
    assert "it can be no higher than MODERATE (serious concern about whether there is enough of it)" in worried


def test_a_decision_without_confidence_leaves_it_unset() -> None:
    story = {**_findings_of("gap"), "decisions/2026-a": decision(theme="early-help", disposition="create")}
    assert "Confidence: not set by a person yet" in _summary_of(story)


def _review_that_asks(published: str | None, key: str, text: str, **more: Any) -> Fields:
    return review(published, themes=["early-help"], recommendations=[recommendation(key, text, **more)])


def test_what_was_asked_before_stands_with_its_years_and_what_came_of_the_last_time() -> None:
    story: dict[str, Fields] = {
        "reviews/2020-a": _review_that_asks("2020-03-01", "train", "Train everybody"),
        "reviews/2026-a": _review_that_asks(
            "2026-03-01", "train-again", "Train them again", repeat_of=["reviews/2020-a#train"]
        ),
        "actions/2020-a": action("reviews/2020-a#train", action_kind="training", closed="2021-01-01"),
    }
    said = _summary_of(story)
    assert (
        "Made before in 2020: Train them again [reviews/2026-a#train-again]; last closed 2021-01-01 with training only;"
        " a follow-up of its measure: not recorded."
    ) in said
    assert "Perhaps" not in said
    undated = {**story, "reviews/2020-a": _review_that_asks(None, "train", "Train everybody")}
    assert "Made before, without a date: Train them again" in _summary_of(undated)


def _alike(count: int) -> dict[str, Fields]:
    """One recommendation, and so many later ones in nearly its words."""
    earlier = {"reviews/2019-a": _review_that_asks("2019-01-01", "first", "Share information with schools")}
    later = {
        f"reviews/20{20 + number}-b": _review_that_asks(
            f"20{20 + number}-01-01", "later", "Share information with every school"
        )
        for number in range(count)
    }
    return {**earlier, **later}


def test_what_may_have_been_asked_before_is_offered_and_never_asserted() -> None:
    said = _summary_of(_alike(1))
    assert (
        "Perhaps made before, not linked by a person: Share information with every school [reviews/2020-b#later] may"
        " repeat reviews/2019-a#first."
    ) in said
    assert "; Made before" not in said
    assert "--format json" not in said


@pytest.mark.parametrize(("count", "more"), [(3, ""), (4, "1 more "), (5, "2 more ")])
def test_no_more_than_three_are_offered_at_once_and_the_rest_are_counted(count: int, more: str) -> None:
    said = _summary_of(_alike(count))
    assert said.count("Perhaps made before") == min(count, 3)
    assert ("repeat earlier ones: --format json lists them." in said) is bool(more)
    assert more in said


def test_actions_are_told_by_strength_with_those_overdue_and_whether_anything_stronger_was_tried() -> None:
    found = _findings_of("gap")
    weak = {
        "actions/2026-a": action("findings/2026-0", action_kind="training", due="2026-09-30"),
        "actions/2026-b": action("findings/2026-0", action_kind="training", due="2026-10-01"),
    }
    assert (
        "2 actions: 0 stronger, 0 intermediate, 2 weaker (all training); 1 overdue (actions/2026-a). Nothing stronger"
        " has been tried."
    ) in _summary_of({**found, **weak})
    strong = {"actions/2026-c": action("findings/2026-0", action_kind="forcing-function", due="2027-01-01")}
    said = _summary_of({**found, **strong})
    assert "1 action: 1 stronger, 0 intermediate, 0 weaker. Impact" in said
    assert "Nothing stronger" not in said
    assert "overdue" not in said


PROVEN: dict[str, Any] = {
    "baseline": {"met": 8, "of": 16, "date": "2025-01-01"},
    "follow_up": {"met": 14, "of": 16, "date": "2026-01-01", "by": "police"},
    "target": {"target": "12 of 16", "set_on": "2025-02-01"},
    "independent": "yes",
}


def test_impact_is_told_by_its_level_when_it_is_evidenced_and_by_what_it_lacks_when_it_is_not() -> None:
    found = {**_findings_of("gap"), "actions/2026-a": action("findings/2026-0")}
    proven = {"evaluations/2026-a": evaluation("actions/2026-a", **PROVEN)}
    assert "[evaluations/2026-a]" in _summary_of({**found, **proven})
    shown = "Impact so far, evidenced at level 3 of 4, practice: An evaluation; clear improvement"
    assert shown in _summary_of({**found, **proven})
    claimed = {
        "evaluations/2026-b": evaluation(
            "actions/2026-a", level="4", domain="families", **{**PROVEN, "independent": "no"}
        )
    }
    lacking = (
        "no change shown at level 4 of 4, children and families: An evaluation; it lacks a collector other than the"
    )
    assert f"Impact so far: {lacking} owner of the action. [evaluations/2026-b]" in _summary_of({**found, **claimed})
    both = _summary_of({**found, **proven, **claimed})
    assert "level 3" in both
    assert "level 4" not in both


def _everything() -> dict[str, Fields]:
    """A story in which every line of the picture is said."""
    return {
        **_graded(20, ("best", "good")),
        **_audits([_result(8, 16)], [_result(14, 14)]),
        **_figure(COMMON),
        **_decided("low"),
        **_alike(1),
        "reviews/2026-c": _review_that_asks("2026-03-01", "again", "Once more", repeat_of=["reviews/2019-a#first"]),
        "findings/2026-c": finding("reviews/2026-c"),
        "findings/2026-d": finding(AGAIN, "working-well"),
        "actions/2026-a": action("findings/2026-c", action_kind="training"),
        "evaluations/2026-a": evaluation("actions/2026-a", **PROVEN),
    }


def test_the_picture_stands_in_its_order_before_the_decision_of_the_group_which_is_last() -> None:
    parts = (
        "THEME", "Proposal:", "Newest evidence:", "Standards that audits measured", "Figures -", "Mind:",
        "Agencies' own grades",
        "Confidence:", "Made before", "Perhaps made before", "1 action:", "Impact so far", "Pair:",
        "Standard 0: 2026-03-01 minus 2024-03-01", "How many were seen: mean", "audits/2026-a: Krippendorff",
        "Decision of the group:",
    )  # fmt: skip
    said = _summary_of(_everything(), numbers=True)
    places = [said.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)


def test_numbers_for_a_statistician_are_told_only_when_asked_for() -> None:
    plain, full = _summary_of(_everything()), _summary_of(_everything(), numbers=True)
    assert (
        "Pair: practice reviews, multi-agency audits: dissonance (Farmer's rule, same point: partial agreement)."
        in full
    )
    assert "Standard 0: 2026-03-01 minus 2024-03-01, 95 % interval +" in full
    assert "points (Newcombe, method 10); the true change could be as small as about " in full
    assert "How many were seen: mean 41.00, limits 35.68 to 46.32; NHSRplotthedots (Making Data Count)" in full
    assert "audits/2026-a: Krippendorff's alpha (ordinal) 0.00." in full
    for word in ("Pair:", "interval", "Newcombe", "mean 4", "Krippendorff", "Farmer", "NHSR"):
        assert word not in plain


def test_numbers_say_nothing_where_there_are_none() -> None:
    story = {**_graded(19), **_audits([_result(8, 9)], [_result(9, 9)]), **_figure([40, 42, 40]), **_findings_of("gap")}
    full = _summary_of(story, numbers=True)
    assert "too few to say" in full
    assert "too few points" in full
    for word in ("Pair:", "interval", "mean ", "Krippendorff"):
        assert word not in full


def test_agreeing_codes_are_told_once() -> None:
    full = _summary_of(_findings_of("gap", "gap"), numbers=True)
    assert "Pair: practice reviews, multi-agency audits: agreement." in full
    assert "Farmer" not in full


def test_then_and_now_is_a_table_with_both_spans_and_silence_is_not_called_well() -> None:
    moves = (
        ThemeMovement("early-help", "Early Help", "N", "W", Movement.IMPROVING),
        ThemeMovement("child-voice", "Child Voice", "G", None, Movement.NO_LONGER_SEEN),
    )
    head, columns, *rows = movement_text(moves, Period(date(2025, 1, 1), date(2025, 12, 31), "")).splitlines()
    assert head == "THEN AND NOW  2024-01-01 to 2024-12-31, and 2025-01-01 to 2025-12-31"
    assert columns.split() == ["theme", "then", "now"]
    assert [row.split("  ") for row in (" ".join(rows[0].split()), " ".join(rows[1].split()))] == [
        ["Early Help needs to improve working well improving"],
        ["Child Voice a gap: nothing in place no verdict no longer seen"],
    ]
    assert "No longer seen is not well." in " ".join(" ".join(rows).split())
