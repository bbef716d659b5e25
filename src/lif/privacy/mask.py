"""Mask personal data: replace every value found in a text or path by `[masked]`."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from lif.diagnostics.codes import POSSIBLE_NAME
from lif.privacy.match import Match
from lif.privacy.scan import scan, scan_path

MASK = "[masked]"
_SHORTEST = 2
_QUOTED_NAME = re.compile(r"(?<=`)[^\s`]{3,200}(?=`)")
"""An id, a key or a field name as messages quote it: one word between back ticks."""
_NAME = re.compile(r"[^\s`\"',;]{3,200}")
"""An id, a key or a path among the words of a sentence."""
_WORD_START = re.compile(r"(?<!\w)\S")


class Values:
    """Values to mask, with their spellings by length, so that a text is searched once however many values there are."""

    def __init__(self, values: Iterable[str]) -> None:
        self._by_length: dict[int, set[str]] = {}
        for value in values:
            for spelling in _spellings(value):
                if len(spelling) >= _SHORTEST:
                    self._by_length.setdefault(len(spelling), set()).add(_lower(spelling))
        self._longest_first = sorted(self._by_length, reverse=True)

    def __bool__(self) -> bool:
        return bool(self._by_length)

    def masked(self, text: str) -> str:
        """The text with these values masked, however they are spaced; of two that overlap, the longer one."""
        if not self._by_length:
            return text
        lower, pieces, done = _lower(text), [], 0
        for start in _WORD_START.finditer(text):
            begin = start.start()
            end = self._end(lower, begin) if begin >= done else 0
            if end:
                pieces += [text[done:begin], MASK]
                done = end
        return "".join((*pieces, text[done:]))

    def _end(self, lower: str, begin: int) -> int:
        """The end of the longest value that begins here and ends with a word; 0 where none does."""
        for length in self._longest_first:
            end = begin + length
            if lower[begin:end] in self._by_length[length] and not _is_word(lower[end : end + 1]):
                return end
        return 0


def mask_values(text: str, values: Iterable[str]) -> str:
    """The text with these values masked, however they are spaced, and with every other match of the scan masked too."""
    return mask_matches(Values(values).masked(text))


def _lower(text: str) -> str:
    """The text in small letters, at the same length."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _is_word(character: str) -> bool:
    return character == "_" or character.isalnum()


def _spellings(value: str) -> tuple[str, ...]:
    """A value as written, on one line, joined by hyphens as in an id, and without spaces."""
    line = " ".join(value.split())
    return value, line, line.replace(" ", "-").replace("'", ""), line.replace(" ", "")


def _none_allowed(_match: Match) -> bool:
    """Allow nothing."""
    return False


def mask_matches(text: str, is_allowed: Callable[[Match], bool] = _none_allowed) -> str:
    """The text with every match of the scan masked, but for names that the partnership has declared."""
    pieces, done = [], 0
    for match in scan(text):
        if is_allowed(match):
            continue
        pieces += [text[done : match.start], MASK]
        done = match.end
    return "".join((*pieces, text[done:]))


@lru_cache(maxsize=65_536)
def mask_path(path: str) -> str:
    """A path with everything masked that identifies a person; the same path always gives the same result.

    What only may be a name is left: a person must find the file to judge it, and a pseudonym is one too.
    """
    for match in reversed(scan_path(path)):
        if match.code is not POSSIBLE_NAME:
            path = path[: match.start] + MASK + path[match.end :]
    return path


def mask_quoted_names(text: str) -> str:
    """A message with every id, key and theme in it masked that it quotes and that could identify a person."""
    return _QUOTED_NAME.sub(lambda quoted: mask_path(quoted[0]), text) if "`" in text else text


def mask_names(text: str) -> str:
    """A sentence with every id, key and path in it masked that could identify a person, quoted or not."""
    return _NAME.sub(lambda name: mask_path(name[0]), text)
