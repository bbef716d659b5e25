"""The items that the guidance asks of a yearly report: for each, how far the records of the year answer it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from lif.analysis.chronology.edition_in_force import EditionInForce, edition_in_force
from lif.model.absence import Absence
from lif.model.edition import Demand
from lif.model.period import Period, When
from lif.model.snapshot import Snapshot
from lif.model.yearly_item import YearlyItem
from lif.reports import arrangements, guidance_evidence
from lif.reports.cited_sentence import Line, Within, quantity
from lif.reports.guidance_answer import Judge, Judgement, Standing, judgement
from lif.reports.guidance_recommendations import recommendations_answered


class Words(StrEnum):
    """What an agency's own answer in its contribution does for an item."""

    ADD = "add"
    """It is quoted, and answers in part what nothing else answers."""
    COMPLETE = "complete"
    """It completes what is answered in part."""
    SUFFICE = "suffice"
    """It answers the item."""


@dataclass(frozen=True, slots=True)
class ItemJudge:
    """How an item is judged, the section in which its evidence stands, and what would answer it.

    `section` is empty where the evidence stands in no section; then it is listed under the item itself.
    """

    judge: Judge
    section: str
    would: str
    words: Words = Words.ADD


@dataclass(frozen=True, slots=True)
class AnsweredItem:
    """An item with its standing in words, what answers it, and what is missing.

    `first` cites up to five records of those that the answer rests on, and `more` counts the others, which stand under
    `where`. `below` are lines that stand in no section; `would` says what would answer the item where nothing does.
    """

    says: str
    is_verified: bool
    standing: str
    answer: str
    missing: str
    where: str
    first: Line
    more: int
    below: tuple[Line, ...]
    would: str


def _by_words_alone(within: Within) -> Judgement:
    """Nothing but the words of an agency can answer it."""
    del within
    return judgement((), (), ("the answer of an agency",), counts=False)


_AGENCY_ANSWERS = "what an agency writes about it under answers in its contribution"
_BY_WORDS = ItemJudge(_by_words_alone, "", _AGENCY_ANSWERS, Words.SUFFICE)
_SHOWS_EFFECT = "an evaluation at level 3 or 4 that lacks nothing, or the measure of an action taken again and better"
ITEM_JUDGES: Mapping[YearlyItem, ItemJudge] = {
    YearlyItem.DONE_AND_EFFECTIVE: ItemJudge(
        guidance_evidence.done_and_effective, "done", f"a decision or an action, and {_SHOWS_EFFECT}"
    ),
    YearlyItem.CONTRIBUTIONS: ItemJudge(
        arrangements.contributions, "contributions", "a contribution of each safeguarding partner for the year"
    ),
    YearlyItem.THEMES_OF_SCRUTINY: ItemJudge(
        guidance_evidence.themes_of_scrutiny,
        "learned",
        "findings of reviews, of audits across agencies and of scrutiny",
    ),
    YearlyItem.IMPACT: ItemJudge(guidance_evidence.impact, "impact", _SHOWS_EFFECT),
    YearlyItem.SERIOUS_INCIDENTS: ItemJudge(
        guidance_evidence.serious_incidents, "looked-at", "a review after a serious incident, with what it found"
    ),
    YearlyItem.LITTLE_PROGRESS: ItemJudge(
        guidance_evidence.little_progress_told, "little-progress", "priorities with their themes and dates"
    ),
    YearlyItem.INDEPENDENT_SCRUTINY: ItemJudge(
        guidance_evidence.independent_scrutiny,
        "scrutiny",
        "an inspection or scrutiny by an independent scrutineer, with its judgements and what came of them",
    ),
    YearlyItem.RECOMMENDATIONS: ItemJudge(
        recommendations_answered, "done", "a decision on each recommendation of a review, or an action that answers it"
    ),
    YearlyItem.FAMILIES: ItemJudge(
        guidance_evidence.families, "voices", "feedback of children and of families, and what was done with it"
    ),
    YearlyItem.COSTS: ItemJudge(
        arrangements.costs,
        "money",
        "a budget of the year, with what each safeguarding partner paid and what it went on",
    ),
    YearlyItem.EDUCATION: ItemJudge(
        arrangements.education,
        "",
        "a group with members, a review or a contribution of an agency marked as education",
        Words.COMPLETE,
    ),
    YearlyItem.DATA: ItemJudge(
        guidance_evidence.data,
        "figures",
        f"an indicator with figures of the year that a finding or a decision cites, and {_AGENCY_ANSWERS}",
        Words.COMPLETE,
    ),
    YearlyItem.ARRANGEMENTS: ItemJudge(
        arrangements.changes,
        "",
        f"a name, a role or a group that began or ended in the year, or {_AGENCY_ANSWERS}",
        Words.SUFFICE,
    ),
    YearlyItem.NATIONAL_REFORMS: _BY_WORDS,
    YearlyItem.RESTRAINT: _BY_WORDS,
    YearlyItem.SIGN_OFF: ItemJudge(
        arrangements.sign_off, "", "who signed it off, at this report among those the partnership made"
    ),
    YearlyItem.REAL_IMPACT: ItemJudge(guidance_evidence.impact, "impact", _SHOWS_EFFECT),
    YearlyItem.DISPROPORTIONALITY: _BY_WORDS,
}
"""For each item of any edition, the function that judges it."""
_SHOWN = 5
_ORDER = (Standing.ABSENT, Standing.PARTLY, Standing.ANSWERED)


def guidance_of(snapshot: Snapshot, year: Period) -> EditionInForce:
    """The edition in force at the end of the year, with the reason where it sets no list."""
    return edition_in_force(snapshot, When(year.until, year.until, year.until.isoformat()))


def items_of(snapshot: Snapshot, year: Period) -> tuple[Demand, ...]:
    """The items that the edition in force at the end of the year asks for."""
    report = guidance_of(snapshot, year).edition.yearly_report
    return report.items if report else ()


def why_no_items(snapshot: Snapshot, year: Period) -> str:
    """Why no list of the guidance applies to the year; empty where no reason is known."""
    return guidance_of(snapshot, year).because


def caveats(items: Sequence[Demand]) -> tuple[str, ...]:
    """The caveats of items that are not verified, each once."""
    return tuple(dict.fromkeys(item.caveat for item in items if item.caveat))


def judge_item(within: Within, item: YearlyItem, by_agencies: tuple[Line, ...] = ()) -> Judgement:
    """How far the records of the year, and what agencies say of it themselves, answer an item."""
    judge = ITEM_JUDGES[item]
    judged = judge.judge(within)
    if not by_agencies:
        return judged
    is_enough = judge.words is Words.SUFFICE or (
        judge.words is Words.COMPLETE and judged.standing is not Standing.ABSENT
    )
    said = f"what {quantity(len(by_agencies), 'agency says', 'agencies say')} of it is quoted here"
    return replace(
        judged,
        standing=Standing.ANSWERED if is_enough else max(judged.standing, Standing.PARTLY, key=_ORDER.index),
        says="; ".join(filter(None, (judged.says, said))),
        missing=() if is_enough else judged.missing,
        below=(*judged.below, *by_agencies),
    )


def answer_items(
    within: Within,
    items: Sequence[Demand],
    by_agencies: Mapping[str, tuple[Line, ...]],
    headings: Mapping[str, str],
) -> Iterator[AnsweredItem]:
    """Each item in the order of the edition, judged by the records of the year."""
    absent = within.snapshot.absent
    for item in items:
        judged, about = judge_item(within, item.key, by_agencies.get(item.key, ())), ITEM_JUDGES[item.key]
        yield AnsweredItem(
            says=item.says,
            is_verified=not item.caveat,
            standing=standing_in_words(judged.standing, absent),
            answer=judged.says,
            missing="" if not judged.says else missing_in_words(judged, absent),
            where=headings[judged.section or about.section] if about.section and judged.says else "",
            first=Line("", "", judged.records[:_SHOWN]),
            more=max(0, len(judged.records) - _SHOWN),
            below=judged.below,
            would=about.would,
        )


def standing_in_words(standing: Standing, absent: Absence) -> str:
    """`partly answered`; the typed absence where nothing answers; in an edition, only as far as it shows."""
    if standing is Standing.ABSENT:
        return absent
    is_edition = absent is Absence.NOT_IN_EDITION
    if standing is Standing.ANSWERED and is_edition:
        return "answered, as far as this edition shows"
    return f"{standing} in this edition" if is_edition else standing


def missing_in_words(judged: Judgement, absent: Absence) -> str:
    """`a contribution of the police, evidence of effect: not recorded`; empty where nothing is missing."""
    return f"{', '.join(judged.missing)}: {absent}" if judged.missing else ""
