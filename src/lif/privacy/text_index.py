"""Index of a text for the privacy patterns: its lower case, its words, and the lines with suspect numbers."""

import re
from collections.abc import Iterable
from functools import cached_property

from lif.privacy.number_prefilter import number_lines

_NON_LETTERS_TO_SPACES = {code: " " for code in range(128) if not chr(code).isalpha()}
_NON_LETTERS = re.compile(r"[^a-z]+")


def words(lower: str) -> list[str]:
    """Every run of letters in a lower-case text."""
    return (lower.translate(_NON_LETTERS_TO_SPACES) if lower.isascii() else _NON_LETTERS.sub(" ", lower)).split()


class TextIndex:
    """A normalised text, and what all patterns need of it, computed once."""

    def __init__(self, text: str) -> None:
        """`others` holds the lines with numbers that may identify a person, `rest` the same without dates."""
        self.text = text
        self.lower = text.lower()
        self.others, self.rest = number_lines(text)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every run of letters, in lower case."""
        return frozenset(words(self.lower))

    @cached_property
    def near_numbers(self) -> frozenset[str]:
        """The words on the lines with numbers; one of them may say that a number is a person's."""
        return frozenset(words(self.others.lower()))

    def has(self, cues: Iterable[str]) -> bool:
        """Whether one of these cues, given in lower case, stands in the text in any case."""
        lower = self.lower
        for cue in cues:  # noqa: SIM110 - runs for every text, and is a third faster than `any`
            if cue in lower:
                return True
        return False
