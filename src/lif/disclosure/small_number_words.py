"""Small numbers of children in a sentence, in figures and in words: `3 of 7`, `1 child`, `all but one`, `both boys`."""

import re

from lif.disclosure.small_counts import may_be_shown

_WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_VALUE = {word: number for number, word in enumerate(_WORDS, 1)} | {"a single": 1, "only one": 1}
_NUMBER = rf"(?:[0-9]{{1,4}}|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
_FEW = r"(?:[1-5]|one|two|three|four|five)"
_SEVERAL = r"(?:[2-5]|two|three|four|five)"
_ADJECTIVES = (
    r"(?:(?:of (?:the|these|those) |very |more |other |remaining |further |vulnerable |young(?:er)? |older |"
    r"disabled |little |small |"
    r"looked[- ]after |unaccompanied |asylum[- ]seeking |teenage |adopted |fostered |black |white |missing |"
    r"autistic |deaf |newborn |"
    r"unborn |half[- ]|serious |such |school[- ]aged? |pre-?school |care[- ]experienced |primary |secondary |only |"
    r"fatal )){0,3}"
)
_MANY = (
    r"(?:children|young (?:people|persons|mothers|fathers|carers)|babies|infants|boys|girls|siblings|brothers|"
    r"sisters|families|cases|"
    r"case files|pupils|students|teenagers|adolescents|toddlers|twins|triplets|care leavers|deaths|incidents|"
    r"patients|sons|daughters|"
    r"households|mothers|kids)"
)
_ONE = (
    r"(?:child|young person|baby|infant|boy|girl|sibling|brother|sister|family|case|pupil|student|teenager|toddler|"
    r"twin|care leaver|household)"
)
_NOT_PEOPLE = (
    r"(?!'|-|[ ](?:protection|in need plan|health|death|safeguarding|practice|and family|centred|services?|homes?|"
    r"centres?|"
    r"conferences?|social|support|plans?|hubs?|law|court|reviews?|audits?|at a time|stud(?:y|ies)|management|"
    r"worker)|, one\b)"
)
_BEFORE = (
    r"(?<![\w£./-])(?<!year )(?<!Year )(?<!stage )(?<!level )(?<!tier )(?<!grade )(?<!priority )(?<!objective "
    r")(?<!domain )"
    r"(?<!outcome )(?<!theme )(?<!question )(?<!figure )(?<!table )(?<!appendix )(?<!annex )(?<!part )(?<!phase "
    r")(?<!quarter )"
    r"(?<!step )(?<!page )(?<!section )(?<!chapter )(?<!paragraph )(?<!article )(?<!version )(?<!aged )(?<!rated "
    r")(?<!every )"
    r"(?<!standard )(?<!finding )(?<!recommendation )"
)
_THINGS = re.compile(
    r"^[ ](?:[a-z-]+ ){0,2}?(?:agenc|audit|standard|action|partner|page|staff|practitioner|recommendation|"
    r"principle|finding|measure|"
    r"meeting|week|day|month|year|star|school|officer|worker|professional|board|panel|review|report|theme|duty|"
    r"duties|area|borough|"
    r"team|service|organisation|survey|response|respondent|return|answer|question|training|course|event|session|"
    r"step|point|mark|"
    r"quarter|partnership|member|lead|nurse|visit|form|file review|record|assessment|plan|referral|document|"
    r"priorit|objective|"
    r"deadline|clock|criteria|indicator|target|site|ward|hospital|setting|provider|auditor|rater|scrutin)"
)
_COUNT = re.compile(
    rf"{_BEFORE}{_SEVERAL} {_ADJECTIVES}{_MANY}\b{_NOT_PEOPLE}|{_BEFORE}(?:1|one|a single|only one) (?:\(1\) |"
    rf"\(one\) )?{_ADJECTIVES}{_ONE}\b{_NOT_PEOPLE}",
    re.IGNORECASE,
)
_SHARE = re.compile(
    rf"{_BEFORE}(?P<part>{_NUMBER})(?P<sign> of| out of| in| ?/) ?(?:the |these |those |only "
    rf")?(?P<whole>{_NUMBER})(?![\w/%]|[.,][0-9]|-)",
    re.IGNORECASE,
)
_PEOPLE_NEXT = re.compile(rf"^ {_ADJECTIVES}(?:{_MANY})\b", re.IGNORECASE)
_ROUND = {10, 20, 100, 1000}
_SHARE_OF_FEW = re.compile(
    r"(?:[0-9.]+ ?(?:%|per cent)|half|(?:a|one|two)[ -]thirds?|(?:a|one|three)[ -]quarters?|a fifth|most|none) of "
    r"(?:the |these )?"
    rf"(?P<whole>{_NUMBER}) {_ADJECTIVES}{_MANY}\b",
    re.IGNORECASE,
)
_FEW_ENOUGH_TO_COUNT = 20
_OF_WHOM = re.compile(
    rf"\b(?P<whole>{_NUMBER}) {_ADJECTIVES}{_MANY},? (?:of (?:whom|which|them) (?P<part>{_NUMBER})|"
    rf"(?P<first>{_NUMBER}) of (?:whom|which|them))\b"
    rf"|\bof (?:the |these |those )?(?P<all>{_NUMBER}) {_ADJECTIVES}{_MANY},? (?P<some>{_NUMBER})\b",
    re.IGNORECASE,
)
_PHRASES = re.compile(
    rf"\b(?:all|every one|everyone) (?:but|except|bar) (?:for )?{_FEW} (?:of )?(?:the )?{_ADJECTIVES}(?:{_MANY}|"
    rf"{_ONE})\b"
    rf"|\bevery {_ONE} (?:but|except|bar) {_FEW}\b"
    rf"|\b(?:both|neither|either) (?:of (?:the|these|those|her|his|their) )?{_ADJECTIVES}(?:{_MANY}|"
    rf"{_ONE})\b{_NOT_PEOPLE}"
    r"|\b(?:the|her|his|their|these) (?:twins|triplets|quadruplets)\b(?! and multiple)|\btwin (?:girls|boys|"
    r"sisters?|brothers?|babies)\b"
    rf"|\b(?:pair|couple|handful|trio) of (?:the )?{_ADJECTIVES}{_MANY}\b"
    r"|\bthe (?:only|sole) (?:girl|boy|child|baby|pupil|sibling|brother|sister|infant)\b"
    rf"|\b{_SEVERAL} of (?:them|these|those|whom)\b|\bof (?:them|these|those|whom),? {_FEW}\b(?! (?:per|agenc|"
    r"partner|audit|standard|action))"
    rf"|\b{_FEW} \([0-9.]+ ?(?:%|per cent)\)|\b{_FEW} (?:was|were) (?:girls?|boys?|in care|under|aged|siblings|"
    r"twins|babies|placed|looked after)\b"
    rf"|\bn ?= ?[1-5]\b|\b(?:eldest|youngest|oldest|middle|second|third) of {_SEVERAL}\b",
    re.IGNORECASE,
)


def small_numbers(text: str) -> dict[int, int]:
    """The small numbers of children in a text: the start of each, and its end.

    A share is small where the part, the rest or the whole is 1 to 5, unless what follows says that it is of things:
    agencies, standards, pages. A part in ten or a hundred is a rate and no count.
    """
    found = {match.start(): match.end() for pattern in (_COUNT, _PHRASES) for match in pattern.finditer(text)}
    for match in _SHARE.finditer(text):
        if _is_small_share(match):
            people = _PEOPLE_NEXT.match(text[match.end() : match.end() + 60])
            found[match.start()] = match.end() + (people.end() if people else 0)
    for match in _OF_WHOM.finditer(text):
        whole, part = match["whole"] or match["all"], match["part"] or match["first"] or match["some"]
        if _is_small(_value(part), _value(whole)):
            found[match.start()] = match.end()
    for match in _SHARE_OF_FEW.finditer(text):
        if _value(match["whole"]) <= _FEW_ENOUGH_TO_COUNT:
            found[match.start()] = match.end()
    return found


def _is_small_share(match: re.Match[str]) -> bool:
    part, whole, after = _value(match["part"]), _value(match["whole"]), match.string[match.end() : match.end() + 60]
    sign = match["sign"].strip().lower()
    has_people = _PEOPLE_NEXT.match(after) is not None
    if sign == "in" and (not has_people or whole in _ROUND):
        return False
    if sign == "/" and not has_people:
        return False
    return _is_small(part, whole) and (has_people or _THINGS.match(after.lower()) is None)


def _value(number: str) -> int:
    return _VALUE.get(number.lower()) or int(number)


def _is_small(part: int, whole: int) -> bool:
    return part <= whole and not may_be_shown(part, whole)
