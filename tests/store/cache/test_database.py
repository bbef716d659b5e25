import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from zlib import crc32

import pytest

from lif.store.cache.database import DatabaseCache
from lif.store.cache.folder import CACHE_VARIABLE, cache_file
from support.inside import run
from support.process import DAY
from support.repository import Repo
from support.tree import ROOT

EXAMPLE = ROOT / "templates" / "example" / "records"
ASKED = ("check", "--today", DAY, "--format", "json")
NO_RECORDS = (b"{", b"[]", b'{"sharing": "public"}', b'{"date": "soon"}', b'{"sources": 1}', b'"x"', b"\xff")
POSIX = pytest.mark.skipif(os.name == "nt", reason="the modes of a folder are those of POSIX")


@pytest.fixture(autouse=True)
def _nowhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(CACHE_VARIABLE, raising=False)


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    repo = Repo.begun(tmp_path / "ws")
    shutil.copytree(EXAMPLE, repo.root / "records")
    return repo


@pytest.fixture
def _an_hour_later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that were written a moment ago are old enough for their dates to be believed."""
    now = time.time_ns()
    monkeypatch.setattr("lif.cli.options.time.time_ns", lambda: now + 3_600 * 10**9)


def databases(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.sqlite"))


def test_what_was_read_is_kept_beside_git_for_its_owner_alone(repo: Repo) -> None:
    assert run(repo.root, *ASKED).code == 0
    folder = repo.root / ".git" / "lif"
    assert folder.stat().st_mode & 0o077 == 0
    assert len(databases(folder)) == 1
    assert repo.git("status", "--porcelain") == "?? records/"


def test_nothing_is_kept_when_that_is_not_wanted(repo: Repo, tmp_path: Path) -> None:
    run(repo.root, *ASKED, "--no-cache")
    run(repo.root, *ASKED, environment={CACHE_VARIABLE: ""})
    assert not (repo.root / ".git" / "lif").exists()
    run(repo.root, *ASKED, environment={CACHE_VARIABLE: str(tmp_path / "kept")})
    assert not (repo.root / ".git" / "lif").exists()
    assert len(databases(tmp_path / "kept")) == 1


def test_without_git_nothing_is_kept(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "records")
    run(tmp_path, *ASKED)
    assert [path.name for path in tmp_path.iterdir()] == ["records"]


@POSIX
def test_a_folder_that_others_may_look_into_is_not_used(repo: Repo) -> None:
    folder = repo.root / ".git" / "lif"
    folder.mkdir(mode=0o755)
    folder.chmod(0o755)
    assert run(repo.root, *ASKED).code == 0
    assert not databases(folder)


@POSIX
@pytest.mark.parametrize("linked", [".git/lif", ".git"])
def test_a_link_is_not_followed(repo: Repo, tmp_path: Path, linked: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    if linked == ".git":
        (repo.root / ".git").rename(elsewhere)
    else:
        elsewhere.mkdir(mode=0o700)
    (repo.root / linked).symlink_to(elsewhere)
    assert run(repo.root, *ASKED).code == 0
    assert not databases(elsewhere)
    assert not (elsewhere / "lif").exists()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:0],
        lambda data: b"no database at all" * len(data),
        lambda data: data[: len(data) // 2],
        lambda data: data[:4096] + bytes(len(data) - 4096),
        lambda data: data.replace(b"child", b"chald"),
        lambda data: data.replace(b"good", b"evil"),
    ],
)
@pytest.mark.usefixtures("_an_hour_later")
def test_a_damaged_file_changes_no_answer_and_is_made_good(repo: Repo, spoil: Callable[[bytes], bytes]) -> None:
    fresh = run(repo.root, *ASKED, "--no-cache")
    run(repo.root, *ASKED)
    (file,) = databases(repo.root / ".git" / "lif")
    file.write_bytes(spoil(file.read_bytes()))
    assert [run(repo.root, *ASKED) for _ in range(3)] == [fresh] * 3
    with sqlite3.connect(file) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.usefixtures("_an_hour_later")
def test_another_process_that_holds_the_file_changes_no_answer(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lif.store.cache.database._WAIT", 0)
    fresh = run(repo.root, *ASKED, "--no-cache")
    run(repo.root, *ASKED)
    (file,) = databases(repo.root / ".git" / "lif")
    with sqlite3.connect(file) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert run(repo.root, *ASKED) == fresh


def test_many_at_once_agree(repo: Repo) -> None:
    command = [sys.executable, "-m", "lif", *ASKED]
    several = [subprocess.Popen(command, cwd=repo.root, stdout=subprocess.PIPE) for _ in range(4)]
    answers = {process.communicate()[0] for process in several}
    assert len(answers) == 1
    assert [process.returncode for process in several] == [0] * 4


@pytest.mark.usefixtures("_an_hour_later")
def test_where_nothing_changed_no_record_is_opened(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = run(repo.root, *ASKED)
    monkeypatch.setattr("lif.store.load.source.os.open", lambda *_: pytest.fail("a record was opened"))
    assert run(repo.root, *ASKED) == fresh


def test_a_file_written_a_moment_ago_is_read_whatever_its_date_says(repo: Repo) -> None:
    run(repo.root, *ASKED)
    run(repo.root, *ASKED)
    record = repo.root / "records" / "partnership.yaml"
    about, text = record.stat(), record.read_text(encoding="utf-8")
    record.write_text(text.replace("title:", "titel:", 1), encoding="utf-8")
    os.utime(record, ns=(about.st_atime_ns, about.st_mtime_ns))
    assert run(repo.root, *ASKED).code == 1


def test_a_record_with_personal_data_is_never_kept(repo: Repo) -> None:
    record = next((repo.root / "records" / "findings").glob("*.yaml"))
    record.write_text(
        record.read_text(encoding="utf-8") + "notes: NHS number 999 000 0026, marmalade\n", encoding="utf-8"
    )
    assert run(repo.root, *ASKED).code == 1
    (file,) = databases(repo.root / ".git" / "lif")
    assert b"marmalade" not in file.read_bytes()


def test_what_is_no_longer_asked_for_is_forgotten(tmp_path: Path) -> None:
    file = tmp_path / "kept.sqlite"
    for start in range(0, 4000, 500):
        kept = DatabaseCache(file)
        for number in range(start, start + 500):
            kept.keep_tree("finding", b"title: %d" % number, {"title": str(number)})
        kept.write()
    kept = DatabaseCache(file)
    known = [number for number in range(4000) if kept.tree("finding", b"title: %d" % number)]
    assert known[-500:] == list(range(3500, 4000))
    assert len(known) <= 2500
    for day in range(100):
        kept.keep_said(f"state {day}", "x")
    assert kept.said("state 99") == "x"
    assert kept.said("state 0") is None


def test_files_of_programs_long_gone_are_thrown_away(tmp_path: Path) -> None:
    for number in range(6):
        file = cache_file(tmp_path, f"program-{number}")
        DatabaseCache(file).keep_said("state", "x")
        os.utime(file, ns=(number, number))
    assert [database.stem for database in databases(tmp_path)] == [f"program-{number}" for number in range(2, 6)]


@pytest.mark.usefixtures("_an_hour_later")
def test_bank_holidays_are_worked_out_once(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = run(repo.root, "due", "--all", "--today", DAY)
    monkeypatch.setattr(
        "lif.store.shipped.bank_holidays.bank_holidays", lambda year: pytest.fail(f"{year} was worked out again")
    )
    assert run(repo.root, "due", "--all", "--today", DAY) == fresh


@pytest.mark.usefixtures("_an_hour_later")
@pytest.mark.parametrize("table", ["tree", "said"])
def test_what_somebody_else_put_there_is_passed_over_where_it_is_none_of_ours(repo: Repo, table: str) -> None:
    fresh = [run(repo.root, *ASKED), run(repo.root, "due", "--today", DAY)]
    (file,) = databases(repo.root / ".git" / "lif")
    with sqlite3.connect(file) as database:
        database.execute("DELETE FROM said WHERE ? = 'tree'", (table,))
        for key, _, _ in database.execute(f"SELECT * FROM {table}").fetchall():  # noqa: S608 - one of two words
            told = random.Random(key).choice(NO_RECORDS)  # noqa: S311 - no secret
            row = (crc32(told, crc32(key.encode())), told, key)
            database.execute(f"UPDATE {table} SET checksum = ?, told = ? WHERE key = ?", row)  # noqa: S608
    assert [run(repo.root, *ASKED), run(repo.root, "due", "--today", DAY)] == fresh
