import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from xlsxwriter.workbook import Workbook

from support.returned import Returned, workbook_bytes
from support.ws import PARTNERSHIP, Ran, Workspace, workspace

SUPERVISION = "actions/2026-supervision"


@pytest.fixture
def ws(tmp_path: Path) -> Workspace:
    """The small workspace; it is 2026-06-01."""
    return workspace(tmp_path / "ws")


def sent(ws: Workspace, what: str = "actions") -> Path:
    file = ws.root.parent / f"{what}.xlsx"
    assert ws.lif("export", what, "--output", str(file), "--force").code == 0
    return file


def refused(ws: Workspace, data: bytes, name: str = "back.xlsx") -> str:
    """What is said of a file that is refused, on one line."""
    path = ws.root.parent / name
    path.write_bytes(data)
    before = ws.everything()
    ran = ws.lif("import", "actions", str(path), "--apply")
    assert ran.code != 0
    assert ran.out == ""
    assert ws.everything() == before
    return " ".join(ran.err.split())


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    into = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(into, "w") as new:
        for part in old.infolist():
            new.writestr(part, old.read(part))
        new.writestr(name, content)
    return into.getvalue()


def test_files_that_are_no_workbook_are_named_with_what_to_do(ws: Workspace) -> None:
    data = sent(ws).read_bytes()
    assert "is a web page, not a workbook" in refused(ws, b"<html><body><table></table></body></html>")
    assert "is damaged, or only half a workbook" in refused(ws, data[: len(data) // 2])
    assert "is text, not a workbook" in refused(ws, b"a,b\n1,2\n")
    assert "is damaged" in refused(ws, b"")
    assert "is an old .xls workbook" in refused(ws, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "back.xls")
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    assert "is locked with a password" in refused(ws, locked)
    assert "holds macros" in refused(ws, with_part(data, "xl/vbaProject.bin", b"x"), "back.xlsm")
    assert "is no workbook" in refused(ws, with_part(workbook_zip({"x": b""}), "y", b""))
    assert "has an ending that lif does not read" in refused(ws, b"x", "back.doc")
    assert "is no file that can be read" in " ".join(ws.lif("import", "actions", "nowhere.xlsx").err.split())


def workbook_zip(parts: dict[str, bytes]) -> bytes:
    into = BytesIO()
    with ZipFile(into, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return into.getvalue()


def test_a_document_type_is_never_expanded(ws: Workspace) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><workbook>&a;</workbook>'
    assert "declares a document type" in refused(ws, workbook_zip({"xl/workbook.xml": bomb}))


def test_one_stray_cell_in_the_last_row_and_column_is_named_and_takes_no_memory(ws: Workspace) -> None:
    path = ws.root.parent / "far.xlsx"
    path.write_bytes(workbook_bytes({"Stray": []}, more=lambda book: book.worksheets()[0].write(1048575, 16383, "x")))
    resource = pytest.importorskip("resource")
    limit = 2 * 1024**3
    done = subprocess.run(
        [sys.executable, "-m", "lif", "-C", str(ws.root), "import", "actions", str(path)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "COLUMNS": "200"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)),
    )
    assert done.returncode == 1
    assert "reaches to XFD1048576" in done.stderr


def test_a_workbook_of_another_kind_of_another_place_or_of_another_version_is_named(ws: Workspace) -> None:
    file = sent(ws)
    ran = ws.lif("import", "challenges", str(file))
    assert "holds actions, not challenges" in ran.err
    book = Returned.of(file)
    book.sheets["_lif"][0][1] = "0"
    assert "an older version of lif" in refused(ws, saved(book))
    book.sheets["_lif"][0][1] = "1"
    book.sheets["_lif"][-1][3] = "Another title"
    assert "The hidden sheet _lif was changed" in refused(ws, saved(book))
    book.sheets["_lif"] = [["nonsense"]]
    assert "The hidden sheet _lif was changed" in refused(ws, saved(book))
    del book.sheets["_lif"]
    assert "does not hold what was exported" in refused(ws, saved(book))
    ws.put("partnership", PARTNERSHIP.replace("Exampleshire", "Otherton"))
    told = refused(ws, file.read_bytes())
    assert "from the records of exampleshire-safeguarding-children-partnership, not of otherton" in told


def saved(book: Returned) -> bytes:
    return workbook_bytes(book.sheets, book.hidden)


def test_nothing_of_what_is_due_comes_back(ws: Workspace) -> None:
    file = ws.root.parent / "due.xlsx"
    file.write_bytes(workbook_bytes({"A": [["x"]]}))
    assert "follows from the records" in ws.lif("import", "due", str(file)).err


def test_personal_data_is_found_in_every_place_and_said_before_anything_else(ws: Workspace) -> None:
    book = Returned.of(sent(ws))
    sheet = "No agency named"

    def hide(made: Workbook) -> None:
        page = made.add_worksheet("Behind")
        page.write(6, 1, "NHS number 943 476 5919")
        page.write(7, 1, 9434765919)
        page.very_hidden()
        front = made.get_worksheet_by_name(sheet)
        front.write_comment(3, 2, "DOB 12/03/2011", {"author": "the office"})
        front.set_footer("&LNHS number 943 476 5919")
        front.insert_textbox(9, 2, "Call 07700 900123")
        made.set_properties({"comments": "NHS number 943 476 5919"})

    book.put(sheet, SUPERVISION, Action="John Smith was seen", Due_now="nonsense")
    path = book.save(ws.root.parent / "back.xlsx", more=hide)
    ran = ws.lif("import", "actions", str(path), "--apply")
    told = " ".join(ran.err.split())
    assert ran.code == 1
    assert f"{sheet}, row 4, column C: holds what looks like a name" in told
    assert "Behind, row 7, column B: holds what looks like an NHS number" in told
    assert "a comment on C4: holds what looks like a date of birth" in told
    assert "a header or footer: holds what looks like an NHS number" in told
    assert "a text box: holds what looks like a phone number" in told
    assert "a property of the document: holds what looks like an NHS number" in told
    assert not any(value in told for value in ("Smith", "943", "2011", "07700", "nonsense"))
    assert "so nothing of it was read" in told


def test_a_table_about_people_is_refused(ws: Workspace) -> None:
    told = refused(ws, b"Surname,Date of birth\nx,y\n", "children.csv")
    assert "has the columns of a table about people" in told


def test_the_name_of_the_author_keeps_no_workbook_out(ws: Workspace) -> None:
    book = Returned.of(sent(ws))
    path = book.save(ws.root.parent / "back.xlsx", more=lambda made: made.set_properties({"author": "Jane Smith"}))
    assert ws.lif("import", "actions", str(path)).code == 0


def test_what_a_record_holds_by_an_exception_may_come_back(ws: Workspace) -> None:
    text = 'title: "Call 07700 900123"\nsharing: partnership\nanswers: [findings/2026-weekly-contact]\n'
    ws.put(
        "actions/2026-line",
        f"{text}allow:\n  - rule: LIF606\n    because: The line of an office\n    since: 2026-01-01\n",
    )
    before = ws.everything()
    book = Returned.of(sent(ws))
    ran = ws.lif("import", "actions", str(book.save(ws.root.parent / "back.xlsx")))
    assert (ran.code, ws.everything()) == (0, before), ran.err


def test_a_table_of_text_has_no_hidden_sheet(ws: Workspace) -> None:
    file = ws.root.parent / "a.csv"
    assert ws.lif("export", "actions", "--output", str(file)).code == 0
    ran = ws.lif("import", "actions", str(file), "--format", "json")
    assert "does not hold what was exported" in ran.err


def ods(rows: list[list[str]], extra: str = "") -> bytes:
    """A small ods file with one sheet."""
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f"<office:document-content {spaces} office:version='1.2'><office:body><office:spreadsheet>"
        f'<table:table table:name="One">{cells}{extra}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    place = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    manifest = f'<m:manifest xmlns:m="{place}"><m:file-entry m:full-path="/" m:media-type="{kind}"/></m:manifest>'
    parts = {"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content}
    return workbook_zip({name: part.encode() for name, part in parts.items()})


def test_an_ods_file_is_searched_and_bounded_too(ws: Workspace) -> None:
    note = "<office:annotation><text:p>NHS number 943 476 5919</text:p></office:annotation>"
    held = f"<table:table-row><table:table-cell>{note}</table:table-cell></table:table-row>"
    assert "a comment: holds what looks like an NHS number" in refused(ws, ods([["a"]], held), "a.ods")
    gap = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    far = (
        f'{gap}<table:table-row><table:table-cell table:number-columns-repeated="16000"/>'
        '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>'
    )
    assert "reaches to WQK1048002" in refused(ws, ods([["a"]], far), "a.ods")
    assert "does not hold what was exported" in refused(ws, ods([["a"]], gap), "a.ods")


def test_a_refused_file_says_nothing_on_stdout(ws: Workspace) -> None:
    ran: Ran = ws.lif("import", "nonsense", "x.xlsx")
    assert ran.code == 2
    assert 'Nothing called "nonsense" can be exported or imported.' in ran.err
    assert ran.out == ""
