from datetime import date
from typing import Any

from lif.analysis.lines.lineage import trace
from lif.analysis.themes.on_theme import evidence_by_theme
from lif.model.period import Period
from lif.model.sharing import PARTNERSHIP, PUBLIC, RESTRICTED, Sharing
from lif.output.documents.footnotes import add_footnotes
from lif.output.templates.render import render
from lif.reports.builders.annual import ANNUAL, AnnualReport
from lif.reports.people_words import with_words
from lif.reports.request import Request
from support.asking import seen
from support.story import action, evaluation, finding, partnership, review, snapshot_of

Records = dict[str, dict[str, Any]]
DAY = date(2026, 11, 22)
CLOSED = {"partnership": partnership(readers={"level": "restricted", "who": "The business unit"})}
"""A partnership whose public and partnership editions may withhold records."""
YEAR = Period.year("2025-26")


def said(section: str, *text: str, role: str = "Lead safeguarding partners", **more: Any) -> dict[str, Any]:
    return {
        "title": "Words", "sharing": "public", "report": "annual", "covers": "2025-26", "section": section,
        "by": {"role": role}, "text": list(text), **more,
    }  # fmt: skip


def content(records: Records, audience: Sharing = RESTRICTED, day: date = DAY, **asked: Any) -> AnnualReport:
    view = seen(snapshot_of(records), day, audience, YEAR)
    request = Request(day, YEAR, **asked)
    report: AnnualReport = with_words(ANNUAL.build(view, request), ANNUAL, view, request)
    return report


def document(records: Records, audience: Sharing = RESTRICTED, day: date = DAY) -> str:
    text = render("annual", content(records, audience, day), None, ANNUAL.headings)
    return add_footnotes(text, snapshot_of(records))


def section(text: str, heading: str) -> str:
    return text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0].partition("\n[^")[0].strip()


SCRUTINEER = said(
    "scrutineer", "I *saw* 3 meetings & <b>read</b> all.", "It holds.", role="Independent scrutineer", date="2026-08-20"
)


def test_words_stand_in_their_section_with_role_date_and_note_and_nothing_in_them_is_changed() -> None:
    text = document({"statements/2026-s": SCRUTINEER})
    assert section(text, "Assurance: the independent scrutineer's statement") == (
        "**Independent scrutineer, 20 August 2026**:[^statements-2026-s]\n\n"
        "> I \\*saw\\* 3 meetings \\& \\<b\\>read\\</b\\> all.\n>\n> It holds."
    )
    assert "[^statements-2026-s]: `statements/2026-s` Words" in text


def test_a_commentary_follows_what_the_report_says_in_its_section() -> None:
    text = document({"statements/2026-f": said("figures", "They are few.", role="Head of quality")})
    figures = section(text, "Learning: what the figures say")
    assert figures.index("Figures over time: not recorded.") < figures.index("### In their own words")
    assert figures.index("### In their own words") < figures.index("> They are few.")


def test_what_the_guidance_asks_of_scrutiny_is_answered_under_the_heading_of_the_statement() -> None:
    text = section(document({"statements/2026-s": SCRUTINEER}), "Assurance: what the guidance asks of this report")
    assert 'under "Assurance: the independent scrutineer\'s statement"' in text


def test_a_section_of_words_is_not_there_while_nobody_wrote_any() -> None:
    text = document({"statements/2026-f": said("foreword")})
    assert "\n## Foreword\n" not in text
    assert "\n## Foreword\n" in document({"statements/2026-f": said("foreword", "One thing changed.")})


def test_a_reply_says_to_whom_and_a_group_that_it_agreed() -> None:
    reply = said("reply", "We accept.", replies_to="statements/2026-s", group="qig", date="2026-09")
    text = document({"statements/2026-s": SCRUTINEER, "statements/2026-t": reply})
    first = section(text, "Assurance: the partners' reply").partition("\n")[0]
    assert first.startswith("**Lead safeguarding partners, September 2026**, agreed by the ")
    assert first.endswith(", in reply to the independent scrutineer:[^statements-2026-t]")


def test_what_is_owed_is_said_once() -> None:
    text = document({"statements/2026-f": said("foreword", "One thing changed.")})
    sentence = (
        "The judgement of the evidence, the independent scrutineer's statement and what is promised for next year "
        "are not written yet."
    )
    assert text.count(sentence) == 1
    assert "partners' reply" not in text, "there is nothing yet to reply to"


def test_a_report_that_was_made_misses_its_words_in_the_records() -> None:
    made = [{"what": "annual", "date": "2026-09-24", "covers": "2025-26"}]
    every = {
        f"statements/2026-{name}": said(name, "Words.", role=name) for name in ("judgement", "scrutineer", "next-year")
    }
    every["statements/2026-reply"] = said("reply", "Yes.", replies_to="statements/2026-scrutineer")
    text = document({"partnership": partnership(reports_made=made), **every})
    assert "> The foreword is not recorded.\n" in text


def test_an_edition_or_a_compilation_of_others_says_nothing_of_what_is_owed() -> None:
    compiled = {"by": "The lif project", "own": False, "basis": "public pages", "complete": "Far from complete."}
    for records, audience in ((CLOSED, PUBLIC), ({"partnership": partnership(compiled=compiled)}, RESTRICTED)):
        assert content(records, audience).head.unwritten == ""
    assert content({}, RESTRICTED).head.unwritten


def test_words_of_a_narrower_audience_and_of_a_later_day_are_not_there() -> None:
    records = {"statements/2026-f": said("foreword", "Words.", sharing="partnership", date="2026-09-17")}
    assert "foreword" in content(records, PARTNERSHIP).head.words
    assert "foreword" not in content(records, PUBLIC).head.words
    assert "foreword" not in content(records, RESTRICTED, date(2026, 9, 16)).head.words


def test_words_on_another_year_or_report_are_not_there() -> None:
    for other in ({"covers": "2024-25"}, {"report": "position"}):
        assert content({"statements/2026-f": said("foreword", "Words.", **other)}).head.words == {}


def test_a_document_on_one_priority_has_no_words_on_the_whole() -> None:
    records = {"statements/2026-f": said("foreword", "Words.")}
    assert content(records, priority="hearing").head.words == {}


PROMISE = {
    "key": "in-time", "outcome": "Contacts come in time", "measure": "Contacts in a day", "target": "9 of 10",
    "due": "2026-03-31", "owner": {"agency": "police", "role": "Lead"},
}  # fmt: skip
PROMISED = said("next-year", covers="2024-25", date="2025-07-10", commitments=[PROMISE])
HEADING = "Impact: what was promised a year ago, and what became of it"


def test_commitments_are_a_table_of_what_how_when_and_who() -> None:
    this_year = {**PROMISED, "covers": "2025-26"}
    del this_year["text"]
    rows = section(document({"statements/2026-p": this_year}), "Next year: what we commit to").splitlines()
    assert rows[-1] == (
        "| Contacts come in time[^statements-2026-p--in-time] | Contacts in a day, target: 9 of 10 | 31 March 2026 "
        "| The police, Lead |"
    )


def test_a_promise_that_no_record_answers_is_told_as_that() -> None:
    text = section(document({"statements/2025-p": PROMISED}), HEADING)
    assert text.startswith("- Contacts come in time (measure: Contacts in a day; target: 9 of 10; by 31 March 2026; ")
    assert text.endswith("- What became of it: not recorded")


def test_without_promises_or_training_their_sections_are_not_there() -> None:
    text = document({})
    assert HEADING not in text
    assert "who used it" not in text


def test_what_became_of_a_promise_is_its_actions_and_evaluations() -> None:
    promise = "statements/2025-p#in-time"
    records = {
        "statements/2025-p": PROMISED,
        "reviews/2025-r": review("2025-06-01"),
        "findings/2025-f": finding("reviews/2025-r"),
        "actions/2025-a": action(answers=[promise], agreed="2025-08-01", done="2026-02-01"),
        "actions/2025-b": action(answers=["findings/2025-f"], agreed="2025-08-01"),
        "evaluations/2026-e": evaluation(of=["actions/2025-a"], date="2026-03-01", claim="They come in time"),
        "evaluations/2026-g": evaluation(of=[promise], date="2026-06-01", claim="Too late to be told"),
    }
    (kept,) = content(records).promised
    assert [record for line in kept.became for record in line.records] == ["actions/2025-a", "evaluations/2026-e"]
    assert kept.became[0].text.endswith(": done")
    assert kept.became[1].text.startswith("They come in time")


def test_an_edition_claims_of_no_promise_that_nothing_came_of_it() -> None:
    text = section(document({"statements/2025-p": PROMISED, **CLOSED}, PUBLIC), HEADING)
    assert text.endswith("What became of it: nothing in this edition (may be withheld)")


def _budget(year: str, **more: Any) -> dict[str, Any]:
    return {
        "title": "Money", "sharing": "public", "year": year, "agreed": f"20{year[-2:]}-06-01",
        "income": [
            {"key": "police", "agency": "police", "amount": "1000.50"},
            {"key": "fees", "source": "Fees", "amount": "9"},
        ],
        "spending": [{"key": "staff", "purpose": "Staff", "amount": "700"}], **more,
    }  # fmt: skip


def test_money_in_and_out_stands_beside_the_year_before_with_exact_sums() -> None:
    records = {"budgets/2025-26": _budget("2025-26", carried_forward="-3"), "budgets/2024-25": _budget("2024-25")}
    text = section(document(records), "Evidence: money in, and money out")
    assert text.startswith("In 2025-26 £1,009.50 came in, £700 was spent and -£3 is carried forward.[^budgets-2025-26]")
    assert "| The police | £1,000.50 | £1,000.50 |\n| Fees | £9 | £9 |\n| All money in | £1,009.50 |" in text
    alone = section(document({"budgets/2025-26": _budget("2025-26")}), "Evidence: money in, and money out")
    assert "| Money out, for | 2025-26 |\n| --- | --: |\n| Staff | £700 |\n| All money out | £700 |" in alone


def test_money_that_is_not_recorded_is_not_nothing() -> None:
    says = "Money in, from each partner, and money out, for each purpose: not recorded."
    assert section(document({}), "Evidence: money in, and money out") == says


TRAINING = {
    "title": "Training", "sharing": "public", "form": "training", "date": "2026-02",
    "attendance": [{"agency": "police", "places": 50, "booked": 47, "came": 44, "came_unbooked": 3}, {"came": 12}],
    "used": [{"asked": 56, "answered": 41, "used": 29, "date": "2026-03"}],
}  # fmt: skip


def test_training_is_a_table_with_its_denominators() -> None:
    text = section(document({"learning/2026-t": TRAINING}), "Learning: training, and who used it")
    assert "| Training[^learning-2026-t] | The police | 50 | 47 | 44 | 3 |" in text
    assert "| Training[^learning-2026-t] | all | – | – | 12 | – |" in text  # noqa: RUF001 - the dash of the table
    assert "- March 2026: Training: 29 of 41 who answered had used it; 56 were asked[^learning-2026-t]" in text


def test_training_of_an_earlier_year_tells_how_it_was_used_in_this_one() -> None:
    earlier = {**TRAINING, "date": "2025-02", "used": [{"asked": 9, "answered": 8, "used": 7, "date": "2025-05"}]}
    report = content({"learning/2025-t": earlier})
    assert report.attended == ()
    assert [line.text for line in report.used] == ["Training: 7 of 8 who answered had used it; 9 were asked"]


def test_attendance_and_use_are_no_evidence_of_effect() -> None:
    report = content({"learning/2026-t": TRAINING, "actions/2025-a": action(agreed="2025-08-01")})
    assert (report.impact, report.effects.shown, report.effects.better) == ((), 0, 0)


AREA = {
    "title": "Low income", "sharing": "public", "measure": "Children in families with a low income", "unit": "percent",
    "better": "neutral", "area": "Exampleshire", "themes": ["neglect"],
    "series": [{"at": "2024-03", "value": 18.1}, {"at": "2025-03", "value": 18.6}, {"at": "2026-06", "value": 19.9}],
    "compared": [{"key": "england", "who": "England", "at": "2025-03", "value": 21.3}],
}  # fmt: skip


def test_a_figure_of_the_area_stands_apart_with_its_date_and_the_figure_elsewhere() -> None:
    report = content({"indicators/2026-i": AREA})
    (line,) = report.context
    assert line.text == (
        "Exampleshire: Children in families with a low income: 18.6 percent in 2025-03; England 21.3 percent in 2025-03"
    )
    assert report.figures == ()


def test_a_figure_of_the_area_is_no_evidence_on_its_theme() -> None:
    worse = {
        **AREA,
        "better": "lower",
        "series": [{"at": f"2025-{month:02}", "value": month} for month in range(1, 13)],
    }
    themes = evidence_by_theme(snapshot_of({"indicators/2026-i": worse}))
    assert "neglect" not in themes
    work = {name: value for name, value in worse.items() if name not in {"area", "compared"}}
    assert "neglect" in evidence_by_theme(snapshot_of({"indicators/2026-i": work}))


def test_without_figures_of_the_area_the_report_begins_with_what_changed() -> None:
    assert "The area we work in" not in document({})


def test_the_line_of_sight_from_a_statement_leads_through_its_commitments_to_what_was_done() -> None:
    records = {
        "statements/2025-p": PROMISED,
        "actions/2025-a": action(answers=["statements/2025-p#in-time"], agreed="2025-08-01"),
    }
    stops = [stop.id for stop in trace(snapshot_of(records), ["statements/2025-p"], DAY).stops]
    assert stops == ["actions/2025-a", "statements/2025-p", "statements/2025-p#in-time"]
