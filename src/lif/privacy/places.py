"""Find addresses and exact places, and schools or places named beside one child."""

import re

from lif.diagnostics.codes import PLACE, PLACE_BESIDE_AGE
from lif.privacy.clause import clause
from lif.privacy.dates import is_of_one_child
from lif.privacy.lazy_regex import LazyPattern
from lif.privacy.match import NormalisedMatch, NormalisedMatches
from lif.privacy.rule import cued
from lif.privacy.vocabulary import NOT_NAMES, SCHOOLS, STREETS

_WORDS = r"(?:[A-Z][a-z'.-]{1,20}(?: |-)){1,3}"
_NO_HOME = (
    r"\b(?! (?:Review|Report|Panel|Group|Team|Forum|Centre|Medical|Surgery|Practice|Health|School|Primary|Clinic|"
    r"Hospital|Church|"
    r"Library|Station|Children|Nursery|Family|Academy|Police|Fire|Day|Community|Town|Civic|Youth))"
)
_ADDRESS = LazyPattern(
    r"(?<![\w.,/£-])(?:(?:[Ff]lat|[Aa]partment|[Rr]oom|[Uu]nit) \d{1,4}[A-Za-z]?,? "
    r")?\d{1,4}[A-Za-z]?(?:[-/]\d{1,4})?,? "
    rf"(?P<name>(?:[A-Z][a-z'.]{{1,20}} ){{1,3}})(?P<street>{STREETS}){_NO_HOME}"
)
_UNIT = LazyPattern(
    r"(?<![A-Za-z])(?:[Ff]lat|[Aa]partment|[Aa]pt\.?|[Pp]lot|[Pp]itch|[Yy]ard|[Cc]aravan|[Bb]erth|[Mm]ooring|"
    r"[Cc]halet|[Bb]edsit|[Hh]ostel|[Ff]loor|"
    r"[Hh]ouse|[Nn]o\.?|[Nn]umber) ?\d{1,4}[A-Za-z]?,? (?:(?:at|in|on|of|above) )?(?:the )?"
    rf"(?:{_WORDS}){{1,2}}(?:{STREETS}|Farm|Site|Caravan|Park|Estate|Marina|Hostel|Yard|Holiday|Quay|Wharf|"
    rf"Buildings?|Block|Point|Croft|Fields?){_NO_HOME}"
)
_ABOVE = LazyPattern(
    r"(?<![A-Za-z])(?:flat|rooms?|lives?|lived|living|home|bedsit|upstairs)[^.;\n]{0,20} (?:above|over|behind|next "
    r"to) the [a-z' -]{2,30}? "
    rf"(?:on|at|in|of) (?:\d{{1,4}}[a-z]? )?{_WORDS}(?:{STREETS})\b"
)
_FLAT = LazyPattern(r"\b[Ff]lat \d{1,4}[A-Za-z]?,? (?:[A-Z][a-z']{1,20} ?){1,3}")
_COORDINATES = LazyPattern(r"(?<![\w.])-?\d{1,2}\.\d{3,8}°?(?: ?[NS])?[,;/ ]{1,3}-?\d{1,3}\.\d{3,8}")
_SCHOOL = LazyPattern(
    r"(?:Primary|Secondary|Infants?|Junior|High|Grammar|Nursery|Pre-school|Preschool|Special|"
    r"Prep|Academy|School|College|PRU)\b"
    r"(?: (?:School|Academy|College|Centre|Unit))?"
)
_SCHOOL_NAME = LazyPattern(
    r"(?<![A-Za-z])(?P<name>(?:(?:St\.?|[A-Z][A-Za-z'-]{1,20})(?: of| the| and| &)?,? ){1,6})(?:C ?of ?E |CofE )?$"
)
_AT_SCHOOL = LazyPattern(
    r"\b(?:attend(?:s|ed|ing)?|pupils? (?:at|of|in)|enrolled|on (?:the )?roll|goes to|went to|"
    r"excluded from|student at|started (?:at|in)|"
    r"moved to|taught at|place at|transferred to|year \d{1,2} (?:at|in))\b",
    re.IGNORECASE,
)
_NUMBER_WORD = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)"
)
_AGE = LazyPattern(
    rf"\b(?:\d{{1,2}}|{_NUMBER_WORD})[- ](?:years?|months?|weeks?|yrs?)[- ]olds?\b"
    rf"|\baged? (?:of )?(?:\d{{1,2}}|{_NUMBER_WORD})\b(?! ?(?:to|-|and) ?\d)|\b\d{{1,2}} ?y/?o\b"
    rf"|\b(?:boy|girl|child|baby|son|daughter|he|she) ?\(\d{{1,2}}\)|\b(?:he|she|boy|girl) (?:is|was) (?:\d{{1,2}}|"
    rf"{_NUMBER_WORD})\b(?! (?:when|of|per))"
    r"|\byear (?:[1-9]|1[0-3]) (?:pupil|child|boy|girl|student)\b|\bin year (?:[1-9]|1[0-3])\b",
    re.IGNORECASE,
)
AGES = cued("old olds aged age yo y")
CHILDREN = cued("boy girl he she")
NUMBER_WORDS = frozenset(re.findall(r"[a-z]+", _NUMBER_WORD))
"""In every age of one child stands one of the first, or one of the second and a number."""
_AGE_GROUP = LazyPattern(
    r"(?<![\d-])\d{1,2} ?(?:to|-|and|or) ?\d{1,2}(?![\d-])|\bolds\b|\bchildren aged|\bpeople aged|\baverage|"
    r"\bevery\b|\bunder\b|\bover\b",
    re.IGNORECASE,
)
_PLACE = LazyPattern(
    r"\b(?:from|lived? in|living in|lives in|resident in|who lived (?:in|on)|home in|moved to|"
    r"staying in|found in|near|on the|placed (?:at|in)|living at|lives at|goes to|went to|attends?|of|at|in year "
    r"\d{1,2} at|in) "
    r"(?P<place>(?:[Tt]he )?(?:St\.? )?[A-Z][a-z']{2,20}(?:(?: in)?[ -][A-Z][A-Za-z']{2,20}){0,3}(?: (?:ward|"
    r"estate|village|area|children's home))?)"
    r"|(?P<ward>\b[A-Z][a-z']{2,20}(?:[ -][A-Z][a-z']{2,20}){0,2} (?:[Ww]ard|[Ee]state|village|Nursery|Primary|"
    r"School|House|Academy|College))\b"
)


HOME_WORDS = frozenset(
    [
        *re.findall(r"[a-z]+", STREETS.lower()),
        *(
            "tower",
            "farm",
            "site",
            "caravan",
            "estate",
            "marina",
            "hostel",
            "yard",
            "holiday",
            "quay",
            "wharf",
            "building",
        ),
        *("buildings", "block", "point", "croft", "field", "fields"),
    ]
)
"""The words of which one ends every address."""


def addresses(text: str) -> NormalisedMatches:
    """Street addresses, and those of flats, plots and caravans."""
    for match in _ADDRESS.finditer(text):
        first = match["name"].split()[0].lower().rstrip(".'")
        is_court = match["street"] == "Court" and match["name"].split()[-1].lower() in NOT_NAMES
        if first not in NOT_NAMES - _BEGIN_STREETS and not is_court:
            yield NormalisedMatch(PLACE, "an address", *match.span())
    for match in _UNIT.finditer(text):
        yield NormalisedMatch(PLACE, "an address", *match.span())


_BEGIN_STREETS = {"north", "south", "east", "west", "high", "church", "court", "school", "mill", "upper", "lower"}


def homes(text: str) -> NormalisedMatches:
    """Flats by their number, and homes above a shop in a street."""
    for pattern in (_FLAT, _ABOVE):
        for match in pattern.finditer(text):
            yield NormalisedMatch(PLACE, "an address", *match.span())


def coordinates(text: str) -> NormalisedMatches:
    """Positions on the map."""
    for match in _COORDINATES.finditer(text):
        yield NormalisedMatch(PLACE, "a position on the map", *match.span())


SCHOOL_WORDS = frozenset(word.lower() for word in SCHOOLS) | {"infants", "preschool"}


def schools(text: str) -> NormalisedMatches:
    """Schools named in a sentence about one child."""
    for match in _SCHOOL.finditer(text):
        name = _SCHOOL_NAME.search(text[max(0, match.start() - 60) : match.start()])
        if name is None or not _is_a_place(name["name"]):
            continue
        start = match.start() - len(name[0])
        around = clause(text, start, match.end())
        if _AT_SCHOOL.search(around.before) or is_of_one_child(around.both) or _is_an_age(around.both):
            yield NormalisedMatch(PLACE_BESIDE_AGE, "a school beside a child", start, match.end())


def places_beside_ages(text: str) -> NormalisedMatches:
    """Small places named beside the age of one child."""
    for match in _AGE.finditer(text):
        around = clause(text, *match.span())
        before = around.before.rpartition("\n\n")[2]
        if _AGE_GROUP.search(f"{before[-25:]}{match[0]}{around.after[:10]}"):
            continue
        for words, offset in ((around.after, match.end()), (around.before, match.start() - len(around.before))):
            for place in _PLACE.finditer(words):
                name = place.lastgroup or "place"
                start, end = place.span(name)
                if _is_a_place(place[name]):
                    yield NormalisedMatch(PLACE_BESIDE_AGE, "a place beside an age", offset + start, offset + end)


def _is_an_age(words: str) -> bool:
    return _AGE.search(words) is not None and _AGE_GROUP.search(words) is None


def _is_a_place(name: str) -> bool:
    words = [word.lower().strip(".,'") for word in re.split(r"[ -]", name)]
    return not all(word in NOT_NAMES or word in {"", "&", "catholic", "ce", "rc"} for word in words)
