"""Headings of tables about people, and marks that restrict who may read a document."""

import re
from collections.abc import Iterable

_STRONG = """
    nhs number|nhs no|nhsno|nhs num|upn|unique pupil number|national insurance number|ni number|nino
    dob|d.o.b|date of birth|birth date|birthdate|date of death|dod
    surname|forename|forenames|first name|firstname|given name|last name|lastname|family name|middle name
    child name|child's name|childs name|name of child|young person's name|yp name|pupil name|patient name|client name
    mother's name|father's name|parent name|parent's name|carer name|sibling name|siblings|child's address
    lcs id|lcs number|mosaic id|liquidlogic id|client id|child id|lac id|hospital number|mrn|pnc id|custody number
    rio number|systmone number
"""
_WEAK = """
    home address|address|address line 1|address 1|postcode|post code|home postcode|uprn
    phone|home phone|mobile|mobile number|telephone|phone number|parent's phone|e-mail|email
    case number|case no|case id|case ref|case reference|crime number|crime reference
    social worker|allocated social worker|ethnicity|gender|religion|school|gp|age
"""
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")


def _plain(heading: str) -> str:
    return _NOT_LETTERS.sub(" ", heading.lower()).strip()


_STRONG_HEADINGS, _WEAK_HEADINGS = (
    frozenset(_plain(heading) for line in listed.split("\n") for heading in line.split("|")) - {""}
    for listed in (_STRONG, _WEAK)
)
_FEWEST_WEAK = 3
_MARK = re.compile(
    r"\bofficial[ -]{1,3}sensitive\b|\bnot for (?:onward |wider )?(?:sharing|circulation|distribution|publication)\b"
    r"|^\W*(?:strictly |private (?:and|&) )?confidential\W*$|^\W*restricted\W*$",
    re.IGNORECASE,
)
_AUDIENCE = re.compile(
    r"Written by `lif [^`]*--audience (restricted|partnership)|\u00b7 audience: (restricted|partnership) \u00b7"
)
"""How a document that lif wrote says for whom it is, in its properties or in its head."""
_WRITTEN_BY = re.compile(r"Written by `lif [^`]+`; content [0-9a-f]{16}; text [0-9a-f]{16}")
_LONGEST_HEADING = 60


def personal_headings(cells: Iterable[str]) -> tuple[str, ...]:
    """The headings by which these cells belong to a table about people, in order, each once; empty where they do not.

    `NHS number` or `Surname` says so by itself; a phone number or an age only beside others of the sort.
    """
    found = {_plain(cell): cell.strip() for cell in cells if len(cell) <= _LONGEST_HEADING}
    strong, weak = found.keys() & _STRONG_HEADINGS, found.keys() & _WEAK_HEADINGS
    if not strong and len(weak) < _FEWEST_WEAK:
        return ()
    return tuple(cell for plain, cell in found.items() if plain in strong | weak)


def restricting_mark(lines: Iterable[str]) -> str:
    """The first mark by which a document may be read by few only; empty where there is none."""
    return next((mark[0].strip() for line in lines if (mark := _MARK.search(line))), "")


def written_for(text: str) -> str:
    """The level of the audience for which lif wrote a document: `restricted` or `partnership`; empty for any other."""
    levels = {level for match in _AUDIENCE.findall(text) for level in match}
    return "restricted" if "restricted" in levels else "partnership" if "partnership" in levels else ""


def is_written_by_lif(text: str) -> bool:
    """Whether the properties of a file say that lif wrote it."""
    return _WRITTEN_BY.search(text) is not None
