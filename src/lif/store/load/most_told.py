"""How much is told of one file: a file with thousands of faults is not told fault by fault."""

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

MOST_TOLD = 100
"""Of each kind of fault in a file, so many are told one by one; the rest is counted."""
MORE_HINT = "Put right those that are told one by one, then check again."
T = TypeVar("T")


def first_of_each(found: Iterable[T], kind: Callable[[T], Hashable]) -> tuple[list[T], list[tuple[T, int]]]:
    """The first of each kind, in order; and where a kind has more, the first that is left out with how many."""
    counts: dict[Hashable, int] = {}
    told: list[T] = []
    left_out: dict[Hashable, T] = {}
    for one in found:
        its_kind = kind(one)
        count = counts[its_kind] = counts.get(its_kind, 0) + 1
        if count <= MOST_TOLD:
            told.append(one)
        else:
            left_out.setdefault(its_kind, one)
    return told, [(one, counts[its_kind] - MOST_TOLD) for its_kind, one in left_out.items()]


def more_message(count: int) -> str:
    """The message that stands for those that are left out."""
    return f"{count:,} more like this in this file {'is' if count == 1 else 'are'} not told one by one"
