"""Finds the field that holds a stretch of a record's file."""

from bisect import bisect_right
from collections.abc import Mapping

from lif.diagnostics.location import FieldPath
from lif.store.yaml.event_reader import Mark


class Fields:
    """The fields of a file by where they begin and end; fields lie beside each other or inside one another."""

    def __init__(self, marks_by_path: Mapping[FieldPath, Mark]) -> None:
        spans = sorted(((mark.start, -mark.end, len(path), path) for path, mark in marks_by_path.items()), key=_place)
        self._starts = [start for start, *_ in spans]
        self._spans = [(start, -minus_end, path) for start, minus_end, _, path in spans]
        self._around: list[int] = []
        inside: list[int] = []
        for number, (start, end, _) in enumerate(self._spans):
            while inside and self._spans[inside[-1]][1] < max(start, end):
                inside.pop()
            self._around.append(inside[-1] if inside else -1)
            inside.append(number)

    def at(self, start: int, end: int) -> FieldPath:
        """The path of the innermost field that holds the characters from `start` to `end`; empty for a comment."""
        number = bisect_right(self._starts, start) - 1
        while number >= 0 and self._spans[number][1] < end:
            number = self._around[number]
        return self._spans[number][2] if number >= 0 else ()


def _place(span: tuple[int, int, int, FieldPath]) -> tuple[int, int, int]:
    return span[:3]
