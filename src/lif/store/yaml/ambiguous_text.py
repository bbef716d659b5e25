"""Finds unquoted text that other programs, spreadsheets among them, would read as a number, a date or a boolean."""

import re
from collections.abc import Iterator
from typing import Any

from lif.diagnostics.codes import LOOKS_LIKE_MORE
from lif.diagnostics.location import spelled
from lif.model.kind import Kind
from lif.model.parts.shape import texts
from lif.store.load.fault import Fault
from lif.store.yaml.parse import marks

_NUMERIC = re.compile(
    r"[-+]?(0[xob][0-9a-fA-F_]+|[0-9][0-9_]*(\.[0-9_]*)?([eE][-+]?[0-9]+)?|\.[0-9]+|\.(inf|nan))|[0-9]+(:[0-9]{1,2})+|\d{4}-\d{1,2}-\d{1,2}.*",
    re.ASCII | re.IGNORECASE,
)
_NUMERIC_START = frozenset("0123456789+-.")
_WORDS = frozenset(
    spelling
    for word in ("yes", "no", "on", "off", "true", "false", "null", "y", "n", "~")
    for spelling in (word, word.capitalize(), word.upper())
)


def reads_otherwise(text: str) -> bool:
    """Whether another YAML reader would read the text, without quotes, as something else than text."""
    if not text:
        return False
    return (text[0] in _NUMERIC_START and _NUMERIC.fullmatch(text) is not None) or text in _WORDS


def ambiguous_text_faults(kind: Kind, tree: dict[str, Any], data: bytes) -> Iterator[Fault]:
    """Notes on unquoted text of that sort, `2019` or `no`, in fields that hold text."""
    paths = [path for path, text, _ in texts(kind.model, tree) if reads_otherwise(text)]
    marks_by_path = marks(data) if paths else {}
    for path in paths:
        if path in marks_by_path and not marks_by_path[path].style:
            says = f"`{spelled(path)}` is text here, but other programs would read it as a number, a date or yes and no"
            yield Fault(LOOKS_LIKE_MORE, says, "Put it in double quotes; `lif fmt` does that.", at=path)
