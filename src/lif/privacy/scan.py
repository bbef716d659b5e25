"""Scan any text for what could identify a person: one pure function, with cheap checks before groups of patterns."""

import re
from collections.abc import Iterable

from lif.diagnostics.codes import HARD_CODES, NAME, TITLED_NAME
from lif.privacy import cues, dates, identifiers, names, places
from lif.privacy.lazy_regex import LazyPattern, alternation
from lif.privacy.match import Match, NormalisedMatch, NormalisedMatches
from lif.privacy.normalise import NormalisedText, normalise
from lif.privacy.text_index import TextIndex
from lif.privacy.vocabulary import MISSED, NOT_NAMES, SCHOOLS

_FILE_ENDING = re.compile(r"\.(?:ya?ml|pdf|docx?|xlsx?|txt|msg|csv|jpe?g|png)(?![A-Za-z0-9])")
_FILE_NAME = LazyPattern(r"(?<![\w-])[\w-]{5,80}\.[a-z]{3,4}(?![\w.])")
_SUSPECT_IN_NAME = re.compile(
    r"[0-9](?:[ ._-]?[0-9]){4}|[0-9][A-Za-z]{2}(?![A-Za-z0-9])|[@A-Z]|(?<![A-Za-z])(?:m(?:rs?|s|iss)|dr)[-_ ]"
)
_GENERATED_NAME = re.compile(
    r"(?:[a-z]+/)*+(?:19|20)[0-9]{2}(?:-[a-z]++)+(?:(?<![lo])-[0-9]{1,5})?(?:-[0-9]{1,2})?(?:\.yaml)?"
)
_CUE_WORDS = frozenset(
    [
        *("mr", "mrs", "ms", "miss", "dr", "prof", "dot", "born", "court", "custody", "hospital", "inquest", "mrn"),
        *("notification", "pnc", "pncid", *identifiers.CASE_CUES),
    ]
)
"""Words after which a short number or a word may identify a person."""
_AGE_CUES = ("-old", " aged")
_RARE_NUMBER = alternation(identifiers.GATE, identifiers.LABELLED_GATE, dates.AGE_GATE, *cues.RARE)
"""Numbers longer than a year, or with letters or words beside them that may make them a person's."""
_TITLED = LazyPattern(r"(?<![A-Za-z])(?:mr|mrs|ms|miss|dr|prof)[ .]{1,2}[a-z]{2,20}(?![a-z])", re.IGNORECASE)


def scan(text: str) -> tuple[Match, ...]:
    """Every match in a text, in order; where two overlap, the one with the surer code, then the longer one."""
    normalised = normalise(text)
    return _as_written(text, (*_matches_in_text(normalised.text), *_matches_in_file_names(normalised.text)), normalised)


def scan_path(path: str) -> tuple[Match, ...]:
    """Every match in the path of a file or an id, whose words are in lower case and joined by hyphens."""
    if _is_generated_name(path):
        return ()
    normalised = normalise(path)
    if not _SUSPECT_IN_NAME.search(normalised.text):
        return ()
    spaced = normalised.text.replace("-", " ").replace("_", " ")
    titled = (
        NormalisedMatch(TITLED_NAME, "a name after a title", *match.span())
        for match in _TITLED.finditer(spaced)
        if not _is_verb(*match[0].lower().split(maxsplit=1))
    )
    named = (match for match in _people_matches(TextIndex(normalised.text)) if match.code in {TITLED_NAME, NAME})
    return _as_written(path, (*_hard_matches(spaced), *_hard_matches(spaced.upper()), *titled, *named), normalised)


def _is_verb(title: str, word: str) -> bool:
    """Whether `miss` is the verb, as in `children-who-miss-education`, and not the title."""
    return title == "miss" and (word in NOT_NAMES or word in MISSED)


def _hard_matches(text: str) -> list[NormalisedMatch]:
    index = TextIndex(text)
    is_rare = _has_rare_number(index)
    return [
        match
        for match in (*_number_matches(index, is_rare=is_rare), *cues.beside_numbers(index, is_rare=is_rare))
        if match.code in HARD_CODES
    ]


def _is_generated_name(path: str) -> bool:
    """Whether a name is a year, words and a number, as the program generates them, and no word speaks of a case."""
    return _GENERATED_NAME.fullmatch(path) is not None and _CUE_WORDS.isdisjoint(path.split("-"))


def _matches_in_file_names(text: str) -> NormalisedMatches:
    """Matches in the file names that a text mentions."""
    for ending in _FILE_ENDING.finditer(text):
        token = _FILE_NAME.search(text, max(0, ending.start() - 80), ending.end())
        if token is not None:
            for match in scan_path(token[0]):
                yield NormalisedMatch(match.code, match.kind, token.start() + match.start, token.start() + match.end)


def _matches_in_text(text: str) -> NormalisedMatches:
    """All matches in the normalised text; each group of patterns runs only where a cheap check gives reason."""
    index = TextIndex(text)
    is_rare = _has_rare_number(index)
    yield from _number_matches(index, is_rare=is_rare)
    if index.has(_AGE_CUES):
        yield from _age_matches(text)
    yield from _people_matches(index)
    yield from cues.beside_numbers(index, is_rare=is_rare)


def _number_matches(index: TextIndex, *, is_rare: bool) -> NormalisedMatches:
    """Matches with digits in them, and e-mail addresses."""
    if index.rest:
        if is_rare:
            yield from _rare_number_matches(index)
        if identifiers.CASE_GATE.search(index.rest):
            yield from identifiers.case_numbers(index)
        if places.ADDRESS_GATE.search(index.rest):
            yield from places.addresses(index.text)
    if (index.others and dates.GATE.search(index.others)) or index.has(dates.FIELDS):
        yield from dates.dates(index)
    if "@" in index.text or ("dot" in index.lower and index.has(identifiers.DOTS)):
        yield from identifiers.emails(index.text)


def _has_rare_number(index: TextIndex) -> bool:
    return bool(index.rest) and _RARE_NUMBER.search(index.rest) is not None


def _rare_number_matches(index: TextIndex) -> NormalisedMatches:
    if identifiers.GATE.search(index.rest):
        yield from identifiers.numbers(index.text)
    if identifiers.LABELLED_GATE.search(index.rest) and index.has(identifiers.CUES):
        yield from identifiers.labelled_numbers(index.text)
    if dates.AGE_GATE.search(index.rest) and not index.has(_AGE_CUES):
        yield from _age_matches(index.text)


def _age_matches(text: str) -> NormalisedMatches:
    yield from dates.ages(text)
    yield from places.places_beside_ages(text)


def _people_matches(index: TextIndex) -> NormalisedMatches:
    """Names, initials and schools: matches around words with capital letters that are not words of the field."""
    candidates = names.name_candidates(index.text)
    spellings = {candidate[0] for candidate in candidates}
    if not SCHOOLS.isdisjoint(spellings):
        yield from places.schools(index.text)
    if any(index.text.endswith(cues.BEFORE_NAMES, 0, candidate.start()) for candidate in candidates):
        yield from cues.beside_names(index)
    yield from names.names(index.text, candidates)
    if spellings and len(min(spellings, key=len)) <= len("JT"):
        yield from names.initials(index.text)


def _as_written(text: str, found: Iterable[NormalisedMatch], normalised: NormalisedText) -> tuple[Match, ...]:
    selected = _without_overlaps(found, len(normalised.text) + 1) if found else ()
    line, line_start, counted = 1, 0, 0
    matches = []
    for match in selected:
        start, end = normalised.origin(match.start), normalised.origin(match.end)
        line += text.count("\n", counted, start)
        line_start = text.rfind("\n", counted, start) + 1 or line_start
        counted = start
        matches.append(Match(match.code, match.kind, line, start - line_start + 1, start, end, text[start:end]))
    return tuple(matches)


def _without_overlaps(found: Iterable[NormalisedMatch], length: int) -> list[NormalisedMatch]:
    """Matches that do not overlap: codes in order of how sure they are, then the longer match."""
    taken = bytearray(length)
    selected = []
    for match in sorted(found, key=lambda match: (match.code.name, match.start - match.end)):
        if taken.find(1, match.start, match.end) < 0:
            taken[match.start : match.end] = b"\1" * (match.end - match.start)
            selected.append(match)
    return sorted(selected, key=lambda match: match.start)
