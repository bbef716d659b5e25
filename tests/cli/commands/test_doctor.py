import json
from pathlib import Path

import pytest

from lif.store.cache.folder import CACHE_VARIABLE
from support.inside import run
from support.repository import Repo


@pytest.fixture(autouse=True)
def _nowhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(CACHE_VARIABLE, raising=False)


def test_says_what_is_there_and_where_things_are_kept(tmp_path: Path) -> None:
    repo = Repo.begun(tmp_path)
    commit = repo.commit({"records/partnership.yaml": "title: x\n"})
    said = json.loads(run(tmp_path, "doctor", "--format", "json").out)
    assert said["workspace"] == str(tmp_path)
    assert said["git"] == f"at commit {commit[:12]}"
    assert set(said["documents"]) == {"md", "html", "docx", "pdf"}
    assert str(tmp_path / ".git" / "lif") in said["kept"]
    assert not (tmp_path / ".git" / "lif").exists()


def test_says_when_a_folder_is_not_used_because_others_may_look_into_it(tmp_path: Path) -> None:
    (tmp_path / "records").mkdir()
    (tmp_path / "open").mkdir()
    (tmp_path / "open").chmod(0o755)
    said = run(tmp_path, "doctor", environment={CACHE_VARIABLE: str(tmp_path / "open")}).out
    assert "is not yours alone (chmod 700 makes it so)" in " ".join(said.split())


def test_says_what_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "lif init begins one" in run(tmp_path, "doctor").out
    (tmp_path / "records").mkdir()
    monkeypatch.setattr("lif.output.documents.document.find_spec", lambda name: None if name == "typst" else object())
    said = run(tmp_path, "doctor").out
    assert "to pdf     lacks typst: pip install typst" in said
    assert "--at, diff, accept and --staged do not work" in said
    assert "nothing: there is no git folder" in said
    assert "kept       nothing\n" in run(tmp_path, "doctor", "--no-cache").out
