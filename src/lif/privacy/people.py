"""Find people by their names: given names alone or beside a cue, families by their surname, names in paths."""

import re
from collections.abc import Iterator

from lif.diagnostics.codes import POSSIBLE_NAME
from lif.privacy.given_names import names_that_are_words, sure_names
from lif.privacy.lazy_regex import LazyPattern
from lif.privacy.match import NormalisedMatch, NormalisedMatches
from lif.privacy.not_people import (
    BEFORE_NO_PERSON,
    INSTITUTIONS,
    KINDS_OF_FAMILY,
    PEOPLES_AND_PLACES,
    STORIES,
)
from lif.privacy.person_cues import (
    AFTER_AMBIGUOUS,
    BEFORE_AMBIGUOUS,
    FAMILY,
    INITIAL_AND_SURNAME,
    OWNED_BY,
    ROLE_AND_NAME,
    SURNAME_FIRST,
)
from lif.privacy.vocabulary import BEGINNINGS, NOT_NAMES, RELATIONS, TITLES, WORKERS

_KIND = "what may be a name"
_NO_SURNAME = KINDS_OF_FAMILY | NOT_NAMES | BEGINNINGS | RELATIONS | WORKERS | TITLES
_CAPITAL = re.compile(r"(?<![A-Za-z])[A-Z][A-Za-z]*(?:['-][A-Z][A-Za-z]*)*")
_LAST_WORD = re.compile(r"([A-Za-z][A-Za-z'-]*)[.:]?[ \"'(]{0,2}$")
_MORE_OF_A_NAME = re.compile(
    r"(?:[ ](?:[A-Z]\.? )?|-)(?:(?:al-|el-|bin |de |van |von |& )?[A-Z][A-Za-z]*(?:['-][A-Z]?[A-Za-z]+)*)"
)
_CITATION = re.compile(r"(?:,? et al|,? (?:and|&) (?:colleagues|others)|,? \(?(?:19|20)[0-9]{2}\b|, [A-Z]\.)")
_PUBLISHED = re.compile(
    r"(?:(?:case|practice|national|learning|domestic homicide) reviews?:? (?:into (?:the (?:deaths?|murders?) of "
    r")?|of |on |for )?|review (?:of|into)(?: the (?:death|murder|case)s?(?: of)?)? |inquiry (?:into|on) "
    r"|(?:the )?(?:death|murder)s? of |(?:Named after|named after) )$",
    re.IGNORECASE,
)
_IN_A_PATH = LazyPattern(
    r"(?<=[/_.(+=~-])(?P<value>[a-z]{3,20})(?![a-z])(?=$|[/_.)+:&\s-])|"
    r"(?<![A-Za-z/])(?P<first>[a-z]{3,20})(?=[_.+-][a-z]|:(?:\s|$))"
)


def people(text: str) -> NormalisedMatches:
    """What may be a person's name: with capital letters anywhere, in lower case in paths, ids and keys."""
    end = 0
    for capital in _CAPITAL.finditer(text):
        if capital.start() < end:
            continue
        span = _name_at(text, capital)
        if span is not None and span[0] >= end:
            end = span[1]
            yield NormalisedMatch(POSSIBLE_NAME, _KIND, *span)
    yield from _in_paths(text)


def _name_at(text: str, capital: re.Match[str]) -> tuple[int, int] | None:
    """The span of the name that begins with a word in capitals; None where it is none, or an institution's."""
    word = capital[0].lower()
    first = re.split(r"['-]", word)[0]
    is_sure = word.replace("'", "") in sure_names() or (first != word and first in sure_names())
    start, first_end = capital.span()
    if not is_sure and word not in names_that_are_words() and first not in names_that_are_words():
        return None
    if (start and text[start - 1] in "@&#") or _is_nobody(text, start, first_end):
        return None
    end = _name_end(text, first_end)
    if is_sure:
        return None if capital[0].isupper() and end == first_end else (start, end)
    before, after = text[max(0, start - 60) : start], text[first_end : first_end + 60]
    if AFTER_AMBIGUOUS.match(after) or BEFORE_AMBIGUOUS.search(before) or _is_beside_a_name(text, start, first_end):
        return start, end
    rest = text[first_end:end].lower().split()
    is_full = any(word in sure_names() for word in rest) or (
        bool(rest)
        and _IS_OR_HAS.match(text, end) is not None
        and not any(word in _NO_SURNAME or word in PEOPLES_AND_PLACES for word in rest)
    )
    return (start, end) if is_full else None


_IS_OR_HAS = re.compile(r" (?:was|is|has|had|did|said|told|attended|looked|rang|wrote|lives|lived)\b|'s ")


def _name_end(text: str, start: int) -> int:
    end = start
    while more := _MORE_OF_A_NAME.match(text, end):
        end = more.end()
    return end


def _is_nobody(text: str, start: int, first_end: int) -> bool:
    """Whether what stands around a name makes it an institution's, a citation, a law, a story or a place."""
    end = _name_end(text, first_end)
    if "seudonym" in text[max(0, start - 60) : end + 40]:
        return True
    before, after = text[max(0, start - 45) : start], text[end : end + 60]
    last = _LAST_WORD.search(before)
    if last is not None and last[1].lower() in BEFORE_NO_PERSON:
        return True
    begin = start - len(last[0]) if last is not None and last[1][0].isupper() and last[0].endswith(" ") else start
    whole = text[begin:end].lower()
    parts = re.split(r"[ -]", text[start:end].lower())
    if parts[0] in BEFORE_NO_PERSON or any(word in INSTITUTIONS for word in parts[1:]):
        return True
    if _OWNED_INSTITUTION.match(after) or (
        (following := _INSTITUTION_AFTER.match(after))
        and following[1].lower() in INSTITUTIONS
        and not _OF_A_PERSON.match(after)
    ):
        return True
    near = f"{text[start:end].lower()}{after[:20].lower()}".replace("& ", "")
    if any(near.startswith(story) or whole.startswith(story) for story in STORIES) or _CITATION.match(after):
        return True
    return _OF_A_REVIEW.search(text[max(0, begin - 60) : begin]) is not None or (
        " " in whole and _PUBLISHED.search(text[max(0, begin - 60) : begin]) is not None
    )


_OWNED_INSTITUTION = re.compile(r"'s (?!Mum|Dad|Year|Mother|Father|GP)[A-Z][a-z]{2,}")
_INSTITUTION_AFTER = re.compile(r"(?:(?:,| and| &) [A-Z][a-z]+){0,3}(?:'s)? ([A-Za-z][A-Za-z-]*)")
_OF_A_REVIEW = re.compile(
    r"(?:(?:[Nn]ational|[Cc]ase|[Pp]ractice|[Hh]omicide|[Ll]earning) [Rr]eviews?|[Ii]nquiry)(?::| into| of| on)? "
    r"(?:the (?:deaths?|murders?) of )?(?:[A-Z][a-z]+ and )?$"
)
_OF_A_PERSON = re.compile(
    r"'s (?:school|team|case|room|report|review|family|service|test|order|court|office|care|school|community|"
    r"nursery|shop|bank|church|line)\b"
)


_NAME_IN_LIST_AFTER = re.compile(r",? (?:and|&|or) ([A-Z][a-z]+)|, ([A-Z][a-z]+)|/([A-Z][a-z]+)")
_NAME_IN_LIST_BEFORE = re.compile(r"([A-Z][a-z]+)(?:,? (?:and|&|or) |, |/)$")


def _is_beside_a_name(text: str, start: int, end: int) -> bool:
    """Whether a sure name stands beside it in a list."""
    after = _NAME_IN_LIST_AFTER.match(text, end)
    before = _NAME_IN_LIST_BEFORE.search(text, max(0, start - 40), start)
    beside = [group.lower() for found in (after, before) if found for group in found.groups() if group]
    return any(name in sure_names() for name in beside) and not _is_nobody(text, start, end)


def surnames(text: str) -> NormalisedMatches:
    """Surnames and other names by their form or by a word beside them: a family, initials, a role, an owner."""
    for pattern in (FAMILY, INITIAL_AND_SURNAME, SURNAME_FIRST, ROLE_AND_NAME, OWNED_BY):
        for match in pattern.finditer(text):
            group = match.lastgroup or "value"
            if not _is_ordinary(match, group):
                yield NormalisedMatch(POSSIBLE_NAME, _KIND, *match.span(group))


def _is_ordinary(match: re.Match[str], group: str) -> bool:
    """Whether the word in the place of a name is one of the field, a people or a place, or an institution follows."""
    value = match[group]
    words = [word for word in re.split(r"[^a-z]+", value.lower()) if len(word) > 1]
    is_place = all(word in PEOPLES_AND_PLACES for word in words)
    if (
        is_place
        or any(word in _NO_SURNAME for word in words)
        or "seudonym" in match.string[max(0, match.start() - 60) : match.end() + 40]
    ):
        return True
    after = match.string[match.end(group) : match.end(group) + 40]
    following = _INSTITUTION_AFTER.match(after)
    is_institution = following is not None and after[:1] == " " and following[1].lower() in INSTITUTIONS
    return (is_institution or _CITATION.match(after) is not None) and match.re.pattern != FAMILY.pattern


def _in_paths(text: str) -> Iterator[NormalisedMatch]:
    """Sure names in lower case in paths, addresses, ids, keys and marks such as `TODO(name)`."""
    for match in _IN_A_PATH.finditer(text):
        name = match.lastgroup or "value"
        if match[name] in sure_names():
            yield NormalisedMatch(POSSIBLE_NAME, _KIND, *match.span(name))
