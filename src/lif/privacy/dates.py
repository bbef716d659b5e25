"""Find dates of birth and death, and exact dates and ages of one child; dates of audits and meetings do not count."""

import re

from lif.diagnostics.code import Code
from lif.diagnostics.codes import BIRTH_OR_DEATH, DAY_BESIDE_CHILD
from lif.privacy.clause import Clause, clause
from lif.privacy.lazy_regex import LazyPattern
from lif.privacy.life_words import (
    AGE_WORDS,
    EVENT_OF_ONE,
    LABEL_AFTER,
    LABEL_BEFORE,
    LIFE_EVENT,
    LIFE_FIELD,
    ONE_CHILD,
    PERSON_WORDS,
    WORK_WORDS,
)
from lif.privacy.match import NormalisedMatch, NormalisedMatches
from lif.privacy.rule import cued

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_ORDINAL = (
    r"(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    r"thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth)|twentieth|thirtieth"
)
_DAY = rf"(?:[0-9]{{1,2}}(?:\s?(?:st|nd|rd|th))?|{_ORDINAL})"
_YEAR = r"(?:(?:19|20)[0-9]{2}|'?[0-9]{2})(?![0-9])"
_SEP = r"[ ./,-]{0,3}"
_NUMERIC = (
    r"[0-9]{1,2} ?(?P<sign>[./-]) ?[0-9]{1,2} ?(?P=sign) ?(?:(?:19|20)[0-9]{2}|'?[0-9]{2})"
    r"|(?:19|20)[0-9]{2}(?P<iso>[./-])[0-9]{1,2}(?P=iso)[0-9]{1,2}"
)
_NUMERIC_AGAIN = _NUMERIC.replace("sign", "sign_again").replace("iso", "iso_again")
_FEAST = r"(?:christmas|boxing|new year'?s|easter|mother'?s|father'?s|valentine'?s)[ -](?:day|eve|sunday|monday)"
_DATE = LazyPattern(
    rf"(?<![\w/.-])(?:{_NUMERIC}|{_DAY}(?: of)?{_SEP}{MONTH}\b\.?,?{_SEP}{_YEAR}|{MONTH}\b\.?{_SEP}(?:the )?"
    rf"{_DAY}(?![0-9]),?{_SEP}{_YEAR}|(?:19|20)[0-9]{{2}},?{_SEP}{_DAY}(?: of)?{_SEP}{MONTH}\b)(?![\w/-]|\.[0-9])",
    re.IGNORECASE,
)
"""A whole date, in any order and spelling."""
_LABELLED_DATE = (
    rf"(?:{_NUMERIC_AGAIN}|{_DAY}(?: of)?{_SEP}{MONTH}\b(?:\.?,?{_SEP}{_YEAR})?"
    rf"|{MONTH}\b\.?{_SEP}(?:the )?{_DAY}(?![0-9])(?:,?{_SEP}{_YEAR})?|(?:19|20)[0-9]{{2}},?{_SEP}{_DAY}(?: "
    rf"of)?{_SEP}{MONTH}\b"
    rf"|(?:{MONTH}\b|(?:early|late|mid)[ -]{MONTH}\b){_SEP}(?:19|20)[0-9]{{2}}"
    rf"|{_FEAST}(?:,? (?:in )?(?:19|20)[0-9]{{2}})?"
    r"|[0-9]{1,2} [0-9]{1,2} (?:(?:19|20)[0-9]{2}|[0-9]{2})|(?:19|20)[0-9]{2} [0-9]{1,2} [0-9]{1,2}"
    r"|(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])(?:(?:19|20)[0-9]{2}|[0-9]{2})"
    r"|(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]))(?![0-9A-Za-z]|[-/][0-9])"
)
"""A date or part of one where a word says that it is of a birth or a death."""
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,? (?:the )?)?"
_CLOCK = r"(?:(?:at )?(?P<clock>[0-9]{1,2}[:.][0-9]{2} ?(?:am|pm|hrs|hours)?|[0-9]{1,2} ?(?:am|pm)),? (?:on )?)?"
_LABELLED = LazyPattern(rf"{LABEL_BEFORE}{_CLOCK}{_WEEKDAY}(?P<value>{_LABELLED_DATE})", re.IGNORECASE)
_LABELLED_AFTER = LazyPattern(rf"(?<![\w/.-])(?P<value>{_LABELLED_DATE}){LABEL_AFTER}", re.IGNORECASE)
_EVENT = LazyPattern(rf"{EVENT_OF_ONE}{_CLOCK}{_WEEKDAY}(?:the )?(?P<value>{_LABELLED_DATE})", re.IGNORECASE)
_DAY_OF_A_MONTH = LazyPattern(rf"(?<![\w/.-]){_DAY}(?: of)? {MONTH}\b(?! [0-9])", re.IGNORECASE)
_FIELD = re.compile(r"[ \t]*(?:#[ \t]*)?(?:- )?(?P<key>[A-Za-z_]{2,40}):[ \t]*[\"']?$")
_NUMBER = (
    r"(?:[0-9]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"eighteen|twenty)"
)
_AGE = LazyPattern(
    rf"(?<![A-Za-z0-9.,-]){_NUMBER}[ -](?:years?|yrs?)(?:[ -]old)?,?(?: and)? {_NUMBER}[ -](?:months?|"
    r"weeks?)(?:,?(?: and)? "
    rf"{_NUMBER} (?:days?|weeks?))?(?: old| of age)?"
    rf"|(?<![A-Za-z0-9.,-]){_NUMBER} months?,?(?: and)? {_NUMBER} (?:days?|weeks?)(?: old| of age)?"
    rf"|(?<![A-Za-z0-9.,-]){_NUMBER}[ -](?:days?|weeks?|months?)(?:[ -]old| of age)\b"
    rf"|\baged? (?:of )?{_NUMBER}[ -](?:days?|weeks?|months?)\b",
    re.IGNORECASE,
)
_OF_THINGS = re.compile(
    r"\b(?:the|a|that|this|its|our|their) (?:[a-z-]+ ){0,2}(?:data|figures?|plan|strategy|tool|record|policy|report|"
    r"audit|information|guidance|form|service|team|system|post|post-?holder|project|programme|review|action|"
    r"partnership|returns?|minutes) (?:is|was|are|were)\b[^.]{0,20}$|^ (?:data|figures?|information|plan|report)\b",
    re.IGNORECASE,
)


_MONTH_ONLY = re.compile(r"[A-Za-z \-]+[ ,./\-]{0,3}(?:19|20)[0-9]{2}")
_OF_THE_LABEL = cued("born birth birthday died dead deceased passed killed murdered stillborn life death")


def _words_of(around: Clause) -> set[str]:
    """The words around a date that are not its label."""
    return set(re.findall(r"[a-z]+", around.both.lower())) - _OF_THE_LABEL


def is_of_one_child(text: str) -> bool:
    """Whether the text speaks of one child or one member of a family, and not of children in general or of work."""
    return ONE_CHILD.search(text) is not None


def labelled_dates(text: str) -> NormalisedMatches:
    """Dates beside a word that says that they are of a birth or a death: `dob`, `died`, `turned 13 on`."""
    for pattern in (_LABELLED, _LABELLED_AFTER, _EVENT):
        for match in pattern.finditer(text):
            around = clause(text, *match.span("value"))
            if _MONTH_ONLY.fullmatch(match["value"]) and PERSON_WORDS.isdisjoint(_words_of(around)):
                continue
            if not (
                _is_review_of_death(around)
                or (pattern is _EVENT and not (match["clock"] or _is_of_a_person(match[0], around)))
            ):
                yield NormalisedMatch(BIRTH_OR_DEATH, "a date of birth or death", *match.span("value"))


def dates(text: str) -> NormalisedMatches:
    """Dates in a sentence on a birth or a death, and exact dates beside one child."""
    for match in _DATE.finditer(text):
        code = _date_code(text, *match.span())
        if code is BIRTH_OR_DEATH:
            yield NormalisedMatch(code, "a date of birth or death", *match.span())
        elif code is not None:
            yield NormalisedMatch(code, "an exact date beside a child", *match.span())
    for match in _DAY_OF_A_MONTH.finditer(text):
        around = clause(text, *match.span())
        if is_of_one_child(around.both) and not WORK_WORDS.search(around.both):
            yield NormalisedMatch(DAY_BESIDE_CHILD, "a day beside a child", *match.span())


def _date_code(text: str, start: int, end: int) -> Code | None:
    before = text[max(0, start - 60) : start]
    if field := _FIELD.match(before, before.rfind("\n") + 1):
        return BIRTH_OR_DEATH if LIFE_FIELD.fullmatch(field["key"]) else None
    around = clause(text, start, end)
    if PERSON_WORDS.isdisjoint(re.findall(r"[a-z]+", around.both.lower())) or WORK_WORDS.search(around.both):
        return None
    if LIFE_EVENT.search(around.both):
        return BIRTH_OR_DEATH
    return DAY_BESIDE_CHILD if is_of_one_child(around.both) else None


def _is_of_a_person(event: str, around: Clause) -> bool:
    """Whether what turned so old, or was delivered or withdrawn, is a person, not a programme."""
    if _A_THING.search(around.both):
        return False
    return (
        event.lower().startswith(("turn", "celeb"))
        or "birthday" in event.lower()
        or _A_PERSON.search(around.both) is not None
    )


_A_THING = re.compile(
    r"\b(?:it|training|programme|course|workshop|service|project|briefing|strategy|report|funding|support offer|"
    r"charity|helpline|"
    r"scheme|partnership|board|guidance|pilot)\b",
    re.IGNORECASE,
)
_A_PERSON = re.compile(
    r"\b(?:baby|babies|infant|twins?|triplets?|child|boy|girl|he|she|mother|mum|life support|care was|treatment|"
    r"section|"
    r"caesarean|her|his|him|ventilat\w+|forceps|weigh\w+)\b",
    re.IGNORECASE,
)


def _is_review_of_death(around: Clause) -> bool:
    return (
        re.search(r"\b(?:review|report|notified|notification) (?:of|into|after) the death\b", around.before) is not None
    )


def ages(text: str) -> NormalisedMatches:
    """Ages to the month, week or day of one child."""
    for match in _AGE.finditer(text):
        around = clause(text, *match.span())
        if _OF_THINGS.search(around.before) or _OF_THINGS.search(around.after) or WORK_WORDS.search(around.both):
            continue
        said = match[0].lower()
        is_age = (
            "old" in said
            or "of age" in said
            or "aged" in said
            or AGE_WORDS.search(f"{around.before[-20:]} {said} {around.after[:12]}")
        )
        if is_age or is_of_one_child(around.both):
            yield NormalisedMatch(DAY_BESIDE_CHILD, "an exact age", *match.span())
