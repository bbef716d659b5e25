"""Names of sheets that every spreadsheet program takes."""

import re
from collections.abc import Iterable

LONGEST = 31
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_TAKEN_BY_EXCEL = {"history", "_lif", "lists", "guide", ""}
"""Names that Excel keeps for itself, and those of our own sheets."""


def sheet_names(labels: Iterable[str]) -> tuple[str, ...]:
    """A name for each label: short enough, without signs that are refused, no two alike in any case."""
    taken: set[str] = set(_TAKEN_BY_EXCEL)
    names: list[str] = []
    for label in labels:
        plain = " ".join(_NOT_IN_A_NAME.sub(" ", label).split()).strip("' ")
        name, number = _cut(plain, ""), 1
        while name.casefold() in taken:
            number += 1
            name = _cut(plain or "Sheet", f" {number}")
        taken.add(name.casefold())
        names.append(name)
    return tuple(names)


def _cut(text: str, ending: str) -> str:
    return f"{text[: LONGEST - len(ending)].rstrip(chr(39) + ' ')}{ending}"
