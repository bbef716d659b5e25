"""How the cost of a check grows with one file, and with the number of records; fails where it grows faster than it may.

    PYTHONPATH=tests python -m benchmarks.growth              both
    PYTHONPATH=tests python -m benchmarks.growth --files      one file of up to 256 KiB, in many hostile shapes
    PYTHONPATH=tests python -m benchmarks.growth --records    up to 20,000 records in several arrangements, by rule

Each is measured at n, 2n and 4n in time of the processor, the best of some rounds. An exponent of 1 is a cost that
grows as the size does, of 2 as its square. The exponent is that from n to 4n, and counts where the largest takes long
enough to be measured.
"""

import argparse
import gc
import math
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from os import times

from benchmarks.growing_files import SHAPES
from benchmarks.growing_records import ARRANGEMENTS, BASE
from lif.output.registry import FORMATS
from lif.rules.registry import RULES
from lif.rules.rule import Question
from lif.store.load.judge import judge_anew
from lif.store.load.load import load
from lif.store.load.source import Memory

TODAY = date(2026, 1, 5)
STEEPEST = 1.3
LONGEST = 2.0
"""Seconds that one file may cost, whatever stands in it, beside what a check costs without it."""
FILE_SIZES = (63 * 1024, 126 * 1024, 252 * 1024)
RECORD_COUNTS = (5_000, 10_000, 20_000)
SHORTEST = 0.1
"""Seconds at the largest size from which on an exponent says something."""
ROUNDS = 2
FILE = "records/actions/2026-x.yaml"


@dataclass(frozen=True, slots=True)
class Growth:
    """The seconds at n, 2n and 4n."""

    name: str
    seconds: tuple[float, ...]
    longest: float = math.inf

    @property
    def exponent(self) -> float:
        """How steeply it grows from the smallest to the largest size; 0 where that is too quick to say."""
        if self.seconds[-1] < SHORTEST:
            return 0.0
        return math.log(self.seconds[-1] / max(self.seconds[0], 1e-6), 4)

    @property
    def is_kept(self) -> bool:
        """Whether it grows no faster, and takes no longer, than it may."""
        return self.exponent <= STEEPEST and self.seconds[-1] <= self.longest

    def __str__(self) -> str:
        times = " ".join(f"{seconds:7.3f}" for seconds in self.seconds)
        return f"{'' if self.is_kept else 'TOO MUCH':8} {self.exponent:5.2f} {times}  {self.name}"


def _seconds() -> float:
    """Time of the processor so far, that of a second process that read some of the files among it."""
    return sum(times()[:4])


def _best(measured: Callable[[], object]) -> float:
    """Seconds of the quickest round."""
    taken = []
    for _ in range(ROUNDS):
        gc.collect()
        start = _seconds()
        measured()
        taken.append(_seconds() - start)
    return min(taken)


def _check(files: Mapping[str, str]) -> None:
    loaded = load(Memory(files))
    diagnostics = judge_anew(loaded, TODAY)
    for output_format in FORMATS:
        output_format.render(diagnostics, len(files), every=True)


def files() -> Iterator[Growth]:
    """One file in each shape, read, judged and told in every format."""
    for name, text in SHAPES.items():
        nothing = _best(lambda: _check({**BASE, FILE: "title: Plain\nsharing: partnership\n"}))
        seconds = []
        for size in FILE_SIZES:
            content = {**BASE, FILE: text(size)}
            seconds.append(max(_best(lambda content=content: _check(content)) - nothing, 0))  # type: ignore[misc]
        yield Growth(f"one file: {name}", tuple(seconds), LONGEST)


def records() -> Iterator[Growth]:
    """So many records in each arrangement: reading them, placing what was found, and each rule by itself."""
    for name, made in ARRANGEMENTS.items():
        taken: dict[str, list[float]] = {}
        for count in RECORD_COUNTS:
            for part, seconds in _parts({**BASE, **made(count)}).items():
                taken.setdefault(part, []).append(seconds)
        yield from (Growth(f"{name}: {part}", tuple(seconds)) for part, seconds in taken.items())


def _parts(content: Mapping[str, str]) -> dict[str, float]:
    start = _seconds()
    loaded = load(Memory(content))
    taken = {"reading": _seconds() - start}
    question = Question(replace(loaded.snapshot), TODAY)
    for rule in RULES:
        start = _seconds()
        for _found in rule.check(question):
            pass
        taken[rule.code.name] = _seconds() - start
    start = _seconds()
    judge_anew(loaded, TODAY)
    taken["judging and placing all"] = _seconds() - start
    gc.collect()
    return taken


def main() -> int:
    """Measure, print a line for each, and fail where one is steeper or longer than it may be."""
    wanted = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wanted.add_argument("--files", action="store_true", help="one file only")
    wanted.add_argument("--records", action="store_true", help="many records only")
    wanted.add_argument("--all", action="store_true", help="also what is too quick to be measured")
    asked = wanted.parse_args()
    parts = [files] if asked.files else [records] if asked.records else [files, records]
    broken, worst = 0, 0.0
    sys.stdout.write("         exponent, seconds at n, 2n and 4n\n")
    for part in parts:
        for growth in part():
            broken += not growth.is_kept
            worst = max(worst, growth.exponent)
            if asked.all or not growth.is_kept or growth.seconds[-1] >= SHORTEST:
                sys.stdout.write(f"{growth}\n")
                sys.stdout.flush()
    sys.stdout.write(f"steepest {worst:.2f}; {broken} too steep or too long\n")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
