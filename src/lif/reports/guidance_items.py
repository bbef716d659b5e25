"""What the guidance asks of a yearly report, item by item, and what of the records answers each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lif.analysis.chronology.edition_in_force import edition_for
from lif.model.edition import Demand
from lif.model.period import Period, When
from lif.model.snapshot import Snapshot
from lif.model.yearly_item import YearlyItem
from lif.reports.cited_sentence import Line


@dataclass(frozen=True, slots=True)
class Sought:
    """What answers an item: lines of the report by their name, and what would where there are none.

    They stand in the `section` named, and under the item itself where that is empty.
    """

    section: str
    of: tuple[str, ...]
    would: str


@dataclass(frozen=True, slots=True)
class Answered:
    """An item with how many records answer it, where they stand in the report, and the first of them by name.

    `below` are answers that stand in no section; `would` says what answers it where nothing does yet.
    """

    says: str
    is_verified: bool
    count: int
    where: str
    first: Line
    below: tuple[Line, ...]
    would: str


_AGENCY = "what an agency writes about it under answers in its contribution"
SOUGHT: Mapping[YearlyItem, Sought] = {
    YearlyItem.DONE_AND_EFFECTIVE: Sought("done", ("decisions", "actions"), "a decision, or an action"),
    YearlyItem.CONTRIBUTIONS: Sought(
        "contributions", ("contributions",), "a contribution of each partner for the year"
    ),
    YearlyItem.THEMES_OF_SCRUTINY: Sought("learned", ("learned",), "a finding of a review, an audit or an inspection"),
    YearlyItem.IMPACT: Sought("impact", ("impact",), "an evaluation"),
    YearlyItem.SERIOUS_INCIDENTS: Sought("looked-at", ("incidents",), "a review after a serious incident"),
    YearlyItem.LITTLE_PROGRESS: Sought(
        "little-progress", ("little-progress",), "priorities with their themes and dates"
    ),
    YearlyItem.INDEPENDENT_SCRUTINY: Sought(
        "scrutiny", ("scrutiny",), "an inspection, or an assessment that says how others challenged it"
    ),
    YearlyItem.RECOMMENDATIONS: Sought("done", ("decisions", "actions"), "a decision, or an action"),
    YearlyItem.FAMILIES: Sought("voices", ("voices",), "feedback of children or families"),
    YearlyItem.COSTS: Sought("contributions", ("funding",), "the funding that an agency names in its contribution"),
    YearlyItem.EDUCATION: Sought(
        "", ("education",), "a group with members, a review or a contribution of an agency marked as education"
    ),
    YearlyItem.DATA: Sought("figures", ("figures",), "an indicator with figures of the year"),
    YearlyItem.ARRANGEMENTS: Sought(
        "", ("arrangements",), "a name, a role or a group that began or ended in the year, or " + _AGENCY
    ),
    YearlyItem.NATIONAL_REFORMS: Sought("", (), _AGENCY),
    YearlyItem.RESTRAINT: Sought("", (), _AGENCY),
    YearlyItem.SIGN_OFF: Sought(
        "", ("signed-off",), "who signed it off, at this report among those the partnership made"
    ),
    YearlyItem.REAL_IMPACT: Sought("impact", ("evidenced",), "an evaluation at level 3 or 4 that lacks nothing"),
    YearlyItem.DISPROPORTIONALITY: Sought("", (), _AGENCY),
}
"""For each item of any edition what can answer it."""
_SHOWN = 5


def items_of(snapshot: Snapshot, year: Period) -> tuple[Demand, ...]:
    """What the edition in force at the end of the year asks of the report."""
    report = edition_for(snapshot, When(year.until, year.until, year.until.isoformat())).yearly_report
    return report.items if report else ()


def caveats(items: Sequence[Demand]) -> tuple[str, ...]:
    """What has to be said of items that nobody verified, each once."""
    return tuple(dict.fromkeys(one.caveat for one in items if one.caveat))


def answered(
    items: Sequence[Demand],
    lines: Mapping[str, tuple[Line, ...]],
    by_agencies: Mapping[str, tuple[Line, ...]],
    headings: Mapping[str, str],
) -> Iterator[Answered]:
    """Each item in the order of the edition; one without evidence has a count of 0 and nothing below."""
    for item in items:
        sought = SOUGHT[item.key]
        found = tuple(line for name in sought.of for line in lines[name])
        shown, below = (found, ()) if sought.section else ((), found)
        records = tuple(dict.fromkeys(record for line in shown for record in line.records))
        yield Answered(
            says=item.says,
            is_verified=not item.caveat,
            count=len(shown),
            where=headings[sought.section] if shown else "",
            first=Line("", "", records[:_SHOWN]),
            below=(*below, *by_agencies.get(item.key, ())),
            would=sought.would,
        )
