"""Names of people: after a title, after a role or relation, before what happened to somebody; and initials."""

import re
from collections.abc import Iterable

from lif.diagnostics.codes import INITIALS, NAME, TITLED_NAME
from lif.privacy.clause import clause
from lif.privacy.dates import is_of_one_child
from lif.privacy.lazy_regex import Late
from lif.privacy.match import Finds, Found
from lif.privacy.vocabulary import (
    BEGINNINGS,
    KEYS,
    NAMING,
    NOT_INITIALS,
    NOT_NAMES,
    NOT_PEOPLE,
    RELATIONS,
    SCHOOLS,
    TITLES,
    WORKERS,
)

_OF_THE_FIELD = (NOT_NAMES | BEGINNINGS) - TITLES
_ORDINARY = (
    frozenset(
        word
        for one in _OF_THE_FIELD
        for word in (one.capitalize(), one.upper())
        if len(word) > len("JT") or not word.isupper()
    )
    - SCHOOLS
)
"""Words that begin with a capital and are no names; two capitals alone may be initials."""
_PEOPLE = RELATIONS | WORKERS
_NO_NAMES = NOT_NAMES | _PEOPLE | TITLES
_CUES = _PEOPLE | KEYS | NAMING | {"is", "was", "as", "a.k.a", "by", "name"}
_SIGNS = " \t\n#:(,=\"'-."
_CAPITAL = re.compile(r"[A-Z][A-Za-z]*")
_JOINED = re.compile(r"[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)*")
_WORD = (
    r"(?:(?:Mc|Mac|O'|D'|De|Le|La|Van )?[A-Z][a-z]{1,20}(?:(?:-|'(?!s\b))[A-Z]?[a-z]{1,20})?|"
    r"[A-Z]'[A-Z][a-z]{1,20})"
)
_ONE = re.compile(rf"{_WORD}(?![A-Za-z])")
_MORE = re.compile(rf"(?: (?:[A-Z]\.? )?(?:al-|el-|bin |de |van |von )?{_WORD}(?![A-Za-z])){{1,3}}")
_SHOUTED = Late(r"[A-Z]{3,20}(?![A-Za-z])")
_BEFORE = Late(
    r"(?P<word>[A-Za-z][A-Za-z-]{0,24}|known as|a\.k\.a)(?P<sign>\.?(?: (?:is|was|called|"
    r"named))?(?: ?[:(,=\"'-]{1,2}[ \t\"'(]{0,2}| ?\n?[ \t#]{1,8}[\"'(]?))$"
)
_ENDS = Late(
    r"\s{0,2}(?:[,)(;.\"'\n]|$|-|\band\b|\bor\b|(?:was|were|is|has|had|said|told|disclosed|"
    r"did|who|visited|saw|reported|noted|of|from|at|in|on|to|with|for)\b)"
)
_GOES_BY = Late(r"\b(?:known as|goes by|real name(?: is)?|named as|a\.k\.a\.?|aka|called)[ :\"'(]{1,3}$", re.IGNORECASE)
_DONE_TO = Late(
    r" (?:\([^)\n]{1,30}\) )?(?:was|were|is|has been|had been|had|has|who was|would be)(?: "
    r"not| never| then| later| first| also| again)? "
    r"(?:seen|born|placed|taken|found|admitted|killed|removed|arrested|assaulted|injured|"
    r"harmed|abused|murdered|fostered|adopted|"
    r"living|hospitalised|discharged|interviewed|excluded|stabbed|bitten|hit|shaken|known to|"
    r"subject to|on a (?:child|plan)|missing|"
    r"pregnant|convicted|charged|sentenced|bruised|unwell|frightened|scared|upset|reported "
    r"missing|referred|registered)\b"
    r"|'s (?:mother|father|mum|dad|parents?|sibling|brother|sister|death|school|teacher|"
    r"social worker|bruis|injur|disclosure|birth|"
    r"foster|carer|family|grandmother|grandfather|aunt|uncle|partner|stepfather|voice was|"
    r"wishes|file|case|health visitor)"
    r"|,? (?:aged \d{1,2}\b|\(\d{1,2}\)|who (?:is|was) \d{1,2}\b)"
    r"| (?:disclosed|alleged|told (?:the|her|his|staff)|self-harmed|ran away|went missing|"
    r"died|overdosed|lives? with|lived with)\b",
)
_DOING = (
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
    *(" disclosed", " alleged", " told ", " self-harmed", " ran away", " went missing", " died", " overdosed", " live"),
)
"""How everything in `_DONE_TO` begins."""
_ALONE = re.compile(
    r"[A-Z][a-z]* (?!(?:was|were|is|has|had|who|would|aged|told|ran|went|lived?|lives|bin|de|van|von) |"
    r"disclosed|alleged|self-|died|overdosed|al-|el-)[a-z]"
)
"""One word with a capital, and after it nothing that is told of a person."""
_SEEN_BY = Late(
    r"(?:seen|visited|assessed|written|signed|reviewed|completed|chaired|interviewed|examined|"
    r"authored|supervised|led|prepared|"
    r"allocated|referred|contacted|emailed|phoned|spoke|speak|met|visit|talked) (?:by|to|"
    r"with) $|\b(?:cc|c/o|attn|Dear|Hi|Hello|[Ss]igned|Regards|re|Re|RE):?,? $"
)
_INITIALS = Late(
    r"(?<![\w.-])[A-Z]\. ?[A-Z]\.(?: ?[A-Z]\.)?(?!\w)|(?<![\w.-])[A-Z]{2}(?=,? (?:was|is|had|"
    r"has|aged|disclosed|told|said|who|lives|lived|attended|went)\b|'s\b)"
)
_MAY_BE_INITIALS = Late(
    r"[A-Z](?:\. ?[A-Z]\.|(?<=[ (\"'\n][A-Z])[A-Z](?:,? (?:was|is|had|has|aged|disclosed|told|"
    r"said|who|live|attended|went)"
    r"|'s|[).\"']))"
)
_BRACKETED = Late(
    r"\b(?:child|boy|girl|baby|pupil|mother|father|sibling|young person|initials|twin|brother|"
    r"sister)(?:'s)?(?: initials)?(?: are| is)?,? ?[(:\"'] ?(?P<value>[A-Z]{2}|"
    r"[A-Z]\.[A-Z]\.?)(?=[),.\"'\s])",
    re.IGNORECASE,
)
_ABOUT = Late(
    r"\b(?:child|boy|girl|baby|pupil|student|mother|father|sibling|young person|brother|"
    r"sister|son|daughter|initials|known as|twin|patient|client) (?:is |are )?[(,:'\"]{0,2} ?$",
    re.IGNORECASE,
)
_HAPPENED = Late(
    r"^(?:,? (?:\(?aged \d|was (?:placed|seen|born|taken|admitted|removed|found|in care|"
    r"referred|injured|living|arrested)|disclosed|went missing|lived with|lives with|attended|"
    r"had (?:bruis|injur|been)|told (?:staff|the|her|his))|'s (?:mother|father|parents|carer|"
    r"school|brother|sister|social worker|bruis))"
)


def strangers(text: str) -> list[re.Match[str]]:
    """Every word with a capital that is no word of the field, and each part of a joined one: only they may be names."""
    words = _JOINED.findall(text)
    if _ORDINARY.issuperset(words):
        return []
    found: list[re.Match[str]] = []
    here = 0
    for word in words:
        start = text.find(word, here)
        here = start + len(word)
        if word not in _ORDINARY:
            found.extend(_CAPITAL.finditer(text, start, here))
    return found


def names(text: str, words: Iterable[re.Match[str]]) -> Finds:
    """Names, found by what stands before or after each of the strangers."""
    here = 0
    for capital in words:
        word = capital[0].lower()
        start = capital.start()
        if word in TITLES:
            found = _titled(text, capital) or _called(text, start)
        elif word in NOT_NAMES or start < here:
            continue
        else:
            found = _called(text, start)
        if found is not None and start >= here:
            here = found.end
            yield found


def _titled(text: str, capital: re.Match[str]) -> Found | None:
    title = capital[0].lower()
    if title not in TITLES or (capital.start() and text[capital.start() - 1].isalnum()):
        return None
    after = re.compile(r"\.?[ \t]{1,2}(?:[A-Z]\.? )?|\.?\n[ \t#]{0,20}").match(text, capital.end())
    if after is None:
        return None
    name = _name(text, after.end())
    if name is None and capital[0].isupper() and len(capital[0]) > 1 and (shouted := _SHOUTED.match(text, after.end())):
        name = None if shouted[0].lower() in NOT_NAMES else shouted.span()
    if name is None or _is_a_company(text[capital.start() : name[1]]):
        return None
    return Found(TITLED_NAME, "a name after a title", capital.start(), name[1])


def _is_a_company(titled: str) -> bool:
    return " ".join(titled.lower().replace(".", "").split()[:2]) in NOT_PEOPLE


def _name(text: str, start: int) -> tuple[int, int] | None:
    """A name that begins here: words with capitals that are no words of the field."""
    first = _ONE.match(text, start)
    if first is None or first[0].lower() in _NO_NAMES:
        return None
    end = first.end()
    if (more := _MORE.match(text, end)) and not any(word.lower().strip(".") in NOT_NAMES for word in more[0].split()):
        end = more.end()
    elif more:
        return None
    return start, end


def _called(text: str, start: int) -> Found | None:
    if start and (text[start - 1].isalnum() or text[start - 1] in "/_-@.&"):
        return None
    before = text[max(0, start - 45) : start]
    is_cued = _last(before) in _CUES
    if not is_cued and _ALONE.match(text, start):
        return None
    name = _name(text, start)
    if name is None:
        return None
    after = text[name[1] : name[1] + 60]
    is_full = " " in text[name[0] : name[1]]
    is_told_of = after.startswith(_DOING) and (is_full or _is_personal(after)) and _DONE_TO.match(after)
    if is_told_of or (is_cued and _is_introduced(before, after, is_full=is_full)):
        return Found(NAME, "a name", *name)
    return Found(NAME, "a name", *name) if is_full and _SEEN_BY.search(before) else None


def _is_personal(after: str) -> bool:
    return (
        re.match(
            r"'s (?:mother|father|mum|dad|brother|sister|grand|step|foster)|,? (?:aged \d|\(\d)| "
            r"(?:disclosed|self-harmed|ran away|went missing)",
            after,
        )
        is not None
    )


def _last(before: str) -> str:
    """The last word, in small letters."""
    words = before.rstrip(_SIGNS)
    last = words[words.rfind(" ") + 1 :].lower()
    return last if last.isalpha() else last.rpartition("\n")[2].rpartition("(")[2]


def _is_introduced(before: str, after: str, *, is_full: bool) -> bool:
    cue = _BEFORE.search(before)
    if cue is None:
        return False
    word, sign = cue["word"].lower(), cue["sign"]
    if word in NAMING or _GOES_BY.search(before):
        return word != "named" or _ENDS.match(after) is not None
    if ":" in sign or "=" in sign:
        return word in KEYS | _PEOPLE and (is_full or _is_alone(after)) and _is_prose_key(before, is_full=is_full)
    return word in _PEOPLE and _is_beside(sign, after, is_full=is_full)


def _is_beside(sign: str, after: str, *, is_full: bool) -> bool:
    """Whether a name that follows a role or relation after `sign` belongs to it."""
    if "," in sign:
        return re.match(r"[,.)(]|\s?$", after) is not None
    return is_full or (_ENDS.match(after) is not None and not after.startswith(":"))


def _is_alone(after: str) -> bool:
    return re.match(r"[ \t]*(?:[,.;)(\n]|$)", after) is not None


def _is_prose_key(before: str, *, is_full: bool) -> bool:
    """A field such as `by:` takes roles and bodies: only a first and a last name is a person's."""
    return is_full or re.search(r"(?:^|\n)[ \t]*(?:- )?[a-z_]+: ?[\"']?$", before) is None


def initials(text: str) -> Finds:
    """Initials that stand for a person: with points, or two capitals of whom something is told."""
    if not _MAY_BE_INITIALS.search(text):
        return
    for match in _INITIALS.finditer(text):
        before, after = text[max(0, match.start() - 30) : match.start()], text[match.end() : match.end() + 40]
        if match[0].replace(".", "").replace(" ", "").lower() in NOT_INITIALS:
            continue
        around = clause(text, *match.span())
        is_told_of = _HAPPENED.match(after) or _ABOUT.search(before)
        if is_told_of or ("." in match[0] and is_of_one_child(around.both)):
            yield Found(INITIALS, "initials", *match.span())
    for match in _BRACKETED.finditer(text):
        if match["value"].lower() not in NOT_INITIALS:
            yield Found(INITIALS, "initials", *match.span("value"))
