"""Any text to what in it could identify a person: one pure function, with a look first whether to search at all."""

import re
from collections.abc import Iterable

from lif.diagnostics.codes import HARD_CODES, NAME, TITLED_NAME
from lif.privacy import cues, dates, identifiers, names, places
from lif.privacy.lazy_regex import Late, either
from lif.privacy.match import Finds, Found, Match
from lif.privacy.normalise import Plain, plain
from lif.privacy.text_index import Look
from lif.privacy.vocabulary import MISSED, NOT_NAMES, SCHOOLS

_ENDING = re.compile(r"\.(?:ya?ml|pdf|docx?|xlsx?|txt|msg|csv|jpe?g|png)(?![A-Za-z0-9])")
_FILE = Late(r"(?<![\w-])[\w-]{5,80}\.[a-z]{3,4}(?![\w.])")
_IN_A_NAME = re.compile(
    r"[0-9](?:[ ._-]?[0-9]){4}|[0-9][A-Za-z]{2}(?![A-Za-z0-9])|[@A-Z]|(?<![A-Za-z])(?:m(?:rs?|s|iss)|dr)[-_ ]"
)
_OURS = re.compile(r"(?:[a-z]+/)*+(?:19|20)[0-9]{2}(?:-[a-z]++)+(?:(?<![lo])-[0-9]{1,5})?(?:-[0-9]{1,2})?(?:\.yaml)?")
_TELLING = frozenset(
    [
        *("mr", "mrs", "ms", "miss", "dr", "prof", "dot", "born", "court", "custody", "hospital", "inquest", "mrn"),
        *("notification", "pnc", "pncid", *identifiers.CASE_CUES),
    ]
)
"""Words after which a short number, or a word, is somebody's."""
_OF_AGE = ("-old", " aged")
_RARE = either(identifiers.GATE, identifiers.LABELLED_GATE, dates.AGE_GATE, *cues.RARE)
"""Numbers longer than a year, or with letters or words beside them that make them somebody's."""
_TITLED = Late(r"(?<![A-Za-z])(?:mr|mrs|ms|miss|dr|prof)[ .]{1,2}[a-z]{2,20}(?![a-z])", re.IGNORECASE)


def scan(text: str) -> tuple[Match, ...]:
    """Every find in a text, from its beginning on; the longer and harder one where two overlap."""
    read = plain(text)
    return _matches(text, (*_finds(read.text), *_filed(read.text)), read)


def in_name(path: str) -> tuple[Match, ...]:
    """Every find in the path of a file or an id, whose words are joined by hyphens and in small letters."""
    if _is_ours(path):
        return ()
    read = plain(path)
    if not _IN_A_NAME.search(read.text):
        return ()
    spaced = read.text.replace("-", " ").replace("_", " ")
    titled = (
        Found(TITLED_NAME, "a name after a title", *match.span())
        for match in _TITLED.finditer(spaced)
        if not _is_verb(*match[0].lower().split(maxsplit=1))
    )
    named = (one for one in _of_people(Look(read.text)) if one.code in {TITLED_NAME, NAME})
    return _matches(path, (*_hard(spaced), *_hard(spaced.upper()), *titled, *named), read)


def _is_verb(title: str, word: str) -> bool:
    """Whether `miss` says what is missed: `children-who-miss-education`."""
    return title == "miss" and (word in NOT_NAMES or word in MISSED)


def _hard(words: str) -> list[Found]:
    look = Look(words)
    is_rare = _is_rare(look)
    return [
        one
        for one in (*_of_numbers(look, is_rare=is_rare), *cues.beside_numbers(look, is_rare=is_rare))
        if one.code in HARD_CODES
    ]


def _is_ours(path: str) -> bool:
    """Whether a name is a year, words and a number, as the program makes them, and no word speaks of a case."""
    return _OURS.fullmatch(path) is not None and _TELLING.isdisjoint(path.split("-"))


def _filed(text: str) -> Finds:
    """What stands in the names of files that a text tells of."""
    for ending in _ENDING.finditer(text):
        token = _FILE.search(text, max(0, ending.start() - 80), ending.end())
        if token is not None:
            for one in in_name(token[0]):
                yield Found(one.code, one.kind, token.start() + one.start, token.start() + one.end)


def _finds(text: str) -> Finds:
    """Everything the patterns find; each family runs only where something in the text gives reason."""
    look = Look(text)
    is_rare = _is_rare(look)
    yield from _of_numbers(look, is_rare=is_rare)
    if look.has(_OF_AGE):
        yield from _of_ages(text)
    yield from _of_people(look)
    yield from cues.beside_numbers(look, is_rare=is_rare)


def _of_numbers(look: Look, *, is_rare: bool) -> Finds:
    """What has digits in it, and addresses of e-mail."""
    if look.rest:
        if is_rare:
            yield from _of_rare(look)
        if identifiers.CASE_GATE.search(look.rest):
            yield from identifiers.cases(look)
        if places.ADDRESS_GATE.search(look.rest):
            yield from places.addresses(look.text)
    if (look.others and dates.GATE.search(look.others)) or look.has(dates.FIELDS):
        yield from dates.dates(look)
    if "@" in look.text or ("dot" in look.lower and look.has(identifiers.DOTS)):
        yield from identifiers.emails(look.text)


def _is_rare(look: Look) -> bool:
    return bool(look.rest) and _RARE.search(look.rest) is not None


def _of_rare(look: Look) -> Finds:
    if identifiers.GATE.search(look.rest):
        yield from identifiers.numbers(look.text)
    if identifiers.LABELLED_GATE.search(look.rest) and look.has(identifiers.CUES):
        yield from identifiers.labelled(look.text)
    if dates.AGE_GATE.search(look.rest) and not look.has(_OF_AGE):
        yield from _of_ages(look.text)


def _of_ages(text: str) -> Finds:
    yield from dates.ages(text)
    yield from places.places_beside_ages(text)


def _of_people(look: Look) -> Finds:
    """What words with capitals give away that are no words of the field."""
    words = names.strangers(look.text)
    said = {word[0] for word in words}
    if not SCHOOLS.isdisjoint(said):
        yield from places.schools(look.text)
    if any(look.text.endswith(cues.BEFORE_NAMES, 0, word.start()) for word in words):
        yield from cues.beside_names(look)
    yield from names.names(look.text, words)
    if said and len(min(said, key=len)) <= len("JT"):
        yield from names.initials(look.text)


def _matches(text: str, found: Iterable[Found], read: Plain) -> tuple[Match, ...]:
    kept = _single(found, len(read.text) + 1) if found else ()
    line, line_start = 1, 0
    matches = []
    for one in kept:
        start, end = read.origin(one.start), read.origin(one.end)
        line += text.count("\n", line_start, start)
        line_start = text.rfind("\n", line_start, start) + 1 or line_start
        matches.append(Match(one.code, one.kind, line, start - line_start + 1, start, end, text[start:end]))
    return tuple(matches)


def _single(found: Iterable[Found], length: int) -> list[Found]:
    """Finds that do not overlap: codes in order of how sure they are, then the longer one."""
    taken = bytearray(length)
    kept = []
    for one in sorted(found, key=lambda one: (one.code.name, one.start - one.end)):
        if taken.find(1, one.start, one.end) < 0:
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)
