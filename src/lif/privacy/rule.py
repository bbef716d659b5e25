"""A search of the privacy scan: what it finds, and what must stand in a text that can hold a match."""

import re
from collections.abc import Callable
from typing import NamedTuple

from lif.diagnostics.code import Code
from lif.diagnostics.codes import HARD_CODES
from lif.privacy.lazy_regex import LazyPattern
from lif.privacy.match import NormalisedMatch, NormalisedMatches

NONE: frozenset[str] = frozenset()
NAME, CAPITAL = "?name", "?capital"
MAY_BE_A_NAME = frozenset({NAME, CAPITAL})
"""Stand for given names, titles and initials, and for other words with a capital letter, which are too many to list."""
IS_A_NAME = frozenset({NAME})


class Search(NamedTuple):
    """A function that searches a text; each of its matches holds one of `words` and one of `also`, where there are any.

    Both are runs of letters in lower case. A match has `digits` in a row, and a day of a month where `has_day`. It can
    be a hard identifier where `is_hard`.
    """

    run: Callable[[str], NormalisedMatches]
    words: frozenset[str] = NONE
    also: frozenset[str] = NONE
    digits: int = 0
    has_day: bool = False
    is_hard: bool = False


class Rule(NamedTuple):
    """A pattern, its code and what it calls its matches; what the pattern names in itself is the match."""

    code: Code
    kind: str
    pattern: LazyPattern
    words: frozenset[str] = NONE
    also: frozenset[str] = NONE
    digits: int = 0
    counts: Callable[[re.Match[str]], bool] | None = None

    def matches(self, text: str) -> NormalisedMatches:
        """Every match that counts on a second look."""
        for match in self.pattern.finditer(text):
            if self.counts is None or self.counts(match):
                yield NormalisedMatch(self.code, self.kind, *match.span(match.lastgroup or 0))

    @property
    def search(self) -> Search:
        """The rule as a search."""
        return Search(self.matches, self.words, self.also, self.digits, is_hard=self.code in HARD_CODES)


def cued(words: str) -> frozenset[str]:
    """The words of a rule from a text with blanks between them."""
    return frozenset(words.split())
