"""Find what stands in the names of files, in ids and in keys, whose words are joined by hyphens and underscores."""

import re

from lif.diagnostics.codes import BIRTH_OR_DEATH, HARD_CODES, TITLED_NAME
from lif.privacy import dates, identifiers, labelled
from lif.privacy.lazy_regex import LazyPattern
from lif.privacy.match import NormalisedMatch, NormalisedMatches
from lif.privacy.rule import cued
from lif.privacy.vocabulary import MISSED, NOT_NAMES

CUES = cued("mr mrs ms miss dr prof")
_TITLED = LazyPattern(r"(?<![A-Za-z])(?:mr|mrs|ms|miss|dr|prof)[ .]{1,2}[a-z]{2,20}(?![a-z])", re.IGNORECASE)
_SLUG = LazyPattern(r"(?:(?<![\w./-])|(?<=-[./]))[\w/.]*[A-Za-z0-9][_-][\w./-]*\w")
_GENERATED = re.compile(
    r"(?:[a-z]+/)*+(?:19|20)[0-9]{2}(?:-[a-z]++)+(?:(?<![lo])-[0-9]{1,5})?(?:-[0-9]{1,2})?(?:\.yaml)?"
)
_SPEAKS_OF_A_CASE = cued(
    "mr mrs ms miss dr prof dot born dob died court custody hospital inquest mrn notification pnc pncid id no "
    "number num ref "
    "reference nr case client person record file system nhs upn passport"
)


def path_matches(path: str) -> NormalisedMatches:
    """Hard identifiers and titled names in a path, read with blanks in place of hyphens and underscores."""
    if _is_generated(path):
        return
    spaced = path.replace("-", " ").replace("_", " ").replace("/", "\n")
    for text in (spaced, spaced.upper()):
        yield from (match for match in _hard_matches(text) if match.code in HARD_CODES)
    for titled in _TITLED.finditer(spaced):
        title, word = titled[0].lower().split(maxsplit=1)
        if not (title == "miss" and (word in NOT_NAMES or word in MISSED)):
            yield NormalisedMatch(TITLED_NAME, "a name after a title", *titled.span())


def _hard_matches(text: str) -> NormalisedMatches:
    yield from identifiers.numbers(text)
    yield from identifiers.shorter_numbers(text)
    for rule in labelled.RULES:
        yield from rule.matches(text)
    for match in dates.labelled_dates(text):
        yield NormalisedMatch(BIRTH_OR_DEATH, match.kind, match.start, match.end)


def _is_generated(path: str) -> bool:
    """Whether a name is a year, words and a number, as the program generates them, and no word speaks of a case."""
    return _GENERATED.fullmatch(path) is not None and _SPEAKS_OF_A_CASE.isdisjoint(re.split(r"[-/.]", path))


def slugs(text: str) -> NormalisedMatches:
    """Matches in the names of files, the ids and the keys that a text mentions."""
    for slug in _SLUG.finditer(text):
        for match in path_matches(slug[0]) if re.search(r"[A-Za-z]", slug[0]) else ():
            yield match._replace(start=slug.start() + match.start, end=slug.start() + match.end)
