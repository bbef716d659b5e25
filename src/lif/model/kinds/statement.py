"""A statement: what people say in a document in their own words, and what they commit to."""

from typing import Annotated, ClassVar

from lif.model.declaration import Declaration
from lif.model.parts.field import many, may, must
from lif.model.parts.part import Part
from lif.model.parts.scalars import Day, Slug, Text
from lif.model.period import Covered, When
from lif.model.record import Citable, Owner, Record
from lif.model.reference import AgencyKey, GroupKey, Id, Ref
from lif.model.sharing import PUBLIC


class By(Part):
    """Who says it: a role, and the agency where it belongs to one; never a person."""

    role: Text = must(PUBLIC, "The role, never a name: independent scrutineer", "F7.7", ask="Who says it? (a role)")
    agency: AgencyKey | None = may(PUBLIC, "The agency; left out where several speak together", "F7.7")


class Commitment(Citable):
    """What is promised for the year to come; next year's report tells what became of it."""

    outcome: Text = must(PUBLIC, "What should be different, for children or in practice", "F7.3", "F7.7")
    measure: Text | None = may(PUBLIC, "What will be counted or heard", "F7.3", owed=True)
    target: Text | None = may(PUBLIC, "What would be good enough", "F7.3")
    due: Day | None = may(PUBLIC, "By when", "F7.3", owed=True, ahead=True)
    owner: Owner | None = may(PUBLIC, "Who sees to it: agency and role, never a person", "F7.3", owed=True)


class Statement(Record):
    """People's own words in one section of one document (F7.7)."""

    declares: ClassVar[Declaration] = Declaration(
        dated_by=("date",),
        promises=("commitments",),
        register_columns=("report", "covers", "section", "by.role"),
    )

    report: Slug = must(PUBLIC, "The report it stands in: annual, executive", "F7.7", ask="In which report?")
    covers: Covered = must(
        PUBLIC,
        "Which one: its year (2025-26), or its first and last month (2026-04/2026-09)",
        "F7.7",
        ask="Of which time?",
    )
    section: Slug = must(PUBLIC, "The section it stands in, by its short name", "F7.7", ask="In which section?")
    by: By = must(PUBLIC, "Who says it, by role and agency", "F7.7")
    group: GroupKey | None = may(PUBLIC, "The group that agreed the words", "F7.7")
    date: When | None = may(PUBLIC, "When it was written or agreed", "F7.7", owed=True)
    text: tuple[Text, ...] = many(
        PUBLIC, "The words as they are to be printed, a paragraph each: lif never changes them", "F7.7", owed=True
    )
    replies_to: Annotated[Id, Ref(("statement",), chain=True, earlier="it replies to")] | None = may(
        PUBLIC, "The statement it replies to", "F7.7"
    )
    commitments: tuple[Commitment, ...] = many(
        PUBLIC, "What is promised for the next year, so that its report can tell what became of it", "F7.3", "F7.7"
    )
