"""Numbers that point to nobody: where a text has no others, as most have not, no pattern with a number is tried."""

import re

_TAME = re.compile(r"[:/] ?(?:(?:19|20)[0-9]{2}(?:-[0-9]{2}){0,2}(?=\n|-[a-z])|[0-9]{1,3}(?=\n))")
"""Years, days and counts that are the whole value of a field, and years that ids begin with."""
_NOTHING_ELSE = re.compile(
    r"""
    (?: [^0-9]*+
        (?: (?<=:[ ]) (?:19|20)[0-9]{2} (?:-[0-9]{2}){0,2} (?=\n)                   # the day or year of a field
        |   (?<=[ :/]) (?<!ear[ ]) (?<!aged[ ]) [0-9]{1,2} (?:-[0-9]{1,2})? (?=\n)  # a short one that ends a line
        |   (?<=/) (?:19|20)[0-9]{2}                                                # the id of a record, unless a word
            (?:-(?!mrn|pnc|custody|hospital|inquest|notification)[a-z]++)++         # in it says that it is a case's;
            (?:(?<![lo])-[0-9]{1,5}(?:-[0-9]{1,2})?)? (?=[\n#])                     # l and o may stand for 1 and 0
        |   (?: (?<=[:/]) | (?<=[:/][ ]) )                                          # others that are tame
            (?: (?:19|20)[0-9]{2} (?: (?:-[0-9]{2}){0,2} (?=-[a-z]) | (?=\n) ) | [0-9]{1,3} (?=\n) )
        )
    )*+ [^0-9]*+""",
    re.VERBOSE,
)
"""A text whose every number is of a kind that no pattern takes for somebody's, whatever stands around it."""


def others(text: str) -> str:
    """The text without tame numbers; empty where no number in it could be somebody's."""
    return "" if _NOTHING_ELSE.fullmatch(text) else _TAME.sub("", text)
