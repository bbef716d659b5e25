"""Matches of the privacy scan: what each looks like, where it stands, and its value, which is never shown."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lif.diagnostics.code import Code


class NormalisedMatch(NamedTuple):
    """A match in the normalised text: its code, what it is called, and its span in characters."""

    code: Code
    kind: str
    start: int
    end: int


NormalisedMatches = Iterator[NormalisedMatch]


@dataclass(frozen=True, slots=True)
class Match:
    """A match in the text as written; line and column count from 1, the span is in characters.

    The value is left out of the `repr`, so that no crash file or debugger prints it by accident.
    """

    code: Code
    kind: str
    line: int
    column: int
    start: int
    end: int
    value: str = field(repr=False)
