"""Allowed names: pseudonyms that the partnership declares, and public names, each with its reason."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from lif.diagnostics.codes import DETECTED, INITIALS, NAME, PLACE_BESIDE_AGE, POSSIBLE_NAME, TITLED_NAME
from lif.model.kinds.partnership import Partnership
from lif.privacy.match import Match
from lif.privacy.normalise import normalise
from lif.privacy.vocabulary import RELATIONS, TITLES

_WORD = re.compile(r"[A-Za-z0-9]+(?:['-][A-Za-z0-9]+)*")
_NAMES = frozenset({NAME, TITLED_NAME, INITIALS, POSSIBLE_NAME, DETECTED})
_JOINED = re.compile(r" (?:and|&) |, ")


class AllowedName(NamedTuple):
    """The words of an allowed name, and its title where it has one."""

    words: tuple[str, ...]
    title: str = ""


class AllowedNames(NamedTuple):
    """The allowed names, and the words of the partnership's own names."""

    names: frozenset[AllowedName] = frozenset()
    own: frozenset[str] = frozenset()

    def holds(self, match: Match) -> bool:
        """Whether the name is allowed in full: with its title where it is a title and one word, as in Dr Foster.

        Whoever else bears the surname is not allowed, nor is a child of the first name.
        """
        words = _words(match.value)
        if match.code is PLACE_BESIDE_AGE:
            return bool(words) and set(words) <= self.own
        if match.code not in _NAMES:
            return False
        title = _title(match.value)
        return any(
            words == name.words and (len(name.words) > 1 or name.title == title)
            for name in self.names | shipped_names()
        )


def _words(text: str) -> tuple[str, ...]:
    """The words of a name in lower case, without titles and the relation before a pseudonym."""
    words = tuple(word.lower().removesuffix("'s") for word in _WORD.findall(normalise(text).text.replace("_", " ")))
    return tuple(word for word in words if word not in TITLES and word not in RELATIONS)


def _title(text: str) -> str:
    """The title with which a name begins, in lower case; empty for none."""
    first = next(iter(_WORD.findall(normalise(text).text.lower())), "")
    return first if first in TITLES else ""


def _allowed(name: str) -> AllowedName:
    return AllowedName(_words(name), _title(name))


@cache
def shipped_names() -> frozenset[AllowedName]:
    """The names in `public_names.yaml` beside this module; each has the publication it comes from."""
    text = Path(__file__).with_name("public_names.yaml").read_text(encoding="utf-8")
    return frozenset(_allowed(name) for name in re.findall(r"^  - name: (.+)$", text, re.MULTILINE))


def allowed_names_of(partnership: Partnership | None) -> AllowedNames:
    """The names that a partnership has declared; of a pseudonym for several children, each alone as well."""
    if partnership is None:
        return AllowedNames()
    pseudonyms = [entry.name for entry in partnership.pseudonyms]
    each = [part for pseudonym in pseudonyms for part in _JOINED.split(pseudonym)]
    declared = (*(entry.name for entry in partnership.public_names), *pseudonyms, *each)
    own = {word for name in partnership.names for word in _words(name.name)} | set(_words(partnership.title))
    return AllowedNames(frozenset(_allowed(name) for name in declared), frozenset(own))
