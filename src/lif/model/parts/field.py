"""How a kind declares a field: how far it may travel, what belongs in it, and the duty it answers."""

from enum import StrEnum
from typing import Any, NamedTuple


class Sharing(StrEnum):
    """How far something may travel; each level includes the ones before it."""

    PUBLIC = "public"
    PARTNERSHIP = "partnership"
    RESTRICTED = "restricted"

    def may_reach(self, audience: "Sharing") -> bool:
        """Whether something shared at this level may be shown to that audience."""
        levels = list(Sharing)
        return levels.index(self) <= levels.index(audience)


PUBLIC, PARTNERSHIP, RESTRICTED = Sharing


class About(NamedTuple):
    """What is known of a field beyond its type.

    `says` is the sentence people read; `duties` the rows of the framework it answers (F3.2 …); `ask` the question of
    `lif new`, empty when it does not ask; `owed` whether the record is incomplete without it.
    """

    reach: Sharing
    says: str
    duties: tuple[str, ...] = ()
    ask: str = ""
    owed: bool = False


class Declared(NamedTuple):
    """What stands at a field of a part: what is known of it, and its value where nobody gave one."""

    about: About | None
    default: Any


def must(reach: Sharing, says: str, *duties: str, ask: str = "") -> Any:
    """A field without which there is no record."""
    return Declared(About(reach, says, duties, ask, owed=True), ...)


def may(reach: Sharing, says: str, *duties: str, ask: str = "", owed: bool = False) -> Any:
    """A field that may be left out; `owed` when the record is not finished without it."""
    return Declared(About(reach, says, duties, ask, owed), None)


def no_unless_said(reach: Sharing, says: str, *duties: str) -> Any:
    """A yes or no that is no until somebody says yes."""
    return Declared(About(reach, says, duties), default=False)


def many(reach: Sharing, says: str, *duties: str, ask: str = "", owed: bool = False) -> Any:
    """A list that may be empty."""
    return Declared(About(reach, says, duties, ask, owed), ())
