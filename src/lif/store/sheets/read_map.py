"""Read the map of columns that a partnership keeps beside its records."""

from pathlib import Path

from lif.errors import LifError
from lif.exchange.layout import Layout
from lif.exchange.returned.column_map import ColumnMap, column_map
from lif.store.load.plain_file import read_plain_file
from lif.store.yaml.parse import parse

_LARGEST = 1 << 18


def read_map(path: Path, layout: Layout) -> ColumnMap:
    """The map in a YAML file. Raises `LifError` with everything that is wrong with it."""
    data = read_plain_file(path, _LARGEST) if path.is_file() else None
    if data is None:
        raise LifError(f"{path} is no file of text that can be read.", "Make one: lif import WHAT FILE --guess")
    parsed = parse(data)
    faults = [
        f"line {fault.position.line}: {fault.message}" if fault.position else fault.message for fault in parsed.faults
    ]
    found, wrong = column_map(parsed.tree or {}, layout)
    if faults or wrong:
        says = "\n".join(f"  {each}" for each in (faults or wrong))
        raise LifError(f"{path} is no map of columns:\n{says}", "Nothing was read.", exit_code=1)
    return found
