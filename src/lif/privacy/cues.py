"""Find people by a word beside them: a lower-case title, a relation, an abbreviation; and addresses in lower case."""

import re

from lif.diagnostics.codes import BIRTH_OR_DEATH, INITIALS, NAME, PLACE, PLACE_BESIDE_AGE, TITLED_NAME
from lif.privacy.lazy_regex import LazyPattern
from lif.privacy.rule import MAY_BE_A_NAME, Rule, cued
from lif.privacy.vocabulary import MISSED, NOT_INITIALS, NOT_NAMES, RELATIONS

_STREETS = "street|road|avenue|lane|close|drive|crescent|gardens|terrace|grove|mews|walk|way|court|place"
_NAME = r"[A-Z][a-z]{2,20}(?:[ -][A-Z][a-z]{2,20})?"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_CHILD = r"(?:child|baby|infant|boy|girl|toddler|twin|sibling|son|daughter|young[ ]person|teenager)"


def _is_name(match: re.Match[str]) -> bool:
    words = match[match.lastgroup or 0].lower().split()
    return not any(word in NOT_NAMES | RELATIONS for word in words)


def _is_titled(match: re.Match[str]) -> bool:
    return match["value"].lower().split()[1] not in NOT_NAMES | RELATIONS | MISSED


RULES = (
    Rule(
        PLACE,
        "an address",
        LazyPattern(
            r"\b(?:visit(?:ed)?(?:[ ](?:to|at))?|address(?:[ ]is)?|live[sd]?[ ]at|living[ ]at|home[ ]at|moved[ ]to|"
            r"staying[ ]at)[ :]{1,3}"
            r"(?:flat [0-9]{1,4}[a-z]?,? )?(?P<value>[0-9]{1,4}[a-d]?(?:[ ]?-[ ]?[0-9]{1,4})?,?[ ](?:[a-z]{3,20}[ "
            r"]){1,3}"
            rf"(?:{_STREETS}))\b",
            re.IGNORECASE,
        ),
        cued("visit visited address lives lived live living home moved staying"),
        cued(_STREETS.replace("|", " ")),
        digits=1,
    ),
    Rule(
        BIRTH_OR_DEATH,
        "a date of birth or death",
        LazyPattern(rf"\b{_CHILD}\b[^.\n]{{0,40}}\bborn in (?P<value>{_MONTH} (?:19|20)[0-9][0-9])\b", re.IGNORECASE),
        cued("born"),
        digits=1,
    ),
    Rule(
        PLACE_BESIDE_AGE,
        "a school or place beside an age",
        LazyPattern(
            r"(?P<value>(?:[A-Z][a-z']{2,20} ){1,3}(?:School|Academy)) ?[(,] ?(?:[Yy]ear [0-9]{1,2}|Y[0-9]{1,2}|"
            r"aged [0-9]{1,2})\b"
            r"|\([0-9]{1,2}\) live[sd] in (?P<second>[A-Z][a-z]{2,20}(?: [A-Z][a-z]{2,20}){0,2})"
        ),
        cued("school academy lives lived"),
        digits=1,
    ),
    Rule(
        TITLED_NAME,
        "a name after a title",
        LazyPattern(
            r"(?<![A-Za-z])(?P<value>(?:m(?:r|rs|s)|miss|dr)\.? (?:[A-Z](?:[a-z]{2,20}|[A-Z]{2,20})|(?!one\b|out\b|"
            r"two\b|the\b|a\b)[a-z]{3,20}"
            r"(?= (?:said|was|did|is|has|had|told|attended|rang|came|visited))))(?![A-Za-z])"
        ),
        cued("mr mrs ms miss dr"),
        counts=_is_titled,
    ),
    Rule(
        NAME,
        "a name",
        LazyPattern(
            rf"\b(?:[Hh]is|[Hh]er|[Tt]heir) (?:ex-)?partner,? (?P<value>{_NAME})(?![A-Za-z])"
            rf"|\b(?:[Mm]um|[Mm]other|[Dd]ad|[Ff]ather) \((?P<second>{_NAME})\)"
            r"|(?<![A-Za-z])SW (?P<third>[A-Z][a-z]{2,20} [A-Z][a-z]{2,20})(?![A-Za-z])"
        ),
        cued("partner mum mother dad father sw"),
        counts=_is_name,
    ),
    Rule(
        INITIALS,
        "initials",
        LazyPattern(
            r"\b(?:[Yy]oung person|[Cc]hild|[Ii]nfant|[Bb]oy|[Gg]irl|[Mm]other of|[Ss]ubject:) "
            r"(?P<value>[A-Z]{2})(?=,? child of|,? (?:moved|not|said|was|is|had|has|told|disclosed|went)\b|[.]?$|"
            r"[.]\s)",
            re.MULTILINE,
        ),
        cued("person child infant boy girl mother subject"),
        MAY_BE_A_NAME,
        counts=lambda match: match["value"].lower() not in NOT_INITIALS,
    ),
)
"""The rules on people and homes beside a cue."""
