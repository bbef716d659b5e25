"""How well personal data is found, on lines written apart from the rules: precision, recall by kind, every miss.

    python tests/benchmarks/personal_data.py                  a table, and the misses
    python tests/benchmarks/personal_data.py --kinds          the table by kind that SECURITY.md holds
    python tests/benchmarks/personal_data.py --format json    the same for a program
    python tests/benchmarks/personal_data.py --scan MODULE:FUNCTION
    python tests/benchmarks/personal_data.py --lines FILE     the same on lines of your own, from anywhere: a CSV file
                                                              with the columns text and kind; a line of the
                                                              kind `clean` holds nothing that should be found

The function takes a text and returns what it found in it, a match each, with `code` or `kind`.
"""

import argparse
import csv
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

SET = Path(__file__).parents[1] / "privacy" / "measured_set"
OWN = SET.parent / "own_lines"
CLEAN = "clean"
"""The kind of a line from a file of somebody's own in which nothing should be found."""
SCAN, IN_NAME = "lif.privacy.scan:scan", "lif.privacy.scan:scan_path"
_WRITTEN = re.compile(r"\\u([0-9a-f]{4})|\\t")
Scan = Callable[[str], Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the set: its text with the characters that are meant, its kind, and what makes it hard."""

    text: str
    kind: str
    note: str


@dataclass(frozen=True, slots=True)
class Measured:
    """What a scan made of both files."""

    found: Counter[str]
    planted: Counter[str]
    missed: tuple[Line, ...]
    alarms: tuple[tuple[Line, tuple[str, ...]], ...]
    innocent: int

    @property
    def hits(self) -> int:
        """Planted lines in which something was found."""
        return self.found.total()

    @property
    def precision(self) -> float:
        """Of all lines in which something was found, the share that was planted."""
        return self.hits / max(self.hits + len(self.alarms), 1)


def lines(name: str) -> Iterator[Line]:
    """The lines of `planted` or `innocent`."""
    return lines_in(SET / f"{name}.csv")


def lines_in(path: Path) -> Iterator[Line]:
    """The lines of a CSV file with the columns `text` and `kind`, and perhaps `note`."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield Line(_WRITTEN.sub(_meant, row["text"]), row["kind"], row.get("note") or "")


def _meant(written: re.Match[str]) -> str:
    return chr(int(written[1], 16)) if written[1] else "\t"


def measure(scan: Scan, in_name: Scan, outside: Path | None = None) -> Measured:
    """Ask the scan about every line of our set or of a file, and about names of files as the program does."""

    def found_in(one: Line) -> Sequence[Any]:
        return (in_name if one.kind == "file" or "file name" in one.note else scan)(one.text)

    if outside is None:
        planted, innocent = tuple(lines("planted")), tuple(lines("innocent"))
    else:
        given = tuple(lines_in(outside))
        planted = tuple(one for one in given if one.kind != CLEAN)
        innocent = tuple(one for one in given if one.kind == CLEAN)
    missed = tuple(one for one in planted if not found_in(one))
    alarms = tuple(
        (one, tuple(sorted({_name_of(match) for match in found}))) for one in innocent if (found := found_in(one))
    )
    every = Counter(one.kind for one in planted)
    return Measured(every - Counter(one.kind for one in missed), every, missed, alarms, len(innocent))


def _name_of(match: Any) -> str:
    """The code of a match, or its kind."""
    named = getattr(match, "code", None) or getattr(match, "kind", match)
    return str(getattr(named, "name", named))


def named_scan(where: str) -> Scan | None:
    """The function at `module:name`; None while there is no such module."""
    module, _, name = where.partition(":")
    try:
        scan: Scan = getattr(import_module(module), name)
    except ModuleNotFoundError as missing:
        if missing.name is None or not module.startswith(missing.name):
            raise
        return None
    return scan


def sentence(measured: Measured) -> str:
    """The figures in one sentence, as `SECURITY.md` quotes them."""
    total = measured.planted.total()
    return (
        f"On {total} planted and {measured.innocent} innocent lines: found {measured.hits} of {total} "
        f"(recall {measured.hits / max(total, 1):.1%}), false alarms on {len(measured.alarms)} of {measured.innocent} "
        f"(precision {measured.precision:.1%})."
    )


def _table(measured: Measured) -> str:
    rows = [f"  {kind:32} {measured.found[kind]:4} of {count:3}" for kind, count in sorted(measured.planted.items())]
    missed = [
        f"  {one.kind}: {ascii(one.text)[1:-1]}" + (f"  ({one.note})" if one.note else "") for one in measured.missed
    ]
    alarms = [f"  {one.kind}: {ascii(one.text)[1:-1]}  [{', '.join(codes)}]" for one, codes in measured.alarms]
    head = (sentence(measured), "", "Found, by kind", *rows)
    return "\n".join((*head, "", f"Missed: {len(missed)}", *missed, "", f"False alarms: {len(alarms)}", *alarms))


def own_lines() -> tuple[Counter[str], Counter[str], int, int]:
    """Of our own lines: found and planted by kind, lines with a false alarm, and innocent lines."""
    scan = named_scan(SCAN)
    assert scan is not None
    planted, found = Counter[str](), Counter[str]()
    for row in (OWN / "planted.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        kind, text = row.split("\t")
        planted[kind] += 1
        found[kind] += bool(scan(text))
    clean = (OWN / "clean.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return found, planted, sum(bool(scan(text)) for text in clean), len(clean)


def kinds_table(measured: Measured) -> str:
    """Found of planted by kind, in both sets, as a table of Markdown."""
    found, planted, alarms, clean = own_lines()
    rows = [f"| {kind} | {measured.found[kind]} of {count} |  |" for kind, count in sorted(measured.planted.items())]
    rows += [f"| {kind} |  | {found[kind]} of {count} |" for kind, count in sorted(planted.items())]
    last = f"| false alarms | {len(measured.alarms)} of {measured.innocent} | {alarms} of {clean} |"
    return "\n".join(("| kind | set written apart | our own lines |", "| --- | --- | --- |", *rows, last))


def _as_json(measured: Measured) -> str:
    told = {
        "version": 1,
        "planted": measured.planted.total(),
        "found": measured.hits,
        "innocent": measured.innocent,
        "false_alarms": len(measured.alarms),
        "recall": round(measured.hits / max(measured.planted.total(), 1), 4),
        "precision": round(measured.precision, 4),
        "by_kind": {kind: {"found": measured.found[kind], "of": of} for kind, of in sorted(measured.planted.items())},
        "missed": [{"kind": one.kind, "text": one.text, "note": one.note} for one in measured.missed],
        "alarms": [{"kind": one.kind, "text": one.text, "codes": list(codes)} for one, codes in measured.alarms],
    }
    return json.dumps(told, indent=2)


def main() -> int:
    """Print the figures; 0 unless there is nothing to measure."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--format", choices=("text", "json"), default="text")
    asked.add_argument("--kinds", action="store_true")
    asked.add_argument("--scan", default=SCAN)
    asked.add_argument("--lines", type=Path, metavar="FILE")
    given = asked.parse_args()
    scan = named_scan(given.scan)
    if scan is None:
        sys.stdout.write(f"no scan yet: there is no {given.scan}\n")
        return 2
    measured = measure(scan, named_scan(IN_NAME) or scan if given.scan == SCAN else scan, given.lines)
    if given.kinds:
        sys.stdout.write(kinds_table(measured) + "\n")
        return 0
    sys.stdout.write((_as_json if given.format == "json" else _table)(measured) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
