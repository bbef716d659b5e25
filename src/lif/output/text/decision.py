"""What the records show on the influences on a decision, and on the principles, in words."""

from collections.abc import Sequence

from lif.analysis.duties.influences import QUESTIONS, InfluenceShown
from lif.analysis.duties.principles import PRINCIPLES, Held, Principled, Shows
from lif.model.vocabulary import words
from lif.output.text.terminal import columns, paragraph

_MARKS = {Shows.MET: "met", Shows.PARTLY: "partly", Shows.NOT_SHOWN: "-"}


def influences_text(review: str, title: str, shown: Sequence[InfluenceShown], absent: str) -> str:
    """The eight influences, each with what the records hold and the group's own answer."""
    blocks = [f"WHAT THE RECORDS SHOW  {review}\n{paragraph(title)}"]
    blocks += [_influence(place, one, absent) for place, one in enumerate(shown, 1)]
    foot = f"These are the records, not advice. The group decides, and why:\n  lif new decision --from {review}"
    return "\n\n".join([*blocks, foot]) + "\n"


def _influence(place: int, one: InfluenceShown, absent: str) -> str:
    lines = [f"{place}  {QUESTIONS[one.influence]}"]
    lines += [paragraph(f"{shown.said} [{', '.join(shown.records)}]", indent=3, hanging=2) for shown in one.shown]
    if not one.shown:
        lines.append(f"   {absent}")
    if one.answer:
        because = f", because {one.because}" if one.because else ""
        lines.append(paragraph(f"The group: {words(one.answer)}{because}", indent=3, hanging=2))
    return "\n".join(lines)


def principles_table(held: Sequence[Principled], absent: str) -> str:
    """Every activity in a line, every principle in a column."""
    if not held:
        return f"Reviews and audits: {absent}.\n"
    rows = [("", *PRINCIPLES), *((one.id, *(_MARKS[part.shows] for part in one.held)) for one in held)]
    legend = columns([(name, says) for name, says in PRINCIPLES.items()], indent=2)
    return f"{columns(rows)}\n\n{legend}\n\n  -  is {absent}; lif principles ID shows what a judgement rests on\n"


def principles_text(one: Principled, absent: str) -> str:
    """One activity, principle by principle, with what shows it."""
    lines = [f"PRINCIPLES  {one.id}", paragraph(one.title), ""]
    for part in one.held:
        lines += _principle(part, absent)
    return "\n".join(lines) + "\n"


def _principle(part: Held, absent: str) -> list[str]:
    shows = absent if part.shows is Shows.NOT_SHOWN else part.shows.value
    head = f"{part.principle}  {PRINCIPLES[part.principle]}: {shows}"
    return [head, *(paragraph(one, indent=6, hanging=2) for one in part.by)]
