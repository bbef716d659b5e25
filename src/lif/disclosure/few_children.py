"""Small numbers of children in the prose of a record: found in public documents, which are then refused."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lif.diagnostics.location import FieldPath, spelled
from lif.disclosure.published import is_published
from lif.disclosure.small_counts import may_be_shown
from lif.errors import LifError
from lif.model.parts.part import Part
from lif.model.parts.shape import shape_of
from lif.model.snapshot import Snapshot

_PEOPLE = "(?:children|young people|babies|infants|boys|girls|siblings|families|cases)"
_SHARE = re.compile(r"\b(\d{1,4}) (?:of|out of) (?:the )?(\d{1,4})\b")
_SMALL_NUMBER = r"(?:[2-5]|two|three|four|five)"
_SMALL_PART = r"(?:[1-5]|one|two|three|four|five) (?:of|out of) (?:the )?\w+"
_COUNT = re.compile(rf"\b(?:{_SMALL_NUMBER}|{_SMALL_PART}) {_PEOPLE}\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_FIELDS_WITHOUT_COUNTS = {"target"}
"""Fields that count no children: a target is hoped for."""
_SHOWN = 5
_CONTEXT_WORDS = 3
"""The words on either side of a number that are enough to recognise its place in a document."""


@dataclass(frozen=True, slots=True)
class SmallNumber:
    """A small number in the prose of a record: the field, and the text."""

    record: str
    at: FieldPath
    says: str


def small_numbers_in(document: str, shown: Snapshot) -> tuple[SmallNumber, ...]:
    """Every small number in the document that comes from the prose of a record, in order of record.

    These are shares such as `3 of 7`, where the part, the rest or the total is 1 to 5 (methods, section 3), and counts
    such as `three families`. Left out are records that name a published source, and findings whose review or audit
    does, since their numbers are public already, and the partnership's own record, which counts no children.
    """
    if not _small(document):
        return ()
    document_words = _words(document)
    return tuple(
        SmallNumber(entry.id, at, text[start:end])
        for entry in shown.entries.values()
        if entry.kind.folder and not is_published(shown, entry.id)
        for at, text in _texts(entry.record, ())
        for start, end in _small(text).items()
        if _with_context(text, start, end) in document_words
    )


def refuse_small_numbers(document: str, shown: Snapshot) -> str:
    """The text of a public document, unchanged. Raises LifError with exit code 1 when it holds a small number."""
    few = small_numbers_in(document, shown)
    if not few:
        return document
    places = "; ".join(f'`{spelled(number.at)}` of {number.record} says "{number.says}"' for number in few[:_SHOWN])
    more = f"; and {len(few) - _SHOWN} more" if len(few) > _SHOWN else ""
    raise LifError(
        f"A public document is not shown or written where its words tell of 1 to 5 children. {places}{more}.",
        "Neither those who are counted nor those who are left over may be so few. Say it in words (few, about half, "
        "most), mark the record `sharing: partnership`, or, where the number is public already, name the published "
        "source with its address in the record.",
        exit_code=1,
    )


def _small(text: str) -> Mapping[int, int]:
    """The small numbers in a text: the start position of each, and its end."""
    shares = (match for match in _SHARE.finditer(text) if _is_small(int(match[1]), int(match[2])))
    return {match.start(): match.end() for match in (*shares, *_COUNT.finditer(text))}


def _is_small(met: int, of: int) -> bool:
    return met <= of and not may_be_shown(met, of)


def _texts(part: Part, at: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    """Every text in a record, in nested parts too, with its field path."""
    for name, field in shape_of(type(part)).items():
        value = getattr(part, name)
        for index, item in enumerate(value) if field.is_list else ((None, value),):
            path = (*at, name) if index is None else (*at, name, index)
            if isinstance(item, Part):
                yield from _texts(item, path)
            elif field.is_text and item and name not in _FIELDS_WITHOUT_COUNTS:
                yield path, item


def _with_context(text: str, start: int, end: int) -> str:
    """The number with a few words on either side, normalised as `_words` does."""
    before, within, after = (_WORD.findall(part.lower()) for part in (text[:start], text[start:end], text[end:]))
    return f" {' '.join((*before[-_CONTEXT_WORDS:], *within, *after[:_CONTEXT_WORDS]))} "


def _words(text: str) -> str:
    """The words of a text in lower case, with single spaces between and around them."""
    return f" {' '.join(_WORD.findall(text.lower()))} "
