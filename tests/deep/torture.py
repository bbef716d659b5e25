"""`make torture`: what must never happen, tried many times; prints one table, and fails when anything was broken.

`TORTURE_SECONDS` (30) is how long each of the two fuzzers may take; `TORTURE_SEED` (1) begins the chances anew;
`TORTURE_TEXTS` (100000) is how many texts are searched with and without the gates of the privacy scan.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from deep.row import Row

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SHOWN = 10
"""Of what was broken, so many are printed in each part."""


def main() -> int:
    """Run every part, one after the other."""
    from deep.faults import faults
    from deep.fuzz import hypothesis_for
    from deep.gates import gates
    from deep.kills import at_once, cut_short, kills
    from deep.mutation import spoiled_records
    from deep.places import places

    seconds, seed = float(os.environ.get("TORTURE_SECONDS", "30")), int(os.environ.get("TORTURE_SEED", "1"))
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        for name in ("kills", "once", "short"):
            (base / name).mkdir()
        parts: tuple[Callable[[], Row], ...] = (
            lambda: kills(base / "kills", seed),
            lambda: cut_short(base / "short", seed),
            lambda: at_once(base / "once"),
            faults,
            places,
            lambda: spoiled_records(ROOT / "templates" / "example", seed),
            lambda: hypothesis_for(seconds),
            lambda: gates(seed),
            lambda: coverage_guided(seconds, seed),
        )
        broken = sum(_run_and_count_broken(part) for part in parts)
    sys.stdout.write("all kept\n" if not broken else f"{broken} broken\n")
    return 1 if broken else 0


def coverage_guided(seconds: float, seed: int) -> Row:
    """Atheris, in a process of its own."""
    row = Row("Coverage-guided fuzzing (atheris) of the same: nothing escapes")
    if find_spec("atheris") is None:
        row.remarks = "not tried: atheris is not installed (make deep installs it)"
        return row
    with tempfile.TemporaryDirectory() as folder:
        call = [sys.executable, str(HERE / "guided.py"), f"-max_total_time={int(seconds)}", f"-seed={seed}"]
        environment = {**os.environ, "PYTHONPATH": str(HERE.parent)}
        ran = subprocess.run(
            [*call, "-max_len=2000"],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
    runs = re.findall(r"Done (\d+) runs|#(\d+)\s", ran.stderr)
    row.tried = max((int(one or other) for one, other in runs), default=0)
    if ran.returncode or not row.tried:
        row.broken.append(ran.stderr[-2000:])
    return row


def _run_and_count_broken(part: Callable[[], Row]) -> int:
    """Run a part, print its line of the table, and say how much was broken."""
    start = time.monotonic()
    row = part()
    took = time.monotonic() - start
    remarks = f"  ({row.remarks})" if row.remarks else ""
    sys.stdout.write(f"{len(row.broken):4} broken of {row.tried:7,}  {took:5.0f} s  {row.promise}{remarks}\n")
    for one in row.broken[:SHOWN]:
        sys.stdout.write(f"       {one}\n")
    sys.stdout.flush()
    return len(row.broken)


if __name__ == "__main__":
    sys.exit(main())
