"""The text as a reader sees it: lines that are read together joined, doubled blanks made one, and where each stands.

A file is searched field by field: the name of a field with its value, however it is wrapped, or a comment, or a run of
paragraphs. No match reaches over the end of a field, so what a field holds is judged without the rest of the file.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from lif.privacy.normalise import INNER_BREAK, ODD_BLANK

_BLOCK = re.compile(
    r"^(?P<indent>[ ]*)(?:[^\n#]*:[ ]+|- +)[>|][0-9+-]{0,2}[ ]*(?:#[^\n]*)?"
    r"(?P<body>\n(?:(?P=indent)[ ]+[^\n]*\n|[ ]*\n)*(?:(?P=indent)[ ]+[^\n]+)?)",
    re.MULTILINE,
)
"""A value written over several lines after `>` or `|`: its lines never hold another field."""
_BLOCK_BEGINS = re.compile(r"[>|][0-9+-]{0,2}[ ]*(?:#[^\n]*)?\n")
_TRAILING = re.compile(r"[ \t]+(?=\n)|\\(?=\n)")
_FIELD = r"[ \t]*(?:#[ \t]*)?(?:- +)*[\"']?[\w.-]{1,60}[\"']?:(?:[ \n]|$)"
_FIELD_END = re.compile(rf"\n(?={_FIELD})")
"""The line break before another field. What is read together never reaches over it."""
_ANY_BREAK = re.compile(rf"(?:\n(?!{_FIELD})|{INNER_BREAK})[ \t]*(?:[#>|*-]+[ \t]+)?")
"""Every other line break, with the blanks and the sign of a comment or an item around it."""
_WRAP = re.compile(
    rf"(?:\n(?!{_FIELD}|[ \t]*(?:[|*]|- |[0-9]{{1,2}}\. |\n|$))|{INNER_BREAK}(?![ \t]*{INNER_BREAK}))[ \t]*(?:[#>]+[ \t]+)?"
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
    if _BLOCK_BEGINS.search(text) is None:
        return text
    return _BLOCK.sub(_with_inner_breaks, text)


def _with_inner_breaks(block: re.Match[str]) -> str:
    start = block.start("body") - block.start() + 1
    whole = block[0]
    end = len(whole) - whole.endswith("\n")
    return whole[:start] + whole[start:end].replace("\n", INNER_BREAK) + whole[end:]


def fields(marked: str) -> str:
    """The fields of a text, one a line, with every line break in them read as a blank."""
    text = _ANY_BREAK.sub(" ", _TRAILING.sub("", marked) if " \n" in marked or "\\\n" in marked else marked)
    return _GAP.sub(" ", text) if "  " in text or ODD_BLANK in text or "\t" in text else text


def closed(marked: str) -> str:
    """The fields of a text, one a line, without the line breaks in them: a word that was cut in two is whole."""
    return _ODD_BLANKS.sub("", _ANY_BREAK.sub("", _TRAILING.sub("", marked)))


def field_bounds(marked: str) -> list[int]:
    """Where each line of `fields` begins in the marked text, and where the last one ends."""
    return [0, *(match.end() for match in _FIELD_END.finditer(marked)), len(marked) + 1]


def views(marked: str) -> Iterator[tuple[View, bool]]:
    """The ways to read a field that is suspect, and of each whether only hard identifiers count in it.

    As it is read; line by line; and with every break and odd blank between words and items read as a blank, or closed.
    """
    is_one_line = "\n" not in marked.rstrip("\n") and INNER_BREAK not in marked
    yield _mapped(marked, (_TRAILING, ""), (_WRAP, " "), (_GAP, " ")), False
    if not is_one_line:
        yield _mapped(marked, (_GAP, " ")), False
        yield _mapped(marked, (_TRAILING, ""), (_ANY_BREAK, " "), (_GAP, " ")), True
    if not is_one_line or ODD_BLANK in marked:
        yield _mapped(marked, (_TRAILING, ""), (_ANY_BREAK, ""), (_ODD_BLANKS, "")), True


def _mapped(marked: str, *steps: tuple[re.Pattern[str], str]) -> View:
    view = View(marked)
    for pattern, replacement in steps:
        view = _replaced(view, pattern, replacement)
    return view._replace(text=view.text.replace(INNER_BREAK, "\n"))


def _replaced(view: View, pattern: re.Pattern[str], replacement: str) -> View:
    pieces: list[str] = []
    starts, origins = [0], [view.origin(0)]
    position = length = 0
    for match in pattern.finditer(view.text):
        kept = view.text[position : match.start()]
        length = _append(pieces, starts, origins, view, position, kept, length)
        pieces.append(replacement)
        if replacement:
            starts.append(length)
            origins.append(view.origin(match.start()))
            length += len(replacement)
        position = match.end()
    _append(pieces, starts, origins, view, position, view.text[position:], length)
    return View("".join(pieces), tuple(starts), tuple(origins))


def _append(
    pieces: list[str], starts: list[int], origins: list[int], view: View, position: int, kept: str, length: int
) -> int:
    """Add the text from `position` on to the pieces and its map to the lists; the new length."""
    pieces.append(kept)
    first, last = bisect_right(view.starts, position), bisect_right(view.starts, position + len(kept))
    starts.append(length)
    origins.append(view.origin(position))
    for index in range(first, last):
        starts.append(length + view.starts[index] - position)
        origins.append(view.origins[index])
    return length + len(kept)
