"""Small numbers of children in the prose of a record: found in public documents, which are then refused."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lif.diagnostics.location import FieldPath, spelled
from lif.disclosure.published import is_published
from lif.disclosure.small_number_words import small_numbers
from lif.errors import LifError
from lif.model.parts.part import Part
from lif.model.parts.shape import shape_of
from lif.model.snapshot import Snapshot

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

    These are shares such as `3 of 7`, where the part, the rest or the total is 1 to 5 (methods, section 3), counts
    such as `three families`, and phrases such as `all but one child` (`small_number_words`). Left out are records that
    name a published source, and findings whose review or audit does, since their numbers are public already, and the
    partnership's own record, which counts no children.
    """
    if not small_numbers(document):
        return ()
    document_words = _words(document)
    return tuple(
        SmallNumber(entry.id, at, text[start:end])
        for entry in shown.entries.values()
        if entry.kind.folder and not is_published(shown, entry.id)
        for at, text in _texts(entry.record, ())
        for start, end in small_numbers(text).items()
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
