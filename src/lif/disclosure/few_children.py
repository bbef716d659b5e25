"""Few children counted in the words of a record: no table can hide that, and nobody may publish it unseen."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lif.diagnostics.location import FieldPath, spelled
from lif.disclosure.small_counts import may_be_shown
from lif.errors import LifError
from lif.model.kinds.finding import Finding
from lif.model.parts.part import Part
from lif.model.parts.shape import shape_of
from lif.model.record import Record
from lif.model.snapshot import Entry, Snapshot

_PEOPLE = "(?:children|young people|babies|infants|boys|girls|siblings|families|cases)"
_SHARE = re.compile(r"\b(\d{1,4}) (?:of|out of) (?:the )?(\d{1,4})\b")
_SO_MANY = r"(?:[2-5]|two|three|four|five)"
_OF_SO_MANY = r"(?:[1-5]|one|two|three|four|five) (?:of|out of) (?:the )?\w+"
_COUNT = re.compile(rf"\b(?:{_SO_MANY}|{_OF_SO_MANY}) {_PEOPLE}\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_NO_COUNTS = {"target"}
"""What is hoped for counts nobody."""
_SHOWN = 5
_AROUND = 3
"""So many words on either side are enough to know a place in a document again."""


@dataclass(frozen=True, slots=True)
class Few:
    """A small number in the words of a record: where it stands, and what is said."""

    record: str
    at: FieldPath
    says: str


def few_in(document: str, shown: Snapshot) -> tuple[Few, ...]:
    """Every small number that the document has from the words of a record, in order of record.

    `3 of 7`, where those who are meant, the others or all of them are 1 to 5 (methods, section 3), and `three
    families`. A record that names a published source, or a finding whose review or audit does, says what everybody can
    read already; the partnership's own record counts no children.
    """
    if not _small(document):
        return ()
    said = _words(document)
    return tuple(
        Few(entry.id, at, text[start:end])
        for entry in shown.entries.values()
        if entry.kind.folder and not _is_published(entry, shown)
        for at, text in _texts(entry.record, ())
        for start, end in _small(text).items()
        if _around(text, start, end) in said
    )


def with_none_of_few(document: str, shown: Snapshot) -> str:
    """The text of a public document, unchanged; `LifError` with exit code 1 when it tells how few there were."""
    found = few_in(document, shown)
    if not found:
        return document
    told = "; ".join(f'`{spelled(one.at)}` of {one.record} says "{one.says}"' for one in found[:_SHOWN])
    more = f"; and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    raise LifError(
        f"A public document is not shown or written where its words tell of 1 to 5 children. {told}{more}.",
        "Neither those who are counted nor those who are left over may be so few. Say it in words (few, about half, "
        "most), mark the record `sharing: partnership`, or, where the number is public already, name the published "
        "source with its address in the record.",
        exit_code=1,
    )


def _small(text: str) -> Mapping[int, int]:
    """Where small numbers stand in a text: the beginning of each, and its end."""
    shares = (one for one in _SHARE.finditer(text) if _is_small(int(one[1]), int(one[2])))
    return {found.start(): found.end() for found in (*shares, *_COUNT.finditer(text))}


def _is_small(met: int, of: int) -> bool:
    return met <= of and not may_be_shown(met, of)


def _is_published(entry: Entry[Record], shown: Snapshot) -> bool:
    behind = shown.entries.get(entry.record.source) if isinstance(entry.record, Finding) else None
    sources = (*entry.record.sources, *(behind.record.sources if behind else ()))
    return any(source.address for source in sources)


def _texts(part: Part, at: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    """Every text in a record, however deep, with its place."""
    for name, field in shape_of(type(part)).items():
        value = getattr(part, name)
        for index, one in enumerate(value) if field.is_list else ((None, value),):
            here = (*at, name) if index is None else (*at, name, index)
            if isinstance(one, Part):
                yield from _texts(one, here)
            elif field.is_text and one and name not in _NO_COUNTS:
                yield here, one


def _around(text: str, start: int, end: int) -> str:
    """The number with a few words on either side, as the words of a document are compared."""
    before, within, after = (_WORD.findall(part.lower()) for part in (text[:start], text[start:end], text[end:]))
    return f" {' '.join((*before[-_AROUND:], *within, *after[:_AROUND]))} "


def _words(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.lower()))} "
