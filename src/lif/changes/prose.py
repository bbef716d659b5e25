"""Two versions of a text beside each other, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORD = re.compile(r"\s*\S+")
_AROUND = 4
"""So many unchanged words are kept on each side of a change."""
_BETWEEN = 3
"""Fewer unchanged words than this between two changes belong to the change."""
_MOST = 1_500
"""Texts of more words are not compared word by word."""


class Side(StrEnum):
    """Where a piece of text stands."""

    BOTH = "both"
    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that stayed, went or came."""

    side: Side
    text: str


def word_diff(before: str, after: str) -> tuple[Piece, ...]:
    """The runs of words, in order; long unchanged runs are cut down to the words around the changes."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    if max(len(old), len(new)) > _MOST:
        return (Piece(Side.OUT, f"{len(old)} words"), Piece(Side.IN, f"{len(new)} words"))
    return tuple(_pieces(old, new))


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    steps = _joined(SequenceMatcher(None, old, new, autojunk=False).get_opcodes())
    for index, (step, since, until, there_since, there_until) in enumerate(steps):
        if step == "equal":
            yield Piece(Side.BOTH, _shortened(old[since:until], is_first=index == 0, is_last=index == len(steps) - 1))
            continue
        if until > since:
            yield Piece(Side.OUT, "".join(old[since:until]).strip())
        if there_until > there_since:
            yield Piece(Side.IN, "".join(new[there_since:there_until]).strip())


_Step = tuple[str, int, int, int, int]


def _joined(steps: Sequence[_Step]) -> list[_Step]:
    """The steps with changes made one where hardly a word stands between them."""
    kept: list[_Step] = []
    for number, (step, *rest) in enumerate(steps):
        is_between = 0 < number < len(steps) - 1
        is_slight = step == "equal" and is_between and rest[1] - rest[0] < _BETWEEN
        if kept and kept[-1][0] != "equal" and (step != "equal" or is_slight):
            kept[-1] = ("replace", kept[-1][1], rest[1], kept[-1][3], rest[3])
        else:
            kept.append((step, rest[0], rest[1], rest[2], rest[3]))
    return kept


def _shortened(words: list[str], *, is_first: bool, is_last: bool) -> str:
    kept = [] if is_first else words[:_AROUND]
    end = [] if is_last else words[max(len(kept), len(words) - _AROUND) :]
    if len(kept) + len(end) == len(words):
        return "".join(words).strip()
    return " ".join(filter(None, ("".join(kept).strip(), "…", "".join(end).strip())))
