from datetime import date
from typing import Any

import pytest

from lif.model.period import Period
from lif.model.sharing import PARTNERSHIP, PUBLIC, Sharing
from lif.model.yearly_item import YearlyItem
from lif.output.documents.footnotes import add_footnotes
from lif.output.templates.render import render
from lif.reports.builders.annual import ANNUAL, AnnualReport, build
from lif.reports.guidance_items import ITEM_JUDGES, AnsweredItem
from lif.reports.request import Request
from lif.store.shipped.guidance import editions
from support.asking import built
from support.story import (
    action,
    assessment,
    audit,
    decision,
    evaluation,
    feedback,
    finding,
    partnership,
    recommendation,
    review,
    snapshot_of,
)
from support.tree import nothing

Records = dict[str, dict[str, Any]]
DAY = date(2026, 11, 22)
NOT_RECORDED = "not recorded"
IN_EDITION = "nothing in this edition (may be withheld)"


def _agency(key: str, name: str, role: str = "safeguarding-partner", **more: Any) -> dict[str, Any]:
    return {"key": key, "name": name, "roles": [{"role": role, "since": "2019-09-01"}], **more}


AGENCIES = [
    _agency("council", "The council"),
    _agency("police", "The police"),
    _agency("health", "Health"),
    _agency("schools", "Schools", "relevant-agency", education=True),
    _agency("voluntary", "The voluntary sector", "relevant-agency"),
    _agency("scrutineer", "The scrutineer", "outside-body"),
]
CLEAR = {
    "level": "3", "measure": "Plans read", "target": {"target": "3 of 4", "set_on": "2024-12-01"}, "independent": "yes",
    "baseline": {"met": 4, "of": 20, "date": "2025-01-01"},
    "follow_up": {"met": 18, "of": 20, "date": "2026-01-01", "by": "police"},
    "date": "2026-01-01",
}  # fmt: skip
MEASURED = {
    "agreed": "2025-05-01", "done": "2025-09-01", "closed": "2026-02-01", "outcome": "achieved",
    "measures": [{
        "what": "Plans that hold the child's words", "baseline": {"met": 4, "of": 20, "date": "2025-04-02"},
        "follow_up": {"met": 18, "of": 20, "date": "2026-01-01", "by": "police"},
    }],
}  # fmt: skip


def _annual(
    records: Records, edition: str = "wt2026", audience: Sharing = PUBLIC, year: str = "2025-26", **more: Any
) -> AnnualReport:
    fields = {"agencies": AGENCIES, "guidance": [{"edition": edition}], **more}
    whole = {"partnership": partnership(**fields), **records}
    return built(build, snapshot_of(whole), Request(DAY, Period.year(year)), audience)


def _edition(records: Records, **more: Any) -> AnnualReport:
    """The public edition of records whose own readers may see more."""
    return _annual(records, readers={"level": "restricted", "who": "The business unit"}, **more)


ITEMS = {
    demand.key: demand.says
    for edition in editions()
    if edition.name == "wt2026" and edition.yearly_report
    for demand in edition.yearly_report.items
}


def _item(said: AnnualReport, item: YearlyItem) -> AnsweredItem:
    return next(answered for answered in said.required if answered.says == ITEMS[item])


def _told(said: AnnualReport, item: YearlyItem) -> tuple[str, str, str]:
    answered = _item(said, item)
    return answered.standing, answered.answer, answered.missing


def _below(said: AnnualReport, item: YearlyItem) -> list[str]:
    return [" ".join(filter(None, (line.when, line.text))) for line in _item(said, item).below]


def _sent(agency: str, *answers: tuple[str, str], **more: Any) -> dict[str, Any]:
    written = [{"item": item, "says": says} for item, says in answers]
    return {
        "title": "Sent", "sharing": "public", "agency": agency, "year": "2025-26", "received": "2026-05-01",
        "answers": written, **more,
    }  # fmt: skip


def _heard(whose: str, **more: Any) -> dict[str, Any]:
    return feedback(whose, date="2025-09-01", **more)


def _inspection(kind: str = "independent-scrutiny", **more: Any) -> dict[str, Any]:
    return {
        "title": "Scrutiny", "sharing": "public", "inspection_kind": kind, "body": "A body", "completed": "2025-10-01",
        **more,
    }  # fmt: skip


def test_every_item_of_every_edition_has_a_judge_and_stands_in_a_section_there_is() -> None:
    assert set(ITEM_JUDGES) == set(YearlyItem)
    asked = {item.key for edition in editions() if edition.yearly_report for item in edition.yearly_report.items}
    assert asked == set(YearlyItem) == set(ITEMS)
    nothing(judge.section for judge in ITEM_JUDGES.values() if judge.section and judge.section not in ANNUAL.headings)


def test_without_records_nothing_is_answered_and_each_item_says_what_would_answer_it() -> None:
    said = _annual({})
    assert {item.standing for item in said.required} == {NOT_RECORDED}
    text = render("annual", said)
    assert text.count("**not recorded**. What would answer it: ") == len(said.required)
    others = {"by": "Another", "own": False, "basis": "pages", "complete": "Far from it"}
    compiled = _annual({}, compiled=others)
    assert {item.standing for item in compiled.required} == {"not in the sources read"}
    assert "What would answer it" not in render("annual", compiled)


def test_what_is_not_verified_is_said_once_and_each_such_item_has_an_asterisk() -> None:
    said = _annual({})
    text = render("annual", said)
    assert text.count("carried over from the edition of 2023") == 1
    assert text.count("not verified against") == 1
    assert "(not verified)" not in text
    assert text.count("\\*: **") == sum(not item.is_verified for item in said.required) > 10


@pytest.mark.parametrize(
    ("more", "year", "because"),
    [
        (
            {"names": [{"name": "The board", "body": "safeguarding-children-board"}]},
            "2017-18",
            ": in the time of the board, which worked to other rules.",
        ),
        ({"guidance": []}, "2016-17", ": before Working Together to Safeguard Children 2018 came into force."),
        ({"guidance": [{"edition": "our-own"}]}, "2025-26", ": under the edition our-own, which lif does not know."),
    ],
)
def test_where_no_list_applies_to_the_year_it_says_why(more: dict[str, Any], year: str, because: str) -> None:
    said = _annual({}, year=year, **more)
    assert (said.required, said.caveats) == ((), ())
    assert f"No list of the guidance applies to this year{because}" in render("annual", said)


def test_an_edition_claims_no_absence_and_names_what_it_does_not_show_by_its_own_words() -> None:
    empty = _edition({})
    assert {item.standing for item in empty.required} == {IN_EDITION}
    some = _edition(
        {
            "contributions/2026-council": _sent("council"),
            "feedback/2025-staff": _heard("practitioners"),
            "evaluations/2026-a": evaluation(date="2026-01-01", level="1"),
            "reviews/2025-a": review("2025-06-01", recommendations=[recommendation("do"), recommendation("also")]),
            "decisions/2025-a": decision(date="2025-09-01", about=["reviews/2025-a#do"], accepts="yes"),
        }
    )
    text = render("annual", some).partition("what the guidance asks of this report")[2].partition("\n## ")[0]
    assert NOT_RECORDED not in text
    assert " only" not in text
    assert " of 3 " not in text
    assert _told(some, YearlyItem.CONTRIBUTIONS) == (
        "partly answered in this edition",
        "1 safeguarding partner: The council",
        f"a contribution of The police and Health: {IN_EDITION}",
    )
    assert _below(some, YearlyItem.RECOMMENDATIONS) == []


# contributions and costs


def test_contributions_are_counted_by_partner_and_the_missing_are_named() -> None:
    two: Records = {
        "contributions/2026-council": _sent("council", activity=["Work"]),
        "contributions/2026-health": _sent("health"),
        "contributions/2026-voluntary": _sent("voluntary"),
    }
    assert _told(_annual(two), YearlyItem.CONTRIBUTIONS) == (
        "partly answered",
        "2 of 3 safeguarding partners: The council and Health; 1 of 2 other agencies",
        "a contribution of The police: not recorded",
    )
    all_three = {**two, "contributions/2026-police": _sent("police")}
    standing, _, missing = _told(_annual(all_three), YearlyItem.CONTRIBUTIONS)
    assert (standing, missing) == ("answered", "")


def test_a_contribution_of_the_voluntary_sector_or_one_only_asked_for_is_not_that_of_a_partner() -> None:
    asked = {"title": "Asked", "sharing": "public", "agency": "police", "year": "2025-26", "due": "2026-05-01"}
    records: Records = {"contributions/2026-voluntary": _sent("voluntary"), "contributions/2026-police": asked}
    assert _told(_annual(records), YearlyItem.CONTRIBUTIONS) == (
        NOT_RECORDED,
        "other agencies only: 1",
        "a contribution of The council, The police and Health: not recorded",
    )


def test_a_partner_that_another_succeeded_in_the_year_is_counted_once() -> None:
    old = {
        "key": "old", "name": "The old body", "succeeded_by": "health",
        "roles": [{"role": "safeguarding-partner", "since": "2019-09-01", "until": "2025-06-30"}],
    }  # fmt: skip
    said = _annual({"contributions/2026-old": _sent("old")}, agencies=[*AGENCIES[:3], old])
    assert _told(said, YearlyItem.CONTRIBUTIONS)[1] == "1 of 3 safeguarding partners: Health"


def test_where_no_partner_is_recorded_the_contributions_answer_nothing() -> None:
    said = _annual({"contributions/2026-voluntary": _sent("voluntary")}, agencies=AGENCIES[3:])
    assert _told(said, YearlyItem.CONTRIBUTIONS) == (
        NOT_RECORDED, "other agencies only: 1", "which agencies were safeguarding partners: not recorded",
    )  # fmt: skip


def _budget(*paid_by: str, **more: Any) -> Records:
    income = [{"key": key, "agency": key, "amount": "1000"} for key in paid_by]
    fields = {"title": "Money", "sharing": "public", "year": "2025-26", "income": income, **more}
    return {"budgets/2025-26": fields}


def test_costs_are_what_each_partner_paid_and_what_it_went_on() -> None:
    assert _told(_annual({"contributions/2026-council": _sent("council")}), YearlyItem.COSTS)[0] == NOT_RECORDED
    assert _told(_annual(_budget("council")), YearlyItem.COSTS) == (
        "partly answered",
        "what 1 of 3 safeguarding partners paid: The council",
        "what The police and Health paid, what the money was spent on: not recorded",
    )
    spending = [{"key": "staff", "purpose": "Staff", "amount": "3000"}]
    whole = _annual(_budget("council", "police", "health", spending=spending))
    assert _item(whole, YearlyItem.COSTS).standing == "answered"
    assert _item(whole, YearlyItem.COSTS).first.records == ("budgets/2025-26",)


def test_the_budget_of_another_year_answers_nothing() -> None:
    assert _told(_annual(_budget("council", year="2024-25")), YearlyItem.COSTS)[0] == NOT_RECORDED


# families


def test_the_words_of_practitioners_are_no_feedback_of_children_and_families() -> None:
    said = _annual({"feedback/2025-a": _heard("practitioners")})
    assert _told(said, YearlyItem.FAMILIES) == (
        NOT_RECORDED,
        "feedback of practitioners only: 1",
        "feedback of children, feedback of parents and families: not recorded",
    )
    assert _item(said, YearlyItem.FAMILIES).first.records == ("feedback/2025-a",)


def test_feedback_of_parents_alone_and_feedback_that_was_not_used_answer_in_part() -> None:
    assert _told(_annual({"feedback/2025-a": _heard("parents-and-carers")}), YearlyItem.FAMILIES) == (
        "partly answered",
        "feedback of parents and families 1",
        "feedback of children, how it was used: not recorded",
    )
    used: Records = {
        "feedback/2025-a": _heard("parents-and-carers"),
        "feedback/2025-b": _heard("children", told_back="A letter"),
        "feedback/2025-c": _heard("community"),
    }
    assert _told(_annual(used), YearlyItem.FAMILIES) == (
        "answered", "feedback of children 1, parents and families 1; feedback of the community: 1", "",
    )  # fmt: skip


def test_feedback_that_a_finding_rests_on_was_used() -> None:
    records: Records = {
        "feedback/2025-a": _heard("parents-and-carers"),
        "feedback/2025-b": _heard("children"),
        "findings/2025-a": finding("feedback/2025-b", date="2025-10-01"),
    }
    assert _item(_annual(records), YearlyItem.FAMILIES).standing == "answered"


def test_a_review_in_which_families_took_part_is_told_where_no_feedback_is() -> None:
    said = _annual({"reviews/2025-a": review("2025-06-01", families="Parents met the reviewer")})
    item = _item(said, YearlyItem.FAMILIES)
    assert item.standing == "partly answered"
    assert item.answer == "1 review or audit tells how children and families took part, or why they did not"
    assert item.where == "Learning: what was looked at"


# impact


def test_an_evaluation_that_counts_who_came_is_no_evidence_of_effect() -> None:
    said = _annual({"evaluations/2026-a": evaluation(date="2026-01-01", level="1")})
    for item in (YearlyItem.IMPACT, YearlyItem.REAL_IMPACT):
        assert _told(said, item) == (
            "partly answered",
            "only what people thought or learned (1 evaluation)",
            "evidence of effect: not recorded",
        )


def test_a_claim_that_is_not_clear_is_no_evidence_of_effect() -> None:
    unclear = {**CLEAR, "baseline": {"met": 8, "of": 16, "date": "2025-01-01"},
               "follow_up": {"met": 10, "of": 14, "date": "2026-01-01", "by": "police"}}  # fmt: skip
    said = _annual({"evaluations/2026-a": evaluation(**unclear)})
    assert _told(said, YearlyItem.REAL_IMPACT)[:2] == (
        "partly answered", "1 evaluation at level 3 or 4 without a change that is shown",
    )  # fmt: skip


def test_a_clear_change_in_an_evaluation_or_a_measure_taken_again_is_evidence_of_effect() -> None:
    said = _annual(
        {"evaluations/2026-a": evaluation(**CLEAR), "evaluations/2026-b": evaluation(**CLEAR | {"level": "1"})}
    )
    item = _item(said, YearlyItem.REAL_IMPACT)
    assert (item.standing, item.answer, item.missing) == ("answered", "1 evaluation shows a change", "")
    assert (item.first.records, item.where) == (
        ("evaluations/2026-a",), "What changed for children, and how that is known",
    )  # fmt: skip
    measured = _item(_annual({"actions/2025-a": action(**MEASURED)}), YearlyItem.IMPACT)
    assert (measured.standing, measured.where) == ("answered", "What changed for children, and how that is known")


def test_what_an_agency_says_has_changed_answers_in_part() -> None:
    said = _annual({"contributions/2026-council": _sent("council", impact="Children wait less")})
    item = _item(said, YearlyItem.IMPACT)
    assert (item.standing, item.answer) == ("partly answered", "what 1 agency says has changed")
    assert item.where == "Evidence: contributions of the agencies"


def test_what_was_done_without_what_shows_its_effect_answers_in_part() -> None:
    done: Records = {
        "decisions/2025-a": decision(date="2025-12-01"),
        "actions/2025-a": action(agreed="2025-05-01", done="2025-09-01"),
    }
    assert _told(_annual(done), YearlyItem.DONE_AND_EFFECTIVE) == (
        "partly answered",
        "1 decision; 1 action (1 done or closed)",
        "what shows that it was effective: not recorded",
    )
    shown = {**done, "evaluations/2026-a": evaluation("actions/2025-a", **CLEAR)}
    assert _item(_annual(shown), YearlyItem.DONE_AND_EFFECTIVE).standing == "answered"
    agreed: Records = {"actions/2025-a": action(agreed="2025-05-01")}
    assert _told(_annual(agreed), YearlyItem.DONE_AND_EFFECTIVE)[1:] == (
        "1 action (none known to be done)",
        "what was done, what shows that it was effective: not recorded",
    )


# scrutiny, incidents, themes


def test_peers_and_councillors_are_not_independent_scrutiny() -> None:
    challenged = assessment("2025-06-01", peer_challenge=[{"outcome": "Moderated"}])
    assert _told(_annual({"assessments/2025-a": challenged}), YearlyItem.INDEPENDENT_SCRUTINY) == (
        "partly answered",
        "peer challenge of 1 self-assessment only",
        "an inspection, or scrutiny by an independent scrutineer: not recorded",
    )
    for kind in ("council-scrutiny", "peer-review"):
        told = _told(_annual({"inspections/2025-a": _inspection(kind)}), YearlyItem.INDEPENDENT_SCRUTINY)
        assert told[:2] == ("partly answered", "1 scrutiny by councillors or peers")


def test_independent_scrutiny_answers_with_what_it_taught_and_what_came_of_it() -> None:
    bare: Records = {"inspections/2025-a": _inspection()}
    assert _told(_annual(bare), YearlyItem.INDEPENDENT_SCRUTINY) == (
        "partly answered",
        "1 inspection or independent scrutiny",
        "what it taught, what came of it: not recorded",
    )
    followed: Records = {
        "inspections/2025-a": _inspection("statutory-inspection"),
        "findings/2025-a": finding("inspections/2025-a", date="2025-10-01"),
        "actions/2025-a": action("findings/2025-a", agreed="2025-11-01"),
    }
    assert _item(_annual(followed), YearlyItem.INDEPENDENT_SCRUTINY).standing == "answered"


def test_serious_incidents_are_answered_by_what_each_review_found() -> None:
    scr = {"review_kind": "local-child-safeguarding-practice-review"}
    two: Records = {
        "reviews/2025-a": review("2025-06-01", **scr, title="Review A"),
        "reviews/2025-b": review("2025-07-01", **scr, title="Review B"),
        "findings/2025-a": finding("reviews/2025-a", date="2025-06-01"),
    }
    assert _told(_annual(two), YearlyItem.SERIOUS_INCIDENTS) == (
        "partly answered",
        "what was learned is told of 1 of 2 reviews after a serious incident",
        "what was learned from Review B: not recorded",
    )
    del two["reviews/2025-b"]
    assert _item(_annual(two), YearlyItem.SERIOUS_INCIDENTS).standing == "answered"
    bare: Records = {"reviews/2025-b": review("2025-07-01", **scr, title="Review B")}
    assert _item(_annual(bare), YearlyItem.SERIOUS_INCIDENTS).standing == "partly answered"


def test_themes_come_from_reviews_audits_across_agencies_and_scrutiny_together() -> None:
    records: Records = {
        "reviews/2025-a": review("2025-06-01"),
        "audits/2025-a": audit("2025-07-01"),
        "inspections/2025-a": _inspection(),
        "findings/2025-a": finding("reviews/2025-a", date="2025-06-01"),
        "findings/2025-b": finding("audits/2025-a", date="2025-07-01", theme="supervision"),
        "findings/2025-c": finding("inspections/2025-a", date="2025-10-01"),
    }
    assert _told(_annual(records), YearlyItem.THEMES_OF_SCRUTINY) == (
        "answered", "3 findings on 2 themes (reviews 1, audits across agencies 1, inspections and scrutiny 1)", "",
    )  # fmt: skip
    del records["findings/2025-c"], records["findings/2025-b"]
    assert _told(_annual(records), YearlyItem.THEMES_OF_SCRUTINY)[2] == (
        "findings of audits across agencies, findings of inspections and scrutiny: not recorded"
    )
    own: Records = {
        "assessments/2025-a": assessment("2025-06-01"),
        "findings/2025-a": finding("assessments/2025-a", date="2025-06-01"),
    }
    assert _told(_annual(own), YearlyItem.THEMES_OF_SCRUTINY)[:2] == (
        NOT_RECORDED, "1 finding on 1 theme (other sources 1)",
    )  # fmt: skip


# recommendations


def test_recommendations_are_answered_one_by_one_and_those_without_an_answer_are_named() -> None:
    made = [recommendation("do", "Do this"), recommendation("also", "Do that")]
    records: Records = {
        "reviews/2025-a": review("2025-06-01", recommendations=made),
        "decisions/2025-a": decision(date="2025-09-01", about=["reviews/2025-a#do"], accepts="no"),
    }
    said = _annual(records)
    assert _told(said, YearlyItem.RECOMMENDATIONS) == (
        "partly answered",
        "1 of 2 recommendations of reviews answered (declined 1)",
        "an answer to 1 recommendation, improvements that came of them: not recorded",
    )
    assert _below(said, YearlyItem.RECOMMENDATIONS) == ["2025-06-01 An answer: not recorded: Do that"]


def test_a_decision_on_something_else_answers_no_recommendation() -> None:
    records: Records = {
        "reviews/2025-a": review("2025-06-01", recommendations=[recommendation("do")]),
        "decisions/2025-framework": decision(date="2025-12-11", says="The framework is approved"),
    }
    said = _annual(records)
    assert _told(said, YearlyItem.RECOMMENDATIONS)[:2] == (NOT_RECORDED, "1 recommendation of reviews")
    assert "decisions/2025-framework" not in _item(said, YearlyItem.RECOMMENDATIONS).first.records


def test_recommendations_with_an_improvement_that_came_of_them_are_answered() -> None:
    records: Records = {
        "reviews/2025-a": review("2025-06-01", recommendations=[recommendation("do")]),
        "actions/2025-a": action("reviews/2025-a#do", agreed="2025-07-01", done="2025-09-01"),
        "evaluations/2026-a": evaluation("actions/2025-a", **CLEAR),
    }
    assert _told(_annual(records), YearlyItem.RECOMMENDATIONS) == (
        "answered", "1 of 1 recommendation of reviews answered (embedded 1)", "",
    )  # fmt: skip


def test_recommendations_answered_before_the_year_or_made_to_others_are_not_of_the_year() -> None:
    records: Records = {
        "reviews/2024-a": review("2024-06-01", recommendations=[recommendation("do"), recommendation("open")]),
        "actions/2024-a": action("reviews/2024-a#do", agreed="2024-09-01"),
        "reviews/2025-n": review("2025-06-01", recommendations=[recommendation("other", outside=["A ministry"])]),
        "reviews/2026-late": review("2026-06-01", recommendations=[recommendation("later")]),
        "audits/2025-a": audit("2025-07-01", recommendations=[recommendation("audited")]),
    }
    assert _told(_annual(records), YearlyItem.RECOMMENDATIONS)[1] == "1 recommendation of reviews"
    assert _item(_annual(records), YearlyItem.RECOMMENDATIONS).first.records == ("reviews/2024-a#open",)


def test_more_than_five_without_an_answer_are_counted_and_cited_in_one_line() -> None:
    made = [recommendation(f"do-{number}", f"Do {number}") for number in range(8)]
    item = _item(_annual({"reviews/2025-a": review("2025-06-01", recommendations=made)}), YearlyItem.RECOMMENDATIONS)
    assert item.below[-1].text == "An answer: not recorded: 3 more"
    assert len(item.below) == 6
    assert (len(item.first.records), item.more) == (5, 3)


# progress, data


def test_little_progress_is_told_by_priority_and_without_priorities_cannot_be() -> None:
    priorities = [{"key": "help", "name": "Early help", "themes": ["early-help"]}]
    said = _annual({}, priorities=priorities)
    assert _told(said, YearlyItem.LITTLE_PROGRESS)[:2] == (
        "answered", "little or no evidence of progress: 1 of 1 priority",
    )  # fmt: skip
    better: Records = {"evaluations/2026-a": evaluation(themes=["early-help"], **CLEAR)}
    told = _told(_annual(better, priorities=priorities), YearlyItem.LITTLE_PROGRESS)
    assert told[:2] == ("answered", "little or no evidence of progress: on no priority")
    assert _item(_edition({}, priorities=priorities), YearlyItem.LITTLE_PROGRESS).standing == IN_EDITION


def _figure(**more: Any) -> dict[str, Any]:
    series = [{"at": "2025-06", "value": 3}, {"at": "2025-07", "value": 4}]
    return {
        "title": "Contacts",
        "sharing": "public",
        "measure": "Contacts",
        "better": "lower",
        "series": series,
        **more,
    }


def test_figures_answer_in_part_until_they_are_used_and_an_agency_says_what_sharing_improved() -> None:
    figures: Records = {"indicators/2025-a": _figure()}
    assert _told(_annual(figures), YearlyItem.DATA) == (
        "partly answered",
        "1 figure over time",
        "how data was used to learn, how sharing information improved practice: not recorded",
    )
    figures["findings/2025-a"] = finding("indicators/2025-a", date="2025-08-01")
    assert _told(_annual(figures), YearlyItem.DATA)[2] == "how sharing information improved practice: not recorded"
    figures["contributions/2026-council"] = _sent("council", ("data", "Shared the same day"))
    said = _annual(figures)
    assert _item(said, YearlyItem.DATA).standing == "answered"
    assert _below(said, YearlyItem.DATA) == ["The council: Shared the same day"]


# education, arrangements, sign-off, the words of agencies


def test_education_is_heard_in_decisions_and_in_operation() -> None:
    members = [{"agency": "schools", "role": "Headteacher"}, {"agency": "council"}]
    groups = [
        {"key": "qig", "name": "The group", "members": members},
        {"key": "new", "name": "A new one", "members": [{"agency": "schools"}], "since": "2026-03-01"},
        {"key": "old", "name": "An old one", "members": members, "until": "2024-12-31"},
        {"key": "next", "name": "The next one", "members": members, "since": "2026-09-01"},
    ]
    operation: Records = {
        "reviews/2025-a": review("2025-06-01", took_part=[{"agency": "schools"}]),
        "audits/2025-a": audit("2025-07-01", took_part=[{"agency": "council"}]),
        "contributions/2026-schools": _sent("schools"),
        "contributions/2026-council": _sent("council"),
    }
    said = _annual(operation, groups=groups)
    assert _item(said, YearlyItem.EDUCATION).standing == "answered"
    assert _below(said, YearlyItem.EDUCATION) == [
        "Schools (Headteacher) is a member of the The group",
        "Schools is a member of the A new one",
        "Education took part in 1 of 2 reviews and audits",
        "2026-05-01 Schools sent a contribution",
    ]
    assert _told(_annual({}, groups=groups), YearlyItem.EDUCATION)[2] == "how it is heard in operation: not recorded"
    assert _told(_annual(operation), YearlyItem.EDUCATION)[2] == "how it is heard in decisions: not recorded"


def test_changes_of_the_arrangements_are_those_with_a_day_in_the_year_or_what_an_agency_says() -> None:
    more: dict[str, Any] = {
        "names": [
            {"name": "The board", "body": "safeguarding-children-board", "until": "2019-08-31"},
            {"name": "The partnership", "body": "safeguarding-children-partnership", "since": "2025-12"},
        ],
        "groups": [{"key": "qig", "name": "The group", "since": "2019-09-01", "until": "2025-05-01"}],
    }
    sent: Records = {"contributions/2026-council": _sent("council", ("arrangements", "Published anew in May"))}
    said = _annual(sent, **more)
    assert _told(said, YearlyItem.ARRANGEMENTS)[:2] == (
        "answered", "2 changes; what 1 agency says of it is quoted here",
    )  # fmt: skip
    assert _below(said, YearlyItem.ARRANGEMENTS) == [
        "The name The partnership: from 2025-12",
        "The group: until 2025-05-01",
        "The council: Published anew in May",
    ]
    assert _item(_annual(sent), YearlyItem.ARRANGEMENTS).standing == "answered"


def test_the_leads_who_signed_the_report_of_the_year_off_are_counted_and_the_others_named() -> None:
    made = [
        {"what": "annual", "date": "2026-09-24", "covers": "2025-26", "signed_off_by": ["council", "schools"],
         "signed_off": "2026-09-17"},
        {"what": "annual", "date": "2025-09-24", "covers": "2024-25", "signed_off_by": ["police"]},
        {"what": "executive", "date": "2026-05-24", "covers": "2025-26", "signed_off_by": ["police"]},
    ]  # fmt: skip
    said = _annual({}, reports_made=made)
    assert _told(said, YearlyItem.SIGN_OFF) == (
        "partly answered",
        "leads of 1 of 3 safeguarding partners",
        "the sign-off of The police and Health: not recorded",
    )
    assert _below(said, YearlyItem.SIGN_OFF) == ["2026-09-17 Signed off by the leads of The council, Schools"]
    made[0]["signed_off_by"] = ["council", "police", "health"]
    assert _item(_annual({}, reports_made=made), YearlyItem.SIGN_OFF).standing == "answered"


@pytest.mark.parametrize("item", [YearlyItem.NATIONAL_REFORMS, YearlyItem.RESTRAINT, YearlyItem.DISPROPORTIONALITY])
def test_what_only_an_agency_can_say_is_answered_by_its_words_which_are_quoted(item: YearlyItem) -> None:
    said = _annual({"contributions/2026-police": _sent("police", (item.value, "We did so"))})
    assert _told(said, item) == ("answered", "what 1 agency says of it is quoted here", "")
    assert _below(said, item) == ["The police: We did so"]


def test_the_words_of_an_agency_do_not_stand_in_for_evidence() -> None:
    said = _annual({"contributions/2026-police": _sent("police", ("real-impact", "It helped"))})
    assert _told(said, YearlyItem.REAL_IMPACT) == (
        "partly answered", "what 1 agency says of it is quoted here", "evidence of effect: not recorded",
    )  # fmt: skip


def test_every_mark_of_the_list_has_its_note_and_at_most_five_stand_on_a_line() -> None:
    records: Records = {
        "reviews/2025-a": review("2025-06-01"),
        **{f"findings/2025-{number}": finding("reviews/2025-a", date="2025-06-01") for number in range(7)},
    }
    whole = {"partnership": partnership(agencies=AGENCIES, guidance=[{"edition": "wt2026"}]), **records}
    said = built(build, snapshot_of(whole), Request(DAY, Period.year("2025-26")), PARTNERSHIP)
    text = add_footnotes(render("annual", said), snapshot_of(whole))
    line = next(line for line in text.splitlines() if "Themes from all methods" in line)
    assert line.count("[^findings-") == 5
    assert ' and 2 more, under "Learning: what was found".' in line
    assert all(f"[^findings-2025-{number}]: " in text for number in range(7))
