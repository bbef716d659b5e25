"""Writes a made-up workspace: the same seed gives the same bytes, and fewer records are the first of more.

    PYTHONPATH=tests python -m benchmarks.generate FOLDER -n 1000 --seed 1     some things are left out, as people do
    PYTHONPATH=tests python -m benchmarks.generate FOLDER --clean --git        nothing to find, in a repository
    PYTHONPATH=tests python -m benchmarks.generate FOLDER --faulty 10          ten in a hundred are broken

Besides the partnership's own record there are `-n` others, in strands of forty, one story each.
"""

import argparse
import os
import random
import subprocess
from collections.abc import Callable
from pathlib import Path

from benchmarks.kinds import record_at
from benchmarks.layout import as_yaml
from benchmarks.made_partnership import partnership
from benchmarks.story import STRAND, Writer

SPOIL: tuple[Callable[[str], str], ...] = (
    lambda text: text.replace("sharing: ", "sharing:\t", 1),
    lambda text: f"{text}title: A second title\n",
    lambda text: f"{text}retention_review: 2019-02-30\n",
    lambda text: f"{text}ownr: somebody\n",
    lambda text: f"{text}allow:\n  - code: LIF301\n    reason: none\n",
    lambda text: text.replace("title: ", "tilte: ", 1),
    lambda text: text.replace("sharing: p", "sharing: rep", 1),
    lambda text: f"{text}notes:\n",
    lambda text: f"<<<<<<< mine\n{text}=======\n>>>>>>> theirs\n",
    lambda text: text[: len(text) // 2] + ' "',
)
"""Ten ways to break a record."""
_GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{f"GIT_{who}_NAME": "A generator" for who in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{who}_EMAIL": "generator@example.org" for who in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{who}_DATE": "2026-01-05T00:00:00Z" for who in ("AUTHOR", "COMMITTER")},
}
"""Nothing of whoever runs it gets into the commit."""


def record(seed: int, number: int, faulty: float = 0, *, clean: bool = False) -> tuple[str, str]:
    """The path and the text of a record, from its number alone; 0 is the partnership's own."""
    if number == 0:
        return "partnership.yaml", as_yaml(partnership())
    one = Writer(seed, number)
    text = as_yaml(record_at(one, clean=clean))
    chance = random.Random(f"{seed}:fault:{number}")  # noqa: S311 - made-up records, no secret
    if chance.random() * 100 < faulty:
        text = chance.choice(SPOIL)(text)
    return f"{one.strand.id_of(one.place)}.yaml", text


def write(folder: Path, count: int, seed: int, faulty: float = 0, *, clean: bool = False) -> None:
    """Write the partnership and so many records under `records/` in a folder; clean ones only in whole strands."""
    if clean and count % len(STRAND):
        raise SystemExit(f"Clean records come in whole stories: -n a multiple of {len(STRAND)}.")
    for number in range(count + 1):
        path, text = record(seed, number, faulty, clean=clean)
        whole = folder / "records" / path
        whole.parent.mkdir(parents=True, exist_ok=True)
        whole.write_bytes(text.encode())


def commit(folder: Path) -> None:
    """Make a folder a repository with one commit, the same for the same files."""
    for words in (("init", "--quiet", "-b", "main"), ("add", "."), ("commit", "--quiet", "-m", "Made-up records")):
        subprocess.run(["git", "-C", str(folder), *words], check=True, env={**os.environ, **_GIT})


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("-n", type=int, default=1000, help="how many records, besides the partnership's")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--faulty", type=float, default=0, help="how many in a hundred are broken")
    parser.add_argument("--clean", action="store_true", help="a check finds nothing in them")
    parser.add_argument("--git", action="store_true", help="make the folder a repository with one commit")
    asked = parser.parse_args()
    write(asked.folder, asked.n, asked.seed, asked.faulty, clean=asked.clean)
    if asked.git:
        commit(asked.folder)
