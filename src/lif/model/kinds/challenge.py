"""A professional challenge: by whom, to whom, about what, and what came of it."""

from typing import Annotated, ClassVar

from lif.model.declaration import DateStep, Declaration
from lif.model.parts.field import many, may, must
from lif.model.parts.part import Part
from lif.model.parts.scalars import Day, Text, YesNo
from lif.model.period import When
from lif.model.record import Record
from lif.model.reference import ANY_RECORD, AgencyKey, GroupKey, Id, Ref, ThemeKey
from lif.model.sharing import PARTNERSHIP
from lif.model.vocabulary import Stage


class StageReached(Part):
    """A stage of the escalation policy, and when it was reached."""

    stage: Stage = must(PARTNERSHIP, "The stage", "F3.5")
    date: When = must(PARTNERSHIP, "When it was reached", "F3.5")


class Challenge(Record):
    """One entry of the challenge log (F3.5, F4.8)."""

    declares: ClassVar[Declaration] = Declaration(
        dated_by=("raised",),
        date_chains=(
            (
                DateStep("raised", "raised"),
                DateStep("answered", "answered"),
                DateStep("closed", "closed"),
            ),
            (
                DateStep("raised", "raised"),
                DateStep("answer_due", "due to be answered"),
            ),
        ),
        comes_from=("about_records",),
        register_columns=("by", "to", "answered"),
    )

    by: AgencyKey | None = may(
        PARTNERSHIP, "The agency that challenges", "F3.5", ask="Which agency challenges?", owed=True
    )
    by_group: GroupKey | None = may(PARTNERSHIP, "The group that challenges, where it is a group", "F3.5")
    to: tuple[AgencyKey, ...] = many(
        PARTNERSHIP, "The agencies challenged", "F3.5", ask="Which agencies are challenged?", owed=True
    )
    about: Text | None = may(PARTNERSHIP, "What it is about; never one child", "F3.5", ask="What about?", owed=True)
    about_records: tuple[Annotated[Id, Ref((ANY_RECORD,), behind=True)], ...] = many(
        PARTNERSHIP, "The records it is about", "F1.2"
    )
    themes: tuple[ThemeKey, ...] = many(PARTNERSHIP, "What it is about")
    raised: When | None = may(PARTNERSHIP, "When it was raised", "F3.5", owed=True)
    stages: tuple[StageReached, ...] = many(PARTNERSHIP, "Stages reached, oldest first", "F3.5")
    asked_for: Text | None = may(PARTNERSHIP, "What was asked for", "F4.8", owed=True)
    asks_for_information: YesNo | None = may(PARTNERSHIP, "yes when it asks for more information", "F4.8")
    answer_due: Day | None = may(PARTNERSHIP, "When an answer is due", "F4.8", ahead=True)
    answered: When | None = may(PARTNERSHIP, "When it was answered", "F4.8")
    response: Text | None = may(PARTNERSHIP, "The answer", "F3.5", "F4.8", goes_with=("answered",))
    outcome: Text | None = may(PARTNERSHIP, "What changed because of it", "F3.5", "F4.8", goes_with=("closed",))
    closed: When | None = may(PARTNERSHIP, "When it was closed", "F3.5")
