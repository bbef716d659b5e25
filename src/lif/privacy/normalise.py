"""Normalise a text to what the eye reads: full-width and other digits, look-alike letters, hidden characters."""

import unicodedata
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from lif.privacy.lazy_regex import LazyPattern

ODD_BLANK = "\u00a0"
"""Stands in the normalised text for every blank that is no plain one: a no-break space, a thin one, an escaped one."""
INNER_BREAK = "\x1e"
"""Stands for a line break within a value, such as an escaped one; no text that is shown holds this character."""
_UNUSUAL = LazyPattern(
    r"[^\x00-\x7f]|\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U000[0-9A-Fa-f]{5}|[_NLPnrt])"
    r"|&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,20}[0-9]{0,2});"
    r"|%(?:[2-7][0-9A-Fa-f]|0[AaDd9]|[C-Fc-f][0-9A-Fa-f](?:%[89ABab][0-9A-Fa-f]){1,3})"
)
"""A character outside ASCII, or one written as an escape of YAML, HTML or a web address."""
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
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
def _plain_text(odd: str) -> str:
    """One character, or its escape, as plain ASCII where it has such a form; hidden characters become empty."""
    return "".join(_plain_character(character) for character in _decoded(odd))


def _plain_character(character: str) -> str:
    if character in "\n\r\x85\u2028\u2029":
        return INNER_BREAK
    if character != " " and (character.isspace() or unicodedata.category(character) == "Zs"):
        return ODD_BLANK
    translated = character.translate(_SIGNS)
    if translated.isascii() and translated.isprintable():
        return translated
    if unicodedata.category(character) in {"Cf", "Cc", "Mn", "Me", "Cs"}:
        return ""
    if (digit := unicodedata.decimal(character, None)) is not None:
        return str(digit)
    parts = unicodedata.normalize("NFKD", character).translate(_SIGNS).translate(_LOOK_ALIKES)
    base_letters = "".join(part for part in parts if unicodedata.category(part) != "Mn")
    return ODD_BLANK if base_letters.isspace() else base_letters


_SHORT_ESCAPES = {"_": ODD_BLANK, "N": "\n", "L": "\n", "P": "\n", "n": "\n", "r": "\n", "t": "\t"}


def _decoded(odd: str) -> str:
    """What an escape of YAML, HTML or a web address stands for."""
    if len(odd) == 1:
        return odd
    if odd[0] == "&":
        from html import unescape

        return unescape(odd)
    if odd[0] == "%":
        return bytes.fromhex(odd.replace("%", "")).decode("utf-8", "ignore")
    return _SHORT_ESCAPES.get(odd[1]) or chr(min(int(f"0x{odd[2:]}", base=0), 0x10FFFF))


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
    if text.isascii() and "\\" not in text and "%" not in text and "&" not in text:
        return NormalisedText(text)
    pieces: list[str] = []
    starts, origins = [0], [0]
    position = length = 0
    for odd in _UNUSUAL.finditer(text):
        pieces.append(text[position : odd.start()])
        length += odd.start() - position
        replacement = _plain_text(odd[0])
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
