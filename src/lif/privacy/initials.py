"""Find initials that stand for a person: with full stops, or two capitals beside what is said of a person."""

import re

from lif.diagnostics.codes import INITIALS
from lif.privacy.lazy_regex import LazyPattern
from lif.privacy.match import NormalisedMatch, NormalisedMatches
from lif.privacy.rule import cued
from lif.privacy.vocabulary import NOT_INITIALS

_INITIALS = LazyPattern(
    r"(?<![\w.-])[A-Z]\. ?[A-Z]\.?(?: ?[A-Z]\.)?(?![\w.])|(?<![\w.-])[A-Z]{2}(?=,? (?:was|is|had|"
    r"has|aged|disclosed|told|said|who|lives|lived|attended|went|moved|did|to follow|to chase|rang|felt|wants)\b"
    r"| \((?:aged|SW|HV|GP|[0-9]{1,2}|siblings?|mother|father)\b|'s\b)"
)
_INITIALS_BESIDE_PERSON = LazyPattern(
    r"(?:\b(?i:child|boy|girl|baby|pupil|mother|father|sibling|young person|initials|twins?|brother|sister|subject|"
    r"owner|"
    r"(?:discussed|met|seen|visited|interviewed|rated|graded|told|signed|reviewed)(?: (?:with|by))?|concerns? "
    r"(?:for|about)|"
    r"(?:action|plan|meeting|file|case) (?:for|re|on)|mother of|father of|re|sibling group)(?:'s)?(?: "
    r"initials)?(?: are| is)?,? ?[(:\"'] ?"
    r"|\b(?i:concerns? (?:for|about)|mother of|father of|action for|plan for|meeting re|mtg re|re|discussed|baby|"
    r"twins?|initials|"
    r"(?:rated|seen|graded|visited|interviewed|reviewed|told) by|child initials) )(?P<value>[A-Z]{2}|[A-Z]\.[A-Z]\.?)"
    r"(?P<more>(?:,? (?:and|&) [A-Z]{2}|, [A-Z]{2}){0,4})(?=[),.\"';:]|\s|$)"
)
_NOT_DOTTED = cued("uk us eu un am pm nb cv qc kc mp jp eg ie bc ad ce ph md")
_PERSON_BEFORE = LazyPattern(
    r"\b(?:child|boy|girl|baby|pupil|student|mother|father|sibling|young person|brother|"
    r"sister|son|daughter|initials|known as|twin|patient|client) (?:is |are )?[(,:'\"]{0,2} ?$",
    re.IGNORECASE,
)
_EVENT_AFTER = LazyPattern(
    r"^(?:,? (?:\(?aged \d|(?:was|is|has been|had been) (?:placed|seen|born|taken|admitted|removed|found|in care|"
    r"moved|excluded|scared|upset|"
    r"referred|injured|living|arrested|weighed|frightened|safe|missing|unwell|not)|disclosed|went missing|lived "
    r"with|lives with|attended|"
    r"had (?:bruis|injur|been|not|a )|told (?:staff|the|her|his|us|me)|said (?:that )?(?:she|he|nothing)|did not|"
    r"to follow|to chase|rang|felt|wants)"
    r"| \((?:aged|SW|HV|GP|[0-9]{1,2}|siblings?|mother|father)\b"
    r"|'s (?:mother|father|parents|carer|mum|dad|attendance|social worker|bedroom|voice|"
    r"school|brother|sister|bruis|behaviour|teacher|file|placement|wishes))"
)


def initials(text: str) -> NormalisedMatches:
    """Initials that stand for a person: with full stops, or two capitals beside what is said of a person."""
    for match in _INITIALS.finditer(text):
        letters = re.sub(r"[. ]", "", match[0]).lower()
        before, after = text[max(0, match.start() - 30) : match.start()], text[match.end() : match.end() + 40]
        if letters in NOT_INITIALS | _NOT_DOTTED:
            continue
        if "." in match[0]:
            is_person = not re.match(r" ?[A-Z][a-z]|,? \(?(?:19|20)\d\d", after) and not re.search(
                r"[a-z], $|[A-Z][a-z]+ $", before
            )
        else:
            is_person = _EVENT_AFTER.match(after) is not None or _PERSON_BEFORE.search(before) is not None
        if is_person:
            yield NormalisedMatch(INITIALS, "initials", *match.span())
    for match in _INITIALS_BESIDE_PERSON.finditer(text):
        if match["value"].replace(".", "").lower() not in NOT_INITIALS | _NOT_DOTTED:
            yield NormalisedMatch(INITIALS, "initials", match.start("value"), match.end("more"))
