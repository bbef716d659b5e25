"""How a kind declares a field: how far it may travel, what belongs in it, and the duties it answers."""

from typing import Any, NamedTuple

from pydantic.fields import FieldInfo

from lif.model.sharing import Sharing


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

    def __call__(self, schema: Any) -> None:
        """Put the sentence into the JSON Schema of the field. pydantic calls this (`json_schema_extra`)."""
        if self.says:
            schema["description"] = self.says


def _field(about: Any, **default: Any) -> Any:
    return FieldInfo(json_schema_extra=about, **default)


def must(reach: Sharing, says: str, *duties: str, ask: str = "") -> Any:
    """A field without which there is no record."""
    return _field(About(reach, says, duties, ask, owed=True))


def may(reach: Sharing, says: str, *duties: str, ask: str = "", owed: bool = False) -> Any:
    """A field that may be left out; `owed` when the record is not finished without it."""
    return _field(About(reach, says, duties, ask, owed), default=None)


def no_unless_said(reach: Sharing, says: str, *duties: str) -> Any:
    """A yes or no that is no until the record says yes."""
    return _field(About(reach, says, duties), default=False)


def many(reach: Sharing, says: str, *duties: str, ask: str = "", owed: bool = False) -> Any:
    """A list that may be empty."""
    return _field(About(reach, says, duties, ask, owed), default=())
