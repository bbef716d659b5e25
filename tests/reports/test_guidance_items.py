from datetime import date
from typing import Any

from lif.model.period import Period
from lif.model.sharing import PUBLIC
from lif.model.yearly_item import YearlyItem
from lif.output.templates.render import render
from lif.reports.builders.annual import ANNUAL, AnnualReport, build
from lif.reports.guidance_items import EVIDENCE_SOUGHT, AnsweredItem
from lif.reports.request import Request
from lif.store.shipped.guidance import editions
from support.asking import built
from support.story import audit, decision, evaluation, partnership, review, snapshot_of
from support.tree import nothing

Records = dict[str, dict[str, Any]]
PARTNERS = [
    {"key": "council", "name": "The council", "roles": [{"role": "safeguarding-partner", "since": "2019-09-01"}]},
    {"key": "schools", "name": "Schools", "education": True,
     "roles": [{"role": "relevant-agency", "since": "2025-09-01"}]},
]  # fmt: skip

CLEAR = {
    "level": "3", "measure": "Plans read", "target": {"target": "3 of 4", "set_on": "2024-12-01"}, "independent": "yes",
    "baseline": {"met": 4, "of": 20, "date": "2025-01-01"}, "follow_up": {"met": 18, "of": 20, "date": "2026-01-01"},
}  # fmt: skip


def _annual(records: Records, edition: str = "wt2026", **more: Any) -> AnnualReport:
    whole = {"partnership": partnership(agencies=PARTNERS, guidance=[{"edition": edition}], **more), **records}
    return built(build, snapshot_of(whole), Request(date(2026, 11, 22), Period.year("2025-26")), PUBLIC)


def _item(said: AnnualReport, words: str) -> AnsweredItem:
    return next(item for item in said.required if words in item.says)


def _below(said: AnnualReport, words: str) -> list[str]:
    return [" ".join(filter(None, (line.when, line.text))) for line in _item(said, words).below]


def _contribution(agency: str, *answers: tuple[str, str], **more: Any) -> dict[str, Any]:
    written = [{"item": item, "says": says} for item, says in answers]
    return {"title": "Sent", "sharing": "public", "agency": agency, "year": "2025-26", "answers": written, **more}


def test_every_item_of_every_edition_can_be_answered_and_stands_in_a_section_there_is() -> None:
    assert set(EVIDENCE_SOUGHT) == set(YearlyItem)
    asked = {item.key for edition in editions() if edition.yearly_report for item in edition.yearly_report.items}
    assert asked == set(YearlyItem)
    nothing(
        sought.section
        for sought in EVIDENCE_SOUGHT.values()
        if sought.section and sought.section not in ANNUAL.headings
    )


def test_an_item_without_an_answer_says_what_would_be_one() -> None:
    said = render("annual", _annual({}))
    wanted = "A review of the use of restraint, where there is a secure establishment in the area (not verified): "
    assert f"{wanted}**not recorded**. What would answer it: what an agency writes about it under answers" in said
    others = {"by": "Somebody else", "own": False, "basis": "pages", "complete": "Far from it"}
    assert "What would answer it" not in render("annual", _annual({}, compiled=others))


def test_what_nobody_verified_is_said_once_and_marked_at_each_item() -> None:
    said = _annual({})
    assert len(said.caveats) == 1
    text = render("annual", said)
    assert text.count("carried over from the edition of 2023") == 1
    assert text.count("(not verified): ") == sum(not item.is_verified for item in said.required) > 10
    unknown = _annual({}, edition="our-own")
    assert (unknown.required, unknown.caveats) == ((), ())


def test_how_education_is_heard_is_shown_by_groups_by_reviews_and_by_what_it_sent() -> None:
    members = [{"agency": "schools", "role": "Headteacher"}, {"agency": "council"}]
    groups = [
        {"key": "qig", "name": "The group", "members": members},
        {"key": "new", "name": "A new one", "members": [{"agency": "schools"}], "since": "2026-03-01"},
        {"key": "old", "name": "An old one", "members": members, "until": "2024-12-31"},
        {"key": "next", "name": "The next one", "members": members, "since": "2026-09-01"},
    ]
    said = _annual(
        {
            "reviews/2025-a": review("2025-06-01", took_part=[{"agency": "schools"}]),
            "audits/2025-a": audit("2025-07-01", took_part=[{"agency": "council"}]),
            "contributions/2026-schools": _contribution("schools", received="2026-05-01"),
            "contributions/2026-council": _contribution("council"),
        },
        groups=groups,
    )
    assert _below(said, "How education") == [
        "Schools (Headteacher) is a member of the The group",
        "Schools is a member of the A new one",
        "Education took part in 1 of 2 reviews and audits",
        "2026-05-01 Schools sent a contribution",
    ]
    assert _below(_annual({}), "How education") == []


def test_changes_of_the_arrangements_are_those_with_a_day_in_the_year_and_what_agencies_say_of_them() -> None:
    said = _annual(
        {"contributions/2026-council": _contribution("council", ("arrangements", "Published anew in May"))},
        names=[
            {"name": "The board", "body": "safeguarding-children-board", "until": "2019-08-31"},
            {"name": "The partnership", "body": "safeguarding-children-partnership", "since": "2025-12"},
        ],
        groups=[{"key": "qig", "name": "The group", "since": "2019-09-01", "until": "2025-05-01"}],
    )
    assert _below(said, "Changes to the published") == [
        "The name The partnership: from 2025-12",
        "Schools as relevant agency: from 2025-09-01",
        "The group: until 2025-05-01",
        "The council: Published anew in May",
    ]


def test_who_signed_the_report_of_the_year_off_is_told_and_of_no_other() -> None:
    made = [
        {"what": "annual", "date": "2026-09-24", "covers": "2025-26", "signed_off_by": ["council", "schools"],
         "signed_off": "2026-09-17"},
        {"what": "annual", "date": "2025-09-24", "covers": "2024-25", "signed_off_by": ["council"]},
        {"what": "executive", "date": "2026-05-24", "covers": "2025-26", "signed_off_by": ["council"]},
    ]  # fmt: skip
    said = _annual({}, reports_made=made)
    assert _below(said, "Signed off") == ["2026-09-17 Signed off by the leads of The council, Schools"]


def test_real_impact_is_an_evaluation_that_shows_a_change_and_not_one_that_counts_who_came() -> None:
    claims: Records = {
        "evaluations/2026-a": evaluation(date="2026-01-01", level="1"),
        "evaluations/2026-b": evaluation(date="2026-01-01", **CLEAR),
        "decisions/2025-a": decision(date="2025-12-01", says="It is to change"),
    }
    said = _annual(claims)
    assert _item(said, "Evidence of impact").count == 1
    assert _item(said, "Decisions and actions").first.records == ("decisions/2025-a",)
    real = _item(said, "real impact")
    assert (real.count, real.where) == (1, "What changed for children, and how that is known")
    assert real.first.records == ("evaluations/2026-b",)


def test_that_no_priority_lacks_progress_is_an_answer_too() -> None:
    item = _item(_annual({}), "little or no evidence")
    assert (item.count, item.where) == (0, "")
