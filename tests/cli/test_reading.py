import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from lif.cli.prompts.register_columns import told_rows
from lif.reports.registry import REPORTS
from support import process
from support.inside import on_the_day, run
from support.process import Ran
from support.story import action, audit, decision, evaluation, files, finding, partnership, recommendation, review
from support.tree import ROOT

EXAMPLE = ROOT / "templates" / "example"
STORY = {
    "partnership": partnership(
        priorities=[
            {"key": "heard", "name": "Children are heard", "themes": ["child-voice", "early-help"]},
            {"key": "none-yet", "name": "Later"},
        ]
    ),
    "reviews/2026-hawthorn": review(
        title="Review Hawthorn",
        recommendations=[recommendation("one-pathway", "One pathway for all"), recommendation("second")],
    ),
    "reviews/2024-birch": review("2024-02-01", title="Review Birch"),
    "findings/2026-help-late": finding("reviews/2026-hawthorn", title="Help came late"),
    "findings/2024-voice": finding("reviews/2024-birch", theme="child-voice", title="Not heard"),
    "actions/2026-pathway": action("reviews/2026-hawthorn#one-pathway", agreed="2026-04-01", due="2027-01-01"),
    "evaluations/2026-pathway": evaluation("actions/2026-pathway", date="2026-09-01"),
    "decisions/2026-early-help": decision(theme="early-help", disposition="change", group="qig", date="2026-05-01"),
}


ON_THEME = {**STORY["actions/2026-pathway"], "themes": ["early-help"]}
"""The action of the story, where it names the theme itself."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    _write(tmp_path, files(STORY))
    return tmp_path


def _write(folder: Path, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _json(ran: Ran) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(ran.out)
    assert told["version"] == 1
    return told


def test_list_counts_the_records_of_every_kind_and_lists_those_of_one(folder: Path) -> None:
    every = on_the_day(folder, "list")
    assert every.code == 0
    assert [line.split() for line in every.out.splitlines()] == [
        ["1", "partnership"],
        ["2", "review"],
        ["2", "finding"],
        ["1", "decision"],
        ["1", "action"],
        ["1", "evaluation"],
    ]
    assert every.err == "8 records\n"
    headings, *rows = on_the_day(folder, "list", "finding").out.splitlines()
    assert headings.split() == ["DATE", "THEME", "DIRECTION", "SOURCE", "ID", "TITLE"]
    assert [row.split("  ")[0] for row in rows] == ["2024-02-01", "2026-03-05"]
    assert rows[0].split() == [
        *("2024-02-01", "child-voice", "needs", "to", "improve", "reviews/2024-birch", "findings/2024-voice"),
        *("Not", "heard"),
    ]
    assert on_the_day(folder, "list", "findings") == on_the_day(folder, "list", "finding")


def test_list_can_be_narrowed_to_a_theme_and_says_when_there_is_nothing(folder: Path) -> None:
    assert "findings/2024-voice" not in on_the_day(folder, "list", "finding", "--theme", "early-help").out
    both = on_the_day(folder, "list", "--theme", "early-help")
    assert [line.split()[1] for line in both.out.splitlines()] == [
        "ID",
        "decisions/2026-early-help",
        "findings/2026-help-late",
    ]
    nothing = on_the_day(folder, "list", "challenge")
    assert (nothing.code, nothing.out, nothing.err) == (0, "", "0 records\n")


def test_list_as_json_tells_the_same(folder: Path) -> None:
    records = _json(on_the_day(folder, "list", "finding", "--format", "json"))["records"]
    shared = {"kind": "finding", "direction": "needs to improve"}
    assert records == [
        {
            **shared, "id": "findings/2024-voice", "title": "Not heard", "date": "2024-02-01", "theme": "child-voice",
            "source": "reviews/2024-birch",
        },
        {
            **shared, "id": "findings/2026-help-late", "title": "Help came late", "date": "2026-03-05",
            "theme": "early-help", "source": "reviews/2026-hawthorn",
        },
    ]  # fmt: skip


def test_a_register_has_the_columns_rows_and_order_that_are_asked_for(folder: Path) -> None:
    asked = on_the_day(folder, "list", "finding", "--columns", "theme,id", "--sort", "theme")
    assert [line.split() for line in asked.out.splitlines()] == [
        ["THEME", "ID"],
        ["child-voice", "findings/2024-voice"],
        ["early-help", "findings/2026-help-late"],
    ]
    found = on_the_day(folder, "list", "finding", "--columns", "id", "--where", "source=hawthorn", "--sort", "date")
    assert found.out == "ID\nfindings/2026-help-late\n"
    action = on_the_day(folder, "list", "action").out
    assert action.splitlines()[0].split() == ["DUE", "STATE", "OWNER", "ACTION", "KIND", "ID", "TITLE"]
    assert "2027-01-01" in action


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--columns", "ownr"), '"ownr" is no column of these records.'),
        (("--columns", "owner"), "Did you mean owner."),
        (("--columns", ","), "--columns names no column."),
        (("--where", "due"), '"due" gives no text to look for.'),
        (("--where", "qqq=x"), '"qqq" is no column of these records. There are: date, state, id, title'),
        (("--sort", "nonsense"), '"nonsense" is no column of these records.'),
    ],
)
def test_a_column_that_is_not_there_is_named(folder: Path, words: tuple[str, ...], said: str) -> None:
    ran = on_the_day(folder, "list", "action", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_register_sorts_numbers_by_size_and_finds_words_as_files_write_them(folder: Path) -> None:
    found = on_the_day(folder, "list", "finding", "--columns", "id", "--where", "direction=needs-to-improve")
    assert found.out == "ID\nfindings/2024-voice\nfindings/2026-help-late\n"
    headings = on_the_day(folder, "list", "action", "--columns", "owner.agency,owner.role").out.splitlines()[0]
    assert headings.split("  ") == ["OWNER AGENCY", "OWNER ROLE"]
    assert '"nonsense" is no column' in on_the_day(folder, "list", "--sort", "nonsense").err
    rows = [("9",), ("12",), ("",), ("late",)]
    sorted_rows = told_rows(rows, rows, ("cases",), (), "cases")[1]
    assert sorted_rows == [("9",), ("12",), ("late",), ("",)]


def test_show_takes_any_part_of_an_id_that_only_one_record_has(folder: Path) -> None:
    shown = on_the_day(folder, "show", "hawthorn")
    assert shown.code == 0
    assert shown.out.startswith("REVIEW  reviews/2026-hawthorn\nReview Hawthorn\n")
    assert "cited by\n  actions/2026-pathway  An action\n  findings/2026-help-late  Help came late\n" in shown.out
    record = _json(on_the_day(folder, "show", "hawthorn", "--format", "json"))
    assert record["cited_by"] == ["findings/2026-help-late"]


def test_trace_follows_a_record_an_item_of_it_or_a_theme(folder: Path) -> None:
    item = on_the_day(folder, "trace", "hawthorn#pathway")
    assert item.out.startswith("LINE OF SIGHT  reviews/2026-hawthorn#one-pathway\n")
    assert "Evidence of impact  (153 days later)\n  2026-09-01  evaluations/2026-pathway" in item.out
    assert "findings/2026-help-late" not in item.out
    theme = on_the_day(folder, "trace", "early-help")
    assert theme.out.startswith("LINE OF SIGHT  theme early-help\n")
    told = _json(on_the_day(folder, "trace", "hawthorn", "--format", "json"))
    assert told["about"] == "reviews/2026-hawthorn"
    assert [stop["stage"] for stop in told["stops"]] == [
        "looked",
        "finding",
        "recommendation",
        "recommendation",
        "action",
        "evaluation",
    ]


def test_triangulate_reads_one_theme_a_priority_or_all_on_which_anything_was_found(folder: Path) -> None:
    ran = on_the_day(folder, "triangulate", "--theme", "early-help")
    assert ran.out.startswith("THEME  early-help   Early Help\n")
    assert "Decision of the group: change by Quality Improvement Group on 2026-05-01" in ran.out
    block, _, last = ran.out.rpartition("\n\n")
    assert last.startswith("Conventions: reassurance needs evidence within 18 months")
    assert ran.err == ""
    quiet = on_the_day(folder, "triangulate", "--theme", "early-help", "--quiet")
    assert (quiet.out, quiet.err) == (f"{block}\n", "")
    heading, *themes = [line for line in on_the_day(folder, "triangulate").out.splitlines() if line.startswith("THEME")]
    assert heading.split()[:2] == ["THEME", "PROPOSAL"]
    assert themes == ["THEME  early-help   Early Help", "THEME  child-voice   Child Voice"]
    first, second = (
        line
        for line in on_the_day(folder, "triangulate", "--priority", "heard").out.splitlines()
        if line.startswith("THEME  ") and "PROPOSAL" not in line
    )
    assert (first.split()[1], second.split()[1]) == ("child-voice", "early-help")


def test_triangulate_can_be_narrowed_to_a_span_of_time(folder: Path) -> None:
    since = on_the_day(folder, "triangulate", "--since", "2025-01-01", "--format", "json")
    assert [theme["theme"] for theme in _json(since)["themes"]] == ["early-help"]
    until = on_the_day(folder, "triangulate", "--until", "2025-01-01", "--format", "json")
    assert [theme["theme"] for theme in _json(until)["themes"]] == ["child-voice"]
    nothing = on_the_day(folder, "triangulate", "--until", "2020-01-01", "--quiet")
    assert nothing.out == "Evidence on any theme: not recorded.\n"
    silent = on_the_day(folder, "triangulate", "--theme", "supervision")
    assert "Proposal: NONE" in silent.out
    later = on_the_day(folder, "triangulate", "--priority", "none-yet", "--quiet")
    assert later.out == "Evidence on any theme: not recorded.\n"


def test_triangulate_shows_the_whole_picture_and_numbers_only_when_asked_for_them(folder: Path) -> None:
    _write(
        folder,
        files(
            {
                **STORY,
                "audits/2026-a": audit(),
                "findings/2026-a": finding("audits/2026-a", "working-well"),
                "actions/2026-pathway": ON_THEME,
            }
        ),
    )
    said = on_the_day(folder, "triangulate", "--theme", "early-help").out
    for line in (
        "  Confidence: not set by a person yet;",
        "  1 action: ",
        "  Impact so far: no change shown at level 3 of 4,",
    ):
        assert f"\n{line}" in said
    assert said.index("Impact so far") < said.index("Decision of the group")
    assert "Pair:" not in said
    full = on_the_day(folder, "triangulate", "--theme", "early-help", "--numbers").out
    assert "  Pair: practice reviews, multi-agency audits: dissonance" in full


def test_triangulate_between_two_days_says_what_moved_since_the_span_before(folder: Path) -> None:
    span = ("triangulate", "--since", "2026-01-01", "--until", "2026-12-31")
    ran = on_the_day(folder, *span)
    table = ran.out.partition("\nTHEN AND NOW  2025-01-01 to 2025-12-31, and 2026-01-01 to 2026-12-31\n")[2]
    assert table.split()[:3] == ["theme", "then", "now"]
    assert "Early Help  no verdict  needs to improve  new" in table
    told = _json(on_the_day(folder, *span, "--format", "json"))
    assert told["movements"] == [
        {"theme": "early-help", "label": "Early Help", "then": None, "now": "N", "movement": "new"}
    ]
    for half in (span[:3], (span[0], *span[3:]), span[:1]):
        assert "THEN AND NOW" not in on_the_day(folder, *half).out
        assert _json(on_the_day(folder, *half, "--format", "json"))["movements"] == []


def test_triangulate_as_json_holds_the_whole_picture_and_the_thresholds_it_rests_on(folder: Path) -> None:
    repeated = recommendation("again", "One pathway for all, again", repeat_of=["reviews/2026-hawthorn#one-pathway"])
    asked_again = review("2026-10-01", themes=["early-help"], recommendations=[repeated])
    _write(folder, files({**STORY, "reviews/2026-later": asked_again, "actions/2026-pathway": ON_THEME}))
    told = _json(on_the_day(folder, "triangulate", "--theme", "early-help", "--format", "json"))
    assert set(told) == {"version", "themes", "movements", "thresholds", "absent"}
    assert told["thresholds"]["stabilise_within_months"] == 18
    (theme,) = told["themes"]
    assert theme["ceiling"] == {"confidence": "low", "reasons": ["one line of evidence only"]}
    assert theme["done"]["actions"] == ["actions/2026-pathway"]
    assert theme["claims"][0]["record"] == "evaluations/2026-pathway"
    assert theme["said_before"][0]["earlier"][0]["id"] == "reviews/2026-hawthorn#one-pathway"


def test_a_theme_that_another_replaced_is_read_and_followed_under_the_other(folder: Path) -> None:
    themes = [*partnership()["themes"], {"key": "old", "label": "Old", "axis": "practice", "replaced_by": "early-help"}]
    _write(folder, files({**STORY, "partnership": partnership(themes=themes)}))
    assert on_the_day(folder, "triangulate", "--theme", "old") == on_the_day(
        folder, "triangulate", "--theme", "early-help"
    )
    old = on_the_day(folder, "trace", "old").out
    assert old.replace("theme old", "theme early-help") == on_the_day(folder, "trace", "early-help").out
    assert "findings/2026-help-late" in old


def test_only_a_record_that_is_shown_whole_shows_its_fingerprint(folder: Path) -> None:
    for audience, is_shown in (
        ((), True),
        (("--audience", "restricted"), True),
        (("--audience", "partnership"), False),
        (("--audience", "public"), False),
    ):
        text = on_the_day(folder, "show", "hawthorn", *audience).out
        assert ("\nfingerprint " in text) is is_shown
        assert "cited by" in text
        assert (
            "fingerprint" in _json(on_the_day(folder, "show", "hawthorn", *audience, "--format", "json"))
        ) is is_shown


def test_triangulate_as_json_holds_verdicts_votes_and_the_decision_by_its_id(folder: Path) -> None:
    told = _json(on_the_day(folder, "triangulate", "--theme", "early-help", "--format", "json"))
    (theme,) = told["themes"]
    assert theme["verdicts"] == {"review": "N"}
    assert theme["decision"] == "decisions/2026-early-help"
    assert theme["lines"][0]["votes"][0]["findings"] == ["findings/2026-help-late"]
    assert theme["proposal"]["word"] == "Changed"


def test_check_says_nothing_is_wrong_with_sound_records_and_can_be_narrowed(folder: Path) -> None:
    assert on_the_day(folder, "check", "--select", "LIF3").code == 0
    told = _json(on_the_day(folder, "check", "--format", "json"))
    assert told["summary"]["records"] == 8
    assert told["summary"]["errors"] == 0


def test_a_report_is_made_as_text_or_json_and_says_what_was_left_out(folder: Path) -> None:
    text = on_the_day(folder, "report", "annual", "--year", "2026-27")
    assert text.out.startswith("# Yearly report 2026-27: Exampleshire Safeguarding Children Partnership\n")
    assert text.err == ""
    told = _json(on_the_day(folder, "report", "annual", "--year", "2026-27", "--format", "json"))
    assert told["withheld"] == 0
    _write(folder, files({"reviews/2026-secret": review(sharing="restricted")}))
    assert on_the_day(folder, "report", "annual", "--year", "2026-27").err == (
        "lif: 1 record is not for a public audience and is left out.\n"
    )
    assert on_the_day(folder, "report", "annual", "--year", "2026-27", "--quiet").err == ""


NEEDS_ONE = "lif: There is no readable records/partnership.yaml. lif check says what is wrong with it.\n"
MESSAGES = [
    (
        "report annual --year 18-19",
        2,
        'lif: Unknown year "18-19". A year runs from April to March and is written 2018-19.\n',
    ),
    ("report annual", 2, "lif: For which year? Say it: --year 2018-19\n"),
    (
        "report nonsense --year 2018-19",
        2,
        f'lif: There is no report called "nonsense". Reports: {", ".join(REPORTS.names)}\n',
    ),
    ("show unheard-of", 1, 'lif: No record is called "unheard-of". `lif list KIND` shows what there is.\n'),
    ("show hawthron", 1, 'lif: No record is called "hawthron". Did you mean reviews/2026-hawthorn?\n'),
    (
        "show path",
        2,
        'lif: "path" could be actions/2026-pathway, evaluations/2026-pathway. Write enough of it to mean only one.\n',
    ),
    (
        "trace hawthorn#two",
        1,
        'lif: reviews/2026-hawthorn has no item called "two". Items there: one-pathway, second\n',
    ),
    (
        "trace hawthorn#o",
        2,
        'lif: "o" could be several items of reviews/2026-hawthorn. Items there: one-pathway, second\n',
    ),
    ("trace birch#two", 1, 'lif: reviews/2024-birch has no item called "two". It holds none that can be cited.\n'),
    (
        "check --select LIF9999",
        2,
        'lif: No code begins with "LIF9999". Write LIF3, or LIF502,LIF512; lif explain lists them.\n',
    ),
    ("triangulate --theme early-hlep", 2, 'lif: The partnership has no theme "early-hlep". Did you mean early-help?\n'),
    (
        "triangulate --theme x",
        2,
        'lif: The partnership has no theme "x". Themes: early-help, child-voice, supervision, neglect\n',
    ),
    ("list --theme early-hlep", 2, 'lif: The partnership has no theme "early-hlep". Did you mean early-help?\n'),
    ("triangulate --priority x", 2, 'lif: The partnership has no priority "x". Priorities: heard, none-yet\n'),
    (
        "triangulate --since 2019",
        2,
        'lif: I don\'t know the day "2019". A day is written year-month-day: 2019-11-05\n',
    ),
    (
        "triangulate --until 20191105",
        2,
        'lif: I don\'t know the day "20191105". A day is written year-month-day: 2019-11-05\n',
    ),
    (
        "triangulate --since 2019-02-29",
        2,
        'lif: I don\'t know the day "2019-02-29". A day is written year-month-day: 2019-11-05\n',
    ),
    (
        "triangulate --since 2026-01-02 --until 2026-01-01",
        2,
        "lif: 2026-01-01 is before 2026-01-02. Give --since the earlier of the two days.\n",
    ),
    ("check records/nowhere", 2, "lif: There is no records/nowhere in this workspace. Check the spelling.\n"),
    ("-C nowhere check", 2, "lif: There is no folder nowhere. Check the spelling after -C.\n"),
]


@pytest.mark.parametrize(("question", "code", "message"), MESSAGES, ids=[question for question, *_ in MESSAGES])
def test_a_question_that_has_no_answer_is_told_why_and_what_to_write(
    folder: Path, question: str, code: int, message: str
) -> None:
    assert on_the_day(folder, *question.split()) == Ran(code, "", message)


@pytest.mark.parametrize(
    "day",
    ["2026-W45-3", "20261105", "2026-11-5", "2026-11", "\uff12\uff10\uff12\uff16-11-05", "05/11/2026", " 2026-11-05"],
)
def test_today_is_a_whole_day_written_one_way(folder: Path, day: str) -> None:
    assert run(folder, "list", "--today", day) == Ran(
        2, "", f'lif: I don\'t know the day "{day}". A day is written year-month-day: 2019-11-05\n'
    )


def test_one_day_is_a_span_too(folder: Path) -> None:
    same = on_the_day(folder, "triangulate", "--since", "2026-03-05", "--until", "2026-03-05", "--format", "json")
    assert [theme["theme"] for theme in _json(same)["themes"]] == ["early-help"]


def test_a_command_answers_in_the_first_of_its_formats_unless_asked_for_another(folder: Path) -> None:
    for question in ("list", "show hawthorn", "trace hawthorn", "triangulate", "report annual --year 2026-27"):
        usual = on_the_day(folder, *question.split())
        assert usual == on_the_day(folder, *question.split(), "--format", "text")
        assert usual.out != on_the_day(folder, *question.split(), "--format", "json").out
    schema = on_the_day(folder, "schema", "review")
    assert schema == on_the_day(folder, "schema", "review", "--format", "json")
    assert json.loads(schema.out)["$schema"]


def test_an_unknown_kind_or_format_is_told_what_there_is(folder: Path) -> None:
    kind = on_the_day(folder, "list", "nonsense")
    assert kind.code == 2
    assert kind.err.startswith('lif: There is no kind of record called "nonsense". Kinds: partnership, position, need,')
    assert on_the_day(folder, "schema", "nonsense").err == kind.err
    before = run(folder, "--format", "nonsense", "list")
    assert before == Ran(2, "", "lif: list has no format `nonsense`. It has: text, json, csv\n")
    after = run(folder, "list", "--format", "nonsense")
    assert after.code == 2
    assert "text" in after.err
    assert "Traceback" not in after.err


def test_without_a_partnership_record_nothing_can_be_triangulated_or_reported(folder: Path) -> None:
    (folder / "records" / "partnership.yaml").unlink()
    assert on_the_day(folder, "triangulate") == Ran(2, "", NEEDS_ONE)
    report = on_the_day(folder, "report", "annual", "--year", "2026-27")
    assert (report.code, report.out) == (2, "")
    assert "nothing can be reported" in report.err
    assert on_the_day(folder, "list", "review").code == 0


def test_priorities_of_a_partnership_without_any_are_none_yet(folder: Path) -> None:
    _write(folder, {"records/partnership.yaml": files({})["records/partnership.yaml"]})
    asked = on_the_day(folder, "triangulate", "--priority", "heard")
    assert asked.err == 'lif: The partnership has no priority "heard". Priorities: none yet\n'


@pytest.mark.parametrize(
    "question",
    [
        "list",
        "list review",
        "show hawthorn",
        "trace hawthorn",
        "triangulate",
        "report annual --year 2026-27",
        "check",
        "schema review",
    ],
)
def test_every_reading_command_answers_in_json_with_a_version(folder: Path, question: str) -> None:
    ran = on_the_day(folder, *question.split(), "--format", "json")
    assert ran.code == 0
    told = json.loads(ran.out)
    assert told["version"] == 1 if "schema" not in question else "$schema" in told


def test_the_shell_is_offered_ids_from_file_names(folder: Path) -> None:
    def offered(typed: str, words: int) -> list[str]:
        told = process.run(
            folder / "records" / "reviews",
            environment={"_LIF_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": str(words)},
        )
        return [line.rpartition(",")[2] for line in told.out.splitlines()]

    assert offered("lif show reviews/", 2) == ["reviews/2024-birch", "reviews/2026-hawthorn"]
    assert offered("lif show partner", 2) == ["partnership"]
    assert offered("lif show hawth", 2) == [""]
    assert offered("lif list fi", 2) == ["finding"]
    assert offered("lif report an", 2) == ["annual"]


def test_the_example_partnership_is_read_whole() -> None:
    assert on_the_day(EXAMPLE, "check", "--select", "LIF1,LIF2,LIF3").code == 0


def test_csv_has_the_same_values_as_json() -> None:
    asked = ("list", "action", "--columns", "due,state,owner.agency,title")
    rows = list(csv.DictReader(io.StringIO(on_the_day(EXAMPLE, *asked, "--format", "csv").out)))
    told = json.loads(on_the_day(EXAMPLE, *asked, "--format", "json").out)["records"]
    assert rows
    assert rows == [{name: row[name] for name in rows[0]} for row in told]
