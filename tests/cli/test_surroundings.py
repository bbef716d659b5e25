"""What the surroundings do to a command: a full disk behind `>`, devices for files, a shell that asks for ids."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from support.ws import Workspace, workspace

LIF = str(Path(sys.executable).with_name("lif"))
FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")


def _in(ws: Workspace, *words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [LIF, *words], cwd=ws.root, env={**os.environ, **environment}, capture_output=True, check=False, text=True
    )


@needs_full
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("words", [("check",), ("list",), ("--help",), ("schema", "action"), ("list", "--format=json")])
def test_a_full_disk_is_told_as_what_it_is(tmp_path: Path, words: tuple[str, ...], unbuffered: str) -> None:
    ws = workspace(tmp_path)
    with FULL.open("w") as full:
        ran = subprocess.run(
            [LIF, *words],
            cwd=ws.root,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered, "TMPDIR": str(tmp_path)},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            text=True,
        )
    assert ran.returncode == 2
    assert "the disk is full" in ran.stderr
    assert list(tmp_path.glob("lif-crash-*")) == []
    assert len(ran.stderr.splitlines()) == 1


@needs_full
def test_where_not_even_the_message_can_be_written_the_exit_code_still_tells(tmp_path: Path) -> None:
    with FULL.open("w") as full:
        ran = subprocess.run([LIF, "list"], cwd=workspace(tmp_path).root, stdout=full, stderr=full, check=False)
    assert ran.returncode == 2


@pytest.mark.parametrize("words", [("why", "/dev/zero:1"), ("report", "annual", "--check", "--output", "/dev/zero")])
def test_a_device_is_no_document(tmp_path: Path, words: tuple[str, ...]) -> None:
    ran = _in(workspace(tmp_path), *words)
    assert ran.returncode == 2
    assert "/dev/zero cannot be read as a document" in ran.stderr


def test_a_pipe_that_nobody_writes_to_is_no_document(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    os.mkfifo(ws.root / "report.md")
    assert "cannot be read as a document" in _in(ws, "why", "report.md:1").stderr


def _offered(ws: Workspace, *words: str) -> list[str]:
    asked = {"COMP_WORDS": " ".join(["lif", *words, "act"]), "COMP_CWORD": str(len(words) + 1)}
    return _in(ws, _LIF_COMPLETE="complete_bash", **asked).stdout.split()


def test_a_shell_offers_an_audience_only_what_it_may_see(tmp_path: Path) -> None:
    ws = workspace(tmp_path)
    ws.put("actions/2026-kept-close", ws.text("actions/2026-supervision").replace("public", "restricted"))
    both = ["actions/2026-kept-close", "actions/2026-supervision"]
    assert _offered(ws, "show") == both
    assert _offered(ws, "--audience", "restricted", "show") == both
    assert _offered(ws, "--audience", "public", "show") == both[1:]
    assert _offered(ws, "show", "--audience", "partnership") == both[1:]
