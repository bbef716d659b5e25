"""A command that is killed leaves nothing that stops the same command from being given again."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from lif.store.write import disk
from support.ws import Workspace, workspace

KILLED_AT = """
import os, signal, sys
from lif.store.write import disk
from lif.cli.app import main
left = int(sys.argv.pop(1))
def counted(call):
    def one(*given):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*given)
    return one
for name in ("write_new", "link_new", "replace"):
    setattr(disk, name, counted(getattr(disk, name)))
main()
"""


def _killed(root: Path, calls: int, *words: str) -> bool:
    """Whether the command was killed before it had made so many calls that change the disk."""
    command = [sys.executable, "-c", KILLED_AT, str(calls), "-C", str(root), "--today", "2026-11-30", *words]
    return subprocess.run(command, capture_output=True, check=False).returncode == -signal.SIGKILL


def _left_over(root: Path) -> list[Path]:
    return list(root.rglob(f"{disk.TEMPORARY}*"))


@pytest.mark.parametrize("calls", [0, 1, 60, 130, 150, 200, 220])
def test_a_workspace_whose_making_was_cut_short_is_made_again(calls: int, tmp_path: Path) -> None:
    assert _killed(tmp_path, calls, "init", "--example")
    ran = Workspace(tmp_path).lif("init", "--example", "--today", "2026-11-30")
    assert (ran.code, ran.err) == (0, "")
    assert _left_over(tmp_path) == []
    assert Workspace(tmp_path).lif("check", "--today", "2026-11-30").code == 0
    whole = tmp_path / "whole"
    whole.mkdir()
    Workspace(whole).lif("init", "--example")
    made = {path: data for path, data in Workspace(tmp_path).everything().items() if not path.startswith("whole/")}
    assert made == Workspace(whole).everything()


def test_records_of_somebody_else_are_never_taken_for_what_was_cut_short(tmp_path: Path) -> None:
    assert _killed(tmp_path, 200, "init", "--example")
    own = tmp_path / "records" / "needs" / "2026-own.yaml"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text("title: Our own\n", encoding="utf-8")
    before = Workspace(tmp_path).everything()
    assert Workspace(tmp_path).lif("init", "--example").code == 1
    assert Workspace(tmp_path).everything() == before


@pytest.mark.parametrize("calls", range(9))
def test_a_renaming_that_was_cut_short_is_finished_by_the_same_command(calls: int, tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    words = ("move", "findings/2026-weekly-contact", "2026-contact")
    was_killed = _killed(tmp_path, calls, *words)
    ran = ws.lif(*words)
    assert ran.code == 0 or (not was_killed and ran.code == 1), ran.err
    assert "findings/2026-contact" in ws.text("actions/2026-supervision")
    assert not ws.path("findings/2026-weekly-contact").exists()
    assert ws.path("findings/2026-contact").exists()
