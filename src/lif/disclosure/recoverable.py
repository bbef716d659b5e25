"""Secondary suppression: whether a hidden count can be worked out from the shown ones, and which others to hide.

A table with its totals is a circulation: each count flows from its row to its column, column totals flow on to the
grand total and from there back to the rows. Shown counts are fixed. Hidden counts may change as long as everything
adds up and they stay 1 or more, since zeros are shown. How far a hidden count can move is then a question of paths.
The answer is exact, also where only rows and columns together reveal the count (Cox 1980 hides along such cycles).
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
    """One count of a table, as a flow from node to node; totals are hidden last, fixed counts are not in the table."""

    tail: int
    head: int
    count: int
    is_total: bool = False
    is_fixed: bool = False


_Path = list[tuple[int, int]]
"""The flows on a path, each with 1 where it grows and -1 where it shrinks."""


def protect(flows: Sequence[Flow], hidden: Collection[int]) -> set[int]:
    """The places to hide so that each one in `hidden` has two other possible values, where that can be achieved.

    For each in turn, from the smallest, the cheapest cycle is hidden too: few totals, then small counts. Every hidden
    count on a cycle can move as far as the count it was hidden for, so one round is enough.
    """
    to_hide = set(hidden)
    usable = {at for at, flow in enumerate(flows) if flow.count and not flow.is_fixed}
    for at in sorted(hidden, key=lambda place: (flows[place].count, place)):
        if not flows[at].is_fixed and count_other_values(flows, to_hide, at) < FEWEST_OTHERS:
            free = _FreeCounts(flows, to_hide, usable | to_hide)
            path = free.path(flows[at].head, flows[at].tail, FEWEST_OTHERS, but=at)
            to_hide.update(place for place, _ in path or ())
    return to_hide


def count_other_values(flows: Sequence[Flow], hidden: Collection[int], at: int) -> int:
    """How many other values a hidden count could have, given the shown counts; counted only up to 2."""
    flow = flows[at]
    free = _FreeCounts(flows, set(hidden), hidden)
    upwards = free.room(flow.head, flow.tail, FEWEST_OTHERS, but=at)
    return upwards + free.room(flow.tail, flow.head, min(FEWEST_OTHERS - upwards, flow.count - 1), but=at)


class _FreeCounts:
    """The counts that may change, or may be hidden so that they can change, and by how much."""

    def __init__(self, flows: Sequence[Flow], hidden: set[int], usable: Iterable[int]) -> None:
        self._flows = flows
        self._hidden = hidden
        self._from: dict[int, list[tuple[int, int, int]]] = {}
        for at in sorted(usable):
            self._from.setdefault(flows[at].tail, []).append((at, 1, flows[at].head))
            self._from.setdefault(flows[at].head, []).append((at, -1, flows[at].tail))

    def room(self, start: int, goal: int, wanted: int, but: int) -> int:
        """How much more could flow from start to goal without `but`, up to `wanted`."""
        changes: Counter[int] = Counter()
        total = 0
        while total < wanted and (path := self.path(start, goal, 1, but, changes)):
            amount = min([wanted - total, *(self._room(at, sign, changes) for at, sign in path)])
            for at, sign in path:
                changes[at] += sign * int(amount)
            total += int(amount)
        return total

    def path(self, start: int, goal: int, least: int, but: int, changes: Counter[int] | None = None) -> _Path | None:
        """The cheapest path with room for `least` from start to goal, not through `but`; None where there is none."""
        changed = changes or Counter[int]()
        reached: dict[int, tuple[int, int, int]] = {}
        queue = [((0, 0), start, (-1, 0, start))]
        while queue:
            cost, node, step = heapq.heappop(queue)
            if node in reached:
                continue
            reached[node] = step
            if node == goal:
                return list(_path_back(reached, start, goal))
            for at, sign, neighbour in self._from.get(node, ()):
                if at != but and neighbour not in reached and self._room(at, sign, changed) >= least:
                    heapq.heappush(queue, (self._cost_with(cost, at), neighbour, (at, sign, node)))
        return None

    def _room(self, at: int, sign: int, changes: Counter[int]) -> float:
        return inf if sign > 0 else self._flows[at].count + changes[at] - 1

    def _cost_with(self, cost: tuple[int, int], at: int) -> tuple[int, int]:
        if at in self._hidden:
            return cost
        totals, counts = cost
        return (totals + self._flows[at].is_total, counts + self._flows[at].count)


def _path_back(reached: dict[int, tuple[int, int, int]], start: int, goal: int) -> Iterator[tuple[int, int]]:
    node = goal
    while node != start:
        at, sign, node = reached[node]
        yield at, sign
