"""A value that was found never comes out again: in its stead stands a word."""

import re
from collections.abc import Iterable

from lif.privacy.scan import in_name, scan

MASK = "[masked]"
_SHORTEST = 2


def masked(text: str, values: Iterable[str]) -> str:
    """The text without any of these values, however they are spaced, and without anything else that is found in it."""
    spellings = {spelling for value in values for spelling in _spellings(value) if len(spelling) >= _SHORTEST}
    if spellings:
        longest_first = sorted(spellings, key=len, reverse=True)
        text = re.sub(
            "|".join(rf"(?<!\w){re.escape(one)}(?!\w)" for one in longest_first), MASK, text, flags=re.IGNORECASE
        )
    return unscanned(text)


def _spellings(value: str) -> tuple[str, ...]:
    """A value as written, on one line, and as it stands in an id."""
    line = " ".join(value.split())
    return value, line, line.replace(" ", "-").replace("'", ""), line.replace(" ", "")


def unscanned(text: str) -> str:
    """The text with every find in it masked."""
    for match in reversed(scan(text)):
        text = text[: match.start] + MASK + text[match.end :]
    return text


def masked_path(path: str) -> str:
    """A path with whatever in it could identify a person masked; the same for the same path, always."""
    for match in reversed(in_name(path)):
        path = path[: match.start] + MASK + path[match.end :]
    return path
