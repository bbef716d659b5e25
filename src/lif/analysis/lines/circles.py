"""Circles of citations: records or items that lead back to themselves."""

from collections.abc import Iterator, Mapping, Sequence

Links = Mapping[str, Sequence[str]]
"""What each id leads to."""


def circles(links: Links) -> tuple[tuple[str, ...], ...]:
    """One circle of each group of ids that lead to each other, from its first id in order of id; in order of id.

    Every link is followed twice at most, so that a chain of many records costs no more than its length (Tarjan, 1972,
    Depth-first search and linear graph algorithms).
    """
    found = (_circle(min(group), frozenset(group), links) for group in _groups(links))
    return tuple(sorted(path for path in found if path))


def _circle(start: str, group: frozenset[str], links: Links) -> tuple[str, ...]:
    """The shortest way from an id back to it, inside its group; empty where there is none."""
    before: dict[str, str] = {}
    reached = [start]
    for current in reached:
        for target in links.get(current, ()):
            if target == start:
                return tuple(reversed(tuple(_way_back(current, before))))
            if target in group and target not in before:
                before[target] = current
                reached.append(target)
    return ()


def _way_back(current: str, before: Mapping[str, str]) -> Iterator[str]:
    yield current
    while current in before:
        current = before[current]
        yield current


def _groups(links: Links) -> Iterator[list[str]]:
    """The strongly connected groups of the ids, without a call for each link, since a chain may be long."""
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    waiting: list[str] = []
    is_waiting: set[str] = set()
    for root in links:
        under_way = [] if root in number else [(root, iter(links[root]))]
        while under_way:
            current, targets = under_way[-1]
            if current not in number:
                number[current] = lowest[current] = len(number)
                waiting.append(current)
                is_waiting.add(current)
            for target in targets:
                if target not in number:
                    under_way.append((target, iter(links.get(target, ()))))
                    break
                if target in is_waiting:
                    lowest[current] = min(lowest[current], number[target])
            else:
                under_way.pop()
                if under_way:
                    above = under_way[-1][0]
                    lowest[above] = min(lowest[above], lowest[current])
                if lowest[current] == number[current]:
                    yield _taken_off(waiting, is_waiting, current)


def _taken_off(waiting: list[str], is_waiting: set[str], first: str) -> list[str]:
    """The ids from the end of the list back to this one, taken off it."""
    group: list[str] = []
    while not group or group[-1] != first:
        group.append(waiting.pop())
    is_waiting.difference_update(group)
    return group
