"""What the guidance asks of a yearly report, item by item, and what of the records answers each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lif.analysis.edition_in_force import edition_for
from lif.model.period import Period, When
from lif.model.snapshot import Snapshot
from lif.reports.line import Line


@dataclass(frozen=True, slots=True)
class Item:
    """One thing the report must hold, in the words of the edition; `caveat` where nobody has verified that."""

    key: str
    says: str
    caveat: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """An item with how many records answer it, where they stand in the report, and the first of them by name."""

    says: str
    caveat: str
    count: int
    where: str
    first: Line


SECTIONS = {
    "done-and-effective": "done",
    "contributions": "contributions",
    "themes-of-scrutiny": "learned",
    "impact": "impact",
    "serious-incidents": "looked-at",
    "little-progress": "little-progress",
    "independent-scrutiny": "scrutiny",
    "recommendations": "done",
    "families": "voices",
    "costs": "contributions",
    "education": "contributions",
    "data": "figures",
}
"""For each item that records can answer, the section in which they stand; no record answers the others yet."""
_SHOWN = 5


def items_of(snapshot: Snapshot, year: Period) -> tuple[Item, ...]:
    """What the edition in force at the end of the year asks of the report."""
    report = edition_for(snapshot, When(year.until, year.until, year.until.isoformat())).yearly_report
    return tuple(Item(one.key, one.says, one.caveat) for one in report.items) if report else ()


def answered(
    items: Sequence[Item], evidence: Mapping[str, tuple[Line, ...]], headings: Mapping[str, str]
) -> Iterator[Answered]:
    """Each item in the order of the edition; one without evidence has a count of 0."""
    for item in items:
        lines = evidence.get(item.key, ())
        records = tuple(dict.fromkeys(record for line in lines for record in line.records))
        where = headings.get(SECTIONS.get(item.key, ""), "") if lines else ""
        yield Answered(item.says, item.caveat, len(lines), where, Line("", "", records[:_SHOWN]))
