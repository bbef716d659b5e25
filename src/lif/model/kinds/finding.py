"""A finding: one thing learned, which way it points, and where it comes from."""

from typing import Annotated, ClassVar

from lif.model.declaration import Declaration, LineStage
from lif.model.parts.field import many, may, must, no_unless_said
from lif.model.parts.part import Part
from lif.model.parts.scalars import Count, Slug, Text, YesNo
from lif.model.period import When
from lif.model.record import Record
from lif.model.reference import SOURCE_OF_FINDINGS, AgencyKey, FindingThemeKey, Id, NeedKey, PracticeStandardKey, Ref
from lif.model.sharing import PARTNERSHIP, PUBLIC
from lif.model.vocabulary import Direction, Informed


class Informs(Part):
    """What a finding is meant to inform (F5.6)."""

    what: Informed = must(
        PUBLIC, "Priority, learning programme, policy, procedure, audit programme, commissioning", "F5.6"
    )
    which: Text | None = may(PUBLIC, "Which one", "F5.6")
    done: When | None = may(PUBLIC, "When it did", "F5.6")


class Finding(Record):
    """One thing learned from one source."""

    declares: ClassVar[Declaration] = Declaration(
        dated_by=("date",),
        line_stage=LineStage.FINDING,
        follows_by="source",
        comes_from=("source",),
        next_kinds=("action", "decision"),
        asked=("source", "theme", "direction", "says", "needs", "agencies"),
        register_columns=("theme", "direction", "source"),
    )

    source: Annotated[Id, Ref((SOURCE_OF_FINDINGS,), behind=True)] = must(
        PUBLIC, "The record it comes from", "F1.2", ask="Which record does it come from?"
    )
    theme: FindingThemeKey = must(PUBLIC, "The one practice or system theme it belongs to", ask="Which theme?")
    needs: tuple[NeedKey, ...] = many(
        PUBLIC, "Needs of children it concerns, as many as there are", ask="Which needs of children?"
    )
    direction: Direction = must(PUBLIC, "Which way it points", "F3.4", "F4.4", ask="Which way does it point?")
    says: Text | None = may(
        PUBLIC, "What was learned, in a sentence or two", "F1.2", ask="What was learned?", owed=True
    )
    date: When | None = may(PUBLIC, "When it was found; the source's own date if left out")
    standard: PracticeStandardKey | None = may(PUBLIC, "The practice standard it is about, by its key", "F4.7")
    rated_standard: Slug | None = may(
        PUBLIC, "For a finding of a return: the standard of its set that it is about, by its key"
    )
    met: Count | None = may(PUBLIC, "In how many cases the standard was met", "F4.7")
    of: Count | None = may(PUBLIC, "Out of how many", "F4.7")
    agencies: tuple[AgencyKey, ...] = many(
        PUBLIC, "The agencies it concerns", "F4.2", "F7.1", ask="Which agencies does it concern?"
    )
    derived_from: Annotated[Id, Ref(("finding",), chain=True, earlier="it repeats")] | None = may(
        PUBLIC, "The finding it repeats from another source; it does not count again", "F4.7"
    )
    superseded_by: Annotated[Id, Ref(("finding",), chain=True, later="that takes its place")] | None = may(
        PUBLIC, "The later finding that takes its place; it is history then", "F4.7"
    )
    recurrence_of: Annotated[Id, Ref(("finding",), behind=True, chain=True, earlier="it says has come back")] | None = (
        may(PUBLIC, "The earlier finding that has come back after action", "F6.4")
    )
    serious_risk: YesNo = no_unless_said(
        PARTNERSHIP, "yes when it means serious risk now; say so at once to the agency and partner", "F7.6"
    )
    informs: tuple[Informs, ...] = many(PUBLIC, "What it is meant to inform", "F5.6")
