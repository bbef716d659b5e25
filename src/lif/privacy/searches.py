"""All searches of the privacy scan, and which of them can find something in a text, by its words and numbers."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from string import ascii_letters
from typing import NamedTuple

from lif.privacy import attributes, cues, dates, identifiers, initials, labelled, names, online, paths, people, places
from lif.privacy.clues import LONG, MONTHS, numbers, words
from lif.privacy.given_names import names_that_are_words, sure_names
from lif.privacy.life_words import LIFE_WORDS, PERSON_WORDS
from lif.privacy.person_cues import CAPITAL_BEFORE_KIN, KIN, OWNER_SIGN, ROLE_SIGN, ROLE_TOKENS, SURNAME_SIGN
from lif.privacy.reading import Fields, cut_words
from lif.privacy.rule import CAPITAL, IS_A_NAME, MAY_BE_A_NAME, NAME, Search, cued
from lif.privacy.vocabulary import NOT_INITIALS, TITLES

_UNITS = cued("day days week weeks month months year years yr yrs")
_AGES = cued("old olds aged age birth") | PERSON_WORDS
_FEASTS = cued("day eve sunday monday")
SEARCHES = (
    Search(identifiers.numbers, digits=LONG, is_hard=True),
    Search(identifiers.shorter_numbers, digits=5, is_hard=True),
    Search(identifiers.emails, cued("@ dot ?at"), is_hard=True),
    Search(dates.labelled_dates, LIFE_WORDS, digits=1, is_hard=True),
    Search(dates.labelled_dates, LIFE_WORDS, MONTHS | _FEASTS, is_hard=True),
    Search(dates.labelled_dates, cued("due"), cued("date"), digits=1, is_hard=True),
    Search(dates.dates, PERSON_WORDS, has_day=True, is_hard=True),
    Search(dates.ages, _UNITS, _AGES),
    Search(places.addresses, places.HOME_WORDS, digits=1),
    Search(places.homes, cued("flat"), digits=1),
    Search(places.homes, cued("above over behind next"), places.HOME_WORDS),
    Search(places.coordinates, digits=4),
    Search(places.places_beside_ages, places.AGES),
    Search(places.places_beside_ages, cued("?bracket")),
    Search(places.places_beside_ages, cued("year"), digits=1),
    Search(places.places_beside_ages, places.CHILDREN, digits=1),
    Search(places.places_beside_ages, places.CHILDREN, places.NUMBER_WORDS),
    *(rule.search for rule in (*labelled.RULES, *online.RULES, *cues.RULES, *attributes.RULES)),
    Search(paths.slugs, paths.CUES, is_hard=True),
    Search(paths.slugs, digits=6, is_hard=True),
    Search(names.names_in, IS_A_NAME),
    Search(names.names_in, MAY_BE_A_NAME, names.CONTEXT),
    Search(names.names_in, MAY_BE_A_NAME, digits=1),
    Search(initials.initials, IS_A_NAME),
    Search(places.schools, places.SCHOOL_WORDS, MAY_BE_A_NAME),
    Search(people.people, IS_A_NAME),
    Search(people.surnames, IS_A_NAME),
    Search(people.surnames, cued("?family ?role ?owner ?surname")),
)
_SIGNS = {
    "?name": re.compile(r"\.(?<=[A-Z]\.)[\s#]{0,12}[A-Z]"),
    "?role": ROLE_SIGN,
    "?owner": OWNER_SIGN,
    "?surname": SURNAME_SIGN,
    "?bracket": re.compile(r"\([0-9]"),
    "?hash": re.compile(r"#(?<=[\w.]#)[\s]{0,9}[0-9]"),
    "?tilde": re.compile("/~"),
    "?people": re.compile(r"/(?:people|staff|home)[/\\]", re.IGNORECASE),
    "?family": re.compile(r"amily[\s#]{1,12}name"),
    "@": re.compile("@"),
    "?at": re.compile(r"[\[({][\s#]{0,12}[aA][\s#]{0,12}[tT](?![A-Za-z])"),
}
"""Signs that count as words, each by a pattern that looks for it; all begin with a character that is rare."""
_ALL = (1 << len(SEARCHES)) - 1
_DIGIT = re.compile("[0-9]")
_LETTERS = frozenset(ascii_letters)
_MOST_WORDS = 60_000


def _bits(chosen: Iterable[bool]) -> int:
    return sum(1 << index for index, is_chosen in enumerate(chosen) if is_chosen)


_WITHOUT_WORDS = _bits(not search.words for search in SEARCHES)
_WITHOUT_ALSO = _bits(not search.also for search in SEARCHES)
_BY_DIGITS = tuple(_bits(search.digits <= digits for search in SEARCHES) for digits in range(LONG + 1))
_HARD = _bits(search.is_hard for search in SEARCHES)
_OF_NUMBERS = _bits(bool(search.digits) or search.has_day for search in SEARCHES)
_OF_WORDS = _bits(not (search.digits or search.has_day) for search in SEARCHES)
_WITH_DAY = _bits(search.has_day for search in SEARCHES)
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


@cache
def _hard_words() -> tuple[frozenset[str], frozenset[str]]:
    """Every word that gives reason for a search for hard identifiers, and every ending of one."""
    hard = frozenset(word for search in SEARCHES if search.is_hard for word in search.words | search.also)
    return hard, frozenset(word[start:] for word in hard for start in range(len(word)))


_reasons: dict[str, tuple[int, int, bool]] = {}
_inert: set[str] = set()
"""What each word that was met gives reason for, and the words that give none: worked out once a process."""


def _reasons_of(word: str) -> tuple[int, int, bool] | None:
    """The searches for which a word gives reason, first or beside another, and whether it is a month; None for none."""
    lower = word.lower()
    first, second = _by_word()
    kind = _kind_of(word, lower)
    role = first["?role"] if word in ROLE_TOKENS else 0
    reasons = (
        first.get(lower, 0) | first.get(kind, 0) | role,
        second.get(lower, 0) | second.get(kind, 0),
        lower in MONTHS,
    )
    if not any(reasons):
        if len(_inert) > _MOST_WORDS:
            _inert.clear()
        _inert.add(word)
        return None
    _reasons[word] = reasons
    return reasons


def _kind_of(word: str, lower: str) -> str:
    """Whether a word may be a name or initials, or is another word with a capital letter; empty for neither."""
    if lower in sure_names():
        return NAME
    if not word[0].isupper():
        return ""
    if lower in names_that_are_words() or lower in TITLES:
        return NAME
    if len(word) <= len("JT") and (len(word) == 1 or word.isupper()):
        return NAME if len(word) > 1 and lower not in NOT_INITIALS else ""
    return "" if names.is_ordinary(word) else CAPITAL


class Field(NamedTuple):
    """A field in which some searches, as bits, can find something; start and end are positions in the text."""

    start: int
    end: int
    searches: int


def suspect_fields(marked: str) -> list[Field]:
    """The fields of a marked text in which a search can find something, by its words and numbers."""
    found_numbers = numbers(marked)
    text_words = words(marked)
    fields = Fields(marked)
    signs = [sign for sign, pattern in _SIGNS.items() if pattern.search(marked)]
    cut = cut_words(marked, *_hard_words())
    whole = _live(text_words, found_numbers, signs, cut)
    families = _families(marked, text_words)
    if not whole.searches:
        return _fields_at(fields, sorted(families), signs, whole, families)
    positions = [*families, *(position for position, _ in cut), *_positions_of_signs(marked, signs)]
    positions.extend(_positions_of_words(fields, whole))
    if whole.searches & _OF_NUMBERS:
        positions.extend(_positions_of_numbers(whole, found_numbers))
    return _fields_at(fields, sorted(positions), signs, whole, families)


def _fields_at(
    fields: Fields, positions: list[int], signs: list[str], whole: "_Live", families: list[int]
) -> list[Field]:
    suspects: list[Field] = []
    end = -1
    for position in positions:
        if position <= end:
            continue
        start, end = fields.around(position)
        field = fields.marked[start:end]
        here_signs = [sign for sign in signs if _SIGNS[sign].search(field)]
        here = (
            _live(words(field), numbers(field), here_signs, cut_words(field, *_hard_words())).searches & whole.searches
        )
        if any(start <= family < end for family in families):
            here |= _by_word()[0]["?family"]
        if here:
            suspects.append(Field(start, end, here))
    return suspects


def _families(text: str, text_words: list[str]) -> list[int]:
    """Where a word such as `family` stands behind one with a capital letter."""
    positions = []
    for word in KIN.intersection(text_words):
        position = text.find(word)
        while position >= 0:
            before = CAPITAL_BEFORE_KIN.search(text, max(0, position - 56), position)
            if word == "surname" or (before is not None and not names.is_ordinary(before[0].rstrip("# \t\n\x1e"))):
                positions.append(position)
            position = text.find(word, position + 1)
    return positions


class _Live(NamedTuple):
    """The searches that can find something in a text, as bits, and the words that are a reason for those of words."""

    searches: int
    causes: list[str]
    has_month: bool


def _live(
    text_words: list[str], found_numbers: list[tuple[int, int]], signs: Sequence[str], cut: Sequence[tuple[int, str]]
) -> _Live:
    first, second, has_month = _WITHOUT_WORDS, _WITHOUT_ALSO, False
    causes: list[str] = []
    for sign in signs:
        first |= _by_word()[0].get(sign, 0)
        second |= _by_word()[1].get(sign, 0)
    for word in set(text_words) - _inert:
        reasons = _reasons.get(word) or _reasons_of(word)
        if reasons is not None:
            first |= reasons[0]
            second |= reasons[1]
            has_month = has_month or reasons[2]
            if reasons[0]:
                causes.append(word)
    for _, word in cut:
        reasons = _reasons.get(word) or _reasons_of(word)
        if reasons is not None:
            first |= reasons[0] & _HARD
            second |= reasons[1] & _HARD
            has_month = has_month or reasons[2]
    digits, has_day = 0, has_month
    for _, weight in found_numbers:
        if weight < 0 or weight >= LONG:
            has_day = True
        digits = max(digits, weight, 1)
    live = first & second & _BY_DIGITS[min(digits, LONG)]
    return _Live(live if has_day else live & _ANY_DAY, causes, has_month)


def _positions_of_signs(text: str, signs: list[str]) -> list[int]:
    """Where each sign stands first in each line."""
    return [match.start() for sign in signs for match in _SIGNS[sign].finditer(text)]


def _positions_of_words(fields: Fields, whole: _Live) -> Iterator[int]:
    """Where the words stand that are a reason for a live search, for one of numbers only in a field with a number."""
    start, end, is_numbered = 0, -1, False
    for word in whole.causes:
        live = _reasons[word][0] & whole.searches
        is_alone = live & _OF_WORDS or (whole.has_month and live & _WITH_DAY)
        for position in _places_of(word, fields.marked) if live else ():
            if not is_alone and not start <= position <= end:
                start, end = fields.around(position)
                is_numbered = _DIGIT.search(fields.marked, start, end) is not None
            if is_alone or is_numbered:
                yield position


def _places_of(word: str, text: str) -> Iterator[int]:
    """Where a word stands by itself."""
    position = text.find(word)
    while position >= 0:
        end = position + len(word)
        if text[position - 1 : position] not in _LETTERS and text[end : end + 1] not in _LETTERS:
            yield position
        position = text.find(word, end)


def _positions_of_numbers(whole: _Live, found_numbers: list[tuple[int, int]]) -> list[int]:
    """Where the numbers stand that are long enough for a live search without a word beside them."""
    fewest = min(
        (search.digits for search in chosen(whole.searches & _OF_NUMBERS & _WITHOUT_WORDS)[0]), default=LONG + 1
    )
    return [position for position, weight in found_numbers if weight >= fewest]


def chosen(bits: int) -> tuple[list[Search], list[Search]]:
    """The searches that these bits stand for, each function once: all, and those that find hard identifiers."""
    functions = {search.run: search for index, search in enumerate(SEARCHES) if bits >> index & 1}
    return list(functions.values()), [search for search in functions.values() if search.is_hard]


def every() -> int:
    """All searches, as bits."""
    return _ALL
