"""How a kind declares a field: how far it may travel, what belongs in it, and the duties it answers."""

from typing import Any, NamedTuple

from pydantic.fields import FieldInfo

from lif.model.sharing import Sharing


class About(NamedTuple):
    """What is known of a field beyond its type.

    `says` is the sentence people read; `duties` the rows of the framework it answers (F3.2 …); `ask` the question of
    `lif new`, empty when it does not ask; `owed` whether the record is incomplete without it.

    In time: `ahead` says that its date is a plan, which may lie ahead; the dates of other fields say that something has
    happened. `goes_with` are the paths of the dates, in the record, without which it is not known: before them there
    was no outcome, no answer, no result. `back_through` is the field of the moves by which its date came to be.
    """

    reach: Sharing
    says: str
    duties: tuple[str, ...] = ()
    ask: str = ""
    owed: bool = False
    ahead: bool = False
    goes_with: tuple[str, ...] = ()
    back_through: str = ""

    def __call__(self, schema: Any) -> None:
        """Put the sentence into the JSON Schema of the field. pydantic calls this (`json_schema_extra`)."""
        if self.says:
            schema["description"] = self.says


def _field(about: Any, **default: Any) -> Any:
    return FieldInfo(json_schema_extra=about, **default)


def must(reach: Sharing, says: str, *duties: str, ask: str = "", ahead: bool = False) -> Any:
    """A field without which there is no record."""
    return _field(About(reach, says, duties, ask, owed=True, ahead=ahead))


def may(  # noqa: PLR0913 - a parameter for each thing that is known of a field
    reach: Sharing,
    says: str,
    *duties: str,
    ask: str = "",
    owed: bool = False,
    ahead: bool = False,
    goes_with: tuple[str, ...] = (),
    back_through: str = "",
) -> Any:
    """A field that may be left out; `owed` when the record is not finished without it."""
    return _field(About(reach, says, duties, ask, owed, ahead, goes_with, back_through), default=None)


def usually(default: int, says: str) -> Any:
    """A number that every reader may see, and that is the usual one unless the record says another."""
    return _field(About(Sharing.PUBLIC, says), default=default)


def no_unless_said(reach: Sharing, says: str, *duties: str) -> Any:
    """A yes or no that is no until the record says yes."""
    return _field(About(reach, says, duties), default=False)


def many(
    reach: Sharing, says: str, *duties: str, ask: str = "", owed: bool = False, goes_with: tuple[str, ...] = ()
) -> Any:
    """A list that may be empty."""
    return _field(About(reach, says, duties, ask, owed, goes_with=goes_with), default=())
