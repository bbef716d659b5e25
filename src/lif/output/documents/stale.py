"""Compare a written document with the same document made from today's records."""

import re
from collections.abc import Iterator
from difflib import ndiff
from itertools import groupby

_IDENTITY = re.compile(r"\bcontent [0-9a-f]{16}\b")
_COMMAND = re.compile(r"`(lif [^`]+ --today (\d{4}-\d{2}-\d{2}))`")
_FOOTNOTE_MARK = re.compile(r"\[\^[\w-]+\]")
_MOST_SHOWN = 6


def is_generated(text: str) -> bool:
    """Whether a text is a document made from records: it names the content it was made from."""
    return _IDENTITY.search(text) is not None


def document_day(text: str) -> str | None:
    """The day (`--today`) that a document names; None where it names none."""
    match = _COMMAND.search(text)
    return match[2] if match else None


def document_command(text: str) -> str | None:
    """The command that a document names as its origin; None where it names none."""
    match = _COMMAND.search(text)
    return match[1] if match else None


def is_same_document(old: str, new: str) -> bool:
    """Whether both are the same but for the content id, which also changes with records the document does not use."""
    return without_content_id(old) == without_content_id(new)


def without_content_id(text: str) -> str:
    """A document's text without its content id."""
    return _IDENTITY.sub("", text)


def changed_lines(old: str, new: str) -> Iterator[str]:
    """Section by section, the lines that are gone (`-`) and that are new (`+`); the first few of each section."""
    changed = []
    heading = ""
    for line in ndiff(_comparable_lines(old), _comparable_lines(new), linejunk=None, charjunk=None):
        if line.startswith(("  #", "+ #")):
            heading = line[2:].lstrip("# ")
        if line[:2] in {"- ", "+ "} and line[2:].strip():
            changed.append((heading, line))
    for section, group in groupby(changed, key=lambda pair: pair[0]):
        lines = [line for _, line in group]
        yield section
        yield from (f"  {line}" for line in lines[:_MOST_SHOWN])
        if len(lines) > _MOST_SHOWN:
            yield f"  and {len(lines) - _MOST_SHOWN} more"


def _comparable_lines(text: str) -> list[str]:
    body = (line for line in _IDENTITY.sub("content …", text).splitlines() if not line.startswith("[^"))
    return [_FOOTNOTE_MARK.sub("", line) for line in body]
