import json
from pathlib import Path

import pytest

from support.inside import run
from support.repository import Repo
from support.story import audit, files, finding, partnership, review
from support.ws import TODAY

FORGES = ("GITHUB_ACTIONS", "GITLAB_CI", "TF_BUILD")
UNSAID = "a word for few"
STORY = {
    "partnership": partnership(readers={"level": "restricted", "who": "The business unit"}),
    "reviews/2026-closed": review(sharing="restricted", commissioner="nobody-known", notes=UNSAID),
    "findings/2026-lost": finding("reviews/2026-gone", title="Cites what is not there"),
    "audits/2026-lost": audit(reaudit_of="audits/2026-gone"),
}


@pytest.fixture(autouse=True)
def _at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in FORGES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    made = Repo.begun(tmp_path / "all")
    made.commit({f"partnership/{path}": text for path, text in files(STORY).items()})
    return made


def _check(repo: Repo, *words: str) -> str:
    return run(repo.root / "partnership", "--today", TODAY, "check", *words).out


@pytest.mark.parametrize(
    ("name", "begins"),
    [("GITHUB_ACTIONS", "::error file="), ("GITLAB_CI", '[\n  {\n    "description"'), ("TF_BUILD", "<testsuites ")],
)
def test_a_service_that_runs_the_check_is_answered_in_its_own_way(
    repo: Repo, monkeypatch: pytest.MonkeyPatch, name: str, begins: str
) -> None:
    assert "records · 3 errors" in _check(repo, "--format", "auto")
    monkeypatch.setenv(name, "true")
    assert _check(repo, "--format", "auto").startswith(begins)


@pytest.mark.parametrize("form", ["github", "gitlab", "sarif", "junit", "markdown"])
def test_a_forge_knows_files_from_the_top_and_is_told_of_a_closed_record_only_that_something_is_wrong(
    repo: Repo, form: str
) -> None:
    told = _check(repo, "--format", form)
    assert "partnership/records/reviews/2026-closed.yaml" in told.replace("\\", "")
    assert "nobody-known" not in told
    assert "nobody-known" in _check(repo, "--format", form, "--audience", "restricted")
    assert UNSAID not in told


def test_where_nothing_is_a_repository_the_workspace_is_the_top(tmp_path: Path) -> None:
    for path, text in files(STORY).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    told = json.loads(run(tmp_path, "--today", TODAY, "check", "--format", "gitlab").out)
    assert {problem["location"]["path"] for problem in told if problem["severity"] == "critical"} == {
        "records/audits/2026-lost.yaml", "records/findings/2026-lost.yaml", "records/reviews/2026-closed.yaml",
    }  # fmt: skip


def test_what_a_branch_touched_is_told_first_by_line_then_by_file(repo: Repo) -> None:
    repo.git("checkout", "--quiet", "-b", "work")
    before = (repo.root / "partnership/records/findings/2026-lost.yaml").read_text(encoding="utf-8")
    repo.commit(
        {
            "partnership/records/findings/2026-lost.yaml": before.replace("2026-gone", "2026-also-gone"),
            "partnership/records/reviews/2026-closed.yaml": (
                (repo.root / "partnership/records/reviews/2026-closed.yaml").read_text(encoding="utf-8")
                + "themes:\n  - nothing-known\n"
            ),
            "partnership/records/findings/2026-new.yaml": before.replace("Cites", "Also cites"),
        }
    )
    repo.git("checkout", "--quiet", "main")
    repo.commit({"partnership/records/needs/2026-later.yaml": "title: [\n"})
    repo.git("checkout", "--quiet", "work")

    def places(*words: str) -> list[tuple[str, int]]:
        found = json.loads(_check(repo, "--format", "json", "--select", "LIF3", *words))["diagnostics"]
        return [(diagnostic["record"], diagnostic["line"]) for diagnostic in found]

    plain = places()
    first = places("--since", "main")
    assert sorted(plain) == sorted(first)
    assert plain[0][0] == "audits/2026-lost"
    assert [record for record, _ in first] == [
        "findings/2026-lost", "findings/2026-new", "reviews/2026-closed", "reviews/2026-closed", "audits/2026-lost",
    ]  # fmt: skip
    assert first[2][1] > first[3][1]


def test_a_revision_that_is_not_there_is_said_plainly(repo: Repo) -> None:
    ran = run(repo.root / "partnership", "check", "--since", "nowhere")
    assert ran.code == 2
    assert 'There is no revision "nowhere" here.' in ran.err
