"""On what it was measured: the machine, what else it was doing, and the versions of everything that was compared."""

import os
import platform
import subprocess
import sys
from pathlib import Path

from benchmarks.workspaces import LIF

_GIB = 2**30


def machine(yardstick: Path) -> dict[str, str | int | float]:
    """One value for each thing that somebody who measures again would ask about."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0)),
        "memory_gib": round(memory / _GIB),
        "others_running": round(os.getloadavg()[0], 1),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "git": _output_of("git", "--version").removeprefix("git version "),
        "lif": _output_of(LIF, "--version").removeprefix("lif "),
        "pyyaml": _output_of(str(yardstick), "-c", "import yaml; print(yaml.__version__)"),
    }


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    named = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return named[0] if named else platform.processor() or sys.platform


def _output_of(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
