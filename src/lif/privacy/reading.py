"""The text as a reader sees it: lines that are read together joined, doubled blanks made one, and where each stands.

A file is searched field by field: the name of a field with its value, however it is wrapped, or a comment, or a run of
paragraphs. No match reaches over the end of a field, so what a field holds is judged without the rest of the file.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from lif.privacy.normalise import INNER_BREAK, ODD_BLANK

_BLOCK_BEGINS = re.compile(r"[>|](?<=[:-][ ].)[0-9+-]{0,2}[ ]*(?:#[^\n]*)?\n")
"""The beginning of a value over several lines after `>` or `|`: its lines never hold another field."""
_TRAILING = re.compile(r"[ \t]+(?=\n)|\\(?=\n)")
_FIELD = r"[ \t]*(?:#[ \t]*)?(?:- +)*[\"']?[\w.-]{1,60}[\"']?:(?:[ \n]|$)"
_STARTS_FIELD = re.compile(_FIELD)
"""The beginning of a line that holds another field. What is read together never reaches over it."""
_NEXT_LINE = re.compile(rf"(?:[\n{INNER_BREAK}]\s*(?:[#>|*-]+[ \t]+)?|{ODD_BLANK})([A-Za-z]+)")
_LINE_END = re.compile(r"[A-Za-z]+(?=\\?$)")
_ANY_BREAK = re.compile(rf"(?:\n(?!{_FIELD})|{INNER_BREAK})[ \t]*(?:[#>|*-]+[ \t]+)?")
"""Every line break within a field, with the blanks and the sign of a comment or an item around it."""
_WRAP = re.compile(
    rf"(?:\n(?!{_FIELD}|[ \t]*(?:[|*]|- |[0-9]{{1,2}}\. |\n|$))|{INNER_BREAK}(?![ \t]*{INNER_BREAK}))[ "
    r"\t]*(?:[#>]+[ \t]+)?"
)
"""A line break after which the same sentence can go on: not before another paragraph, item or row."""
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
    end = start - 1
    deeper = " " * (indent + 1)
    while end < len(text):
        stop = text.find("\n", end + 1)
        line = text[end + 1 : stop if stop >= 0 else len(text)]
        if line.strip() and not line.startswith(deeper):
            return end
        if stop < 0:
            return len(text)
        end = stop
    return end


def field_around(marked: str, position: int) -> tuple[int, int]:
    """The start and the end of the field that holds a position."""
    start = marked.rfind("\n", 0, position) + 1
    while start and not _STARTS_FIELD.match(marked, start):
        start = marked.rfind("\n", 0, start - 1) + 1
    end = marked.find("\n", position)
    while end >= 0 and not _STARTS_FIELD.match(marked, end + 1):
        end = marked.find("\n", end + 1)
    return start, len(marked) if end < 0 else end


def all_fields(marked: str) -> Iterator[tuple[int, int]]:
    """The start and the end of every field."""
    start = 0
    while start <= len(marked):
        _, end = field_around(marked, start)
        yield start, end
        start = end + 1


def in_long_field(text: str, numbers: list[tuple[int, int]]) -> bool:
    """Whether one of the numbers at these positions stands in a field of more than one line, or of an odd blank."""
    if ODD_BLANK in text or INNER_BREAK in text:
        return bool(numbers)
    for position, _ in numbers:
        end = text.find("\n", position)
        start = text.rfind("\n", 0, position) + 1
        if (start and not _STARTS_FIELD.match(text, start)) or (end >= 0 and not _STARTS_FIELD.match(text, end + 1)):
            return True
    return False


def cut_words(text: str, sought: frozenset[str], endings: frozenset[str]) -> list[str]:
    """The words sought, in lower case, of which one half stands at the end of a line and the other in the next.

    `endings` holds every ending of a word sought, in lower case and in capitals.
    """
    if endings.isdisjoint(_NEXT_LINE.findall(text)):
        return []
    cut = []
    for match in _NEXT_LINE.finditer(text):
        if match[1] in endings:
            before = _LINE_END.search(text, max(0, match.start() - 20), match.start())
            if before and (word := f"{before[0]}{match[1]}".lower()) in sought:
                cut.append(word)
    return cut


def views(marked: str) -> Iterator[tuple[View, bool]]:
    """The ways to read a field that is suspect, and of each whether only hard identifiers count in it.

    As it is read; with every break between its paragraphs and items read as a blank; and with every break and odd
    blank closed.
    """
    is_one_line = "\n" not in marked.rstrip("\n") and INNER_BREAK not in marked
    whole = View(marked) if is_one_line else _replaced(View(marked), _TRAILING, "")
    yield _mapped(whole, (_WRAP, " "), (_GAP, " ")), False
    if not is_one_line:
        yield _mapped(whole, (_ANY_BREAK, " "), (_GAP, " ")), True
    if not is_one_line or ODD_BLANK in marked:
        yield _mapped(whole, (_ANY_BREAK, ""), (_ODD_BLANKS, "")), True


def _mapped(view: View, *steps: tuple[re.Pattern[str], str]) -> View:
    for pattern, replacement in steps:
        view = _replaced(view, pattern, replacement)
    return view._replace(text=view.text.replace(INNER_BREAK, "\n"))


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
