import json
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from xlsxwriter.workbook import Workbook

from support.filled import EXAMPLE
from support.inside import on_the_day
from support.returned import Returned
from support.ws import Ran, Workspace, workspace

POLICE = "The Police"
REPLY = "actions/2026-reply"
ACTION = """\
# kept by the business manager
title: Weekly contact agreed
sharing: partnership # agreed with the group
answers: [findings/2026-weekly-contact]
owner:
  agency: police # the lead
  role: Head of protection
joint_with: [social-care]
agreed: 2026-02
due: 2026-05-29
measures:
  # the first of two
  - what: Supervision recorded
    target: 9 of 10
"""
SECOND = ACTION.replace("Weekly contact agreed", "Letters are answered in a week")
INDICATOR = """\
title: Supervision held
sharing: public
measure: Supervision held in the month
better: higher
series:
  - at: 2026-03
    numerator: 30
    denominator: 40
  # the first after the change
  - at: 2026-05
    numerator: 31
    denominator: 40
"""


@pytest.fixture
def ws(tmp_path: Path) -> Workspace:
    """Two actions of the police, and an indicator; it is 2026-06-01."""
    made = workspace(tmp_path / "ws")
    made.put(REPLY, ACTION)
    made.put("actions/2026-letters", SECOND)
    made.put("indicators/2026-held", INDICATOR)
    return made


def sent(ws: Workspace, what: str = "actions", *words: str) -> Path:
    """The workbook of a subject as it is sent."""
    file = ws.root.parent / f"{what}.xlsx"
    ran = ws.lif("export", what, "--output", str(file), "--force", *words)
    assert ran.code == 0, ran.err
    return file


def came_back(ws: Workspace, what: str = "actions") -> Returned:
    return Returned.of(sent(ws, what))


def taken_in(ws: Workspace, book: Returned, *words: str, what: str = "actions") -> Ran:
    return ws.lif("import", what, str(book.save(ws.root.parent / "back.xlsx")), *words)


@pytest.mark.parametrize(
    "kind", ["actions", "indicators", "assessment", "programme", "challenges", "finding", "review"]
)
def test_a_workbook_that_comes_back_as_it_was_changes_nothing(kind: str, tmp_path: Path) -> None:
    copytree(EXAMPLE, tmp_path / "ws" / "records")
    before = Workspace(tmp_path / "ws").everything()
    file = tmp_path / "sent.xlsx"
    assert on_the_day(tmp_path / "ws", "export", kind, "--output", str(file)).code == 0
    back = Returned.of(file).save(tmp_path / "back.xlsx")
    for each in (file, back):
        ran = on_the_day(tmp_path / "ws", "import", kind, str(each), "--apply")
        assert (ran.code, ran.err) == (0, "")
        assert "Nothing was changed" in ran.out
    assert Workspace(tmp_path / "ws").everything() == before


def test_a_changed_cell_is_that_field_changed_and_every_other_byte_stays(ws: Workspace) -> None:
    book = came_back(ws)
    book.put(POLICE, REPLY, Lead_role="Head of the unit")
    before = ws.everything()
    shown = taken_in(ws, book)
    assert shown.code == 0
    assert ws.everything() == before
    assert "1 record changed" in shown.out
    assert "owner, role: was Head of protection, now Head of the unit" in shown.out
    assert "Nothing was written yet. To write 1 file: lif import actions" in shown.err
    assert taken_in(ws, book, "--apply").code == 0
    assert ws.text(REPLY) == ACTION.replace("Head of protection", "Head of the unit")
    changed = {path for path, data in ws.everything().items() if before.get(path) != data}
    assert changed == {f"records/{REPLY}.yaml"}


def test_a_workbook_that_is_taken_in_twice_adds_nothing_the_second_time(ws: Workspace) -> None:
    book = came_back(ws)
    book.put(POLICE, REPLY, Due_now=date(2026, 7, 31), Why_it_moves="The form was late")
    book.row(POLICE, REPLY)[book.column(POLICE, "New step: date")] = "28/5/2026"
    book.row(POLICE, REPLY)[book.column(POLICE, "New step: what was done")] = "Form agreed"
    assert taken_in(ws, book, "--apply").code == 0
    text = ws.text(REPLY)
    assert "moved:\n  - since: 2026-05-29\n    to: 2026-07-31\n    reason: The form was late\n" in text
    assert "progress:\n  - date: 2026-05-28\n    said: Form agreed\n" in text
    again = taken_in(ws, book, "--apply")
    assert "Nothing was changed" in again.out
    assert ws.text(REPLY) == text


def test_a_reason_for_a_move_without_a_move_is_named(ws: Workspace) -> None:
    book = came_back(ws)
    book.put(POLICE, REPLY, Why_it_moves="The form was late")
    ran = taken_in(ws, book, "--apply")
    assert ran.code == 1
    assert "row 5, column L (Why it moves): says why a date moves, and `due` did not move" in ran.err


def test_a_cell_that_was_emptied_takes_the_field_out_and_a_list_keeps_its_others(ws: Workspace) -> None:
    book = came_back(ws)
    book.put(POLICE, REPLY, Lead_role="", Together_with="social-care; police")
    assert taken_in(ws, book, "--apply").code == 0
    assert ws.text(REPLY) == ACTION.replace("  role: Head of protection\n", "").replace(
        "joint_with: [social-care]", "joint_with: [social-care, police]"
    )


def test_what_was_changed_on_both_sides_is_shown_and_nothing_is_written(ws: Workspace) -> None:
    book = came_back(ws)
    book.put(POLICE, REPLY, Due_now=date(2026, 7, 31), Lead_role="Head of the unit")
    book.put(POLICE, "actions/2026-letters", Lead_role="A sergeant")
    ws.put(REPLY, ACTION.replace("due: 2026-05-29", "due: 2026-06-30"))
    before = ws.everything()
    ran = taken_in(ws, book, "--apply")
    assert ran.code == 1
    assert ws.everything() == before
    told = " ".join(ran.err.split())
    assert "row 5, column K (Due now): changed here and in the records." in told
    assert "exported: 2026-05-29 the file: 2026-07-31 the records: 2026-06-30" in told
    assert "1 conflict; nothing was written" in told


def test_what_the_records_say_meanwhile_too_is_no_conflict_and_other_fields_merge(ws: Workspace) -> None:
    book = came_back(ws)
    book.put(POLICE, REPLY, Due_now=date(2026, 7, 31), Lead_role="Head of the unit")
    changed = ACTION.replace("2026-05-29", "2026-07-31").replace("title: Weekly contact", "title: Contact each week")
    ws.put(REPLY, changed)
    assert taken_in(ws, book, "--apply").code == 0
    assert ws.text(REPLY) == changed.replace("Head of protection", "Head of the unit")


def test_a_row_that_is_gone_is_said_and_deletes_nothing(ws: Workspace) -> None:
    book = came_back(ws)
    book.sheets[POLICE].remove(book.row(POLICE, REPLY))
    before = ws.everything()
    ran = taken_in(ws, book, "--apply")
    assert (ran.code, ws.everything()) == (0, before)
    assert f"left as they are in the records: {REPLY}." in " ".join(ran.err.split())


def test_a_row_without_a_reference_is_a_new_record(ws: Workspace) -> None:
    book = came_back(ws)
    book.add(POLICE, {"Action": "A form for letters", "Lead agency": "police", "Agreed on": "May 2026"})
    shown = taken_in(ws, book)
    assert (shown.code, "1 record added" in shown.out) == (0, True)
    assert taken_in(ws, book, "--apply").code == 0
    text = ws.text("actions/2026-form-letters")
    assert text.startswith("title: A form for letters\nsharing: restricted\n")
    assert "owner:\n  agency: police\n" in text
    assert "agreed: 2026-05\n" in text
    assert "Nothing was changed" in taken_in(ws, book, "--apply").out
    assert ws.text("actions/2026-form-letters") == text
    book.sheets[POLICE][-1][book.column(POLICE, "Lead agency")] = "social-care"
    again = taken_in(ws, book, "--apply")
    assert again.code == 1
    assert "is new, and there is actions/2026-form-letters already" in " ".join(again.err.split())


def test_a_new_figure_is_put_at_its_place_in_the_series(ws: Workspace) -> None:
    book = came_back(ws, "indicators")
    new = {"Indicator id": "indicators/2026-held", "Month, quarter or year": "2026-04", "How many": 29}
    book.add("Indicators", new)
    book.add("Indicators", {**new, "Month, quarter or year": "Q1 2026-27", "Indicator id": "indicators/other"})
    ran = taken_in(ws, book, what="indicators")
    assert "does not say to which record it belongs" in " ".join(ran.err.split())
    book.sheets["Indicators"].pop()
    assert taken_in(ws, book, "--apply", what="indicators").code == 0
    added = "  - at: 2026-04\n    numerator: 29\n"
    assert ws.text("indicators/2026-held") == INDICATOR.replace(
        "  # the first after the change\n", f"{added}  # the first after the change\n"
    ) or added in ws.text("indicators/2026-held")
    assert [line for line in ws.text("indicators/2026-held").splitlines() if " at: " in line] == [
        "  - at: 2026-03",
        "  - at: 2026-04",
        "  - at: 2026-05",
    ]


def test_every_problem_is_named_by_sheet_row_and_column_in_one_run(ws: Workspace) -> None:
    book = came_back(ws)
    book.put(POLICE, REPLY, Due_now="5/6/26", Lead_agency="Plice", Closed_on="soon", Begun_on=46171)
    book.put(POLICE, "actions/2026-letters", Action=1.1, Agreed_on="25/13/2026", Lead_role=date(2026, 5, 1))
    ran = taken_in(ws, book, "--apply")
    told = " ".join(ran.err.split())
    assert ran.code == 1
    assert 'The Police, row 5, column D (Lead agency): holds "Plice", which is not among the choices' in told
    assert "Did you mean police?" in told
    assert 'column K (Due now): holds "5/6/26", a year of two digits' in told
    assert "column R (Work done on)" not in told
    assert 'holds "soon", which is no date' in told
    assert "column O (Begun on): holds 46171, which is no date" in told
    assert "row 4, column C (Action): holds the number 1.1, which may be 1.1 or 1.10" in told
    assert "a day that does not exist" in told
    assert "holds the date 2026-05-01 where text belongs" in told
    assert "lif: 7 problems; nothing was written." in told


def test_a_date_with_the_month_first_makes_the_others_of_its_column_ambiguous(ws: Workspace) -> None:
    book = came_back(ws)
    book.put(POLICE, REPLY, Begun_on="05/11/2025")
    assert "2025-11-05" in taken_in(ws, book, "--format", "json").out
    book.put(POLICE, "actions/2026-letters", Begun_on="12/25/2025")
    told = " ".join(taken_in(ws, book).err.split())
    assert 'holds "12/25/2025", with the month first' in told
    assert 'holds "05/11/2025", which may be two dates' in told


def test_what_the_model_refuses_is_named_at_its_cell(ws: Workspace) -> None:
    book = came_back(ws)
    book.put(POLICE, REPLY, Due_now="2026-07", Work_done_on=date(2026, 1, 5))
    told = " ".join(taken_in(ws, book, "--apply").err.split())
    assert "The Police, row 5, column K (Due now): `due`:" in told
    assert ws.text(REPLY) == ACTION


def test_json_holds_problems_conflicts_and_changes(ws: Workspace) -> None:
    book = came_back(ws)
    book.put(POLICE, REPLY, Lead_role="Head of the unit")
    answer = json.loads(taken_in(ws, book, "--format", "json").out)
    assert (answer["version"], answer["written"], answer["problems"], answer["conflicts"]) == (1, False, [], [])
    assert answer["changes"]["records"][0]["fields"][0]["field"] == "owner.role"
    book.put(POLICE, REPLY, Lead_agency="nobody")
    answer = json.loads(taken_in(ws, book, "--format", "json").out)
    problem = answer["problems"][0]
    assert (problem["sheet"], problem["row"], problem["column"], problem["heading"]) == (POLICE, 5, "D", "Lead agency")


def test_rows_sheets_and_columns_may_be_moved_and_added(ws: Workspace) -> None:
    book = came_back(ws)
    book.put(POLICE, REPLY, Lead_role="Head of the unit")
    rows = book.sheets[POLICE]
    rows[3:] = [[], *reversed(rows[3:])]
    for row in rows:
        row.insert(2, "our note" if row is rows[2] else "")
    book.sheets = {"Ours": [["anything"]], **book.sheets}
    ran = taken_in(ws, book, "--apply")
    assert ran.code == 0
    assert "Note: The Police, row 3, column C (our note): was added to the sheet and was not read." in ran.err
    assert "Note: Ours: is no sheet of lif and was not read." in ran.err
    assert "Head of the unit" in ws.text(REPLY)


def test_a_copied_row_a_copied_sheet_and_a_changed_reference_are_named(ws: Workspace) -> None:
    book = came_back(ws)
    book.sheets[POLICE].append([*book.row(POLICE, REPLY)])
    assert "has the same reference as The Police, row 5" in " ".join(taken_in(ws, book).err.split())
    book.sheets[POLICE].pop()
    book.sheets["Copy"] = [[*row] for row in book.sheets[POLICE]]
    told = " ".join(taken_in(ws, book).err.split())
    assert "Copy, row 4: stands in a sheet that looks like a copy of another one" in told
    assert "Nothing was changed" in taken_in(ws, book, "--sheet", POLICE).out
    del book.sheets["Copy"]
    book.row(POLICE, REPLY)[0] = "actions/2026-rply"
    told = " ".join(taken_in(ws, book).err.split())
    assert "has a reference that was not exported, and another one is missing" in told
    assert REPLY in told
    book.row(POLICE, "actions/2026-rply")[0] = "actions/2026-supervision"
    assert "has the same reference" in " ".join(taken_in(ws, book).err.split())


def test_a_renamed_heading_is_named_and_a_missing_column_leaves_its_fields(ws: Workspace) -> None:
    book = came_back(ws)
    heads = book.sheets[POLICE][2]
    heads[heads.index("Lead role")] = "Person"
    told = " ".join(taken_in(ws, book).err.split())
    assert 'column E (Person): is a heading that was not exported If it was "Lead role", write that.' in told
    at = heads.index("Person")
    for row in book.sheets[POLICE][2:]:
        del row[at]
    ran = taken_in(ws, book, "--apply")
    assert ran.code == 0
    assert 'has no column "Lead role", so these fields stay as they are' in " ".join(ran.err.split())
    assert ws.text(REPLY) == ACTION


def test_errors_and_merged_cells_are_not_taken_for_empty_ones(ws: Workspace) -> None:
    book = came_back(ws)
    path = ws.root.parent / "odd.xlsx"

    def odd(made: Workbook) -> None:
        page = made.get_worksheet_by_name(POLICE)
        role = book.column(POLICE, "Lead role")
        page.write_formula(4, role, "=1/0", None, "#DIV/0!")
        page.write_formula(3, role, "=A1", None, "")

    told = " ".join(ws.lif("import", "actions", str(book.save(path, more=odd)), "--apply").err.split())
    assert "row 5, column E (Lead role): holds an error of the spreadsheet program" in told
    assert "row 4, column E (Lead role): holds a formula that was not worked out" in told
    assert ws.text(REPLY) == ACTION
    book.row(POLICE, REPLY)[0] = ""

    def merged(made: Workbook) -> None:
        made.get_worksheet_by_name(POLICE).merge_range(3, 0, 4, 0, "actions/2026-letters")

    told = " ".join(ws.lif("import", "actions", str(book.save(path, more=merged)), "--apply").err.split())
    assert "row 5, column A (Reference): is part of a merged cell" in told
    assert not ws.path("actions/2026-weekly-contact-agreed").exists()
    assert ws.text(REPLY) == ACTION


def test_a_record_that_is_gone_meanwhile_is_named_where_its_row_was_changed(ws: Workspace) -> None:
    book = came_back(ws)
    ws.path(REPLY).unlink()
    assert taken_in(ws, book, "--apply").code == 0
    book.put(POLICE, REPLY, Lead_role="Head of the unit")
    assert "its record is no longer there" in " ".join(taken_in(ws, book, "--apply").err.split())


def test_a_field_that_the_audience_may_not_see_is_not_written_over(ws: Workspace) -> None:
    ws.put("reviews/2026-secret", "title: Known to few\nsharing: restricted\nreview_kind: thematic-review\n")
    finding = "title: Letters were late\nsharing: partnership\nsource: reviews/2026-missing-education\n"
    ws.put(
        "findings/2026-late", f"{finding}theme: neglect\ndirection: gap\nsuperseded_by: findings/2026-weekly-contact\n"
    )
    ws.put("actions/2026-a", "title: A\nsharing: partnership\nanswers: [findings/2026-late, findings/2026-few]\n")
    ws.put(
        "findings/2026-few",
        finding.replace("sharing: partnership", "sharing: restricted") + "theme: neglect\ndirection: gap\n",
    )
    book = came_back(ws, "action")
    row = book.sheets["Actions"][3]
    assert row[0] == "actions/2026-a"
    row[book.column("Actions", "answers")] = "findings/2026-late; findings/2026-weekly-contact"
    assert taken_in(ws, book, "--apply", what="action").code == 0
    assert "answers: [findings/2026-late, findings/2026-few, findings/2026-weekly-contact]" in ws.text("actions/2026-a")
    again = Returned.of(sent(ws, "action"))
    again.sheets["Actions"][3][again.column("Actions", "answers")] = ""
    assert taken_in(ws, again, "--apply", what="action").code == 0
    assert "answers: [findings/2026-few]" in ws.text("actions/2026-a")
