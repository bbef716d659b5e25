"""A repository that somebody else prepared: reading it runs nothing, and reads nothing that lies outside."""

from pathlib import Path

import pytest

from support.inside import on_the_day
from support.repository import Repo
from support.traps import TRAPS, bait
from support.ws import ACTION, FILES

OUTSIDE = "CANARY-OUTSIDE"
SUPERVISION = "records/actions/2026-supervision.yaml"
ASKED = (
    "diff",
    "diff HEAD~1..HEAD",
    "diff main...work --format markdown",
    "diff main...work --format json",
    "check",
    "check --staged",
    "check --since main --format github",
    "check --at HEAD",
    "list action --at HEAD",
    "show 2026-supervision --at main",
    "list finding",
)


@pytest.fixture
def hostile(tmp_path: Path) -> tuple[Repo, Path]:
    """The repository with every trap set and links to the outside, and what would show that a trap sprang."""
    repo = Repo.begun(tmp_path / "partnership")
    repo.commit({f"records/{name}.yaml": text for name, text in FILES.items()})
    outside = tmp_path / "outside"
    (outside / "findings").mkdir(parents=True)
    secret = f"title: {OUTSIDE}\nsharing: public\nsource: reviews/2026-missing-education\n"
    for path in (outside / "secret.yaml", outside / "findings" / "2026-secret.yaml", outside / "report.md"):
        path.write_text(f"{secret}theme: child-voice\ndirection: gap\n", encoding="utf-8")
    repo.git("checkout", "--quiet", "-b", "work")
    (repo.root / "records" / "findings" / "2026-link.yaml").symlink_to(outside / "secret.yaml")
    (repo.root / "records" / "learning").symlink_to(outside / "findings", target_is_directory=True)
    (repo.root / "report.md").symlink_to(outside / "report.md")
    repo.commit({SUPERVISION: ACTION + "due: 2026-12-01\n"})
    repo.write({SUPERVISION: ACTION + "due: 2027-01-01\n"})
    (repo.root / "records" / "findings" / "2026-new-link.yaml").symlink_to(outside / "secret.yaml")
    repo.git("add", "--all")
    ran = tmp_path / "ran"
    program = bait(tmp_path / "program", ran)
    for trap in TRAPS:
        trap(repo, str(program))
    ran.unlink(missing_ok=True)
    return repo, ran


def _times(repo: Repo) -> dict[Path, int]:
    """When each file was changed last, those apart in which lif keeps for itself what it read."""
    kept = repo.root / ".git" / "lif"
    every = (path for path in repo.root.rglob("*") if kept not in (path, path.parent) and path != kept.parent)
    return {path: path.lstat().st_mtime_ns for path in every}


def test_no_command_runs_what_it_names_or_reads_what_lies_outside(hostile: tuple[Repo, Path]) -> None:
    repo, ran = hostile
    before = _times(repo)
    for words in ASKED:
        said = on_the_day(repo.root, *words.split())
        assert not ran.exists(), words
        assert OUTSIDE not in said.out + said.err, words
        assert said.code in {0, 1}, (words, said.err)
    assert _times(repo) == before


def test_a_link_among_the_records_is_named_wherever_it_is_read_from(hostile: tuple[Repo, Path]) -> None:
    repo, _ = hostile
    asked = {"check": "2026-link", "check --at HEAD": "2026-link", "check --staged": "2026-new-link"}
    for words, link in asked.items():
        told = on_the_day(repo.root, *words.split(), "--all").out
        assert f"records/findings/{link}.yaml:1:1: error: this is a link" in told, words
