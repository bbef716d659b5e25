"""Measures whole processes side by side and prints what they took as one JSON object: `make bench`.

python -m benchmarks.run                  10,000 records, a few minutes
python -m benchmarks.run -n 1000          a quick look
python -m benchmarks.run --full           ten times as many as well, for growth
"""

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.asked import YARDSTICK, Often, partnership, reading, starting, unchanged
from benchmarks.figures import Measured, figures_of
from benchmarks.machine import machine
from benchmarks.story import STRAND
from benchmarks.workspaces import Workspace

RECORDS, TENFOLD, ONE_PARTNERSHIP = 10_000, 10, 320
STEADY = 9
"""Rounds of what takes a few hundredths of a second."""


def _tell(words: str) -> None:
    sys.stderr.write(f"{time.strftime('%H:%M:%S')}  {words}\n")


def measure(place: Path, records: int, often: Often, *, full: bool) -> Measured:
    """Make the workspaces, and measure in each."""
    steady = Often(max(often.quick, STEADY), often.slow)
    _tell("starting, and the records that ship with lif")
    begun = starting(place, steady, _tell)
    one = Workspace.create(place / "partnership", ONE_PARTNERSHIP)
    _tell(f"one partnership: {one.records} records")
    felt = partnership(one, often, _tell)
    fewer = max(len(STRAND), records // TENFOLD // len(STRAND) * len(STRAND))
    sizes = (0, fewer, *((records * TENFOLD,) if full else ()))
    _tell(f"making {records:,} records, and {', '.join(f'{size:,}' for size in sizes)} beside them")
    workspace, *others = (Workspace.create(place / str(size), size) for size in (records, *sizes))
    taken = begun | reading(workspace, others, place, often, _tell) | unchanged(workspace, others, steady, _tell)
    return Measured(records, sizes, taken, felt)


def main() -> None:
    """Measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=RECORDS, help=f"how many records, a multiple of {len(STRAND)}")
    parser.add_argument("--full", action="store_true", help="measure ten times as many too, for growth")
    parser.add_argument("--quick", type=int, default=5, help="rounds of what is quick")
    parser.add_argument("--slow", type=int, default=3, help="rounds of what is slow")
    asked = parser.parse_args()
    if not YARDSTICK.exists():
        raise SystemExit("There is no build/yardstick yet: make bench makes it.")
    on = machine(YARDSTICK)
    with tempfile.TemporaryDirectory(prefix="lif-bench-") as place:
        measured = measure(Path(place), asked.n, Often(asked.quick, asked.slow), full=asked.full)
    day = time.strftime("%Y-%m-%d")
    sys.stdout.write(
        json.dumps(
            {"version": 1, "date": day, "machine": on, **figures_of(measured), "partnership_records": ONE_PARTNERSHIP},
            indent=2,
        )
        + "\n"
    )


if __name__ == "__main__":
    main()
