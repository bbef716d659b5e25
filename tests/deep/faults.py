"""The first, second, third … call that changes a file is made to fail, until a run meets no fault."""

import errno
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from deep.row import Row
from lif.errors import LifError
from lif.store.write.writer import Change, write
from lif.store.yaml.event_reader import Tree

CHANGING = ("open", "write", "fsync", "link", "replace", "unlink", "mkdir", "rmdir")
_NUMBERS = (errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES)
MODES = ("before", "after", "from then on")
OLD, NEW = b"title: Old\n", b"title: New\n"
_WANTED: dict[str, Tree] = {"title": "New"}
_A, _B, _C = "records/needs/a.yaml", "records/needs/b.yaml", "records/reviews/c.yaml"
WRITES: dict[str, tuple[Change, ...]] = {
    "new": (Change(_C, None, NEW, _WANTED),),
    "set": (Change(_A, OLD, NEW, _WANTED),),
    "move": (Change(_C, None, NEW, _WANTED), Change(_A, OLD, NEW, _WANTED), Change(_B, OLD, None)),
}
"""As `new`, `set` and `move` ask for them."""


def _failures() -> Iterator[Callable[[], BaseException]]:
    yield from (partial(OSError, number, os.strerror(number)) for number in _NUMBERS)
    yield KeyboardInterrupt


def faults() -> Row:
    """Every file old or new and whole; all changes or none, or the message names what could not be put back."""
    row = Row("A disk that fails at any call, or Ctrl-C: all changes or none, and a plain message")
    for name, changes in WRITES.items():
        for mode in MODES:
            for failure in _failures():
                if failure is KeyboardInterrupt and mode == "from then on":
                    continue  # it waits until the names are given: no second one can come in between
                at = 1
                while _tried(row, f"{name}, call {at}, {mode}", changes, (at, mode, failure)):
                    at += 1
    return row


def _tried(
    row: Row, name: str, changes: tuple[Change, ...], fault: tuple[int, str, Callable[[], BaseException]]
) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for path in (_A, _B):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(OLD)
        before = _records(root)
        after = {**before, **{one.path: one.after for one in changes if one.after}}
        after = {path: data for path, data in after.items() if Change(path, OLD, None) not in changes}
        said: BaseException | None = None
        with _failing(*fault) as failed:
            try:
                write(root, changes)
            except (LifError, KeyboardInterrupt) as stopped:
                said = stopped
            except BaseException as stopped:  # noqa: BLE001 - what is looked for
                row.hold(False, f"{name}: {type(stopped).__name__} escaped")  # noqa: FBT003
        if not failed:
            return False
        now = _records(root)
        is_named = isinstance(said, LifError) and "not put back" in said.message
        whole = all(now.get(path) in {before.get(path), after.get(path)} for path in {*before, *after, *now})
        row.hold(whole, f"{name}: torn or lost: {now}")
        kept = now == after if said is None else now in (before, after) or is_named
        row.hold(kept, f"{name}: {said!r}, but {sorted(now)}")
        return True


def _records(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*.yaml")}


@contextmanager
def _failing(at: int, mode: str, failure: Callable[[], BaseException]) -> Iterator[list[str]]:
    """Make the calls of `os` fail; yields the names of those that did."""
    real = {name: getattr(os, name) for name in CHANGING}
    failed: list[str] = []
    count = 0

    def broken(name: str) -> Callable[..., Any]:
        def call(*words: Any, **named: Any) -> Any:
            nonlocal count
            count += 1
            if count == at or (count > at and mode == "from then on"):
                failed.append(name)
                if mode == "after":
                    done = real[name](*words, **named)
                    if name == "open":
                        os.close(done)
                raise failure()
            return real[name](*words, **named)

        return call

    for name in CHANGING:
        setattr(os, name, broken(name))
    try:
        yield failed
    finally:
        for name, call in real.items():
            setattr(os, name, call)
