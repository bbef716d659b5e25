"""The text as a reader sees it: lines that are read together joined, doubled blanks made one, and where each stands.

A file is searched field by field: the name of a field with its value, however it is wrapped, or a comment, or a run of
paragraphs. No match reaches over the end of a field, so what a field holds is judged without the rest of the file.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import chain
from typing import NamedTuple

from lif.privacy.normalise import INNER_BREAK, ODD_BLANK

_BLOCK_BEGINS = re.compile(r"[>|](?<=[:-][ ].)[0-9+-]{0,2}[ ]*(?:#[^\n]*)?\n")
"""The beginning of a value over several lines after `>` or `|`: its lines never hold another field."""
_TRAILING = re.compile(r"[ \t]+(?=\n)|\\(?=\n)")
_FIELD = r"[ \t]*+(?:#[ \t]*+)?+(?:- +)*+[\"']?[\w.-]{1,60}+[\"']?:(?:[ \n]|$)"
_FIELD_ENDS = re.compile(rf"\n(?={_FIELD})")
"""The end of a field: the next line holds another. What is read together never reaches over it."""
_ANY_BREAK = re.compile(rf"(?:\n(?!{_FIELD})|{INNER_BREAK})[ \t]*(?:[#>|*-]+[ \t]+)?")
"""Every line break within a field, with the blanks and the sign of a comment or an item around it."""
_WRAP = re.compile(
    rf"(?:\n(?!{_FIELD}|[ \t]*(?:[|*]|- |[0-9]{{1,2}}\. |\n|$))|{INNER_BREAK}(?![ \t]*{INNER_BREAK}))[ "
    r"\t]*(?:[#>]+[ \t]+)?"
)
"""A line break after which the same sentence can go on: not before another paragraph, item or row."""
_COMMENT_BEGINS = re.compile(r"\n(?=[ \t]*#)")
"""A line break before a comment: a value may end there, whatever the comment begins with."""
_SIGN = r"[ \t]*+(?:[#>|*-]++[ \t]++)?+"
_CLOSED = rf"[ \t\\]*+(?:\n(?!{_FIELD})|[{INNER_BREAK}{ODD_BLANK}]){_SIGN}"
_PARTS = rf"(?:{_CLOSED})*+([A-Za-z]++)(?:(?:{_CLOSED})++([A-Za-z]++))*+"
_CUT = re.compile(rf"[\n{INNER_BREAK}{ODD_BLANK}](?<=[A-Za-z].)(?:(?<!\n)|(?!{_FIELD})){_SIGN}{_PARTS}", re.DOTALL)
"""What is closed between the parts of a word, and the parts behind the first; begins behind a letter, to end soon."""
_CUT_BEHIND_BLANKS = re.compile(rf"[ \t\\](?<=[A-Za-z].){_CLOSED}{_PARTS}", re.DOTALL)
_BLANKS_BEFORE_BREAKS = tuple(f"{blank}{end}" for blank in " \t\\" for end in f"\n{INNER_BREAK}{ODD_BLANK}")
_FIRST_PART = re.compile(r"[A-Za-z]+$")
_LONGEST_FIRST_PART = 24
_NOT_LETTERS = re.compile(r"[^A-Za-z]+")
_GAP = re.compile(rf"(?<=[^\s{ODD_BLANK}])[ \t{ODD_BLANK}]{{2,}}(?=\S)|{ODD_BLANK}|\t")
_ODD_BLANKS = re.compile(ODD_BLANK)


class View(NamedTuple):
    """A text made from another, and the map of its positions to those of the other."""

    text: str
    starts: tuple[int, ...] = (0,)
    origins: tuple[int, ...] = (0,)

    def origin(self, position: int) -> int:
        """The position in the other text of the character at `position`."""
        index = bisect_right(self.starts, position) - 1
        return self.origins[index] + position - self.starts[index]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A span of this text in the other; it ends behind its last character."""
        return self.origin(start), self.origin(end - 1) + 1


def mark_blocks(text: str) -> str:
    """The text with the line breaks inside values after `>` and `|` marked as such; all positions stay."""
    pieces: list[str] = []
    position = 0
    for begin in _BLOCK_BEGINS.finditer(text):
        if begin.start() < position:
            continue
        line = text.rfind("\n", 0, begin.start()) + 1
        indent = len(text[line : begin.start()]) - len(text[line : begin.start()].lstrip(" "))
        end = _end_of_block(text, begin.end(), indent)
        pieces += text[position : begin.end() - 1], text[begin.end() - 1 : end].replace("\n", INNER_BREAK)
        position = end
    return "".join((*pieces, text[position:])) if pieces else text


def _end_of_block(text: str, start: int, indent: int) -> int:
    """The end of the last line that is empty or further in than `indent`, without its line break."""
    lines = _lines_further_in(indent + 1).match(text, start)
    end = lines.end() if lines else start
    return end if end == len(text) else end - 1


@cache
def _lines_further_in(indent: int) -> re.Pattern[str]:
    """Lines that are empty or begin with so many blanks."""
    return re.compile(rf"(?:(?: {{{indent}}}[^\n]*|[^\S\n]*)(?:\n|\Z))*+")


class Fields:
    """The fields of a marked text, found when the first is asked for."""

    def __init__(self, marked: str) -> None:
        """Store the text."""
        self.marked = marked

    @cached_property
    def _ends(self) -> list[int]:
        """Where each field ends, but the last."""
        return [match.start() for match in _FIELD_ENDS.finditer(self.marked)]

    def around(self, position: int) -> tuple[int, int]:
        """The start and the end of the field that holds a position."""
        ends = self._ends
        index = bisect_left(ends, position)
        return ends[index - 1] + 1 if index else 0, ends[index] if index < len(ends) else len(self.marked)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        """The start and the end of each, in order."""
        return zip((0, *(end + 1 for end in self._ends)), (*self._ends, len(self.marked)), strict=True)


def cut_words(marked: str, sought: frozenset[str], endings: frozenset[str]) -> list[tuple[int, str]]:
    """The position and the lower case of each word sought that a line break or an odd blank cuts in two or more.

    `endings` holds every ending of a word sought, in lower case.
    """
    found: Iterable[re.Match[str]] = _CUT.finditer(marked)
    if any(pair in marked for pair in _BLANKS_BEFORE_BREAKS):
        found = chain(found, _CUT_BEHIND_BLANKS.finditer(marked))
    cut = []
    for match in found:
        if (match[2] or match[1]).lower() in endings:
            start = match.start()
            first = _FIRST_PART.search(marked, max(0, start - _LONGEST_FIRST_PART), start)
            word = f"{first[0] if first else ''}{_NOT_LETTERS.sub('', match[0])}".lower()
            if word in sought:
                cut.append((start, word))
    return cut


class Reading:
    """A marked field read in one way: parts of it replaced, one pattern after the other, when it is first asked."""

    def __init__(self, marked: str, *steps: tuple[re.Pattern[str], str], is_only_hard: bool) -> None:
        """Store how to read it, and whether only hard identifiers count in it."""
        self.is_only_hard = is_only_hard
        self._marked = marked
        self._steps = steps

    @cached_property
    def text(self) -> str:
        """What is read."""
        text = self._marked
        for pattern, replacement in self._steps:
            text = pattern.sub(replacement, text)
        return text.replace(INNER_BREAK, "\n")

    @cached_property
    def _view(self) -> View:
        view = View(self._marked)
        for pattern, replacement in self._steps:
            view = _replaced(view, pattern, replacement)
        return view

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A span of what is read in the marked field."""
        return self._view.span(start, end)


def readings(marked: str) -> Iterator[Reading]:
    """The ways to read a field that is suspect.

    As it is read; the same with no comment joined to what stands above it; with every break between its paragraphs and
    items read as a blank; and with every break and odd blank closed.
    """
    is_one_line = "\n" not in marked.rstrip("\n") and INNER_BREAK not in marked
    whole = () if is_one_line else ((_TRAILING, ""),)
    yield Reading(marked, *whole, (_WRAP, " "), (_GAP, " "), is_only_hard=False)
    if _COMMENT_BEGINS.search(marked):
        yield Reading(marked, *whole, (_COMMENT_BEGINS, "\n\n"), (_WRAP, " "), (_GAP, " "), is_only_hard=False)
    if not is_one_line:
        yield Reading(marked, *whole, (_ANY_BREAK, " "), (_GAP, " "), is_only_hard=True)
    if not is_one_line or ODD_BLANK in marked:
        yield Reading(marked, *whole, (_ANY_BREAK, ""), (_ODD_BLANKS, ""), is_only_hard=True)


def _replaced(view: View, pattern: re.Pattern[str], replacement: str) -> View:
    """The text with every match replaced; positions in it lead to where the other text has the same character."""
    if pattern.search(view.text) is None:
        return view
    pieces: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    position = length = 0

    def keep(end: int) -> None:
        """Add what stands between the last match and this one, and where each part of it comes from."""
        nonlocal length
        pieces.append(view.text[position:end])
        starts.append(length)
        origins.append(view.origin(position))
        for index in range(bisect_right(view.starts, position), bisect_right(view.starts, end)):
            starts.append(length + view.starts[index] - position)
            origins.append(view.origins[index])
        length += end - position

    for match in pattern.finditer(view.text):
        keep(match.start())
        if replacement:
            pieces.append(replacement)
            starts.append(length)
            origins.append(view.origin(match.start()))
            length += len(replacement)
        position = match.end()
    keep(len(view.text))
    return View("".join(pieces), tuple(starts), tuple(origins))
