"""Files beside the records that a commit would bring: each is read, or it is refused."""

import zipfile
from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest

from lif.store.privacy.beside import beside_diagnostics
from lif.store.privacy.office import UnreadableError, office_text
from support.repository import Repo
from support.ws import Workspace, workspace

SHEET = '<worksheet xmlns="a"><sheetData><row>{}</row></sheetData></worksheet>'
STRINGS = '<sst xmlns="a">{}</sst>'
DOCUMENT = '<w:document xmlns:w="b"><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:document>'


def office(parts: Mapping[str, str | bytes]) -> bytes:
    """An office file of these parts."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in {"[Content_Types].xml": "<Types/>", **parts}.items():
            file.writestr(name, content)
    return stream.getvalue()


def strings(*cells: str) -> bytes:
    """A workbook with these texts in its cells."""
    return office({"xl/sharedStrings.xml": STRINGS.format("".join(f"<si><t>{cell}</t></si>" for cell in cells))})


def document(text: str) -> bytes:
    return office({"word/document.xml": DOCUMENT.format(text)})


def codes(path: str, data: bytes) -> list[str]:
    return [f"{one.code.name} {one.severity.value}" for one in beside_diagnostics(path, data, None)]


@pytest.mark.parametrize(
    ("path", "data", "expected"),
    [
        ("a.xlsx", strings("NHS number", "Visits"), ["LIF633 error"]),
        ("a.xlsx", strings("Telephone", "Age", "Postcode"), ["LIF633 error"]),
        ("a.xlsx", strings("Agency", "Telephone", "Sessions"), []),
        ("a.xlsx", office({"xl/worksheets/sheet1.xml": SHEET.format("<c><v>9990000123</v></c>")}), ["LIF601 error"]),
        ("a.xlsx", office({"xl/worksheets/sheet1.xml": SHEET.format('<c t="s"><v>9990000123</v></c>')}), []),
        ("a.docx", document("The mother&apos;s NHS number is 999 000 0123"), ["LIF601 error"]),
        ("a.docx", document("Ask the office: 07700 900123"), ["LIF606 warning"]),
        ("a.docx", document("A plain sentence"), []),
        (
            "a.docx",
            office({"word/document.xml": DOCUMENT.format("Plain"), "word/media/i.png": b"1"}),
            ["LIF909 warning"],
        ),
        ("a.docx", office({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), ["LIF909 error"]),
        ("a.docx", document("Plain")[:-40], ["LIF909 error"]),
        ("a.docx", b"\xd0\xcf\x11\xe0 locked", ["LIF909 error"]),
        ("a.zip", b"PK\x05\x06" + bytes(18), ["LIF909 error"]),
        ("a.csv", b"DOB;Visits\n", ["LIF633 error"]),
        ("a.csv", "\ufeffVisits\tSurname\n".encode("utf-16"), ["LIF633 error"]),
        ("a.png", b"\x89PNG\0", ["LIF909 error"]),
        ("a.pdf", b"%PDF-1.7 \0", ["LIF909 error"]),
        ("a.txt", b"NHS number 999 000 0123\n", ["LIF601 error"]),
        ("README.md", b"Write to the.office@northshire.gov.uk\n", ["LIF607 warning"]),
        ("lists/nhs-9990000123.txt", b"Plain\n", ["LIF601 error"]),
    ],
)
def test_each_file_is_read_or_refused(path: str, data: bytes, expected: list[str]) -> None:
    assert codes(path, data) == expected


def test_a_bomb_is_stopped_before_it_is_unpacked() -> None:
    bomb = office({"word/document.xml": b"<a>" + b" " * 40_000_000})
    assert len(bomb) < 100_000
    with pytest.raises(UnreadableError, match="larger than lif looks into"):
        office_text(bomb)


def _begun(folder: Path, level: str = "partnership") -> tuple[Workspace, Repo]:
    ws = workspace(folder / "deep" / "ws")
    repo = Repo.begun(folder)
    ws.put("partnership", ws.text("partnership").replace("level: restricted", f"level: {level}"))
    repo.commit()
    return ws, repo


@pytest.mark.parametrize("path", ["cases.csv", "elsewhere/cases.csv", "deep/ws/cases.csv", "deep/ws/.hidden/cases.csv"])
def test_a_table_about_people_stops_the_commit_wherever_it_lies(path: str, tmp_path: Path) -> None:
    ws, repo = _begun(tmp_path)
    assert ws.lif("check", "--staged").code == 0
    repo.write({path: "Surname,NHS number\nTesterton,999 000 0123\n"})
    repo.git("add", "--all", "--force")
    ran = ws.lif("check", "--staged")
    assert ran.code == 1
    assert f"{path}:1:1: error" in ran.out
    assert "Testerton" not in ran.out + ran.err
    assert "999 000" not in ran.out + ran.err
    repo.git("commit", "--quiet", "--message", "In spite of it")
    assert ws.lif("check", "--staged").code == 0


@pytest.mark.parametrize(("level", "code"), [("public", 1), ("partnership", 1), ("restricted", 0)])
def test_a_restricted_mark_is_refused_where_more_can_open_the_folder(level: str, code: int, tmp_path: Path) -> None:
    ws, repo = _begun(tmp_path, level)
    repo.write({"a.docx": document("OFFICIAL - SENSITIVE")})
    repo.git("add", "a.docx")
    assert ws.lif("check", "--staged").code == code


def test_a_report_for_few_is_refused_in_an_open_folder(tmp_path: Path) -> None:
    ws, repo = _begun(tmp_path, "public")
    for audience, code in (("restricted", 1), ("partnership", 1), ("public", 0)):
        head = f"30 September 2026 \u00b7 audience: {audience} \u00b7 as of 2026-09-30\n"
        repo.write({"report.md": f"# Report\n\n{head}"})
        repo.git("add", "report.md")
        assert ws.lif("check", "--staged").code == code


def test_a_file_that_a_person_looked_through_passes_until_it_changes(tmp_path: Path) -> None:
    ws, repo = _begun(tmp_path)
    logo = b"\x89PNG\0 a logo"
    repo.write({"logo.png": logo})
    repo.git("add", "--all")
    refused = ws.lif("check", "--staged")
    digits = sha256(logo).hexdigest()[:16]
    assert refused.code == 1
    assert f"content: {digits}" in " ".join(refused.out.split())
    seen = f"settings:\n  seen_files:\n    - path: logo.png\n      content: {digits}\n      by: M\n      because: A\n"
    ws.put("partnership", ws.text("partnership") + seen)
    repo.git("add", "--all")
    assert ws.lif("check", "--staged").code == 0
    repo.write({"logo.png": logo + b"2"})
    repo.git("add", "--all")
    assert ws.lif("check", "--staged").code == 1


@pytest.mark.parametrize("forge", ["github", "gitlab", "azure"])
def test_what_init_writes_can_be_committed(forge: str, tmp_path: Path) -> None:
    Workspace(tmp_path).lif("init", "--example", "--forge", forge)
    repo = Repo.begun(tmp_path)
    repo.git("add", "--all")
    ran = Workspace(tmp_path).lif("check", "--staged", "--today", "2026-11-30")
    assert (ran.code, "warning:" in ran.out) == (0, False)
