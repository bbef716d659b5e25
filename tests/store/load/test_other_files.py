"""Nothing under `records/` is unread: what is no record is searched, and what cannot be searched is an error."""

from pathlib import Path

import pytest

from lif.store.load.source import WorkingTree
from lif.store.load.text_of import text_of
from rules.base import BASE
from support.memory import brief, checked
from support.repository import Repo
from support.ws import workspace

NUMBER = "NHS number 999 000 0123"
NOT_TEXT = {
    "2025-cases.docx": b"PK\x03\x04\x14\0\0\0word/document.xml",
    "2025-cases.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "2025-page.jpg": b"\xff\xd8\xff\xe0\0\x10JFIF",
    "2025-page.pdf": b"%PDF-1.7\nplain so far",
    "2025-page.rtf": b"{\\rtf1 plain}",
    "2025-cases.bin": bytes(range(256)),
}


def _codes(files: dict[str, bytes], folder: Path) -> set[str]:
    for path, data in {**{path: text.encode() for path, text in BASE.items()}, **files}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return {line.split()[0] for line in brief(checked(WorkingTree(folder)))}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "latin-1"])
@pytest.mark.parametrize(
    "name",
    ["notes.md", "2025-cases.csv", "notes", "README.md", ".x.yaml", ".old/x.yaml", "~x.txt", "x.yaml~"],
)
def test_a_number_is_found_in_every_file(name: str, encoding: str, tmp_path: Path) -> None:
    assert "LIF601" in _codes({f"records/audits/{name}": f"caf\u00e9 {NUMBER}\n".encode(encoding)}, tmp_path)


@pytest.mark.parametrize("name", NOT_TEXT)
def test_what_is_not_text_is_an_error(name: str, tmp_path: Path) -> None:
    assert _codes({f"records/audits/{name}": NOT_TEXT[name]}, tmp_path) == {"LIF116"}
    assert text_of(NOT_TEXT[name]) is None


@pytest.mark.parametrize("name", [".x.yaml", ".old/x.yaml", ".notes", "a/.b/c.txt"])
def test_a_hidden_file_is_an_error_and_no_record(name: str, tmp_path: Path) -> None:
    found = _codes({f"records/actions/{name}": b"title: Plain\nsharing: partnership\n"}, tmp_path)
    assert found == {"LIF117"}


def test_a_text_beside_the_records_is_a_warning_and_what_belongs_there_is_not(tmp_path: Path) -> None:
    assert _codes({"records/audits/notes.txt": b"Plain\n"}, tmp_path) == {"LIF908"}
    (tmp_path / "records/audits/notes.txt").unlink()
    welcome = {"records/README.md": b"Plain\n", "records/audits/.gitkeep": b"", "records/audits/README": b"Plain\n"}
    assert _codes(welcome, tmp_path) == set()


@pytest.mark.parametrize("name", [".DS_Store", "Thumbs.db", "~$notes.docx", ".~lock.notes.odt#"])
def test_what_a_program_leaves_on_disk_is_passed_over_and_in_git_it_is_not(name: str, tmp_path: Path) -> None:
    path = f"records/audits/{name}"
    assert _codes({path: b"\0\1\2"}, tmp_path) == set()
    ws = workspace(tmp_path / "ws")
    repo = Repo.begun(ws.root)
    repo.write({path: b"\0\1\2"})
    repo.git("add", "--all", "--force")
    assert ws.lif("check", "--staged").code == 1


def test_a_file_that_changed_is_searched_again(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    notes = ws.root / "records" / "notes.txt"
    notes.write_text("Plain\n", encoding="utf-8")
    assert ws.lif("check").code == 0
    notes.write_text(f"{NUMBER}\n", encoding="utf-8")
    ran = ws.lif("check")
    assert ran.code == 1
    assert "999 000" not in ran.out
