from datetime import date
from typing import Any

import pytest

from lif.errors import LifError
from lif.model.sharing import PARTNERSHIP, PUBLIC, Sharing
from lif.output.templates.render import render
from lif.reports.builders.briefing import HEADINGS, ONE_PAGE, SEVEN_MINUTE, Briefing, build
from lif.reports.cited_sentence import Line
from lif.reports.request import Request
from support.asking import built
from support.story import (
    action,
    assessment,
    audit,
    evaluation,
    finding,
    partnership,
    recommendation,
    review,
    snapshot_of,
)

Records = dict[str, dict[str, Any]]
TODAY = date(2026, 11, 22)
STORY: Records = {
    "reviews/2023-a": review("2023-06-14"),
    "findings/2023-a": finding("reviews/2023-a", says="It came late then"),
    "reviews/2025-a": review(
        "2025-06-14",
        title="A thematic review",
        question="Why so late?",
        intended=[
            {"key": "soon", "outcome": "They hear in time", "measure": "Days", "target": "1 day"},
            {"key": "bare", "outcome": "They are heard"},
        ],
        recommendations=[
            recommendation("all", "Tell each other", to=["council", "police"], findings=["findings/2025-late"]),
            recommendation("police-only", "Tell at once", to=["police"]),
            recommendation("nobody", "Think of it"),
        ],
    ),
    "audits/2025-part": audit("2025-05-01", part_of="reviews/2025-a", title="Its sample"),
    "findings/2025-good": finding("reviews/2025-a", "working-well", says="They kept asking"),
    "findings/2025-late": finding("reviews/2025-a", says="It came late", recurrence_of="findings/2023-a"),
    "findings/2025-told": finding("reviews/2025-a", "descriptive", says="Named only"),
    "findings/2025-part": finding("audits/2025-part", "gap", "child-voice", says="No words", agencies=["police"]),
    "findings/2025-old": finding("reviews/2025-a", says="Overtaken", superseded_by="findings/2025-late"),
    "actions/2025-a": action(
        "reviews/2025-a#all", title="One way", due="2027-01-31", owner={"agency": "council"}, joint_with=["police"],
        measures=[{"what": "Contacts in time", "target": "9 of 10", "baseline": {"met": 3, "of": 20},
                   "follow_up": {"met": 18, "of": 20, "by": "police"}}],
    ),
    "actions/2025-b": action("findings/2025-late", title="Closed one", closed="2026-01-01", outcome="partly"),
    "actions/2025-c": action("findings/2025-late", title="Done one", done="2026-01-01", owner={"agency": "police"}),
    "learning/2025-a": {
        "title": "A workshop", "sharing": "public", "form": "workshop", "date": "2025-10-02",
        "from_records": ["reviews/2025-a#all"], "messages": ["Ask first"],
    },
}  # fmt: skip


def _brief(about: str, records: Records = STORY, audience: Sharing = PARTNERSHIP, agency: str = "") -> Briefing:
    return built(build, snapshot_of(records), Request(TODAY, about=about, agency=agency), audience)


def _texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


def test_a_briefing_on_a_review_holds_its_findings_both_ways_and_those_of_its_parts() -> None:
    made = _brief("reviews/2025-a")
    assert made.head.title == "A thematic review"
    assert _texts(made.background) == [
        "Thematic review, June 2025.",
        "It asked: Why so late?",
        "How practitioners and families were heard: not recorded.",
        "Part of it is “Its sample” (multi-agency practice, May 2025).",
    ]
    assert _texts(made.strengths) == ["They kept asking."]
    assert _texts(made.concerns) == ["It came late.", "From “Its sample”, a part of it: No words."]
    assert _texts(made.why) == [
        "What should be different: They hear in time.",
        "What should be different: They are heard.",
        "This has come back, found in “A review”, June 2023: It came late then.",
    ]
    assert _texts(made.to_do) == ["Ask first.", "Recommended: Think of it."]
    assert _texts(made.asked) == [
        "Asked of The council and The police: Tell each other.",
        "Asked of The police: Tell at once.",
    ]
    assert _texts(made.doing) == [
        "One way: The council and The police; by 31 January 2027.",
        "Done one: The police; done January 2026.",
        "Closed one; closed January 2026, recorded as partly achieved; what shows a change: not recorded.",
    ]
    assert _texts(made.knowing) == [
        "Days; good enough: 1 day.",
        "Contacts in time; good enough: 9 of 10; then 3 of 20; now 18 of 20.",
    ]
    assert made.headings == HEADINGS


def test_small_counts_are_words_for_the_public() -> None:
    assert _texts(_brief("reviews/2025-a", audience=PUBLIC).knowing)[-1].endswith("then few; now most.")


def test_a_briefing_for_one_agency_leaves_out_what_concerns_others_only() -> None:
    made = _brief("reviews/2025-a", agency="council")
    assert made.agency == "The council"
    assert _texts(made.concerns) == ["It came late."]
    assert _texts(made.asked) == ["Asked of The council and The police: Tell each other."]
    assert "Done one" not in str(made.doing)
    assert made.questions[-1].startswith("What will we in The council do differently")


def test_a_briefing_on_a_finding_tells_what_works_in_its_source_too() -> None:
    made = _brief("findings/2025-late")
    assert _texts(made.strengths) == ["They kept asking."]
    assert _texts(made.concerns) == ["It came late."]
    assert made.head.title == "A finding"


def test_a_briefing_on_learning_begins_with_its_messages_and_what_it_comes_from() -> None:
    made = _brief("learning/2025-a")
    assert "Ask first." in _texts(made.background)
    assert _texts(made.strengths) == ["They kept asking."]
    assert "One way" in str(made.doing)


def test_a_briefing_on_a_theme_gathers_it_from_every_source() -> None:
    made = _brief("early-help")
    assert made.head.title == "Early Help"
    assert set(_texts(made.concerns)) == {"It came late.", "It came late then."}
    assert made.asked[0].records == ("reviews/2025-a#all",)


def test_nothing_recorded_is_said_and_strengths_are_asked_for() -> None:
    said = render("seven-minute", _brief("child-voice", {}), headings=SEVEN_MINUTE.headings)
    assert "What works well: not recorded." in said
    assert "What needs to change: not recorded." in said
    assert "How we shall know: not recorded." in said
    assert "What already works well here, and who should hear of it?" in said
    page = render("one-page", _brief("reviews/2025-a"), headings=ONE_PAGE.headings)
    assert page.index("They kept asking.") < page.index("It came late.")


def test_of_many_findings_the_first_few_are_read_and_the_others_counted() -> None:
    many = {f"findings/2025-{number}": finding("reviews/2025-a", says=f"Number {number}") for number in range(7)}
    made = _brief("reviews/2025-a", {"reviews/2025-a": review("2025-06-14"), **many})
    assert len(made.concerns) == 7
    made = _brief("early-help", {"reviews/2025-a": review("2025-06-14"), **many})
    assert len(made.concerns) == 5
    assert made.concerns[-1].text == "3 more stand in the records."
    assert len(made.concerns[-1].records) == 3


def _of_parts(number: int) -> Records:
    findings = {
        f"findings/2025-{letter}-{at}": finding(f"reviews/2025-{letter}", says=f"{letter.upper()} {at}")
        for letter in "ab"
        for at in range(number)
    }
    return {
        "reviews/2025-a": review(
            "2025-06-14", recommendations=[recommendation("last", findings=[f"findings/2025-a-{number - 1}"])]
        ),
        "reviews/2025-b": review("2025-09-14", title="A part", part_of="reviews/2025-a", takes_over=["reviews/2025-a"]),
        "findings/2025-repeats": finding(
            "reviews/2025-b", says="It takes over what the other found", derived_from="findings/2025-a-0"
        ),
        **findings,
    }


def test_the_review_s_own_findings_come_first_those_on_which_it_rests_recommendations_before_all() -> None:
    made = _brief("reviews/2025-a", _of_parts(6))
    assert _texts(made.concerns)[:6] == ["A 5.", "A 4.", "A 3.", "A 2.", "A 1.", "A 0."]
    assert _texts(made.concerns)[6] == "From “A part”, a part of it: B 5."
    assert _texts(made.concerns)[-1] == "3 more, of its parts or taken over, stand in the records."
    assert made.questions[0] == "A 5. Where do we see this in our own work?"
    assert made.questions[1].startswith("A 4. ")


def test_what_only_repeats_a_finding_of_the_briefing_is_not_told_again() -> None:
    for about in ("reviews/2025-a", "reviews/2025-b", "early-help"):
        assert "takes over what" not in str(_brief(about, _of_parts(1)))
    assert _texts(_brief("reviews/2025-b", _of_parts(1)).concerns) == ["B 0.", "Taken over from “A review”: A 0."]
    assert "takes over what" in str(_brief("findings/2025-repeats", _of_parts(1)).concerns)


def test_questions_come_from_the_parts_where_the_review_found_no_concern_itself() -> None:
    records = {**_of_parts(1), "findings/2025-a-0": finding("reviews/2025-a", "working-well", says="Good")}
    assert _brief("reviews/2025-a", records).questions[0].startswith("B 0. ")


def test_a_briefing_tells_how_the_review_worked_who_was_heard_and_what_it_cannot_show() -> None:
    heard = review(
        "2025-06-14", method="A cohort", took_part=[{"agency": "council"}, {"agency": "police"}],
        families="They read it", limitations=["One cohort", "No control group"], systemic_factors=["Many forms"],
    )  # fmt: skip
    made = _brief("reviews/2025-a", {"reviews/2025-a": heard})
    assert _texts(made.background)[1:] == [
        "How it worked: A cohort.",
        "Who took part: The council and The police.",
        "How children and families were heard: They read it.",
        "How practitioners were heard: not recorded.",
        "What it cannot show: One cohort. No control group.",
    ]
    assert _texts(made.why) == ["What it names in the system: Many forms."]


@pytest.mark.parametrize(("audience", "cases"), [(PARTNERSHIP, "4 cases; random"), (PUBLIC, "random")])
def test_a_briefing_on_an_audit_tells_how_cases_were_chosen_and_few_cases_not_to_the_public(
    audience: Sharing, cases: str
) -> None:
    records = {"audits/2025-a": audit("2025-05-01", cases_looked_at=4, selection="random")}
    assert f"How it worked: {cases}." in _texts(_brief("audits/2025-a", records, audience).background)


def test_a_count_is_told_with_what_was_counted_unless_the_sentence_tells_it() -> None:
    records = {
        "reviews/2025-a": review("2025-06-14"),
        "findings/2025-a": finding("reviews/2025-a", says="Late", standard="told-within-a-day", met=9, of=24),
        "findings/2025-b": finding("reviews/2025-a", says="Late in 9 of 24", met=9, of=24),
    }
    assert _texts(_brief("reviews/2025-a", records).concerns) == [
        "Late in 9 of 24.", "Late. Counted: Told within a day: 9 of 24."
    ]  # fmt: skip


def test_an_evaluation_is_told_with_its_measure_because_a_number_means_nothing_without_its_scale() -> None:
    readings = {"baseline": {"value": 3.4, "of": 6, "date": "2025-08-28"}, "follow_up": {"value": 5.2, "of": 6}}
    told = evaluation("learning/2025-a", claim="They know it", measure="Right answers", date="2025-11-13", **readings)
    made = _brief("reviews/2025-a", {**STORY, "evaluations/2025-a": told})
    assert _texts(made.knowing)[0] == (
        "Evaluated: They know it (Right answers; then 3.4 of 6 (August 2025); now 5.2 of 6)."
    )


def test_an_action_without_a_due_date_says_so() -> None:
    records = {"reviews/2025-a": review("2025-06-14"), "findings/2025-a": finding("reviews/2025-a")}
    made = _brief("reviews/2025-a", {**records, "actions/2025-a": action("findings/2025-a", title="A plan")})
    assert _texts(made.doing) == ["A plan; by when: not recorded."]
    assert _texts(made.why) == ["First among the concerns: A finding."]


def test_a_briefing_writes_its_day_in_words() -> None:
    assert "As of 22 November 2026, content" in render("seven-minute", _brief("reviews/2025-a"))


def test_the_partnership_s_own_headings_are_used_and_there_are_seven_of_them() -> None:
    own = [f"Heading {number}" for number in range(7)]
    records = {"partnership": partnership(settings={"briefing_headings": own})}
    assert "## 7. Heading 6" in render("seven-minute", _brief("child-voice", records))
    records = {"partnership": partnership(settings={"briefing_headings": own[:6]})}
    with pytest.raises(LifError, match="`briefing_headings` of the partnership are 6, and a briefing has 7 parts"):
        _brief("child-voice", records)


def test_a_self_rating_that_moderation_lowered_is_no_strength_of_a_theme() -> None:
    """`What works: the agency rates hearing children as met`, and no word that moderation said otherwise."""
    grades = [{"key": "met", "label": "Met"}, {"key": "partly", "label": "Partly met"}]
    standard = {"key": "voice", "text": "Children are heard", "themes": ["child-voice"]}
    records: Records = {
        "partnership": partnership(
            scales=[{"key": "ratings", "name": "Ratings", "grades": grades}],
            standards_sets=[{"key": "standards", "name": "Standards", "scale": "ratings", "standards": [standard]}],
        ),
        "assessments/2026-a": assessment(
            agency="council",
            standards_set="standards",
            ratings=[{"standard": "voice", "own": "met", "moderated": "partly"}],
        ),
        "findings/2026-a": finding("assessments/2026-a", "working-well", "child-voice", says="We hear them"),
    }
    on_theme = _brief("child-voice", records)
    assert on_theme.strengths == ()
    assert not any("We hear them" in question for question in on_theme.questions)
    assert _texts(_brief("findings/2026-a", records).strengths) == [
        "We hear them (the rating was moderated from met to partly met)."
    ]
    records["assessments/2026-a"]["ratings"][0]["moderated"] = "met"
    assert _texts(_brief("child-voice", records).strengths) == ["We hear them."]
