"""The fault that reading a file can find."""

from typing import NamedTuple

from lif.diagnostics.code import Code
from lif.diagnostics.location import FieldPath, Position


class Fault(NamedTuple):
    """A fault in a file: its position where the reader knows it, otherwise the field to be located later."""

    code: Code
    message: str
    hint: str
    position: Position | None = None
    at: FieldPath = ()
