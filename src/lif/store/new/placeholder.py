"""Finds placeholders left in a record by mistake: TODO, to be confirmed, [name]."""

import re
from collections.abc import Iterator
from typing import Any

from lif.diagnostics.codes import PLACEHOLDER
from lif.diagnostics.location import FieldPath, spelled
from lif.store.load.fault import Fault

_PLACEHOLDER = re.compile(
    r"\b(?:TODO|TBC|TBA|TBD|FIXME|XXX+|lorem ipsum)\b"
    r"|\[(?:name|date|insert[^\]]*|to be [^\]]*)\]|<(?:insert|name|date)[^>]*>",
    re.IGNORECASE,
)
_MOST_SHOWN = 40
_SIGNS = (b"todo", b"tb", b"fixme", b"xxx", b"lorem")
_BRACKET_SIGNS = (b"[name", b"[date", b"[insert", b"[to be", b"<insert", b"<name", b"<date")
"""Every placeholder contains one of these; most files contain none, and are not searched further."""


def may_hold_placeholder(data: bytes) -> bool:
    """Whether a file may contain a placeholder."""
    lowered = data.lower()
    signs = (*_SIGNS, *_BRACKET_SIGNS) if b"[" in lowered or b"<" in lowered else _SIGNS
    return any([sign in lowered for sign in signs])  # noqa: C419 - a list is faster than a generator for so few


def placeholder_faults(tree: Any, at: FieldPath = ()) -> Iterator[Fault]:
    """A fault for each text in a record's tree that contains a placeholder."""
    if isinstance(tree, str):
        if (match := _PLACEHOLDER.search(tree)) is not None:
            says = f"`{spelled(at)}` still holds a placeholder: {match[0][:_MOST_SHOWN]}"
            yield Fault(PLACEHOLDER, says, "Write what is known, or delete the line.", at=at)
        return
    steps = tree.items() if isinstance(tree, dict) else enumerate(tree)
    for step, value in steps:
        yield from placeholder_faults(value, (*at, step))
