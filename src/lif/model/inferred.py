"""What the compiler of a record concluded and the source does not say: how such a field is named, and marked."""

import re
from collections.abc import Iterable
from typing import Annotated

from lif.model.parts.form import Form
from lif.model.parts.scalars import refused

_PLACE = re.compile(r"[a-z][a-z0-9_]*(?:(?:\.[a-z][a-z0-9_]*)+|#[a-z0-9]+(?:-[a-z0-9]+)*)?", re.ASCII)
_MARK = " (our reading)"


def _place(value: object) -> str:
    text = value if isinstance(value, str) else ""
    if not _PLACE.fullmatch(text):
        says = "is not the name of a field, of a field in it or of an item: agencies, life.published, intended#sooner"
        raise refused("lif_inferred", text, says)
    return text


InferredPlace = Annotated[str, Form(_place, {"type": "string", "pattern": f"^{_PLACE.pattern}$"})]
"""A field of the record (`agencies`), a field inside it (`life.published`), or an item (`recommendations#one-lead`)."""


def share_a_place(one: str, other: str) -> bool:
    """Whether two places are the same, or one lies inside the other: `life` and `life.published`."""
    short, long = sorted((one, other), key=len)
    return long == short or long.startswith((f"{short}.", f"{short}#"))


def mark_as_our_reading(text: str, fields: Iterable[str] = ()) -> str:
    """The text with ` (our reading)` after it, or ` (theme: our reading)` for a field, before its full stop.

    A text that has the mark stays as it is.
    """
    said = text.removesuffix(".")
    names = ", ".join(field.replace("_", " ").replace(".", " ") for field in fields)
    mark = f" ({names}: our reading)" if names else _MARK
    return text if said.endswith("our reading)") else f"{said}{mark}{text[len(said) :]}"
