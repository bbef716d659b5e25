"""Prefilter for numbers: keep only the lines of a text with numbers that may identify a person.

A number is tame when no pattern can take it for a person's: a year, a day, a count, part of a record's id. Most texts
have only tame numbers, and then no pattern with a number is tried.
"""

import re
from typing import NamedTuple

_TAME_VALUE = re.compile(r"[:/] ?(?:(?:19|20)[0-9]{2}(?:-[0-9]{2}){0,2}(?=\n|-[a-z])|[0-9]{1,3}(?=\n))")
"""Years, days and counts that are the whole value of a field, and years at the beginning of ids."""
_TAME_DAY = re.compile(
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
"""A date between words that neither count it nor could belong to a number whose 1 or 0 was written as a letter."""
_TAME_START = re.compile(
    r"""
    (?: [^0-9]*+
        (?: (?<=:[ ]) (?:19|20)[0-9]{2} (?:-[0-9]{2}){0,2} (?=\n)                 # the day or year of a field
        |   (?<=/) (?:19|20)[0-9]{2}                                              # the id of a record, unless a word
            (?:-(?!mrn|pnc|custody|hospital|inquest|notification)[a-z]++)++       # in it says that it is a case's;
            (?:(?<![lo])-[0-9]{1,5}(?:-[0-9]{1,2})?)? (?=[\n#])                   # l and o may stand for 1 and 0
        |   (?: (?<=[^\s#>.-][ ]) | (?<=[:/]) ) (?<!ear[ ]) (?<!aged[ ])          # a short number that ends a line
            [0-9]{1,2} (?:-[0-9]{1,2})? (?=\n)
        |   (?: (?<=[a-z,][ ]) | (?<=[ ][(]) ) (?:19|20)[0-9]{2}                  # a year in a sentence
            (?=[,;)\"']?\n | ,[ ][a-z]{2})
        |   (?: (?<=\.uk/) | (?<=\.org/) | (?<=\.com/) )                         # when a page was published
            (?:19|20)[0-9]{2} (?:/[0-9]{2}){0,2} (?=/[a-z])
        |   (?<=[a-z]-) [0-9]{1,2} (?=/[a-z]) | (?<=\.aspx\?ID=) [0-9]{4,5} (?=\n) # and which page it is
        |   (?: (?<=[:/]) | (?<=[:/][ ]) )                                        # other tame numbers
            (?: (?:19|20)[0-9]{2} (?: (?:-[0-9]{2}){0,2} (?=-[a-z]) | (?=\n) ) | [0-9]{1,3} (?=\n) )
        )
    )*+ [^0-9]*+""",
    re.VERBOSE,
)
"""The start of a text as far as all its numbers are tame, whatever stands around them."""


class NumberLines(NamedTuple):
    """The lines of a text with numbers that may identify a person, and the same without dates; empty for none."""

    others: str
    but_days: str


_NO_NUMBERS = NumberLines("", "")


def number_lines(text: str) -> NumberLines:
    """The lines of a text with numbers that may identify a person; no other line has any influence."""
    lines = ["\n"]
    line_end = 0
    while (position := _end_of_tame(text, line_end)) < len(text):
        start, line_end = text.rfind("\n", 0, position) + 1, text.find("\n", position) + 1 or len(text)
        lines.append(text[start:line_end])
    if line_end == 0:
        return _NO_NUMBERS
    others = _TAME_VALUE.sub("", "".join(lines))
    but_days = _TAME_DAY.sub("", others)
    return NumberLines(others, "" if _end_of_tame(but_days) == len(but_days) else but_days)


def _end_of_tame(text: str, start: int = 0) -> int:
    """The position of the first number that is not tame; the length of the text where all are tame."""
    match = _TAME_START.match(text, start)
    return match.end() if match else start
