"""A flag: a serious risk, or a strength, put in front of the agency and the safeguarding partner."""

from typing import Annotated, ClassVar

from lif.model.declaration import DateStep, Declaration
from lif.model.parts.field import many, may, must, no_unless_said
from lif.model.parts.part import Part
from lif.model.parts.scalars import Text, YesNo
from lif.model.period import When
from lif.model.record import Record
from lif.model.reference import AgencyKey, GroupKey, Id, Ref, ThemeKey
from lif.model.sharing import PARTNERSHIP, RESTRICTED
from lif.model.vocabulary import FlagKind


class Acknowledged(Part):
    """An agency or safeguarding partner says that the flag has reached it."""

    agency: AgencyKey = must(PARTNERSHIP, "The agency or safeguarding partner", "F7.6")
    date: When = must(PARTNERSHIP, "When it did", "F7.6")
    role: Text | None = may(PARTNERSHIP, "The role that received it, never a name", "F7.6")


class Flag(Record):
    """A risk or strength that is flagged, acknowledged and answered (F7.5, F7.6)."""

    declares: ClassVar[Declaration] = Declaration(
        dated_by=("raised",),
        date_chains=(
            (
                DateStep("raised", "raised"),
                DateStep("acknowledged.date", "acknowledged"),
            ),
            (
                DateStep("raised", "raised"),
                DateStep("answered", "answered"),
            ),
            (
                DateStep("raised", "raised"),
                DateStep("reported_to_executive", "reported to the partnership's executive group"),
            ),
        ),
        comes_from=("from_records",),
        register_columns=("flag_kind", "to", "answered"),
    )

    flag_kind: FlagKind = must(PARTNERSHIP, "A risk or a strength", "F7.5", "F7.6", ask="A risk or a strength?")
    serious: YesNo = no_unless_said(PARTNERSHIP, "yes for a serious risk, which is flagged at once", "F7.6")
    says: Text | None = may(
        RESTRICTED, "What is flagged, without detail of a child", "F7.6", ask="What is flagged?", owed=True
    )
    from_records: tuple[
        Annotated[
            Id, Ref(("finding", "review", "audit", "indicator", "inspection", "assessment", "feedback"), behind=True)
        ],
        ...,
    ] = many(PARTNERSHIP, "What it rests on", "F1.2", owed=True)
    themes: tuple[ThemeKey, ...] = many(PARTNERSHIP, "What it is about")
    raised: When | None = may(PARTNERSHIP, "When it was raised", "F7.6", ask="When was it raised?", owed=True)
    raised_by: GroupKey | None = may(PARTNERSHIP, "The group that raised it", "F7.6")
    to: tuple[AgencyKey, ...] = many(
        PARTNERSHIP, "The agencies it is flagged to", "F7.6", ask="To which agencies?", owed=True
    )
    partners: tuple[AgencyKey, ...] = many(
        PARTNERSHIP,
        "The safeguarding partners it is flagged to",
        "F7.6",
        ask="To which safeguarding partners?",
        owed=True,
    )
    acknowledged: tuple[Acknowledged, ...] = many(
        PARTNERSHIP, "Who of them has said that it reached them, and when", "F7.6", owed=True
    )
    answered: When | None = may(PARTNERSHIP, "When it was answered", "F7.6")
    answer: Text | None = may(RESTRICTED, "The answer", "F7.6", goes_with=("answered",))
    reported_to_executive: When | None = may(PARTNERSHIP, "When the partnership's executive group heard of it", "F7.5")
