"""A document as it was written beside the same document from today's records."""

import re
from collections.abc import Iterator
from difflib import ndiff
from itertools import groupby

_IDENTITY = re.compile(r"\bcontent [0-9a-f]{16}\b")
_ASKED = re.compile(r"`(lif [^`]+ --today (\d{4}-\d{2}-\d{2}))`")
_NOTES = re.compile(r"\[\^[\w-]+\]")
_SHOWN = 6


def is_ours(text: str) -> bool:
    """Whether a text is a document that was made from records: it names what it was made from."""
    return _IDENTITY.search(text) is not None


def day_of(text: str) -> str | None:
    """The day a document says it was made as of; None where it says none."""
    found = _ASKED.search(text)
    return found[2] if found else None


def asked_of(text: str) -> str | None:
    """The command that a document says it was made by; None where it says none."""
    found = _ASKED.search(text)
    return found[1] if found else None


def is_same(old: str, new: str) -> bool:
    """Whether both say the same: the content id alone changes with records that the document does not use."""
    return without_identity(old) == without_identity(new)


def without_identity(text: str) -> str:
    """A document's text without its content id."""
    return _IDENTITY.sub("", text)


def what_changed(old: str, new: str) -> Iterator[str]:
    """Section by section, the lines that are gone (`-`) and those that are new (`+`); the first few of each."""
    placed = []
    heading = ""
    for line in ndiff(_lines(old), _lines(new), linejunk=None, charjunk=None):
        if line.startswith(("  #", "+ #")):
            heading = line[2:].lstrip("# ")
        if line[:2] in {"- ", "+ "} and line[2:].strip():
            placed.append((heading, line))
    for section, found in groupby(placed, key=lambda one: one[0]):
        lines = [line for _, line in found]
        yield section
        yield from (f"  {line}" for line in lines[:_SHOWN])
        if len(lines) > _SHOWN:
            yield f"  and {len(lines) - _SHOWN} more"


def _lines(text: str) -> list[str]:
    said = (line for line in _IDENTITY.sub("content …", text).splitlines() if not line.startswith("[^"))
    return [_NOTES.sub("", line) for line in said]
