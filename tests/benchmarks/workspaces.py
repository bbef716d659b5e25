"""The made-up workspaces that are measured, and one word of one record changed, so that there is something new."""

import subprocess
import sys
import time
from pathlib import Path

from benchmarks.generate import commit, write
from benchmarks.processes import Process, take

TODAY, SEED = "2026-01-05", 1
LIF = str(Path(sys.executable).with_name("lif"))
BELIEVED = 2.2
"""Seconds after which the date of a file is believed: lif and git read a younger file once more."""


class Workspace:
    """A repository of so many records, the partnership's own besides."""

    def __init__(self, folder: Path, records: int) -> None:
        self.folder = folder
        self.records = records
        self._changes = 0

    @classmethod
    def create(cls, folder: Path, records: int, faulty: float = 0) -> "Workspace":
        """One of clean records; some in a hundred may be broken."""
        write(folder, records, SEED, faulty, clean=True)
        commit(folder)
        return cls(folder, records)

    def lif(self, *words: str, cold: bool = False) -> Process:
        """`lif` in it, on the day of all these records; cold, it neither uses nor keeps what was read."""
        return Process((LIF, "--today", TODAY, *(("--no-cache",) if cold else ()), *words), self.folder)

    def changed(self, *words: str) -> Process:
        """The same after one word of one record was changed."""
        asked = self.lif(*words)
        return Process(asked.command, asked.folder, first=self.change)

    def git(self, *words: str) -> Process:
        """`git` in it."""
        return Process(("git", *words), self.folder)

    def change(self) -> None:
        """Write a word into the title of one finding that never stood there."""
        self._changes += 1
        finding = min((self.folder / "records" / "findings").iterdir())
        title, _, rest = finding.read_text(encoding="utf-8").partition("\n")
        words = title.partition(", seen")[0]
        finding.write_text(f"{words}, seen {'again ' * self._changes}by a panel\n{rest}", encoding="utf-8")

    def settle(self) -> None:
        """Take back what was changed, wait until dates are believed, and let lif and git look once."""
        if self._changes:
            subprocess.run(["git", "-C", str(self.folder), "checkout", "--quiet", "."], check=True)
        time.sleep(BELIEVED)
        take(self.git("status", "--porcelain"))
        take(self.lif("check"))
        take(self.lif("check"))
