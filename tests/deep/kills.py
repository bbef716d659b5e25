"""`new`, `set`, `fmt` and `move`, killed at random moments, and several of them at once."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from deep.row import Row
from lif.store.load.source import WorkingTree
from lif.store.write import disk
from support.ws import ACTION, workspace

KILLS = 500
"""So many runs must really be cut short; what ended before its kill is tried as well, and not counted."""
_LIF = str(Path(sys.executable).with_name("lif"))
_NEW = ("--no-input", "--set", "sharing=public", "--set", "answers=findings/2026-weekly-contact")
_LOOSE = ACTION.replace("sharing: public # agreed", "sharing:   public   # agreed").replace("  - what", "    - what")


def kills(folder: Path, seed: int) -> Row:
    """After each kill every file is old or new and whole; the same command then finishes what was begun."""
    row = Row("Killed (SIGKILL) at a random moment: every record old or new, whole, none lost")
    made = workspace(folder)
    root = made.root
    chance, cut = random.Random(seed), 0  # noqa: S311 - the same each time
    for number in range(4, 8):
        made.lif(*_words(root, number))  # in this process: the children then have everything imported
    for number in range(2 * KILLS):
        if cut == KILLS:
            break
        words = _words(root, number)
        before = _records(root)
        lasted = _lasting(words, root) if number < len(_LASTED) else _LASTED[number % len(_LASTED)]
        if number < len(_LASTED):
            _LASTED[number] = lasted
            continue
        cut += _killed(words, root, chance.uniform(0.1, 1.0) * lasted)
        now = _records(root)
        code = _ended(words, root)
        after = _records(root)
        whole = all(now.get(path) in {before.get(path), after.get(path)} for path in {*before, *now, *after})
        row.hold(whole and code in {0, 1}, f"{words}: {code}, {sorted(set(now.items()) ^ set(after.items()))[:2]}")
        moved = {f"records/{words[1]}.yaml"} if words[0] == "move" else set()
        row.hold(set(before) - set(after) <= moved, f"{words}: lost")
    left = len(list(root.rglob(f"{disk.TEMPORARY}*")))
    disk._STALE_SECONDS = -3600  # noqa: SLF001 - an hour later
    for path in (root / "records").iterdir():
        if path.is_dir():
            disk.tidy(path)
    row.hold(not list(root.rglob(f"{disk.TEMPORARY}*")), "what kills left was not tidied")
    row.hold(all(one.fault is None for one in WorkingTree(root).files()), "a file that cannot be read")
    row.remarks = f"{cut} cut short; {left} hidden leftovers, all tidied"
    return row


_LASTED = [0.0, 0.0, 0.0, 0.0]
"""How long each of the four commands lasts when nobody kills it."""


def _words(root: Path, number: int) -> tuple[str, ...]:
    actions = root / "records" / "actions"
    turn = number // 4
    names = ("2026-supervision", "2026-renamed")
    here = names[0] if (actions / f"{names[0]}.yaml").exists() else names[1]
    match number % 4:
        case 0:
            return ("new", "action", "--title", f"Try {number}", "--slug", f"try-{number}", *_NEW)
        case 1:
            return ("set", f"actions/{here}", f"notes=Said {turn} times")
        case 2:
            (actions / "loose.yaml").write_text(_LOOSE, encoding="utf-8")
            return ("fmt", "records/actions/loose.yaml")
        case _:
            there = names[1] if here == names[0] else names[0]
            return ("move", f"actions/{here}", there)


def _records(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*.yaml")}


def _child(words: Sequence[str], root: Path) -> int:
    """A child that has everything imported already, so that most of its life is the work itself."""
    from lif.cli.app import main

    child = os.fork()
    if child:
        return child
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    sys.argv = ["lif", "-C", str(root), "--today", "2026-06-01", *words]
    try:
        main()
    except SystemExit as ended:
        os._exit(int(ended.code or 0))
    os._exit(0)


def _ended(words: Sequence[str], root: Path) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(_child(words, root), 0)[1])


def _lasting(words: Sequence[str], root: Path) -> float:
    start = time.perf_counter()
    _ended(words, root)
    return time.perf_counter() - start


def _killed(words: Sequence[str], root: Path, after: float) -> bool:
    child = _child(words, root)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def cut_short(folder: Path, seed: int) -> Row:
    """`init` and `move` killed; the same command then finishes what was begun, and nothing unfinished is left."""
    row = Row(f"`init` and `move` killed {TIMES} times each: the same command then finishes, nothing is wedged")
    chance, cut = random.Random(seed), {"init": 0, "move": 0}  # noqa: S311 - the same each time
    for name, prepared in (("init", _nothing), ("move", _something)):
        lasted, number = 0.0, 0
        while cut[name] < TIMES and number < 4 * TIMES:
            root = folder / f"{name}-{number}"
            words = prepared(root)
            if number < _UNMEASURED:
                lasted = _lasting(words, root)
            else:
                was_cut = _killed(words, root, chance.uniform(0.05, 1.0) * lasted)
                cut[name] += was_cut
                code = _ended(words, root)
                row.hold(code == 0 or (not was_cut and code == 1), f"{name} {number}: {code}")
                row.hold(_ended(("check",), root) == 0, f"{name} {number}: wrong afterwards")
                left = list(root.rglob(f"{disk.TEMPORARY}*")) if name == "init" else []
                row.hold(not left, f"{name} {number}: {left[:1]}")
            shutil.rmtree(root)
            number += 1
    row.hold(min(cut.values()) == TIMES, f"too few were cut short: {cut}")
    row.remarks = f"cut short: {cut['init']} init, {cut['move']} move"
    return row


TIMES = 200
_UNMEASURED = 3
"""The first runs only say how long the command lasts."""


def _nothing(root: Path) -> tuple[str, ...]:
    root.mkdir()
    return ("--today", "2026-11-30", "init", "--example")


def _something(root: Path) -> tuple[str, ...]:
    workspace(root)
    return ("move", "findings/2026-weekly-contact", "2026-contact")


def at_once(folder: Path, rounds: int = 3) -> Row:
    """Eight new records at once, of other names and of one name; eight changes of one file."""
    row = Row("Eight processes at once: as many records as successes, and a clear refusal for the rest")
    made = workspace(folder)
    for number in range(rounds):
        before = len(_records(made.root))
        ended = _together(made.root, [("new", "action", "--title", f"T {number} {one}", *_NEW) for one in range(8)])
        row.hold(len(_records(made.root)) - before == 8 == ended.count((0, True)), f"8 names: {ended}")
        before = len(_records(made.root))
        ended = _together(made.root, [("new", "action", "--title", f"The same {number}", *_NEW)] * 8)
        row.hold(len(_records(made.root)) - before == ended.count((0, True)) == 1, f"one name: {ended}")
        row.hold(ended.count((1, True)) == 7, f"refusals: {ended}")
        adds = [("set", "2026-supervision", f"measures[+].what=M {number}-{one}") for one in range(8)]
        ended = _together(made.root, adds)
        kept = made.text("actions/2026-supervision").count(f"M {number}-")
        row.hold(kept == ended.count((0, True)), f"{kept} changes kept, {ended}")
        row.hold(all(code in {0, 1} and plain for code, plain in ended), f"set: {ended}")
    return row


def _together(root: Path, calls: Sequence[tuple[str, ...]]) -> list[tuple[int, bool]]:
    """How each ended, and whether it spoke plainly."""
    running = [
        subprocess.Popen([_LIF, "-C", root, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE) for words in calls
    ]
    ended = [(*one.communicate(), one.returncode) for one in running]
    return [(code, b"Traceback" not in err and bool((out + err).strip())) for out, err, code in ended]
