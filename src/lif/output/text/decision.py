"""The influences on a decision to review, and the principles that reviews and audits follow, as text."""

from collections.abc import Sequence
from dataclasses import dataclass

from lif.analysis.duties.influences import QUESTIONS, InfluenceReading
from lif.analysis.duties.principles import PRINCIPLES, ActivityPrinciples, HowFarShown, PrincipleCheck
from lif.model.kinds.review import Review
from lif.model.snapshot import Entry
from lif.model.vocabulary import words
from lif.output.text.terminal import columns, paragraph
from lif.reports.cited_sentence import Line

_MARKS = {HowFarShown.MET: "met", HowFarShown.PARTLY: "partly", HowFarShown.NOT_SHOWN: "-"}


@dataclass(frozen=True, slots=True)
class ReviewPack:
    """A review to decide on, the decision as far as it is recorded, the eight influences, and the next command."""

    review: Entry[Review]
    decided: tuple[Line, ...]
    influences: tuple[InfluenceReading, ...]
    next_says: str
    next_command: str


def pack_text(pack: ReviewPack, absent: str) -> str:
    """What the group needs to decide on a review: its method, what was decided, and the eight influences."""
    review = pack.review.record
    facts = (
        f"What it is: {words(review.review_kind)}. What it asks of the system: {review.question or absent}",
        f"The method: {review.method or absent}",
    )
    head = [f"WHAT THE RECORDS SHOW  {pack.review.id}", paragraph(review.title)]
    head += [paragraph(fact, hanging=2) for fact in facts]
    head += [paragraph(_cited(line), hanging=2) for line in pack.decided or (_undecided(absent),)]
    blocks = ["\n".join(head)]
    blocks += [_influence(place, influence, absent) for place, influence in enumerate(pack.influences, 1)]
    foot = f"These are the records, not advice. The group decides, and why.\n{pack.next_says}\n  {pack.next_command}"
    return "\n\n".join([*blocks, foot]) + "\n"


def _undecided(absent: str) -> Line:
    return Line(f"What was decided, by whom and why: {absent}", "", ())


def _cited(line: Line) -> str:
    when = f" ({line.when})" if line.when else ""
    records = f" [{', '.join(line.records)}]" if line.records else ""
    return f"{line.text[:1].upper()}{line.text[1:]}{when}{records}"


def _influence(place: int, influence: InfluenceReading, absent: str) -> str:
    lines = [f"{place}  {QUESTIONS[influence.influence]}"]
    lines += [
        paragraph(f"{evidence.said} [{', '.join(evidence.records)}]", indent=3, hanging=2)
        for evidence in influence.shown
    ]
    if not influence.shown:
        lines.append(f"   {absent}")
    if influence.answer:
        because = f", because {influence.because}" if influence.because else ""
        lines.append(paragraph(f"The group: {words(influence.answer)}{because}", indent=3, hanging=2))
    return "\n".join(lines)


def principles_table(activities: Sequence[ActivityPrinciples], absent: str) -> str:
    """A table with a row for each review or audit and a column for each principle."""
    if not activities:
        return f"Reviews and audits: {absent}.\n"
    rows = [
        ("", *PRINCIPLES),
        *((activity.id, *(_MARKS[part.shows] for part in activity.held)) for activity in activities),
    ]
    legend = columns([(name, says) for name, says in PRINCIPLES.items()], indent=2)
    return f"{columns(rows)}\n\n{legend}\n\n  -  is {absent}; lif principles ID shows what a judgement rests on\n"


def principles_text(activity: ActivityPrinciples, absent: str) -> str:
    """One review or audit, principle by principle, with the records that show it."""
    lines = [f"PRINCIPLES  {activity.id}", paragraph(activity.title), ""]
    for part in activity.held:
        lines += _principle(part, absent)
    return "\n".join(lines) + "\n"


def _principle(part: PrincipleCheck, absent: str) -> list[str]:
    shows = absent if part.shows is HowFarShown.NOT_SHOWN else part.shows.value
    head = f"{part.principle}  {PRINCIPLES[part.principle]}: {shows}"
    return [head, *(paragraph(reason, indent=6, hanging=2) for reason in part.by)]
