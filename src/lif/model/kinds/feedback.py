"""Feedback: what children, families, the community or practitioners said, in summary."""

from typing import Annotated, ClassVar

from lif.model.declaration import DateStep, Declaration, EvidenceKind, LineStage
from lif.model.parts.field import many, may, must
from lif.model.parts.scalars import Count, Text
from lif.model.period import When
from lif.model.record import Record
from lif.model.reference import AgencyKey, Id, Ref, ThemeKey
from lif.model.sharing import PARTNERSHIP, PUBLIC
from lif.model.vocabulary import Whose


class Feedback(Record):
    """A voice, heard and summed up; evidence in its own right (F3.8)."""

    declares: ClassVar[Declaration] = Declaration(
        counted=("piece of feedback", "pieces of feedback"),
        dated_by=("date",),
        date_chains=(
            (
                DateStep("date", "heard"),
                DateStep("told_back_on", "told what came of it"),
            ),
        ),
        line_stage=LineStage.LOOKED_AT,
        gives_findings=True,
        comes_from=("about",),
        next_kinds=("finding",),
        register_columns=("whose", "themes"),
    )

    whose: Whose = must(PUBLIC, "Whose voice it is", "F3.8", ask="Whose voice is it?")
    gathered: Text | None = may(PUBLIC, "How it was gathered: survey, visit, conversation", "F3.8", owed=True)
    agency: AgencyKey | None = may(PUBLIC, "The agency that asked")
    date: When | None = may(PUBLIC, "When", owed=True)
    asked: Count | None = may(PUBLIC, "How many were asked")
    answered: Count | None = may(PUBLIC, "How many answered")
    said: tuple[Text, ...] = many(
        PUBLIC, "What was said, in summary; no quotation that points to one person", "F3.8", owed=True
    )
    told_back: Text | None = may(
        PUBLIC, "How those who spoke heard what came of it", "F3.8", goes_with=("told_back_on",)
    )
    told_back_on: When | None = may(PUBLIC, "When they heard it", "F3.8")
    themes: tuple[ThemeKey, ...] = many(PUBLIC, "What it is about", owed=True)
    about: tuple[Annotated[Id, Ref(("review", "audit", "learning", "action"))], ...] = many(PUBLIC, "What it speaks to")
    limitations: tuple[Text, ...] = many(PARTNERSHIP, "Who was not reached")

    @property
    def evidence_kind(self) -> EvidenceKind:
        """Practitioners speak as one kind of evidence; children, families and the community as another."""
        is_staff = self.whose is Whose.PRACTITIONERS
        return EvidenceKind.VOICE_PRACTITIONER if is_staff else EvidenceKind.VOICE_FAMILY
