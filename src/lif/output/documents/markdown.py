"""Escape text for Markdown: no link, image, mention, heading or HTML comes out of a record."""

import re
from dataclasses import fields, is_dataclass
from typing import Any

from lif.output.text.terminal import safe_line
from lif.reports.chart import Chart

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~$@&])")
_OPENING = re.compile(r"^([#+=:-]|\d+(?=[.)](?:\s|$)))")
_CLOSING = re.compile(r"(?<=\s)(#+)$")
"""Number signs at the end of a line, which Markdown does not count as part of a heading."""
_NUMBERED = re.compile(r"(?<!\w)#(?=\d)")
"""A number sign before a number, which some sites turn into a link to an issue."""
_ADDRESS = re.compile(r"\b(https?|ftp|www)([:.])", re.IGNORECASE)


def escape_markdown(text: str) -> str:
    """The text on one line, with everything escaped that Markdown would read as markup."""
    safe = _SPECIAL.sub(r"\\\1", safe_line(text))
    safe = _CLOSING.sub(r"\\\1", _NUMBERED.sub(r"\\#", safe))
    safe = _ADDRESS.sub(r"\1\\\2", safe)
    opening = _OPENING.match(safe)
    if opening is None:
        return safe
    end = opening.end()
    return f"{safe[:end]}\\{safe[end:]}" if opening[1].isdigit() else f"\\{safe}"


def to_plain_values(value: Any) -> Any:
    """A report's frozen values as plain dicts, lists, numbers and escaped text: all that a template can see."""
    if isinstance(value, str):
        return escape_markdown(value)
    if isinstance(value, Chart):
        head = {"name": value.name, "title": value.title, "says": value.says, "draws": value.draws}
        sides = ["--:" if index in value.table.figures else "---" for index in range(len(value.table.head))]
        return to_plain_values(head) | to_plain_values(value.table) | {"sides": sides}
    if isinstance(value, dict):
        return {key: to_plain_values(item) for key, item in value.items()}
    if is_dataclass(value):
        return {field.name: to_plain_values(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, (list, tuple)):
        return [to_plain_values(item) for item in value]
    return value
