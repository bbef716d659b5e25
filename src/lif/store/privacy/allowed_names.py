"""Allowed names: pseudonyms that the partnership declares, and public names, each with its reason."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from lif.diagnostics.codes import DETECTED, INITIALS, NAME, PLACE_BESIDE_AGE, TITLED_NAME
from lif.model.kinds.partnership import Partnership
from lif.privacy.match import Match
from lif.privacy.normalise import normalise
from lif.privacy.vocabulary import RELATIONS, TITLES

_WORD = re.compile(r"[A-Za-z0-9]+(?:['-][A-Za-z0-9]+)*")
_NAMES = frozenset({NAME, TITLED_NAME, INITIALS, DETECTED})


class AllowedNames(NamedTuple):
    """The words of each allowed name, and the words of the partnership's own names."""

    names: frozenset[tuple[str, ...]] = frozenset()
    own: frozenset[str] = frozenset()

    def holds(self, match: Match) -> bool:
        """Whether the name is allowed: in full or by its last word, never by a child's first name alone."""
        words = _words(match.value)
        if match.code is PLACE_BESIDE_AGE:
            return bool(words) and set(words) <= self.own
        return match.code in _NAMES and any(
            words == name or (words and words == name[-1:]) for name in self.names | shipped_names()
        )


def _words(text: str) -> tuple[str, ...]:
    """The words of a name in lower case, without titles and the relation before a pseudonym."""
    words = tuple(word.lower().removesuffix("'s") for word in _WORD.findall(normalise(text).text))
    return tuple(word for word in words if word not in TITLES and word not in RELATIONS)


@cache
def shipped_names() -> frozenset[tuple[str, ...]]:
    """The names in `public_names.yaml` beside this module; each has the publication it comes from."""
    text = Path(__file__).with_name("public_names.yaml").read_text(encoding="utf-8")
    return frozenset(_words(name) for name in re.findall(r"^  - name: (.+)$", text, re.MULTILINE))


def allowed_names_of(partnership: Partnership | None) -> AllowedNames:
    """The names that a partnership has declared."""
    if partnership is None:
        return AllowedNames()
    declared = (*(entry.name for entry in partnership.public_names), *(entry.name for entry in partnership.pseudonyms))
    own = {word for name in partnership.names for word in _words(name.name)} | set(_words(partnership.title))
    return AllowedNames(frozenset(_words(name) for name in declared), frozenset(own))
