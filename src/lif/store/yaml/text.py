"""Decodes the bytes of a file to the text of a record: UTF-8 without invisible characters or merge conflicts."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from functools import lru_cache

from lif.diagnostics.codes import CONFLICT, EMPTY_FILE, INVISIBLE, NOT_UTF8, TOO_MUCH
from lif.diagnostics.location import Position
from lif.store.load.fault import Fault

SAVE_HINT = "Save the file as UTF-8 (in Notepad: Save as, Encoding: UTF-8)."
LARGEST = 256 * 1024
"""The most bytes a record may have."""

INVISIBLE_CHARACTER = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]|\r(?!\n)"
)
"""Control, direction and zero-width characters, and a carriage return without a line feed after it."""
_CONFLICT = re.compile(r"^(?:[ \t]*(?:<{7}|>{7}|\|{7})(?: .*)?|={7})\r?$", re.MULTILINE)
_CONFLICT_SIGNS = ("<<<<<<<", ">>>>>>>", "=======", "|||||||")
_ORDINARY = bytes(set(b"\t\n" + bytes(range(0x20, 0x7F))) - set(b"<>=|"))
"""The bytes of which almost all files consist; no sign of a merge conflict is among them."""

_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,60}", re.ASCII)


def position_at(text: str, index: int) -> Position:
    """The line and column of an index in a text."""
    line_start = text.rfind("\n", 0, index) + 1
    return Position(text.count("\n", 0, index) + 1, index - line_start + 1)


def too_large_fault() -> Fault:
    """The fault of a file that is larger than any record and so is not read."""
    says = f"the file has more than {LARGEST:,} bytes, and no record has"
    return Fault(TOO_MUCH, says, "Split it: one record tells one thing.", Position(1, 1))


def decode(data: bytes) -> tuple[str, tuple[Fault, ...]]:
    """The text of a file, without its byte order mark, and the faults of its characters."""
    if len(data) > LARGEST:
        return "", (too_large_fault(),)
    if b"\0" in data[:4]:
        return "", (Fault(NOT_UTF8, "the file is not saved as UTF-8, or is no text at all", SAVE_HINT, Position(1, 1)),)
    try:
        text = data.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        position = position_at(before, len(before))
        return "", (Fault(NOT_UTF8, "the file is not saved as UTF-8 from here on", SAVE_HINT, position),)
    if not text or text.isspace():
        return "", (Fault(EMPTY_FILE, "the file is empty", "Write the record, or delete the file.", Position(1, 1)),)
    unusual = data.translate(None, _ORDINARY).decode()
    return text, (*(_invisible(text) if INVISIBLE_CHARACTER.search(unusual) else ()), *_conflicts(text, unusual))


def without_invisible(text: str) -> str:
    """The text, of the same length, with each invisible character replaced, so that the rest can be read."""
    return INVISIBLE_CHARACTER.sub("\ufffd", text)


def _invisible(text: str) -> Iterator[Fault]:
    """The first invisible character of each line: a file from elsewhere may hold thousands."""
    hint = "Delete it. Such characters often come with text pasted from Word, a PDF or a web page."
    line, start = 1, 0
    while match := INVISIBLE_CHARACTER.search(text, start):
        line += text.count("\n", start, match.start())
        says = f"an invisible or control character stands here: {code_point(match[0])}"
        yield Fault(INVISIBLE, says, hint, Position(line, match.start() - text.rfind("\n", 0, match.start())))
        start = text.find("\n", match.end())
        if start < 0:
            return


def _conflicts(text: str, unusual: str) -> tuple[Fault, ...]:
    is_suspected = any([sign in unusual and sign in text for sign in _CONFLICT_SIGNS])  # noqa: C419 - faster for so few
    match = _CONFLICT.search(text) if is_suspected else None
    if not match:
        return ()
    hint = "Choose what is right between the marks, then delete the lines that begin with <<<<<<<, ======= and >>>>>>>."
    return (Fault(CONFLICT, "a merge conflict was left in the file", hint, position_at(text, match.start())),)


def code_point(character: str) -> str:
    """A character by its code point, so that it can be shown: U+200B."""
    return f"U+{ord(character):04X}"


@lru_cache(maxsize=1024)
def is_field_name(text: str) -> bool:
    """Whether the text is a plain word, as the names of fields are."""
    return _KEY.fullmatch(text) is not None
