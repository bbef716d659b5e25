"""What is run in each workspace, and in which order, so that every figure has its yardstick beside it in the round."""

import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.generate import commit
from benchmarks.processes import Process, Taken, on_one_processor, rounds, take
from benchmarks.targets import FAULTY
from benchmarks.workspaces import LIF, Workspace

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
YARDSTICK = ROOT / "build" / "yardstick" / "bin" / "python"
YEAR, THEME = "2018-19", "neglect"
PASS = Process((sys.executable, "-c", "pass"), ROOT)
All = dict[str, list[Taken]]
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Often:
    """How often quick ones and slow ones are run."""

    quick: int
    slow: int


def starting(place: Path, often: Often, tell: Tell) -> All:
    """Starting, and a check of the records that ship with lif, beside a Python that does nothing."""
    shipped = place / "shipped"
    shutil.copytree(ROOT / "records", shipped / "records")
    commit(shipped)
    records = Workspace(shipped, 0)
    records.settle()
    processes = {
        "python -c pass": PASS,
        "lif --help": Process((LIF, "--help"), place),
        "lif --version": Process((LIF, "--version"), place),
        "lif --no-cache check of records/": records.lif("check", cold=True),
        "lif check of records/": records.lif("check"),
    }
    return rounds(processes, often.quick, tell)


def sized(process: str, size: int) -> str:
    """The name of a process in a workspace of another size."""
    return f"{process} of {size:,} records"


def reading(workspace: Workspace, others: Sequence[Workspace], place: Path, often: Often, tell: Tell) -> All:
    """Everything that takes as long as there are records, in one round with the same in workspaces of other sizes."""
    faulty = Workspace.create(place / "faulty", workspace.records, FAULTY)
    cold = workspace.lif("check", cold=True)
    without = replace(cold, command=(sys.executable, str(HERE / "without_privacy.py"), *cold.command[1:]))
    for one in (workspace, *others):
        one.settle()
    take(workspace.lif("--at", "HEAD", "check"))
    processes = {
        "CSafeLoader": Process((str(YARDSTICK), str(HERE / "yardstick.py"), "records"), workspace.folder),
        "lif --no-cache check": cold,
        "lif --no-cache check without privacy": without,
        "lif --no-cache check on one processor": on_one_processor(cold),
        "lif --no-cache check without privacy on one processor": on_one_processor(without),
        "lif --no-cache check of faulty": replace(faulty.lif("check", cold=True), answers=1),
        "lif --no-cache --at HEAD check": workspace.lif("--at", "HEAD", "check", cold=True),
        "lif --at HEAD check": workspace.lif("--at", "HEAD", "check"),
        "lif check, one changed": workspace.changed("check"),
        "lif diff, one changed": workspace.changed("diff"),
        "git diff --stat": workspace.git("--no-pager", "diff", "--stat"),
        "lif triangulate": workspace.lif("triangulate", "--theme", THEME),
        "lif report annual": workspace.lif("report", "annual", "--year", YEAR),
        "lif trace": workspace.lif("trace", THEME),
        "lif due": workspace.lif("due"),
    }
    for one in others:
        processes[sized("lif --no-cache check", one.records)] = one.lif("check", cold=True)
        if one.records:
            processes[sized("lif check, one changed", one.records)] = one.changed("check")
    return rounds(processes, often.slow, tell)


def unchanged(workspace: Workspace, others: Sequence[Workspace], often: Often, tell: Tell) -> All:
    """A check of what was checked before, beside git asked the same question."""
    for one in (workspace, *others):
        one.settle()
    processes = {"git status": workspace.git("status", "--porcelain"), "lif check": workspace.lif("check")}
    processes |= {sized("lif check", one.records): one.lif("check") for one in others}
    return rounds(processes, often.quick, tell)


def partnership(workspace: Workspace, often: Often, tell: Tell) -> All:
    """What somebody waits for who keeps the records of one partnership."""
    workspace.settle()
    processes = {
        "lif check": workspace.lif("check"),
        "lif --no-cache check": workspace.lif("check", cold=True),
        "lif triangulate": workspace.lif("triangulate", "--theme", THEME),
        "lif report annual": workspace.lif("report", "annual", "--year", YEAR),
        "lif due": workspace.lif("due"),
    }
    taken = rounds(processes, often.quick, tell)
    return taken | rounds({"lif check, one changed": workspace.changed("check")}, often.quick, tell)
