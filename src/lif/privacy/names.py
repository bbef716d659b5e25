"""Find names of people: after a title, after a role or relation, or before what happened to them; and initials."""

import re
from collections.abc import Iterable

from lif.diagnostics.codes import NAME, TITLED_NAME
from lif.privacy.lazy_regex import LazyPattern
from lif.privacy.match import NormalisedMatch, NormalisedMatches
from lif.privacy.not_people import INSTITUTIONS, PEOPLES_AND_PLACES, is_a_house
from lif.privacy.rule import cued
from lif.privacy.vocabulary import (
    BEGINNINGS,
    KEYS,
    NAMING,
    NOT_NAMES,
    NOT_PEOPLE,
    RELATIONS,
    SCHOOLS,
    TITLES,
    WORKERS,
)

_FIELD_WORDS = (NOT_NAMES | BEGINNINGS | PEOPLES_AND_PLACES) - TITLES
_ORDINARY_WORDS = (
    frozenset(
        word
        for field_word in _FIELD_WORDS
        for word in (field_word.capitalize(), field_word.upper())
        if len(word) > len("JT") or not word.isupper()
    )
    - SCHOOLS
)
"""Words with a capital letter that are not names; two capitals alone may be initials."""
_ROLES = RELATIONS | WORKERS
_NO_NAMES = NOT_NAMES | _ROLES | TITLES
_CUES = _ROLES | KEYS | NAMING | {"is", "was", "as", "a.k.a", "by", "name"}
_SIGNS = " \t\n#:(,=\"'-."
_CAPITAL = re.compile(r"[A-Z][A-Za-z]*")
_JOINED = re.compile(r"[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)*")
_WORD = (
    r"(?:(?:Mc|Mac|O'|D'|De|Le|La|Van )?[A-Z][a-z]{1,20}(?:(?:-|'(?!s\b))[A-Z]?[a-z]{1,20})?|"
    r"[A-Z]'[A-Z][a-z]{1,20})"
)
_SINGLE_NAME = re.compile(rf"{_WORD}(?![A-Za-z])")
_FURTHER_NAMES = re.compile(rf"(?: (?:[A-Z]\.? )?(?:al-|el-|bin |de |van |von )?{_WORD}(?![A-Za-z])){{1,3}}")
_FURTHER_NAME = re.compile(rf" (?:[A-Z]\.? )?({_WORD})(?![A-Za-z])")
_OF_ANYBODY = {"mr", "mrs", "ms", "miss", "mx"}  # no institution bears these in its name
_ALL_CAPITALS = LazyPattern(r"[A-Z]{3,20}(?![A-Za-z])")
_CUE_BEFORE = LazyPattern(
    r"(?P<word>[A-Za-z][A-Za-z-]{0,24}|known as|a\.k\.a)(?P<sign>\.?(?: (?:is|was|called|"
    r"named))?(?: ?[:(,=\"'-]{1,2}[ \t\"'(]{0,2}| ?\n?[ \t#]{1,8}[\"'(]?))$"
)
_NAME_END = LazyPattern(
    r"\s{0,2}(?:[,)(;.\"'\n]|$|-|\band\b|\bor\b|(?:was|were|is|has|had|said|told|disclosed|"
    r"did|who|visited|saw|reported|noted|of|from|at|in|on|to|with|for)\b)"
)
_GOES_BY = LazyPattern(
    r"\b(?:known as|goes by|real name(?: is)?|named as|a\.k\.a\.?|aka|called)[ :\"'(]{1,3}$", re.IGNORECASE
)
_SAID_OF_A_PERSON = LazyPattern(
    r" (?:\([^)\n]{1,30}\) )?(?:was|were|is|has been|had been|had|has|who was|would be)(?: "
    r"not| never| then| later| first| also| again)? "
    r"(?:seen|born|placed|taken|found|admitted|killed|removed|arrested|assaulted|injured|"
    r"harmed|abused|murdered|fostered|adopted|"
    r"living|hospitalised|discharged|interviewed|excluded|stabbed|bitten|hit|shaken|known to|"
    r"subject to|on a (?:child|plan)|missing|"
    r"trafficked|circumcised|groomed|bullied|raped|pregnant|convicted|charged|sentenced|bruised|unwell|frightened|"
    r"scared|upset|reported "
    r"missing|referred|registered)\b"
    r"|'s (?:mother|father|mum|dad|parents?|sibling|brother|sister|death|school|teacher|"
    r"social worker|bruis|injur|disclosure|birth|"
    r"foster|carer|family|grandmother|grandfather|aunt|uncle|partner|stepfather|voice was|"
    r"wishes|file|case|health visitor)"
    r"|,? (?:aged \d{1,2}\b|\(\d{1,2}\)|who (?:is|was) \d{1,2}\b)"
    r"| (?:disclosed|alleged|speaks|slept|cried|told (?:the|her|his|staff)|self-harmed|ran away|went missing|"
    r"died|overdosed|lives? with|lived with)\b",
)
_SAID_STARTS = (
    *(
        " was ",
        " were ",
        " is ",
        " has ",
        " had ",
        " who ",
        " would ",
        " aged ",
        " (",
        "'s ",
        ", aged ",
        ", (",
        ", who ",
    ),
    *(
        " disclosed",
        " alleged",
        " speaks",
        " slept",
        " cried",
        " told ",
        " self-harmed",
        " ran away",
        " went missing",
        " died",
        " overdosed",
        " live",
    ),
)
"""How every match of `_SAID_OF_A_PERSON` begins."""
_ORDINARY_CAPITAL = re.compile(
    r"[A-Z][a-z]* (?!(?:was|were|is|has|had|who|would|aged|told|ran|went|lived?|lives|bin|de|van|von) |"
    r"disclosed|alleged|speaks|slept|cried|self-|died|overdosed|al-|el-)[a-z]"
)
"""One word with a capital letter, followed by nothing that is said of a person."""
_CONTACT_BEFORE = LazyPattern(
    r"(?:seen|visited|assessed|written|signed|reviewed|completed|chaired|interviewed|examined|"
    r"authored|supervised|led|prepared|"
    r"allocated|referred|contacted|emailed|phoned|spoke|speak|met|visit|talked) (?:by|to|"
    r"with) $|\b(?:cc|c/o|attn|Dear|Hi|Hello|[Ss]igned|Regards|re|Re|RE):?,? $"
)


def is_ordinary(word: str) -> bool:
    """Whether a word with a capital letter is one of the field and so no name."""
    return word in _ORDINARY_WORDS


def names_in(text: str) -> NormalisedMatches:
    """Names, recognised by what stands before or after them; not what is called a pseudonym."""
    for match in names(text, name_candidates(text)):
        if match.code is TITLED_NAME or "seudonym" not in text[max(0, match.start - 60) : match.end + 40]:
            yield match


def name_candidates(text: str) -> list[re.Match[str]]:
    """Words with a capital letter that may be names: no words of the field; parts of hyphenated words count singly."""
    words = _JOINED.findall(text)
    if _ORDINARY_WORDS.issuperset(words):
        return []
    candidates: list[re.Match[str]] = []
    position = 0
    for word in words:
        start = text.find(word, position)
        position = start + len(word)
        if word not in _ORDINARY_WORDS:
            candidates.extend(_CAPITAL.finditer(text, start, position))
    return candidates


def names(text: str, candidates: Iterable[re.Match[str]]) -> NormalisedMatches:
    """Names, recognised by what stands before or after each candidate."""
    last_end = 0
    for capital in candidates:
        lower_word = capital[0].lower()
        start = capital.start()
        if lower_word in TITLES:
            match = _name_after_title(text, capital) or _name_in_context(text, start)
        elif lower_word in NOT_NAMES or start < last_end:
            continue
        else:
            match = _name_in_context(text, start)
        if match is not None and start >= last_end:
            last_end = match.end
            yield match


def _name_after_title(text: str, capital: re.Match[str]) -> NormalisedMatch | None:
    if capital.start() and text[capital.start() - 1].isalnum():
        return None
    after = re.compile(r"\.?[ \t]{1,2}(?:[A-Z]\.? )?|\.?\n[ \t#]{0,20}").match(text, capital.end())
    if after is None:
        return None
    name = _name_span(text, after.end()) or _surname_before_field_word(
        text, after.end(), lower_title=capital[0].lower()
    )
    if (
        name is None
        and capital[0].isupper()
        and len(capital[0]) > 1
        and (capitals := _ALL_CAPITALS.match(text, after.end()))
    ):
        name = None if capitals[0].lower() in NOT_NAMES else capitals.span()
    if name is None or _is_a_company(text[capital.start() : name[1]]):
        return None
    return NormalisedMatch(TITLED_NAME, "a name after a title", capital.start(), name[1])


def _surname_before_field_word(text: str, start: int, *, lower_title: str) -> tuple[int, int] | None:
    """The span of a name that the next value, heading or sentence follows without a stop: Mrs Surname Police called.

    Behind any other title than these a word of an institution makes it that of a school, an inquiry or a report.
    """
    first = _SINGLE_NAME.match(text, start)
    if first is None or first[0].lower() in _NO_NAMES:
        return None
    end = first.end()
    while (more := _FURTHER_NAME.match(text, end)) and more[1].lower() not in _NO_NAMES:
        end = more.end()
    following = more[1].lower() if more else ""
    return None if lower_title not in _OF_ANYBODY and following in INSTITUTIONS else (first.start(), end)


def _is_a_company(titled: str) -> bool:
    return " ".join(titled.lower().replace(".", "").split()[:2]) in NOT_PEOPLE


def _name_span(text: str, start: int) -> tuple[int, int] | None:
    """The span of a name that begins here: words with capital letters that are not words of the field."""
    first = _SINGLE_NAME.match(text, start)
    if first is None or first[0].lower() in _NO_NAMES or first[0] in {"St", "Saint"}:
        return None
    end = first.end()
    if (more := _FURTHER_NAMES.match(text, end)) and not any(
        word.lower().strip(".") in NOT_NAMES for word in more[0].split()
    ):
        end = more.end()
    elif more:
        return None
    return None if is_a_house(text[start:end]) else (start, end)


def _name_in_context(text: str, start: int) -> NormalisedMatch | None:
    if start and (text[start - 1].isalnum() or text[start - 1] in "/_-@.&"):
        return None
    before = text[max(0, start - 45) : start]
    is_cued = _last_word(before) in _CUES
    if not is_cued and _ORDINARY_CAPITAL.match(text, start):
        return None
    name = _name_span(text, start)
    if name is None:
        return None
    after = text[name[1] : name[1] + 60]
    is_full = " " in text[name[0] : name[1]]
    is_person = after.startswith(_SAID_STARTS) and (is_full or _is_personal(after)) and _SAID_OF_A_PERSON.match(after)
    if is_person or (is_cued and _is_introduced(before, after, is_full=is_full)):
        return NormalisedMatch(NAME, "a name", *name)
    return NormalisedMatch(NAME, "a name", *name) if is_full and _CONTACT_BEFORE.search(before) else None


def _is_personal(after: str) -> bool:
    return (
        re.match(
            r"'s (?:mother|father|mum|dad|brother|sister|grand|step|foster)|,? (?:aged \d|\(\d)| "
            r"(?:disclosed|self-harmed|ran away|went missing)",
            after,
        )
        is not None
    )


def _last_word(before: str) -> str:
    """The last word, in lower case."""
    words = before.rstrip(_SIGNS)
    last = words[words.rfind(" ") + 1 :].lower()
    return last if last.isalpha() else last.rpartition("\n")[2].rpartition("(")[2]


def _is_introduced(before: str, after: str, *, is_full: bool) -> bool:
    cue = _CUE_BEFORE.search(before)
    if cue is None:
        return False
    word, sign = cue["word"].lower(), cue["sign"]
    if word in NAMING or _GOES_BY.search(before):
        return word != "named" or _NAME_END.match(after) is not None
    if ":" in sign or "=" in sign:
        return word in KEYS | _ROLES and (is_full or _is_alone(after)) and _is_prose_key(before, is_full=is_full)
    return word in _ROLES and _is_beside(sign, after, is_full=is_full)


def _is_beside(sign: str, after: str, *, is_full: bool) -> bool:
    """Whether a name after a role or relation and `sign` belongs to that role or relation."""
    if "," in sign:
        return re.match(r"[,.)(]|\s?$", after) is not None
    return is_full or (_NAME_END.match(after) is not None and not after.startswith(":"))


def _is_alone(after: str) -> bool:
    return re.match(r"[ \t]*(?:[,.;)(\n]|$)", after) is not None


def _is_prose_key(before: str, *, is_full: bool) -> bool:
    """Whether the name is more than the value of a field such as `by:`, which takes roles and bodies too.

    There, only a first and a last name together are a person's.
    """
    return is_full or re.search(r"(?:^|\n)[ \t]*(?:- )?[a-z_]+: ?[\"']?$", before) is None


CONTEXT = frozenset(
    [
        *RELATIONS,
        *WORKERS,
        *KEYS,
        *NAMING,
        *re.findall(
            r"[a-z]+", "".join(pattern.pattern for pattern in (_SAID_OF_A_PERSON, _CONTACT_BEFORE, _GOES_BY)).lower()
        ),
    ]
) - cued("was were is has had been would be not never then on to a who by the with s d e h t k n r f")
"""The words of which one stands beside every name that is found by what is said of it."""
