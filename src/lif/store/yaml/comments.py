"""The comments of a file, which no tree of its text holds: where they stand, and that none is ever lost."""

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
    """The text of a file with the places of its values and comments."""

    text: str
    marks: Mapping[FieldPath, Mark]

    @classmethod
    def of(cls, data: bytes) -> "Places":
        """The places of a file that can be read."""
        return cls(decode(data)[0], marks(data))

    @cached_property
    def holders(self) -> frozenset[FieldPath]:
        """The paths of values that hold further ones."""
        return frozenset(path[:-1] for path in self.marks)

    @cached_property
    def leaves(self) -> tuple[FieldPath, ...]:
        """The paths of values that hold no further ones."""
        return tuple(path for path in self.marks if path not in self.holders)

    def is_inline(self, path: FieldPath) -> bool:
        """Whether the value stands between brackets."""
        mark = self.marks[path]
        return mark.style is None and self.text.startswith("[", mark.start)

    def end(self, path: FieldPath) -> int:
        """Where the value ends, without what follows it; `|+` keeps the empty lines at its end."""
        inside = [one for one in self.leaves if one[: len(path)] == path and not self._is_between_brackets(one)]
        if not inside:
            return self.marks[path].end
        last = self.marks[max(inside, key=lambda one: self.marks[one].start)]
        if last.style not in {"|", ">"}:
            return last.end
        written = self.text[last.start : last.end]
        return last.end if "+" in written.partition("\n")[0].partition("#")[0] else last.start + len(written.rstrip())

    def _is_between_brackets(self, path: FieldPath) -> bool:
        return isinstance(path[-1], int) and self.is_inline(path[:-1])

    def _spans(self) -> list[tuple[int, int]]:
        """Where a number sign begins no comment, and an empty line belongs to a text."""
        spans = []
        for path in self.leaves:
            mark = self.marks[path]
            is_block = mark.style in {"|", ">"}
            start = self.text.find("\n", mark.start) if is_block else mark.start
            spans.append((start, self.end(path) if is_block else mark.end))
        return sorted(spans)

    def _outside(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        spans = self._spans()
        starts = [start for start, _ in spans]
        found = []
        for match in pattern.finditer(self.text):
            index = bisect_right(starts, match.start()) - 1
            if index < 0 or match.start() >= spans[index][1]:
                found.append(match)
        return found

    def loose(self) -> list[Comment]:
        """Comments that have a line to themselves, and empty lines, from the top down."""
        return [
            self._comment(match.start(1) if match[1] else match.start(), match[1] or "")
            for match in self._outside(_LOOSE)
            if match[1] or match.end() < len(self.text)
        ]

    def beside(self) -> list[Comment]:
        """Comments that share a line with a value."""
        return [
            self._comment(match.start(), match[0])
            for match in self._outside(_COMMENT)
            if self.text[self._line_start(match.start()) : match.start()].strip()
        ]

    def every(self) -> Counter[str]:
        """Every comment, without the blanks at its end, and how often it stands there."""
        return Counter(match[0].rstrip() for match in self._outside(_COMMENT))

    def _line_start(self, index: int) -> int:
        return self.text.rfind("\n", 0, index) + 1

    def _comment(self, index: int, text: str) -> Comment:
        return Comment(self.text.count("\n", 0, index), index - self._line_start(index), text.rstrip())


def every_comment(data: bytes) -> Counter[str]:
    """Every comment of a file, and how often it stands there."""
    return Places.of(data).every()
