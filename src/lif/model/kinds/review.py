"""A review: of a serious incident, a near miss, good practice or a theme, and every date of its life."""

from typing import ClassVar

from lif.model.declaration import DateStep, Declaration, EvidenceKind, LifeEvent, LifeStage, LineStage
from lif.model.parts.field import many, may, must
from lif.model.parts.part import Part, filled_by
from lif.model.parts.scalars import Address, Text
from lif.model.period import When
from lif.model.record import Activity
from lif.model.reference import GroupKey, ThemeKey
from lif.model.sharing import PARTNERSHIP, PUBLIC, RESTRICTED
from lif.model.vocabulary import Answer, ReviewKind

_COURSE = (
    DateStep("life.commissioned", "commissioned"),
    DateStep("life.started", "begun"),
    DateStep("life.completed", "completed"),
    DateStep("life.published", "published"),
    DateStep("life.withdrawn", "taken down"),
)
_PANEL = (
    (
        DateStep("life.aware", "known to the partners"),
        DateStep("life.notified", "notified"),
        DateStep("life.panel_replied", "replied to"),
    ),
    (
        DateStep("life.aware", "known to the partners"),
        DateStep("life.rapid_review_sent", "sent to the Panel as a rapid review"),
        DateStep("life.panel_replied", "replied to"),
    ),
)
_SHARED = LifeEvent(LifeStage.REPORTED, "shared_with_group", "shared with the group that oversees learning")
_LIFE = (
    LifeEvent(LifeStage.PLANNED, "life.commissioned", "commissioned"),
    LifeEvent(LifeStage.UNDER_WAY, "life.started", "began"),
    LifeEvent(LifeStage.REPORTED, "life.completed", "completed"),
    _SHARED,
    LifeEvent(LifeStage.REPORTED, "life.published", "published"),
)
_RAPID_LIFE = (
    LifeEvent(LifeStage.PLANNED, "life.commissioned", "commissioned"),
    LifeEvent(LifeStage.UNDER_WAY, "life.started", "began"),
    LifeEvent(LifeStage.REPORTED, "life.completed", "completed"),
    LifeEvent(LifeStage.REPORTED, "life.rapid_review_sent", "sent to the Panel"),
    _SHARED,
)


class Definition(Part):
    """The two-part definition of a serious child safeguarding case, asked and answered (F6.3)."""

    abuse_or_neglect: Answer = must(
        RESTRICTED,
        "Abuse or neglect of a child is known or suspected",
        "F6.3",
        ask="Is abuse or neglect of a child known or suspected?",
    )
    died_or_seriously_harmed: Answer = must(
        RESTRICTED,
        "A child has died or been seriously harmed",
        "F6.3",
        ask="Has a child died or been seriously harmed?",
    )
    because: Text | None = may(
        RESTRICTED,
        "On what that rests, without detail of the incident",
        "F6.3",
        ask="On what does that rest? (no detail of the incident)",
    )


class NoAgencyInvolved(Part):
    """Whether no agency was involved with the family, and who looked (F6.4)."""

    answer: Answer = must(PARTNERSHIP, "yes where no agency was involved, no where one or more was", "F6.4")
    looked_by: Text | None = may(PARTNERSHIP, "Who looked: agencies or roles, never names", "F6.4", owed=True)
    how: Text | None = may(PARTNERSHIP, "How they looked: the records of which services", "F6.4")
    date: When | None = may(PARTNERSHIP, "When they looked", "F6.4")


class ReviewLife(Part):
    """The dates of a review's life; the stage it is in follows from them."""

    aware: When | None = may(
        PARTNERSHIP,
        "The partners became aware",
        "F6.1",
        "F6.7",
        ask="When did the partners become aware? (the clocks of the Panel run from then)",
    )
    notified: When | None = may(PARTNERSHIP, "The national Panel was notified", "F6.1", "F6.7")
    rapid_review_sent: When | None = may(PARTNERSHIP, "The rapid review was sent to the Panel", "F6.1")
    panel_replied: When | None = may(PARTNERSHIP, "The Panel replied", "F6.1")
    commissioned: When | None = may(PUBLIC, "It was commissioned", "F6.7", "F1.3")
    started: When | None = may(PUBLIC, "It began", "F6.7", "F1.3", ask="When did it begin?")
    completed: When | None = may(PUBLIC, "It was completed", "F6.7", "F1.3")
    published: When | None = may(PUBLIC, "It was published", "F1.4", "F6.7")
    withdrawn: When | None = may(PUBLIC, "It was taken down", "F6.7")


class Review(Activity):
    """A review and its life."""

    declares: ClassVar[Declaration] = Declaration(
        dated_by=(
            "life.published",
            "life.completed",
            "life.commissioned",
            "life.started",
            "shared_with_group",
        ),
        begun_by=("life.started", "life.commissioned"),
        date_chains=(_COURSE, *_PANEL),
        life=_LIFE,
        line_stage=LineStage.LOOKED_AT,
        carries_themes=True,
        evidence=EvidenceKind.REVIEW,
        gives_findings=True,
        comes_from=("answers", "part_of"),
        next_kinds=("finding",),
        asks_for_findings=True,
        asked=(
            "themes",
            "review_kind",
            "elsewhere.whose",
            "elsewhere.name",
            "question",
            "life.aware",
            "life.started",
            "definition.abuse_or_neglect",
            "definition.died_or_seriously_harmed",
            "definition.because",
            "method",
            "took_part.agency",
            "took_part.how",
            "practitioners",
            "families",
            "intended.outcome",
            "intended.measure",
            "intended.target",
            "intended.agreed",
            "recommendations.text",
            "recommendations.form",
            "recommendations.to",
            "recommendations.themes",
            "recommendations.due",
        ),
        reported_by=("life.completed", "life.published"),
        register_columns=("state", "review_kind", "themes"),
    )

    review_kind: ReviewKind = must(PUBLIC, "Which kind of review", "F6.5", ask="Which kind?")
    pseudonym: Text | None = may(PUBLIC, "The pseudonym it goes by, as in the register of the partnership")
    definition: Definition | None = may(RESTRICTED, "The definition of a serious case, asked and answered", "F6.3")
    no_agency_involved: NoAgencyInvolved | None = may(
        PARTNERSHIP, "Whether no agency was involved with the family, and who looked", "F6.4"
    )
    authorities: tuple[Text, ...] = many(
        RESTRICTED, "Authorities that knew the family: names only, no dates, which would identify a family", "F6.4"
    )
    method: Text | None = may(
        PUBLIC,
        "The method: systems approach, thematic cohort, learning event …",
        "F6.2",
        owed=True,
        ask="By which method?",
    )
    panel_agrees: Answer | None = may(
        PARTNERSHIP, "Whether the Panel agreed with the decision", "F6.1", goes_with=("life.panel_replied",)
    )
    panel_recommends: Answer | None = may(
        PARTNERSHIP, "Whether the Panel recommended a review", "F6.1", "F6.4", goes_with=("life.panel_replied",)
    )
    life: ReviewLife = filled_by(ReviewLife)
    publication_because: Text | None = may(
        PARTNERSHIP, "Why it is published later than the guidance allows, or not at all", "F1.4", "F6.7"
    )
    commissioner: GroupKey | None = may(PUBLIC, "The group that commissioned it", "F6.2")
    needs: tuple[ThemeKey, ...] = many(PUBLIC, "The needs of children it is about")
    links: tuple[Address, ...] = many(
        PUBLIC, "Where the published report can be read", "F1.4", goes_with=("life.published",)
    )

    @property
    def life_events(self) -> tuple[LifeEvent, ...]:
        """A rapid review is sent to the Panel; any other is published. When it was decided on, a decision says."""
        return _RAPID_LIFE if self.review_kind is ReviewKind.RAPID_REVIEW else self.declares.life
