"""The form of a scalar: how its text is read in full, how it is refused, and its JSON Schema."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


class RefusedError(ValueError):
    """A value that does not have the form it should have.

    `form` names the form (`lif_day`), `value` is what was written, `says` the rest of the sentence that starts with it.
    """

    def __init__(self, form: str, value: str, says: str) -> None:
        super().__init__(says)
        self.form = form
        self.value = value
        self.says = says


@dataclass(frozen=True, eq=False)
class Form:
    """How text becomes a value: `read` raises `RefusedError` for any other text. `schema` is its JSON Schema.

    Stands in `Annotated[str, Form(…)]`. pydantic calls `read` as a plain validator, so that none of its own
    conversions ever touches a value. The two methods are pydantic's protocol for annotations; they are written here
    without importing it, because dates and references are also used by commands that need no record.
    """

    read: Callable[[object], Any]
    schema: Mapping[str, Any]

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> dict[str, Any]:
        """Return the validator, as pydantic-core takes it."""
        return {"type": "function-plain", "function": {"type": "no-info", "function": self.read}}

    def __get_pydantic_json_schema__(self, core_schema: object, handler: object) -> dict[str, Any]:
        """Return the JSON Schema of one value."""
        return dict(self.schema)
