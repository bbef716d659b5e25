"""What every record has, and the parts that several kinds share."""

from typing import Annotated, ClassVar

from lif.model.declaration import DateStep, Declaration, EvidenceKind, LifeEvent
from lif.model.elsewhere import Elsewhere
from lif.model.inferred import InferredPlace, mark_as_our_reading, share_a_place
from lif.model.parts.field import many, may, must, no_unless_said
from lif.model.parts.part import Part
from lif.model.parts.scalars import Address, Count, Day, Number, Slug, Text, YesNo
from lif.model.period import When
from lif.model.reference import AgencyKey, AnyId, AnyIdAhead, AnyIdBehind, GroupKey, Id, Ref, ThemeKey
from lif.model.sharing import PARTNERSHIP, PUBLIC, RESTRICTED, Sharing
from lif.model.vocabulary import RecommendationForm


class Item(Part):
    """A part of a list with a key of its own."""

    key: Slug = must(PUBLIC, "The lasting short name of this item: lower-case words joined by hyphens")


class Citable(Item):
    """An item that other records can cite: `reviews/2019-x#key`."""


class Source(Part):
    """Where a fact was read."""

    title: Text = must(PUBLIC, "Title of the page or document")
    publisher: Text = must(PUBLIC, "Who published it")
    address: Address | None = may(PUBLIC, "Address of the page, where there is one")
    date: When | None = may(PUBLIC, "When it was published, as precisely as known")
    note: Text | None = may(PARTNERSHIP, "What was read of it, and what was not")


class Disputed(Part):
    """A fact on which the sources differ."""

    fact: Text = must(PUBLIC, "What the sources differ on")
    versions: tuple[Text, ...] = many(PUBLIC, "What each of them says, with which source says it", owed=True)


class Allowance(Part):
    """An exception to a rule that the partnership has accepted."""

    code: Text = must(PARTNERSHIP, "The code of the rule: LIF531")
    reason: Text = must(PARTNERSHIP, "Why the exception is right")
    by: Text = must(PARTNERSHIP, "Who accepted it: a role or group, never a name")
    until: Day | None = may(PARTNERSHIP, "The day on which it is looked at again", ahead=True)
    only: Text | None = may(
        PARTNERSHIP, "Fingerprint of the one value that is excepted, as `lif check` tells it; without it, every value"
    )


class Accepted(Part):
    """A check that a piece of evidence still holds, made after its source had changed."""

    by: Text = must(PARTNERSHIP, "Who read it again: a role or group, never a name", "F1.2")
    date: Day = must(PARTNERSHIP, "When", "F1.2")
    because: Text = must(PARTNERSHIP, "Why it still holds", "F1.2")


class Evidence(Part):
    """What something rests on: a record, or what a source speaks of without naming it."""

    record: AnyIdBehind | None = may(PUBLIC, "The record cited", "F1.2")
    seen: Text | None = may(PARTNERSHIP, "Fingerprint of what was cited, so that a later change of it is noticed")
    unnamed: Text | None = may(PUBLIC, "What the source speaks of without naming it: serious case reviews", "F1.2")
    note: Text | None = may(PARTNERSHIP, "What it shows")
    date: When | None = may(PARTNERSHIP, "When it was considered")
    accepted: Accepted | None = may(PARTNERSHIP, "Who read it again after it had changed, when, and why it still holds")


class EvidenceOfChange(Evidence):
    """What shows that something is different afterwards; it stands later on the line of sight."""

    record: AnyIdAhead | None = may(PUBLIC, "The record that shows it", "F1.2")


class Reading(Part):
    """A measure taken once."""

    value: Number | None = may(
        PUBLIC, "What was measured, where it is a number", ask="The figure, where it is a number"
    )
    said: Text | None = may(PUBLIC, "What was found, where it is not a number", ask="What was found, in words")
    met: Count | None = may(
        PUBLIC, "How many cases met it", ask="How many cases met it? (Enter: it is no count of cases)"
    )
    of: Count | None = may(PUBLIC, "Out of how many", ask="Out of how many?")
    date: When | None = may(PUBLIC, "When it was taken", owed=True, ask="When was that?")
    source: Text | None = may(PUBLIC, "Where the figure comes from", owed=True, ask="Where does the figure come from?")
    record: AnyId | None = may(PUBLIC, "The record it was taken from")
    by: AgencyKey | None = may(PUBLIC, "The agency that took it, where its record does not say", "F7.2")


READING_ASKED = ("met", "of", "value", "said", "date", "source")
"""The fields of a reading to ask for: a count of cases, or else a number, or else words; then when and from where."""


class Intended(Item):
    """What should be different afterwards, how it will be known, and when that was agreed."""

    outcome: Text = must(
        PUBLIC,
        "What should be different, for children or in practice",
        "F3.2",
        "F7.3",
        ask="What should be different afterwards, for children?",
    )
    measure: Text | None = may(
        PUBLIC,
        "What will be counted or heard",
        "F3.2",
        "F7.3",
        ask="How will you know? (what you will count or hear)",
        owed=True,
    )
    target: Text | None = may(PUBLIC, "What would be good enough", "F7.3", ask="What would be good enough?")
    agreed: When | None = may(
        PUBLIC, "When it was agreed", "F3.2", "F7.3", ask="When was that agreed? [today]", owed=True
    )


class TookPart(Part):
    """An agency that took part, and how."""

    agency: AgencyKey = must(PUBLIC, "The agency", "F3.3", ask="Which agency took part?")
    how: Text | None = may(
        PARTNERSHIP, "What it brought: an agency summary, a place on the panel", "F3.3", ask="What did it bring?"
    )


class NotTakingPart(Part):
    """An agency that was asked and did not take part."""

    agency: AgencyKey = must(PARTNERSHIP, "The agency", "F3.3")
    reason: Text | None = may(PARTNERSHIP, "The reason it gave", "F3.3")


class Owner(Part):
    """Who sees to something: an agency and a role, never a person."""

    agency: AgencyKey = must(PUBLIC, "The agency", "F4.1", ask="Which agency owns it?")
    role: Text | None = may(
        PUBLIC, "The role, never a name: head of service", owed=True, ask="Which role there? (no name)"
    )


class Recommendation(Citable):
    """What a review, an audit or an inspection asks for."""

    text: Text = must(
        PUBLIC, "What is asked for, in the words of the source or close to them", "F6.7", ask="What is asked for?"
    )
    form: RecommendationForm = must(
        PUBLIC, "A recommendation, a principle or a question", ask="Is it a recommendation, a principle or a question?"
    )
    to: tuple[AgencyKey, ...] = many(PUBLIC, "The agencies it is made to", ask="To which agencies?")
    outside: tuple[Text, ...] = many(PUBLIC, "Bodies outside the partnership it is made to, a national body say")
    made: When | None = may(PUBLIC, "When it was made")
    due: Day | None = may(PUBLIC, "By when, where that was said", ahead=True, ask="By when, if that was said?")
    themes: tuple[ThemeKey, ...] = many(PUBLIC, "What it is about", ask="On which themes?")
    findings: tuple[Annotated[Id, Ref(("finding",), behind=True)], ...] = many(
        PUBLIC, "The findings it rests on", "F1.2"
    )
    repeat_of: tuple[
        Annotated[Id, Ref(("review#recommendations", "audit#recommendations"), chain=True, earlier="it repeats")], ...
    ] = many(PUBLIC, "Earlier recommendations that asked for the same, linked by a person", "F6.4")


_WORDING = {"title", "says", "claim"}
"""The fields that hold the words of a record: where one is inferred, the sentence as a whole is our reading."""


class Record(Part):
    """What every record has, whatever its kind."""

    declares: ClassVar[Declaration] = Declaration()
    """What the kind says of itself; each kind has its own."""

    title: Text = must(
        PUBLIC,
        "What it is, in a line; a theme or pseudonym, never a name",
        ask="What is it about? (a theme or pseudonym, no names)",
    )
    draft: YesNo = no_unless_said(PARTNERSHIP, "yes while it is being written")
    sharing: Sharing = must(
        PUBLIC, "How far it may travel: public, partnership or restricted", "F1.4", ask="How far may it travel?"
    )
    sources: tuple[Source, ...] = many(PUBLIC, "Where it was read; as many as there are", "F1.4")
    disputed: tuple[Disputed, ...] = many(PUBLIC, "Facts on which the sources differ")
    inferred: tuple[InferredPlace, ...] = many(
        PUBLIC,
        "Fields, or items as list#key, that we concluded and no source says: documents mark them as our reading",
    )
    retention_review: Day | None = may(PARTNERSHIP, "The day on which somebody asks whether to keep it", ahead=True)
    allow: tuple[Allowance, ...] = many(PARTNERSHIP, "Accepted exceptions to rules, each with its reason")
    notes: Text | None = may(RESTRICTED, "Anything else worth keeping; never about one child")

    @property
    def evidence_kind(self) -> EvidenceKind | None:
        """The kind of evidence of practice here that this record speaks as.

        None where no finding can come from it, and where it is learning from elsewhere.
        """
        return None if self.is_elsewhere else self.declares.evidence

    @property
    def is_elsewhere(self) -> bool:
        """Whether it is the work of another partnership or a national body."""
        return getattr(self, "elsewhere", None) is not None

    @property
    def date_chains(self) -> tuple[tuple[DateStep, ...], ...]:
        """Chains of dates that should not run backwards in this record."""
        return self.declares.date_chains

    @property
    def life_events(self) -> tuple[LifeEvent, ...]:
        """The dated events of its life; empty for a kind that has none."""
        return self.declares.life

    def is_inferred(self, *places: str) -> bool:
        """Whether one of these places, or part of it, is our reading: `agencies`, `life.published`.

        A field that the kind does not have is never inferred, so that one question can be asked of every kind.
        """
        return any(share_a_place(place, inferred) for place in places for inferred in self.inferred)

    def marked(self, text: str, *places: str) -> str:
        """The text, with ` (our reading)` before its full stop where one of these places is inferred."""
        return mark_as_our_reading(text) if self.is_inferred(*places) else text

    def marked_by_field(self, text: str, *places: str) -> str:
        """The text of a sentence that rests on these places, with those that are inferred: ` (theme: our reading)`.

        Where the words themselves are inferred, the title or what it says, the mark names no field.
        """
        inferred = [place for place in places if self.is_inferred(place)]
        if not inferred:
            return text
        return mark_as_our_reading(text, () if _WORDING.intersection(inferred) else inferred)


_REPORTED = ("life.completed", "life.reported", "life.published")
"""The dates of reviews and audits without which nothing that they found is known."""


class Activity(Record):
    """What reviews and audits share: designed with partners, for intended outcomes, with those it is about."""

    elsewhere: Elsewhere | None = may(PUBLIC, "Whose it is, where it is not ours", "F5.1")
    question: Text | None = may(
        PUBLIC, "The question it asks of the system", "F3.1", owed=True, ask="What does it ask of the system?"
    )
    systemic_factors: tuple[Text, ...] = many(
        PUBLIC, "Factors in the system that it names; never persons", "F3.1", goes_with=_REPORTED
    )
    intended: tuple[Intended, ...] = many(
        PUBLIC, "Intended outcomes and their measures, agreed before the start", "F3.2", "F7.3", owed=True
    )
    took_part: tuple[TookPart, ...] = many(PUBLIC, "Agencies that took part", "F3.3", owed=True)
    not_taking_part: tuple[NotTakingPart, ...] = many(PARTNERSHIP, "Agencies that were asked and did not", "F3.3")
    practitioners: Text | None = may(
        PUBLIC,
        "How practitioners took part and helped make sense of the result",
        "F3.6",
        "F3.8",
        owed=True,
        ask="How did practitioners take part?",
    )
    families: Text | None = may(
        PUBLIC,
        "How children and families took part, or why they did not",
        "F3.8",
        owed=True,
        ask="How did children and families take part, or why not?",
    )
    themes: tuple[ThemeKey, ...] = many(PUBLIC, "What it is about", ask="Which themes?")
    limitations: tuple[Text, ...] = many(PUBLIC, "What its authors say it cannot show", goes_with=_REPORTED)
    recommendations: tuple[Recommendation, ...] = many(PUBLIC, "What it asks for", "F6.7", goes_with=_REPORTED)
    part_of: Annotated[Id, Ref(("review", "audit"), chain=True)] | None = may(
        PUBLIC, "The larger piece of work it belongs to; together they are one source"
    )
    same_evidence_as: tuple[Annotated[Id, Ref(("review", "audit"))], ...] = many(
        PUBLIC, "Others that rest on the same cases; together they are one source"
    )
    takes_over: tuple[Annotated[Id, Ref(("review", "audit"))], ...] = many(
        PUBLIC, "Those whose findings and recommendations it takes over as its own"
    )
    answers: tuple[Annotated[Id, Ref(("need",), behind=True)], ...] = many(
        PUBLIC, "The needs it answers", "F1.2", "F5.3"
    )
    oversight: GroupKey | None = may(PUBLIC, "The group that commissioned it and oversees it", "F6.2")
    shared_with_group: When | None = may(
        PUBLIC, "When its result was shared with the group that oversees learning", "F7.4"
    )
