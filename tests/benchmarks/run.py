"""Measures whole processes side by side and prints their ratios as one JSON object: `make bench`.

Each round runs every process once; a ratio is the median of the rounds' own ratios, so that a busy machine disturbs
both sides alike. Milliseconds mean little elsewhere and are not printed.
"""

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent
LIF = str(Path(sys.executable).with_name("lif"))
PASS = (sys.executable, "-c", "pass")
PARSER_ALONE = """
import os, sys
from ruamel.yaml.cyaml import CParser
for folder, _, names in os.walk(sys.argv[1]):
    for name in names:
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            scanner = CParser(file.read())
        while scanner.get_event() is not None:
            pass
"""
FEWEST = 1
"""The partnership alone: what a check takes before any other record is read."""
SIZES, FULL = (500, 1000, 2000), 10_000
ROUNDS = 5
RATIOS = (("check", "parser"), ("check", "parser+start"), ("check", "pass"), ("parser", "pass"), ("start", "pass"))
"""The promise is on check/parser with 2000 records; the others say where the rest goes."""
Taken = tuple[float, int]
"""Seconds of the clock, and kilobytes at the peak."""


def timed(command: tuple[str, ...]) -> Taken:
    """Run one process to its end."""
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    took = time.perf_counter() - began
    if process.returncode:
        raise SystemExit(f"{' '.join(command[:3])} … ended with {process.returncode}")
    return took, used.ru_maxrss


def measured(folder: Path, least: Path, rounds: int) -> dict[str, list[Taken]]:
    """Every process once a round, over the same records."""
    commands = {
        "pass": PASS,
        "parser": (sys.executable, "-c", PARSER_ALONE, str(folder / "records")),
        "start": (LIF, "-C", str(least), "--today", "2026-01-05", "check"),
        "check": (LIF, "-C", str(folder), "--today", "2026-01-05", "check"),
    }
    for command in commands.values():
        timed(command)
    taken: dict[str, list[Taken]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            taken[name].append(timed(command))
    return taken


def ratio(taken: dict[str, list[Taken]], over: str, under: str) -> float:
    """The median of the rounds' ratios; `under` may be a sum, `parser+start`."""
    below = zip(*(taken[name] for name in under.split("+")), strict=True)
    rounds = [one[0] / sum(each[0] for each in others) for one, others in zip(taken[over], below, strict=True)]
    return float(median(rounds))


def report(by_size: dict[int, dict[str, list[Taken]]]) -> dict[str, object]:
    """What is printed: ratios for each size, growth between sizes, memory for each record."""
    sizes = sorted(by_size)
    seconds = {size: median(one[0] for one in by_size[size]["check"]) for size in sizes}
    kilobytes = {size: median(one[1] for one in by_size[size]["check"]) for size in sizes}
    pairs = list(pairwise(sizes))
    start = {size: median(one[0] for one in by_size[size]["start"]) for size in sizes}
    return {
        "version": 1,
        "records": sizes[-1],
        "ratios": {
            f"{over}/{under}": {str(size): round(ratio(by_size[size], over, under), 2) for size in sizes}
            for over, under in RATIOS
        },
        "growth": {
            f"{few}-{many}": round(_exponent(few, many, seconds[few] - start[few], seconds[many] - start[many]), 2)
            for few, many in pairs
        },
        "memory_kb_per_record": round((kilobytes[sizes[-1]] - kilobytes[sizes[0]]) / (sizes[-1] - sizes[0]), 2),
    }


def _exponent(few: int, many: int, less: float, more: float) -> float:
    """1 when the time, less what a check of one record takes, grows as the records do."""
    return math.log(more / less) / math.log(many / few)


def main() -> None:
    """Generate, measure, print."""
    parser = argparse.ArgumentParser(description="Measures lif check against the parser alone.")
    parser.add_argument("--full", action="store_true", help=f"go on to {FULL} records")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    asked = parser.parse_args()
    by_size = {}
    with tempfile.TemporaryDirectory() as place:
        sizes = (*SIZES, FULL) if asked.full else SIZES
        for size in (FEWEST, *sizes):
            timed((sys.executable, str(HERE / "generate.py"), f"{place}/{size}", "-n", str(size)))
        for size in sizes:
            by_size[size] = measured(Path(place, str(size)), Path(place, str(FEWEST)), asked.rounds)
    sys.stdout.write(json.dumps(report(by_size)) + "\n")


if __name__ == "__main__":
    main()
