import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from lif.store.cache.database import DatabaseCache
from lif.store.load.load import load
from lif.store.load.source import WorkingTree
from support.inside import run
from support.repository import Repo
from support.tree import ROOT

EXAMPLE, PUBLIC = ROOT / "templates" / "example", ROOT
Edit = Callable[[random.Random, Path], None]


def _word(chance: random.Random, record: Path) -> None:
    words = record.read_text(encoding="utf-8").split(" ")
    words[chance.randrange(len(words))] = chance.choice(["x", "2019", "no", "aged", "Child", "[]", "{", "'", "\t"])
    record.write_text(" ".join(words), encoding="utf-8")


def _line_gone(chance: random.Random, record: Path) -> None:
    lines = record.read_text(encoding="utf-8").splitlines(keepends=True)
    del lines[chance.randrange(len(lines))]
    record.write_text("".join(lines), encoding="utf-8")


def _letter(chance: random.Random, record: Path) -> None:
    """The same size as before."""
    data = bytearray(record.read_bytes())
    data[chance.randrange(len(data))] = chance.choice(b"aZ0:- #\n")
    record.write_bytes(data)


def _gone(_: random.Random, record: Path) -> None:
    record.unlink()


def _renamed(chance: random.Random, record: Path) -> None:
    record.rename(record.with_name(f"{chance.choice(['2020', 'mr', 'nul', 'X'])}-{chance.randrange(99)}.yaml"))


def _copied(chance: random.Random, record: Path) -> None:
    shutil.copy(record, record.with_name(f"2021-copy-{chance.randrange(99)}{chance.choice(['.yaml', '.yml', '.txt'])}"))


def _touched(_: random.Random, record: Path) -> None:
    record.touch()


ASKED = ("check --all", "check --format json", "check --select LIF3", "check --staged", "due --all", "diff")
EDITS: tuple[Edit, ...] = (_word, _word, _line_gone, _letter, _letter, _gone, _renamed, _copied, _touched)


@pytest.mark.parametrize("seed", range(3))
def test_what_is_kept_never_changes_an_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    repo = Repo.begun(tmp_path / "ws")
    shutil.copytree(EXAMPLE / "records", repo.root / "records")
    repo.commit()
    chance = random.Random(seed)  # noqa: S311 - no secret
    now = time.time_ns()
    monkeypatch.setattr("lif.cli.options.time.time_ns", lambda: now + chance.choice([0, 3_600]) * 10**9)
    for _ in range(12):
        for _ in range(chance.randrange(3)):
            chance.choice(EDITS)(chance, chance.choice(sorted((repo.root / "records").rglob("*.yaml"))))
        asked = chance.choice(
            ["check --all", "check --format json", "check --select LIF3", "due --all", "diff", "check --staged"]
        )
        words = (*asked.split(), "--today", chance.choice(["2026-10-05", "2026-12-01"]))
        assert run(repo.root, *words) == run(repo.root, *words, "--no-cache"), asked


@pytest.mark.parametrize("place", [EXAMPLE, PUBLIC], ids=["example", "public record"])
def test_a_record_that_was_kept_is_the_record_that_was_read(place: Path, tmp_path: Path) -> None:
    fresh = load(WorkingTree(place), DatabaseCache(tmp_path / "kept.sqlite"))
    again = load(WorkingTree(place), DatabaseCache(tmp_path / "kept.sqlite"))
    assert again.snapshot == fresh.snapshot
    assert (again.diagnostics, again.private, again.state) == (fresh.diagnostics, fresh.private, fresh.state)
