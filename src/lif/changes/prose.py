"""A word-by-word diff of two versions of a text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORD = re.compile(r"\s*\S+")
_CONTEXT_WORDS = 4
"""How many unchanged words are kept on each side of a change."""
_FEWEST_BETWEEN = 3
"""Fewer unchanged words than this between two changes are joined to the change."""
_MOST_WORDS = 1_500
"""Texts of more words are not compared word by word."""


class Side(StrEnum):
    """The version that a piece of text is in: the old one (out), the new one (in) or both."""

    BOTH = "both"
    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that stayed, was removed or was added."""

    side: Side
    text: str


def word_diff(before: str, after: str) -> tuple[Piece, ...]:
    """The runs of words, in order; long unchanged runs are cut down to the words around the changes."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    if max(len(old), len(new)) > _MOST_WORDS:
        return (Piece(Side.OUT, f"{len(old)} words"), Piece(Side.IN, f"{len(new)} words"))
    return tuple(_pieces(old, new))


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    steps = _join_close_changes(SequenceMatcher(None, old, new, autojunk=False).get_opcodes())
    for index, (operation, old_start, old_end, new_start, new_end) in enumerate(steps):
        if operation == "equal":
            is_last = index == len(steps) - 1
            yield Piece(Side.BOTH, _shorten(old[old_start:old_end], is_first=index == 0, is_last=is_last))
            continue
        if old_end > old_start:
            yield Piece(Side.OUT, "".join(old[old_start:old_end]).strip())
        if new_end > new_start:
            yield Piece(Side.IN, "".join(new[new_start:new_end]).strip())


_Step = tuple[str, int, int, int, int]


def _join_close_changes(steps: Sequence[_Step]) -> list[_Step]:
    """The steps, with two changes joined where fewer than `_FEWEST_BETWEEN` words stand between them."""
    joined: list[_Step] = []
    for index, (operation, *bounds) in enumerate(steps):
        is_between = 0 < index < len(steps) - 1
        is_slight = operation == "equal" and is_between and bounds[1] - bounds[0] < _FEWEST_BETWEEN
        if joined and joined[-1][0] != "equal" and (operation != "equal" or is_slight):
            joined[-1] = ("replace", joined[-1][1], bounds[1], joined[-1][3], bounds[3])
        else:
            joined.append((operation, bounds[0], bounds[1], bounds[2], bounds[3]))
    return joined


def _shorten(words: list[str], *, is_first: bool, is_last: bool) -> str:
    start = [] if is_first else words[:_CONTEXT_WORDS]
    end = [] if is_last else words[max(len(start), len(words) - _CONTEXT_WORDS) :]
    if len(start) + len(end) == len(words):
        return "".join(words).strip()
    return " ".join(filter(None, ("".join(start).strip(), "…", "".join(end).strip())))
