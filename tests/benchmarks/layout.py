"""A record as people write one: fields on lines, long text under a bar."""

import textwrap
from typing import Any

LONGEST_LINE = 96


def as_yaml(value: Any, indent: int = 0) -> str:
    """The YAML of a map of text, lists and maps."""
    pad = " " * indent
    lines = []
    for key, one in value.items():
        if isinstance(one, dict):
            lines.append(f"{pad}{key}:\n{as_yaml(one, indent + 2)}")
        elif isinstance(one, list):
            lines.append(f"{pad}{key}:\n" + "".join(_item(item, indent + 2) for item in one))
        else:
            lines.append(f"{pad}{key}: {_text(str(one), indent + 2)}\n")
    return "".join(lines)


def _item(item: Any, indent: int) -> str:
    if isinstance(item, dict):
        return " " * indent + "- " + as_yaml(item, indent + 2).lstrip(" ")
    return " " * indent + f"- {_text(item, indent + 2)}\n"


def _text(text: str, indent: int) -> str:
    if len(text) <= LONGEST_LINE:
        return text
    pad = " " * indent
    return "|\n" + textwrap.fill(text, LONGEST_LINE, initial_indent=pad, subsequent_indent=pad)
