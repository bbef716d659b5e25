"""Patterns that are compiled when they are first tried: a clean workspace needs few, and to compile all takes long."""

import re
import sys
from collections.abc import Iterator
from functools import cached_property


class Late:
    """A pattern of `re`, to be used like a compiled one."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """Only kept; what is wrong with a pattern shows when it is first tried."""
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match anywhere between two places."""
        return self._compiled.search(text, start, end)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The match that begins at a place."""
        return self._compiled.match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match that is the whole text."""
        return self._compiled.fullmatch(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every match, from the first on."""
        return self._compiled.finditer(text)


def either(*patterns: Late) -> Late:
    """One pattern for several without flags: fast where all begin with the same class of characters."""
    return Late("|".join(one.pattern for one in patterns))
