"""A contribution: what an agency sends for the yearly report."""

from typing import ClassVar

from lif.model.declaration import Declaration, EvidenceKind
from lif.model.parts.field import many, may, must
from lif.model.parts.part import Part
from lif.model.parts.scalars import Count, Number, Text, Year
from lif.model.period import When
from lif.model.record import Record
from lif.model.reference import AgencyKey, AnyIdBehind, ThemeKey
from lif.model.sharing import PUBLIC
from lif.model.yearly_item import YearlyItem


class Figure(Part):
    """A figure the agency gives."""

    what: Text = must(PUBLIC, "What it counts", "F4.12")
    value: Number | None = may(PUBLIC, "The figure", "F4.12")
    of: Count | None = may(PUBLIC, "Out of how many")
    said: Text | None = may(PUBLIC, "What is said of it, where there is no number")


class ReportAnswer(Part):
    """What the agency says to one thing that the guidance asks of the yearly report."""

    item: YearlyItem = must(PUBLIC, "Which item of the yearly report: education, national-reforms, restraint", "F4.12")
    says: Text = must(PUBLIC, "The answer, as it may stand in the report", "F4.12")
    records: tuple[AnyIdBehind, ...] = many(PUBLIC, "The records that show it", "F4.12")


class Contribution(Record):
    """One agency's contribution to one year (F4.12)."""

    declares: ClassVar[Declaration] = Declaration(
        dated_by=("received", "due"),
        evidence=EvidenceKind.ASSESSMENT,
        gives_findings=True,
        register_columns=("agency", "year"),
    )

    agency: AgencyKey = must(PUBLIC, "The agency", "F4.12", ask="Which agency?")
    year: Year = must(PUBLIC, "The year it is for", "F4.12", ask="For which year? (2018-19)")
    due: When | None = may(PUBLIC, "When it was due", "F4.12", ahead=True)
    received: When | None = may(PUBLIC, "When it came", "F4.12")
    activity: tuple[Text, ...] = many(PUBLIC, "Key safeguarding activity", "F4.12", owed=True)
    data: tuple[Figure, ...] = many(PUBLIC, "Data, each figure with what it is out of", "F4.12", owed=True)
    emerging_themes: tuple[ThemeKey, ...] = many(PUBLIC, "Emerging themes", "F4.12", owed=True)
    answers: tuple[ReportAnswer, ...] = many(
        PUBLIC, "Answers to items of the yearly report that no other record can give", "F4.12"
    )
    impact: Text | None = may(PUBLIC, "What changed for children because of it", "F7.7", owed=True)
    evidence: tuple[AnyIdBehind, ...] = many(PUBLIC, "The records that show it", "F7.7")
