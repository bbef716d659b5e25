from pathlib import Path

import pytest

from lif.store.git.tracked_documents import unchanged_documents
from support.repository import Repo

FILES: dict[str, str | bytes | None] = {
    "records/notes.md": "no document",
    "reports/annual.md": "As it was\n",
    "reports/pack.html": "<p>Also\n",
    "reports/again.md": "First\n",
    "reports/gone.md": "Soon gone\n",
    "reports/twice.md": "As it was\n",
    "reports/annual.docx": b"PK",
    ".github/hidden.md": "Not looked at\n",
}
KEPT = {"reports/annual.md": "As it was\n", "reports/pack.html": "<p>Also\n", "reports/twice.md": "As it was\n"}


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    made = Repo.begun(tmp_path / "all")
    made.commit({f"partnership/{path}": data for path, data in FILES.items()} | {"above.md": "Not ours\n"})
    return made


def test_texts_that_two_commits_hold_alike_are_read_by_their_path_from_the_workspace(repo: Repo) -> None:
    before = repo.git("rev-parse", "HEAD")
    after = repo.commit({"partnership/reports/again.md": "Anew\n", "partnership/reports/gone.md": None})
    assert dict(unchanged_documents(repo.root / "partnership", before, after)) == KEPT


def test_on_disk_what_was_written_anew_is_not_among_them_whatever_the_line_ends(repo: Repo, tmp_path: Path) -> None:
    root = repo.root / "partnership"
    repo.write({"partnership/reports/again.md": "Anew\n", "partnership/reports/gone.md": None})
    repo.write({"partnership/reports/annual.md": b"As it was\r\n"})
    assert dict(unchanged_documents(root, "HEAD", None)) == KEPT
    (tmp_path / "outside.md").write_text("As it was\n", encoding="utf-8")
    (root / "reports" / "twice.md").unlink()
    (root / "reports" / "twice.md").symlink_to(tmp_path / "outside.md")
    (root / "reports" / "pack.html").unlink()
    (root / "reports" / "pack.html").mkdir()
    assert dict(unchanged_documents(root, "HEAD", None)) == {"reports/annual.md": KEPT["reports/annual.md"]}


def test_a_link_that_is_committed_is_no_text(repo: Repo, tmp_path: Path) -> None:
    (tmp_path / "outside.md").write_text("outside\n", encoding="utf-8")
    (repo.root / "partnership" / "reports" / "link.md").symlink_to(tmp_path / "outside.md")
    repo.commit()
    assert "reports/link.md" not in dict(unchanged_documents(repo.root / "partnership", "HEAD", "HEAD"))
