"""Find dates of birth and death, and exact dates and ages of one child; dates of audits and meetings do not count."""

import re
from collections.abc import Iterator

from lif.diagnostics.code import Code
from lif.diagnostics.codes import BIRTH_OR_DEATH, DAY_BESIDE_CHILD
from lif.privacy.clause import REACH, Clause, clause
from lif.privacy.lazy_regex import LazyPattern
from lif.privacy.match import NormalisedMatch, NormalisedMatches
from lif.privacy.text_index import TextIndex, words

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?:(?:19|20)\d{2}|'?\d{2})(?!\d)"
_DATE = LazyPattern(
    rf"[0-9](?<![\w/.-][0-9])(?:[0-9]?(?:st|nd|rd|th)?(?: of)?[ /.-]{{1,2}}{_MONTH}\.?,?[ /.-]{{1,2}}{_YEAR}"
    rf"|[0-9]?(?P<sign>[./-])[0-9]{{1,2}}(?P=sign){_YEAR}"
    r"|(?<=[12])[09][0-9]{2}(?P<iso>[./-])[0-9]{1,2}(?P=iso)[0-9]{1,2})(?![\w/-]|\.[0-9])",
    re.IGNORECASE,
)
_ISO_DAY = re.compile(
    r"-(?<=[12][09][0-9]{2}-)(?<!\ndate: [0-9]{4}-)(?<!\n  date: [0-9]{4}-)(?<!\n    date: [0-9]{4}-)"
    r"(?<!\n      date: [0-9]{4}-)(?<![\w/.-][0-9]{4}-)[0-9]{2}-[0-9]{2}(?![\w/-]|\.[0-9])"
)
"""A date, from its month on, in a text without other numbers; not the value of a field called `date`."""
_MONTH_IN_WORDS = re.compile(r"[0-9] [A-Z]")
_MONTH_FIRST = LazyPattern(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? [0-9]{1,2}(?:st|nd|rd|th)?,? "
    r"(?:19|20)[0-9]{2}(?!\d)"
)
_MONTH_WAS_FIRST = LazyPattern(r"[0-9](?:st|nd|rd|th)?,? (?:19|20)[0-9]{2}(?!\d)")
GATE = LazyPattern(
    r"[0-9](?:(?:st|nd|rd|th)?(?: of)?[ ./-]{0,2}[JFMASONDjfmasond][a-z]{2}|(?:st|nd|rd|"
    r"th)?,? (?:19|20)[0-9]{2}(?![0-9])"
    r"|[./-][0-9]{1,2}[./-][0-9]{2}(?<![0-9]{4}.[0-9]{2}.[0-9]{2})"
    r"|(?<=[^0-9][12])(?<!: [12])[09][0-9]{2}[-./][0-9]{2}[-./][0-9])"
)
"""A date that is not the value of a field."""
AGE_GATE = LazyPattern(r"[0-9](?:[ -](?:[Yy]ears?|[Mm]onths?|[Ww]eeks?|[Dd]ays?|yrs?)\b| ?y/?o\b)")
_FIELD = re.compile(r"\n?[ \t]*(?:#[ \t]*)?(?:- )?(?P<key>[A-Za-z_]{2,40}):[ \t]*[\"']?$")
_LIFE_FIELD = re.compile(r"dob|born|birth|date_of_birth|died|death|dod|deceased|birthday|date_of_death", re.IGNORECASE)
_LIFE_LABEL_BEFORE = LazyPattern(
    r"(?:\bd\.? ?o\.? ?[bd]\b\.?|\bborn\b|\bbirth ?(?:day|date)?\b|\(\s*[bd]\.?|\bb\.|"
    r"\bdied\b|\bdeath\b|\bdeceased\b|\bpassed away\b|"
    r"\bfound dead\b|\bkilled\b|\bmurdered\b|\bdate of (?:birth|death)\b)"
    r"(?:[\s:,(=-]{1,4}|\s(?:in (?:hospital|utero|custody)|on|was|is|at home|the|early on|"
    r"dated|aged \d{1,2}|a)\b){0,6}$",
    re.IGNORECASE,
)
_LIFE_EVENT = LazyPattern(
    r"\b(?:was born|were born|born (?:at|in|to|on)|gave birth|died|passed away|was (?:killed|"
    r"murdered|stillborn)|birthday|"
    r"(?:was )?pronounced (?:dead|deceased)|found dead|took (?:his|her|their) own life|lost "
    r"(?:his|her|their) life)\b",
    re.IGNORECASE,
)
_WORK_WORDS = LazyPattern(
    r"\b(?:audit(?:ed|s)?|meeting|met|panel|board|group|published|publication|report(?:ed)?|"
    r"review(?:ed)?|conference date|minutes|"
    r"notified|notification|letter|wrote|agreed|approved|signed|sent|submitted|inspection|"
    r"inspected|workshop|training|event|"
    r"launch(?:ed)?|due|deadline|guidance|in force|act|dated|accessed|retrieved|version|"
    r"updated|policy|framework|briefing|"
    r"seminar|learning|committee|executive|partnership|survey|consultation|programme|webinar|"
    r"protocol|strategy|commissioned|"
    r"decision|decided|considered|collected|sample(?:d)?|drawn|read|closed|completed|recommend(?:s|ed|ation)?)\b",
    re.IGNORECASE,
)
_ONE_CHILD = LazyPattern(
    r"\b(?i:child|baby|sibling|twin|boy|girl|infant|young person|adult|mother|father|parent|"
    r"pupil|student|brother|sister) "
    r"(?:[A-Z]{1,2}|[A-Z]?\d{1,2}|[A-Z]\d)\b"
    r"|\b(?:[Tt]he|[Tt]his|[Aa]|[Hh]is|[Hh]er|[Oo]ne|[Tt]heir|[Tt]hat|[Oo]lder|[Yy]ounger|"
    r"[Ee]ldest|[Yy]oungest) (?:(?:older|younger|eldest|youngest|two|half|newborn|unborn|"
    r"\d{1,2}[ -]?(?:year|month|week)s?[ -]?old|teenage|little|deceased|injured|subject) ?-?){0,2}"
    r"(?:child|baby|boy|girl|infant|toddler|sibling|twin|twins|brother|sister|son|daughter|"
    r"young person|teenager|pupil|newborn)\b"
    r"(?! (?:safeguarding|protection|death|in need|sexual|and adolescent|practice|centred|"
    r"focused|exploitation|criminal|abuse|services?|care|development))"
    r"|\b(?:[Hh]e|[Ss]he) (?:was|had|is|has|moved|went|attended|disclosed|told|said|started|"
    r"returned|left|ran|came|presented)\b"
    r"|\bC[A-D]\b(?! form)",
)
_AGE = LazyPattern(
    r"\b\d{1,2}[ -](?:years?|yrs?)(?:[ -]old)?,?(?: and)? \d{1,2} months?(?:,?(?: and)? "
    r"\d{1,2} (?:days?|weeks?))?(?: old| of age)?"
    r"|\b\d{1,2} months?,?(?: and)? \d{1,2} (?:days?|weeks?)(?: old| of age)?"
    r"|\b\d{1,4} (?:days|weeks) old|\b\d{1,2}[ -](?:day|week)[ -]old",
    re.IGNORECASE,
)
_AGE_WORDS = LazyPattern(r"\b(?:aged?|old|at the age of|of age)\b|\bbirth\b", re.IGNORECASE)
_PERSON_WORDS = frozenset(
    [
        *(
            "dob",
            "dod",
            "ob",
            "od",
            "b",
            "d",
            "born",
            "birth",
            "birthday",
            "birthdate",
            "died",
            "death",
            "deceased",
            "dead",
        ),
        *(
            "passed",
            "killed",
            "murdered",
            "stillborn",
            "life",
            "child",
            "baby",
            "sibling",
            "twin",
            "twins",
            "boy",
            "girl",
        ),
        *(
            "infant",
            "toddler",
            "person",
            "adult",
            "mother",
            "father",
            "parent",
            "pupil",
            "student",
            "brother",
            "sister",
        ),
        *("son", "daughter", "teenager", "newborn", "he", "she", "ca", "cb", "cc", "cd"),
    ]
)
"""Without one of these words near it, a date belongs to work, not to a person."""
FIELDS = ("dob", "born", "birth", "died", "death", "dod:", "deceased")


def is_of_one_child(text: str) -> bool:
    """Whether the text speaks of one child or one member of a family, and not of children in general or of work."""
    return _ONE_CHILD.search(text) is not None


def dates(index: TextIndex) -> NormalisedMatches:
    """Dates of birth and death, and exact dates beside one child."""
    for start, end in _date_spans(index):
        code = _date_code(index.text, start, end)
        if code is BIRTH_OR_DEATH:
            yield NormalisedMatch(code, "a date of birth or death", start, end)
        elif code is not None:
            yield NormalisedMatch(code, "an exact date beside a child", start, end)


def _date_spans(index: TextIndex) -> Iterator[tuple[int, int]]:
    if not index.rest and not _MONTH_IN_WORDS.search(index.others):
        for match in _ISO_DAY.finditer(index.text):
            yield match.start() - len("2019"), match.end()
        return
    for match in _DATE.finditer(index.text):
        yield match.span()
    if index.rest and _MONTH_WAS_FIRST.search(index.rest):
        for match in _MONTH_FIRST.finditer(index.text):
            yield match.span()


def _date_code(text: str, start: int, end: int) -> Code | None:
    before = text[max(0, start - 60) : start]
    if field := _FIELD.match(before, max(0, before.rfind("\n", 0, -1))):
        return BIRTH_OR_DEATH if _LIFE_FIELD.fullmatch(field["key"]) else None
    around = clause(text, start, end) if _has_person_word(text, start, end) else None
    if around is None:
        return None
    if _LIFE_LABEL_BEFORE.search(around.before[-50:]) and not _is_review_of_death(around):
        return BIRTH_OR_DEATH
    if _WORK_WORDS.search(around.both):
        return None
    if _LIFE_EVENT.search(around.both):
        return BIRTH_OR_DEATH
    return DAY_BESIDE_CHILD if is_of_one_child(around.both) else None


def _has_person_word(text: str, start: int, end: int) -> bool:
    """Whether a word near the date could make it a person's."""
    nearby = f"{text[max(0, start - REACH) : start]} {text[end : end + REACH]}"
    return not _PERSON_WORDS.isdisjoint(words(nearby.lower()))


def _is_review_of_death(around: Clause) -> bool:
    return (
        re.search(r"\b(?:review|report|notified|notification) (?:of|into|after) the death\b", around.before) is not None
    )


def ages(text: str) -> NormalisedMatches:
    """Ages to the month, week or day of one child."""
    for match in _AGE.finditer(text):
        around = clause(text, *match.span())
        if _AGE_WORDS.search(f"{around.before[-20:]} {match[0]} {around.after[:12]}") or is_of_one_child(around.both):
            yield NormalisedMatch(DAY_BESIDE_CHILD, "an exact age", *match.span())
