import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.process import DAY
from support.repository import Repo
from support.tree import ROOT, nothing

HEAVY = {"pydantic", "pydantic_core", "ruamel", "jinja2", "rich", "holidays"}
ASK = """
import sys
sys.argv = ["lif", *sys.argv[1:]]
from lif.cli.app import main
try:
    main()
finally:
    print(*sys.modules, file=sys.stderr)
"""
AN_HOUR_LATER = """
import time
now = time.time_ns()
time.time_ns = lambda: now + 3_600 * 10**9
"""
"""Files that were written a moment ago are old enough for the cache to trust their dates."""


def _asked(*words: str, **environment: str) -> tuple[str, set[str]]:
    """What is answered, and the modules that were loaded for it."""
    done = subprocess.run(
        [sys.executable, "-c", ASK, *words],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "COLUMNS": "100", **environment},
    )
    return done.stdout, set(done.stderr.split())


def _packages(loaded: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in loaded}


@pytest.mark.parametrize("asked", ["--help", "-h", "--version"])
def test_what_can_be_answered_at_once_loads_nothing_of_the_program(asked: str) -> None:
    said, loaded = _asked(asked)
    nothing({*HEAVY, "typer"} & _packages(loaded))
    assert said.strip() != ""


def test_help_of_one_command_loads_no_other_and_nothing_heavy() -> None:
    said, loaded = _asked("check", "--help")
    nothing(HEAVY & _packages(loaded))
    assert "lif.cli.commands.check" in loaded
    assert "lif.cli.commands.report" not in loaded
    assert "lif.diagnostics.diagnostic" not in loaded
    assert "Examples: lif check" in said


@pytest.mark.parametrize("columns", ["80", "100", "132"])
def test_help_is_the_same_whether_written_down_or_asked_for(columns: str) -> None:
    written, loaded = _asked("--help", COLUMNS=columns)
    asked, _ = _asked("--quiet", "--help", COLUMNS=columns)
    assert written == asked
    assert "typer" not in loaded


def test_help_of_a_width_that_is_not_written_down_is_asked_for() -> None:
    said, _ = _asked("--help", COLUMNS="60")
    assert max(len(line) for line in said.splitlines()) <= 58


def test_a_half_typed_command_is_completed_without_loading_the_others() -> None:
    said, loaded = _asked(_LIF_COMPLETE="complete_bash", COMP_WORDS="lif tri", COMP_CWORD="1")
    assert said.split() == ["triangulate"]
    nothing(HEAVY & _packages(loaded))
    assert "lif.cli.commands.trace" not in loaded


def test_a_half_typed_id_is_completed_from_the_names_of_files() -> None:
    said, loaded = _asked(_LIF_COMPLETE="complete_bash", COMP_WORDS="lif show partn", COMP_CWORD="2")
    assert said.split() == ["partnership"]
    nothing(HEAVY & _packages(loaded))


def test_a_check_of_records_that_did_not_change_builds_no_record(tmp_path: Path) -> None:
    repo = Repo.begun(tmp_path)
    shutil.copytree(ROOT / "templates" / "example" / "records", repo.root / "records")
    check = [sys.executable, "-c", AN_HOUR_LATER + ASK, "check", "--today", DAY]
    first, second = (subprocess.run(check, cwd=repo.root, capture_output=True, text=True, check=True) for _ in range(2))
    assert second.stdout == first.stdout
    assert "pydantic" in _packages(set(first.stderr.split()))
    assert "rich" not in _packages(set(first.stderr.split()))
    nothing(HEAVY & _packages(set(second.stderr.split())))


def test_the_process_that_renders_templates_knows_no_record() -> None:
    """It has no rights and needs none: values come in as JSON. It also starts for every document."""
    show = "import lif.output.templates.child, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-I", "-c", show], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    nothing((HEAVY - {"jinja2"}) & _packages(loaded))
    nothing(name for name in loaded if name.startswith(("lif.model", "lif.store", "lif.cli")))
