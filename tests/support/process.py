"""The real `lif`, run as people run it: a process of its own in a folder."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

LIF = Path(sys.executable).with_name("lif")
DAY = "2026-11-22"
"""The day on which every run takes place, unless it says otherwise."""


class Ran(NamedTuple):
    """What a run came to."""

    code: int
    out: str
    err: str


def run(folder: Path, *arguments: str, environment: Mapping[str, str] | None = None) -> Ran:
    """Run `lif` in the folder; what it prints is UTF-8 whatever the environment says."""
    done = subprocess.run(
        [LIF, *arguments],
        cwd=folder,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    return Ran(done.returncode, _text(done.stdout), _text(done.stderr))


def on_the_day(folder: Path, *arguments: str, environment: Mapping[str, str] | None = None) -> Ran:
    """The same on `DAY`, so that the result stays what it is."""
    return run(folder, *arguments, "--today", DAY, environment=environment)


def _text(data: bytes) -> str:
    return data.decode("utf-8").replace(os.linesep, "\n")
