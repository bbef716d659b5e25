"""The paragraphs of a document that a person wrote: a Word file through pandoc, Markdown, or plain text."""

import re
import subprocess
import unicodedata
from collections.abc import Iterator

from lif.errors import LifError

ENDINGS = (".docx", ".md", ".txt")
"""The files that can be read, by the ending of their name."""
_TIMEOUT_SECONDS = 60
_LARGEST = 20 * 1024 * 1024
_PANDOC = ("--from=docx", "--to=plain", "--wrap=none", "--track-changes=accept", "--sandbox")
_LIST_ITEM = re.compile(r"(?:[-*•]|\d{1,3}[.)])\s+")
_HEADING = re.compile(r"#{1,6}\s+")


def paragraphs_of(name: str, data: bytes) -> tuple[str, ...]:
    """The paragraphs of a file, each on one line and otherwise as written; changes tracked in Word count as made.

    Items of a list are paragraphs too. Raises `LifError` for another kind of file, and for one without text.
    """
    ending = next((known for known in ENDINGS if name.lower().endswith(known)), "")
    if not ending:
        raise LifError(f"The text of {name} cannot be read.", f"It should end in one of: {', '.join(ENDINGS)}")
    if len(data) > _LARGEST:
        raise LifError(f"{name} is larger than {_LARGEST // 1024 // 1024} MB.", "Leave the pictures out of it.")
    text = _from_word(name, data) if ending == ".docx" else _from_text(name, data)
    paragraphs = tuple(_paragraphs(text, is_markdown=ending == ".md"))
    if not paragraphs:
        raise LifError(f"{name} holds no text.", "Look whether it is the right file.")
    return paragraphs


def _from_text(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise LifError(f"{name} is not UTF-8.", "Save it as UTF-8 text, or as a Word file.") from None


def _from_word(name: str, data: bytes) -> str:
    """The text of a Word file, without pictures; pandoc reads nothing else and fetches nothing."""
    try:
        from pypandoc import get_pandoc_path
    except ImportError:
        raise LifError(
            "Reading Word files needs a part of lif that is not installed.", "pip install pypandoc-binary"
        ) from None
    result = subprocess.run(  # noqa: S603 - the program of our own dependency, with a fixed list of arguments
        [str(get_pandoc_path()), *_PANDOC], input=data, capture_output=True, timeout=_TIMEOUT_SECONDS, check=False
    )
    if result.returncode:
        raise LifError(f"{name} cannot be read as a Word file.", "Open it in Word and save it as .docx again.")
    return result.stdout.decode("utf-8", errors="replace")


def _paragraphs(text: str, *, is_markdown: bool) -> Iterator[str]:
    """Split at empty lines, and before each item of a list; lines of one paragraph are joined."""
    lines: list[str] = []
    for raw in (*text.splitlines(), ""):
        line = _plain(raw)
        is_item = _LIST_ITEM.match(line) is not None
        if lines and (not line or is_item):
            yield " ".join(lines)
            lines = []
        if line:
            unmarked = _LIST_ITEM.sub("", line, count=1) if is_item and not line[0].isdigit() else line
            lines.append(_HEADING.sub("", unmarked) if is_markdown else unmarked)


def _plain(line: str) -> str:
    """The line without invisible characters, which Word leaves behind, and with single spaces."""
    kept = (" " if unicodedata.category(char) == "Zs" else char for char in line if unicodedata.category(char) != "Cf")
    return " ".join("".join(kept).split())
