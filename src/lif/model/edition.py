"""An edition of the national guidance as data: clocks and lists, each with its source and whether it was verified."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from lif.model.parts.part import Part, fields_of
from lif.model.parts.scalars import Count, Day, Slug, Text, YesNo
from lif.model.period import When
from lif.model.record import Item, Source
from lif.model.vocabulary import ReviewKind
from lif.model.yearly_item import YearlyItem

NOT_VERIFIED = "not verified against the text of the guidance"
"""Printed wherever the program uses a fact that was not verified in its source."""


class Unit(StrEnum):
    """What the length of a clock is counted in."""

    WORKING_DAYS = "working-days"
    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"


class Fact(Part):
    """Something the guidance says; `verified` when the source named by its key was read and says so."""

    source: Slug
    verified: YesNo
    note: Text | None = None

    @property
    def caveat(self) -> str:
        """The warning to print with it; empty when it was verified."""
        if self.verified:
            return ""
        return f"{NOT_VERIFIED}: {self.note[0].lower()}{self.note[1:]}" if self.note else NOT_VERIFIED


class NamedSource(Source, Item):
    """The page on which facts were read, or the guidance itself where they still have to be read."""


class Suspension(Fact):
    """A time in which a clock was relaxed nationally; without `until`, it is not known when that ended."""

    since: When
    until: When | None = None
    because: Text


class Clock(Fact):
    """A time limit on a kind of review.

    `length` is counted in `unit` from the first field of `starts` that is filled, the start itself not counted, and
    the limit is kept by `met_by`. Where `starts` holds both conventions of the partnership's `clock_start`, that says
    which one counts. `at_least` when the time has to pass before `met_by`, and not the other way round.
    """

    key: Slug
    name: Text
    length: Count
    unit: Unit
    review_kinds: tuple[ReviewKind, ...]
    starts: tuple[Text, ...]
    met_by: Text
    at_least: YesNo = False
    suspended: tuple[Suspension, ...] = ()

    @property
    def length_in_words(self) -> str:
        """`15 working days`, `1 year`."""
        words = self.unit.value.replace("-", " ")
        return f"{self.length} {words.removesuffix('s') if self.length == 1 else words}"


class Demand(Fact):
    """One thing the yearly report has to hold."""

    key: YearlyItem
    says: Text


class YearlyReport(Fact):
    """When the report on a year from April to March is due, and what it has to hold.

    It is due either on a day of the calendar year in which the year ends (`due_month`, `due_day`), or `every_months`
    months after the previous report.
    """

    due_month: Count | None = None
    due_day: Count | None = None
    every_months: Count | None = None
    items: tuple[Demand, ...] = ()


class StandardOfGuidance(Fact):
    """One thing organisations must have in place (section 11)."""

    key: Slug
    text: Text


class Chapter(Fact):
    """Where the edition speaks of something; chapter numbers change from edition to edition."""

    key: Slug
    about: Text
    chapter: Text


class Term(Fact):
    """A word the guidance defines, in our own words."""

    key: Slug
    term: Text
    says: Text


class Edition(Part):
    """One edition; `none` is the time before all of them, in which no clock runs."""

    name: Slug
    title: Text
    since: Day | None = None
    until: Day | None = None
    dates: Fact
    sources: tuple[NamedSource, ...]
    clocks: tuple[Clock, ...] = ()
    yearly_report: YearlyReport | None = None
    standards: tuple[StandardOfGuidance, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    terms: tuple[Term, ...] = ()
    note: Text | None = None

    @property
    def unknown_sources(self) -> list[str]:
        """Sources that facts name and the edition does not know; none in a sound one."""
        return sorted({fact.source for fact in self.facts()} - {source.key for source in self.sources})

    def facts(self) -> Iterator[Fact]:
        """Every fact in it, those inside others too."""
        yield from _facts(self)

    def source_of(self, fact: Fact) -> NamedSource:
        """Where a fact was read, or should be."""
        return next(source for source in self.sources if source.key == fact.source)

    @property
    def is_silent(self) -> bool:
        """Whether no duty of the guidance is judged by it."""
        return not (self.clocks or self.yearly_report)


def _facts(part: Part) -> Iterator[Fact]:
    for name in fields_of(type(part)):
        value = getattr(part, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Fact):
                yield item
            if isinstance(item, Part):
                yield from _facts(item)


@cache
def no_edition() -> Edition:
    """What is in force where no edition was read: judges nothing."""
    return Edition(
        name="none",
        title="No edition of the guidance",
        dates=Fact(source="none", verified=True),
        sources=(NamedSource(key="none", title="None", publisher="None"),),
    )
