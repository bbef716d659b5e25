"""Numbers that point to nobody: where a text has no others, as most have not, no pattern with a number is tried."""

import re

_TAME = re.compile(r"[:/] ?(?:(?:19|20)[0-9]{2}(?:-[0-9]{2}){0,2}(?=\n|-[a-z])|[0-9]{1,3}(?=\n))")
"""Years, days and counts that are the whole value of a field, and years that ids begin with."""
_ALL = re.compile(
    r"""
    (?: [^0-9]*+
        (?: (?<=:[ ]) (?:19|20)[0-9]{2} (?:-[0-9]{2}){0,2} (?=\n)             # a day or a year
        |   (?<=[ :/]) (?<!ear[ ]) (?<!aged[ ]) [0-9]{1,2} (?:-[0-9]{1,2})? (?=\n)    # a count, the end of a title
        |   (?<=/) (?:19|20)[0-9]{2} (?:-(?!mrn|pnc|custody|hospital|inquest|notification)[a-z]++)++
            (?:(?<![lo])-[0-9]{1,5}(?:-[0-9]{1,2})?)? (?=[\n#])               # an id
        |   (?: (?<=[:/]) | (?<=[:/][ ]) )
            (?: (?:19|20)[0-9]{2} (?:-[0-9]{2}){0,2} (?=\n|-[a-z]) | [0-9]{1,3} (?=\n) )
        )
    )*+ [^0-9]*+""",
    re.VERBOSE,
)
"""A text of such numbers alone, and of short ones that end a line, and of the numbers of records."""


def others(text: str) -> str:
    """The text without years, days and counts that fields are full of; empty where no number could point to anybody."""
    return "" if _ALL.fullmatch(text) else _TAME.sub("", text)
