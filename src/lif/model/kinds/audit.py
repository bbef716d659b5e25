"""An audit of practice: what was asked, how cases were chosen, what each agency and the panel found."""

from typing import Annotated, ClassVar

from lif.model.declaration import DateStep, Declaration, EvidenceKind, LifeEvent, LifeStage, LineStage
from lif.model.parts.field import many, may, must
from lif.model.parts.part import Part, filled_by
from lif.model.parts.scalars import Count, Slug, Text, Year
from lif.model.period import When
from lif.model.record import Activity, Item
from lif.model.reference import AgencyKey, GroupKey, Id, PracticeStandardKey, Ref, ScaleKey, ThemeKey
from lif.model.sharing import PARTNERSHIP, PUBLIC, RESTRICTED
from lif.model.vocabulary import AuditKind, Selection, Whose

_REPORTED = ("life.completed", "life.reported")
"""The dates without which nothing that an audit found is known."""


class OwnGrade(Part):
    """The grade an agency gave its own work, before moderation."""

    agency: AgencyKey = must(RESTRICTED, "The agency")
    grade: Slug = must(RESTRICTED, "Its own grade, on the audit's scale")


class AuditedCase(Item):
    """One case of an audit: a number, grades and themes; nothing about the child."""

    grades: tuple[OwnGrade, ...] = many(RESTRICTED, "Each agency's own grade, before moderation", owed=True)
    moderated: Slug | None = may(RESTRICTED, "The grade the panel agreed")
    moderated_because: Text | None = may(RESTRICTED, "Why it differs from the agencies' own")
    themes: tuple[ThemeKey, ...] = many(RESTRICTED, "What the case showed")


class Result(Item):
    """How many cases met a practice standard; without counts, a standard that is to be measured."""

    key: PracticeStandardKey = must(PUBLIC, "The practice standard, by its key", "F4.7", ask="Which practice standard?")
    asked: Text | None = may(PUBLIC, "The words in which it was asked, where they differ from those of the register")
    same_because: Text | None = may(
        PUBLIC, "Why these words ask the same: a judgement of people, without which they are not comparable"
    )
    met: Count | None = may(PUBLIC, "In how many cases it was met", "F4.7", owed=True)
    of: Count | None = may(PUBLIC, "Out of how many, without those to which it did not apply", "F4.7", owed=True)
    not_applicable: Count | None = may(PUBLIC, "In how many more cases it did not apply; they are in no count")
    themes: tuple[ThemeKey, ...] = many(PUBLIC, "What it is about here, beside the themes of the standard")


class GradeCount(Part):
    """How many cases had a grade: counts only, so that no case can be told."""

    grade: Slug = must(PARTNERSHIP, "The grade, on the audit's scale", "F4.7")
    own: Count | None = may(PARTNERSHIP, "How many grades of agencies for their own work, before moderation")
    moderated: Count | None = may(PARTNERSHIP, "In how many cases the panel agreed on it", "F4.7")


class LookedAt(Part):
    """The span of practice that was looked at."""

    since: When | None = may(PUBLIC, "From when", ahead=True)
    until: When | None = may(PUBLIC, "Until when", ahead=True)


class Consulted(Part):
    """A consultation on what to look at: whose view it was, and how they were asked."""

    whose: Whose = must(PUBLIC, "Whose view it was", "F5.2")
    how: Text | None = may(PUBLIC, "How they were asked, and what it changed", "F5.2")
    date: When | None = may(PUBLIC, "When", "F5.2")


class AuditLife(Part):
    """The dates of an audit's life."""

    planned: When | None = may(PUBLIC, "When it was put on the programme", "F1.3", ahead=True)
    started: When | None = may(PUBLIC, "When it began", "F1.3", ask="When did it begin?")
    completed: When | None = may(PUBLIC, "When the last case was looked at", "F1.3")
    reported: When | None = may(PUBLIC, "When it was reported", "F1.3", ask="When was it reported?")
    reaudit_due: When | None = may(PUBLIC, "When it is to be repeated", "F4.7", ahead=True)


class Audit(Activity):
    """An audit of practice."""

    declares: ClassVar[Declaration] = Declaration(
        dated_by=("life.reported", "life.completed", "life.started", "life.planned", "shared_with_group"),
        begun_by=("life.started",),
        date_chains=(
            (
                DateStep("life.planned", "put on the programme"),
                DateStep("life.started", "begun"),
                DateStep("life.completed", "completed"),
                DateStep("life.reported", "reported"),
                DateStep("life.reaudit_due", "due to be repeated"),
            ),
        ),
        life=(
            LifeEvent(LifeStage.PLANNED, "life.planned", "put on the programme"),
            LifeEvent(LifeStage.UNDER_WAY, "life.started", "began"),
            LifeEvent(LifeStage.UNDER_WAY, "life.completed", "last case looked at"),
            LifeEvent(LifeStage.REPORTED, "life.reported", "reported"),
            LifeEvent(LifeStage.REPORTED, "shared_with_group", "shared with the group that oversees learning"),
        ),
        line_stage=LineStage.LOOKED_AT,
        carries_themes=True,
        gives_findings=True,
        comes_from=("reaudit_of", "answers", "part_of"),
        asked=(
            "themes",
            "audit_kind",
            "answers",
            "question",
            "selection",
            "cases_looked_at",
            "life.started",
            "life.reported",
            "results.key",
            "results.met",
            "results.of",
            "consulted.whose",
            "consulted.how",
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
        repeats={
            "reaudit_of": (
                "audit_kind",
                "question",
                "criteria",
                "selection",
                "scale",
                "good_enough",
                "themes",
                "led_by",
                "results",
            )
        },
        next_kinds=("finding",),
        asks_for_findings=True,
        reported_by=_REPORTED,
        register_columns=("state", "audit_kind", "cases_looked_at", "themes"),
    )

    audit_kind: AuditKind = must(
        PUBLIC,
        "Multi-agency practice, multi-agency thematic, single-agency or dip sample",
        "F5.2",
        "F5.3",
        ask="Which kind?",
    )
    programme_year: Year | None = may(PUBLIC, "The year of the audit programme", "F5.2")
    programme_order: Count | None = may(PUBLIC, "Its place in the programme, 1 first", "F5.2")
    programme_because: Text | None = may(PUBLIC, "Why it stands there", "F5.2")
    led_by: AgencyKey | None = may(PUBLIC, "The agency that leads it, for a single-agency audit", "F5.3")
    prioritised_by: GroupKey | None = may(PUBLIC, "The group that put it on the programme", "F5.2")
    consulted: tuple[Consulted, ...] = many(
        PUBLIC, "Practitioners and service users who were consulted on it beforehand", "F5.2", owed=True
    )
    criteria: tuple[Text, ...] = many(PUBLIC, "What the cases were looked at for")
    selection: Selection | None = may(PUBLIC, "How the cases were chosen", owed=True, ask="How were the cases chosen?")
    selected_by: Text | None = may(PUBLIC, "Who chose the cases: a role, an agency or a group, never a name")
    selection_described: Text | None = may(PUBLIC, "How they were chosen, in words")
    same_cases_as: tuple[Annotated[Id, Ref(("audit",))], ...] = many(
        PUBLIC, "Audits of which it looked at the same cases again, all or some: nothing is claimed of a change then"
    )
    looked_at: LookedAt | None = may(PUBLIC, "The span of practice that was looked at")
    cases_looked_at: Count | None = may(PUBLIC, "How many cases", owed=True, ask="How many cases were looked at?")
    scale: ScaleKey | None = may(PUBLIC, "The scale of the grades")
    good_enough: Slug | None = may(PUBLIC, "The grade from which practice is good enough, on its scale", "F4.7")
    grades: tuple[GradeCount, ...] = many(
        PARTNERSHIP, "Grade by grade: how many own grades and moderated ones", "F4.7", goes_with=_REPORTED
    )
    cases: tuple[AuditedCase, ...] = many(RESTRICTED, "Case by case: number, grades, themes", goes_with=_REPORTED)
    results: tuple[Result, ...] = many(PUBLIC, "Standard by standard: met, of", "F4.7", goes_with=_REPORTED)
    reaudit_of: Annotated[Id, Ref(("audit",), chain=True, earlier="it repeats")] | None = may(
        PUBLIC, "The audit it repeats", "F4.7"
    )
    life: AuditLife = filled_by(AuditLife)
    moderated_by: GroupKey | None = may(PARTNERSHIP, "The group that moderated the grades")

    @property
    def evidence_kind(self) -> EvidenceKind | None:
        """Audits of several agencies and of one are different kinds of evidence; one from elsewhere is none of ours."""
        return None if self.is_elsewhere else self.sort

    @property
    def sort(self) -> EvidenceKind:
        """Whether it is an audit of several agencies or of one, whosever it is."""
        several = self.audit_kind in {AuditKind.MULTI_AGENCY_PRACTICE, AuditKind.MULTI_AGENCY_THEMATIC}
        return EvidenceKind.AUDIT_MULTI if several else EvidenceKind.AUDIT_SINGLE
