"""The items that the guidance asks of a yearly report, and the records that answer each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lif.analysis.chronology.edition_in_force import edition_for
from lif.model.edition import Demand
from lif.model.period import Period, When
from lif.model.snapshot import Snapshot
from lif.model.yearly_item import YearlyItem
from lif.reports.cited_sentence import Line


@dataclass(frozen=True, slots=True)
class EvidenceSought:
    """The evidence for an item: the report lines by name, and what would be evidence where there are none.

    The lines stand in the `section` named, and under the item itself where that is empty.
    """

    section: str
    of: tuple[str, ...]
    would: str


@dataclass(frozen=True, slots=True)
class AnsweredItem:
    """An item with how many lines answer it, where they stand in the report, and the first records they cite.

    `below` are answers that stand in no section; `would` says what would answer it where nothing does yet.
    """

    says: str
    is_verified: bool
    count: int
    where: str
    first: Line
    below: tuple[Line, ...]
    would: str


_AGENCY_ANSWERS = "what an agency writes about it under answers in its contribution"
EVIDENCE_SOUGHT: Mapping[YearlyItem, EvidenceSought] = {
    YearlyItem.DONE_AND_EFFECTIVE: EvidenceSought("done", ("decisions", "actions"), "a decision, or an action"),
    YearlyItem.CONTRIBUTIONS: EvidenceSought(
        "contributions", ("contributions",), "a contribution of each partner for the year"
    ),
    YearlyItem.THEMES_OF_SCRUTINY: EvidenceSought(
        "learned", ("learned",), "a finding of a review, an audit or an inspection"
    ),
    YearlyItem.IMPACT: EvidenceSought("impact", ("impact",), "an evaluation"),
    YearlyItem.SERIOUS_INCIDENTS: EvidenceSought("looked-at", ("incidents",), "a review after a serious incident"),
    YearlyItem.LITTLE_PROGRESS: EvidenceSought(
        "little-progress", ("little-progress",), "priorities with their themes and dates"
    ),
    YearlyItem.INDEPENDENT_SCRUTINY: EvidenceSought(
        "scrutiny", ("scrutiny",), "an inspection, or an assessment that says how others challenged it"
    ),
    YearlyItem.RECOMMENDATIONS: EvidenceSought("done", ("decisions", "actions"), "a decision, or an action"),
    YearlyItem.FAMILIES: EvidenceSought("voices", ("voices",), "feedback of children or families"),
    YearlyItem.COSTS: EvidenceSought(
        "contributions", ("funding",), "the funding that an agency names in its contribution"
    ),
    YearlyItem.EDUCATION: EvidenceSought(
        "", ("education",), "a group with members, a review or a contribution of an agency marked as education"
    ),
    YearlyItem.DATA: EvidenceSought("figures", ("figures",), "an indicator with figures of the year"),
    YearlyItem.ARRANGEMENTS: EvidenceSought(
        "", ("arrangements",), "a name, a role or a group that began or ended in the year, or " + _AGENCY_ANSWERS
    ),
    YearlyItem.NATIONAL_REFORMS: EvidenceSought("", (), _AGENCY_ANSWERS),
    YearlyItem.RESTRAINT: EvidenceSought("", (), _AGENCY_ANSWERS),
    YearlyItem.SIGN_OFF: EvidenceSought(
        "", ("signed-off",), "who signed it off, at this report among those the partnership made"
    ),
    YearlyItem.REAL_IMPACT: EvidenceSought(
        "impact", ("evidenced",), "an evaluation at level 3 or 4 that lacks nothing"
    ),
    YearlyItem.DISPROPORTIONALITY: EvidenceSought("", (), _AGENCY_ANSWERS),
}
"""For each item of any edition, the evidence that can answer it."""
_SHOWN = 5


def items_of(snapshot: Snapshot, year: Period) -> tuple[Demand, ...]:
    """The items that the edition in force at the end of the year asks for."""
    report = edition_for(snapshot, When(year.until, year.until, year.until.isoformat())).yearly_report
    return report.items if report else ()


def caveats(items: Sequence[Demand]) -> tuple[str, ...]:
    """The caveats of items that are not verified, each once."""
    return tuple(dict.fromkeys(item.caveat for item in items if item.caveat))


def answer_items(
    items: Sequence[Demand],
    lines: Mapping[str, tuple[Line, ...]],
    by_agencies: Mapping[str, tuple[Line, ...]],
    headings: Mapping[str, str],
) -> Iterator[AnsweredItem]:
    """Each item in the order of the edition; an item without evidence has a count of 0 and nothing below."""
    for item in items:
        sought = EVIDENCE_SOUGHT[item.key]
        evidence = tuple(line for name in sought.of for line in lines[name])
        shown, below = (evidence, ()) if sought.section else ((), evidence)
        records = tuple(dict.fromkeys(record for line in shown for record in line.records))
        yield AnsweredItem(
            says=item.says,
            is_verified=not item.caveat,
            count=len(shown),
            where=headings[sought.section] if shown else "",
            first=Line("", "", records[:_SHOWN]),
            below=(*below, *by_agencies.get(item.key, ())),
            would=sought.would,
        )
