"""How one record cites another, and how it names an agency, a theme or a group of the partnership."""

import re
from dataclasses import dataclass
from typing import Annotated, NamedTuple

from lif.diagnostics.location import FieldPath
from lif.model.parts.form import Form
from lif.model.parts.scalars import LONGEST_SLUG, Slug, refused

_ID = re.compile(r"[a-z]+/[a-z0-9]+(?:-[a-z0-9]+)*(?:#[a-z0-9]+(?:-[a-z0-9]+)*)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Ref:
    """What a field may cite: names of kinds (`finding`), of items (`review#recommendations`), of registers.

    `behind`: the cited record stands earlier on the line of sight from need to impact; `ahead`: later. `chain`:
    following the field from record to record must never come back to where it began.
    """

    to: tuple[str, ...]
    behind: bool = False
    ahead: bool = False
    chain: bool = False


class RecordRef(NamedTuple):
    """What a citation names: the id of a record, and the key of an item in it, empty where the whole record is meant.

    Written `reviews/2019-x#schools-at-heart`, or `reviews/2019-x` without a key.
    """

    record: str
    key: str = ""

    @classmethod
    def parse(cls, text: str) -> "RecordRef":
        """Split the text at `#`. Any text is taken; `is_record_id` says whether it has the form of an id."""
        record, _, key = text.partition("#")
        return cls(record, key)

    def __str__(self) -> str:
        return f"{self.record}#{self.key}" if self.key else self.record


class Citation(NamedTuple):
    """One citation as it stands in a record: where, what is written there, and what it may cite.

    `target` is the id of a record or an item, or the key of an item in a register of the partnership.
    """

    at: FieldPath
    target: str
    ref: Ref

    @property
    def record(self) -> str:
        """The id of the record cited, without the key of an item."""
        return RecordRef.parse(self.target).record


def is_record_id(text: str) -> bool:
    """Whether the text has the form of a record's id, `findings/2019-x`, with or without `#item`."""
    slug = RecordRef.parse(text).record.partition("/")[2]
    return len(slug) <= LONGEST_SLUG and _ID.fullmatch(text) is not None


def _record_id(value: object) -> str:
    text = value if isinstance(value, str) else ""
    if not is_record_id(text):
        says = "is not the id of a record. An id is the folder and the file name: findings/2019-early-help"
        raise refused("lif_id", text, says)
    return text


Id = Annotated[str, Form(_record_id, {"type": "string", "pattern": f"^{_ID.pattern}$"})]
"""The id of a record or of an item in it: `reviews/2019-x#schools-at-heart`."""

AgencyKey = Annotated[Slug, Ref(("agency",))]
GroupKey = Annotated[Slug, Ref(("group",))]
ThemeKey = Annotated[Slug, Ref(("theme",))]
PriorityKey = Annotated[Slug, Ref(("priority",))]
ScaleKey = Annotated[Slug, Ref(("scale",))]
StandardsKey = Annotated[Slug, Ref(("standards-set",))]
CycleKey = Annotated[Slug, Ref(("cycle",))]

REGISTERS = {
    "agency": "agencies",
    "group": "groups",
    "priority": "priorities",
    "theme": "themes",
    "scale": "scales",
    "standards-set": "standards_sets",
    "cycle": "cycles",
}
"""Which list of the partnership record each register is."""

ACTIVITY = ("review", "audit", "assessment", "inspection", "feedback", "indicator")
"""The kinds of record that a finding can come from directly: where the system was looked at."""
RECOMMENDATION = ("review#recommendations", "audit#recommendations", "inspection#priority_actions")
"""Items that ask somebody to do something."""
ANY_RECORD = (
    *ACTIVITY,
    "need",
    "finding",
    "action",
    "decision",
    "learning",
    "evaluation",
    "challenge",
    "flag",
    "contribution",
    "position",
)
"""Every kind of record but the partnership itself."""
AnyId = Annotated[Id, Ref((*ANY_RECORD, *RECOMMENDATION))]
AnyIdAhead = Annotated[Id, Ref((*ANY_RECORD, *RECOMMENDATION), ahead=True)]
AnyIdBehind = Annotated[Id, Ref((*ANY_RECORD, *RECOMMENDATION), behind=True)]
