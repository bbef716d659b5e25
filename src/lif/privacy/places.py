"""Find addresses and exact places, and schools or places named beside one child."""

import re

from lif.diagnostics.codes import PLACE, PLACE_BESIDE_AGE
from lif.privacy.clause import clause
from lif.privacy.dates import is_of_one_child
from lif.privacy.lazy_regex import LazyPattern
from lif.privacy.match import NormalisedMatch, NormalisedMatches
from lif.privacy.vocabulary import NOT_NAMES, STREETS

ADDRESS_GATE = LazyPattern(
    r"[0-9](?:[A-Za-z]?(?:/[0-9]{1,3})?,? "
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)[A-Z][a-z]"
    r"|\.[0-9]{3}|(?<=lat [0-9]))"
)
_ADDRESS = LazyPattern(
    r"(?<![\w.,/£-])(?:(?:[Ff]lat|[Aa]partment|[Rr]oom|[Uu]nit) \d{1,4}[A-Za-z]?,? "
    r")?\d{1,4}[A-Za-z]?(?:[-/]\d{1,4})?,? "
    rf"(?P<name>(?:[A-Z][a-z'.]{{1,20}} ){{1,3}})(?P<street>{STREETS})\b(?! (?:Review|Report|"
    r"Panel|Group|Team|Forum|Centre))"
)
_NUMBERED_STREET = LazyPattern(
    rf"[0-9][A-Za-z]?(?:[-/][0-9]{{1,4}})?,? (?:[A-Z][a-z'.]{{1,20}} ){{1,3}}(?:{STREETS})\b"
)
"""The part of an address from its number on: searched for first."""
_FLAT = LazyPattern(r"\b[Ff]lat \d{1,4}[A-Za-z]?,? (?:[A-Z][a-z']{1,20} ?){1,3}")
_COORDINATES = LazyPattern(r"(?<![\w.])-?\d{1,2}\.\d{3,8}°?(?: ?[NS])?[,;/ ]{1,3}-?\d{1,3}\.\d{3,8}")
_THREE_DECIMALS = LazyPattern(r"[0-9]\.[0-9]{3}")
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
_AGE = LazyPattern(
    r"\b(?:\d{1,2}|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
    r"fourteen|fifteen|sixteen|seventeen))"
    r"[- ](?:years?|months?|weeks?|yrs?)[- ]olds?\b|\baged? (?:of )?\d{1,2}\b(?! ?(?:to|-|"
    r"and) ?\d)|\b\d{1,2} ?y/?o\b",
    re.IGNORECASE,
)
_AGE_GROUP = LazyPattern(
    r"(?<![\d-])\d{1,2} ?(?:to|-|and|or) ?\d{1,2}(?![\d-])|\bolds\b|\bchildren aged|\bpeople aged|\baverage|"
    r"\bevery\b|\bunder\b|\bover\b",
    re.IGNORECASE,
)
_PLACE = LazyPattern(
    r"\b(?:from|lived? in|living in|lives in|resident in|who lived (?:in|on)|home in|moved to|"
    r"staying in|found in|near|on the) "
    r"(?P<place>(?:the )?[A-Z][a-z']{2,20}(?:[ -][A-Z][a-z']{2,20}){0,2}(?: (?:ward|estate|village|area))?)"
    r"|(?P<ward>\b[A-Z][a-z']{2,20}(?:[ -][A-Z][a-z']{2,20}){0,2} (?:[Ww]ard|[Ee]state|village))\b"
)
_SCHOOL_WORDS = ("School", "Academy", "College", "Primary", "Nursery", "Infant", "Junior", "Grammar", "PRU")


def addresses(text: str) -> NormalisedMatches:
    """Street addresses and map coordinates."""
    for match in _ADDRESS.finditer(text) if _NUMBERED_STREET.search(text) else ():
        first = match["name"].split()[0].lower().rstrip(".'")
        is_court = match["street"] == "Court" and match["name"].split()[-1].lower() in NOT_NAMES
        if (
            first
            not in NOT_NAMES
            - {"north", "south", "east", "west", "high", "church", "court", "school", "mill", "upper", "lower"}
            and not is_court
        ):
            yield NormalisedMatch(PLACE, "an address", *match.span())
    for match in _FLAT.finditer(text) if "lat " in text else ():
        yield NormalisedMatch(PLACE, "an address", *match.span())
    for match in _COORDINATES.finditer(text) if _THREE_DECIMALS.search(text) else ():
        yield NormalisedMatch(PLACE, "a position on the map", *match.span())


def schools(text: str) -> NormalisedMatches:
    """Schools named in a sentence about one child."""
    if not any(sign in text for sign in _SCHOOL_WORDS):
        return
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
        offset = match.end()
        for place in _PLACE.finditer(around.after):
            name = place.lastgroup or "place"
            if _is_a_place(place[name]):
                yield NormalisedMatch(
                    PLACE_BESIDE_AGE, "a place beside an age", offset + place.start(name), offset + place.end(name)
                )
        offset = match.start() - len(around.before)
        for place in _PLACE.finditer(around.before):
            name = place.lastgroup or "place"
            if _is_a_place(place[name]):
                yield NormalisedMatch(
                    PLACE_BESIDE_AGE, "a place beside an age", offset + place.start(name), offset + place.end(name)
                )


def _is_an_age(words: str) -> bool:
    return _AGE.search(words) is not None and _AGE_GROUP.search(words) is None


def _is_a_place(name: str) -> bool:
    words = [word.lower().strip(".,'") for word in re.split(r"[ -]", name)]
    return not all(word in NOT_NAMES or word in {"", "&", "catholic", "ce", "rc"} for word in words)
