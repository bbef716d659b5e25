"""A decision of a group: on a theme, a review or anything else, with its reason and what was considered."""

from typing import Annotated, ClassVar

from lif.model.declaration import Declaration, LineStage
from lif.model.parts.field import many, may, must
from lif.model.parts.part import Part
from lif.model.parts.scalars import Text
from lif.model.period import When
from lif.model.record import Evidence, Record
from lif.model.reference import ANY_RECORD, RECOMMENDATION, AgencyKey, GroupKey, Id, Ref, ThemeKey
from lif.model.sharing import PARTNERSHIP, PUBLIC
from lif.model.vocabulary import Answer, Concern, Confidence, Disposition, Influence


class ConfidenceSet(Part):
    """How sure the group is of a theme, on the four questions; set by people, with a reason."""

    how_well_done: Concern = must(PARTNERSHIP, "How well was it done?", "F4.7")
    hangs_together: Concern = must(PARTNERSHIP, "Does it hang together?", "F4.7")
    enough_of_it: Concern = must(PARTNERSHIP, "Is there enough of it?", "F4.7")
    about_us_now: Concern = must(PARTNERSHIP, "Is it about us, now?", "F4.7")
    overall: Confidence = must(PARTNERSHIP, "How sure, all in all", "F4.7")
    because: Text = must(PARTNERSHIP, "Why", "F4.7")


class InfluenceConsidered(Part):
    """One of the eight influences on a decision to review, as the group saw it."""

    influence: Influence = must(PARTNERSHIP, "The influence", "F6.4")
    applies: Answer = must(PARTNERSHIP, "Whether it applies; not-known without a reason is no answer yet", "F6.4")
    because: Text | None = may(PARTNERSHIP, "What the group went by", "F6.4")


class ReviewDecision(Part):
    """The decision to review or not (F6.2); who decided, when and why, and on which review, the record itself says."""

    to_review: Answer = must(PARTNERSHIP, "Whether there is to be a review; not-known while it is not decided", "F6.2")
    method: Text | None = may(PARTNERSHIP, "The method that was decided on, and why this one", "F6.2")
    influences: tuple[InfluenceConsidered, ...] = many(
        PARTNERSHIP, "The eight influences on the decision, one by one", "F6.4"
    )
    dissent: Text | None = may(PARTNERSHIP, "Who saw it differently, by agency, and why", "F6.2")


class Decision(Record):
    """What a group decided, when, why, and on what evidence; it wins over any proposal of the tool."""

    declares: ClassVar[Declaration] = Declaration(
        dated_by=("date", "takes_effect"),
        line_stage=LineStage.DECISION,
        follows_by="about",
        comes_from=("about",),
        next_kinds=("action",),
        asked=("about", "theme", "group", "date", "says", "disposition", "accepts", "because", "to"),
        register_columns=("group", "theme", "disposition"),
    )

    group: GroupKey | None = may(
        PUBLIC, "The group that decided", "F4.4", "F6.2", ask="Which group decided?", owed=True
    )
    date: When | None = may(PUBLIC, "When", "F4.4", ask="When?", owed=True)
    says: Text | None = may(PUBLIC, "What was decided", "F4.4", ask="What was decided?", owed=True)
    theme: ThemeKey | None = may(PUBLIC, "The theme it decides on", "F4.4")
    themes: tuple[ThemeKey, ...] = many(PUBLIC, "Other themes it concerns")
    about: tuple[Annotated[Id, Ref((ANY_RECORD, RECOMMENDATION), behind=True)], ...] = many(
        PUBLIC, "The records it decides on", "F1.2", ask="On which records does it decide?"
    )
    disposition: Disposition | None = may(
        PUBLIC, "create, stabilise or change", "F4.4", ask="What is to happen to the practice?"
    )
    agrees_with_proposal: Answer | None = may(PARTNERSHIP, "Whether it agrees with what the tool proposed", "F4.4")
    accepts: Answer | None = may(
        PUBLIC,
        "yes when it accepts the recommendations it decides on, no when it declines them",
        "F6.2",
        ask="Does it accept the recommendations it decides on?",
    )
    review_decision: ReviewDecision | None = may(
        PARTNERSHIP, "Whether to review, where that is decided, with the influences on it", "F6.2", "F6.4"
    )
    because: Text | None = may(PUBLIC, "The reason", "F4.4", "F6.2", owed=True, ask="Why?")
    evidence: tuple[Evidence, ...] = many(
        PUBLIC, "What was considered, and what the source speaks of without naming", "F1.2", "F4.7", owed=True
    )
    confidence: ConfidenceSet | None = may(PARTNERSHIP, "How sure the group is", "F4.7")
    takes_effect: When | None = may(PUBLIC, "From when it applies", ahead=True)
    to: tuple[AgencyKey, ...] = many(PUBLIC, "The agencies it binds")
    supersedes: Annotated[Id, Ref(("decision",), chain=True, earlier="it supersedes")] | None = may(
        PUBLIC, "The earlier decision it replaces"
    )
