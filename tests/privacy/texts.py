"""Texts for comparing the gated scan with the one without gates: lines of the sets, cut and put together."""

import csv
import random
import re
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
_WRITTEN = re.compile(r"\\u([0-9a-f]{4})")
BETWEEN = ("\n", "\n  ", "\u00ad", "\u00a0", "&nbsp;", "\n- ", "\n# ", "\n\n", "1", "2019", "x", ".", " ", "-", "/")
BEGINNINGS = ("", "", "- ", "# ", "title: ", "note: >-\n  ", "a: |\n  ", "source: ", "- date: ", '"')
ENDS = ("\n", " ", "\n\n", "\n  ", ", ", '"\n')


def lines() -> list[str]:
    """Every planted and innocent line of the sets in this folder."""
    own = [
        line.split("\t")[-1]
        for name in ("planted", "clean")
        for line in (HERE / "own_lines" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    ]
    measured = [
        _WRITTEN.sub(lambda written: chr(int(written[1], 16)), row["text"])
        for name in ("planted", "innocent")
        for row in csv.DictReader((HERE / "measured_set" / f"{name}.csv").read_text(encoding="utf-8").splitlines())
    ]
    return own + measured


def mixed(seed: int) -> Iterator[str]:
    """Endless texts of one to four lines, each with something inserted at some point, as fields, comments and lists."""
    chance, every = random.Random(seed), lines()  # noqa: S311 - for tests
    while True:
        pieces: list[str] = []
        for line in chance.sample(every, chance.randint(1, 4)):
            at = chance.randint(0, len(line))
            inserted = chance.choice(BETWEEN) if chance.random() < 0.6 else ""
            pieces += chance.choice(BEGINNINGS), line[:at], inserted, line[at:], chance.choice(ENDS)
        yield "".join(pieces)
