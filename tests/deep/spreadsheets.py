"""Saves exported workbooks anew in LibreOffice, as xlsx and as ods: every cell of every sheet has to stay what it was.

`PYTHONPATH=tests .venv/bin/python -m deep.spreadsheets`. It needs soffice with Calc (Debian: libreoffice-calc). What it
makes is kept in build/deep.
"""

import subprocess
import sys
from pathlib import Path

from lif.exchange.hidden_sheet import read_base
from support.workbook import Book, book_of

ROOT = Path(__file__).parents[2]
KEPT = ROOT / "build" / "deep" / "spreadsheets"
SUBJECTS = ("actions", "indicators", "assessment", "challenges", "programme", "due", "finding", "audit")


def main() -> None:
    """Export, save anew, compare; exit 1 where anything differs."""
    KEPT.mkdir(parents=True, exist_ok=True)
    differing = [line for what in SUBJECTS for line in _differences(what)]
    sys.stdout.write("\n".join(differing) + ("\n" if differing else ""))
    sys.stdout.write(f"{len(SUBJECTS)} workbooks saved anew as xlsx and ods: {len(differing)} cells differ\n")
    sys.exit(1 if differing else 0)


def _differences(what: str) -> list[str]:
    file = KEPT / f"{what}.xlsx"
    example = str(ROOT / "templates" / "example")
    lif = [str(Path(sys.executable).with_name("lif")), "-C", example, "--today", "2026-11-30"]
    subprocess.run([*lif, "export", what, "--output", str(file), "--inside", "--force", "--quiet"], check=True)
    before = book_of(file.read_bytes())
    again = book_of(_saved(file, "xlsx", "again").read_bytes())
    by_ods = book_of(_saved(_saved(file, "ods", "ods"), "xlsx", "by-ods").read_bytes())
    return [
        f"{what}, {name}, {place}: {old!r} became {new!r}"
        for name, after in (("xlsx", again), ("ods", by_ods))
        for place, old, new in _compared(before, after)
    ]


def _saved(file: Path, ending: str, folder: str) -> Path:
    target = KEPT / folder
    profile = f"-env:UserInstallation=file://{KEPT / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", ending, "--outdir", str(target), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return target / f"{file.stem}.{ending}"


def _compared(before: Book, after: Book) -> list[tuple[str, str, str]]:
    """The cells that differ; a number is compared as a number, and empty cells at the end of a row do not count."""
    found = [("sheets", str(list(before.sheets)), str(list(after.sheets)))]
    found += [("hidden", str(before.hidden), str(after.hidden))] if before.hidden != after.hidden else []
    for name, rows in before.sheets.items():
        others = after.sheets.get(name, [])
        for down, row in enumerate(rows):
            other = others[down] if down < len(others) else []
            for at, old in enumerate(row):
                new = other[at] if at < len(other) else ""
                found.append((f"{name} row {down + 1} column {at + 1}", old, new))
    if "_lif" in before.sheets:
        found.append(("hidden sheet", str(read_base(before.sheets["_lif"])), str(read_base(after.sheets["_lif"]))))
    return [(place, old, new) for place, old, new in found if old != new and not _same_number(old, new)]


def _same_number(old: str, new: str) -> bool:
    try:
        return float(old) == float(new)
    except ValueError:
        return False


if __name__ == "__main__":
    main()
