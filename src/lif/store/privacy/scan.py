"""Any text to what in it could identify a person: one pure function, with a look first whether to search at all."""

import re
from collections.abc import Iterator
from itertools import chain

from lif.diagnostics.codes import HARD_CODES, NAME, TITLED_NAME
from lif.store.privacy import dates, identifiers, names, places
from lif.store.privacy.cued import cued
from lif.store.privacy.match import Finds, Found, Match
from lif.store.privacy.normalise import Plain, plain

_INITIALS = re.compile(
    r"[A-Z](?:\. ?[A-Z]\.|(?<=[ (\"'\n][A-Z])[A-Z](?:,? (?:was|is|had|has|aged|disclosed|told|"
    r"said|who|live|attended|went)"
    r"|'s|[).\"']))"
)
_TAME = re.compile(r"[:/] ?(?:(?:19|20)[0-9]{2}(?:-[0-9]{2}){0,2}(?=\n|-[a-z])|[0-9]{1,3}(?=\n))")
"""Years, days and counts that are the whole value of a field, and years that ids begin with."""
_ENDING = re.compile(r"\.(?:ya?ml|pdf|docx?|xlsx?|txt|msg|csv|jpe?g|png)(?![A-Za-z0-9])")
_FILE = re.compile(r"(?<![\w-])[\w-]{5,80}\.[a-z]{3,4}(?![\w.])")
_DIGIT = re.compile("[0-9]")
_IN_A_NAME = re.compile(
    r"[0-9](?:[ ._-]?[0-9]){4}|[0-9][A-Za-z]{2}(?![A-Za-z0-9])|[@A-Z]|(?<![A-Za-z])(?:m(?:rs?|s|iss)|dr)[-_ ]"
)
_JOINED = re.compile("[-_]")
_TITLED = re.compile(r"(?<![A-Za-z])(?:mr|mrs|ms|miss|dr|prof)[ .]{1,2}[a-z]{2,20}(?![a-z])", re.IGNORECASE)


def scan(text: str) -> tuple[Match, ...]:
    """Every find in a text, from its beginning on; the longer and harder one where two overlap."""
    read = plain(text)
    return tuple(_matches(text, _single(chain(_finds(read.text), _filed(read.text)), len(read.text)), read))


def in_name(path: str) -> tuple[Match, ...]:
    """Every find in the path of a file or an id, whose words are joined by hyphens and in small letters."""
    if not _IN_A_NAME.search(path):
        return ()
    spaced = _JOINED.sub(" ", path)
    every = (*_finds(spaced), *_finds(spaced.upper()))
    hard = [one for one in every if one.code in HARD_CODES]
    titled = [Found(TITLED_NAME, "a name after a title", *match.span()) for match in _TITLED.finditer(spaced)]
    named = [one for one in _finds(path) if one.code in {TITLED_NAME, NAME}]
    found = _single(iter((*hard, *titled, *named)), len(path) + 1)
    return tuple(_matches(path, found, Plain(path)))


def _filed(text: str) -> Finds:
    """What stands in the names of files that a text tells of."""
    for ending in _ENDING.finditer(text):
        token = _FILE.search(text, max(0, ending.start() - 80), ending.end())
        if token is not None:
            for one in in_name(token[0]):
                yield Found(one.code, one.kind, token.start() + one.start, token.start() + one.end)


def _finds(text: str) -> Finds:
    """Everything the patterns find; each family runs only where something in the text gives reason."""
    lower = text.lower()
    rest = _TAME.sub("", text)
    has_digits = _DIGIT.search(rest) is not None
    if has_digits:
        yield from _numeric(text, rest, lower)
    if any(cue in lower for cue in dates.FIELDS) or (has_digits and dates.GATE.search(rest)):
        yield from dates.dates(text)
    if "@" in text or " dot " in lower or "dot]" in lower or "dot)" in lower or "dot}" in lower:
        yield from identifiers.emails(text)
    if "-old" in lower or " aged" in lower:
        yield from _of_ages(text)
    if any(word in text for word in places.SCHOOLS):
        yield from places.schools(text)
    yield from cued(text, lower, rest)
    yield from names.names(text)
    if _INITIALS.search(text):
        yield from names.initials(text)


def _numeric(text: str, rest: str, lower: str) -> Finds:
    """What has digits in it; `rest` is the text without the years and days that fields and ids are full of."""
    if identifiers.GATE.search(rest):
        yield from identifiers.numbers(text)
    if identifiers.LABELLED_GATE.search(rest) and any(cue in lower for cue in identifiers.CUES):
        yield from identifiers.labelled(text)
    if identifiers.CASE_GATE.search(rest):
        yield from identifiers.cases(text)
    if "-old" not in lower and " aged" not in lower and dates.AGE_GATE.search(rest):
        yield from _of_ages(text)
    if places.ADDRESS_GATE.search(rest):
        yield from places.addresses(text)


def _of_ages(text: str) -> Finds:
    yield from dates.ages(text)
    yield from places.places_beside_ages(text)


def _single(found: Finds, length: int) -> list[Found]:
    """Finds that do not overlap: codes in order of how sure they are, then the longer one."""
    taken = bytearray(length)
    kept = []
    for one in sorted(found, key=lambda one: (one.code.name, one.start - one.end)):
        if taken.find(1, one.start, one.end) < 0:
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def _matches(text: str, found: list[Found], read: Plain) -> Iterator[Match]:
    line, line_start = 1, 0
    for one in found:
        start, end = read.origin(one.start), read.origin(one.end)
        line += text.count("\n", line_start, start)
        line_start = text.rfind("\n", line_start, start) + 1 or line_start
        yield Match(one.code, one.kind, line, start - line_start + 1, start, end, text[start:end])
