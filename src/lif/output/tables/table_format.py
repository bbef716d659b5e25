"""The formats of an export, each by the ending of its file."""

from collections.abc import Callable
from pathlib import Path

from lif.errors import LifError
from lif.exchange.sheet import Export
from lif.output.tables.csv_ import csv_bytes
from lif.output.tables.json_ import json_bytes
from lif.output.tables.xlsx import xlsx_bytes

WRITERS: dict[str, Callable[[Export], bytes]] = {".xlsx": xlsx_bytes, ".csv": csv_bytes, ".json": json_bytes}


def export_bytes(export: Export, output: Path) -> bytes:
    """The file, in the format that its name ends with. Raises `LifError` for another ending."""
    write = WRITERS.get(output.suffix.casefold())
    if write is None:
        raise LifError(f"{output.name} does not say which format it is to have.", f"End it in {', '.join(WRITERS)}.")
    return write(export)
