import json
import re
from pathlib import Path

import pytest

from support import process
from support.golden import Golden
from support.inside import on_the_day
from support.process import Ran
from support.tree import ROOT

PUBLIC_RECORD = ROOT
EXAMPLE = ROOT / "templates" / "example"
OUTPUTS = [
    (PUBLIC_RECORD, "check", "record/check.txt"),
    (PUBLIC_RECORD, "check --format json", "record/check.json"),
    (PUBLIC_RECORD, "list", "record/list.txt"),
    (PUBLIC_RECORD, "list review", "record/list-review.txt"),
    (PUBLIC_RECORD, "show decisions/2018-single-categories", "record/show-single-categories.txt"),
    (PUBLIC_RECORD, "trace decisions/2018-single-categories", "record/trace-single-categories.txt"),
    (PUBLIC_RECORD, "triangulate --theme early-help", "record/triangulate-early-help.txt"),
    (PUBLIC_RECORD, "triangulate --theme neglect", "record/triangulate-neglect.txt"),
    (PUBLIC_RECORD, "triangulate --theme neglect --format json", "record/triangulate-neglect.json"),
    (PUBLIC_RECORD, "due", "record/due.txt"),
    (PUBLIC_RECORD, "report annual --year 2018-19", "record/annual-2018-19.md"),
    (EXAMPLE, "check", "example/check.txt"),
    (EXAMPLE, "triangulate", "example/triangulate.txt"),
    (EXAMPLE, "trace child-voice", "example/trace-child-voice.txt"),
    (EXAMPLE, "show actions/2024-voice-prompt", "example/show-voice-prompt.txt"),
    (EXAMPLE, "show reviews/2025-hawthorn --format json", "example/show-hawthorn.json"),
    (EXAMPLE, "show flags/2025-after-hours --format json", "example/show-after-hours.json"),
    (EXAMPLE, "triangulate --theme child-voice --format json", "example/triangulate-child-voice.json"),
    (EXAMPLE, "triangulate --theme supervision-oversight --format json", "example/triangulate-supervision.json"),
    (EXAMPLE, "due", "example/due.txt"),
    (EXAMPLE, "due --all --format json --kind publication", "example/due-publication.json"),
    (EXAMPLE, "report annual --year 2025-26", "example/annual-2025-26.md"),
    (EXAMPLE, "brief 2025-hawthorn", "example/brief-hawthorn.md"),
    (EXAMPLE, "brief child-voice --form one-page --agency police", "example/brief-child-voice-police.md"),
    (EXAMPLE, "report position --year 2025-26", "example/position-2025-26.md"),
    (EXAMPLE, "report learning-programme", "example/learning-programme.md"),
    (EXAMPLE, "report framework", "example/framework.md"),
    (EXAMPLE, "report programme --year 2025-26", "example/programme-2025-26.md"),
    (EXAMPLE, "report assessment --cycle 2025", "example/assessment-2025.md"),
    (EXAMPLE, "report flag flags/2025-after-hours", "example/flag-after-hours.md"),
    (PUBLIC_RECORD, "report position --year 2019-20", "record/position-2019-20.md"),
    (PUBLIC_RECORD, "report learning-programme --audience public", "record/learning-programme.md"),
    (PUBLIC_RECORD, "report framework --year 2019-20", "record/framework-2019-20.md"),
    (PUBLIC_RECORD, "report programme --year 2018-19", "record/programme-2018-19.md"),
    (EXAMPLE, "report executive --period 2026-04/2026-09", "example/executive-2026-summer.md"),
    (EXAMPLE, "report qig", "example/qig.md"),
    (EXAMPLE, "report actions", "example/actions.md"),
    (EXAMPLE, "report agency social-care", "example/agency-social-care.md"),
    (EXAMPLE, "report review reviews/2026-harm-outside-home", "example/review-harm-outside-home.md"),
    (PUBLIC_RECORD, "report executive --period 2023-10/2024-03", "record/executive-2023-winter.md"),
    (PUBLIC_RECORD, "report actions --audience public", "record/actions.md"),
    (PUBLIC_RECORD, "brief early-help --audience public", "record/brief-early-help.md"),
]


MASKS = (
    (re.compile(r"(?<=content )[0-9a-f]{16}\b"), "CONTENT"),
    (re.compile(r"^(- )?\d+ records(?=\.$|; \d+ of them carry no date| · \d+ errors)", re.MULTILINE), r"\1N records"),
    (re.compile(r"(?<=; of )\d+(?= others some fields are not)"), "N"),
    (re.compile(r'(?<="summary": {\n    "records": )\d+'), "0"),
)
"""What changes with every record, whatever it is about: one more example record should change few golden files."""


def masked(text: str) -> str:
    """The text without its content id and its totals; `test_totals_are_those_of_the_folder` holds the totals."""
    for pattern, mask in MASKS:
        text = pattern.sub(mask, text)
    return text


@pytest.mark.parametrize(("folder", "question", "name"), OUTPUTS, ids=[name for *_, name in OUTPUTS])
def test_what_people_read_is_what_was_agreed(folder: Path, question: str, name: str, golden: Golden) -> None:
    ran = on_the_day(folder, *question.split())
    assert ran.code == 0, ran.err
    golden(name, masked(ran.out))


@pytest.mark.parametrize("folder", [PUBLIC_RECORD, EXAMPLE], ids=["record", "example"])
def test_totals_are_those_of_the_folder(folder: Path) -> None:
    files = len(list((folder / "records").rglob("*.yaml")))
    assert f"{files} records · 0 errors" in on_the_day(folder, "check").out
    summary = json.loads(on_the_day(folder, "check", "--format", "json").out)["summary"]
    assert summary["records"] == files
    report = on_the_day(folder, "report", "qig", "--audience", "restricted").out
    assert re.search(rf"^- {files} records(\.|; )", report, re.MULTILINE)


def test_a_calendar_file_is_what_was_agreed_byte_by_byte(golden: Golden) -> None:
    golden("example/due.ics", process.on_the_day(EXAMPLE, "due", "--within", "3m", "--format", "ics").out)


def _early_help() -> Ran:
    return on_the_day(PUBLIC_RECORD, "triangulate", "--theme", "early-help")


def test_early_help_came_back_and_its_reviews_are_not_counted_as_three_sources() -> None:
    said = " ".join(_early_help().out.split())
    assert "one line of evidence only" in said
    assert "[reviews/2019-vulnerable-adolescents]" in said
    assert "[reviews/2024-serious-youth-violence]" in said
    assert "Raised again, a year or more later: 2019, 2024, by independent sources." in said
    assert "[reviews/2019-child-q]" not in said
    assert "[reviews/2019-child-y]" not in said
    assert "reviews/2019-child-q (our reading); reviews/2019-child-y (our reading)" in said


def test_neglect_is_seen_by_the_audit_and_the_bare_themes_of_the_learning_review_have_no_vote() -> None:
    said = on_the_day(PUBLIC_RECORD, "triangulate", "--theme", "neglect").out
    assert "    practice reviews                      spoke, without saying whether it works" in said
    assert "    multi-agency audits " in said
    assert "one line of evidence only" in said
    assert "Not counted: findings/2018-joint-assessment (describes" in said
    assert "needs to improve (our reading): Multi-agency audit of neglect, spring 2018" in said
    assert "[decisions/2019-three-priority-groups]" in said
    assert "not in the sources read.\n" not in said[said.index("Decision of the group") :]
    assert "______" not in said


def test_the_single_category_decision_shows_its_audit_and_what_its_source_does_not_name() -> None:
    said = on_the_day(PUBLIC_RECORD, "trace", "single-categories").out
    assert "audits/2018-neglect" in said
    assert "Serious case reviews: not named in the source" in said


def test_the_yearly_report_of_the_board_says_whose_year_it_was_and_what_the_sources_do_not_hold() -> None:
    said = on_the_day(PUBLIC_RECORD, "report", "annual", "--year", "2018-19").out
    head, _, rest = said.partition("\n## ")
    assert "Compiled by: the lif project" in head
    assert "not the partnership's own" in head
    assert (
        "Croydon Safeguarding Children Board, the predecessor of the Croydon Safeguarding Children Partnership" in head
    )
    assert rest.startswith("What changed for children, and how that is known\n")
    assert "in practice: **not in the sources read**" in rest
    assert "not recorded" not in said
