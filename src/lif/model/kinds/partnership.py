"""The partnership itself: who it is, whom it names, and the settings its records are read by."""

from enum import StrEnum
from typing import Annotated, ClassVar

from lif.model.declaration import Declaration
from lif.model.parts.field import many, may, must, no_unless_said
from lif.model.parts.part import Part, filled_by
from lif.model.parts.scalars import Count, Slug, Text, Year, YesNo
from lif.model.period import InForce, When
from lif.model.record import Item, Record
from lif.model.reference import AgencyKey, AnyId, Id, PriorityKey, Ref, StandardsKey, ThemeKey
from lif.model.settings import ReportPeriods, Settings, Thresholds
from lif.model.sharing import PUBLIC, Sharing
from lif.model.vocabulary import AgencyRole, Axis, Body, ClockStart, GroupTask, RegularReport, Stage


class Compiled(Part):
    """Who made these records, and what that means for what is missing from them."""

    by: Text = must(PUBLIC, "Who compiled the records", ask="Who keeps these records? (a role or team, no names)")
    own: YesNo = must(
        PUBLIC,
        "yes when the partnership keeps them itself; no when others compiled what was published",
        ask="Does the partnership keep them itself?",
    )
    basis: Text = must(PUBLIC, "What they were compiled from", ask="What are they made from?")
    complete: Text = must(
        PUBLIC, "How complete they are, and what is missing", ask="How complete are they, and what is missing?"
    )


class Readers(Part):
    """Who can read the repository."""

    level: Sharing = must(
        PUBLIC,
        "The highest level of sharing that its readers may see",
        "F1.4",
        ask="How much may everybody see who can open this folder?",
    )
    who: Text = must(PUBLIC, "Who they are", "F1.4", ask="Who can open it?")


class Name(Part, InForce):
    """A name the arrangements have had, and when."""

    name: Text = must(PUBLIC, "The name")
    body: Body = must(PUBLIC, "Whether it was the historic board or the partnership")
    since: When | None = may(PUBLIC, "From when", ahead=True)
    until: When | None = may(PUBLIC, "Until when", ahead=True)


class DatedRole(Part, InForce):
    """What an agency is in the arrangements, and when."""

    role: AgencyRole = must(PUBLIC, "The role", "F4.1")
    since: When | None = may(PUBLIC, "From when", "F4.1", ahead=True)
    until: When | None = may(PUBLIC, "Until when", "F4.1", ahead=True)


class Agency(Item):
    """An agency that records name by its key."""

    name: Text = must(PUBLIC, "Its name", "F1.1")
    roles: tuple[DatedRole, ...] = many(PUBLIC, "What it is in the arrangements, and when", "F4.1")
    succeeded_by: Annotated[Slug, Ref(("agency",), chain=True)] | None = may(
        PUBLIC, "The agency that took its place", "F4.1"
    )
    education: YesNo = no_unless_said(PUBLIC, "yes for schools, colleges and those who speak for them")
    commissioned_by: AgencyKey | None = may(
        PUBLIC, "The agency that commissions it, for a commissioned service", "F4.11"
    )


class Member(Part):
    """A member of a group: an agency and a role."""

    agency: AgencyKey = must(PUBLIC, "The agency", "FA.1")
    role: Text | None = may(PUBLIC, "The role, never a name", "FA.1")


class Group(Item, InForce):
    """A group of the partnership: for learning and improvement, for reviews, the executive group."""

    name: Text = must(PUBLIC, "Its name", "FA.1")
    does: tuple[GroupTask, ...] = many(
        PUBLIC,
        "learning for the group that oversees learning, executive for the executive group: documents call them by name",
        "FA.1",
    )
    terms: Text | None = may(PUBLIC, "What it is for", "FA.1")
    members: tuple[Member, ...] = many(PUBLIC, "Its members, by agency and role", "FA.1")
    since: When | None = may(PUBLIC, "From when", ahead=True)
    until: When | None = may(PUBLIC, "Until when", ahead=True)


class Priority(Item, InForce):
    """A priority the partnership has agreed."""

    name: Text = must(PUBLIC, "The priority", "F2.2")
    themes: tuple[ThemeKey, ...] = many(PUBLIC, "The themes that belong to it", "F2.2")
    since: When | None = may(PUBLIC, "From when", "F2.2", ahead=True)
    until: When | None = may(PUBLIC, "Until when", "F2.2", ahead=True)


class Theme(Item):
    """A theme that findings can carry."""

    label: Text = must(PUBLIC, "What it is called")
    axis: Axis = must(PUBLIC, "Practice, system or need")
    maps_to: Text | None = may(PUBLIC, "The public list it corresponds to")
    local: YesNo = no_unless_said(PUBLIC, "yes when the partnership added it to the starter vocabulary")
    replaced_by: Annotated[Slug, Ref(("theme",), chain=True)] | None = may(
        PUBLIC, "The theme that took its place; keys are never used again"
    )


class Grade(Item):
    """One grade of a rating scale."""

    label: Text = must(PUBLIC, "How people say it")


class BestEnd(StrEnum):
    """Which end of the list of grades is the best."""

    FIRST = "first"
    LAST = "last"


class Scale(Item):
    """A rating scale: its grades in order, which end is best, and the grade that is none."""

    name: Text = must(PUBLIC, "Its name")
    grades: tuple[Grade, ...] = many(PUBLIC, "Its grades in order; best first, unless `best` says last", owed=True)
    best: BestEnd | None = may(PUBLIC, "Which end of the list is best: first or last; first where it is left out")
    not_applicable: Slug | None = may(
        PUBLIC, "The key among them that says: does not apply. It is no grade and is never counted"
    )

    @property
    def best_first(self) -> tuple[Grade, ...]:
        """The grades that count, best first: without the one that says that nothing applied."""
        counted = tuple(grade for grade in self.grades if grade.key != self.not_applicable)
        return counted[::-1] if self.best is BestEnd.LAST else counted


class PracticeStandard(Item, InForce):
    """A standard that audits measure practice against, the same over the years."""

    text: Text = must(PUBLIC, "What is expected, in the words in which audits ask it", "F4.7")
    themes: tuple[ThemeKey, ...] = many(PUBLIC, "What it is about", "F4.7")
    since: When | None = may(PUBLIC, "From when audits measure it", ahead=True)
    until: When | None = may(PUBLIC, "Until when", ahead=True)
    replaced_by: Annotated[Slug, Ref(("practice-standard",), chain=True)] | None = may(
        PUBLIC, "The standard that took its place; the counts of the two are not compared", "F4.7"
    )
    same_as: Annotated[Slug, Ref(("practice-standard",), chain=True)] | None = may(
        PUBLIC, "The standard that it is the same as, under another key or in other words: their counts are compared"
    )
    same_because: Text | None = may(PUBLIC, "Why the two measure the same thing: a judgement of people", "F4.7")
    by: Text | None = may(PUBLIC, "Who judged that: a role or group, never a name")


class Standard(Item):
    """One standard of a set."""

    text: Text = must(PUBLIC, "What is expected", "F4.9", "F4.10")
    themes: tuple[ThemeKey, ...] = many(
        PUBLIC, "The themes it belongs to, so that other evidence can stand beside it", "F5.4"
    )


class StandardsSet(Item):
    """The standards of an organisational assessment."""

    name: Text = must(PUBLIC, "Its name")
    scale: Annotated[Slug, Ref(("scale",))] | None = may(PUBLIC, "The scale it is rated on")
    standards: tuple[Standard, ...] = many(
        PUBLIC, "The standards, supervision and induction among them", "F4.9", "F4.10", owed=True
    )


class Cycle(Item):
    """A cycle of organisational assessments: what was asked of whom, and by when."""

    standards_set: StandardsKey | None = may(PUBLIC, "The set of standards", "F4.11")
    asked: When | None = may(PUBLIC, "When the returns were asked for", "F4.11")
    due: When | None = may(PUBLIC, "When they are due", "F4.11", ahead=True)
    agencies: tuple[AgencyKey, ...] = many(
        PUBLIC, "Those asked, commissioned services among them; without a list, every agency with a role then", "F4.11"
    )


class Pseudonym(Part):
    """A pseudonym in use, and in which year; two partnerships have had a Child Q."""

    name: Text = must(PUBLIC, "The pseudonym: Child Q")
    year: Count = must(PUBLIC, "The year it belongs to")
    review: Annotated[Id, Ref(("review",))] | None = may(PUBLIC, "The review it stands in")


class PublicName(Part):
    """A name that is public already and may stand in the records."""

    name: Text = must(PUBLIC, "The name as it is published")
    why: Text = must(PUBLIC, "Where it is published, and why it belongs in the records")


class GuidanceInForce(Part, InForce):
    """Which edition of the national guidance applied, and when."""

    edition: Slug = must(PUBLIC, "The edition: wt2018, wt2023, wt2026, or none before them")
    since: When | None = may(PUBLIC, "From when", ahead=True)
    until: When | None = may(PUBLIC, "Until when", ahead=True)


class EscalationStage(Part):
    """A stage of the escalation policy."""

    stage: Stage = must(PUBLIC, "The stage", "F3.5")
    formal: YesNo = must(PUBLIC, "Whether it is formal", "F3.5")
    answer_within_days: Count | None = may(PUBLIC, "Working days within which an answer is due", "F4.8")


class FrameworkDocument(Part):
    """The partnership's learning and improvement framework as a document."""

    title: Text = must(PUBLIC, "Its title", "F8.1")
    approved: When | None = may(PUBLIC, "When it was approved", "F8.1")
    review_due: When | None = may(
        PUBLIC, "When it is to be reviewed next", "F8.1", ahead=True, goes_with=("framework.approved",)
    )


class ClockSuspended(Part, InForce):
    """A time in which a deadline of the guidance was relaxed; it stands in the place of what the edition says."""

    clock: Slug = must(PUBLIC, "Which deadline: notification, rapid-review, publication", "F6.1")
    since: When = must(PUBLIC, "From when", "F6.1", ahead=True)
    until: When | None = may(PUBLIC, "Until when", "F6.1", ahead=True)
    because: Text = must(PUBLIC, "Why, and who relaxed it", "F6.1")


class ReportMade(Part):
    """A regular report that was made, so that it can be seen when the next is due."""

    what: RegularReport = must(PUBLIC, "executive, annual or framework-review", "F7.5", "F7.7", "F8.1")
    date: When = must(PUBLIC, "When it was made: heard, published, agreed", "F7.5", "F7.7", "F8.1")
    covers: Text | None = may(PUBLIC, "The time it covers; for a yearly report the year, written 2018-19", "F7.7")
    record: AnyId | None = may(PUBLIC, "The record that shows it, a decision say")
    signed_off_by: tuple[AgencyKey, ...] = many(PUBLIC, "The agencies whose lead signed it off", "F7.7")
    signed_off: When | None = may(PUBLIC, "When the last of them did", "F7.7")


class Partnership(Record):
    """The partnership: `records/partnership.yaml`."""

    declares: ClassVar[Declaration] = Declaration(
        is_citable=False,
        title_question="What is the partnership called?",
        asked=("compiled.by", "compiled.own", "compiled.basis", "compiled.complete", "readers.level", "readers.who"),
    )

    compiled: Compiled = must(PUBLIC, "Who compiled the records, and how complete they are")
    readers: Readers = must(PUBLIC, "Who can read the repository", "F1.4")
    names: tuple[Name, ...] = many(PUBLIC, "The names the arrangements have had", "F1.1", owed=True)
    agencies: tuple[Agency, ...] = many(PUBLIC, "Every agency that records name", "F1.1", "F4.1", owed=True)
    groups: tuple[Group, ...] = many(PUBLIC, "The groups", "F1.1", "FA.1", "F4.2", owed=True)
    priorities: tuple[Priority, ...] = many(PUBLIC, "Agreed priorities with their dates", "F2.2")
    themes: tuple[Theme, ...] = many(PUBLIC, "The vocabulary of themes", owed=True)
    scales: tuple[Scale, ...] = many(PUBLIC, "Rating scales")
    practice_standards: tuple[PracticeStandard, ...] = many(
        PUBLIC, "The standards that audits measure practice against; results name them by key", "F4.7"
    )
    standards_sets: tuple[StandardsSet, ...] = many(
        PUBLIC, "Sets of standards for organisational assessments", "F4.9", "F4.10", "F4.11"
    )
    cycles: tuple[Cycle, ...] = many(PUBLIC, "Cycles of organisational assessments", "F4.11")
    pseudonyms: tuple[Pseudonym, ...] = many(PUBLIC, "Pseudonyms in use, by year")
    public_names: tuple[PublicName, ...] = many(
        PUBLIC, "Names that are public already, an independent scrutineer's say, and why they may stand here"
    )
    guidance: tuple[GuidanceInForce, ...] = many(PUBLIC, "Which edition of the guidance applied when")
    clock_start: ClockStart | None = may(PUBLIC, "From when the rapid-review clock runs", "F6.1")
    suspensions: tuple[ClockSuspended, ...] = many(
        PUBLIC, "Times in which a deadline of the guidance was relaxed", "F6.1"
    )
    escalation: tuple[EscalationStage, ...] = many(PUBLIC, "Stages of the escalation policy", "F3.5")
    framework: FrameworkDocument | None = may(PUBLIC, "The framework document and its review", "F8.1")
    reports_made: tuple[ReportMade, ...] = many(
        PUBLIC, "Regular reports and reviews of the framework that were made", "F7.5", "F7.7", "F8.1"
    )
    current_priorities: tuple[PriorityKey, ...] = many(PUBLIC, "Priorities in force now", "F2.2")
    first_year: Year | None = may(PUBLIC, "The first year these records cover")
    thresholds: Thresholds = filled_by(Thresholds)
    report_periods: ReportPeriods = filled_by(ReportPeriods)
    settings: Settings = filled_by(Settings)
