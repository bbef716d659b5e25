import json
from pathlib import Path

import pytest

from lif.exchange.flat import flat_layout
from lif.exchange.hidden_sheet import read_base
from lif.exchange.registry import LAYOUTS
from lif.model.registry import KINDS
from support.filled import EXAMPLE
from support.inside import on_the_day
from support.process import Ran
from support.workbook import Book, book_of
from support.ws import FINDING, PARTNERSHIP, Workspace, workspace

ACTION = """\
title: "=1+1"
sharing: partnership
answers: [findings/2026-weekly-contact]
owner:
  agency: police
  role: "@SUM(A1)"
joint_with: [social-care]
agreed: 2026-02
due: 2026-05-29
moved:
  - since: 2026-04-30
    to: 2026-05-29
    reason: "+44 is not a formula"
measures:
  - what: Supervision recorded
    target: 9 of 10
"""
FOR_FEW = "title: Known to few\nsharing: restricted\ndue: 2026-07-01\n"
INDICATOR = """\
title: Supervision held
sharing: public
measure: Supervision held in the month
better: higher
series:
  - at: 2026-03
    numerator: 3
    denominator: 40
  - at: 2026-04-30
    numerator: 30
    denominator: 40
"""
CYCLE = """\
scales:
  - key: ratings
    name: Ratings
    grades:
      - key: met
        label: Met
      - key: not-met
        label: Not met
standards_sets:
  - key: standards
    name: Standards
    scale: ratings
    standards:
      - key: leadership
        text: A senior leader answers for safeguarding
cycles:
  - key: 2026
    standards_set: standards
    asked: 2026-05-01
    due: 2026-07-31
    agencies: [police]
"""


@pytest.fixture
def ws(tmp_path: Path) -> Workspace:
    """An action of the police that is overdue, one that is restricted, and an indicator; it is 2026-06-01."""
    made = workspace(tmp_path / "ws")
    made.put("actions/2026-reply", ACTION)
    made.put("actions/2026-secret", FOR_FEW)
    made.put("indicators/2026-held", INDICATOR)
    return made


def exported(ws: Workspace, what: str, *words: str) -> Book:
    """The workbook of that subject."""
    file = ws.root.parent / f"{what}.xlsx"
    ran = ws.lif("export", what, "--output", str(file), "--force", *words)
    assert ran.code == 0, ran.err
    return book_of(file.read_bytes())


def row_of(book: Book, sheet: str, record: str) -> dict[str, str]:
    """The cells of a row by the heading of their column."""
    headings = book.sheets[sheet][2]
    row = next(row for row in book.sheets[sheet][3:] if row[0] == record)
    return dict(zip(headings, row, strict=False))


def test_the_tracker_has_a_sheet_for_each_agency_with_first_and_current_day(ws: Workspace) -> None:
    book = exported(ws, "actions")
    assert list(book.sheets) == ["Guide", "The Police", "No agency named", "Lists", "_lif"]
    row = row_of(book, "The Police", "actions/2026-reply")
    assert (row["First due"], row["Due now"]) == ("46142", "46171")  # 30 April and 29 May 2026
    assert row["Agreed on"] == "2026-02"
    assert row["State when exported"] == "overdue"
    assert row["Because of"] == "Weekly contact was rare"
    assert "from 2026-04-30: +44 is not a formula" in row["Moved before"]


def test_text_of_a_record_stays_text_and_no_cell_is_a_formula(ws: Workspace) -> None:
    book = exported(ws, "actions")
    row = row_of(book, "The Police", "actions/2026-reply")
    assert (row["Action"], row["Lead role"]) == ("=1+1", "@SUM(A1)")
    assert not [formula for formula in book.formulas if "SUM" in formula or "1+1" in formula]
    assert all("<f>" not in text for name, text in book.xml.items() if "worksheets" in name)


def test_drop_downs_are_the_partnerships_own_and_ids_are_guarded_without_protection(ws: Workspace) -> None:
    book = exported(ws, "actions")
    assert book.hidden == {"Lists", "_lif"}
    agencies = [row[book.sheets["Lists"][0].index("agencies")] for row in book.sheets["Lists"][1:3]]
    assert agencies == ["police", "social-care"]
    assert "lif_agencies" in book.xml["xl/workbook.xml"]
    sheet = book.xml["xl/worksheets/sheet2.xml"]
    assert "sheetProtection" not in sheet
    assert 'type="custom"' in sheet
    assert "<formula1>FALSE</formula1>" in sheet
    assert 'type="date"' in sheet
    assert "OVERDUE since" in book.xml["xl/styles.xml"]


def test_the_hidden_sheet_holds_what_was_exported(ws: Workspace) -> None:
    book = exported(ws, "actions")
    base, content_id = read_base(book.sheets["_lif"])
    assert (base.what, base.audience, content_id) == ("actions", "partnership", base.content_id)
    assert [sheet.name for sheet in base.sheets] == ["The Police", "No agency named"]
    keys = [column.key for column in base.sheets[0].columns if column.editable]
    values = dict(zip(keys, base.sheets[0].rows[0].values, strict=True))
    assert (values["due"], values["joint_with"], values["progress.+.said"]) == ("2026-05-29", "social-care", "")
    assert all(f"content {content_id}" in book.sheets[name][1][0] for name in ("The Police", "No agency named"))


def test_a_withheld_record_is_in_no_sheet_of_a_lower_audience(ws: Workspace) -> None:
    told = json.dumps(exported(ws, "actions").xml)
    assert "2026-secret" not in told
    assert "Known to few" not in told
    restricted = exported(ws, "actions", "--audience", "restricted")
    assert row_of(restricted, "No agency named", "actions/2026-secret")["Action"] == "Known to few"
    assert "not for onward sharing" in restricted.sheets["Guide"][2][0]
    assert all("audience: restricted" in restricted.sheets[name][1][0] for name in ("The Police", "No agency named"))


def test_one_agency_gets_what_it_leads_and_what_it_does_together_with_others(ws: Workspace) -> None:
    book = exported(ws, "actions", "--agency", "social-care")
    assert list(book.sheets)[1] == "Children's social care"
    assert [row[0] for row in book.sheets["Children's social care"][3:]] == ["actions/2026-reply"]
    assert "no agency" in ws.lif("export", "actions", "--agency", "navy", "--output", "../x.xlsx").err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("actions", "--cycle", "2025"), "actions takes no --cycle"),
        (("actions", "--year", "2026-27"), "actions takes no --year"),
        (("assessment", "--cycle", "1999"), "Cycles: none"),
    ],
)
def test_an_option_that_does_not_belong_there_is_refused(ws: Workspace, words: tuple[str, ...], says: str) -> None:
    assert says in ws.lif("export", *words, "--output", str(ws.root.parent / "x.csv")).err


def test_the_same_records_give_the_same_bytes(ws: Workspace) -> None:
    first = exported(ws, "indicators").xml
    assert exported(ws, "indicators").xml == first


def test_what_is_public_is_a_cover_and_one_marked_table_without_small_counts(ws: Workspace) -> None:
    book = exported(ws, "indicators", "--audience", "public")
    assert list(book.sheets) == ["Cover", "Indicators"]
    assert book.hidden == set()
    assert "xl/tables/table1.xml" in book.xml
    headings = book.sheets["Indicators"][2]
    few = row_of(book, "Indicators", "indicators/2026-held#2026-03")
    many = row_of(book, "Indicators", "indicators/2026-held#2026-04-30")
    assert (few["How many"], few["Out of how many"]) == ("c", "c")
    assert (many["How many"], many["Out of how many"]) == ("30", "40")
    assert "Indicator id [note 1]" in headings
    assert any(line[:1] and "An empty cell means" in line[0] for line in book.sheets["Cover"])


def test_a_workbook_is_not_written_into_a_repository_unless_told_so(ws: Workspace) -> None:
    file = ws.root / "actions.xlsx"
    refused = ws.lif("export", "actions", "--output", str(file))
    assert refused.code != 0
    assert "would stand in a repository" in refused.err
    assert not file.exists()
    assert ws.lif("export", "actions", "--output", str(file), "--inside").code == 0
    assert ws.lif("export", "indicators", "--audience", "public", "--output", str(ws.root / "i.csv")).code == 0


def test_another_file_is_written_over_only_with_force(ws: Workspace) -> None:
    file = ws.root.parent / "actions.csv"
    file.write_text("mine", encoding="utf-8")
    refused = ws.lif("export", "actions", "--output", str(file))
    assert "--force" in refused.err
    assert file.read_text(encoding="utf-8") == "mine"


def test_csv_runs_no_formula_and_json_is_exact(ws: Workspace) -> None:
    table, answer = ws.root.parent / "a.csv", ws.root.parent / "a.json"
    assert ws.lif("export", "actions", "--output", str(table)).code == 0
    assert ws.lif("export", "actions", "--output", str(answer)).code == 0
    assert ",'=1+1,police,'@SUM(A1)," in table.read_text(encoding="utf-8-sig")
    rows = json.loads(answer.read_text(encoding="utf-8"))["rows"]
    assert next(row["title"] for row in rows if row["id"] == "actions/2026-reply") == "=1+1"


def test_a_text_longer_than_a_cell_is_refused_and_nothing_is_written(ws: Workspace) -> None:
    ws.put("actions/2026-reply", ACTION.replace("=1+1", "long " * 7000))
    file = ws.root.parent / "long.xlsx"
    refused = ws.lif("export", "actions", "--output", str(file))
    assert "Row 4 of the sheet The Police holds a text longer than a cell" in refused.err
    assert not file.exists()
    assert ws.lif("export", "actions", "--output", str(file.with_suffix(".csv"))).code == 0


def test_what_cannot_be_exported_and_an_unknown_ending_are_named(ws: Workspace) -> None:
    assert "What can be: actions, indicators" in ws.lif("export", "weather", "--output", "../x.csv").err
    assert "End it in .xlsx, .csv, .json" in ws.lif("export", "actions", "--output", "../x.doc").err
    assert "--output ../actions.xlsx" in ws.lif("export", "actions").err
    listed = ws.lif("export")
    assert "actions" in listed.out
    assert json.loads(ws.lif("export", "--format", "json").out)["subjects"][0]["name"] == "actions"


def test_words_that_could_identify_a_person_stop_the_export(ws: Workspace) -> None:
    ws.put("partnership", PARTNERSHIP + "public_names: []\n")
    ws.put("actions/2026-reply", ACTION.replace("=1+1", "Call on 07700 900123 about NHS number 943 476 5919"))
    ran = ws.lif("export", "actions", "--output", str(ws.root.parent / "x.csv"))
    text = (ws.root.parent / "x.csv").read_text(encoding="utf-8") if (ws.root.parent / "x.csv").exists() else ""
    assert "943 476 5919" not in ran.out + ran.err + text


def example(tmp_path: Path, *words: str) -> Ran:
    """The command on the example, outside of any repository."""
    return on_the_day(tmp_path, "-C", str(EXAMPLE.parent), "export", *words, "--format", "json")


@pytest.mark.parametrize("what", [*LAYOUTS, *(flat_layout(kind).what for kind in KINDS)])
def test_everything_that_is_listed_can_be_exported_for_every_audience(what: str, tmp_path: Path) -> None:
    for audience in ("restricted", "partnership"):
        ran = example(tmp_path, what, "--output", str(tmp_path / f"{audience}.json"), "--audience", audience)
        assert ran.code == 0, ran.err
    answer = json.loads((tmp_path / "partnership.json").read_text(encoding="utf-8"))
    assert answer["what"] == what
    assert answer["rows"] or what == "flag"


def test_the_answers_of_the_last_cycle_stand_beside_the_return(tmp_path: Path) -> None:
    assert example(tmp_path, "assessment", "--cycle", "2027", "--output", str(tmp_path / "a.xlsx")).code == 0
    book = book_of((tmp_path / "a.xlsx").read_bytes())
    sheet = next(name for name in book.sheets if name.startswith("Exampleshire"))
    carried = row_of(book, sheet, "assessments/2027-social-care#leadership")
    assert (carried["Rating in the last return"], carried["Carried over"]) == ("met", "not yet judged anew")
    unanswered = row_of(book, sheet, "assessments/2027-social-care#escalation")
    assert (unanswered["Your rating now"], unanswered["Evidence in the last return"]) == ("", "Challenge log")


def test_any_kind_is_a_flat_sheet_with_a_column_for_each_field(ws: Workspace) -> None:
    book = exported(ws, "finding")
    assert list(book.sheets) == ["Guide", "Findings", "Lists", "_lif"]
    row = row_of(book, "Findings", "findings/2026-weekly-contact")
    assert (row["theme"], row["direction"], row["source"]) == ("child-voice", "gap", "reviews/2026-missing-education")
    assert not any("worked out" in "".join(line) for line in book.sheets["Guide"])


def test_without_the_package_it_says_what_to_install(ws: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lif.output.tables.xlsx.find_spec", lambda _: None)
    ran = ws.lif("export", "actions", "--output", str(ws.root.parent / "x.xlsx"))
    assert "pip install XlsxWriter" in ran.err


def test_what_is_due_is_for_reading_and_lists_each_open_deadline(ws: Workspace) -> None:
    book = exported(ws, "due", "--agency", "police")
    assert list(book.sheets) == ["Cover", "What is due"]
    assert [row[1:4] for row in book.sheets["What is due"][3:]] == [["OVERDUE", "46171", "Action"]]


def test_agencies_that_were_asked_and_have_no_return_are_named(tmp_path: Path) -> None:
    ran = on_the_day(tmp_path, "-C", str(EXAMPLE.parent), "export", "assessment", "--output", str(tmp_path / "a.xlsx"))
    assert "no sheet for Exampleshire Family Support Service; a return: nothing in this edition" in ran.err
    assert "lif new assessment" in ran.err
    words = ("export", "assessment", "--agency", "social-care", "--output", str(tmp_path / "b.xlsx"))
    assert "no sheet" not in on_the_day(tmp_path, "-C", str(EXAMPLE.parent), *words).err


def test_a_first_return_has_nothing_beside_it(ws: Workspace) -> None:
    ws.put("partnership", PARTNERSHIP + CYCLE)
    ws.put("assessments/2026-police", "title: Return\nsharing: partnership\ncycle: 2026\nagency: police\n")
    book = exported(ws, "assessment")
    row = row_of(book, "The Police", "assessments/2026-police#leadership")
    assert row["Standard"] == "A senior leader answers for safeguarding"
    assert row["Rating in the last return"] == ""
    grades = [row[book.sheets["Lists"][0].index("grades")] for row in book.sheets["Lists"][1:]]
    assert grades == ["met", "not-met"]


def test_a_field_that_the_audience_may_not_see_has_no_column_to_fill_in(ws: Workspace) -> None:
    ws.put("findings/2026-weekly-contact", FINDING + "notes: Not for everybody\n")
    assert "notes" not in exported(ws, "finding").sheets["Findings"][2]
    restricted = exported(ws, "finding", "--audience", "restricted")
    assert row_of(restricted, "Findings", "findings/2026-weekly-contact")["notes"] == "Not for everybody"
