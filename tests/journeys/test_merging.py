"""Two people work at the same time: what git stops, and what only `lif check` sees after git has merged it cleanly."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from support.inside import run
from support.repository import Repo
from support.story import TODAY, audit, files, finding, partnership, review

FINDING = "records/findings/2026-late.yaml"
Files = Mapping[str, str | bytes | None]
AGENCIES = "\n".join(f"  - key: {key}\n    name: The {key}" for key in ("council", "police", "schools", "health"))
PARTNERSHIP = f"""\
title: Exampleshire Safeguarding Children Partnership
sharing: public
compiled:
  by: The business unit
  own: yes
  basis: its own records
  complete: Complete
readers:
  level: restricted
  who: The business unit
names:
  - name: Exampleshire Safeguarding Children Partnership
    body: safeguarding-children-partnership
agencies:
{AGENCIES}
groups:
  - key: qig
    name: Quality Improvement Group
themes:
  - key: early-help
    label: Early help
    axis: practice
"""
NEW = "  - key: probation\n    name: The probation service\n"
AUDIT = """\
title: An audit
sharing: public
audit_kind: multi-agency-practice
recommendations:
  - key: first
    text: Do the first thing
    form: recommendation
  - key: second
    text: Do the second thing
    form: recommendation
  - key: third
    text: Do the third thing
    form: recommendation
"""
ITEM = "  - key: fourth\n    text: Do another thing\n    form: recommendation\n"


def _repo(tmp_path: Path, begun: Files) -> Repo:
    repo = Repo.begun(tmp_path / "partnership")
    repo.commit({**files({}), **begun})
    return repo


def _on_a_branch(repo: Repo, change: Files) -> None:
    repo.git("switch", "--quiet", "--create", "theirs")
    repo.commit(change)
    repo.git("switch", "--quiet", "main")


def _merged(repo: Repo) -> int:
    return repo.tried("merge", "--no-edit", "theirs").returncode


def _errors(repo: Repo) -> list[tuple[str, str]]:
    said = json.loads(run(repo.root, "--today", str(TODAY), "check", "--format", "json").out)
    return [
        (diagnostic["code"], diagnostic["path"])
        for diagnostic in said["diagnostics"]
        if diagnostic["severity"] == "error"
    ]


def test_two_branches_with_one_id_collide_in_git_and_the_markers_are_named_with_their_line(tmp_path: Path) -> None:
    repo = _repo(tmp_path, files({"reviews/2026-a": review()}))
    mine, theirs = (files({"findings/2026-late": finding("reviews/2026-a", title=f"{who} finding")}) for who in "AB")
    _on_a_branch(repo, {FINDING: theirs[FINDING]})
    repo.commit({FINDING: mine[FINDING]})
    assert _merged(repo) != 0
    assert FINDING in repo.git("diff", "--name-only", "--diff-filter=U")
    text = (repo.root / FINDING).read_text(encoding="utf-8").splitlines()
    line = 1 + next(index for index, row in enumerate(text) if row.startswith("<<<<<<<"))
    ran = run(repo.root, "--today", str(TODAY), "check")
    assert ran.code == 1
    assert f"{FINDING}:{line}:1: error: " in ran.out
    assert "LIF109" in ran.out


WRONG_TOGETHER: dict[str, tuple[Files, Files, Files, tuple[str, str]]] = {
    "one takes away what the other cites": (
        files({"reviews/2026-a": review()}),
        {"records/reviews/2026-a.yaml": None},
        {FINDING: files({"findings/2026-late": finding("reviews/2026-a")})[FINDING]},
        ("LIF301", FINDING),
    ),
    "both add one agency, in two places of the list": (
        {"records/partnership.yaml": PARTNERSHIP},
        {"records/partnership.yaml": PARTNERSHIP.replace("agencies:\n", f"agencies:\n{NEW}")},
        {"records/partnership.yaml": PARTNERSHIP.replace("groups:\n", f"{NEW}groups:\n")},
        ("LIF305", "records/partnership.yaml"),
    ),
    "both add a recommendation under one key": (
        {"records/audits/2026-a.yaml": AUDIT},
        {"records/audits/2026-a.yaml": AUDIT.replace("recommendations:\n", f"recommendations:\n{ITEM}")},
        {"records/audits/2026-a.yaml": AUDIT + ITEM},
        ("LIF305", "records/audits/2026-a.yaml"),
    ),
    "one takes a theme out, the other uses it": (
        files({"reviews/2026-a": review()}),
        files({"partnership": partnership(themes=[{"key": "child-voice", "label": "Voice", "axis": "practice"}])}),
        {FINDING: files({"findings/2026-late": finding("reviews/2026-a")})[FINDING]},
        ("LIF303", FINDING),
    ),
    "each makes an audit the repeat of the other's": (
        files({"audits/2026-a": audit(), "audits/2026-b": audit()}),
        files({"audits/2026-a": audit(reaudit_of="audits/2026-b")}),
        files({"audits/2026-b": audit(reaudit_of="audits/2026-a")}),
        ("LIF304", "records/audits/2026-a.yaml"),
    ),
}


@pytest.mark.parametrize("what", WRONG_TOGETHER)
def test_what_git_merges_cleanly_and_is_wrong_together_is_caught_by_the_check(tmp_path: Path, what: str) -> None:
    begun, mine, theirs, expected = WRONG_TOGETHER[what]
    repo = _repo(tmp_path, begun)
    assert _errors(repo) == []
    _on_a_branch(repo, theirs)
    repo.git("switch", "--quiet", "theirs")
    assert _errors(repo) == []
    repo.git("switch", "--quiet", "main")
    repo.commit(mine)
    assert _errors(repo) == []
    assert _merged(repo) == 0
    assert expected in _errors(repo)
