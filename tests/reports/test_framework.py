from datetime import date
from typing import Any

from lif.diagnostics.code import note
from lif.diagnostics.diagnostic import Diagnostic
from lif.diagnostics.location import Location, Position
from lif.disclosure.diagnostics import diagnostics_on_visible
from lif.model.period import Period
from lif.model.sharing import PARTNERSHIP
from lif.output.templates.render import render
from lif.reports.builders.framework import FrameworkReview, build
from lif.reports.cited_sentence import Line
from lif.reports.duties_of_year import DutyYear
from lif.reports.request import Request
from support.asking import built
from support.story import action, audit, decision, evaluation, feedback, finding, partnership, review, snapshot_of

Records = dict[str, dict[str, Any]]
TODAY = date(2026, 11, 22)
ASKS = note("LIF999", "a thing to ask", "things to ask", "F3.2", "F3.4")
STORY: Records = {
    "partnership": partnership(
        framework={"title": "The framework", "approved": "2024-12-11", "review_due": "2025-12-11"},
        reports_made=[
            {"what": "framework-review", "date": "2025-12-01", "covers": "The first", "record": "decisions/2026-a"},
            {"what": "executive", "date": "2026-05-06"},
        ],
    ),
    "reviews/2025-a": review("2026-06-14"),
    "audits/2026-a": audit("2026-02-14", intended=[{"key": "soon", "outcome": "Sooner"}]),
    "audits/2026-b": audit("2026-03-14"),
    "findings/2026-a": finding("audits/2026-a", says="Late"),
    "decisions/2026-a": decision(date="2026-03-01", title="Go on"),
    "decisions/2024-a": decision(date="2024-03-01"),
    "actions/2026-a": action(agreed="2026-01-10", due="2026-04-01", title="Late one", done="2026-06-01"),
    "actions/2026-b": action(agreed="2026-01-10", due="2026-05-01", title="Never done"),
    "actions/2026-c": action(agreed="2026-01-10", due="2026-07-01", title="In time", done="2026-06-01"),
    "evaluations/2026-a": evaluation("actions/2026-a", date="2026-07-01", level="1"),
    "needs/2025-a": {"title": "A need", "sharing": "public", "raised": "2025-01-10", "driver": "data"},
}


def _diagnostics_on(*records: str) -> tuple[Diagnostic, ...]:
    where = Location("records/x.yaml", Position(1, 1))
    return tuple(Diagnostic(ASKS, ASKS.severity, "says", "do", where, record) for record in records)


def _review(records: Records = STORY, year: str | None = None, *found: str) -> FrameworkReview:
    snapshot = snapshot_of(records)
    period = Period.year(year) if year else None
    return built(build, snapshot, Request(TODAY, period, diagnostics=_diagnostics_on(*found)), PARTNERSHIP)


def _duty(said: FrameworkReview, name: str) -> DutyYear:
    return next(duty for duty in said.duties if duty.name == name)


def _texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


def test_without_a_year_it_covers_the_twelve_months_up_to_today() -> None:
    said = _review()
    assert (said.head.since, said.head.until) == ("23 November 2025", "22 November 2026")
    assert _review(year="2025-26").head.period == "2025-26"


def test_the_records_of_a_duty_stand_in_one_line_with_what_a_record_has_to_give_to_be_counted() -> None:
    designed = _duty(_review(), "F3.2")
    assert designed.shown == (Line("1 of 3 records (reviews 0 of 1, audits 1 of 2)", "", ("audits/2026-a",)),)
    assert designed.recorded == 1
    assert designed.counted == "intended outcomes and their measures, agreed before the start"
    assert _texts(_duty(_review(), "F3.4").shown) == ["1 of 1 finding"]
    lines = render("framework", _review()).splitlines()
    told = [line for line in lines if line.startswith("- **F3.2**")]
    assert len(told) == 1
    assert told[0].endswith(": 1 of 3 records (reviews 0 of 1, audits 1 of 2)[^audits-2026-a]")
    assert "- F3.2: any of these: intended outcomes and their measures, agreed before the start" in lines


def test_the_duties_stand_under_the_chapters_of_the_framework() -> None:
    review = _review()
    told = [duty.name for chapter in review.chapters for duty in chapter.duties]
    assert told == [duty.name for duty in review.duties if duty.is_told]
    assert [chapter.says for chapter in review.chapters][:2] == [
        "F1. One system, in the open",
        "F3. The principles of reviews and audits",
    ], "a chapter without a duty to tell of has no heading"


def test_a_field_of_a_part_without_words_of_its_own_is_told_by_the_words_of_the_next() -> None:
    labels = _duty(_review(), "F1.3").counted.split("; ")
    assert labels[:2] == ["it was commissioned", "it began"]
    assert "" not in labels


def test_duties_without_anything_are_gathered_in_one_list() -> None:
    said = _review()
    assert "F5.2" in said.without_records
    text = render("framework", said)
    assert "- **F5.2**" not in text
    assert f"Records of the time on {', '.join(said.without_records)}: not recorded." in text
    told = {duty.name for chapter in said.chapters for duty in chapter.duties}
    assert told | set(said.without_records) == {duty.name for duty in said.duties}


def test_feedback_is_answered_as_in_the_yearly_report_and_practitioners_are_counted_apart() -> None:
    story = {
        "feedback/2026-a": feedback("practitioners", date="2026-02-01"),
        "audits/2026-a": audit("2026-02-14", practitioners="They met", families="They were asked"),
        "audits/2026-b": audit("2026-03-14", practitioners="They met"),
    }
    heard = _duty(_review(story), "F3.8")
    assert "audits 2 of 2: how practitioners took part 2; how families took part 1" in heard.shown[0].text
    assert heard.judged.text.endswith("feedback of children, feedback of parents and families: not recorded")
    assert heard.judged.text.startswith("partly answered; feedback of practitioners")
    only = _duty(_review({"feedback/2026-a": feedback("practitioners", date="2026-02-01")}), "F3.8")
    assert only.judged.text == (
        "not recorded; feedback of practitioners only: 1; "
        "feedback of children, feedback of parents and families: not recorded"
    )


def test_an_evaluation_in_which_no_child_speaks_holds_nothing_on_hearing_children() -> None:
    silent = {"evaluations/2026-a": evaluation(date="2026-02-01", own_account="no")}
    assert _duty(_review(silent), "F3.8").recorded == 0
    assert (
        _duty(_review({"evaluations/2026-a": evaluation(date="2026-02-01", own_account="yes")}), "F3.8").recorded == 1
    )


def test_a_claim_without_a_clear_change_shows_no_change() -> None:
    unclear = evaluation(
        date="2026-02-01",
        measure="Plans read",
        target={"target": "9 of 10", "set_on": "2025-01-01"},
        independent="yes",
        baseline={"met": 8, "of": 16, "date": "2025-02-01"},
        follow_up={"met": 10, "of": 14, "date": "2026-01-01"},
    )
    said = _review({"evaluations/2026-a": unclear})
    assert said.evidenced == 0
    assert _duty(said, "F7.4").judged.text.startswith("partly answered; 1 evaluation at level 3 or 4 without a change")
    clear = {**unclear, "follow_up": {"met": 19, "of": 20, "date": "2026-01-01"}}
    assert _review({"evaluations/2026-a": clear}).evidenced == 1


def test_an_edition_counts_only_what_it_shows() -> None:
    readers = {"level": "restricted", "who": "The business unit"}
    snapshot = snapshot_of({**STORY, "partnership": partnership(readers=readers)})
    said = built(build, snapshot, Request(TODAY), PARTNERSHIP)
    assert _texts(_duty(said, "F3.2").shown) == ["1 audit"]
    assert " of 2" not in " ".join(text for duty in said.duties for text in _texts(duty.shown))
    assert "not recorded" not in " ".join(duty.judged.text for duty in said.duties)


def test_the_rules_that_speak_of_records_of_the_time_are_counted_and_named() -> None:
    designed = _duty(_review(STORY, None, "audits/2026-a", "audits/2026-b", "decisions/2024-a"), "F3.2")
    assert designed.rules == (Line("a thing to ask: 2 records (LIF999)", "", ("audits/2026-a", "audits/2026-b")),)
    assert designed.asked_about == 2


def test_deadlines_of_the_time_are_counted_as_they_stand_and_those_not_kept_are_named() -> None:
    said = _review()
    improving = _duty(said, "F7.1")
    assert (improving.kept, improving.due) == (1, 3)
    assert improving.deadlines == (
        Line("3 deadlines (action): overdue: 1, met: 1, met late: 1", "", ("actions/2026-a", "actions/2026-b")),
    )
    assert [line.records for line in said.missed][:2] == [("actions/2026-a",), ("actions/2026-b",)]


def test_regular_reports_of_the_time_keep_their_duty() -> None:
    assert _duty(_review(), "F7.5").shown[0] == Line("executive, made 2026-05-06", "", ("partnership",))
    assert _duty(_review(), "F8.1").shown[0].records == ("partnership", "decisions/2026-a")


def test_what_nobody_recorded_is_named_and_a_duty_without_fields_says_where_it_is_kept() -> None:
    said = _review()
    names = [text.partition(":")[0] for text in _texts(said.nothing)]
    assert "F4.3" in names
    assert "F6.6" not in names
    assert "F1.1" not in names
    assert _duty(said, "F6.6").elsewhere == "A review is held to F3.1 to F3.8 like any other activity"


def test_what_changed_since_the_last_review_is_told_by_decisions_and_by_what_is_newly_recorded() -> None:
    said = _review()
    assert said.last_review == "2025-12-01"
    assert _texts(said.decisions) == ["Go on"]
    assert any(text.startswith("F3.2: ") for text in _texts(said.more))
    assert any(text.startswith("F5.1: ") for text in _texts(said.less))


def test_impact_counts_only_what_shows_something_in_practice_and_lacks_nothing() -> None:
    said = _review()
    assert (len(said.impact), said.evidenced) == (1, 0)
    assert "1 evaluation or measure taken again is recorded for the time; none shows a change in practice" in render(
        "framework", said
    )


def test_a_partnership_without_a_framework_document_or_a_review_says_so() -> None:
    said = _review({})
    assert (said.last_review, said.decisions) == ("", ())
    text = render("framework", said)
    assert "The last review: not recorded." in text
    assert "Evaluations of what difference it made: **not recorded**." in text


def test_a_framework_that_was_only_approved_is_counted_from_then() -> None:
    records = {"partnership": partnership(framework={"title": "The framework"})}
    assert _review(records).last_review == ""
    records = {"partnership": partnership(framework={"title": "The framework", "approved": "2025-12-11"})}
    assert _review(records).last_review == "2025-12-11"


def test_a_count_of_what_the_rules_say_holds_only_records_the_audience_sees() -> None:
    snapshot = snapshot_of(STORY)
    found = _diagnostics_on("audits/2026-a", "audits/not-there")
    assert diagnostics_on_visible(found, snapshot, PARTNERSHIP) == found[:1]
