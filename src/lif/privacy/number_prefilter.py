"""Numbers that point to nobody: where a text has no others, as most have not, no pattern with a number is tried."""

import re
from typing import NamedTuple

_TAME = re.compile(r"[:/] ?(?:(?:19|20)[0-9]{2}(?:-[0-9]{2}){0,2}(?=\n|-[a-z])|[0-9]{1,3}(?=\n))")
"""Years, days and counts that are the whole value of a field, and years that ids begin with."""
_DAY = re.compile(
    r"""
    [0-9] (?<=[A-KMNP-Za-kmnp-z][ ].)
    (?: (?:(?<=1)9|(?<=2)0) [0-9]{2} (?:-[0-9]{2}){2}
    |   [0-9]?[ ] (?:January|February|March|April|May|June|July|August|September|October|November|December)
        [ ] (?:19|20)[0-9]{2}
    )
    (?= [\"')]?\n | ,?[ ] (?![yY]|[mM]onth|[wW]eek|[dD]ay) [A-Za-z][a-kmnp-z] )
    |
    [0-9] (?<=[a-z]-.) [0-9]?(?:st|nd|rd|th)-[a-z]{3,9}-(?:19|20)[0-9]{2} (?=/?\n)
    """,
    re.VERBOSE,
)
"""A day between words that neither count it nor could be part of a number whose 1 or 0 was written as a letter."""
_TAME_ONES = re.compile(
    r"""
    (?: [^0-9]*+
        (?: (?<=:[ ]) (?:19|20)[0-9]{2} (?:-[0-9]{2}){0,2} (?=\n)                 # the day or year of a field
        |   (?<=/) (?:19|20)[0-9]{2}                                              # the id of a record, unless a word
            (?:-(?!mrn|pnc|custody|hospital|inquest|notification)[a-z]++)++       # in it says that it is a case's;
            (?:(?<![lo])-[0-9]{1,5}(?:-[0-9]{1,2})?)? (?=[\n#])                   # l and o may stand for 1 and 0
        |   (?: (?<=[^\s#>.-][ ]) | (?<=[:/]) ) (?<!ear[ ]) (?<!aged[ ])          # a short one that ends a line
            [0-9]{1,2} (?:-[0-9]{1,2})? (?=\n)
        |   (?: (?<=[a-z,][ ]) | (?<=[ ][(]) ) (?:19|20)[0-9]{2}                  # a year told of
            (?=[,;)\"']?\n | ,[ ][a-z]{2})
        |   (?: (?<=\.uk/) | (?<=\.org/) | (?<=\.com/) )                         # when a page was published
            (?:19|20)[0-9]{2} (?:/[0-9]{2}){0,2} (?=/[a-z])
        |   (?<=[a-z]-) [0-9]{1,2} (?=/[a-z]) | (?<=\.aspx\?ID=) [0-9]{4,5} (?=\n) # and which page it is
        |   (?: (?<=[:/]) | (?<=[:/][ ]) )                                        # others that are tame
            (?: (?:19|20)[0-9]{2} (?: (?:-[0-9]{2}){0,2} (?=-[a-z]) | (?=\n) ) | [0-9]{1,3} (?=\n) )
        )
    )*+ [^0-9]*+""",
    re.VERBOSE,
)
"""A text as far as its numbers are of kinds that no pattern takes for somebody's, whatever stands around them."""


class Numbers(NamedTuple):
    """The lines of a text that have numbers which may be somebody's; and the same without days. Empty for none."""

    others: str
    but_days: str


_NONE = Numbers("", "")


def numbers(text: str) -> Numbers:
    """The numbers in a text that may be somebody's, in their lines; what stands on others changes nothing."""
    lines = ["\n"]
    here = 0
    while (number := _tame(text, here)) < len(text):
        start, here = text.rfind("\n", 0, number) + 1, text.find("\n", number) + 1 or len(text)
        lines.append(text[start:here])
    if here == 0:
        return _NONE
    others = _TAME.sub("", "".join(lines))
    but_days = _DAY.sub("", others)
    return Numbers(others, "" if _tame(but_days) == len(but_days) else but_days)


def _tame(text: str, start: int = 0) -> int:
    """Where the first number stands that is not tame; the length of the text where all are."""
    tame = _TAME_ONES.match(text, start)
    return tame.end() if tame else start
