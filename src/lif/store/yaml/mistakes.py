"""Looks over the text of a file for the mistake people made, where the scanner only says where it gave up."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lif.diagnostics.location import Position

_NO_BREAK = re.compile(r"^\s*(?:- +)?[A-Za-z_-]+:?(?P<at>\u00a0)|^(?P<indent>[ \u00a0]*\u00a0)\S")
_NO_SPACE = re.compile(r"^ *(?:- +)?[a-z_]+(?P<at>:)(?![ /])\S")
_FIELD = re.compile(r"^(?P<indent> *)(?:- +)?[A-Za-z_][\w-]*:(?: |$)")
_FILLED = re.compile(r"^ *(?:- +)?[A-Za-z_][\w-]*: +(?![|>#])\S")
_CURLY = re.compile(r"^ *(?:- +)?[A-Za-z_]+: +(?P<at>[\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb])")
_QUOTED = re.compile(r"""^ *(?:- +)?(?:[A-Za-z_]+: +)?(?P<at>(?P<sign>["'])(?P<inside>.*)(?P=sign)) *$""")
_BLOCK = re.compile(r"^(?P<indent> *)(?:- +)?(?:[A-Za-z_]+: +)?[|>][-+0-9]*\s*$")


class Mistake(NamedTuple):
    """What is wrong, what to do, and where."""

    message: str
    hint: str
    position: Position


def likely_mistake(text: str, line: int) -> Mistake | None:
    """The mistake nearest before a line, counted from 1, at which the scanner gave up; None where none is known."""
    lines = text.splitlines()
    blocks = _block_lines(lines)
    for number in range(min(line, len(lines)), max(0, line - 3), -1):
        if number not in blocks and (found := _mistake_in(lines, number)):
            return found
    return _no_colon(lines, line, blocks)


def _block_lines(lines: list[str]) -> set[int]:
    """The numbers of the lines of text blocks, where everything may stand."""
    inside: set[int] = set()
    indent = -1
    for number, line in enumerate(lines, 1):
        depth = len(line) - len(line.lstrip(" "))
        if indent >= 0 and (not line.strip() or depth > indent):
            inside.add(number)
            continue
        begins = _BLOCK.match(line)
        indent = len(begins["indent"]) if begins else -1
    return inside


def _mistake_in(lines: list[str], number: int) -> Mistake | None:
    line = lines[number - 1]
    if found := _NO_BREAK.match(line):
        at = found.start("at") if found["at"] else line.index("\u00a0")
        says = "a space that must not break (U+00A0) stands here, as word processors write it"
        return Mistake(says, "Delete it and type a plain space.", Position(number, at + 1))
    if found := _NO_SPACE.match(line):
        hint = "Write `name: value`, with a space after the colon."
        return Mistake("no space follows the colon", hint, Position(number, found.start("at") + 2))
    if found := _CURLY.match(line):
        says = "the text begins with a curly quotation mark, which does not hold a text together"
        hint = 'Put straight quotes (") round the whole text; curly ones may stand inside.'
        return Mistake(says, hint, Position(number, found.start("at") + 1))
    if (found := _QUOTED.match(line)) and _ends_early(found["inside"], found["sign"]):
        other = "single (')" if found["sign"] == '"' else 'double (")'
        says = "quotes stand inside quotes of the same kind, so that the text ends too early"
        hint = f"Put {other} quotes round the whole text, or curly ones inside."
        return Mistake(says, hint, Position(number, found.start("at") + 1))
    return _stepped_in(lines, number)


def _ends_early(inside: str, sign: str) -> bool:
    """Whether the sign stands in the text as it is, and not doubled or after a backslash, as it may."""
    return sign in (re.sub(r"\\.", "", inside) if sign == '"' else inside.replace("''", ""))


def _stepped_in(lines: list[str], number: int) -> Mistake | None:
    """A field further in than the one before it, which has its value already."""
    found = _FIELD.match(lines[number - 1])
    before = next((line for line in reversed(lines[: number - 1]) if line.strip()), "")
    if not found or not _FILLED.match(before):
        return None
    depth = len(found["indent"])
    if depth <= len(before) - len(before.lstrip(" -")):
        return None
    says = "a field is stepped in further than the one before it, which has a value already"
    hint = (
        "Take away the spaces before its name, down to those of its neighbours. If it belongs to the text above, put "
        "the whole text in double quotes."
    )
    return Mistake(says, hint, Position(number, depth + 1))


def _no_colon(lines: list[str], line: int, blocks: set[int]) -> Mistake | None:
    """The last line up to that one which is neither a field, nor an item, nor further in than the line before it."""
    for number in _upwards(lines, line, blocks):
        text = lines[number - 1]
        if _FIELD.match(text) or text.lstrip().startswith(("- ", "#")):
            continue
        before = next((one for one in reversed(lines[: number - 1]) if one.strip()), "")
        if text.startswith(" ") and len(text) - len(text.lstrip()) > len(before) - len(before.lstrip()):
            return None
        says = "a field name without a colon stands here"
        hint = "Write `name: value`, with a colon and a space; put text of several lines under `name: |`, stepped in."
        return Mistake(says, hint, Position(number, len(text) - len(text.lstrip()) + 1))
    return None


def _upwards(lines: list[str], line: int, blocks: set[int]) -> Iterator[int]:
    return (
        number
        for number in range(min(line, len(lines)), max(0, line - 3), -1)
        if lines[number - 1].strip() and number not in blocks
    )


_CUT = re.compile(r"[ \t]+(#)[^\s#]")


def cut_texts(text: str, ends: Iterator[int]) -> Iterator[Position]:
    """Where a number sign cuts a text without quotes off; `ends` are the indexes at which such texts end."""
    for end in ends:
        if found := _CUT.match(text, end):
            index = found.start(1)
            start = text.rfind("\n", 0, index) + 1
            yield Position(text.count("\n", 0, index) + 1, index - start + 1)
