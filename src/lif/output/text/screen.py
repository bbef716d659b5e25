"""Results for people who look at a terminal: as wide as the terminal, and in colour.

Colour only repeats what words say: who sees none misses nothing.
"""

import re
from collections.abc import Iterator
from textwrap import wrap
from typing import TextIO

from lif.output.text.terminal import WIDTH, cells_in

_GAP = re.compile(r"(?<=\S) {2,}(?=\S)(?!\[LIF)")
"""What parts the columns of a line; the code at the end of a message is no column."""
_STEP = 4
_WIDEST_HANG = 0.6
"""The part of the width up to which a line that is too long goes on under its last column."""
_NOTE = re.compile(r"^\[\^([^\]]+)\]: ", re.MULTILINE)
_NOTE_MARK = re.compile(r"\[\^([^\]]+)\]")
_STYLES = (
    (r"^[A-Z][A-Z ]{2,}[A-Z]\b", "bold"),
    (r"(?<=: )error(?=: )|\b[1-9][\d,]* errors?\b|\bOVERDUE\b|\b[1-9][\d,]* overdue\b", "bold red"),
    (r"(?<=: )warning(?=: )|\b[1-9][\d,]* warnings?\b|^Worth a look|\bnext 30 days\b", "bold yellow"),
    (r"(?<=: )note(?=: )|^Worth knowing", "cyan"),
    (r"\bclear\s+deterioration\b|^Where the line breaks$", "red"),
    (r"\bneeds?\s+to\s+improve\b|\bmay\s+be\s+chance\b|\bmay have come back\b", "yellow"),
    (r"\bworking\s+well\b|\bclear\s+improvement\b|\bin place$", "green"),
    (r"(?<=Proposal: )\w[\w ]*(?= - )", "bold"),
    (r"\[-.*?-\]", "red"),
    (r"\{\+.*?\+\}", "green"),
    (r"(?<![\w/])[a-z]+/[a-z0-9][\w-]*(?:#[\w-]+)?(?![\w/])|\bLIF\d{3}\b", "cyan"),
)
"""What is told apart by colour: severities, verdicts, headings in capitals, what was put in and taken out, and ids."""


def print_on_screen(text: str, stream: TextIO, *, in_colour: bool = True) -> None:
    """Print a result on a terminal. No line is wider than it, except for an id that alone is."""
    from rich.text import Text

    from lif.output.text.console import make_console

    console = make_console(stream, in_colour=in_colour)
    shown = Text(fitted(text, console.width), end="")
    for pattern, style in _STYLES:
        shown.highlight_regex(re.compile(pattern, re.MULTILINE), style)
    console.print(shown, soft_wrap=True)


def print_markdown(document: str, stream: TextIO, *, in_colour: bool = True) -> None:
    """Print a document in Markdown on a terminal: laid out, with its notes as a list at the end."""
    from rich.markdown import Markdown

    from lif.output.text.console import make_console

    console = make_console(stream, in_colour=in_colour)
    console.print(Markdown(_with_numbered_notes(document), hyperlinks=False), width=min(console.width, WIDTH))


def _with_numbered_notes(document: str) -> str:
    """The document with a number for each note, as `[3]` in the text, and a list of the notes where they stood."""
    numbers = {name: number for number, name in enumerate(_NOTE.findall(document), 1)}
    listed = _NOTE.sub(lambda note: f"- \\[{numbers[note[1]]}\\] ", document)
    return _NOTE_MARK.sub(lambda mark: f" \\[{numbers.get(mark[1], mark[1])}\\]", listed)


def fitted(text: str, width: int) -> str:
    """The text with each line that is too long wrapped: under its last column, or else a step further in."""
    return "".join(f"{part}\n" for line in text.splitlines() for part in _parts(line, width))


def _parts(line: str, width: int) -> Iterator[str]:
    if cells_in(line) <= width:
        yield line
        return
    indent = len(line) - len(line.lstrip())
    last = max((gap.end() for gap in _GAP.finditer(line)), default=0)
    if last <= width * _WIDEST_HANG:
        yield from _wrapped(line, width, "", last or indent + _STEP)
    else:
        yield from _wrapped(line[:last], width, "", indent + _STEP)
        yield from _wrapped(line[last:], width, " " * (indent + _STEP), indent + _STEP)


def _wrapped(text: str, width: int, first: str, hang: int) -> list[str]:
    return wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=" " * hang,
        break_long_words=False,
        break_on_hyphens=False,
    )
