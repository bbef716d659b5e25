"""Find what leads to a person online or on the road: handles, profiles, addresses of computers, marks of vehicles."""

import re

from lif.diagnostics.codes import ACCOUNT, VEHICLE
from lif.privacy.clues import LONG
from lif.privacy.lazy_regex import LazyPattern
from lif.privacy.rule import Rule, cued
from lif.privacy.vocabulary import NOT_NAMES

_PLATFORM_WORDS = (
    "insta instagram ig snap snapchat sc tiktok twitter facebook fb discord telegram kik wizz yubo reddit twitch "
    "steam roblox "
    "fortnite minecraft xbox psn playstation gamertag onlyfans youtube bereal skype omegle whatsapp signal "
    "messenger viber "
    "gamer gaming username handle tag wechat tinder badoo bumble hinge nintendo epic valorant vinted depop"
)
_PLATFORM = r"(?:{})".format("|".join([*_PLATFORM_WORDS.split(), "tik tok", "whats app", "gamer tag", "user ?name"]))
_CALLED = (
    r"(?:[ ](?:account|user ?name|user|handle|name|id|tag|profile|gamer ?tag|gaming name|contact|on|as|called|is|"
    r"was|under|:)"
    r"(?![A-Za-z])){0,4}[ :=(\"'-]{1,4}"
)
_TO_HANDLE = rf"(?<![A-Za-z])(?:(?i:{_PLATFORM}))(?![A-Za-z])(?i:{_CALLED})"
_HANDLE = (
    r"(?P<value>@[A-Za-z][\w.]{2,30}|~[\w .]{3,20}"
    r"|(?=[\w.#-]{4,30}(?![\w]))[A-Za-z][\w.-]*(?:[0-9_#]|[a-z][A-Z]|\.[a-z])[\w.#-]*[\w#])"
)
_SAID_TO_BE = LazyPattern(
    r"(?<![A-Za-z])(?i:user ?name|handle|gamer ?tag|gaming name|screen name)(?![A-Za-z])(?i:[ ](?:is|was))?[ "
    r":=\"'(]{1,3}"
    r"(?P<value>[A-Za-z@][\w.#-]{3,30})"
)
_ORGANISATION = re.compile(
    r"council|police|nhs|scb|scp|lscp|partnership|safeguarding|gov|trust|school|academy|borough|charity|foundation|"
    r"ofsted|nspcc|barnardo|childline|samaritans|official|page|group|watch|policies|help|about|legal|privacy|events?|"
    r"hashtag|search|share|intent|sharer|home|login|watch",
    re.IGNORECASE,
)
_PLAIN_MENTION = re.compile(r"@[A-Za-z]+")
_DOMAIN_AFTER = re.compile(r"\.(?:org|com|net|uk|gov|io|test)\b", re.IGNORECASE)


def _is_profile(match: re.Match[str]) -> bool:
    return _ORGANISATION.search(match["value"]) is None


def _is_page_of_a_person(match: re.Match[str]) -> bool:
    """Whether the last part of an address could be a name: no organisation, no words of the field, no file."""
    value = match[match.lastgroup or 0].lower()
    words = re.split(r"[._-]", value)
    return (
        _ORGANISATION.search(value) is None
        and NOT_NAMES.isdisjoint(words)
        and words[-1] not in {"pdf", "html", "htm", "docx", "aspx", "php", "yaml", "md"}
    )


def _is_mention(match: re.Match[str]) -> bool:
    """Whether a mention is of an account: not a plain word such as `@team`, nor a package, nor part of an address."""
    value = match["value"]
    return _PLAIN_MENTION.fullmatch(value) is None and not _DOMAIN_AFTER.search(value) and _is_profile(match)


def _is_said_handle(match: re.Match[str]) -> bool:
    value = match["value"]
    return ":" in match[0] or "=" in match[0] or not value.isalpha() or re.search(r"[a-z][A-Z]", value) is not None


_OF_A_VERSION = re.compile(
    r"(?<![A-Za-z])(?:versions?|v|release|sections?|s|clauses?|figures?|fig|paras?|paragraphs?|chapters?|"
    r"standards?|wcag|appendix|table|"
    r"rule|step|part|item)\.? ?$",
    re.IGNORECASE,
)
_OF_A_COMPUTER = re.compile(
    r"\b(?:IP|address|log(?:ged|in|s)?|session|traced?|upload(?:ed)?|post(?:ed)?|connect\w*|server|router|from|"
    r"sent|account)\b",
    re.IGNORECASE,
)


_LARGEST_PART = 255
_NO_PART_OF_A_VERSION = 100


def _is_ip(match: re.Match[str]) -> bool:
    """Whether four numbers are the address of a computer and not of a version or a section."""
    before = match.string[max(0, match.start() - 40) : match.start()]
    parts = [int(part) for part in match["value"].split(".")]
    if max(parts) > _LARGEST_PART or _OF_A_VERSION.search(before) or match["value"].startswith(("127.", "0.", "255.")):
        return False
    return max(parts) >= _NO_PART_OF_A_VERSION or _OF_A_COMPUTER.search(before) is not None


def _is_ip6(match: re.Match[str]) -> bool:
    return re.search(r"[0-9][a-f]|[a-f][0-9]", match["value"], re.IGNORECASE) is not None


_VEHICLE_WORDS = (
    "vehicle car van reg registration vrm vrn plate plates index moped motorbike motorcycle scooter taxi lorry "
    "truck minibus saloon hatchback jeep quad caravan cab corsa astra golf fiesta polo clio "
    "transit bmw audi mercedes vauxhall ford peugeot renault toyota nissan honda hyundai skoda fiat volvo citroen"
)
_MARK = (
    r"[A-Z]{2}[0-9]{2}[ -]?[A-Z]{3}|[A-Z][0-9]{1,3}[ -]?[A-Z]{3}|[A-Z]{3}[ -]?[0-9]{1,3}[A-Z]|[A-Z]{1,3}[ -]?[0-9]{1,4}"
    r"|[0-9]{1,4}[ -]?[A-Z]{2,3}|[A-Z][0-9][A-Z] ?[A-Z]{3}"
)
_NOT_A_MARK = re.compile(
    r"(?:[A-HJ-NP-Z][0-9]{1,2}|A[0-9]{3,4}|M[0-9]{1,2}|[0-9]{1,4}[ -]?(?:AM|PM|ST|ND|RD|TH|MPH|KM|GB|MB|CC)|"
    r"CP[0-9]+|PC ?[0-9]+|"
    r"S[0-9]+|Y[0-9]+|KS[0-9]|Q[1-4])",
)
_FORMS = re.compile(
    r"(?:form|room|standards?|course|module|code|contract|grant|section|unit|ref|reference|class|order|model)s? $",
    re.IGNORECASE,
)


def _is_mark(match: re.Match[str]) -> bool:
    return _NOT_A_MARK.fullmatch(match["value"]) is None


def _is_current_mark(match: re.Match[str]) -> bool:
    return _FORMS.search(match.string[max(0, match.start() - 12) : match.start()]) is None


_PAGES = cued("profile profiles user users ?people")
_AN_ACCOUNT = "an account on the internet"
_A_PROFILE = "a profile on the internet"
_A_COMPUTER = "the address of a computer"
_A_MARK = "the mark of a vehicle"
RULES = (
    Rule(
        ACCOUNT,
        _AN_ACCOUNT,
        LazyPattern(_TO_HANDLE + _HANDLE),
        cued(f"{_PLATFORM_WORDS} tok whats user"),
        counts=_is_profile,
    ),
    Rule(
        ACCOUNT,
        _AN_ACCOUNT,
        _SAID_TO_BE,
        cued("username user handle gamertag gamer gaming screen"),
        counts=_is_said_handle,
    ),
    Rule(
        ACCOUNT,
        _AN_ACCOUNT,
        LazyPattern(
            r"(?<![\w.])(?P<value>@?[A-Za-z][\w.-]*[\w.][\w]+)(?= (?:on|via|over|through) (?i:"
            + _PLATFORM
            + r")(?![A-Za-z]))"
        ),
        cued(f"{_PLATFORM_WORDS} tok whats user"),
        counts=lambda match: re.search(r"[0-9_@]|[a-z][A-Z]|[a-z]\.[a-z]", match["value"]) is not None,
    ),
    Rule(
        ACCOUNT,
        _AN_ACCOUNT,
        LazyPattern(r"(?<![\w./@-])(?P<value>@[A-Za-z][\w.]{2,30}\w)(?![\w@/])"),
        cued("@"),
        counts=_is_mention,
    ),
    Rule(ACCOUNT, _AN_ACCOUNT, LazyPattern(r"(?<![\w/.])(?P<value>u/[\w-]{3,30})(?!\w)"), cued("u")),
    Rule(ACCOUNT, _AN_ACCOUNT, LazyPattern(r"(?<![\w/.])(?P<value>[A-Za-z][\w.]{2,30}#[0-9]{4})(?!\w)"), cued("?hash")),
    Rule(
        ACCOUNT,
        _A_PROFILE,
        LazyPattern(
            r"(?:facebook|fb|instagram|twitter|tiktok|snapchat|youtube|threads|pinterest|reddit|twitch|linkedin|vk|"
            r"onlyfans|t)"
            r"\.(?:com|net|me|tv|example)/(?:in/|user/|u/|add/|profile/|people/|profile\.php\?id=|c/)?"
            r"(?P<value>@?[A-Za-z0-9][\w.-]{2,60})",
            re.IGNORECASE,
        ),
        cued(
            "facebook fb instagram twitter tiktok snapchat youtube threads pinterest reddit twitch linkedin vk "
            "onlyfans t"
        ),
        counts=_is_profile,
    ),
    Rule(
        ACCOUNT,
        _A_PROFILE,
        LazyPattern(
            r"(?:/|\\)(?:people|profiles?|users?|staff|home)(?:/|"
            r"\\)(?P<value>[A-Za-z]{1,20}(?:[._-][A-Za-z0-9]{1,20}){1,4})"
            r"|(?:\.[a-z]{2,10}|\w)/~(?P<tilde>[A-Za-z]\w{2,20})",
            re.IGNORECASE,
        ),
        _PAGES | {"?tilde"},
        counts=_is_page_of_a_person,
    ),
    Rule(
        ACCOUNT,
        _A_COMPUTER,
        LazyPattern(r"(?<![\w./-])(?P<value>[0-9]{1,3}(?:\.[0-9]{1,3}){3})(?![\w/-]|\.[0-9])"),
        digits=4,
        counts=_is_ip,
    ),
    Rule(
        ACCOUNT,
        _A_COMPUTER,
        LazyPattern(
            r"(?<![\w:.])(?P<value>(?:[0-9a-f]{1,4}:){2,7}(?::?(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4}|:))(?![\w:])",
            re.IGNORECASE,
        ),
        digits=LONG,
        counts=_is_ip6,
    ),
    Rule(
        VEHICLE,
        _A_MARK,
        LazyPattern(
            rf"(?<![A-Za-z])(?i:{'|'.join(_VEHICLE_WORDS.split())})(?![A-Za-z])[^\n.;]{{0,24}}?(?<![A-Za-z0-9£/-])("
            rf"?P<value>{_MARK})"
            r"(?![A-Za-z0-9/-])"
        ),
        cued(_VEHICLE_WORDS),
        counts=_is_mark,
    ),
    Rule(
        VEHICLE,
        _A_MARK,
        LazyPattern(r"(?<![A-Za-z0-9£/-])(?P<value>[A-Z]{2}[0-9]{2}[ -]?[A-Z]{3})(?![A-Za-z0-9/-])"),
        digits=LONG,
        counts=_is_current_mark,
    ),
)
"""The rules on what leads to a person online or on the road."""
