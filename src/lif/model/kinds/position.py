"""A position statement: the context of a year that shapes what is learned first."""

from typing import ClassVar

from lif.model.declaration import Declaration, EvidenceKind, LineStage
from lif.model.parts.field import many, may, must
from lif.model.parts.scalars import Text, Year
from lif.model.period import When
from lif.model.record import Citable, Evidence, Record
from lif.model.reference import GroupKey, PriorityKey, ThemeKey
from lif.model.sharing import PUBLIC


class Factor(Citable):
    """A factor likely to affect the year's priorities."""

    factor: Text = must(PUBLIC, "The factor", "F2.1")
    themes: tuple[ThemeKey, ...] = many(PUBLIC, "What it is about", "F2.1")
    evidence: tuple[Evidence, ...] = many(PUBLIC, "What shows it", "F2.1")


class Position(Record):
    """A yearly position statement (F2.1)."""

    declares: ClassVar[Declaration] = Declaration(
        counted=("position statement", "position statements"),
        dated_by=("agreed",),
        line_stage=LineStage.NEED,
        carries_themes=True,
        evidence=EvidenceKind.STATEMENT,
        gives_findings=True,
        register_columns=("year",),
    )

    year: Year = must(PUBLIC, "The year it is for", "F2.1", ask="For which year? (2018-19)")
    group: GroupKey | None = may(PUBLIC, "The group that agreed it", "F2.1")
    agreed: When | None = may(PUBLIC, "When it was agreed", "F2.1")
    statement: Text | None = may(PUBLIC, "The position, in a paragraph", "F2.1", owed=True)
    factors: tuple[Factor, ...] = many(PUBLIC, "The factors that shape it", "F2.1", owed=True)
    priorities: tuple[PriorityKey, ...] = many(PUBLIC, "The priorities that follow", "F2.2", owed=True)
