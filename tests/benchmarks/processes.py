"""Whole processes, measured: the time of the processor, the time of the clock, and the most memory they took.

The time of the processor (user and system, of a process and all it waited for) is what is compared: on a machine with
other work it stays the same, where that of the clock does not. Both are given.
"""

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import NamedTuple

_ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "LIF_", "PYTHON"))},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "NO_COLOR": "1",
}
"""Nothing that somebody set for themselves changes what is measured."""


class Taken(NamedTuple):
    """What one process took: seconds of the processor and of the clock, kilobytes at the peak."""

    cpu: float
    wall: float
    kilobytes: int


@dataclass(frozen=True, slots=True)
class Process:
    """A command to measure, the folder it runs in, what it answers, and what is made ready each time, unmeasured."""

    command: tuple[str, ...]
    folder: Path
    answers: int = 0
    first: Callable[[], None] | None = None


def on_one_processor(process: Process) -> Process:
    """The same, where no second process can help: what all of it takes together. Needs Linux."""
    processor = str(min(os.sched_getaffinity(0)))
    return replace(process, command=("taskset", "-c", processor, *process.command))


def take(process: Process) -> Taken:
    """Run it to its end; what it prints is thrown away."""
    if process.first:
        process.first()
    began = time.perf_counter()
    with subprocess.Popen(
        process.command,
        cwd=process.folder,
        env=_ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as running:
        _, status, used = os.wait4(running.pid, 0)
        took = time.perf_counter() - began
        running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode != process.answers:
        raise SystemExit(f"{' '.join(process.command)} ended with {running.returncode} in {process.folder}")
    return Taken(used.ru_utime + used.ru_stime, took, used.ru_maxrss)


Rounds = Mapping[str, Sequence[Taken]]
"""What each process took, by its name, round by round."""


def rounds(
    processes: Mapping[str, Process], many: int, tell: Callable[[str], None] = lambda _: None
) -> dict[str, list[Taken]]:
    """Run all of them one after the other, so many times over, so that what else is going on meets each alike."""
    taken: dict[str, list[Taken]] = {name: [] for name in processes}
    for number in range(many):
        for name, process in processes.items():
            taken[name].append(take(process))
            tell(f"round {number + 1} of {many}: {name} {taken[name][-1].cpu:.2f} s")
    return taken


def cpu(taken: Sequence[Taken]) -> float:
    """The median of the processor's time, in seconds."""
    return median(one.cpu for one in taken)


def wall(taken: Sequence[Taken]) -> float:
    """The median of the clock's time, in seconds."""
    return median(one.wall for one in taken)


def peak(taken: Sequence[Taken]) -> float:
    """The median of the peaks, in kilobytes."""
    return median(one.kilobytes for one in taken)


def ratio(over: Sequence[Taken], under: Sequence[Taken]) -> tuple[float, float]:
    """The median of the ratios of each round: of the processor's time, and of the clock's."""
    pairs = list(zip(over, under, strict=True))
    return median(one.cpu / other.cpu for one, other in pairs), median(one.wall / other.wall for one, other in pairs)
