"""Words by which a date or an age is a person's: of a birth, a death, a child; and those by which it is of work."""

import re

from lif.privacy.lazy_regex import LazyPattern
from lif.privacy.rule import cued

LIFE_WORDS = cued(
    "dob dod d b o r birth births birthday birthdate born edd edc died dead death deaths deceased rip passed killed "
    ""
    "murdered stillborn delivered delivery withdrawn withdrew turned turns turning confinement celebrated switched "
    "extinct"
)
"""The words of which one stands in every date that is labelled as one of a birth or a death."""
_IN_BETWEEN = (
    r"(?:[ \t:,(=.\"'-]{1,4}|(?<![A-Za-z])(?:in (?:hospital|utero|custody)|on|was|is|will be|fell|falls|at home|at|"
    r"the|early"
    r"|on|or about|around|dated|day|aged [0-9]{1,2}|a|early|there|here|prematurely|in|suddenly|alone|recorded as"
    r"|sadly|tragically|by section|by caesarean|and (?:day|month)|to parents|spent|:)(?![A-Za-z])){0,7}"
)
LABEL_BEFORE = (
    r"(?:(?<![A-Za-z])(?:d[ .]{0,3}o[ .]{0,3}[bd]\b\.?|ed[dc]\b|e\.d\.[dc]\b\.?|b\.|born|rip|r\.i\.p|date[ ]?of[ "
    r"]?(?:birth|"
    r"death|delivery)"
    r"|(?:expected|estimated|due)[ ]date(?:[ ]of[ ](?:delivery|birth|confinement))?|due date"
    r"|birth(?:[ ]?(?:day|date))?(?:'s)?|year of birth and day|died|death(?: of (?:the|this|that|a) [a-z]+)?|deceased"
    r"|passed away|found dead|killed|murdered|stillborn|life extinct|pronounced (?:dead|deceased))(?![A-Za-z])"
    r"|\((?:[bd])\.? ?)(?:, [0-9]{4},? )?"
    rf"{_IN_BETWEEN}"
)
LABEL_AFTER = r"[ ]?[(,:-]{1,2}[ ]?(?:dob|d\.o\.b|date[ ]of[ ](?:birth|death)|birth[ ]?da(?:te|y)|dod|edd)\b"
EVENT_OF_ONE = (
    r"(?<![A-Za-z])(?:(?:turn(?:s|ed|ing)|celebrated (?:his|her|their)) (?:[a-z]+|[0-9]{1,2})(?: birthday)?"
    r"|(?:delivered|withdrawn|withdrew|switched off)"
    r"|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[a-z]+teenth|[a-z]+eenth|eleventh|twelfth"
    r"|[0-9]{1,2}(?:st|nd|rd|th)) birthday)"
    r"(?:[ ,:(]{1,2}|(?<![A-Za-z])(?:on|was|is|in|by|the|prematurely|early|at)(?![A-Za-z])){0,6}"
)
LIFE_FIELD = re.compile(
    r"dob|born|birth|date_of_birth|died|death|dod|deceased|birthday|birth_?date|date_of_death|edd", re.IGNORECASE
)
LIFE_EVENT = LazyPattern(
    r"\b(?:was born|were born|born (?:at|in|to|on|early|prematurely)|gave birth|died|passed away|was (?:killed|"
    r"murdered|stillborn|delivered by)|birthday|"
    r"(?:was )?pronounced (?:dead|deceased|life extinct)|life extinct|found dead|t(?:oo|ake)k? (?:his|her|their) "
    r"own life|lost "
    r"(?:his|her|their) life)\b",
    re.IGNORECASE,
)
WORK_WORDS = LazyPattern(
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
ONE_CHILD = LazyPattern(
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
    r"|\bC[A-D]\b(?! form)"
    r"|\b(?:[Ff]ractured|[Bb]roken|[Bb]ruis(?:ed|es|ing)|[Hh]ospitali[sz]ed|[Ii]njur(?:y|ed|ies)|[Bb]urns?|"
    r"[Ss]cald(?:ed|s)"
    r"|[Ss]tabbed|[Oo]verdosed?|[Aa]dmitted|[Ww]ent missing|[Aa]bsconded)\b(?! (?:rates?|figures|data))",
)
AGE_WORDS = LazyPattern(r"\b(?:aged?|old|at the age of|of age)\b|\bbirth\b", re.IGNORECASE)
PERSON_WORDS = cued(
    "child baby sibling twin twins boy girl infant toddler person adult mother father parent pupil student "
    "brother sister "
    "son daughter teenager newborn he she ca cb cc cd fractured broken bruise bruised bruises bruising hospitalised "
    "hospitalized injury injured injuries burn burns scald scalded scalds stabbed overdose overdosed admitted missing "
    "absconded born birth birthday died dead deceased passed killed murdered stillborn life death extinct dob dod"
)
"""Without one of these words in the clause, a date belongs to work, not to a person."""
