"""The tutorial is run as it stands: each command, and each line of answer that it shows."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)


def steps(text: str) -> list[tuple[str, list[str]]]:
    """Each command with the lines of answer shown after it."""
    found: list[tuple[str, list[str]]] = []
    for block in CONSOLE.findall(text):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            else:
                found[-1][1].append(line)
    return found


def test_every_command_of_the_tutorial_answers_as_it_says(tmp_path: Path) -> None:
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    here = tmp_path
    for command, shown in steps((ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")):
        if command.startswith("cd "):
            here = here / command[3:]
            continue
        done = subprocess.run(  # noqa: S602 - the page is our own
            command,
            shell=True,
            cwd=here,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            encoding="utf-8",
        )
        answer = done.stdout + done.stderr
        assert "Traceback" not in answer, answer
        for line in shown:
            for part in line.split("…"):
                assert part.strip() in answer, f"$ {command}\nshould answer: {line}\nanswered:\n{answer}"


def test_the_tutorial_has_commands() -> None:
    assert len(steps((ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8"))) > 10
