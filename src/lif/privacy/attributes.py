"""Find what fits one child or one family only: the only one of its kind in a place, and siblings with their ages."""

import re

from lif.diagnostics.codes import DAY_BESIDE_CHILD, NAME, ONLY_ONE, SIBLINGS
from lif.privacy.lazy_regex import LazyPattern
from lif.privacy.rule import MAY_BE_A_NAME, Rule, cued
from lif.privacy.vocabulary import BEGINNINGS, NOT_NAMES, RELATIONS

_PLACE = (
    r"(?:village|town|hamlet|island|parish|street|road|estate|ward|school|class|year|year group|cohort|nursery|"
    r"borough|county|"
    r"district|city|area|country|england|wales|britain|uk|region|team|club|unit|neighbourhood|community|world|"
    r"college|setting|home)"
)
_KIN = (
    r"(?:child|children|baby|babies|boys?|girls?|pupils?|students?|famil(?:y|ies)|twins?|teenagers?|young "
    r"(?:person|people)|patients?)"
)
_PARENT = (
    r"(?:mother|father|mum|dad|parents?|stepfather|stepmother|grandfather|grandmother|uncle|aunt|brother|sister|"
    r"family|son|daughter|child|he|she)"
)
_OFFICE = (
    r"(?:councillor|mayor|mp|footballer|boxer|athlete|swimmer|olympian|olympic [a-z]+|musician|singer|actor|"
    r"actress|celebrity|"
    r"journalist|police officer|officer in the force|detective|firefighter|doctor|gp|surgeon|nurse|midwife|teacher|"
    r"headteacher|"
    r"head teacher|judge|magistrate|barrister|solicitor|imam|priest|vicar|pastor|rabbi|minister|churchwarden|"
    r"publican|landlord|"
    r"shopkeeper|postmaster|postmistress|postman|baker|butcher|farmer|soldier|diplomat|politician|champion|coach|"
    r"governor|director|chief executive|author|youtuber|influencer|businessman|millionaire|asylum judge|social worker)"
)
_DISTINCT = (
    r"(?:serving|well-known|known|famous|former|local|village|town|professional|prominent|elected|retired|"
    r"award-winning|"
    r"celebrated|high-profile|convicted|premier league|international|national|senior|olympic|parish|town's|village's)"
)
_NUMBER = r"(?:[0-9]{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_AGE = (
    r"(?:[0-9]{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen)"
)
_OFFICE_WORDS = frozenset(re.findall(r"[a-z]{2,}", _OFFICE.replace("[a-z]", ""))) - cued(
    "in the head police chief social asylum"
)
_ONE_OF_A_KIND = frozenset(re.findall(r"[a-z]+", _PLACE)) | cued(
    "condition disorder syndrome disease illness dog wheelchair aid aids mutation diagnosis operation surname "
    "pupil user family "
    "child boy girl baby twins student traveller refugee"
)
_WORK = re.compile(
    r"\b(?:agenc|partner|audit|record|review|report|return|measure|standard|service|school that|team that|meeting|"
    r"training|"
    r"plan|policy|board|partnership|finding|theme|action|question|tool|source|way|time|day|reason|evidence|one of "
    r"(?:two|three) part|"
    r"provider|trust|council|force)",
    re.IGNORECASE,
)


def _is_of_a_child(match: re.Match[str]) -> bool:
    return _WORK.search(match[0]) is None


RULES = (
    Rule(
        ONLY_ONE,
        "the only one of its kind in a place",
        LazyPattern(
            rf"(?<![A-Za-z])(?P<value>only (?:(?!and\b)[A-Za-z0-9'-]+ ){{1,7}}?(?:in|of|at|on|from|with|to|who)\b"
            rf"(?: [A-Za-z0-9'-]+){{0,3}}? (?:the|this|that|her|his|their|its|our|a)(?: [A-Za-z'-]+){{0,2}} "
            rf"(?:{_PLACE}|condition|disorder|syndrome|disease|illness|guide dog|wheelchair|hearing aids?|"
            r"mutation|diagnosis|operation|surname))(?![A-Za-z])"
            rf"|only (?:(?!and\b)[A-Za-z0-9'-]+ ){{0,4}}?(?:pupil|wheelchair user|family|child|boy|girl|baby|twins|"
            r"student|traveller|refugee)(?: [a-z]+){0,2} (?:in|at|on|of|with)(?![A-Za-z])",
            re.IGNORECASE,
        ),
        cued("only"),
        _ONE_OF_A_KIND,
        counts=_is_of_a_child,
    ),
    Rule(
        ONLY_ONE,
        "one of few of its kind",
        LazyPattern(
            rf"(?<![A-Za-z])(?P<value>(?:one of (?:only )?(?:the )?{_NUMBER}|one of (?:the )?(?:very )?few|the "
            r"(?:first|youngest|oldest)) "
            rf"(?:known )?{_KIN}(?: [a-z-]+){{0,3}} (?:in|to|with|at|of|who|ever)(?![A-Za-z]))",
            re.IGNORECASE,
        ),
        cued("one first youngest oldest"),
        cued(
            "child children baby babies boy boys girl girls pupil pupils student students family families twins "
            "teenager "
            "teenagers young patient patients"
        ),
    ),
    Rule(
        ONLY_ONE,
        "who a parent is",
        LazyPattern(
            rf"(?<![A-Za-z])(?P<value>{_PARENT} (?:is|was|had been|who (?:is|was)|being) (?:now |once )?(?:an? |the )"
            rf"(?:{_DISTINCT}[ -]){{1,3}}{_OFFICE}s?)(?![A-Za-z])"
            rf"|(?<![A-Za-z])(?P<of>(?:the |an? )?(?:{_DISTINCT}[ -])*{_OFFICE}'s (?:son|daughter|child|wife|"
            r"husband|niece|nephew|baby|grandson|granddaughter))",
            re.IGNORECASE,
        ),
        _OFFICE_WORDS,
        cued(
            "mother father mum dad parent parents stepfather stepmother grandfather grandmother uncle aunt "
            "brother sister "
            "family son daughter child he she wife husband niece nephew baby grandson granddaughter"
        ),
    ),
    Rule(
        ONLY_ONE,
        "who a parent is",
        LazyPattern(
            rf"(?<![A-Za-z])(?P<value>{_PARENT} (?:was|is) the (?:village|local|town|parish) [a-z]+"
            r"|(?:ran|runs|keeps|kept|owned|owns|managed) the (?:village|local|only|corner) (?:shop|pub|post "
            r"office|school|garage|"
            r"takeaway|chip shop|bakery|surgery|nursery|farm|hotel|cafe|mosque|church)"
            rf"|{_PARENT} was the [a-z]+'s (?:son|daughter))(?![A-Za-z])",
            re.IGNORECASE,
        ),
        cued("village local town parish only corner son daughter"),
        cued(
            "shop pub post school garage takeaway chip bakery surgery nursery farm hotel cafe mosque church "
            "mother father mum "
            "dad parent parents stepfather stepmother grandfather grandmother uncle aunt brother sister family "
            "child he she"
        ),
    ),
    Rule(
        ONLY_ONE,
        "what was in the news",
        LazyPattern(
            r"(?<![A-Za-z])(?P<value>(?:won|wins|holds|held|broke) (?:the|a|an) (?:[a-z-]+ ){1,4}(?:title|medal|"
            r"championships?|record|trophy|"
            r"competition|award|cup)|(?:in )?a widely[ -]reported (?:case|trial|murder|attack|fire|crash|incident)|"
            r"made the (?:national |local )?"
            r"(?:papers|news|headlines)|(?:in|on) the (?:national|local) (?:news|press|papers|television)|appeared "
            r"on (?:television|tv)|"
            r"well[ -]publicised (?:case|trial|murder|death|attack))(?![A-Za-z])",
            re.IGNORECASE,
        ),
        cued("won wins holds held broke widely made news press papers television tv publicised"),
        cued(
            "title medal championship championships record trophy competition award cup reported papers news headlines "
            "national local television tv publicised"
        ),
    ),
    Rule(
        ONLY_ONE,
        "a birth of several",
        LazyPattern(
            r"(?<![A-Za-z])(?P<value>(?:the |a set of |conjoined )?(?:triplets?|quadruplets?|quads|quintuplets?|"
            r"sextuplets?))(?![A-Za-z])",
            re.IGNORECASE,
        ),
        cued("triplet triplets quadruplet quadruplets quads quintuplet quintuplets sextuplet sextuplets"),
    ),
    Rule(
        SIBLINGS,
        "the ages of siblings together",
        LazyPattern(
            r"(?<![A-Za-z])(?P<value>(?:siblings?|brothers?|sisters?|sibling group|children|twins|boys|girls|"
            r"half-siblings|kids)(?: of [a-z]+)?"
            rf"(?: \(| \w+ who were|,)? ?aged? {_AGE}(?:, {_AGE}){{1,8}},? (?:and|&) (?:an? )?{_AGE}(?: "
            rf"\w+){{0,2}}(?! (?:took|were surveyed|answered)))",
            re.IGNORECASE,
        ),
        cued("aged age"),
        counts=lambda match: match["value"].lower().startswith(("sib", "bro", "sis", "twin", "half")),
    ),
    Rule(
        SIBLINGS,
        "the ages of siblings together",
        LazyPattern(
            r"(?<![A-Za-z])(?P<value>(?:brothers?|sisters?|siblings?|twins?|son|daughter)s?(?: aged | of | "
            rf"\()(?:{_AGE}\)?)(?:,? and (?:an? )?"
            rf"(?:[a-z]+ ){{0,3}}(?:brother|sister|sibling|baby|twins?|son|daughter) (?:of |aged |\()?{_AGE})"
            rf"|siblings? group of {_NUMBER}|(?:eldest|youngest|oldest|middle|second|third|fourth) of (?:five|six|"
            r"seven|eight|nine|ten|eleven|twelve|[5-9]|1[0-9])"
            rf"(?: (?:children|siblings|brothers|sisters))?|(?:aged|of) {_AGE}(?:, {_AGE}){{2,8}},? and {_AGE}(?= "
            r"?(?:[.;)]|$)))(?![A-Za-z0-9])",
            re.IGNORECASE,
        ),
        cued(
            "brother brothers sister sisters sibling siblings twin twins son sons daughter daughters eldest "
            "youngest oldest middle second third fourth aged"
        ),
        cued("of aged and group"),
        counts=lambda match: not match["value"].lower().startswith("of "),
    ),
    Rule(
        DAY_BESIDE_CHILD,
        "a day beside a birthday",
        LazyPattern(
            r"(?<![A-Za-z])(?P<value>(?:[0-9]+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|the) "
            r"(?:hours?|days?|weeks?|months?) "
            r"(?:before|after|short of|off|from|past|to) (?:his|her|their|the child's|the boy's|the girl's) "
            r"(?:[a-z]+|[0-9]{1,2}(?:st|nd|rd|th)) "
            r"birthday|(?:on|the eve of|the day of) (?:his|her|their) (?:[a-z]+th|first|second|third|"
            r"[0-9]{1,2}(?:st|nd|rd|th)) birthday)(?![A-Za-z])",
            re.IGNORECASE,
        ),
        cued("birthday"),
    ),
    Rule(
        NAME,
        "a nickname",
        LazyPattern(
            r"(?<![A-Za-z])(?:known (?:locally |to (?:friends|family|police|everyone) |in the family )?as|goes by|"
            r"went by|nick-?named?|street name|"
            r"calls? (?:him|her|himself|herself|them)|called (?:him|her|himself|herself)|pet name)"
            r"(?: is| was|:| name)?(?: the name)?(?: of)? ?[\"']?(?P<value>[A-Z][a-z]{2,15}(?:[ "
            r"-][A-Z][a-z]{2,15})?)(?![A-Za-z])"
        ),
        cued("known goes went nickname nicknamed nick street call calls called pet"),
        MAY_BE_A_NAME,
        counts=lambda match: match.start("value") > 0 and _is_nickname(match),
    ),
)
"""The rules on what fits one child or one family only."""


def _is_nickname(match: re.Match[str]) -> bool:
    """Whether the word is no body, method or pseudonym: `known as Working Together`, `known as Child A`."""
    words = match["value"].lower().replace("-", " ").split()
    after = match.string[match.end() : match.end() + 20]
    return (NOT_NAMES | BEGINNINGS | RELATIONS).isdisjoint(words) and not re.match(
        r" (?:[A-Z]|House|Trust|project|programme|scheme|model|tool|system)", after
    )
