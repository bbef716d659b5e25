"""Finds the comments of a YAML file and where they stand: its tree does not hold them, and none may be lost."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from lif.diagnostics.location import FieldPath
from lif.store.yaml.event_reader import Mark
from lif.store.yaml.parse import marks
from lif.store.yaml.text import decode

_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[^\r\n]*", re.MULTILINE)
_LOOSE = re.compile(r"^[ \t]*(#[^\r\n]*)?\r?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment, or an empty line where `text` is empty: its line and column, counted from 0."""

    line: int
    column: int
    text: str


@dataclass(frozen=True)
class Places:
    """The text of a file, and where its values and comments stand."""

    text: str
    marks: Mapping[FieldPath, Mark]

    @classmethod
    def of(cls, data: bytes) -> "Places":
        """Locate the values of a file that can be read."""
        return cls(decode(data)[0], marks(data))

    @cached_property
    def holders(self) -> frozenset[FieldPath]:
        """The paths of values that contain other values."""
        return frozenset(path[:-1] for path in self.marks)

    @cached_property
    def leaves(self) -> tuple[FieldPath, ...]:
        """The paths of values that contain no other values."""
        return tuple(path for path in self.marks if path not in self.holders)

    def is_inline(self, path: FieldPath) -> bool:
        """Whether the value is a list written in brackets."""
        mark = self.marks[path]
        return mark.style is None and self.text.startswith("[", mark.start)

    def end(self, path: FieldPath) -> int:
        """The index where the value ends, without what follows it; `|+` keeps the empty lines at its end."""
        inside = [leaf for leaf in self.leaves if leaf[: len(path)] == path and not self._is_between_brackets(leaf)]
        if not inside:
            return self.marks[path].end
        last = self.marks[max(inside, key=lambda leaf: self.marks[leaf].start)]
        if last.style not in {"|", ">"}:
            return last.end
        written = self.text[last.start : last.end]
        return last.end if "+" in written.partition("\n")[0].partition("#")[0] else last.start + len(written.rstrip())

    def _is_between_brackets(self, path: FieldPath) -> bool:
        return isinstance(path[-1], int) and self.is_inline(path[:-1])

    def _spans(self) -> list[tuple[int, int]]:
        """Start and end of each text: a number sign in it begins no comment, and an empty line belongs to it."""
        spans = []
        for path in self.leaves:
            mark = self.marks[path]
            is_block = mark.style in {"|", ">"}
            start = self.text.find("\n", mark.start) if is_block else mark.start
            spans.append((start, self.end(path) if is_block else mark.end))
        return sorted(spans)

    def _outside(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        """The matches of the pattern that do not begin inside a value."""
        spans = self._spans()
        starts = [start for start, _ in spans]
        matches = []
        for match in pattern.finditer(self.text):
            index = bisect_right(starts, match.start()) - 1
            if index < 0 or match.start() >= spans[index][1]:
                matches.append(match)
        return matches

    def loose(self) -> list[Comment]:
        """Comments on a line of their own, and empty lines, from the top down."""
        return [
            self._comment(match.start(1) if match[1] else match.start(), match[1] or "")
            for match in self._outside(_LOOSE)
            if match[1] or match.end() < len(self.text)
        ]

    def beside(self) -> list[Comment]:
        """Comments on the same line as a value."""
        return [
            self._comment(match.start(), match[0])
            for match in self._outside(_COMMENT)
            if self.text[self._line_start(match.start()) : match.start()].strip()
        ]

    def every(self) -> Counter[str]:
        """All comments, without trailing spaces, each with how often it occurs."""
        return Counter(match[0].rstrip() for match in self._outside(_COMMENT))

    def _line_start(self, index: int) -> int:
        return self.text.rfind("\n", 0, index) + 1

    def _comment(self, index: int, text: str) -> Comment:
        return Comment(self.text.count("\n", 0, index), index - self._line_start(index), text.rstrip())


def count_comments(data: bytes) -> Counter[str]:
    """All comments of a file, each with how often it occurs."""
    return Places.of(data).every()
