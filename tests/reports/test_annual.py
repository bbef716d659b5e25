from datetime import date
from typing import Any

import pytest

from lif.errors import LifError
from lif.model.period import Period
from lif.model.sharing import PARTNERSHIP, PUBLIC, Sharing
from lif.output.documents.footnotes import add_footnotes
from lif.output.templates.render import render
from lif.reports.builders.annual import AnnualReport, build
from lif.reports.cited_sentence import Line
from lif.reports.report import parse_year, partnership_of
from lif.reports.request import Request
from lif.store.load.load import load
from lif.store.load.source import Memory
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
from support.tree import ROOT

Records = dict[str, dict[str, Any]]
TODAY = date(2026, 11, 22)


def _annual(records: Records, year: str = "2025-26", audience: Sharing = PUBLIC) -> AnnualReport:
    report: AnnualReport = built(build, snapshot_of(records), Request(TODAY, Period.year(year)), audience)
    return report


def _document_of(records: Records, year: str = "2025-26") -> str:
    return add_footnotes(render("annual", _annual(records, year)), snapshot_of(records))


def _with_below(lines: tuple[Line, ...]) -> list[list[str]]:
    """The text of each line, and the texts below it."""
    return [[line.text, *(detail.text for detail in line.below)] for line in lines]


def _ids(lines: tuple[Line, ...]) -> list[str]:
    return [record for line in lines for record in line.records]


COMPILED = {"by": "The lif project", "own": False, "basis": "public pages", "complete": "Far from complete."}


def test_how_complete_the_records_are_is_said_whoever_compiled_them() -> None:
    for own in (True, False):
        compiled = {**COMPILED, "own": own, "complete": "Two years are missing."}
        head = _document_of({"partnership": partnership(compiled=compiled)}).partition("\n## ")[0]
        assert "Two years are missing." in head
        assert ("not the partnership's own report" in head) is not own


def test_a_year_without_records_says_of_everything_that_it_is_not_recorded() -> None:
    said = _document_of({})
    assert said.startswith("# Yearly report 2025-26: Exampleshire Safeguarding Children Partnership\n")
    assert "Evidence that anything changed for children, for families or in practice: **not recorded**." in said
    for absence in (
        "Reviews, audits, assessments and inspections: not recorded.",
        "Findings: not recorded.",
        "What they said, and what changed because of it: not recorded.",
        "Decisions: not recorded.",
        "Actions: not recorded.",
        "Learning passed on: not recorded.",
        "A position statement for the year: not recorded.",
        "Contributions: not recorded.",
    ):
        assert f"\n{absence}\n" in said
    assert "not in the sources read" not in said
    assert "[^" not in said


def test_a_record_that_others_compiled_says_so_first_and_claims_no_absence() -> None:
    said = _document_of({"partnership": partnership(compiled=COMPILED)})
    head = said.partition("\n## ")[0]
    assert "Compiled by: The lif project. Made from: public pages. This is not the partnership's own report." in head
    assert "Far from complete." in head
    assert (
        "Evidence that anything changed for children, for families or in practice: **not in the sources read**." in said
    )
    assert "not recorded" not in said
    assert "Actions: not in the sources read." in said


def _names(*names: tuple[str, str, str | None, str | None]) -> Records:
    told_names = []
    for name, body, since, until in names:
        dates = {key: day for key, day in (("since", since), ("until", until)) if day}
        told_names.append({"name": name, "body": f"safeguarding-children-{body}", **dates})
    return {"partnership": partnership(names=told_names)}


BOTH = _names(
    ("Exampleshire Board", "board", None, "2019-08-31"), ("Exampleshire Partnership", "partnership", "2019-09-01", None)
)


@pytest.mark.parametrize(
    ("year", "body", "predecessor"),
    [
        ("2018-19", "Exampleshire Board", "Exampleshire Partnership"),
        ("2019-20", "Exampleshire Partnership", ""),
        ("2020-21", "Exampleshire Partnership", ""),
    ],
)
def test_a_year_belongs_to_the_body_that_there_was_for_most_of_it(year: str, body: str, predecessor: str) -> None:
    head = _annual(BOTH, year).head
    assert (head.body, head.predecessor) == (body, predecessor)


def test_the_report_on_a_year_of_the_predecessor_says_so() -> None:
    assert (
        "This period belongs to the Exampleshire Board, the predecessor of the Exampleshire Partnership."
        in _document_of(BOTH, "2018-19")
    )
    assert "predecessor" not in _document_of(BOTH, "2020-21")


def test_a_year_before_every_name_is_reported_under_the_name_of_today() -> None:
    later = _names(("Exampleshire Partnership", "partnership", "2019-09-01", None))
    assert _annual(later, "2010-11").head.body == "Exampleshire Partnership"
    unnamed = {"partnership": partnership(names=[])}
    assert _annual(unnamed).head.body == "Exampleshire Safeguarding Children Partnership"


def _in_force(edition: str) -> Records:
    return {"partnership": partnership(guidance=[{"edition": edition}])}


def test_the_edition_is_the_one_in_force_at_the_end_of_the_year() -> None:
    guidance = [
        {"edition": "wt2018", "until": "2023-12-14"},
        {"edition": "wt2023", "since": "2023-12-15", "until": "2025-03-30"},
    ]
    records = {"partnership": partnership(guidance=guidance)}
    years = ("2022-23", "2023-24", "2024-25", "2025-26")
    assert [_annual(records, year).head.edition for year in years] == [
        "Working Together to Safeguard Children 2018",
        "Working Together to Safeguard Children 2023",
        "Working Together to Safeguard Children 2023",
        "Working Together to Safeguard Children 2026",
    ]
    assert "guidance in force at its end: Working Together to Safeguard Children 2018 ·" in _document_of(
        records, "2022-23"
    )
    assert _annual(_in_force("our-own")).head.edition == "our-own, which lif does not know"


YEAR: Records = {
    "reviews/2025-a": review(
        "2025-06-01",
        recommendations=[recommendation("done", "Do it"), recommendation("undone", "Leave it")],
    ),
    "reviews/2024-earlier": review("2024-06-01", recommendations=[recommendation("old", "An older one")]),
    "audits/2026-a": audit("2026-03"),
    "audits/2026-later": audit("2026-04-01"),
    "assessments/2025-a": assessment("2025"),
    "inspections/2025-a": {
        "title": "An inspection", "sharing": "public", "inspection_kind": "peer-review", "body": "Peers",
        "published": "2025-09-01", "priority_actions": [recommendation("at-once", "Do it at once")],
    },
    "findings/2025-strength": finding("reviews/2025-a", "working-well", says="It works"),
    "findings/2025-potential": finding("audits/2026-a", "has-potential", says="It could work"),
    "findings/2025-need": finding("reviews/2025-a", says="It does not work yet"),
    "findings/2025-gap": finding("reviews/2025-a", "gap", "supervision", says="There is nothing"),
    "findings/2025-mixed": finding("reviews/2025-a", "mixed", "supervision", says="Some of each"),
    "findings/2025-told": finding("reviews/2025-a", "descriptive", "supervision"),
    "findings/2024-need": finding("reviews/2024-earlier", says="It did not work then"),
    "findings/2026-later": finding("audits/2026-later", says="Of the next year"),
    "feedback/2025-a": feedback(date="2025-11-01", said=["They were heard", "Not told"], asked=40, answered=22),
    "decisions/2025-a": decision(date="2025-12-01", says="It is to change"),
    "actions/2025-a": action("reviews/2025-a#done", agreed="2025-07-01", closed="2025-12-31", outcome="partly"),
    "actions/2025-b": action(agreed="2025-08-01", done="2025-09-01"),
    "actions/2025-c": action(agreed="2025-08-02", outcome="cannot-tell"),
    "actions/2025-d": action(agreed="2025-08-03", measures=[{"what": "A count", "follow_up": {"said": "More"}}]),
    "actions/2025-e": action(agreed="2025-08-04", evidence=[{"record": "audits/2026-a"}]),
    "evaluations/2026-a": evaluation("actions/2025-a", date="2026-01-01", claim="More is done"),
    "learning/2025-a": {
        "title": "A briefing", "sharing": "public", "form": "briefing", "date": "2025-10-01",
        "received": [
            {"agency": "police", "role": "team managers", "number": 12},
            {"number": 3, "said": "by letter"},
            {"agency": "council", "said": "all teams"},
            {"said": "some schools"},
            {"agency": "police"},
        ],
    },
    "learning/2025-b": {"title": "A workshop", "sharing": "public", "form": "workshop", "date": "2025-10-02"},
    "positions/2025-a": {"title": "Position", "sharing": "public", "year": "2025-26", "statement": "We are here"},
    "positions/2025-b": {"title": "A second position", "sharing": "public", "year": "2025-26"},
    "contributions/2026-a": {
        "title": "From the police", "sharing": "public", "agency": "police", "year": "2025-26",
        "received": "2026-06-01", "activity": ["This was done", "And that"],
    },
    "decisions/2025-undated": decision(),
    "reviews/2025-undated": review(None),
}  # fmt: skip


def test_what_was_looked_at_in_the_year_stands_there_and_a_date_known_only_as_a_year_counts_in_both() -> None:
    looked = ["reviews/2025-a", "audits/2026-a", "assessments/2025-a", "inspections/2025-a"]
    assert _ids(_annual(YEAR).looked_at) == looked
    assert "assessments/2025-a" in _ids(_annual(YEAR, "2024-25").looked_at)


def test_findings_stand_by_theme_with_strengths_and_concerns_apart() -> None:
    report = _annual(YEAR)
    assert (report.strengths, report.concerns) == (2, 2)
    early_help, supervision = report.learned
    assert (early_help.theme, supervision.theme) == ("Early Help", "Supervision")
    assert [line.text for line in early_help.strengths] == ["It could work (has potential)", "It works"]
    assert [line.text for line in early_help.concerns] == ["It does not work yet"]
    assert [line.text for line in supervision.concerns] == ["There is nothing (gap)"]
    assert [line.text for line in supervision.other] == ["Some of each (mixed)", "A finding"]
    assert report.other == 2
    said = render("annual", report)
    assert "| Findings that are mixed, or name a theme without a direction | 2 |" in said
    mixed = said.partition("\nMixed, or named without a direction:\n")[2].partition("\n#")[0]
    assert "Some of each (mixed)" in mixed
    assert "A finding" in mixed
    assert "There is nothing" not in mixed


def test_a_finding_under_an_unknown_theme_stands_under_its_key() -> None:
    story = {"reviews/2025-a": review("2025-06-01"), "findings/2025-a": finding("reviews/2025-a", theme="unheard-of")}
    report = built(build, snapshot_of(story, may_be_broken=True), Request(TODAY, Period.year("2025-26")), PUBLIC)
    assert [theme.theme for theme in report.learned] == ["unheard-of"]


def test_each_action_is_asked_what_difference_it_made() -> None:
    report = _annual(YEAR)
    assert [(line.text, line.is_evidenced) for line in report.actions] == [
        (
            (
                "An action (agreed 2025-07-01, closed 2025-12-31; recorded as partly achieved;"
                " what shows a change: not recorded)"
            ),
            False,
        ),
        ("An action (agreed 2025-08-01, done 2025-09-01)", False),
        ("An action (agreed 2025-08-02)", False),
        ("An action (agreed 2025-08-03)", False),
        ("An action (agreed 2025-08-04)", False),
    ]
    assert (report.effects.shown, report.effects.better, report.effects.neither) == (0, 0, 5)
    assert report.impact == ()
    assert [line.text for line in report.no_change] == [
        (
            "More is done (in practice; level 3 of 4; no change shown: it lacks a baseline, a follow-up,"
            " a target set beforehand, a collector other than the owner of the action)"
        )
    ]
    said = render("annual", report)
    assert "5 actions were agreed, worked on, due or finished in the year. What shows a change: not recorded." in said


def test_the_numbers_of_actions_that_show_a_change_are_better_or_show_neither_add_up() -> None:
    """`not recorded for 0 of them`, and two counts that a third contradicted."""
    clear = {
        "what": "Plans",
        "baseline": {"met": 4, "of": 12},
        "follow_up": {"met": 11, "of": 12, "date": "2025-12-01", "by": "police"},
    }
    chance = {
        "what": "Calls",
        "baseline": {"met": 8, "of": 16},
        "follow_up": {"met": 10, "of": 14, "date": "2025-12-02", "by": "police"},
    }
    records: Records = {
        "actions/2025-a": action(agreed="2025-07-01", measures=[clear]),
        "actions/2025-b": action(agreed="2025-07-02", measures=[chance]),
        "actions/2025-c": action(agreed="2025-07-03"),
    }
    said = _document_of(records)
    assert (
        "3 actions were agreed, worked on, due or finished in the year. Something shows a change for 1; for 1 the "
        "figure is better than before, "
        "and that is not enough to show a change; what shows a change of the other 1: not recorded."
    ) in said
    del records["actions/2025-b"], records["actions/2025-c"]
    said = _document_of(records)
    assert "Something shows a change for 1." in said
    assert "0 of them" not in said
    assert "Evidence that anything changed" not in said
    assert [line.text for line in _annual(records, audience=PARTNERSHIP).impact] == [
        (
            "Plans: 4 of 12 then, 11 of 12 now (a measure of the action, taken again; clear improvement (change, cause"
            " not shown))"
        )
    ]


@pytest.mark.parametrize(
    ("readings", "told_as"),
    [
        (
            {"baseline": {"met": 8, "of": 16}, "follow_up": {"met": 14, "of": 16, "by": "police"}},
            ": 8 of 16 then, 14 of 16 now (",
        ),
        ({"baseline": {"value": 3.4}, "follow_up": {"value": 5}}, ": 3.4 then, 5 now ("),
        ({"follow_up": {"value": 0}}, ": 0 now ("),
        ({"baseline": {"said": "Few"}, "follow_up": {"said": "Many"}}, "More is done (in practice"),
    ],
)
def test_the_impact_of_the_year_is_told_with_its_counts_then_and_now(readings: dict[str, Any], told_as: str) -> None:
    records = {"evaluations/2026-a": evaluation(date="2026-01-01", claim="More is done", **readings)}
    (line,) = _annual(records, audience=PARTNERSHIP).no_change
    assert told_as in line.text


def test_a_count_of_before_without_one_of_now_is_not_told_as_now() -> None:
    records = {"evaluations/2026-a": evaluation(date="2026-01-01", claim="Done", baseline={"met": 8, "of": 16})}
    assert "8 of 16 now" not in _document_of(records)


def test_impact_that_lacks_nothing_is_not_said_to_lack_anything() -> None:
    proven = evaluation(
        date="2026-01-01",
        baseline={"met": 8, "of": 16, "date": "2025-01-01"},
        follow_up={"met": 14, "of": 16, "date": "2026-01-01"},
        target={"target": "12 of 16", "set_on": "2025-02-01"},
        independent="yes",
    )
    (line,) = _annual({"evaluations/2026-a": proven}, audience=PARTNERSHIP).impact
    assert line.text == "An evaluation: 8 of 16 then, 14 of 16 now (shown in practice; level 3 of 4)"
    (line,) = _annual({"evaluations/2026-a": proven}).impact
    assert line.text == "An evaluation: 8 of 16 then, most now (shown in practice; level 3 of 4)"


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        (1, "1 action was agreed, worked on, due or finished in the year. What shows a change: not recorded."),
        (3, "3 actions were agreed, worked on, due or finished in the year. What shows a change: not recorded."),
    ],
)
def test_actions_of_which_nothing_shows_a_difference_are_counted_in_words(count: int, sentence: str) -> None:
    assert sentence in _document_of({f"actions/2025-{number}": action(agreed="2025-08-01") for number in range(count)})


def test_what_the_year_s_work_asks_for_and_nobody_answers_is_listed_for_inspections_too() -> None:
    assert [(line.text, line.records) for line in _annual(YEAR).unanswered] == [
        ("Leave it", ("reviews/2025-a#undone",)),
        ("Do it at once", ("inspections/2025-a#at-once",)),
    ]


def test_what_another_year_asked_for_is_not_listed_for_resting_on_a_finding_of_this_one() -> None:
    story = {
        "reviews/2025-a": review("2025-06-01"),
        "findings/2025-a": finding("reviews/2025-a"),
        "reviews/2026-b": review("2026-09-01", recommendations=[recommendation("late", findings=["findings/2025-a"])]),
    }
    assert _annual(story).unanswered == ()
    assert _ids(_annual(story, "2026-27").unanswered) == ["reviews/2026-b#late"]


def test_a_voice_is_told_with_whose_it_is_and_how_many_spoke() -> None:
    records = {
        **YEAR,
        "feedback/2025-b": feedback("children", date="2025-11-02", answered=7, said=["They want to read it"]),
        "feedback/2025-c": feedback("practitioners", date="2025-11-03"),
    }
    assert [line.text for line in _annual(records).voices] == [
        "Families (22 of 40 asked): They were heard; Not told",
        "Children (7): They want to read it",
        "Practitioners: What they said",
    ]


def test_learning_says_who_received_it_as_far_as_that_is_known() -> None:
    assert [line.text for line in _annual(YEAR).learning] == [
        (
            "A briefing: received by 12 (team managers of The police); received by 3, by letter;"
            " The council: all teams; some schools; received by The police"
        ),
        "A workshop",
    ]


def test_a_contribution_names_its_agency_and_those_that_sent_none_are_named_too() -> None:
    agencies = [
        {"key": "council", "name": "The council", "roles": [{"role": "safeguarding-partner"}]},
        {"key": "police", "name": "The police", "roles": [{"role": "safeguarding-partner"}]},
        {"key": "commissioners", "name": "Once", "roles": [{"role": "safeguarding-partner", "until": "2022-06-30"}]},
        {"key": "board", "name": "Later", "roles": [{"role": "relevant-agency", "since": "2026-04-01"}]},
        {"key": "midway", "name": "Midway", "roles": [{"role": "relevant-agency", "since": "2025-12"}]},
        {"key": "scrutineer", "name": "A scrutineer", "roles": [{"role": "outside-body"}]},
        {"key": "nobody", "name": "Without a role"},
    ]
    report = _annual({**YEAR, "partnership": partnership(agencies=agencies)})
    assert [line.text for line in report.contributions] == ["The police: This was done; And that"]
    assert report.not_sent == ("The council", "Midway")
    assert "No contribution recorded here from: The council, Midway." in render("annual", report)


def test_the_position_of_the_year_is_told_in_its_own_words() -> None:
    assert [line.text for line in _annual(YEAR).position] == ["We are here", "A second position"]


def _told_twice(**again: Any) -> Records:
    """A concern of an earlier year, and one of this year on the same theme from another review."""
    return {
        "reviews/2023-a": review("2023-06-01"),
        "reviews/2025-b": review("2025-06-01"),
        "findings/2023-a": finding("reviews/2023-a", says="Each agency keeps a list of its own."),
        "findings/2025-b": finding("reviews/2025-b", **again),
    }


def test_a_concern_came_back_when_a_person_linked_it_to_an_earlier_one() -> None:
    linked = _told_twice(says="Lists differ", recurrence_of="findings/2023-a")
    (line,) = _annual(linked).came_back
    assert line.text == (
        'Early Help: "Lists differ". It has come back; found before: 2023-06-01, "Each agency keeps a list of its own"'
    )
    assert (line.when, line.records) == ("2025-06-01", ("findings/2025-b", "findings/2023-a"))
    assert _annual(linked, "2023-24").came_back == ()


def test_the_same_theme_alone_is_no_recurrence() -> None:
    report = _annual(_told_twice(says="Few come to training"))
    assert (report.came_back, report.may_have_come_back) == ((), ())
    assert "No concern of the year is linked to an earlier one." in render("annual", report)


def test_like_text_on_the_same_theme_is_a_proposal_and_told_apart() -> None:
    report = _annual(_told_twice(says="Every agency still keeps its own list."))
    assert report.came_back == ()
    (line,) = report.may_have_come_back
    assert line.text == (
        'Early Help: "Every agency still keeps its own list". It may have come back; found before: 2023-06-01, '
        '"Each agency keeps a list of its own"'
    )
    assert "It counts once a person links it" in render("annual", report)


def test_a_concern_of_a_later_year_is_not_known_yet() -> None:
    earlier = _annual(YEAR, "2024-25")
    kinds = (
        "children and families",
        "practitioners",
        "multi-agency audits",
        "single-agency audits",
        "section 11 and other self-assessments",
        "the partnership's own statements",
        "inspections",
        "figures",
    )
    assert [line.text for line in earlier.silent] == [f"{kind}: silent on 1 of 1 themes: all of them" for kind in kinds]


def test_silence_is_grouped_by_kind_of_evidence_with_the_themes_on_which_it_says_nothing() -> None:
    records = {
        "reviews/2025-a": review("2025-06-01"),
        "audits/2025-a": audit("2025-06-01"),
        "findings/2025-a": finding("reviews/2025-a"),
        "findings/2025-b": finding("reviews/2025-a", theme="supervision"),
        "findings/2025-c": finding("audits/2025-a", theme="supervision"),
        "findings/2025-d": finding("audits/2025-a", theme="child-voice"),
    }
    silent = {line.text.partition(":")[0]: line.text for line in _annual(records).silent}
    assert list(silent)[:2] == ["children and families", "practitioners"]
    assert silent["multi-agency audits"] == "multi-agency audits: silent on 1 of 3 themes: Early Help"
    assert silent["practice reviews"] == "practice reviews: silent on 1 of 3 themes: Child Voice"
    assert silent["figures"] == "figures: silent on 3 of 3 themes: all of them"


def test_nothing_is_silent_where_every_kind_of_evidence_speaks() -> None:
    sources: Records = {
        "reviews/2025-a": review("2025-06-01"),
        "audits/2025-a": audit("2025-06-01"),
        "audits/2025-b": audit("2025-06-01", "single-agency"),
        "assessments/2025-a": assessment("2025-06-01"),
        "inspections/2025-a": {
            "title": "An inspection", "sharing": "public", "inspection_kind": "peer-review", "body": "Peers",
            "published": "2025-06-01",
        },
        "indicators/2025-a": {
            "title": "A figure", "sharing": "public", "measure": "How many", "better": "higher",
            "series": [{"at": "2025-06", "value": 1}],
        },
        "feedback/2025-a": feedback("children", date="2025-06-01"),
        "feedback/2025-b": feedback("practitioners", date="2025-06-01"),
        "positions/2025-a": {"title": "A position", "sharing": "public", "year": "2025-26", "agreed": "2025-06-01"},
    }  # fmt: skip
    findings = {f"findings/2025-{number}": finding(source) for number, source in enumerate(sources)}
    report = _annual({**sources, **findings})
    assert report.silent == ()
    assert "\nNone.\n" in render("annual", report)


def test_records_without_a_date_are_counted_and_named_as_being_in_no_year() -> None:
    report = _annual(YEAR)
    assert report.head.undated == 4
    assert f"{report.head.records} records; 4 of them carry no date and are in no year." in render("annual", report)


@pytest.mark.parametrize(
    ("withheld", "counted"),
    [(0, "1 record."), (3, "3 more are not for this audience."), (1, "1 more is not for this audience.")],
)
def test_how_many_records_were_kept_from_the_reader_is_said_and_not_which(withheld: int, counted: str) -> None:
    records = {f"audits/2025-{number}": audit("2025-05-01", sharing="restricted") for number in range(withheld)}
    report = built(build, snapshot_of(records), Request(TODAY, Period.year("2025-26")), PUBLIC)
    assert f"\n- {counted}\n" in render("annual", report)


def test_every_footnote_is_called_and_every_call_has_its_footnote() -> None:
    records = {**YEAR, "reviews/2025-a-undone": review("2025-05-01")}
    said = _document_of(records)
    body, _, notes = said.partition("\n[^")
    called = {part.partition("]")[0] for part in body.split("[^")[1:]}
    listed = [part.partition("]")[0] for part in notes.split("\n[^")]
    assert called == set(listed)
    assert len(listed) == len(set(listed))


def test_the_same_records_request_and_day_have_one_identity_and_any_change_another() -> None:
    def identity(records: Records, year: str, audience: Sharing, today: date) -> str:
        return built(build, snapshot_of(records), Request(today, Period.year(year)), audience).head.identity

    asked = [
        identity(YEAR, "2025-26", PUBLIC, TODAY),
        identity(YEAR, "2024-25", PUBLIC, TODAY),
        identity(YEAR, "2025-26", Sharing.PARTNERSHIP, TODAY),
        identity(YEAR, "2025-26", PUBLIC, date(2026, 11, 23)),
        identity({**YEAR, "reviews/2025-a": review("2025-06-01")}, "2025-26", PUBLIC, TODAY),
    ]
    assert len(set(asked)) == len(asked)
    assert identity(dict(reversed(YEAR.items())), "2025-26", PUBLIC, TODAY) == asked[0]


def test_the_conventions_are_the_partnership_s_own() -> None:
    thresholds = {"stabilise_within_months": 9, "old_after_months": 11, "fewest_cases": 7, "percentages_from": 33}
    said = _document_of({"partnership": partnership(thresholds=thresholds)})
    for convention in ("no older than 9 months", "older than 11 months", "below 7 cases", "from 33 cases up"):
        assert convention in said


def test_without_a_year_or_a_partnership_there_is_no_report() -> None:
    with pytest.raises(LifError, match="For which year"):
        built(build, snapshot_of({}), Request(TODAY), PUBLIC)
    with pytest.raises(LifError, match="nothing can be reported"):
        partnership_of(snapshot_of({"partnership": {"title": "Broken"}}, may_be_broken=True))


@pytest.mark.parametrize(
    "text", ["18-19", "2018-20", "2018/20", "2018-2019", "", "\uff12\uff10\uff11\uff18-19", "1899-00"]
)
def test_a_year_that_is_none_is_refused_with_how_a_year_is_written(text: str) -> None:
    with pytest.raises(LifError) as refused:
        parse_year(text)
    assert refused.value.message == f'Unknown year "{text}".'
    assert refused.value.hint == "A year runs from April to March and is written 2018-19."


def test_the_turn_of_a_century_is_a_year_too() -> None:
    assert parse_year("1999-00") == Period(date(1999, 4, 1), date(2000, 3, 31), "1999-00")


PRIORITY = {
    "priorities": [
        {"key": "heard", "name": "Children are heard", "themes": ["child-voice"], "since": "2024-04-01"},
        {"key": "over", "name": "Of another time", "themes": ["supervision"], "until": "2024-03-31"},
        {"key": "bare", "name": "Without themes"},
        {"key": "later", "name": "Of a later time", "themes": ["supervision"], "since": "2027-04-01"},
    ]
}
PROVEN: dict[str, Any] = {
    "target": {"target": "12 of 16", "set_on": "2025-02-01"}, "independent": "yes", "date": "2026-01-01",
    "themes": ["child-voice"],
    "baseline": {"met": 4, "of": 20, "date": "2025-01-01"},
    "follow_up": {"met": 18, "of": 20, "date": "2026-01-01", "by": "police"},
}  # fmt: skip
NO_CHANGE = {"follow_up": {"met": 5, "of": 20, "date": "2026-01-01", "by": "police"}}
IN_WORDS = {"baseline": {"said": "Few", "date": "2025-01-01"}, "follow_up": {"said": "Many", "date": "2026-01-01"}}


def _stuck(more: Records) -> list[str]:
    return [line.text for line in _annual({"partnership": partnership(**PRIORITY), **more}).little_progress]


def _result(met: int, of: int) -> dict[str, Any]:
    return {
        "selection": "random",
        "results": [{"key": "k", "met": met, "of": of, "themes": ["child-voice"]}],
    }


@pytest.mark.parametrize(
    ("records", "counted"),
    [
        ({}, "0 actions and 0 evaluations"),
        ({"actions/2025-a": action(agreed="2025-06-01", themes=["child-voice"])}, "1 action and 0 evaluations"),
        ({"evaluations/2026-a": evaluation(**{**PROVEN, **NO_CHANGE})}, "0 actions and 1 evaluation"),
        ({"evaluations/2026-a": evaluation(**{**PROVEN, "level": "2"})}, "0 actions and 1 evaluation"),
        ({"evaluations/2026-a": evaluation(**{**PROVEN, "independent": "no"})}, "0 actions and 1 evaluation"),
        ({"evaluations/2026-a": evaluation(**{**PROVEN, "date": "2024-01-01"})}, "0 actions and 0 evaluations"),
        (
            {"audits/2024-a": audit("2024-06-01", **_result(4, 20)),
             "audits/2025-a": audit("2025-06-01", reaudit_of="audits/2024-a", **_result(6, 20))},
            "0 actions and 0 evaluations",
        ),
        ({"evaluations/2026-a": evaluation(**PROVEN)}, None),
        ({"evaluations/2026-a": evaluation(**{**PROVEN, **IN_WORDS})}, "0 actions and 1 evaluation"),
        (
            {"actions/2025-a": action(agreed="2025-06-01", themes=["child-voice"]),
             "evaluations/2026-a": evaluation("actions/2025-a", **{**PROVEN, "themes": ["supervision"]})},
            None,
        ),
        (
            {"audits/2024-a": audit("2024-06-01", **_result(4, 20)),
             "audits/2025-a": audit("2025-06-01", reaudit_of="audits/2024-a", **_result(18, 20))},
            None,
        ),
    ],
)  # fmt: skip
def test_a_priority_without_evidence_that_anything_moved_is_named_with_what_was_done(
    records: Records, counted: str | None
) -> None:
    said = f"Children are heard: little or no evidence of progress ({counted} in the year)"
    assert _stuck(records) == ([said] if counted else [])


def test_where_every_priority_moved_or_none_is_known_that_is_said() -> None:
    moved = {"partnership": partnership(**PRIORITY), "evaluations/2026-a": evaluation(**PROVEN)}
    assert "For each of the 1 priorities of the year, something evidenced shows a difference." in _document_of(moved)
    assert "So nothing can be said of progress on them." in _document_of({})


def test_actions_that_were_due_and_are_not_done_by_the_end_of_the_year_are_listed() -> None:
    records = {
        "actions/2025-a": action(agreed="2025-06-01", due="2025-12-01"),
        "actions/2025-b": action(agreed="2025-06-01", due="2025-12-01", done="2026-05-01"),
        "actions/2025-c": action(agreed="2025-06-01", due="2025-12-01", done="2025-11-01"),
        "actions/2025-d": action(agreed="2025-06-01", due="2025-12-01", closed="2025-11"),
        "actions/2025-e": action(agreed="2025-06-01", due="2026-12-01"),
        "actions/2025-f": action(agreed="2025-06-01"),
    }
    assert _ids(_annual(records).overdue) == ["actions/2025-a", "actions/2025-b"]
    assert "An action (was due 2025-12-01, not done by 2026-03-31)" in _document_of(records)


def test_themes_that_nobody_looked_at_are_named_with_when_somebody_last_did() -> None:
    records = {
        "partnership": partnership(**PRIORITY),
        "reviews/2024-a": review("2024-06-01"),
        "findings/2024-a": finding("reviews/2024-a"),
        "findings/2024-b": finding("reviews/2024-a", theme="supervision"),
        "feedback/2025-a": feedback(date="2025-06-01", themes=["supervision"]),
    }
    assert [line.text for line in _annual(records).not_looked_at] == [
        "Child Voice (a theme of a priority); never",
        "Early Help (something was found on it before); last 2024-06-01",
    ]


def test_what_was_asked_for_before_is_said_with_what_came_of_it() -> None:
    records = {
        "reviews/2023-a": review("2023-06-01", recommendations=[recommendation("once", "Share it")]),
        "reviews/2025-a": review(
            "2025-06-01", recommendations=[recommendation("again", "Share it", repeat_of=["reviews/2023-a#once"])]
        ),
        "reviews/2020-a": review(None, recommendations=[recommendation("first", "Hear them")]),
        "reviews/2025-b": review(
            "2025-06-01", recommendations=[recommendation("again", "Hear", repeat_of=["reviews/2020-a#first"])]
        ),
    }
    assert [line.text for line in _annual(records).asked_again] == [
        "Share it (also asked for in 2023; what was done about it: not recorded)",
        "Hear (also asked for before; what was done about it: not recorded)",
    ]
    assert _annual(records, "2023-24").asked_again == ()


@pytest.mark.parametrize(
    ("audience", "said"),
    [
        (PUBLIC, "K: few (June 2024), most (June 2025); last step: clear improvement (change, cause not shown)"),
        (
            PARTNERSHIP,
            (
                "K: 4 of 20 (20%) (June 2024), 18 of 20 (90%) (June 2025); "
                "last step: clear improvement (change, cause not shown)"
            ),
        ),
    ],
)
def test_audits_then_and_now_are_told_in_words_to_the_public(audience: Sharing, said: str) -> None:
    records = {
        "audits/2024-a": audit("2024-06-01", **_result(4, 20)),
        "audits/2025-a": audit("2025-06-01", reaudit_of="audits/2024-a", **_result(18, 20)),
    }
    (line,) = _annual(records, audience=audience).compared
    assert line.text == said
    assert line.records == ("audits/2024-a", "audits/2025-a")
    assert _annual(records, "2024-25").compared == ()


def test_how_many_spoke_is_hidden_from_the_public_where_it_could_point_to_one() -> None:
    records = {
        "feedback/2025-a": feedback("children", date="2025-06-01", answered=3),
        "feedback/2025-b": feedback("families", date="2025-06-01", answered=30, asked=33),
        "feedback/2025-c": feedback("practitioners", date="2025-06-01", answered=12),
    }
    assert [line.text for line in _annual(records).voices] == [
        "Children (how many is not shown): What they said",
        "Families (most asked): What they said",
        "Practitioners (how many is not shown): What they said",
    ]
    assert [line.text.partition(":")[0] for line in _annual(records, audience=PARTNERSHIP).voices] == [
        "Children (3)", "Families (30 of 33 asked)", "Practitioners (12)"
    ]  # fmt: skip


def test_a_contribution_is_told_with_its_figures_what_it_pays_and_what_changed() -> None:
    data = [
        {"what": "A", "value": 3}, {"what": "B", "value": 3, "of": 20}, {"what": "C", "value": 40, "of": 80},
        {"what": "D", "value": 2.5}, {"what": "E", "said": "More than before"}, {"what": "F"},
        {"what": "G", "value": 0},
    ]  # fmt: skip
    sent = {
        "title": "From the police", "sharing": "public", "agency": "police", "year": "2025-26", "data": data,
        "impact": "They are heard",
    }  # fmt: skip
    (line,) = _annual({"contributions/2026-a": sent}).contributions
    assert line.text == (
        "The police: A: c; B: few; C: 40 of 80; D: 2.5; E: More than before; F: no figure; G: 0."
        " What changed for children: They are heard"
    )
    (line,) = _annual({"contributions/2026-a": sent}, audience=PARTNERSHIP).contributions
    assert "A: 3; B: 3 of 20;" in line.text


def test_what_the_sources_of_a_return_differ_on_is_told_once() -> None:
    disputed = [{"fact": "Whether it helps", "versions": ["It does", "It does not"]}]
    returned = assessment(
        "2025-06-01", disputed=disputed, peer_challenge=[{"date": "2025-07-01", "outcome": "A second look"}]
    )
    report = _annual({"assessments/2025-a": returned})
    told = [detail.text for line in (*report.looked_at, *report.scrutiny) for detail in line.below]
    assert told == [
        "Sources differ. Whether it helps: “It does”; “It does not”.",
        "What came of it: A second look.",
    ]


def test_figures_and_scrutiny_of_the_year_stand_there() -> None:
    records: Records = {
        "indicators/2025-a": {
            "title": "A figure", "sharing": "public", "measure": "How many", "better": "higher",
            "themes": ["early-help", "supervision"], "series": [{"at": "2025-06", "value": 1}],
        },
        "inspections/2025-a": {
            "title": "An inspection", "sharing": "public", "inspection_kind": "peer-review", "body": "Peers",
            "published": "2025-06-01", "judgements": [{"about": "Voice", "judged": "Good"}],
        },
        "inspections/2025-b": {
            "title": "A visit", "sharing": "public", "inspection_kind": "peer-review", "body": "Peers",
            "published": "2025-06-01",
        },
        "assessments/2025-a": assessment("2025-06-01", peer_challenge=[{"date": "2025-07-01"}]),
        "assessments/2025-b": assessment("2025-06-01"),
    }  # fmt: skip
    report = _annual(records)
    assert _ids(report.figures) == ["indicators/2025-a"]
    assert [line.text for line in report.scrutiny] == [
        "An inspection (Peers; peer review): Voice: Good", "A visit (Peers; peer review)",
            "A self-assessment: challenged by others",
    ]  # fmt: skip
    assert _annual(records, "2023-24").figures == ()


def test_a_priority_shows_progress_by_a_change_on_anything_that_its_themes_are_behind() -> None:
    """`infants no longer go home without a meeting`, and `infants: no evidence of progress`."""
    priority = {"key": "infants", "name": "Infants", "themes": ["neglect"]}
    records: Records = {
        "partnership": partnership(priorities=[priority]),
        "reviews/2025-a": review("2025-05-01"),
        "findings/2025-a": finding("reviews/2025-a", theme="child-voice", needs=["neglect"]),
        "actions/2025-a": action("findings/2025-a", agreed="2025-06-01"),
        "evaluations/2026-a": evaluation(
            "actions/2025-a",
            themes=["early-help"],
            date="2026-01-01",
            baseline={"met": 3, "of": 11, "date": "2025-06-01"},
            follow_up={"met": 11, "of": 12, "date": "2025-12-01"},
            target={"target": "All", "set_on": "2025-06-01"},
            independent="yes",
        ),
    }
    short = _annual(records).little_progress
    assert [line.text for line in short] == [
        "Infants: little or no evidence of progress (1 action and 1 evaluation in the year)"
    ]
    records["evaluations/2026-a"]["target"]["target"] = "Nine in ten"
    assert _annual(records).little_progress == ()


def test_no_record_that_a_yearly_report_tells_is_lost_from_all_years() -> None:
    """Over the public records of a real partnership."""
    files = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in (ROOT / "records").glob("**/*.yaml")}
    snapshot = load(Memory(files)).snapshot
    told: set[str] = set()
    for first in range(2015, 2027):
        year = f"{first}-{(first + 1) % 100:02d}"
        report = built(build, snapshot, Request(TODAY, Period.year(year)), PARTNERSHIP)
        lines = (*report.looked_at, *report.actions, *report.decisions, *report.learning, *report.impact)
        lines += (*report.no_change, *report.undated, *report.voices)
        told.update(record for line in lines for record in line.records)
    kinds = ("reviews/", "audits/", "assessments/", "inspections/", "actions/", "decisions/", "learning/", "feedback/")
    assert [record for record in snapshot.entries if record.startswith(kinds) and record not in told] == []


def test_what_a_source_cannot_show_and_the_counts_of_a_finding_are_told_with_it() -> None:
    """Stated limits, and counts that stood in the records and in no document."""
    records: Records = {
        "reviews/2025-a": review("2025-05-01", limitations=["No family took part."]),
        "findings/2025-a": finding("reviews/2025-a", says="Plans are kept", met=12, of=30),
        "findings/2025-b": finding("reviews/2025-a", says="In 9 of 30 nobody asked", met=9, of=30),
        "feedback/2025-a": feedback(said=["We were heard"], limitations=["Those who left"]),
    }
    report = _annual(records, "2025-26", PARTNERSHIP)
    assert _with_below(report.looked_at) == [["A review", "What it cannot show: No family took part."]]
    assert [line.text for line in report.learned[0].concerns] == ["Plans are kept: 12 of 30", "In 9 of 30 nobody asked"]
    report = _annual(records, "2026-27", PARTNERSHIP)
    assert _with_below(report.voices) == [["Families: We were heard", "Who was not reached: Those who left."]]
