"""How one record cites another, and how it names an agency, a theme or a group of the partnership."""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Annotated, NamedTuple

from lif.diagnostics.location import FieldPath
from lif.model.declaration import LineStage
from lif.model.parts.form import Form
from lif.model.parts.scalars import LONGEST_SLUG, Slug, refused
from lif.model.registry import KINDS

_ID = re.compile(r"[a-z]+/[a-z0-9]+(?:-[a-z0-9]+)*(?:#[a-z0-9]+(?:-[a-z0-9]+)*)?", re.ASCII)


@dataclass(frozen=True)
class Ref:
    """What a field may cite: names of kinds (`finding`), of items (`review#recommendations`), of registers.

    `to` may also hold ANY_RECORD, RECOMMENDATION and SOURCE_OF_FINDINGS, which stand for what the kinds declare;
    `targets` spells them out. `behind`: the cited record stands earlier on the line of sight from need to impact;
    `ahead`: later. `chain`: following the field from record to record must never come back to where it began.
    `earlier`: the cited record happened before the citing one, in the words given (`it repeats`); `later`: after.
    `axes`: of the themes only those on these axes; all of them where it is empty.
    """

    to: tuple[str, ...]
    behind: bool = False
    ahead: bool = False
    chain: bool = False
    earlier: str = ""
    later: str = ""
    axes: tuple[str, ...] = ()

    @cached_property
    def targets(self) -> tuple[str, ...]:
        """Everything a field may cite, by name of kind, item or register."""
        return tuple(target for name in self.to for target in _targets(name))


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
FindingThemeKey = Annotated[Slug, Ref(("theme",), axes=("practice", "system"))]
NeedKey = Annotated[Slug, Ref(("theme",), axes=("need",))]
PriorityKey = Annotated[Slug, Ref(("priority",))]
ScaleKey = Annotated[Slug, Ref(("scale",))]
StandardsKey = Annotated[Slug, Ref(("standards-set",))]
CycleKey = Annotated[Slug, Ref(("cycle",))]
PracticeStandardKey = Annotated[Slug, Ref(("practice-standard",))]

REGISTERS = {
    "agency": "agencies",
    "group": "groups",
    "priority": "priorities",
    "theme": "themes",
    "scale": "scales",
    "practice-standard": "practice_standards",
    "standards-set": "standards_sets",
    "cycle": "cycles",
}
"""Which list of the partnership record each register is."""

ANY_RECORD = "any-record"
"""Every kind of record that declares that it can be cited."""
SOURCE_OF_FINDINGS = "source-of-findings"
"""The kinds that a finding can come from: where the system was looked at, or described itself."""
RECOMMENDATION = "recommendation"
"""Items that ask for something to be done: the recommendations of a review, the priority actions of an inspection."""


@cache
def _targets(name: str) -> tuple[str, ...]:
    """What a name in `Ref.to` stands for; a name that stands for itself is returned alone.

    Activities come first: what people cite most, and what `lif new` offers first.
    """
    activities_first = sorted(KINDS, key=lambda kind: kind.declares.line_stage is not LineStage.LOOKED_AT)
    if name == ANY_RECORD:
        return tuple(kind.name for kind in activities_first if kind.declares.is_citable)
    if name == SOURCE_OF_FINDINGS:
        return tuple(kind.name for kind in activities_first if kind.declares.gives_findings)
    if name == RECOMMENDATION:
        return tuple(f"{kind.name}#{where}" for kind in KINDS for where in kind.lists_of_recommendations)
    return (name,)


AnyId = Annotated[Id, Ref((ANY_RECORD, RECOMMENDATION))]
AnyIdAhead = Annotated[Id, Ref((ANY_RECORD, RECOMMENDATION), ahead=True)]
AnyIdBehind = Annotated[Id, Ref((ANY_RECORD, RECOMMENDATION), behind=True)]
