"""An organisational standards and approaches assessment (section 11): an agency on itself, and the challenge to it."""

from typing import Annotated, ClassVar

from lif.model.declaration import DateStep, Declaration, EvidenceKind, LifeEvent, LifeStage, LineStage
from lif.model.parts.field import many, may, must, no_unless_said
from lif.model.parts.part import Part
from lif.model.parts.scalars import Count, Slug, Text, YesNo
from lif.model.period import When
from lif.model.record import Record, TookPart
from lif.model.reference import AgencyKey, CycleKey, Id, Ref, StandardsKey, ThemeKey
from lif.model.sharing import PARTNERSHIP, PUBLIC


class Rating(Part):
    """One standard as the agency rates itself, and as it was moderated."""

    standard: Slug = must(PARTNERSHIP, "The key of the standard in its set", "F4.11", "F5.4")
    own: Slug | None = may(PARTNERSHIP, "The agency's own rating", "F4.11", owed=True)
    evidence: Text | None = may(PARTNERSHIP, "The evidence it gave", "F4.11", owed=True)
    moderated: Slug | None = may(PARTNERSHIP, "The rating after moderation", "F4.11")
    moderated_because: Text | None = may(PARTNERSHIP, "Why it differs", "F4.11")
    carried_from: Annotated[Id, Ref(("assessment",))] | None = may(
        PARTNERSHIP, "The earlier return this answer was carried over from; taken out once it is judged again", "F4.11"
    )


class PeerChallenge(Part):
    """A panel or another agency questions the return."""

    by: tuple[AgencyKey, ...] = many(PUBLIC, "Who challenged", "F4.11")
    date: When | None = may(PUBLIC, "When")
    asked: Text | None = may(PARTNERSHIP, "What was asked", "F4.11")
    outcome: Text | None = may(PUBLIC, "What came of it", "F4.11")


class SurveyAnswer(Part):
    """What practitioners say on a standard that their agency rated."""

    standard: Slug = must(PARTNERSHIP, "The key of the standard", "F5.4")
    asked: Text = must(PARTNERSHIP, "The question they were asked")
    agreed: Count = must(PARTNERSHIP, "How many agreed")
    answered: Count = must(PARTNERSHIP, "Out of how many answers")


class Assessment(Record):
    """A self-assessment against a set of standards, in one cycle."""

    declares: ClassVar[Declaration] = Declaration(
        dated_by=("returned", "peer_challenge.0.date", "due", "asked"),
        begun_by=("asked", "returned"),
        date_chains=(
            (
                DateStep("asked", "asked for"),
                DateStep("returned", "returned"),
            ),
            (
                DateStep("asked", "asked for"),
                DateStep("due", "due"),
            ),
        ),
        life=(
            LifeEvent(LifeStage.PLANNED, "asked", "asked for"),
            LifeEvent(LifeStage.UNDER_WAY, "returned", "returned"),
            LifeEvent(LifeStage.REPORTED, "shared_with_group", "shared with the group that oversees learning"),
        ),
        line_stage=LineStage.LOOKED_AT,
        carries_themes=True,
        evidence=EvidenceKind.ASSESSMENT,
        gives_findings=True,
        comes_from=("follows",),
        repeats={"follows": ("agency", "of_partnership", "standards_set", "themes")},
        next_kinds=("finding",),
        reported_by=("returned",),
        register_columns=("cycle", "agency"),
    )

    cycle: CycleKey = must(PUBLIC, "The cycle, as in the partnership's list of cycles", "F4.11", ask="Which cycle?")
    agency: AgencyKey | None = may(PUBLIC, "The agency or commissioned service it is about", "F4.11", owed=True)
    of_partnership: YesNo = no_unless_said(PUBLIC, "yes when the arrangements themselves were assessed")
    standards_set: StandardsKey | None = may(PUBLIC, "The set of standards", "F4.9", "F4.10", owed=True)
    asked: When | None = may(PUBLIC, "When the return was asked for", "F4.11")
    due: When | None = may(PUBLIC, "When it was due", "F4.11", ahead=True)
    returned: When | None = may(PUBLIC, "When it came", "F4.11")
    ratings: tuple[Rating, ...] = many(
        PARTNERSHIP, "Standard by standard", "F4.11", "F5.4", owed=True, goes_with=("returned",)
    )
    peer_challenge: tuple[PeerChallenge, ...] = many(PUBLIC, "How it was challenged", "F4.11", owed=True)
    practitioner_survey: tuple[SurveyAnswer, ...] = many(
        PARTNERSHIP, "What practitioners say on the same standards", "F5.4"
    )
    took_part: tuple[TookPart, ...] = many(PUBLIC, "Agencies that took part in moderation", "F3.3")
    follows: Annotated[Id, Ref(("assessment",), chain=True, earlier="it follows")] | None = may(
        PUBLIC, "The same agency's return of the cycle before", "F4.11"
    )
    themes: tuple[ThemeKey, ...] = many(PUBLIC, "What it is about")
    summary: Text | None = may(PUBLIC, "What it showed", goes_with=("returned",))
    shared_with_group: When | None = may(PUBLIC, "When it was shared with the group that oversees learning", "F7.4")
