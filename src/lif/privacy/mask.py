"""Mask personal data: replace every value found in a text or path by `[masked]`."""

import re
from collections.abc import Iterable

from lif.privacy.scan import scan, scan_path

MASK = "[masked]"
_SHORTEST = 2


def mask_values(text: str, values: Iterable[str]) -> str:
    """The text with these values masked, however they are spaced, and with every other match of the scan masked too."""
    spellings = {spelling for value in values for spelling in _spellings(value) if len(spelling) >= _SHORTEST}
    if spellings:
        longest_first = sorted(spellings, key=len, reverse=True)
        text = re.sub(
            "|".join(rf"(?<!\w){re.escape(spelling)}(?!\w)" for spelling in longest_first),
            MASK,
            text,
            flags=re.IGNORECASE,
        )
    return mask_matches(text)


def _spellings(value: str) -> tuple[str, ...]:
    """A value as written, on one line, joined by hyphens as in an id, and without spaces."""
    line = " ".join(value.split())
    return value, line, line.replace(" ", "-").replace("'", ""), line.replace(" ", "")


def mask_matches(text: str) -> str:
    """The text with every match of the scan masked."""
    for match in reversed(scan(text)):
        text = text[: match.start] + MASK + text[match.end :]
    return text


def mask_path(path: str) -> str:
    """A path with everything masked that could identify a person; the same path always gives the same result."""
    for match in reversed(scan_path(path)):
        path = path[: match.start] + MASK + path[match.end :]
    return path
