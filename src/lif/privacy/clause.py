"""The clause around a match: the words before and after it in the same sentence or line."""

import re
from typing import NamedTuple

from lif.privacy.lazy_regex import LazyPattern

REACH = 110
_STARTS = LazyPattern(
    (
        r"(?:.*[^A-Za-z.][A-Za-z]{3,}[.!?]\s|.*;\s|.*\n[ \t]*(?:\n|- (?:[a-z_]{2,40}: )?|"
        r"[A-Za-z_]{2,40}:\s|# ))"
    ),
    re.DOTALL,
)
_ENDS = LazyPattern(r"[!?;](?=\s|$)|(?<=[a-z0-9)'\"]{2})\.(?=\s|$)|\n[ \t]*(?:\n|- |#|[A-Za-z_]{2,40}:(?:\s|$))")


class Clause(NamedTuple):
    """The text before and after a match, within its sentence."""

    before: str
    after: str

    @property
    def both(self) -> str:
        """The whole clause, with a gap in place of the match."""
        return f"{self.before} \N{LOWER ONE EIGHTH BLOCK} {self.after}"


def clause(text: str, start: int, end: int) -> Clause:
    """The clause around a span, at most 110 characters to each side."""
    before = text[max(0, start - REACH) : start]
    if cut := _STARTS.match(before):
        before = before[cut.end() :]
    after = text[end : end + REACH]
    if stop := _ENDS.search(after):
        after = after[: stop.start()]
    return Clause(before, after)
