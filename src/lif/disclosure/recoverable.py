"""Whether a hidden count follows from what is shown beside it, and which further counts to hide so that it does not.

A table with its totals is a circulation: each count flows from its row to its column, column totals flow on to the
grand total and from there back to the rows. What is shown is fixed, what is hidden may change as long as everything
adds up and stays 1 or more, for zeros are shown. How far a hidden count can move is then a question of paths, and the
answer is exact, also where rows and columns give it away only together (Cox 1980 hides along such cycles).
"""

import heapq
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import inf

FEWEST_OTHERS = 2
"""A hidden count must have at least this many other values that would fit, three in all."""


@dataclass(frozen=True, slots=True)
class Flow:
    """One count of the table: it flows from node to node; totals are hidden last, fixed counts are not in the table."""

    tail: int
    head: int
    count: int
    is_total: bool = False
    is_fixed: bool = False


_Path = list[tuple[int, int]]
"""The flows on the way, each with 1 where it grows and -1 where it shrinks."""


def protect(flows: Sequence[Flow], hidden: Collection[int]) -> set[int]:
    """The places to hide so that every one in `hidden` has two other values that would fit, where that can be had.

    For each in turn, from the smallest, the cheapest cycle is hidden along with it: few totals, then small counts.
    Everything hidden on a cycle can move as far as the count it was hidden for, so that one round is enough.
    """
    found = set(hidden)
    usable = {at for at, flow in enumerate(flows) if flow.count and not flow.is_fixed}
    for at in sorted(hidden, key=lambda one: (flows[one].count, one)):
        if not flows[at].is_fixed and others(flows, found, at) < FEWEST_OTHERS:
            free = _Free(flows, found, usable | found)
            found.update(one for one, _ in free.path(flows[at].head, flows[at].tail, FEWEST_OTHERS, but=at) or ())
    return found


def others(flows: Sequence[Flow], hidden: Collection[int], at: int) -> int:
    """How many values other than its own a hidden count could have, as far as can be told from the rest; 2 is many."""
    flow = flows[at]
    free = _Free(flows, set(hidden), hidden)
    more = free.room(flow.head, flow.tail, FEWEST_OTHERS, but=at)
    return more + free.room(flow.tail, flow.head, min(FEWEST_OTHERS - more, flow.count - 1), but=at)


class _Free:
    """The counts that may change, or be hidden so that they may, and by how much."""

    def __init__(self, flows: Sequence[Flow], hidden: set[int], usable: Iterable[int]) -> None:
        self._flows = flows
        self._hidden = hidden
        self._from: dict[int, list[tuple[int, int, int]]] = {}
        for at in sorted(usable):
            self._from.setdefault(flows[at].tail, []).append((at, 1, flows[at].head))
            self._from.setdefault(flows[at].head, []).append((at, -1, flows[at].tail))

    def room(self, start: int, goal: int, wanted: int, but: int) -> int:
        """How much more could flow from start to goal, up to what is wanted."""
        changes: Counter[int] = Counter()
        got = 0
        while got < wanted and (path := self.path(start, goal, 1, but, changes)):
            amount = min([wanted - got, *(self._room(at, way, changes) for at, way in path)])
            for at, way in path:
                changes[at] += way * int(amount)
            got += int(amount)
        return got

    def path(self, start: int, goal: int, least: int, but: int, changes: Counter[int] | None = None) -> _Path | None:
        """The cheapest way for `least` from start to goal, not through `but`; None where there is none."""
        moved = changes or Counter[int]()
        reached: dict[int, tuple[int, int, int]] = {}
        waiting = [((0, 0), start, (-1, 0, start))]
        while waiting:
            cost, here, came_by = heapq.heappop(waiting)
            if here in reached:
                continue
            reached[here] = came_by
            if here == goal:
                return list(_back(reached, start, goal))
            for at, way, there in self._from.get(here, ()):
                if at != but and there not in reached and self._room(at, way, moved) >= least:
                    heapq.heappush(waiting, (self._dearer(cost, at), there, (at, way, here)))
        return None

    def _room(self, at: int, way: int, moved: Counter[int]) -> float:
        return inf if way > 0 else self._flows[at].count + moved[at] - 1

    def _dearer(self, cost: tuple[int, int], at: int) -> tuple[int, int]:
        if at in self._hidden:
            return cost
        totals, counts = cost
        return (totals + self._flows[at].is_total, counts + self._flows[at].count)


def _back(reached: dict[int, tuple[int, int, int]], start: int, goal: int) -> Iterator[tuple[int, int]]:
    here = goal
    while here != start:
        at, way, here = reached[here]
        yield at, way
