"""The influences on a decision to review, and the principles that reviews and audits follow, as text."""

from collections.abc import Sequence

from lif.analysis.duties.influences import QUESTIONS, InfluenceReading
from lif.analysis.duties.principles import PRINCIPLES, ActivityPrinciples, HowFarShown, PrincipleCheck
from lif.model.vocabulary import words
from lif.output.text.terminal import columns, paragraph

_MARKS = {HowFarShown.MET: "met", HowFarShown.PARTLY: "partly", HowFarShown.NOT_SHOWN: "-"}


def influences_text(review: str, title: str, shown: Sequence[InfluenceReading], absent: str) -> str:
    """The eight influences, each with what the records show and the group's own answer."""
    blocks = [f"WHAT THE RECORDS SHOW  {review}\n{paragraph(title)}"]
    blocks += [_influence(place, influence, absent) for place, influence in enumerate(shown, 1)]
    foot = f"These are the records, not advice. The group decides, and why:\n  lif new decision --from {review}"
    return "\n\n".join([*blocks, foot]) + "\n"


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
