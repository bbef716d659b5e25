"""Other checkers on the same made-up records, whole processes beside `lif --no-cache check`: `make bench-peers`.

    PYTHONPATH=tests python -m benchmarks.peers                1,000 records
    PYTHONPATH=tests python -m benchmarks.peers -n 10000       takes half an hour

Each is given what it does best, with whatever it can leave out left out; none does all of what lif does.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.asked import ROOT
from benchmarks.peer_formats import as_doorstop, as_poam, as_yamale, records
from benchmarks.processes import Process, Taken, take
from benchmarks.story import STRAND, folder_of
from benchmarks.targets import PEERS
from benchmarks.workspaces import SEED, Workspace

BIN = ROOT / "build" / "peers" / "bin"
KINDS = sorted(set(STRAND))
STYLE = "{extends: default, rules: {line-length: disable, document-start: disable, truthy: disable}}"
Ready = Callable[[Path, Workspace], list[Process]]


def _yamllint(_place: Path, made: Workspace) -> list[Process]:
    return [Process((str(BIN / "yamllint"), "-d", STYLE, "records"), made.folder)]


def _check_jsonschema(place: Path, made: Workspace) -> list[Process]:
    take(made.lif("schema", "--write", str(place)))
    calls = []
    for kind in KINDS:
        files = sorted(str(path) for path in (made.folder / "records" / folder_of(kind)).iterdir())
        schema = str(place / f"{kind}.schema.json")
        calls.append(Process((str(BIN / "check-jsonschema"), "--schemafile", schema, *files), made.folder))
    return calls


def _yamale(place: Path, made: Workspace) -> list[Process]:
    take(made.lif("schema", "--write", str(place)))
    calls = []
    for kind in KINDS:
        schema = json.loads((place / f"{kind}.schema.json").read_text(encoding="utf-8"))
        written = place / f"{kind}.yamale"
        written.write_text(as_yamale(schema), encoding="utf-8")
        words = ("-n", "1", "-s", str(written), f"records/{folder_of(kind)}")
        calls.append(Process((str(BIN / "yamale"), *words), made.folder))
    return calls


def _doorstop(*words: str) -> Ready:
    def ready(place: Path, made: Workspace) -> list[Process]:
        subprocess.run(["git", "init", "--quiet", str(place)], check=True)
        as_doorstop(place, records(SEED, made.records))
        return [Process((str(BIN / "doorstop"), *words), place)]

    return ready


def _trestle(suffix: str) -> Ready:
    def ready(place: Path, made: Workspace) -> list[Process]:
        trestle = str(BIN / "trestle")
        take(Process((trestle, "init", "--local"), place))
        said = subprocess.run([trestle, "version"], capture_output=True, text=True, check=True).stdout
        as_poam(place, records(SEED, made.records), said.split()[-1], suffix)
        return [Process((trestle, "validate", "--all", "--quiet"), place)]

    return ready


@dataclass(frozen=True, slots=True)
class Peer:
    """A checker, the package it is in, how it is made ready, what it is given, and what it leaves unchecked."""

    name: str
    package: str
    ready: Ready
    given: str
    leaves: str
    target: float | None = PEERS


_ALONE = "Checks each file by itself: no reference between records, no order of dates, no evidence, no personal data."
_ITEMS = "Checks that links lead somewhere; knows no field, type, order of dates, evidence or personal data."
_OSCAL = "Checks the model of OSCAL, and that identifiers stand once; no reference between files, no personal data."
OTHERS = (
    Peer(
        "yamllint",
        "yamllint",
        _yamllint,
        "the records as they are; its own style, without the length of lines",
        "Looks at layout and at fields that stand twice; knows no field, type, date or reference.",
    ),
    Peer(
        "check-jsonschema",
        "check-jsonschema",
        _check_jsonschema,
        "the records as they are, with the schemas of `lif schema`; one call a kind",
        _ALONE,
    ),
    Peer(
        "yamale",
        "yamale",
        _yamale,
        "the records as they are, with schemas made from those of `lif schema`; one call a kind, one process",
        f"{_ALONE} What YAML takes for a date, a number or a truth passes as that.",
        None,
    ),
    Peer(
        "doorstop",
        "doorstop",
        _doorstop(),
        "each record as an item with its prose and its links; as it is called without options",
        _ITEMS,
    ),
    Peer(
        "doorstop-only-looking",
        "doorstop",
        _doorstop("--no-reformat", "--no-review-check"),
        "the same, nothing rewritten and no state of review",
        _ITEMS,
        None,
    ),
    Peer(
        "compliance-trestle",
        "compliance-trestle",
        _trestle("yaml"),
        "each record as an OSCAL plan of action and milestones in YAML, an item for each sentence",
        _OSCAL,
    ),
    Peer(
        "compliance-trestle-json",
        "compliance-trestle",
        _trestle("json"),
        "the same in JSON, which is quicker to read than any YAML",
        _OSCAL,
        None,
    ),
)
VERSIONS = "import sys, importlib.metadata as m; print(*(m.version(name) for name in sys.argv[1:]))"


def measure(place: Path, many: int, rounds: int) -> dict[str, Any]:
    """Every peer and lif once a round; a peer of several calls by their sum, and the best round of each."""
    made = Workspace.create(place / "made", many)
    cold = made.lif("check", cold=True)
    take(cold)
    calls = {"lif": [cold]}
    for peer in OTHERS:
        (place / peer.name).mkdir()
        calls[peer.name] = peer.ready(place / peer.name, made)
    taken: dict[str, list[Taken]] = {name: [] for name in calls}
    for number in range(rounds):
        for name, processes in calls.items():
            every = [take(process) for process in processes]
            taken[name].append(Taken(sum(one.cpu for one in every), sum(one.wall for one in every), 0))
            sys.stderr.write(f"{time.strftime('%H:%M:%S')}  round {number + 1}: {name} {taken[name][-1].cpu:.2f} s\n")
    own_cpu, own_wall = _best(taken["lif"])
    versions = _versions()
    figures = {}
    for peer in OTHERS:
        by_cpu, by_wall = _best(taken[peer.name])
        figures[peer.name] = {
            "version": versions[peer.package],
            "times_slower": round(by_cpu / own_cpu, 2),
            "target": peer.target,
            "wall": round(by_wall / own_wall, 2),
            "seconds": [round(by_cpu, 2), round(own_cpu, 2)],
            "given": peer.given,
            "does_not_check": peer.leaves,
        }
    return figures


def _best(taken: list[Taken]) -> tuple[float, float]:
    return min(one.cpu for one in taken), min(one.wall for one in taken)


def _versions() -> dict[str, str]:
    names = sorted({peer.package for peer in OTHERS})
    told = subprocess.run([str(BIN / "python"), "-c", VERSIONS, *names], capture_output=True, text=True, check=True)
    return dict(zip(names, told.stdout.split(), strict=True))


def main() -> None:
    """Measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=1000, help=f"how many records, a multiple of {len(STRAND)}")
    parser.add_argument("--rounds", type=int, default=2)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="lif-peers-") as place:
        peers = measure(Path(place), asked.n, asked.rounds)
    whole = {"peers_records": asked.n, "peers_date": time.strftime("%Y-%m-%d"), "peers": peers}
    sys.stdout.write(json.dumps(whole, indent=2) + "\n")


if __name__ == "__main__":
    main()
