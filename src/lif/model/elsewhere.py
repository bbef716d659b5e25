"""Whose piece of work a review, an audit or an inspection is, where it is not ours."""

from enum import StrEnum

from lif.model.parts.field import may, must
from lif.model.parts.part import Part
from lif.model.parts.scalars import Text
from lif.model.sharing import PUBLIC


class FromElsewhere(StrEnum):
    """Whose piece of work it is, where it is not ours."""

    ANOTHER_PARTNERSHIP = "another-partnership"
    NATIONAL = "national"


class Elsewhere(Part):
    """Whose work it is, where it is not ours: learning from elsewhere, which says nothing of practice here."""

    whose: FromElsewhere = must(
        PUBLIC, "Another partnership's, or national", "F5.1", ask="Whose is it, if it is not ours?"
    )
    name: Text | None = may(
        PUBLIC,
        "The name of that partnership or body",
        "F5.1",
        ask="What is that partnership or body called?",
        owed=True,
    )
