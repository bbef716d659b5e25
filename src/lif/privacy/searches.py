"""All searches of the privacy scan, and which of them can find something in a text, by its words and numbers."""

import re
from collections.abc import Iterable
from functools import cache

from lif.privacy import attributes, cues, dates, identifiers, labelled, names, online, paths, people, places
from lif.privacy.clues import LONG, MONTHS, numbers, words
from lif.privacy.given_names import names_that_are_words, sure_names
from lif.privacy.life_words import LIFE_WORDS, PERSON_WORDS
from lif.privacy.rule import MAY_BE_A_NAME, Search, cued
from lif.privacy.vocabulary import NOT_INITIALS, TITLES

_UNITS = cued("day days week weeks month months year years yr yrs")
_AGES = cued("old olds aged age birth") | PERSON_WORDS
_FEASTS = cued("day eve sunday monday")
SEARCHES = (
    Search(identifiers.numbers, digits=LONG),
    Search(identifiers.shorter_numbers, digits=5),
    Search(identifiers.emails, cued("@")),
    Search(identifiers.emails, cued("at"), cued("dot @ org com net uk")),
    Search(dates.labelled_dates, LIFE_WORDS, digits=1),
    Search(dates.labelled_dates, LIFE_WORDS, MONTHS | _FEASTS),
    Search(dates.dates, PERSON_WORDS, has_day=True),
    Search(dates.ages, _UNITS, _AGES),
    Search(places.addresses, places.HOME_WORDS, digits=1),
    Search(places.homes, cued("flat"), digits=1),
    Search(places.homes, cued("above over behind next"), places.HOME_WORDS),
    Search(places.coordinates, digits=4),
    Search(places.places_beside_ages, places.AGES),
    Search(places.places_beside_ages, places.CHILDREN, digits=1),
    Search(places.places_beside_ages, places.CHILDREN, places.NUMBER_WORDS),
    *(rule.search for rule in (*labelled.RULES, *online.RULES, *cues.RULES, *attributes.RULES)),
    Search(paths.slugs, paths.CUES),
    Search(paths.slugs, digits=6),
    Search(names.names_in, MAY_BE_A_NAME),
    Search(names.initials, MAY_BE_A_NAME),
    Search(places.schools, MAY_BE_A_NAME),
    Search(people.people, MAY_BE_A_NAME),
)
_SIGNS = ("@", "#", "~")
"""Signs that count as words."""
_DOTTED = re.compile(r"[A-Z]\. ?[A-Z]")
_ALL = (1 << len(SEARCHES)) - 1
_MOST_WORDS = 60_000


def _bits(chosen: Iterable[bool]) -> int:
    return sum(1 << index for index, is_chosen in enumerate(chosen) if is_chosen)


_WITHOUT_WORDS = _bits(not search.words for search in SEARCHES)
_WITHOUT_ALSO = _bits(not search.also for search in SEARCHES)
_BY_DIGITS = tuple(_bits(search.digits <= digits for search in SEARCHES) for digits in range(LONG + 1))
_ANY_DAY = _bits(not search.has_day for search in SEARCHES)


@cache
def _by_word() -> tuple[dict[str, int], dict[str, int]]:
    """For each word, the searches that it gives reason for, and those that it is needed for beside another."""
    first: dict[str, int] = {}
    second: dict[str, int] = {}
    for index, search in enumerate(SEARCHES):
        for bits, needed in ((first, search.words), (second, search.also)):
            for word in needed:
                bits[word] = bits.get(word, 0) | 1 << index
    return first, second


_reasons: dict[str, tuple[int, int]] = {}
_inert: set[str] = set()
"""What each word that was met gives reason for, and the words that give none: worked out once a process."""
_NAME_SIGN = next(iter(MAY_BE_A_NAME))


def _reasons_of(word: str) -> tuple[int, int] | None:
    """The searches for which a word gives reason, first or beside another; None for a word that gives none."""
    lower = word.lower()
    first, second = _by_word()
    is_name = _may_be_a_name(word, lower)
    reasons = (
        first.get(lower, 0) | (first[_NAME_SIGN] if is_name else 0),
        second.get(lower, 0) | (second[_NAME_SIGN] if is_name else 0),
    )
    if reasons == (0, 0) and lower not in MONTHS:
        if len(_inert) > _MOST_WORDS:
            _inert.clear()
        _inert.add(word)
        return None
    _reasons[word] = reasons
    return reasons


def _may_be_a_name(word: str, lower: str) -> bool:
    if lower in sure_names():
        return True
    if not word[0].isupper():
        return False
    if lower in names_that_are_words() or lower in TITLES:
        return True
    if len(word) <= len("JT"):
        return len(word) > 1 and word.isupper() and lower not in NOT_INITIALS
    return not names.is_ordinary(word)


def _live(text: str, text_words: set[str], weights: list[int]) -> tuple[int, list[str]]:
    """The searches that can find something in a text, as bits, and the words that are the reason."""
    first, second, has_month = _WITHOUT_WORDS, _WITHOUT_ALSO, False
    signs = [sign for sign in _SIGNS if sign in text]
    if dotted := _DOTTED.search(text):
        signs.append(dotted[0])
        first |= _by_word()[0][_NAME_SIGN]
    causes = signs
    for word in (*(text_words - _inert), *signs):
        reasons = _reasons.get(word) or _reasons_of(word)
        if reasons is not None:
            first |= reasons[0]
            second |= reasons[1]
            has_month = has_month or word.lower() in MONTHS
            if reasons[0]:
                causes.append(word)
    digits = max(weights, default=0)
    has_day = has_month or digits >= LONG or -1 in weights
    if -1 in weights:
        digits = max(digits, 1)
    found = first & second & _BY_DIGITS[min(digits, LONG)]
    return (found if has_day else found & _ANY_DAY), causes


def suspect_lines(text: str, closed: str = "") -> dict[int, int]:
    """The lines of a text in which a search can find something, by their position, with these searches as bits.

    `closed` is the same text line by line, without the breaks inside its lines: a word of which one half stood at the
    end of a line is whole there.
    """
    found_numbers = numbers(text)
    weights = [weight for _, weight in found_numbers]
    in_text, causes = _live(text, set(words(text)), weights)
    lines: dict[int, int] = {}
    for start in _starts(text, in_text, causes, found_numbers) if in_text else ():
        end = text.find("\n", start)
        line = text[start : end if end >= 0 else len(text)]
        here, _ = _live(line, set(words(line)), [weight for _, weight in numbers(line)])
        if here := here & in_text:
            lines[start] = here
    if closed:
        _add_lines_of(closed, text, lines)
    return lines


def _starts(text: str, in_text: int, causes: list[str], found_numbers: list[tuple[int, int]]) -> set[int]:
    """Where the lines begin that hold a word or a number which is a reason for one of these searches."""
    starts: set[int] = set()
    for word in causes:
        reasons = _reasons.get(word)
        if reasons is None or reasons[0] & in_text:
            position = text.find(word)
            while position >= 0:
                starts.add(text.rfind("\n", 0, position) + 1)
                position = text.find("\n", position)
                position = text.find(word, position) if position >= 0 else -1
    if in_text & _WITHOUT_WORDS:
        starts.update(text.rfind("\n", 0, position) + 1 for position, _ in found_numbers)
    return starts


def _add_lines_of(closed: str, text: str, lines: dict[int, int]) -> None:
    """Add the lines in which a search can find something once the breaks inside them are closed."""
    for start, here in suspect_lines(closed).items():
        number = closed.count("\n", 0, start)
        place = 0
        for _ in range(number):
            place = text.find("\n", place) + 1
        lines[place] = lines.get(place, 0) | here


def chosen(bits: int) -> list[Search]:
    """The searches that these bits stand for, each function once."""
    functions = {}
    for index, search in enumerate(SEARCHES):
        if bits >> index & 1:
            functions[search.run] = search
    return list(functions.values())


def every() -> int:
    """All searches, as bits."""
    return _ALL
