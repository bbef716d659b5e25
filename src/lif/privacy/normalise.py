"""The text as the eye reads it: full-width and other digits, look-alike letters and hidden characters made plain."""

import unicodedata
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from lif.privacy.lazy_regex import Late

_ODD = Late(r"[^\x00-\x7f]|\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U000[0-9A-Fa-f]{5})|&#\d{2,6};|%[4-7][0-9A-F]")
"""A character outside ASCII, or one written by its number as YAML, HTML and addresses allow."""
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad\ufe58\ufe63\uff0d", "-"),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4\u2039\u203a", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u00b7\u2022\u2024\u3002", "."),
        **dict.fromkeys("\u2044\u2215", "/"),
    }
)
_ALIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁһӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧοανρıɡ",  # noqa: RUF001 - letters that look like others are the point
    "ABESIJKMHOPCTYXaesijopcyxdhlABEZHIKMNOPTYXoavpig",
)
"""Cyrillic and Greek letters, and the Latin ones they look like."""


@lru_cache(maxsize=4096)
def _plain(odd: str) -> str:
    """One character, or one written by its number, as plain ASCII where it has such a form; hidden ones vanish."""
    character = _written(odd)
    signed = character.translate(_SIGNS)
    if signed.isascii():
        return signed
    if unicodedata.category(character) in {"Cf", "Cc", "Mn", "Me", "Cs"}:
        return ""
    if (digit := unicodedata.decimal(character, None)) is not None:
        return str(digit)
    parts = unicodedata.normalize("NFKD", character).translate(_SIGNS).translate(_ALIKE)
    kept = "".join(part for part in parts if unicodedata.category(part) != "Mn")
    return " " if kept.isspace() else kept


def _written(odd: str) -> str:
    if len(odd) == 1:
        return odd
    if odd[0] == "&":
        return chr(int(odd[2:-1]))
    return chr(int(odd.lstrip("\\xuU%"), base=16))


class Plain(NamedTuple):
    """The plain text, and how its places lead back to those of the text as written."""

    text: str
    starts: tuple[int, ...] = (0,)
    origins: tuple[int, ...] = (0,)

    def origin(self, place: int) -> int:
        """Where in the text as written the character at `place` stands."""
        index = bisect_right(self.starts, place) - 1
        return self.origins[index] + place - self.starts[index]


def plain(text: str) -> Plain:
    """The text made plain, in one pass."""
    if text.isascii() and "\\" not in text and "%" not in text and ("&" not in text or "&#" not in text):
        return Plain(text)
    pieces: list[str] = []
    starts, origins = [0], [0]
    here = length = 0
    for odd in _ODD.finditer(text):
        pieces.append(text[here : odd.start()])
        length += odd.start() - here
        stands = _plain(odd[0])
        here = odd.end()
        pieces.append(stands)
        if len(stands) != here - odd.start():
            for offset in range(len(stands)):
                starts.append(length + offset)
                origins.append(odd.start())
            starts.append(length + len(stands))
            origins.append(here)
        length += len(stands)
    return Plain("".join((*pieces, text[here:])), tuple(starts), tuple(origins))
