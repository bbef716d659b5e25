"""Find numbers by a word beside them: of a case in any system, of a document or an account, and mistyped ones."""

import re

from lif.diagnostics.codes import (
    CASE_NUMBER,
    IDENTITY_NUMBER,
    INSURANCE_NUMBER,
    NHS_NUMBER,
    PHONE,
    POSTCODE,
    PUPIL_NUMBER,
)
from lif.privacy.clues import LONG
from lif.privacy.lazy_regex import LazyPattern
from lif.privacy.rule import Rule, cued
from lif.privacy.vocabulary import CASE_NOUNS, CASE_SYSTEMS, COUNTED_NOUNS, POSTCODE_AREAS

_FEWEST_DIGITS = 3
_FEWEST_WITHOUT_LABEL = 5
_MOST_OF_A_YEAR = 4
_GAP = r"[ \t.\-/#>]{0,8}"
_NUMBERED = r"(?:ids?|no|nos|number|numbers|num|nr|ref|refs|reference|urn|identifier|episode|#)"
_VALUE = (
    r"(?<![A-Za-z0-9])(?P<value>(?:[A-Z]{1,4}[ /-]?)?[0-9](?:[A-Z0-9]|[/-](?=[A-Z0-9])|[ "
    r"](?=[0-9]{3}(?![0-9-]))){0,18})"
    r"(?![A-Za-z0-9£%]|[.,][0-9])"
)
_YEARS = re.compile(
    r"(?:19|20)[0-9]{2}(?:[/-](?:[0-9]{2}|(?:19|20)[0-9]{2})|-[0-9]{2}-[0-9]{2})?|"
    r"[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}|.*[0-9](?:st|nd|rd|th|s|am|pm)$",
    re.IGNORECASE,
)
_PATTERN = re.IGNORECASE


def _digits(match: re.Match[str]) -> int:
    return sum(character.isdigit() for character in match["value"])


def _is_case_number(match: re.Match[str]) -> bool:
    """Whether the value has digits enough and is no year: fewer suffice where a word says that it is a number."""
    if _YEARS.fullmatch(re.sub(r"^[A-Z]{1,4}[ /-]?", "", match["value"], flags=re.IGNORECASE)):
        return False
    is_named = match["named"] is not None or "/" in match["value"]
    return _digits(match) >= (_FEWEST_DIGITS if is_named else _FEWEST_WITHOUT_LABEL)


def _is_document(match: re.Match[str]) -> bool:
    return _digits(match) >= _FEWEST_WITHOUT_LABEL and not _YEARS.fullmatch(match["value"].strip())


def _is_phone(match: re.Match[str]) -> bool:
    return _digits(match) >= len("0770090")


def _is_postcode(match: re.Match[str]) -> bool:
    """Whether the value is a postcode once letters that look like digits are read as such, and not `his 7th`."""
    value = match["value"]
    return any(character.isdigit() for character in value) and not value.endswith(("st", "nd", "rd", "th", "am", "pm"))


_CASE_SEP = (
    r"(?:'s)?(?:[ _-]{1,2}(?:system|case|client|person|record|file|management|child|list|crime|report))?[ _.-]{0,2}"
    rf"(?P<named>{_NUMBERED}(?![A-Za-z])\.?(?: (?:number|no|id|ref)(?![A-Za-z])\.?)?)"
    r"(?:[ ]?\(?(?:is|was|of|are|reads|ends up as|given as|recorded as)(?![A-Za-z]))?[ \t:#=(_.-]{0,4}"
)
_CASE_DIRECT = (
    r"(?:[ _-](?:system|case|client|person|record|file|entry|log|court|record))?(?P<named>(?!)x)?[ \t:#=(_.-]{1,4}"
)
_CASE_WORDS = cued(
    " ".join(
        word
        for spelled in (*CASE_NOUNS.split("|"), *CASE_SYSTEMS.split("|"))
        for word in re.findall(r"[a-z]+", re.sub(r"\\?\W\?|\\.", " ", spelled.lower()))
    )
)
_JOINED_WORDS = frozenset(
    f"{word}{number}"
    for word in _CASE_WORDS
    for number in ("id", "no", "number", "num", "ref", "reference", "nr", "urn")
) | {"liquidlogic", "frameworki", "carefirst", "lookedafter", "sen", "ehc"}
"""Each label is a word, or a word joined to `number` or `id`."""
RULES = (
    Rule(
        NHS_NUMBER,
        "an NHS number",
        LazyPattern(
            r"(?<![A-Za-z0-9])(?:NHS|CHI)(?:[ _-]?(?:numbers?|num|nos?|id|ref|#))?(?![A-Za-z])\.?"
            rf"[^0-9\n]{{0,24}}?(?P<value>(?<![A-Za-z0-9])[0-9Ol](?:{_GAP}[0-9Ol]){{9}})(?![A-Za-z0-9])",
            _PATTERN,
        ),
        cued("nhs chi nhsnumber nhsnum nhsno nhsid nhsref chinumber chino"),
        digits=2,
        counts=_is_phone,
    ),
    Rule(
        PUPIL_NUMBER,
        "a unique pupil number",
        LazyPattern(
            r"(?<![A-Za-z0-9])(?:UPN|(?:unique )?pupil (?:reference )?(?:number|no|id))(?![A-Za-z])[^\w\n]{0,6}"
            r"(?:(?:is|was)\s{1,3})?(?P<value>[A-Z]?[ -]?[0-9](?:[ -]?[0-9]){9,12}[ -]?[A-Z]?)(?![A-Za-z0-9])",
            _PATTERN,
        ),
        cued("upn pupil"),
        digits=LONG,
    ),
    Rule(
        INSURANCE_NUMBER,
        "a national insurance number",
        LazyPattern(
            r"(?<![A-Za-z0-9])(?:national insurance|NINO|NI)(?![A-Za-z])(?: ?(?:number|no|"
            r"num)(?![A-Za-z]))?[^\w\n]{0,6}"
            r"(?:(?:is|was)\s{1,3})?(?P<value>[A-Z]{2}[ -]?[0-9]{2}[ -]?[0-9]{2}[ -]?[0-9]{2}(?:[ "
            r"-]?[A-Z])?)(?![A-Za-z0-9])",
            _PATTERN,
        ),
        cued("insurance nino ni"),
        digits=6,
    ),
    Rule(
        PHONE,
        "a phone number",
        LazyPattern(
            r"(?<![A-Za-z0-9])(?:mob(?:ile)?|tel(?:ephone)?|phone|contact|ring|call|text|whatsapp)(?![A-Za-z])"
            r"(?:[ ](?:number|no|on|her|him|is|them|me)(?![A-Za-z]))?[ .:=_-]{0,4}"
            r"(?P<value>(?:[0O](?=[ .-]?[127])|(?=7))[ .-]?[1-9O](?:[ .()_-]{0,2}[0-9O]){8,9})(?![A-Za-z0-9])",
            _PATTERN,
        ),
        cued("mob mobile tel telephone phone contact ring call text whatsapp"),
        digits=2,
        counts=_is_phone,
    ),
    Rule(
        POSTCODE,
        "a full postcode",
        LazyPattern(
            r"(?<![A-Za-z0-9])(?:p(?:ost)?[ -]?code|address|live[sd]?[ ](?:at|in)|living[ ]at|moved[ ]to)(?![A-Za-z])"
            r"[^\n]{0,40}?(?<![A-Za-z0-9])(?P<value>[A-Z]{1,2}[0-9OIl][0-9A-Z]?[ "
            r"-]{0,2}[0-9OIl][A-Z]{2})(?![A-Za-z0-9])",
            _PATTERN,
        ),
        cued("code postcode pcode address at in to"),
        digits=LONG,
        counts=_is_postcode,
    ),
    Rule(
        POSTCODE,
        "a full postcode",
        LazyPattern(
            rf"(?<![A-Za-z0-9])(?P<value>(?:{'|'.join(sorted(POSTCODE_AREAS, key=len, reverse=True))})"
            r"(?:[0-9OIl][0-9OIlA-Z]?)[ ][0-9OIl][ABD-HJLNP-UW-Z]{2})(?![A-Za-z0-9])"
        ),
        digits=LONG,
        counts=_is_postcode,
    ),
    Rule(
        CASE_NUMBER,
        "the number of a case",
        LazyPattern(rf"(?<![A-Za-z0-9])(?:{CASE_NOUNS}|{CASE_SYSTEMS}){_CASE_SEP}{_VALUE}", _PATTERN),
        _CASE_WORDS | _JOINED_WORDS,
        digits=3,
        counts=_is_case_number,
    ),
    Rule(
        CASE_NUMBER,
        "the number of a case",
        LazyPattern(rf"(?<![A-Za-z0-9])(?:{CASE_SYSTEMS}|{COUNTED_NOUNS}){_CASE_DIRECT}{_VALUE}", _PATTERN),
        _CASE_WORDS | _JOINED_WORDS,
        digits=3,
        counts=_is_case_number,
    ),
    Rule(
        IDENTITY_NUMBER,
        "a document's number",
        LazyPattern(
            r"(?<![A-Za-z])(?:passports?|travel documents?|(?:national )?(?:identity|id) (?:card|paper|document)s?|"
            r"identity papers?"
            r"|BRP|residence permit|visa|(?:birth|death|marriage) certificate|driving licen[cs]e|driver number|"
            r"home office"
            r"|naturalisation|refugee document)(?![A-Za-z])[^\n0-9]{0,24}?(?<![A-Za-z0-9])"
            r"(?P<value>(?:[A-Z]{1,5}[ -]?)?[0-9](?:[ -]?[A-Z0-9]){4,16})(?![A-Za-z0-9]|[.,][0-9])",
            _PATTERN,
        ),
        cued(
            "passport passports document documents card cards paper papers brp permit visa certificate licence "
            "license number "
            "office naturalisation"
        ),
        digits=1,
        counts=_is_document,
    ),
    Rule(
        IDENTITY_NUMBER,
        "a bank account",
        LazyPattern(
            r"(?<![A-Za-z])sort[ -]code(?![A-Za-z])[^\w\n]{0,5}(?:(?:is|was) )?(?P<value>[0-9]{2}[ -]?[0-9]{2}[ "
            r"-]?[0-9]{2})(?![0-9])",
            _PATTERN,
        ),
        cued("code"),
        digits=1,
    ),
    Rule(
        IDENTITY_NUMBER,
        "a bank account",
        LazyPattern(
            r"(?<![A-Za-z])(?:account|a/c)(?![A-Za-z])(?: ?(?:number|no|num)(?![A-Za-z])\.?)?[^\w\n]{0,5}(?:(?:is|"
            r"was) )?"
            r"(?P<value>[0-9]{8})(?![0-9])",
            _PATTERN,
        ),
        cued("account c"),
        digits=LONG,
    ),
)
"""The rules on labelled numbers."""
