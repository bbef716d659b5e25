"""Cues that make a word with a capital letter a person's: what is said of people, roles, relations, forms of names."""

import re

from lif.privacy.lazy_regex import LazyPattern

ROLE_ABBREVIATIONS = (
    "SW|HV|DC|PC|DS|DI|DCI|PS|IDVA|ISVA|FSW|ATM|TM|NN|EP|YOT|AHT|DHT|HT|DSL|DDSL|LADO|IRO|CSW|SSW|ASW|PA|TA|LSA|"
    "CPN|OT|SLT|GP|"
    "PCSO|EHW|EWO|FGC|CPC|RO|QA lead|SENCO|SENCo|MW|SN|CYPW|YJO|YOS|NQSW|AP|Det Supt|Supt|Sgt|CG"
)
_ROLE_WORDS = (
    "[Ss]ocial worker|[Hh]ealth visitor|[Mm]idwife|[Nn]urse|[Tt]eacher|[Hh]ead ?teacher|[Dd]eputy head|[Tt]eam "
    "manager|[Ww]orker|[Kk]ey ?worker|"
    "[Oo]fficer|[Ii]nspector|[Aa]uditor|[Rr]eviewer|[Aa]dvocate|[Gg]uardian|[Pp]aediatrician|[Cc]onsultant|"
    "[Pp]sychiatrist|[Tt]utor|"
    "[Mm]anager|[Cc]hair|[Cc]oroner|[Jj]udge|[Mm]entor|[Cc]arer|[Nn]eighbour|[Pp]artner|[Bb]oyfriend|"
    "[Gg]irlfriend|[Uu]ncle|[Aa]unt(?:ie)?|"
    "[Mm]um|[Dd]ad|[Mm]other|[Ff]ather|[Bb]rother|[Ss]ister|[Nn]an|[Gg]randad|[Gg]randmother|[Gg]randfather|"
    "[Ss]tep-?(?:father|mother|dad|mum)|"
    "[Cc]ousin|[Ss]on|[Dd]aughter|[Bb]oy|[Gg]irl|[Bb]aby|[Ll]odger|[Ff]riend|[Vv]ictim|[Pp]erpetrator|[Ss]ister|"
    "[Ss]ibling"
)
_NAME = r"(?P<value>[A-Z][a-z]{2,20}(?:[ -][A-Z][a-z]{2,20})?)(?![A-Za-z])"
_PERSONAL_VERB = (
    r"(?:told (?:his|her|their|the (?!same)|a |me|us|nobody|no one|everyone|[A-Z])|said(?:[:,]| (?:that (?:she|he|"
    r"nobody|no one)|nothing|she|he|so|\"|her|his|it))|disclosed|cried|wept|hit|bit|slept|sleeps|lives?|lived|"
    r"moved|"
    r"ran (?:away|off|from|home)|drinks|drank|drove|begged|shouted|cooked|attended|denied|hid|wrote|rang|phoned|texted|"
    r"thinks|feels|felt|knew|stopped eating|stayed|looked after|collected|went (?:missing|home|to|back)|came "
    r"(?:home|to|back|in)|"
    r"wanted|wants|asked (?:for|to|her|him|whether)|shared a|left (?:the house|home|school|before)|loves|likes|"
    r"refused to|self-harmed|overdosed|died|"
    r"did not (?:attend|want|speak|come|say|feel|like|know|go|eat)|does not|doesn't|didn't|could not (?:sleep|"
    r"speak|say)|"
    r"will (?:upload|chase|check|ring|call|confirm|send|speak)|to (?:chase|ring|check|confirm)|"
    r"(?:was|is|has been|had been) (?:seen|born|left|upset|excluded|weighed|moved|arrested|known to|found|placed|"
    r"taken|removed|admitted|"
    r"bruised|assaulted|abused|trafficked|circumcised|in (?:care|Reception|Year)|on (?:a|licence)|at (?:home|"
    r"school|nursery)|"
    r"(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|[0-9]{1,2})(?= "
    r"(?:when|years|and)|[.,]|$)|"
    r"(?:her|his|their|my|our)|frightened|scared|hungry|tearful|safe|missing|pregnant|unwell|shy|alone|let out|"
    r"the (?:youngest|eldest|oldest|middle|mother|father|subject|child|boy|girl)|an? (?:\w+ )?(?:boy|girl|child|"
    r"baby|teenager))|"
    r"has (?:a (?:social worker|bruise|sister|brother|dog|cold|worker)|no |not (?:been|slept|seen|spoken)|two |had "
    r")|had (?:been|not|hit|told|a (?:bruise|cut|black))|"
    r"and (?:her|his|mum|dad|their|the baby|[A-Z][a-z]+ (?:are|were) (?:sisters|brothers|siblings|twins)))"
)
_HAS = (
    r"'s (?:mother|father|mum|dad|parents?|brother|sister|siblings?|partner|boyfriend|girlfriend|husband|wife|"
    r"carer|grand\w+|nan|uncle|aunt|"
    r"cousin|friends?|teacher|tutor|social worker|health visitor|school|class|arm|arms|leg|face|head|back|eye|hair|"
    r"body|hand|death|"
    r"voice|account|wishes|bedroom|house|home|flat|file|case|passport|phone|dog|story|records?|statement|behaviour|"
    r"attendance|"
    r"injur\w+|bruis\w+|disclosure|worker|doctor|GP|birth|birthday|name|bed|room|clothes|shoes)\b"
)
AFTER_AMBIGUOUS = re.compile(
    rf" {_PERSONAL_VERB}|{_HAS}| \((?:[0-9]{{1,2}}|SW|HV|mother|father|mum|dad|police|aged|Year|family support|"
    r"social|housing|YOS|her|his|CSC)\b"
    r"|, (?:aged|her|his|mother|eldest|youngest|oldest|the (?:mother|father|youngest|eldest|oldest))\b"
    r"| (?:should|must|can|could|would) (?:have|be|not) (?:her|his|seen|asked)\b"
    r"| (?:from|at|in) (?:the )?(?:housing|probation|police|school|nursery|education|health|[A-Z]{3,5})\b(?! "
    r"(?:figures|data))"
    r"| \(?(?:her|his)\b|,? who (?:is|was) [0-9a-z]"
)
BEFORE_AMBIGUOUS = re.compile(
    r"(?:(?<![A-Za-z])(?:It was|it was|happened to|listen(?:ed)? to|believed|worried about|[Cc]onversation with|"
    r"[Ii]nterview with|[Cc]all with|"
    r"[Ss]poken? (?:to|with)|[Ss]pok(?:e|en) (?:to|with)|[Vv]isit to|[Cc]oncerns? (?:about|for)|according to|"
    r"According to|told by|[Ee]scalated to|[Tt]hanks to|asked|"
    r"named|called|met with|I met|placement with|photo of|bruises on|death of|home of|abuse of|[Hh]andover (?:from|"
    r"to)|[Ss]upervision with|[Ll]ed by|"
    r"[Cc]haired by|[Rr]eviewed by:?|[Pp]repared by|[Ss]een by|agreed by|signed off by|[Aa]pologies from|shouted "
    r"at|hit|saw|found|"
    r"[Ee]mail from|[Ll]etter (?:to|from)|[Uu]pdate from|the girl's name is|the boy's name is|[Nn]ame(?: is|:)|"
    r"real name:?|Child [A-Z] (?:is|=)|Child [A-Z],? whose name is|"
    rf"[Nn]ew partner is|[Ss]igned:|[Rr]egards,|[Dd]ear|cc|FAO|[Aa]sk|per|as per|(?:{ROLE_ABBREVIATIONS})|"
    rf"(?:{_ROLE_WORDS}),?|[Ww]hen) \(?[\"']?)$"
    rf"|(?<![A-Za-z])(?:{_ROLE_WORDS}|{ROLE_ABBREVIATIONS}|Child [A-Z]) ?\([\"']?$"
)
ROLE_AND_NAME = LazyPattern(
    rf"(?<![A-Za-z])(?:(?:{ROLE_ABBREVIATIONS}) (?:[0-9]{{2,5}} )?\(?{_NAME}(?! (?:and|services?|teams?|meetings?|"
    r"visits?|reports?)\b[^.]*\b(?:plan|team|service))"
    rf"|(?<![A-Za-z]){_NAME.replace('value', 'before')}(?=(?: [0-9]{{2,5}})? \((?:{ROLE_ABBREVIATIONS}|social "
    r"worker|police|school|CSC|chair|mother|father|housing|health|education|YOS|probation)\)))"
)
_KIN = r"(?:family|twins|household|brothers|sisters|siblings|boys|girls|children|triplets|lads|parents|baby)"
FAMILY = LazyPattern(
    rf"(?<![A-Za-z])(?:the|The) (?P<value>[A-Z][a-z]{{2,20}}(?:-[A-Z][a-z]{{2,20}})?) {_KIN}\b(?!'? (?:hub|centre|"
    r"service|group|court|rights|support|test|review))"
    rf"|(?:^|[.:] |[\"'(])(?P<first>[A-Z][a-z]{{2,20}}(?:-[A-Z][a-z]{{2,20}})?) (?:family|household|twins)\b(?=[ "
    r":.,]|$)(?! (?:hub|centre|service|group|court|rights|support))"
    r"|(?<![A-Za-z])(?:[Ff]amily name|[Ss]urname)(?: is|:| was)? (?P<surname>[A-Z][a-z]{2,20})(?![a-z])"
)
INITIAL_AND_SURNAME = LazyPattern(
    r"(?<![A-Za-z.])(?P<value>[A-Z]\. ?[A-Z][a-z]{2,20}(?:-[A-Z][a-z]{2,20})?)(?![A-Za-z])(?!,? (?:et al|and "
    r"colleagues|\(?(?:19|20)[0-9]{2}))"
)
SURNAME_FIRST = LazyPattern(r"(?<![A-Za-z])(?P<value>[A-Z][A-Z'-]{2,20}, [A-Z][a-z]{2,20})(?= [(-]| - |$|[.;])")
OWNED_BY = LazyPattern(
    r"(?<![A-Za-z])(?:owner|reviewer|author|lead|auditor|by|assignee|contact|checked_by|done_by): "
    r"?[\"']?@?(?P<value>[a-z]{1,20}\.[a-z]{2,20})(?![a-z.@])"
)
KIN = frozenset(re.findall(r"[a-z]+", _KIN)) | {"surname"}
CAPITAL_BEFORE_KIN = re.compile(r"[A-Z][a-z]{2,20}(?:-[A-Z][a-z]{2,20})?[\s#]{1,12}$")
"""The words of which one stands in what `FAMILY` matches, and what stands before it."""
ROLE_TOKENS = frozenset(re.findall(r"[A-Za-z]+", ROLE_ABBREVIATIONS)) - {"lead"}
ROLE_SIGN = re.compile(r"\((?:social|police|school|chair|mother|father|housing|health|education|probation)(?![a-z])")
SURNAME_SIGN = re.compile(r",(?<=[A-Z'-],)[\s#>]{1,12}[A-Z][a-z]{2,20}(?![A-Za-z])")
OWNER_SIGN = re.compile(r":[\s#]{0,12}[\"']?@?[a-z]{1,20}\.[a-z]{2,20}(?![a-z.@])")
"""What stands in a text with a match of `ROLE_AND_NAME`, of `SURNAME_FIRST` or of `OWNED_BY`, however it is wrapped."""
