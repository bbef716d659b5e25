"""Clues in a text: its words and numbers, by which most searches are known to find nothing in it."""

import re
from functools import lru_cache

from lif.privacy.rule import cued

_NON_LETTERS_TO_SPACES = {code: " " for code in range(128) if not chr(code).isalpha()}
_NON_LETTERS = re.compile(r"[^A-Za-z]+")
_RUN = re.compile(
    r"[0-9](?:[0-9]|[\s.()/+#>|*\u00a0-]{1,12}(?=[0-9]))*+(?:[A-Za-z]{1,3}|"
    r"[\n\x1e\u00a0][ \t#>|*-]{0,12}[A-Za-z]{2}(?![A-Za-z0-9]|:(?:[ \n]|$)))?"
)
"""Digits with what may stand between those of one number, and the letters behind them, two also behind a break."""
_BREAKS = re.compile(r"[ \t]*[\n\x1e][ \t]*(?:[#>|*-]+[ \t]+)?|[ \t\u00a0]+")
"""What is closed, or read as one blank, within a number."""
_DATE = re.compile(
    r"(?:(?:19|20)[0-9]{2}([./-])[0-9]{1,2}\1[0-9]{1,2}|[0-9]{1,2} ?([./-]) ?[0-9]{1,2} ?\2 ?(?:(?:19|20)[0-9]{2}|"
    r"[0-9]{2}))"
)
_YEARS = re.compile(r"(?:19|20)[0-9]{2}(?:[/-](?:[0-9]{2}|(?:19|20)[0-9]{2}))?")
_LETTERS = re.compile(r"[A-Za-z]+$")
_UNITS = cued("st nd rd th s am pm")
MONTHS = cued(
    "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october "
    "nov "
    "november dec december"
)
LONG = 8
"""Digits of a number that can be a person's without any word beside it; one with letters in it counts as so long."""


def words(text: str) -> list[str]:
    """Every run of letters in a text."""
    return (text.translate(_NON_LETTERS_TO_SPACES) if text.isascii() else _NON_LETTERS.sub(" ", text)).split()


@lru_cache(maxsize=8192)
def weight(run: str) -> int:
    """The digits of a run of them that count; 1 for a year, -1 for a whole date."""
    letters = _LETTERS.search(run)
    number = run[: letters.start()] if letters else run
    if letters and letters[0] not in _UNITS:
        return LONG
    if _YEARS.fullmatch(number):
        return 1
    if _DATE.fullmatch(number):
        return -1
    if _DATE.search(number) or _DATE.search(_BREAKS.sub("", number)):
        return LONG
    return sum(character.isdigit() for character in number)


def numbers(text: str) -> list[tuple[int, int]]:
    """The position and weight of every number in the text; one behind a letter counts as long."""
    found = []
    for match in _RUN.finditer(text):
        first = match.start()
        counted = LONG if text[first - 1 : first].isalpha() else weight(match[0])
        if counted < 0 and text[max(0, first - 12) : first].rstrip(_BETWEEN)[-1:].isupper():
            counted = LONG  # letters and three pairs of digits can be an insurance number
        found.append((first, counted))
    return found


_BETWEEN = " \t\n#>-\x1e\u00a0"
