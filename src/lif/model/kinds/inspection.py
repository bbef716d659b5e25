"""An inspection or a scrutiny from outside, and what it judged."""

from typing import ClassVar

from lif.model.declaration import DateStep, Declaration, EvidenceKind, LifeEvent, LifeStage, LineStage
from lif.model.elsewhere import Elsewhere
from lif.model.parts.field import many, may, must
from lif.model.parts.part import Part
from lif.model.parts.scalars import Text
from lif.model.period import When
from lif.model.record import Recommendation, Record
from lif.model.reference import AgencyKey, ThemeKey
from lif.model.sharing import PUBLIC
from lif.model.vocabulary import InspectionKind

_REPORTED = ("completed", "published")
"""The dates without which nothing that it found is known."""


class Judgement(Part):
    """One judgement."""

    about: Text = must(PUBLIC, "What was judged", "F5.1")
    judged: Text = must(PUBLIC, "The judgement in the inspectors' own word", "F5.1")


class Inspection(Record):
    """An inspection, or scrutiny by councillors or an independent scrutineer."""

    declares: ClassVar[Declaration] = Declaration(
        dated_by=("published", "completed", "started"),
        begun_by=("started",),
        date_chains=(
            (
                DateStep("started", "begun"),
                DateStep("completed", "ended"),
                DateStep("published", "published"),
            ),
        ),
        life=(
            LifeEvent(LifeStage.UNDER_WAY, "started", "began"),
            LifeEvent(LifeStage.REPORTED, "completed", "ended"),
            LifeEvent(LifeStage.REPORTED, "published", "published"),
        ),
        line_stage=LineStage.LOOKED_AT,
        carries_themes=True,
        evidence=EvidenceKind.INSPECTION,
        gives_findings=True,
        next_kinds=("finding",),
        reported_by=_REPORTED,
        register_columns=("body", "inspection_kind"),
    )

    elsewhere: Elsewhere | None = may(PUBLIC, "Whose it is, where it is not about us: a national report", "F5.1")
    inspection_kind: InspectionKind = must(PUBLIC, "Who looked, in what capacity", "F5.1", ask="Which kind?")
    body: Text = must(PUBLIC, "The body that looked: Ofsted, a scrutiny sub-committee", "F5.1", ask="Which body?")
    framework: Text | None = may(PUBLIC, "The framework it worked to")
    agencies: tuple[AgencyKey, ...] = many(PUBLIC, "The agencies it looked at", owed=True)
    started: When | None = may(PUBLIC, "When it began")
    completed: When | None = may(PUBLIC, "When it ended, or the meeting took place")
    published: When | None = may(PUBLIC, "When its result was published")
    judgements: tuple[Judgement, ...] = many(PUBLIC, "What it judged", "F5.1", owed=True, goes_with=_REPORTED)
    priority_actions: tuple[Recommendation, ...] = many(PUBLIC, "What it asked for", goes_with=_REPORTED)
    themes: tuple[ThemeKey, ...] = many(PUBLIC, "What it is about")
    limitations: tuple[Text, ...] = many(PUBLIC, "What it could not see")
