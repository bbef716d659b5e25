"""Disks that are full, can only be read, or may not be written."""

import os
import resource
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deep.row import Row
from support.ws import Workspace, workspace

_LIF = str(Path(sys.executable).with_name("lif"))
_WRITES = (
    ("new", "need", "--title", "Try", "--set", "driver=data", "--set", "sharing=public", "--no-input"),
    ("set", "2026-supervision", "notes=" + "A long remark. " * 400),
    ("move", "2026-weekly-contact", "2026-renamed"),
)
_FREE_KIB = (0, 4, 8, 16)


def places() -> Row:
    """Old or new whole files, a plain message, and reading goes on."""
    row = Row("Disk full, file size limited, read-only disk, no right to write: old or new, and a plain message")
    for words in _WRITES:
        for limit in (0, 1, 100, 1000, 100_000):
            with tempfile.TemporaryDirectory() as folder:
                _try(row, workspace(Path(folder)), words, f"no file over {limit} bytes", limit)
        with tempfile.TemporaryDirectory() as folder:
            made = workspace(Path(folder))
            folders = [path for path in made.root.rglob("*") if path.is_dir()]
            for one in folders:
                one.chmod(0o555)
            if os.geteuid():
                _try(row, made, words, "no right to write")
            for one in folders:
                one.chmod(0o755)
        if _may_mount():
            for free in _FREE_KIB:
                with _small_disk() as root:
                    made = workspace(root)
                    _fill(root / "fill", free)
                    _try(row, made, words, f"{free} KiB free")
            with _small_disk() as root:
                made = workspace(root)
                subprocess.run(["mount", "-o", "remount,ro", root], check=True)
                _try(row, made, words, "read-only disk")
    row.remarks = "with small disks of their own" if _may_mount() else "without mounts: not root"
    return row


def _try(row: Row, made: Workspace, words: tuple[str, ...], where: str, limit: int | None = None) -> None:
    before = _records(made)

    def limited() -> None:
        if limit is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    call = [_LIF, "-C", str(made.root), *words]
    ran = subprocess.run(call, capture_output=True, check=False, preexec_fn=limited)
    now, said = _records(made), ran.stderr.decode(errors="replace")
    name = f"{words[0]}, {where}"
    row.hold(now == before if ran.returncode else now != before, f"{name}: exit {ran.returncode}, {said[-200:]}")
    row.hold("Traceback" not in said and (ran.returncode == 0 or said.startswith("lif: ")), f"{name}: {said[-200:]}")
    row.hold(not list(made.root.rglob(".lif-tmp-*")), f"{name}: something is left")
    checked = subprocess.run([_LIF, "-C", made.root, "check", "--select", "LIF1"], capture_output=True, check=False)
    row.hold(checked.returncode == 0, f"{name}: afterwards {checked.stderr[-200:]!r}")


def _records(made: Workspace) -> dict[str, bytes]:
    return {path: data for path, data in made.everything().items() if path.endswith(".yaml")}


def _may_mount() -> bool:
    if os.geteuid() or not sys.platform.startswith("linux"):
        return False
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder], capture_output=True, check=False
        )
        if done.returncode == 0:
            subprocess.run(["umount", folder], check=False)
        return done.returncode == 0


@contextmanager
def _small_disk() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", folder], check=True)
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", folder], check=True)


def _fill(path: Path, leave_kib: int) -> None:
    """Take all the space of the disk but some."""
    with path.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 4096)
        except OSError:
            os.ftruncate(file.fileno(), max(path.stat().st_size - leave_kib * 1024, 0))
