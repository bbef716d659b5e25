"""Find personal data by a word beside it, not by its form: mistyped labels, and the abbreviations officers use.

Each pattern is tried only where one of its words and one of its cues, both in lower case, stand in the text.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from lif.diagnostics.code import Code
from lif.diagnostics.codes import (
    BIRTH_OR_DEATH,
    CASE_NUMBER,
    INITIALS,
    NAME,
    NHS_NUMBER,
    PHONE,
    PLACE,
    PLACE_BESIDE_AGE,
    POSTCODE,
    TITLED_NAME,
)
from lif.privacy.dates import GATE
from lif.privacy.lazy_regex import LazyPattern
from lif.privacy.match import NormalisedMatch, NormalisedMatches
from lif.privacy.text_index import TextIndex
from lif.privacy.vocabulary import NOT_INITIALS, NOT_NAMES, RELATIONS

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_DAY = rf"""(?:\d{{1,2}}(?:st|nd|rd|th)?[ -](?:of[ ])?{_MONTH}(?:[ -](?:\d{{4}}|\d{{2}})(?!\d))?
    |\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}|(?:19|20)\d\d-\d\d-\d\d)"""
_CHILD = r"(?:child|baby|infant|boy|girl|toddler|twin|sibling|son|daughter|young[ ]person|teenager)"
_STREETS = "street|road|avenue|lane|close|drive|crescent|gardens|terrace|grove|mews|walk"
_NAME = r"[A-Z][a-z]{2,20}(?:[ -][A-Z][a-z]{2,20})?"


class CuedPattern(NamedTuple):
    """A pattern, and what must stand in the text before it is tried: one of its words, one of its cues, all its signs.

    Words and cues are in lower case.
    """

    words: frozenset[str]
    cues: tuple[str, ...]
    signs: tuple[LazyPattern, ...]
    code: Code
    kind: str
    pattern: LazyPattern


def _loose(pattern: str) -> LazyPattern:
    return LazyPattern(pattern, re.VERBOSE | re.IGNORECASE)


_LONG_NUMBER = LazyPattern(r"[0-9](?:[ .()_-]?[0-9Ol]){6}")
_TWO_CAPITALS = LazyPattern(r"[A-Z](?<![A-Za-z][A-Z])[A-Z](?![A-Za-z])")
_LIKE_A_POSTCODE = LazyPattern(
    r"[0-9](?:(?<=[A-Za-z][0-9Oo].)|(?<=[A-Za-z][0-9Oo] .)|(?<=[A-Za-z][0-9Oo][0-9A-Za-z].)"
    r"|(?<=[A-Za-z][0-9Oo][0-9A-Za-z] .))[A-Za-z]{2}(?![A-Za-z0-9])"
)
_LIKE_AN_ADDRESS = LazyPattern(
    r"[0-9](?<=[ :].)(?i:[0-9]{0,3}[a-d]?(?: ?- ?[0-9]{1,4})? (?:[a-z]{3,20} ){1,3}" + rf"(?:{_STREETS}))"
)
RARE = (_LONG_NUMBER, _LIKE_A_POSTCODE, _LIKE_AN_ADDRESS)
"""Signs of which one stands in every text with a match of `_OF_RARE_NUMBERS`."""
_OF_RARE_NUMBERS = (
    CuedPattern(
        frozenset(["nhs", "nhsnumber", "nhsnum", "nhsno", "nhsid"]),
        ("nhs",),
        (_LONG_NUMBER,),
        NHS_NUMBER,
        "an NHS number",
        _loose(r"""
            \bNHS(?:[ _-]?(?:number|num|no|id))?\b [^\n\d]{0,24}?
            (?P<value>(?<![A-Za-z0-9])[\dOl](?:[ .-]?[\dOl]){9})(?![A-Za-z0-9])"""),
    ),
    CuedPattern(
        frozenset(["mob", "mobile", "tel", "telephone", "phone", "contact", "ring", "call"]),
        ("mob", "tel", "phone", "contact", "ring", "call"),
        (_LONG_NUMBER, LazyPattern(r"[0-9](?:[ .()_-]?[0-9Oo]){8}")),
        PHONE,
        "a phone number",
        _loose(r"""
            \b(?:mob(?:ile)?|tel(?:ephone)?|phone|contact|ring|call)\b (?:[ ](?:number|no|on|her|him))?
            [ .:=_-]{0,4} (?P<value>(?:[0O](?=[127])|(?=7))[1-9O](?:[ .()_-]?[\dO]){8,9})(?![A-Za-z0-9])"""),
    ),
    CuedPattern(
        frozenset(["postcode", "post", "address", "lives", "lived"]),
        ("postcode", "post code", "address ", "address:", "lives at", "lived at"),
        (
            LazyPattern(r"[0-9][0-9A-Za-z]? ?[0-9][A-Za-z]{2}(?![A-Za-z0-9])"),
            _LIKE_A_POSTCODE,
        ),
        POSTCODE,
        "a full postcode",
        _loose(r"""
            \b(?:post[ ]?code|address|live[sd][ ]at)\b [^\n]{0,40}?
            \b(?P<value>[A-Z]{1,2}[\dO][\dOA-Z]?[ ]?\d[A-Z]{2})(?![A-Za-z0-9])"""),
    ),
    CuedPattern(
        frozenset(["visit", "visited", "address", "lives", "lived", "home"]),
        ("visit ", "visit to", "visited", "address ", "address:", "lives at", "lived at", "home at"),
        (_LIKE_AN_ADDRESS,),
        PLACE,
        "an address",
        _loose(rf"""
            \b(?:visit(?:ed)?(?:[ ](?:to|at))?|address(?:[ ]is)?|live[sd][ ]at|home[ ]at)[ :]{{1,3}}
            (?P<value>\d{{1,4}}[a-d]?(?:[ ]?-[ ]?\d{{1,4}})?[ ](?:[a-z]{{3,20}}[ ]){{1,3}}(?:{_STREETS}))\b"""),
    ),
)
_BORN_IN = CuedPattern(
    frozenset(["born"]),
    ("born in ",),
    (),
    BIRTH_OR_DEATH,
    "a date of birth or death",
    _loose(rf"\b{_CHILD}\b[^.\n]{{0,40}}\bborn[ ]in[ ](?P<value>{_MONTH}[ ](?:19|20)\d\d)\b"),
)
_OF_NUMBERS = (
    CuedPattern(
        frozenset(["dob", "b", "birth", "birthdate", "d", "edd", "dd", "delivery", "confinement"]),
        ("dob", "o b", "birth", "born", "edd"),
        (GATE,),
        BIRTH_OR_DEATH,
        "a date of birth or death",
        _loose(rf"""
            \b(?:d[ .]{{1,3}}o[ .]{{1,3}}b|birth[ ]?date|e\.?d\.?d|due[ ]date[ ]of[ ]birth
               |(?:expected|estimated)[ ]date[ ]of[ ](?:delivery|birth|confinement))\b
            (?:[ ](?:is|was|of))?[ .:=-]{{0,4}}(?P<value>{_DAY})
            |(?P<second>(?<![\w/.-]){_DAY})[ ]?[(,-]{{1,2}}[ ]?(?:dob|d\.o\.b|date[ ]of[ ]birth|birth[ ]?date)\b"""),
    ),
    CuedPattern(
        frozenset(["died", "dead", "death"]),
        ("died", "dead", "death of"),
        (GATE,),
        BIRTH_OR_DEATH,
        "a date of birth or death",
        _loose(rf"""
            \b{_CHILD}\b[^.\n]{{0,40}}\b(?:died|found[ ]dead)\b[^.\n\d]{{0,16}}(?P<value>{_DAY})
            |\bdeath[ ]of[ ](?:the|a|this)[ ]{_CHILD}[ ]on[ ](?P<second>{_DAY})"""),
    ),
    CuedPattern(
        frozenset(["mrn", "case", "pnc", "pncid", "custody", "hospital", "inquest", "notification", "court"]),
        ("mrn", "notification", "case_id", "case id", "court", "inquest", "pnc", "custody", "hospital n"),
        (LazyPattern(r"[0-9](?: ?[A-Za-z](?= ?[0-9])|[/-]?[0-9]){4}"),),
        CASE_NUMBER,
        "the number of a case",
        _loose(r"""
            \b(?:MRN|case[_ ]id|PNC(?:[ ]?id)?|custody(?:[ ]record)?|hospital|inquest
               |(?:serious[ ]incident[ ])?notification|(?:crown|family|county|youth)[ ]court)
            (?:[ ](?:number|num|no|ref|reference|case))?\b [ .:=#_-]{0,4}
            (?P<value>[A-Z]{0,3}[ /-]?\d(?!\d{3}(?![\w/-]))(?:[ ]?[A-Z](?=[ ]?\d)|[/-]?\d){4,18}[A-Z]?)
            (?![A-Za-z0-9-])"""),
    ),
    CuedPattern(
        frozenset(["school", "academy", "lives", "lived"]),
        ("school", "academy", "lives in", "lived in"),
        (LazyPattern(r"School ?[(,]|Academy ?[(,]|\([0-9]{1,2}\) live"),),
        PLACE_BESIDE_AGE,
        "a school or place beside an age",
        LazyPattern(
            r"""(?P<value>(?:[A-Z][a-z']{2,20}[ ]){1,3}(?:School|Academy))
              [ ]?[(,][ ]?(?:[Yy]ear[ ]\d{1,2}|Y\d{1,2}|aged[ ]\d{1,2})\b
            |\(\d{1,2}\)[ ]live[sd][ ]in[ ](?P<second>[A-Z][a-z]{2,20}(?:[ ][A-Z][a-z]{2,20}){0,2})""",
            re.VERBOSE,
        ),
    ),
)
BEFORE_NAMES = (
    *("mr ", "mrs ", "ms ", "artner ", "artner, ", "um (", "other (", "ad (", "ather (", "SW "),
    *("erson ", "hild ", "nfant ", "oy ", "irl ", "other of ", "ubject: "),
)
"""What stands before a word with a capital letter wherever `beside_names` has a match."""
_OF_NAMES = (
    CuedPattern(
        frozenset(["mr", "mrs", "ms"]),
        ("mr ", "mrs ", " ms "),
        (),
        TITLED_NAME,
        "a name after a title",
        LazyPattern(r"(?<![A-Za-z])(?P<value>m(?:r|rs|s)[ ][A-Z](?:[a-z]{2,20}|[A-Z]{2,20}))(?![A-Za-z])"),
    ),
    CuedPattern(
        frozenset(["partner", "mum", "mother", "dad", "father", "sw"]),
        ("partner ", "mum (", "mother (", "dad (", "father (", "sw "),
        (),
        NAME,
        "a name",
        LazyPattern(
            rf"""\b(?:[Hh]is|[Hh]er|[Tt]heir)[ ](?:ex-)?partner,?[ ](?P<value>{_NAME})(?![A-Za-z])
            |\b(?:[Mm]um|[Mm]other|[Dd]ad|[Ff]ather)[ ]\((?P<second>{_NAME})\)
            |(?<![A-Za-z])SW[ ](?P<third>[A-Z][a-z]{{2,20}}[ ][A-Z][a-z]{{2,20}})(?![A-Za-z])""",
            re.VERBOSE,
        ),
    ),
    CuedPattern(
        frozenset(["person", "child", "infant", "boy", "girl", "mother", "subject"]),
        ("person ", "child ", "infant ", "boy ", "girl ", "mother of ", "subject:"),
        (_TWO_CAPITALS,),
        INITIALS,
        "initials",
        LazyPattern(
            r"""\b(?:[Yy]oung[ ]person|[Cc]hild|[Ii]nfant|[Bb]oy|[Gg]irl|[Mm]other[ ]of|[Ss]ubject:)[ ]
            (?P<value>[A-Z]{2})(?=,[ ]child[ ]of|[ ](?:moved|not|said|was|is|had|has|told|disclosed|went)\b
              |[.]?$|[.]\s)""",
            re.VERBOSE | re.MULTILINE,
        ),
    ),
)


def beside_names(index: TextIndex) -> NormalisedMatches:
    """Names and initials recognised by a cue beside them."""
    return _matches_beside_cues(_OF_NAMES, index, index.words, index.text)


def beside_numbers(index: TextIndex, *, is_rare: bool) -> NormalisedMatches:
    """Numbers recognised by a cue beside them; long numbers, postcodes and addresses only where `is_rare`."""
    if is_rare:
        yield from _matches_beside_cues(_OF_RARE_NUMBERS, index, index.near_numbers, index.others)
    if "born in " in index.lower:
        yield from _matches(_BORN_IN, index.text)
    if index.others:
        yield from _matches_beside_cues(_OF_NUMBERS, index, index.near_numbers, index.others)


def _matches_beside_cues(
    patterns: Iterable[CuedPattern], index: TextIndex, words: frozenset[str], sign_text: str
) -> NormalisedMatches:
    for cued in patterns:
        if (
            not cued.words.isdisjoint(words)
            and index.has(cued.cues)
            and all(sign.search(sign_text) for sign in cued.signs)
        ):
            yield from _matches(cued, index.text)


def _matches(cued: CuedPattern, text: str) -> NormalisedMatches:
    for match in cued.pattern.finditer(text):
        group = match.lastgroup or "value"
        if not _is_harmless(cued.code, match[group]):
            yield NormalisedMatch(cued.code, cued.kind, *match.span(group))


def _is_harmless(code: Code, value: str) -> bool:
    """Whether the value is made of words of the field, is a date, or has too few digits."""
    if code in {NAME, TITLED_NAME}:
        return any(word in NOT_NAMES | RELATIONS for word in value.lower().split()[code is TITLED_NAME :])
    if code is INITIALS:
        return value.lower() in NOT_INITIALS
    if code is CASE_NUMBER:
        return re.fullmatch(r" ?(?:19|20)\d\d(?:[/-]\d{2}(?:\d{2})?|-\d\d-\d\d)?", value) is not None
    if code in {NHS_NUMBER, PHONE}:
        return sum(character.isdigit() for character in value) < len("070000")
    return False
