"""Learning passed on: a briefing, an event, training; who received it, what they did, whether it could take root."""

from typing import Annotated, ClassVar

from lif.model.declaration import DateStep, Declaration, LifeEvent, LifeStage, LineStage, StageWords
from lif.model.parts.field import many, may, must
from lif.model.parts.part import Part
from lif.model.parts.scalars import Address, Count, Text
from lif.model.period import When
from lif.model.record import Owner, Record
from lif.model.reference import RECOMMENDATION, AgencyKey, Id, Ref, ThemeKey
from lif.model.sharing import PARTNERSHIP, PUBLIC
from lif.model.vocabulary import Answer, LearningForm, TransferGroup


class Audience(Part):
    """Whom it was meant for."""

    agency: AgencyKey = must(PUBLIC, "The agency", "F4.5")
    role: Text | None = may(PUBLIC, "The role: team managers", "F4.5")


class Received(Part):
    """Who received it."""

    agency: AgencyKey | None = may(PUBLIC, "The agency, where the source says", "F4.5")
    role: Text | None = may(PUBLIC, "The role, where the source says", "F4.5")
    number: Count | None = may(PUBLIC, "How many", "F4.5")
    said: Text | None = may(PUBLIC, "What the source says of it, where there is no number", "F4.5")
    date: When | None = may(PUBLIC, "When", "F4.5")


class Attendance(Part):
    """How many came, of how many: one row for each agency, or one for all of them together."""

    agency: AgencyKey | None = may(PUBLIC, "The agency, where the counts are kept by agency", "F4.5")
    places: Count | None = may(PUBLIC, "Places there were", "F4.5")
    booked: Count | None = may(PUBLIC, "How many booked", "F4.5")
    came: Count = must(PUBLIC, "How many came, with those who had not booked", "F4.5")
    came_unbooked: Count | None = may(PUBLIC, "How many of those who came had not booked", "F4.5")


class Used(Part):
    """How many say that they used it, some time afterwards."""

    asked: Count = must(PUBLIC, "How many were asked", "F4.6")
    answered: Count = must(PUBLIC, "How many of them answered", "F4.6")
    used: Count = must(PUBLIC, "How many of those who answered had used it", "F4.6")
    date: When | None = may(PUBLIC, "When they were asked", "F4.6", owed=True)


class Did(Part):
    """What they did with it."""

    agency: AgencyKey | None = may(PUBLIC, "The agency", "F4.5", "F4.6")
    what: Text = must(PUBLIC, "What was done: talked through in team meetings, used in supervision", "F4.5", "F4.6")
    date: When | None = may(PUBLIC, "When", "F4.5")


class Condition(Part):
    """One condition for learning to reach practice, and whether it was in place (F4.3)."""

    group: TransferGroup = must(PUBLIC, "Learner, design or workplace", "F4.3")
    condition: Text = must(PUBLIC, "The condition: managers make time for it in supervision", "F4.3", "F4.6")
    in_place: Answer = must(PUBLIC, "Whether it was in place", "F4.3")
    how: Text | None = may(PARTNERSHIP, "How that is known", "F4.3")


class Learning(Record):
    """A piece of learning passed on, and what became of it."""

    declares: ClassVar[Declaration] = Declaration(
        counted=("piece of learning", "pieces of learning"),
        dated_by=("date", "received.0.date"),
        begun_by=("date",),
        date_chains=(
            (
                DateStep("date", "passed on"),
                DateStep("received.date", "received"),
            ),
        ),
        life=(LifeEvent(LifeStage.REPORTED, "date", "passed on"),),
        stage_words={LifeStage.REPORTED: StageWords("passed on", "the day it was passed on")},
        line_stage=LineStage.LEARNING,
        follows_by="from_records",
        comes_from=("from_records",),
        next_kinds=("evaluation",),
        register_columns=("state", "form"),
    )

    form: LearningForm = must(PUBLIC, "The form it took", "F4.5", ask="In which form?")
    from_records: tuple[
        Annotated[
            Id,
            Ref(
                (
                    "review",
                    "audit",
                    "assessment",
                    "inspection",
                    "finding",
                    "action",
                    "decision",
                    "need",
                    RECOMMENDATION,
                ),
                behind=True,
            ),
        ],
        ...,
    ] = many(PUBLIC, "What it comes from", "F1.2", "F1.3", owed=True)
    messages: tuple[Text, ...] = many(PUBLIC, "Its key messages", "F4.5", owed=True)
    themes: tuple[ThemeKey, ...] = many(PUBLIC, "What it is about")
    date: When | None = may(PUBLIC, "When it was passed on", "F4.5", owed=True)
    audience: tuple[Audience, ...] = many(PUBLIC, "Whom it was meant for, by agency and role", "F4.5", owed=True)
    received: tuple[Received, ...] = many(PUBLIC, "Who received it", "F4.5", owed=True)
    attendance: tuple[Attendance, ...] = many(PUBLIC, "Places, bookings and who came, for training", "F4.5")
    used: tuple[Used, ...] = many(PUBLIC, "How many used it, each time that was asked", "F4.6")
    what_they_did: tuple[Did, ...] = many(PUBLIC, "What they did with it", "F4.5", "F4.6", owed=True)
    conditions: tuple[Condition, ...] = many(
        PUBLIC, "Conditions for transfer, and which were in place", "F4.3", owed=True
    )
    lead: Owner | None = may(PUBLIC, "Who led it, by agency and role")
    links: tuple[Address, ...] = many(PUBLIC, "Where it can be read", "F1.4")
