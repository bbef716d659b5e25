"""An action: what is done about a recommendation or a finding, and what came of it."""

from typing import Annotated, ClassVar

from lif.model.declaration import DateStep, Declaration, LifeEvent, LifeStage, LineStage, StageWords
from lif.model.parts.field import many, may, must
from lif.model.parts.part import Part
from lif.model.parts.scalars import Day, Text
from lif.model.period import When
from lif.model.record import READING_ASKED, EvidenceOfChange, Owner, Reading, Record
from lif.model.reference import RECOMMENDATION, AgencyKey, GroupKey, Id, Ref, ThemeKey
from lif.model.sharing import PARTNERSHIP, PUBLIC
from lif.model.vocabulary import ActionKind, Outcome


class Moved(Part):
    """A due date that was moved, and why."""

    since: Day = must(PUBLIC, "The date it was due before", ahead=True)
    to: Day = must(PUBLIC, "The date it is due now", ahead=True)
    agreed: When | None = may(PUBLIC, "When the move was agreed")
    reason: Text | None = may(PUBLIC, "Why", owed=True)
    by: GroupKey | None = may(PUBLIC, "The group that agreed")


class Progress(Part):
    """A step on the way."""

    date: When = must(PUBLIC, "When")
    said: Text = must(PUBLIC, "What was done or reported")


class Measure(Part):
    """How it will be known that the action made a difference."""

    what: Text = must(
        PUBLIC,
        "What is counted or heard",
        "F7.3",
        ask="How will you know that it made a difference? (what is counted or heard)",
    )
    target: Text | None = may(PUBLIC, "What would be good enough", "F7.3", ask="What would be good enough?")
    agreed: When | None = may(PUBLIC, "When that was agreed", "F7.3", ask="When was that agreed?")
    baseline: Reading | None = may(PUBLIC, "How it was before", "F7.2")
    follow_up: Reading | None = may(PUBLIC, "How it is now", "F7.2")


class Action(Record):
    """A piece of work with an owner, a date, a measure and, in the end, an outcome."""

    declares: ClassVar[Declaration] = Declaration(
        dated_by=("agreed", "started", "progress.0.date", "done", "closed"),
        begun_by=("started", "agreed"),
        date_chains=(
            (
                DateStep("agreed", "agreed"),
                DateStep("due", "due"),
            ),
            (
                DateStep("agreed", "agreed"),
                DateStep("done", "done"),
                DateStep("closed", "closed"),
            ),
            (
                DateStep("started", "begun"),
                DateStep("done", "done"),
                DateStep("closed", "closed"),
            ),
        ),
        life=(
            LifeEvent(LifeStage.PLANNED, "agreed", "agreed"),
            LifeEvent(LifeStage.UNDER_WAY, "started", "began"),
            LifeEvent(LifeStage.UNDER_WAY, "progress.0.date", "first progress", unless="started"),
            LifeEvent(LifeStage.REPORTED, "done", "done"),
            LifeEvent(LifeStage.REPORTED, "closed", "closed"),
        ),
        stage_words={
            LifeStage.PLANNED: StageWords("planned", "the day it was agreed"),
            LifeStage.REPORTED: StageWords("done", "the day the work was done"),
        },
        line_stage=LineStage.ACTION,
        follows_by="answers",
        comes_from=("answers",),
        next_kinds=("evaluation",),
        asked=(
            "answers",
            "owner.agency",
            "owner.role",
            "action_kind",
            "agreed",
            "due",
            "measures.what",
            "measures.target",
            "measures.agreed",
            *(f"measures.baseline.{field}" for field in READING_ASKED),
        ),
        register_columns=("due", "state", "owner.agency", "action_kind"),
    )

    answers: tuple[
        Annotated[
            Id,
            Ref(
                ("finding", "decision", "need", "challenge", "flag", "statement#commitments", RECOMMENDATION),
                behind=True,
            ),
        ],
        ...,
    ] = many(
        PUBLIC,
        "The recommendations, findings, decisions or commitments it answers",
        "F1.2",
        ask="What does it answer?",
        owed=True,
    )
    owner: Owner | None = may(PUBLIC, "Who sees to it: agency and role, never a person", "F4.2", owed=True)
    joint_with: tuple[AgencyKey, ...] = many(PUBLIC, "Agencies that do it together with the owner", "F4.2", "F7.1")
    oversight: GroupKey | None = may(PUBLIC, "The group that oversees it", "F6.2")
    action_kind: ActionKind | None = may(
        PUBLIC, "What sort of thing it is, from the strength table", owed=True, ask="What sort of thing is it?"
    )
    themes: tuple[ThemeKey, ...] = many(PUBLIC, "What it is about, where that does not follow from what it answers")
    agreed: When | None = may(PUBLIC, "When it was agreed", owed=True, ask="When was it agreed?")
    due: Day | None = may(PUBLIC, "When it is due", ask="When is it due?", owed=True, ahead=True, back_through="moved")
    moved: tuple[Moved, ...] = many(PUBLIC, "Earlier due dates, with the reason for each move")
    started: When | None = may(PUBLIC, "When it began")
    done: When | None = may(PUBLIC, "When the work was done; that is not yet closed")
    measures: tuple[Measure, ...] = many(
        PUBLIC, "How it will be known that it made a difference", "F7.2", "F7.3", owed=True
    )
    progress: tuple[Progress, ...] = many(PUBLIC, "Steps on the way, oldest first")
    evidence: tuple[EvidenceOfChange, ...] = many(
        PUBLIC, "What shows that practice changed, or things for children", "F4.6", "F7.4"
    )
    closed: When | None = may(PUBLIC, "When the group closed it")
    outcome: Outcome | None = may(
        PUBLIC, "achieved, partly, not-achieved or cannot-tell", "F7.2", goes_with=("closed",)
    )
    outcome_because: Text | None = may(
        PUBLIC, "On what that rests, or why it cannot be told", "F7.2", goes_with=("closed",)
    )
    unintended: Text | None = may(PARTNERSHIP, "Effects nobody meant", goes_with=("closed",))
