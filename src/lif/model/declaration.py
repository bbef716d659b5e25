"""What a kind of record declares about itself, so that no other package keeps a table of kinds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple


class LifeStage(StrEnum):
    """The five stages of the framework (F1.3), in order."""

    PLANNED = "planned"
    UNDER_WAY = "under way"
    REPORTED = "reported"
    EMBEDDED = "embedded"
    EVALUATED = "evaluated"


class LineStage(StrEnum):
    """The stages of the line of sight from need to impact (F1.2), in order."""

    NEED = "need"
    LOOKED_AT = "looked"
    FINDING = "finding"
    RECOMMENDATION = "recommendation"
    DECISION = "decision"
    ACTION = "action"
    LEARNING = "learning"
    EVALUATION = "evaluation"
    OTHER = "other"


class EvidenceKind(StrEnum):
    """The nine kinds of evidence that triangulation compares.

    `ASSESSMENT` is what an agency writes about itself: returns of a standards assessment and contributions to the
    yearly report. `STATEMENT` is what the partnership writes about itself: position statements.
    """

    REVIEW = "review"
    AUDIT_MULTI = "audit_multi"
    AUDIT_SINGLE = "audit_single"
    ASSESSMENT = "assessment"
    STATEMENT = "statement"
    INSPECTION = "inspection"
    INDICATOR = "indicator"
    VOICE_FAMILY = "voice_family"
    VOICE_PRACTITIONER = "voice_practitioner"


class DateStep(NamedTuple):
    """A date of a record: the path to its field (`life.published`), and the participle for it (`published`)."""

    path: str
    happened: str


class LifeEvent(NamedTuple):
    """A dated event: the stage it belongs to, the path to its date, and what people call it.

    `unless` is the path of a more exact date: where that is filled, this event is left out.
    """

    stage: LifeStage
    path: str
    what: str
    unless: str = ""


class StageWords(NamedTuple):
    """How people name a stage of this kind, and what is needed to reach it."""

    said: str
    needed: str


@dataclass(frozen=True, kw_only=True)
class Declaration:
    """All that other packages need to know of a kind. Paths are of fields: `life.published`, `progress.0.date`.

    In time: `dated_by` are the fields that place a record in time, the first that is filled counts; `begun_by` those
    that say when its work began; `reported_by` the dates before which nothing that it found is known; each of
    `date_chains` is a chain of dates that should not run backwards, where a path has at most two steps and one through
    a list (`received.date`) means every item of it; `life` are the events of its life and `stage_words` its own words
    for stages.

    On the line of sight: `line_stage` is where it stands; a kind that `carries_themes` names themes beside its main
    subject, so that what follows from it is not about each of them; `follows_by` is the field in which it says what it
    follows from.

    As evidence: `evidence` is the kind of evidence it speaks as (None: no findings come from it), and
    `has_several_readings` says that two measurements may come from one record. What may cite it: `gives_findings`, a
    finding may come from it; `is_citable`, any field that takes any record may cite it.

    For `lif new`: `comes_from` are the fields that `--from` fills, of several the first that may cite that record
    (a list of parts by the `record` of a part);
    `repeats` says by citing field which fields are taken over from the cited record; `next_kinds` are what people
    usually write afterwards; `asks_for_findings` whether findings are asked for at once; `title_question` replaces the
    usual question for the title; `asked` are the fields to ask for, in the order a person thinks, the title first and
    the sharing last of themselves: `life.aware`, and `recommendations.to` of each item of a list. Without it those are
    asked for that have a question or are owed, in the order of the layout.

    `register_columns` are the columns of the register that `lif list` prints, by the paths of fields, between the date
    and the id; `date` and `state` among them stand where they are named, and `due` takes the place of the date.

    `promises` are the lists whose items others work on, beside its recommendations: what follows from an item follows
    from the record.

    `counted` are the words for one record and for several, where they are not the kind and its folder.
    """

    counted: tuple[str, str] | None = None
    dated_by: tuple[str, ...] = ()
    begun_by: tuple[str, ...] = ()
    reported_by: tuple[str, ...] = ()
    date_chains: tuple[tuple[DateStep, ...], ...] = ()
    life: tuple[LifeEvent, ...] = ()
    stage_words: Mapping[LifeStage, StageWords] = field(default_factory=dict)
    line_stage: LineStage = LineStage.OTHER
    carries_themes: bool = False
    follows_by: str = ""
    evidence: EvidenceKind | None = None
    has_several_readings: bool = False
    gives_findings: bool = False
    is_citable: bool = True
    comes_from: tuple[str, ...] = ()
    repeats: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    next_kinds: tuple[str, ...] = ()
    asks_for_findings: bool = False
    title_question: str = ""
    asked: tuple[str, ...] = ()
    register_columns: tuple[str, ...] = ()
    promises: tuple[str, ...] = ()


def value_at(part: Any, path: str) -> Any:
    """What stands at a path in a part; None where anything on the way is not filled.

    A path through a list names the index: `progress.0.date`, `series.-1.at` for the last.
    """
    for step in _steps(path):
        if part is None:
            return None
        part = (part[step] if part else None) if isinstance(step, int) else getattr(part, step)
    return part


@cache
def _steps(path: str) -> tuple[str | int, ...]:
    return tuple(int(step) if step.lstrip("-").isdigit() else step for step in path.split("."))
