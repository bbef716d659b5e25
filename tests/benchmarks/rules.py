"""What each rule costs: microseconds a record at two sizes, and how it grows, as one JSON object.

    PYTHONPATH=tests python -m benchmarks.rules                  the ten most costly
    PYTHONPATH=tests python -m benchmarks.rules --all            every rule
    PYTHONPATH=tests python -m benchmarks.rules --sizes 1000 30000

Time of the processor, the median of several rounds, each over a fresh snapshot, so that what rules look things up in
is made again; it counts for the first rule that asks. An exponent of 1 is a cost that grows as the records do.
"""

import argparse
import gc
import json
import math
import sys
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median
from time import process_time

from benchmarks.generate import write
from benchmarks.workspaces import SEED
from lif.model.snapshot import Snapshot
from lif.rules.registry import RULES
from lif.rules.rule import Question
from lif.store.load.load import load
from lif.store.load.source import WorkingTree

TODAY = date(2026, 1, 5)
SIZES = (1_000, 10_000)
ROUNDS = 5
MOST_COSTLY = 10


def seconds(snapshot: Snapshot, rounds: int) -> dict[str, float]:
    """The median of each rule's seconds, and that of all together."""
    taken: dict[str, list[float]] = {}
    for _ in range(rounds):
        question = Question(replace(snapshot), TODAY)
        start = process_time()
        for rule in RULES:
            began = process_time()
            for _found in rule.check(question):
                pass
            taken.setdefault(rule.code.name, []).append(process_time() - began)
        taken.setdefault("all", []).append(process_time() - start)
    return {name: median(times) for name, times in taken.items()}


def measured(size: int, rounds: int) -> dict[str, float]:
    """Microseconds a record of each rule over so many made-up records."""
    with tempfile.TemporaryDirectory() as place:
        write(Path(place), size, SEED)
        snapshot = load(WorkingTree(Path(place))).snapshot
    gc.freeze()
    try:
        return {name: took * 1e6 / size for name, took in seconds(snapshot, rounds).items()}
    finally:
        gc.unfreeze()


def main() -> None:
    """Generate, measure, print."""
    parser = argparse.ArgumentParser(description="Measures each rule of lif check by itself.")
    parser.add_argument("--all", action="store_true", help=f"every rule, not the {MOST_COSTLY} most costly")
    parser.add_argument("--sizes", type=int, nargs=2, default=SIZES)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    asked = parser.parse_args()
    few, many = sorted(asked.sizes)
    less, more = (measured(size, asked.rounds) for size in (few, many))
    told = {
        name: {
            f"us_per_record_{few}": round(less[name], 2),
            f"us_per_record_{many}": round(more[name], 2),
            "exponent": round(1 + math.log(max(more[name], 1e-6) / max(less[name], 1e-6)) / math.log(many / few), 2),
        }
        for name in sorted(more, key=lambda name: (-more[name], name))
    }
    shown = list(told.items())[: None if asked.all else MOST_COSTLY + 1]
    sys.stdout.write(json.dumps({"version": 1, "records": [few, many], "rules": dict(shown)}, indent=2) + "\n")


if __name__ == "__main__":
    main()
