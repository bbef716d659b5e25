"""A file laid out as `lif fmt` lays it out, read line by line: several times as fast as by events.

What is taken here is a small part of what the reader takes, and means the same there. Whatever else stands in a file,
right or wrong, is left to the reader: nothing is refused here, and nothing is said.
"""

import re
from typing import Any

from lif.store.reader import MOST_EVENTS, Tree

_MOST_LINES = MOST_EVENTS // 6
"""No line makes more than five events."""
_FIRST = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=<~]"
_PLAIN = rf"{_FIRST}[^\n:#]*+(?:(?::(?=[^ \n])|(?<! )#)[^\n:#]*+)*+(?<! )"
"""Text without quotes on one line, in which neither a field nor a comment begins."""
_QUOTED = r"\"[^\"\\\n]*\"|'[^'\n]*'"
_ITEM = "[a-z0-9][a-z0-9/#-]*"
_INLINE = rf"\[(?:{_ITEM}(?:, {_ITEM})*)?\]"
_IN = r"\1  (?(2)  )"
"""A step in from the field; what stands behind a hyphen is a step in already."""
_LINE = re.compile(
    r"( {0,20}+)(?:(- )?+([A-Za-z_][A-Za-z0-9_-]{0,60}+):(?: |(?=\n))|- (?=\S))"
    rf"(?:({_PLAIN}|{_QUOTED}|{_INLINE})?\n|\|(-?)\n({_IN}\S[^\n]*\n(?:{_IN}[^\n]*\n|\n)*+))"
    r"| *#[^\n]*\n|\n|(.+)",
)
"""How far a line is stepped in, its hyphen, its field, and the value beside it or beneath it; or none of these."""
_MARKED = frozenset("\"'[")


def tidy(text: str) -> dict[str, Tree] | None:
    """The tree of a file's text; None where the text is laid out in any other way or has something wrong with it."""
    text = text.replace("\r\n", "\n")
    lines = _LINE.findall(text) if "\t" not in text and "\r" not in text else ()
    root: dict[str, Any] = {}
    at: dict[int, Any] = {0: root}
    here: Any
    column, awaiting = 0, ""
    for indent, hyphen, name, value, cut, block, other in lines if len(lines) < _MOST_LINES else ():
        if not (name or value or block or other):
            continue
        step = len(indent)
        if awaiting:
            if step != column + 2:
                return None
            at[step] = at[column][awaiting] = [] if hyphen or not name else {}
        elif step > column:
            return None
        here, column = at.get(step), step
        kind: Any = list if hyphen or not name else dict
        if type(here) is not kind:
            return None
        if hyphen:
            column += 2
            at[column] = {}
            here.append(at[column])
            here = at[column]
        if name and name in here:
            return None
        awaiting = "" if value or block else name
        taken = _joined(block, column + 2, cut) if block else _bare(value) if value[:1] in _MARKED else value
        if name:
            here[name] = taken
        else:
            here.append(taken)
    return None if awaiting else root or None


def _bare(value: str) -> Tree:
    """A value without its quotes or brackets."""
    inside = value[1:-1]
    if value[0] != "[":
        return inside
    return [*inside.split(", ")] if inside else []


def _joined(block: str, step: int, cut: str) -> str:
    """The text of several lines, stepped in; `cut` where it ends without a new line."""
    text = block[step:].replace("\n" + " " * step, "\n").rstrip("\n")
    return text if cut else text + "\n"
