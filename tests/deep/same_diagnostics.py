"""Writes down what `lif` says of spoiled records, and every JSON Schema, so that two versions can be compared.

`PYTHONPATH=tests python -m deep.same_diagnostics FILE`, once under each version, then compare the two files: equal
files mean equal messages, hints, codes, places and schemas. Used when the record models were rebuilt on pydantic.
"""

import json
import random
import sys
from pathlib import Path
from typing import Any

from deep.mutation import broken_bytes, broken_structures
from lif.diagnostics.diagnostic import Diagnostic
from lif.model.parts.schema import schema_of
from lif.model.registry import KINDS, kind_of
from lif.store.load.load import load
from lif.store.load.source import Memory

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "templates" / "example", ROOT)
SEED = 20261130


def main() -> None:
    """Write one line for each spoiled record and one for each schema into the file named on the command line."""
    chance = random.Random(SEED)  # noqa: S311 - the same each time
    spoiled = 0
    with Path(sys.argv[1]).open("w", encoding="utf-8") as file:
        for folder in FOLDERS:
            for path in sorted((folder / "records").rglob("*.yaml")):
                name = path.relative_to(folder).as_posix()
                for data in _spoiled(path, name, chance):
                    found = load(Memory({name: data})).diagnostics
                    rows = sorted(_row(diagnostic) for diagnostic in found)
                    file.write(f"{json.dumps([name, rows], ensure_ascii=True)}\n")
                    spoiled += 1
        file.writelines(f"{json.dumps(schema_of(kind), sort_keys=True)}\n" for kind in KINDS)
    print(f"{spoiled:,} spoiled records and {len(KINDS.names)} schemas")  # noqa: T201 - a script


def _spoiled(path: Path, name: str, chance: random.Random) -> list[bytes]:
    data = path.read_bytes()
    kind = kind_of(name.removeprefix("records/").removesuffix(".yaml"))
    assert kind is not None
    return [*broken_bytes(data, chance), *broken_structures(data, kind, chance)]


def _row(diagnostic: Diagnostic) -> list[Any]:
    place = diagnostic.location
    where = [place.path, place.position.line, place.position.column, diagnostic.record, diagnostic.field]
    return [diagnostic.code.name, diagnostic.severity.value, diagnostic.message, diagnostic.hint, *where]


if __name__ == "__main__":
    main()
