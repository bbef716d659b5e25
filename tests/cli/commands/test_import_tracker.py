import json
from datetime import date
from pathlib import Path

import pytest

from support.returned import workbook_bytes
from support.ws import Ran, Workspace, workspace

SUPERVISION = "actions/2026-supervision"
TRACKER: list[list[object]] = [
    ["Multi-agency action log"],
    [],
    ["", "", "Who", "", "Dates", "", "", "", "Our ref"],
    ["Ref", "Recommendation", "Lead", "Officer", "Agreed", "Target date", "Done?", "Update", ""],
    ["", "Priority 1"],
    ["", "Contact every week", "Police / Social care", "Head of unit", "Q1 2026-27", "July 2026", "\u2713", "", "A 1"],
    [],
    [SUPERVISION, "", "The Police", "", "", date(2026, 9, 30), "", "Form agreed", "A 2"],
    ["", "Letters in a week", "CSC", "Team manager", "5/5/2026", "Ongoing", "", "", "A 3"],
    ["Total", "3"],
]
MAP = """\
what: actions
columns:
  - heading: Ref
    field: id
  - heading: Recommendation
    field: title
  - heading: Who / Lead
    field: owner.agency
    others: joint_with
    values:
      - is: CSC
        means: social-care
  - heading: Who / Officer
    field: owner.role
  - heading: Dates / Agreed
    field: agreed
  - heading: Dates / Target date
    field: due
    vague: last-day
    nothing: [ongoing]
fixed:
  - field: sharing
    value: partnership
  - field: themes
    value: neglect
"""


@pytest.fixture
def ws(tmp_path: Path) -> Workspace:
    """The small workspace with a map of columns; it is 2026-06-01."""
    made = workspace(tmp_path / "ws")
    (made.root / "maps").mkdir()
    (made.root / "maps" / "actions.yaml").write_text(MAP, encoding="utf-8")
    return made


def taken_in(ws: Workspace, rows: list[list[object]], *words: str) -> Ran:
    path = ws.root.parent / "tracker.xlsx"
    path.write_bytes(workbook_bytes({"Read me": [["How to fill this in"]], "Log": [[*row] for row in rows]}))
    return ws.lif("import", "actions", str(path), *words)


def by_map(ws: Workspace, rows: list[list[object]], *words: str) -> Ran:
    return taken_in(ws, rows, "--map", str(ws.root / "maps" / "actions.yaml"), *words)


def test_a_messy_tracker_is_taken_in_by_its_map(ws: Workspace) -> None:
    before = ws.everything()
    shown = by_map(ws, TRACKER)
    assert (shown.code, ws.everything()) == (0, before), shown.err
    told = " ".join(shown.err.split())
    assert "Log, row 10: is a row of totals and was not read" in told
    assert "Log, row 5: holds one cell only, was taken for a heading" in told
    assert "column G (Dates / Done?): is not in the map and was not read" in told
    assert by_map(ws, TRACKER, "--apply").code == 0
    contact = ws.text("actions/2026-contact-every-week")
    assert "sharing: partnership\n" in contact
    assert "owner:\n  agency: police\n  role: Head of unit\njoint_with:\n  - social-care\n" in contact
    assert "agreed: 2026-04/2026-06\ndue: 2026-07-31\n" in contact
    letters = ws.text("actions/2026-letters-week")
    assert "agency: social-care" in letters
    assert "agreed: 2026-05-05\n" in letters
    assert "\ndue:" not in letters
    assert "due: 2026-09-30\n" in ws.text(SUPERVISION)
    assert "title: Monthly supervision recorded\n" in ws.text(SUPERVISION)
    assert "# the first of two" in ws.text(SUPERVISION)


def test_the_same_tracker_again_changes_nothing(ws: Workspace) -> None:
    assert by_map(ws, TRACKER, "--apply").code == 0
    before = ws.everything()
    again = by_map(ws, TRACKER, "--apply")
    assert (again.code, ws.everything()) == (0, before)
    assert "Nothing was changed" in again.out


def test_the_problems_of_a_tracker_are_named_cell_by_cell_and_nothing_is_written(ws: Workspace) -> None:
    rows = [[*row] for row in TRACKER]
    rows[5][2], rows[5][5] = "Police / Nobody", "soon"
    rows[7][0] = "actions/2026-none"
    rows[8][2], rows[8][3], rows[8][4] = "Health", 1.1, "5/6/26"
    rows.append([SUPERVISION, "", "The Police"])
    rows.append([SUPERVISION, "", "The Police"])
    before = ws.everything()
    ran = by_map(ws, rows, "--apply")
    told = " ".join(ran.err.split())
    assert (ran.code, ws.everything()) == (1, before)
    assert 'row 6, column C (Who / Lead): holds "Nobody", which is not among the choices' in told
    assert 'row 6, column F (Dates / Target date): holds "soon", which is no date' in told
    assert "row 8, column A (Ref): has a reference that no record has" in told
    assert 'row 9, column C (Who / Lead): holds "Health"' in told
    assert "row 9, column D (Who / Officer): holds the number 1.1, which may be 1.1 or 1.10" in told
    assert "a year of two digits" in told
    assert "row 12, column A (Ref): has the same reference as Log, row 11" in told


def test_several_leads_need_a_list_for_the_others(ws: Workspace) -> None:
    path = ws.root / "maps" / "actions.yaml"
    path.write_text(MAP.replace("    others: joint_with\n", ""), encoding="utf-8")
    told = " ".join(by_map(ws, TRACKER).err.split())
    assert "holds several: police, social-care Say in the map where the others go" in told


def test_a_map_that_is_wrong_is_named_whole(ws: Workspace) -> None:
    path = ws.root / "maps" / "actions.yaml"
    path.write_text(
        "what: audits\ncolour: red\ncolumns:\n  - heading: A\n    field: nonsense\n    colour: red\n"
        "  - field: title\n  - heading: C\n    field: title\n",
        encoding="utf-8",
    )
    told = " ".join(by_map(ws, TRACKER).err.split())
    for part in (
        "`colour` is nothing",
        "`what` is audits",
        "`nonsense` is no field",
        "filled by two",
        "no heading",
        "`columns[0]`",
    ):
        assert part in told
    path.write_text("what: actions\nwhat: actions\n", encoding="utf-8")
    assert "is no map of columns" in by_map(ws, TRACKER).err
    path.unlink()
    assert "--guess" in by_map(ws, TRACKER).err
    path.write_text(MAP.replace("Recommendation", "Advice"), encoding="utf-8")
    assert "missing: Advice" in " ".join(by_map(ws, TRACKER).err.split())
    path.write_text(MAP.replace("what: actions\n", "what: actions\nsheet: Elsewhere\n"), encoding="utf-8")
    assert "Elsewhere: is no sheet of the file" in by_map(ws, TRACKER).err


def test_guess_proposes_a_map_and_says_how_sure_it_is(ws: Workspace) -> None:
    rows: list[list[object]] = [
        ["Action log"],
        ["Action", "Lead", "Deadline", "Mood"],
        ["Contact every week", "Police", date(2026, 7, 31), "good"],
        ["Letters in a week", "CSC", "Ongoing", ""],
    ]
    ran = taken_in(ws, rows, "--guess")
    assert ran.code == 0
    assert '# sure: 2 of 2 cells can be read as they are\n  - heading: "Action"\n    field: title\n' in ran.out
    assert '# likely: 1 of 2 cells can be read as they are\n  - heading: "Deadline"\n    field: due\n' in ran.out
    assert '    #   - is: "CSC"\n' in ran.out
    assert '# not used: "Mood"' in ran.out
    answer = json.loads(taken_in(ws, rows, "--guess", "--format", "json").out)
    assert answer["guesses"][0]["sureness"] == "sure"
    path = ws.root / "maps" / "actions.yaml"
    path.write_text(answer["map"], encoding="utf-8")
    rows[3][1:3] = ["Police", ""]
    assert by_map(ws, rows, "--apply").code == 0
    assert "due: 2026-07-31" in ws.text("actions/contact-every-week")
    assert "No sheet of" in taken_in(ws, [["a"]], "--guess").err


def test_the_names_and_addresses_that_a_form_collects_are_not_read(ws: Workspace) -> None:
    rows = (
        "ID,Start time,Completion time,Email,Name,Action,Lead\n"
        "1,1/6/26 9:00,1/6/26 9:05,j.smith@example.org,Jane Smith,Contact every week,Police\n"
    )
    path = ws.root.parent / "form.csv"
    path.write_text(rows, encoding="utf-8")
    ran = ws.lif("import", "actions", str(path), "--guess")
    assert ran.code == 0, ran.err
    assert "Smith" not in ran.out + ran.err
    assert "Email" not in ran.out
    (ws.root / "maps" / "actions.yaml").write_text(ran.out, encoding="utf-8")
    assert ws.lif("import", "actions", str(path), "--map", str(ws.root / "maps" / "actions.yaml"), "--apply").code == 0
    assert "agency: police" in ws.text("actions/contact-every-week")


def test_a_column_that_the_map_drops_is_not_searched(ws: Workspace) -> None:
    rows: list[list[object]] = [["Action", "Filled in by"], ["Contact every week", "Jane, DOB 12/03/2011"]]
    path = ws.root / "maps" / "actions.yaml"
    path.write_text("what: actions\ncolumns:\n  - heading: Action\n    field: title\n", encoding="utf-8")
    assert "holds what looks like a date of birth" in by_map(ws, rows).err
    path.write_text(path.read_text(encoding="utf-8") + 'drop:\n  - "Filled in by"\n', encoding="utf-8")
    ran = by_map(ws, rows)
    assert ran.code == 0
    assert "Jane" not in ran.out + ran.err


def test_a_table_in_the_encoding_of_an_old_program_is_read_with_a_word_about_it(ws: Workspace) -> None:
    path = ws.root.parent / "log.csv"
    path.write_bytes("Action;Lead\nRésumé of contacts;Police\n".encode("cp1252"))
    (ws.root / "maps" / "actions.yaml").write_text(
        "what: actions\ncolumns:\n  - heading: Action\n    field: title\n  - heading: Lead\n    field: owner.agency\n",
        encoding="utf-8",
    )
    ran = ws.lif("import", "actions", str(path), "--map", str(ws.root / "maps" / "actions.yaml"), "--apply")
    assert ran.code == 0
    assert "Note: The file is not in UTF-8" in ran.err
    assert "Résumé of contacts" in ws.text("actions/resume-contacts")
