"""Regular expressions compiled on first use: a clean workspace needs few of them, and compiling all takes long."""

import re
import sys
from collections.abc import Iterator
from functools import cached_property


class LazyPattern:
    """A regular expression with the methods of a compiled one."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """Store the pattern; an error in it shows on first use."""
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match between two positions."""
        return self._compiled.search(text, start, end)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The match that begins at a position."""
        return self._compiled.match(text, start)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every match, in order."""
        return self._compiled.finditer(text)


def alternation(*patterns: LazyPattern) -> LazyPattern:
    """One pattern that matches any of several without flags: fast where all begin with the same class of characters."""
    return LazyPattern("|".join(pattern.pattern for pattern in patterns))
