"""Normalise a text to what the eye reads: full-width and other digits, look-alike letters, hidden characters."""

import unicodedata
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from lif.privacy.lazy_regex import LazyPattern

_UNUSUAL = LazyPattern(
    r"[^\x00-\x7f]|\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U000[0-9A-Fa-f]{5})|&#\d{2,6};|%[4-7][0-9A-F]"
)
"""A character outside ASCII, or one written as an escape of YAML, HTML or a web address."""
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad\ufe58\ufe63\uff0d", "-"),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4\u2039\u203a", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u00b7\u2022\u2024\u3002", "."),
        **dict.fromkeys("\u2044\u2215", "/"),
    }
)
_LOOK_ALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁһӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧοανρıɡ",  # noqa: RUF001 - letters that look like others are the point
    "ABESIJKMHOPCTYXaesijopcyxdhlABEZHIKMNOPTYXoavpig",
)
"""Cyrillic and Greek letters, and the Latin letters they look like."""


@lru_cache(maxsize=4096)
def _plain_character(odd: str) -> str:
    """One character, or its escape, as plain ASCII where it has such a form; hidden characters become empty."""
    character = _decoded(odd)
    translated = character.translate(_SIGNS)
    if translated.isascii():
        return translated
    if unicodedata.category(character) in {"Cf", "Cc", "Mn", "Me", "Cs"}:
        return ""
    if (digit := unicodedata.decimal(character, None)) is not None:
        return str(digit)
    parts = unicodedata.normalize("NFKD", character).translate(_SIGNS).translate(_LOOK_ALIKES)
    base_letters = "".join(part for part in parts if unicodedata.category(part) != "Mn")
    return " " if base_letters.isspace() else base_letters


def _decoded(odd: str) -> str:
    if len(odd) == 1:
        return odd
    if odd[0] == "&":
        return chr(int(odd[2:-1]))
    return chr(int(odd.lstrip("\\xuU%"), base=16))


class NormalisedText(NamedTuple):
    """The normalised text, and the map from its positions to those in the text as written."""

    text: str
    starts: tuple[int, ...] = (0,)
    origins: tuple[int, ...] = (0,)

    def origin(self, position: int) -> int:
        """The position in the text as written of the character at `position`."""
        index = bisect_right(self.starts, position) - 1
        return self.origins[index] + position - self.starts[index]


def normalise(text: str) -> NormalisedText:
    """Normalise the text in one pass."""
    if text.isascii() and "\\" not in text and "%" not in text and ("&" not in text or "&#" not in text):
        return NormalisedText(text)
    pieces: list[str] = []
    starts, origins = [0], [0]
    position = length = 0
    for odd in _UNUSUAL.finditer(text):
        pieces.append(text[position : odd.start()])
        length += odd.start() - position
        replacement = _plain_character(odd[0])
        position = odd.end()
        pieces.append(replacement)
        if len(replacement) != position - odd.start():
            for offset in range(len(replacement)):
                starts.append(length + offset)
                origins.append(odd.start())
            starts.append(length + len(replacement))
            origins.append(position)
        length += len(replacement)
    return NormalisedText("".join((*pieces, text[position:])), tuple(starts), tuple(origins))
