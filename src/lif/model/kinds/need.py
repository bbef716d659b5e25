"""A need: something the partnership should understand or learn, and what drives it."""

from typing import Annotated, ClassVar

from lif.model.declaration import DateStep, Declaration, LineStage
from lif.model.parts.field import many, may
from lif.model.parts.scalars import Count, Text
from lif.model.period import When
from lif.model.record import Evidence, Record
from lif.model.reference import GroupKey, Id, PriorityKey, Ref, ThemeKey
from lif.model.sharing import PUBLIC
from lif.model.vocabulary import Driver


class Need(Record):
    """A need, with the driver it arises from, its evidence, its priority and its answer."""

    declares: ClassVar[Declaration] = Declaration(
        dated_by=("raised", "answered"),
        date_chains=(
            (
                DateStep("raised", "raised"),
                DateStep("answered", "answered"),
            ),
        ),
        line_stage=LineStage.NEED,
        comes_from=("evidence",),
        next_kinds=("review",),
        register_columns=("driver", "themes"),
    )

    driver: Driver | None = may(
        PUBLIC,
        "The driver it arises from: incident, national issue, inspection, data, priority",
        "F5.1",
        ask="What drives it?",
        owed=True,
    )
    says: Text | None = may(
        PUBLIC, "What needs to be understood or learned", "F5.1", ask="What needs to be understood?", owed=True
    )
    raised: When | None = may(PUBLIC, "When it was raised", owed=True)
    raised_by: GroupKey | None = may(PUBLIC, "The group that raised it")
    themes: tuple[ThemeKey, ...] = many(PUBLIC, "What it is about", owed=True)
    evidence: tuple[Evidence, ...] = many(
        PUBLIC, "What shows it; single-agency audits count", "F5.1", "F5.3", owed=True
    )
    factors: tuple[Annotated[Id, Ref(("position#factors",), behind=True)], ...] = many(
        PUBLIC, "The factors of the position statement it belongs to", "F2.1"
    )
    priorities: tuple[PriorityKey, ...] = many(PUBLIC, "The agreed priorities it serves", "F2.2")
    order: Count | None = may(PUBLIC, "Its place in the group's order of priority, 1 first", "F5.2")
    order_because: Text | None = may(PUBLIC, "Why it stands there", "F5.2")
    answer: Text | None = may(PUBLIC, "How it was answered, where no record does so", goes_with=("answered",))
    answered: When | None = may(PUBLIC, "When it was answered")
